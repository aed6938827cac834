#!/usr/bin/env bash
# An OCPI client says that there are 50 locations in all where the server says 120.
#
# Versions: latam-evra-ocpi 0.5.0, httpx 0.28.1, pydantic 2.14.4 (PyPI), OCPI 2.3.0
# Guess: the "total" of a page is OCPI's header X-Total-Count. A loop that raises the offset until
# it reaches the total gets everything.
# Observed: it is the number of entries on that page. Such a loop ends after the first page, with 50
# of 120 locations and no error. Neither the header nor the link to the next page is read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    latam-evra-ocpi==0.5.0 httpx==0.28.1 pydantic==2.14.4

cat >expected <<'END'
page at 0: 50 entries, total 50, X-Total-Count 120
received 50 of 120 locations
page at 100: 20 entries, total 20, X-Total-Count 120
END
cat >pages.py <<'END'
import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

from latam_evra_ocpi import OcpiClient

COUNT = 120


class Hub(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        offset, limit = int(query["offset"][0]), int(query["limit"][0])
        places = range(offset, min(offset + limit, COUNT))
        data = [location(place) for place in places]
        body = {"status_code": 1000, "timestamp": "2026-01-01T00:00:00Z", "data": data}
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("X-Total-Count", str(COUNT))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


def location(place):
    return {
        "country_code": "CL",
        "party_id": "EXA",
        "id": f"LOC{place}",
        "publish": True,
        "address": "Example Road 1",
        "city": "Example",
        "country": "CHL",
        "coordinates": {"latitude": "-33.440000", "longitude": "-70.650000"},
    }


async def page_at(client, offset):
    page = await client.get_locations("token", offset=offset, limit=50)
    entries = f"{len(page.locations)} entries, total {page.total}"
    print(f"page at {offset}: {entries}, X-Total-Count {COUNT}")
    return page


async def main():
    server = HTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    async with OcpiClient(f"http://127.0.0.1:{server.server_port}/ocpi/2.3.0") as client:
        received, total = 0, 1
        while received < total:
            page = await page_at(client, received)
            received, total = received + len(page.locations), page.total
        print(f"received {received} of {COUNT} locations")
        await page_at(client, 100)


asyncio.run(main())
END
venv/bin/python pages.py | tee observed
diff expected observed
