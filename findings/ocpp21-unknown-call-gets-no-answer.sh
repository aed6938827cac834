#!/usr/bin/env bash
# With OCPP 2.1, the Python OCPP library never answers a call that has no handler.
#
# Versions: ocpp 2.1.0 (PyPI)
# Guess: versions differ in their messages and share the frame around them. A call without a handler
# gets the error NotImplemented, and an unknown call gets NotSupported.
# Observed: the code for both errors knows 1.6, 2.0 and 2.0.1 only. With 2.1 nothing is sent, so the
# other side waits until its own timeout.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ocpp==2.1.0

cat >expected <<'END'
1.6 ClearCache: NotImplemented
1.6 NoSuchAction: NotSupported
2.0.1 ClearCache: NotImplemented
2.0.1 NoSuchAction: NotSupported
2.1 ClearCache: no answer
2.1 NoSuchAction: no answer
END
cat >try.py <<'END'
import asyncio
import json
import logging

from ocpp import v16, v21, v201

logging.disable(logging.CRITICAL)


class Connection:
    def __init__(self):
        self.sent = []

    async def send(self, message):
        self.sent.append(json.loads(message))


async def main():
    for version, package in (("1.6", v16), ("2.0.1", v201), ("2.1", v21)):
        for action in ("ClearCache", "NoSuchAction"):
            connection = Connection()
            charge_point = package.ChargePoint("CP-1", connection)
            await charge_point.route_message(json.dumps([2, "id-1", action, {}]))
            print(f"{version} {action}:", connection.sent[0][2] if connection.sent else "no answer")


asyncio.run(main())
END
venv/bin/python try.py | tee observed
diff expected observed
