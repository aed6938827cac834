#!/usr/bin/env bash
# A KEBA Modbus library sets a hundred times the energy limit that its documentation promises.
#
# Versions: keba-modbus-client 0.2.0, pymodbus 3.16.1, pydantic 2.14.4, pydantic-settings 2.16.3
# (PyPI); the register is 5010 of KEBA's Modbus TCP Programmers Guide V1.02, in units of 10 Wh
# Guess: set_charging_kilowatthours() takes units of 10 Wh, like the register: 1 stops after 10 Wh,
# as its docstring says, and 100 after 1 kWh.
# Observed: it multiplies by a hundred, so 1 stops after 1 kWh and 100 after 100 kWh. Limits below 1
# kWh cannot be set.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check keba-modbus-client==0.2.0 \
    pymodbus==3.16.1 pydantic==2.14.4 pydantic-settings==2.16.3

cat >expected <<'END'
1: documented 10 Wh, register 5010 gets 100, which is 1000 Wh
100: documented 1000 Wh, register 5010 gets 10000, which is 100000 Wh
END
cat >limit.py <<'END'
import socket
import threading

from python_keba_client import KebaModbusClient

UNIT_WH = 10
written = []


def charger(server):
    connection, _ = server.accept()
    while frame := connection.recv(260):
        written.append((int.from_bytes(frame[8:10], "big"), int.from_bytes(frame[10:12], "big")))
        connection.sendall(frame)  # the answer to "write single register" repeats the request


server = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=charger, args=(server,), daemon=True).start()
client = KebaModbusClient(address="127.0.0.1", port=server.getsockname()[1])
for steps in (1, 100):
    client.set_charging_kilowatthours(steps)
    register, value = written[-1]
    said = f"documented {steps * UNIT_WH} Wh"
    print(f"{steps}: {said}, register {register} gets {value}, which is {value * UNIT_WH} Wh")
END
venv/bin/python limit.py | tee observed
diff expected observed
