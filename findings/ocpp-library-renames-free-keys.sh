#!/usr/bin/env bash
# The Python OCPP library renames the keys of a vendor's own data, and drops one of two keys.
#
# Versions: ocpp 2.1.0 (PyPI), OCPP 2.0.1
# Guess: the library translates its own field names. The contents of DataTransfer and customData,
# left free by the protocol, go out as given.
# Observed: keys are rewritten at every depth. "model_name" and "modelName" collapse into one, "_id"
# becomes "Id", and the letters s-o-c inside any word turn into the abbreviation for state of
# charge.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ocpp==2.1.0

cat >expected <<'END'
given: {"model_name": "Go 2", "modelName": "old", "_id": 7, "limits": {"associated_A": 16}}
sent:  {"modelName": "old", "Id": 7, "limits": {"asSoCiatedA": 16}}
given: {"vendorId": "com.example", "max_current_A": 16}
sent:  {"vendorId": "com.example", "maxCurrentA": 16}
END
cat >try.py <<'END'
import asyncio
import json

from ocpp.v201 import ChargePoint, call


class Sent(Exception):
    """Carries a message that was let through to the connection."""


class Connection:
    async def send(self, message):
        raise Sent(message)


async def sent(payload):
    try:
        await ChargePoint("CP-1", Connection()).call(payload)
    except Sent as message:
        return json.loads(str(message))[3]


async def main():
    data = {"model_name": "Go 2", "modelName": "old", "_id": 7, "limits": {"associated_A": 16}}
    print("given:", json.dumps(data))
    transfer = await sent(call.DataTransfer(vendor_id="com.example", data=data))
    print("sent: ", json.dumps(transfer["data"]))
    custom = {"vendorId": "com.example", "max_current_A": 16}
    print("given:", json.dumps(custom))
    heartbeat = await sent(call.Heartbeat(custom_data=custom))
    print("sent: ", json.dumps(heartbeat["customData"]))


asyncio.run(main())
END
venv/bin/python try.py | tee observed
diff expected observed
