#!/usr/bin/env bash
# An OpenEVSE library counts 10 faults for 16 and reads -256 degrees from a missing sensor.
#
# Versions: openevsewifi 1.1.2, requests 2.34.2 (PyPI); the protocol is OpenEVSE's RAPI
# Guess: counters, which RAPI sends in hexadecimal, are read as such, like the flags in the same
# library. A temperature sensor that is not installed reads 0.0, as the docstring says.
# Observed: counters are read as decimal numbers. They are right up to 9 faults, 10 to 15 raise an
# error, 16 become 10 and 153 become 99. The firmware marks a missing sensor with -2560, which
# becomes -256.0 degrees Celsius.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openevsewifi==1.1.2 requests==2.34.2

cat >expected <<'END'
9 faults: read as 9
10 faults: ValueError
16 faults: read as 10
153 faults: read as 99
159 faults: ValueError
sensors: clock -256.0, ambient 23.5, infrared -256.0
END
cat >ask.py <<'END'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import unquote

from openevsewifi import Charger

answers = {"$GP": "$OK -2560 235 -2560"}


class OpenEVSE(BaseHTTPRequestHandler):
    def do_POST(self):
        command = unquote(self.rfile.read(int(self.headers["Content-Length"])).decode())
        body = json.dumps({"ret": answers[command.removeprefix("rapi=")]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = HTTPServer(("127.0.0.1", 0), OpenEVSE)
threading.Thread(target=server.serve_forever, daemon=True).start()
charger = Charger(f"127.0.0.1:{server.server_port}", json=True)
for counted in (9, 10, 16, 0x99, 0x9F):
    answers["$GF"] = f"$OK {counted:x} 0 0"
    try:
        print(f"{counted} faults: read as {charger.gfi_trip_count}")
    except ValueError:
        print(f"{counted} faults: ValueError")
clock, ambient = charger.rtc_temperature, charger.ambient_temperature
print(f"sensors: clock {clock}, ambient {ambient}, infrared {charger.ir_temperature}")
END
venv/bin/python ask.py | tee observed
diff expected observed
