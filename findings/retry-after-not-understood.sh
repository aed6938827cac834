#!/usr/bin/env bash
# urllib3, asked for one page and never told to retry, asks a busy server four times, and where it cannot read
# Retry-After it throws the answer away.
#
# Versions: urllib3 2.8.0; for comparison requests 2.34.2 (on the same urllib3), httpx 0.28.1. Python 3.11.
# A good guess: PoolManager().request("GET", ...) of a server that answers 503 gives the response with its status, as
#   requests and httpx do; a Retry-After that is not understood (RFC 9110 has seconds or a date) is ignored.
# Observed: with "Retry-After: 0" or a date that has passed there are four requests for one call. With "1.5" or "soon"
#   the call raises InvalidHeader and status and body of the 503 are lost. Without the header, or with an empty one, it is one request
#   and a response.
# Exit status: 0 as observed, 1 otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check urllib3==2.8.0 requests==2.34.2 httpx==0.28.1
cat > look.py <<'PYTHON'
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx, requests, urllib3


class Busy(BaseHTTPRequestHandler):
    value, count = None, 0

    def do_GET(self):
        Busy.count += 1
        self.send_response(503)
        if Busy.value is not None:
            self.send_header("Retry-After", Busy.value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Busy)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/"
clients = {
    "urllib3": lambda: urllib3.PoolManager().request("GET", url).status,
    "requests": lambda: requests.get(url).status_code,
    "httpx": lambda: httpx.get(url).status_code,
}
seen = {}
for value in (None, "", "0", "Wed, 21 Oct 2015 07:28:00 GMT", "1.5", "soon"):
    for name, ask in clients.items():
        Busy.value, Busy.count = value, 0
        try:
            result = ask()
        except Exception as error:
            result = type(error).__name__
        seen[value, name] = (result, Busy.count)
        print(f"Retry-After: {str(value):32} {name:9} {result} after {Busy.count} request(s)")
expected = {key: (503, 1) for key in seen}
expected["0", "urllib3"] = expected["Wed, 21 Oct 2015 07:28:00 GMT", "urllib3"] = (503, 4)
expected["1.5", "urllib3"] = expected["soon", "urllib3"] = ("InvalidHeader", 1)
sys.exit(0 if seen == expected else 1)
PYTHON
venv/bin/python look.py
