#!/usr/bin/env bash
# A client for charging stations searches 3.5 km to the east of Amsterdam when asked for 5 km.
#
# Versions: oplaadpalen-py 0.1.1, aiohttp 3.14.5 (PyPI)
# Guess: the box of coordinates in the request encloses the circle. Degrees of longitude get shorter
# to the north, so the box gets wider in degrees.
# Observed: its width is divided by a factor that grows to the north, 0.87 in Amsterdam, where the
# cosine is 0.61. The farther north, the more is missing: more than half in Tromsø. At the equator
# the box is too wide. Stations outside are missing without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check oplaadpalen-py==0.1.1 aiohttp==3.14.5

cat >expected <<'END'
equator: 5.0 km to the north, 7.2 km to the east
Amsterdam: 5.0 km to the north, 3.5 km to the east
Tromsø: 5.0 km to the north, 1.9 km to the east
END
cat >search.py <<'END'
import asyncio
from contextlib import asynccontextmanager
from math import cos, radians
from types import SimpleNamespace

from oplaadpalen_py import OplaadpalenClient

PLACES = {"equator": (0.0, 20.0), "Amsterdam": (52.37, 4.9), "Tromsø": (69.65, 18.96)}
KM_PER_DEGREE = 111.3


class Session:
    """Keeps the box of coordinates instead of asking for it."""

    @asynccontextmanager
    async def get(self, address, params, **settings):
        self.box = [float(part) for part in params["BBOX"].split(",")]

        async def nothing():
            return {"features": []}

        yield SimpleNamespace(status=200, json=nothing)


async def main():
    for name, (latitude, longitude) in PLACES.items():
        session = Session()
        await OplaadpalenClient(session).get_charging_stations(latitude, longitude, radius_km=5)
        _, _, east, north = session.box
        to_north = (north - latitude) * KM_PER_DEGREE
        to_east = (east - longitude) * KM_PER_DEGREE * cos(radians(latitude))
        print(f"{name}: {to_north:.1f} km to the north, {to_east:.1f} km to the east")


asyncio.run(main())
END
venv/bin/python search.py | tee observed
diff expected observed
