#!/usr/bin/env bash
# An OCPP connection test reports SUCCESS for a charger that the central system rejects.
#
# Versions: test-ocpp 1.0.0, websockets 17.4 (PyPI), OCPP 1.6
# Guess: success, with exit status 0, means that the three steps in the README worked: subprotocol
# negotiated, boot accepted, heartbeat answered.
# Observed: any answer is a SUCCESS: "Rejected", "Pending", no status at all, even from a server
# that negotiated no subprotocol, which only prints a warning. So a check in a script passes for a
# charger that may not charge.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check test-ocpp==1.0.0 websockets==17.4

cat >expected <<'END'
accepted: SUCCESS, status 0
pending: SUCCESS, status 0
rejected: SUCCESS, status 0
empty answers: SUCCESS, status 0
no subprotocol: SUCCESS, status 0
END
cat >try.py <<'END'
import asyncio
import contextlib
import io
import json

from test_ocpp.cli import main
from websockets.asyncio.server import serve

TIME = "2026-01-01T00:00:00Z"


async def tested(boot, heartbeat, subprotocols):
    async def central_system(connection):
        async for message in connection:
            _, number, action, _ = json.loads(message)
            answer = boot if action == "BootNotification" else heartbeat
            await connection.send(json.dumps([3, number, answer]))

    def agree(connection, offered):
        return subprotocols[0] if subprotocols else None

    async with serve(central_system, "127.0.0.1", 0, select_subprotocol=agree) as server:
        port = server.sockets[0].getsockname()[1]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = await asyncio.to_thread(main, [f"ws://127.0.0.1:{port}", "CP-1"])
    return f"{printed.getvalue().split()[-1]}, status {status}"


async def show():
    heartbeat = {"currentTime": TIME}
    for verdict in ("Accepted", "Pending", "Rejected"):
        boot = {"status": verdict, "currentTime": TIME, "interval": 300}
        print(f"{verdict.lower()}:", await tested(boot, heartbeat, ["ocpp1.6"]))
    print("empty answers:", await tested({}, {}, ["ocpp1.6"]))
    boot = {"status": "Accepted", "currentTime": TIME, "interval": 300}
    print("no subprotocol:", await tested(boot, heartbeat, []))


asyncio.run(show())
END
venv/bin/python try.py | tee observed
diff expected observed
