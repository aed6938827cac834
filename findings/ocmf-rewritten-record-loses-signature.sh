#!/usr/bin/env bash
# A signed meter record no longer matches its signature once pyocmf has read and written it.
#
# Versions: pyocmf 0.6.0, pydantic 2.14.4, cryptography 44.0.0 (PyPI), OCMF 1.0
# Guess: to_string() gives back what from_string() was given. The signature covers the exact bytes
# of the payload, and the library keeps them to verify it.
# Observed: a reading that omits what it shares with the previous one, as OCMF allows, is written
# with these fields, and empty error flags are omitted. A telephone number as identification is
# rewritten too. The record still reads well, but nobody can verify it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'pyocmf[crypto]==0.6.0' \
    pydantic==2.14.4 cryptography==44.0.0

cat >expected <<'END'
all fields in each reading: as it was, signature before True, after True
second reading shares fields: changed, signature before True, after False
  received "TX":"E","RV":110.10,"ST":"G"
  written "TX":"E","RV":110.10,"RI":"1-b:1.8.0","RU":"kWh","ST":"G"
no error flags: changed, signature before True, after False
  received "TX":"E","RV":110.10,"RI":"1-b:1.8.0","RU":"kWh","EF":"","ST":"G"
  written "TX":"E","RV":110.10,"RI":"1-b:1.8.0","RU":"kWh","ST":"G"
telephone number: changed, signature before True, after False
  received "ID":"+491711234567"
  written "ID":"tel:+49-171-1234567"
END
cat >rewrite.py <<'END'
import re

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pyocmf import OCMF

KEY = generate_private_key(SECP256R1())
PUBLIC_KEY = KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo).hex()
REGISTER = '"RI":"1-b:1.8.0","RU":"kWh",'


def record(end=REGISTER, identification="0011"):
    begin = f'{{"TM":"2026-01-01T10:00:00,000+0100 S","TX":"B","RV":100.10,{REGISTER}"ST":"G"}}'
    end = f'{{"TM":"2026-01-01T11:00:00,000+0100 S","TX":"E","RV":110.10,{end}"ST":"G"}}'
    who = f'"IS":true,"IF":[],"IT":"CENTRAL","ID":"{identification}"'
    payload = f'{{"FV":"1.0","PG":"T1","MS":"7",{who},"RD":[{begin},{end}]}}'
    signature = KEY.sign(payload.encode(), ECDSA(SHA256())).hex()
    return f'OCMF|{payload}|{{"SA":"ECDSA-secp256r1-SHA256","SD":"{signature}"}}'


def parts(text):
    return re.findall(r'"ID":"[^"]*"|"TX"[^}]*', text.split("|")[1])


records = {
    "all fields in each reading": record(),
    "second reading shares fields": record(end=""),
    "no error flags": record(end=REGISTER + '"EF":"",'),
    "telephone number": record(identification="+491711234567"),
}
for name, received in records.items():
    read = OCMF.from_string(received)
    written = read.to_string()
    kept = "as it was" if written.split("|")[1] == received.split("|")[1] else "changed"
    before = read.verify_signature(PUBLIC_KEY)
    after = OCMF.from_string(written).verify_signature(PUBLIC_KEY)
    print(f"{name}: {kept}, signature before {before}, after {after}")
    for old, new in zip(parts(received), parts(written)):
        if old != new:
            print(f"  received {old}\n  written {new}")
END
venv/bin/python rewrite.py | tee observed
diff expected observed
