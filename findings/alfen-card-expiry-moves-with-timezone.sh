#!/usr/bin/env bash
# An Alfen library shifts the expiry of a charge card by the time zone of the computer.
#
# Versions: alfeneve 0.6.1, requests 2.34.2 (PyPI)
# Guess: the charger sends the expiry in seconds since 1970, so the aware datetime made from it is
# the same moment on every computer.
# Observed: the local time is labeled as UTC. Midnight of 1 July becomes 2 a.m. in Amsterdam and 8
# p.m. of the previous day in New York. Only a computer set to UTC gets it right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check alfeneve==0.6.1 requests==2.34.2

cat >expected <<'END'
UTC: 2026-07-01T00:00:00+00:00
Amsterdam: 2026-07-01T02:00:00+00:00
New York: 2026-06-30T20:00:00+00:00
END
cat >cards.py <<'END'
import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from alfeneve.alfen import Alfen

MIDNIGHT = 1782864000  # 2026-07-01T00:00:00Z
ZONES = {
    "UTC": "UTC0",
    "Amsterdam": "CET-1CEST,M3.5.0,M10.5.0/3",
    "New York": "EST5EDT,M3.2.0,M11.1.0",
}


class Charger(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"whitelist": [{"tag": "04A2B3C4", "expiryDate": MIDNIGHT}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = HTTPServer(("127.0.0.1", 0), Charger)
threading.Thread(target=server.serve_forever, daemon=True).start()
charger = Alfen(f"http://127.0.0.1:{server.server_port}", ("admin", "example"))
for zone, rule in ZONES.items():
    os.environ["TZ"] = rule
    time.tzset()
    (card,) = charger.whitelist(1)
    print(f"{zone}: {card['expiryDate'].isoformat()}")
END
venv/bin/python cards.py | tee observed
diff expected observed
