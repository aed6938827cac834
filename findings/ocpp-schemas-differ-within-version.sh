#!/usr/bin/env bash
# Two OCPP libraries disagree about which messages of one protocol version are valid.
#
# Versions: ocpp 2.1.0 (PyPI), ocpp-rpc 2.2.1 (npm)
# Guess: "ocpp1.6" and "ocpp2.0.1" each name one set of JSON schemas, so two strict libraries accept
# the same messages.
# Observed: an answer with 6,000 characters of certificate fits one 2.0.1 and is too long for the
# other (limits 7500 and 5600). A frequency in hertz passes one 1.6 in MeterValues but not the
# other, and at the end of the transaction neither accepts it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ocpp==2.1.0
npm install --silent --ignore-scripts --no-audit --no-fund ocpp-rpc@2.2.1

cat >expected <<'END'
2.0.1 certificate of 5,000 characters: Python takes it, npm takes it
2.0.1 certificate of 6,000 characters: Python takes it, npm refuses it
1.6 MeterValues in V: Python takes it, npm takes it
1.6 MeterValues in Hertz: Python takes it, npm refuses it
1.6 StopTransaction in V: Python takes it, npm takes it
1.6 StopTransaction in Hertz: Python refuses it, npm refuses it
END
cat >try.py <<'END'
import asyncio
import json
import subprocess

from ocpp.exceptions import OCPPError
from ocpp.messages import Call, CallResult, validate_payload

messages = []
for length in (5_000, 6_000):
    payload = {"status": "Accepted", "exiResponse": "A" * length}
    name = f"certificate of {length:,} characters"
    messages.append((name, "2.0.1", "Get15118EVCertificate", True, payload))
for action in ("MeterValues", "StopTransaction"):
    for unit in ("V", "Hertz"):
        measured = "Voltage" if unit == "V" else "Frequency"
        sample = {"value": "50.0", "measurand": measured, "unit": unit}
        values = [{"timestamp": "2026-01-01T00:00:00Z", "sampledValue": [sample]}]
        if action == "MeterValues":
            payload = {"connectorId": 1, "meterValue": values}
        else:
            stop = {"transactionId": 1, "meterStop": 9, "timestamp": "2026-01-01T00:00:00Z"}
            payload = stop | {"transactionData": values}
        messages.append((f"{action} in {unit}", "1.6", action, False, payload))


def python(version, action, is_answer, payload):
    message = CallResult("1", payload, action) if is_answer else Call("1", action, payload)
    try:
        asyncio.run(validate_payload(message, version))
    except OCPPError:
        return "refuses it"
    return "takes it"


asked = []
for _, version, action, is_answer, payload in messages:
    schema = f"urn:{action}.conf" if is_answer else f"urn:{action}.req"
    asked.append((f"ocpp{version}", schema, payload))
answers = subprocess.check_output(["node", "try.cjs"], input=json.dumps(asked), text=True)
for (name, version, *message), npm in zip(messages, json.loads(answers)):
    print(f"{version} {name}: Python {python(version, *message)}, npm {npm}")
END
cat >try.cjs <<'END'
// The validators that the client and the server use with strictMode: true.
const validators = require("ocpp-rpc/lib/standard-validators");
const asked = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const opinions = asked.map(([protocol, schema, payload]) => {
    const validator = validators.find(({ subprotocol }) => subprotocol === protocol);
    try {
        validator.validate(schema, payload);
    } catch {
        return "refuses it";
    }
    return "takes it";
});
console.log(JSON.stringify(opinions));
END
venv/bin/python try.py | tee observed
diff expected observed
