#!/usr/bin/env bash
# A go-e library for API v2 reports a tenth of the current and two scales of power.
#
# Versions: smart-energy-goecharger-api 0.3.1, requests 2.34.2 (PyPI); go-e API v2
# Guess: 231 V, 15.9 A and 3672 W on a phase, as API v2 sends them, are returned as such. Codes mean
# what go-e documents: "wst" 3 is connected, "adi" is a boolean, "tof" counts minutes.
# Observed: values are scaled as for API v1. The current is 1.5 A, one phase has 367.2 and all three
# together have 109.94. The network is "not connected" for every code, the adapter "unknown" for
# true, an offset of 60 minutes is -40, and the allowed current is always missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    smart-energy-goecharger-api==0.3.1 requests==2.34.2

cat >expected <<'END'
u_l1 231
i_l1 1.5
p_l1 367.2
p_l2 363.4
p_l3 368.8
p_all 109.94
wifi not connected
adapter unknown
timezone_offset -40
allowed_ampere None
END
cat >ask.py <<'END'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from goechargerv2.goecharger import GoeChargerApi

VOLTS, AMPERES, WATTS = [231, 230, 232, 0], [15.9, 15.8, 15.9], [3672, 3634, 3688, 0, 10994]
STATUS = {
    "car": 2,
    "nrg": [*VOLTS, *AMPERES, *WATTS, 100, 100, 100, 100],
    "wst": 3,
    "adi": True,
    "tof": 60,
    "acu": 16,
}
NAMES = "u_l1 i_l1 p_l1 p_l2 p_l3 p_all wifi adapter timezone_offset allowed_ampere"


class Charger(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(STATUS).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = HTTPServer(("127.0.0.1", 0), Charger)
threading.Thread(target=server.serve_forever, daemon=True).start()
status = GoeChargerApi(f"http://127.0.0.1:{server.server_port}", "example").request_status()
for name in NAMES.split():
    print(name, status[name])
END
venv/bin/python ask.py | tee observed
diff expected observed
