#!/usr/bin/env bash
# A library for the Wallbox Quasar reports a locked charger without a car as connected and charging.
#
# Versions: wallbox-modbus 0.0.1, pymodbus 3.6.9 (PyPI)
# Guess: is_charging_discharging() tells whether energy flows, and is_car_connected() whether there
# is a car.
# Observed: the first returns the lock register, so a locked charger "charges" and an unlocked one
# does not. The second takes every state but "no car connected" for a car, including state 6, "no
# car connected and charger locked". Both are wrong once the charger is locked.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check wallbox-modbus==0.0.1 pymodbus==3.6.9

cat >expected <<'END'
no car, unlocked: charging 0, car connected False
charging, unlocked: charging 0, car connected True
no car, locked: charging 1, car connected True
END
cat >ask.py <<'END'
import asyncio
import contextlib
import io
import socket
import threading

from wallbox_modbus import WallboxModbus

LOCK, STATE = 0x100, 0x219
NO_CAR, CHARGING, NO_CAR_AND_LOCKED = 0, 1, 6
registers = {}


def charger(server):
    connection, _ = server.accept()
    while frame := connection.recv(260):
        first, count = int.from_bytes(frame[8:10], "big"), int.from_bytes(frame[10:12], "big")
        words = [registers.get(place, 0) for place in range(first, first + count)]
        data = b"".join(word.to_bytes(2, "big") for word in words)
        answer = frame[6:8] + bytes([len(data)]) + data
        connection.sendall(frame[:4] + len(answer).to_bytes(2, "big") + answer)


async def main():
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=charger, args=(server,), daemon=True).start()
    wallbox = WallboxModbus("127.0.0.1", server.getsockname()[1])
    await wallbox.connect()
    for moment, state, lock in (
        ("no car, unlocked", NO_CAR, 0),
        ("charging, unlocked", CHARGING, 0),
        ("no car, locked", NO_CAR_AND_LOCKED, 1),
    ):
        registers.update({STATE: state, LOCK: lock})
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it reads
            charging = await wallbox.is_charging_discharging()
        connected = await wallbox.is_car_connected()
        print(f"{moment}: charging {charging}, car connected {connected}")
    wallbox.close()


asyncio.run(main())
END
venv/bin/python ask.py | tee observed
diff expected observed
