#!/usr/bin/env bash
# A charger that is switched off reports an energy counter of 0 kWh through a go-e library.
#
# Versions: goecharger 0.1.0, requests 2.34.2 (PyPI)
# Guess: asking a charger which nobody can reach raises an error, or gives "unknown" for all values,
# as it does for the state of the car.
# Observed: no error. Texts are "unknown", and numbers are those of a charger that never charged:
# 0 kWh in total and for each card, 0 V, 0 degrees. The time zone is -100 hours: the API adds 100,
# and the library takes it off a missing value too. So a logger of the counter sees a reset, and all
# energy ever charged as new once the charger is back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check goecharger==0.1.0 requests==2.34.2

cat >ask.py <<'END'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from goecharger import GoeCharger

STATUS = {"car": "1", "eto": "45678", "eca": "1200", "tof": "101", "nrg": [231, 230, 232]}


class Charger(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(STATUS).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def show(moment):
    status = charger.requestStatus()
    names = ("car_status", "energy_total", "u_l1", "charger_temp", "timezone_offset")
    values = ", ".join(f"{name} {status[name]}" for name in names)
    print(f"{moment}: {values}, token_a {status['energy_by_token']['token_a']}")


server = HTTPServer(("127.0.0.1", 0), Charger)
charger = GoeCharger(f"127.0.0.1:{server.server_port}")
thread = threading.Thread(target=server.serve_forever)
thread.start()
show("on")
server.shutdown()
thread.join()
server.server_close()
show("off")
END
venv/bin/python ask.py >seen

cat >expected <<'END'
on: car_status Charger ready, no vehicle, energy_total 4567.8, u_l1 231, charger_temp 0, timezone_offset 1, token_a 120.0
off: car_status unknown, energy_total 0.0, u_l1 0, charger_temp 0, timezone_offset -100, token_a 0.0
END
diff expected seen && cat seen
