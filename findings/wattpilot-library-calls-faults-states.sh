#!/usr/bin/env bash
# A Wattpilot library calls a leakage current "Charging", and a charger without a fault faulty.
#
# Versions: wattpilot 0.2, websocket-client 1.9.2, websockets 17.4 (PyPI)
# Guess: errorState names the error, as the API description in the same package does: 0 is none, 1
# an AC leakage, 2 a DC leakage, 3 a phase, 8 a missing protective earth. The go-e API v2, on which
# it is based, has the same table.
# Observed: it names the error with the table for the state of the car. Each healthy charger has an
# "Unknown Error", and one that has cut off for a DC leakage is "Charging". From 6 on there is no
# name: the library closes the connection, so that the last fault stays and all else is lost.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    wattpilot==0.2 websocket-client==1.9.2 websockets==17.4

cat >expected <<'END'
description of error 0: None
description of error 1: FiAc
description of error 2: FiDc
description of error 3: Phase
description of error 8: GndInvalid
charger sends 0: Unknown Error
charger sends 1: Idle
charger sends 2: Charging
charger sends 3: Wait Car
charger sends 8: Wait Car, connected False, 233 V where 238 V were sent
END
cat >listen.py <<'END'
import json
import logging
import pkgutil
import queue
import time
from threading import Thread

import yaml
from wattpilot import Wattpilot
from websockets.sync.server import serve

logging.disable(logging.CRITICAL)
HELLO = {"type": "hello", "serial": "10000000", "manufacturer": "fronius"}
HELLO |= {"devicetype": "wattpilot", "protocol": 2}
values, ended = queue.Queue(), queue.Queue()


def charger(connection):
    def send(**message):
        connection.send(json.dumps(message))

    send(**HELLO)
    send(type="authSuccess")
    for error in (0, 1, 2, 3, 8):
        send(type="deltaStatus", status={"err": error, "nrg": [230 + error] * 16})
    for _ in connection:  # until the library closes the connection
        pass
    ended.put(True)


description = yaml.safe_load(pkgutil.get_data("wattpilot", "ressources/wattpilot.yaml"))
(names,) = (entry["valueMap"] for entry in description["properties"] if entry["key"] == "err")
for error in (0, 1, 2, 3, 8):
    print(f"description of error {error}: {names[str(error)]}")

with serve(charger, "127.0.0.1", 0) as server:
    Thread(target=server.serve_forever, daemon=True).start()
    pilot = Wattpilot(f"127.0.0.1:{server.socket.getsockname()[1]}", "secret")

    def keep(name, value):
        if name == "err":
            values.put((value, pilot.errorState))

    pilot.register_property_callback(keep)
    pilot.connect()
    ended.get(timeout=30)
    while not values.empty():
        print("charger sends {}: {}".format(*values.get()))
    for _ in range(50):
        if pilot.connected:
            time.sleep(0.1)
    print(f"charger sends 8: {pilot.errorState}, connected {pilot.connected}, ", end="")
    print(f"{pilot.voltage1} V where 238 V were sent")
    server.shutdown()
END
venv/bin/python listen.py | tee observed
diff expected observed
