#!/usr/bin/env bash
# A charging session of 20 hours lasts 1 h 47 min for a sonnen library, and departure cannot be set.
#
# Versions: sonnen-charger-modbus 0.1.5, pymodbus 3.1.3 (PyPI), Etrel INCH
# Guess: the duration has four registers, so readSessionDuration() reads all four, as the library
# does for the session's id. setDepartureTime() writes the moment that it is given.
# Observed: only the last 16 bits count, as in the maker's own example, so the duration begins anew
# after 18 h 12 min. A car that stays for the weekend has a short session. The departure time, and
# the clock, are refused with an error of the struct module before anything is sent.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    sonnen-charger-modbus==0.1.5 pymodbus==3.1.3

cat >expected <<'END'
18 h: duration 18:00:00
20 h: duration 1:47:44
62 h: duration 7:23:12
session 70000: id 70000
departure: struct.error
clock: struct.error
messages for the two: 0
END
cat >ask.py <<'END'
import socket
import struct
import threading
from datetime import datetime

from sonnen_charger_modbus import Charger

SESSION_ID, DURATION = 40, 32  # the first of four registers each
numbers = {}
requests = []


def serve(server):
    connection, _ = server.accept()
    while frame := connection.recv(260):
        requests.append(frame)
        data = numbers[int.from_bytes(frame[8:10], "big")].to_bytes(8, "big")
        answer = frame[6:8] + bytes([len(data)]) + data
        connection.sendall(frame[:4] + len(answer).to_bytes(2, "big") + answer)


server = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=serve, args=(server,), daemon=True).start()
charger = Charger("127.0.0.1", server.getsockname()[1])
for hours in (18, 20, 62):
    numbers[DURATION] = hours * 3600
    print(f"{hours} h: duration {charger.readSessionDuration()}")
numbers[SESSION_ID] = 70000
print(f"session 70000: id {charger.readSessionID()}")
before = len(requests)
for name, set_time in (("departure", charger.setDepartureTime), ("clock", charger.setTime)):
    try:
        set_time(datetime(2026, 5, 4, 7))
        print(f"{name}: set")
    except struct.error:
        print(f"{name}: struct.error")
print(f"messages for the two: {len(requests) - before}")
charger.close()
END
venv/bin/python ask.py | tee observed
diff expected observed
