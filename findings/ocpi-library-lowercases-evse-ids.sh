#!/usr/bin/env bash
# An OCPI library lower-cases every identifier of a charger and drops a required one from bills.
#
# Versions: extrawest_ocpi 2025.7.16, pydantic 1.10.12 (PyPI), OCPI 2.2.1
# Guess: a "case-insensitive string" of OCPI is stored as received and compared without regard to
# case, and no required field is missing from a model.
# Observed: such strings are rewritten. A setting chooses capitals instead; none keeps the text. So
# the number printed on a charger goes out in lower case. The location in a bill (CDR) has no
# evse_uid, and timestamps lose their fraction of a second.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check extrawest_ocpi==2025.7.16 pydantic==1.10.12

cat >expected <<'END'
country_code: 'FI' becomes 'fi'
evse_id: 'FI*EXA*E0001' becomes 'fi*exa*e0001'
evse_uid: '3256' is gone
id: 'LOC1' becomes 'loc1'
last_updated: '2026-05-01T10:00:00.750Z' becomes '2026-05-01T10:00:00Z'
party_id: 'EXA' becomes 'exa'
END
cat >location.py <<'END'
import json

from py_ocpi.modules.cdrs.v_2_2_1.schemas import CdrLocation
from py_ocpi.modules.tokens.v_2_2_1.schemas import Token

location = {
    "id": "LOC1",
    "address": "Example Road 1",
    "city": "Example",
    "country": "FIN",
    "coordinates": {"latitude": "60.170000", "longitude": "24.940000"},
    "evse_uid": "3256",
    "evse_id": "FI*EXA*E0001",
    "connector_id": "1",
    "connector_standard": "IEC_62196_T2",
    "connector_format": "SOCKET",
    "connector_power_type": "AC_3_PHASE",
}
token = {
    "country_code": "FI",
    "party_id": "EXA",
    "uid": "0011",
    "type": "RFID",
    "contract_id": "1",
    "issuer": "Example",
    "valid": True,
    "whitelist": "ALLOWED",
    "last_updated": "2026-05-01T10:00:00.750Z",
}
given = location | token
kept = json.loads(CdrLocation(**location).json()) | json.loads(Token(**token).json())
for name, value in sorted(given.items()):
    if name not in kept:
        print(f"{name}: {value!r} is gone")
    elif kept[name] != value:
        print(f"{name}: {value!r} becomes {kept[name]!r}")
END
venv/bin/python location.py 2>/dev/null | tee observed
diff expected observed
