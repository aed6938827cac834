#!/usr/bin/env bash
# A KEBA library gives 0.0533 as the percentage of a charger that offers 32 A with a duty cycle of 53.3 %.
#
# Versions: keba-kecontact 4.3.1 (PyPI); the protocol is KEBA's UDP Programmers Guide V2.01, report 2
# Guess: "Max curr %" comes from the charger in tenths of a percent: 533 is 53.3 %, 1000 is 100 %.
# A library made to convert units gives 53.3 or, as a share, 0.533.
# Observed: it divides by ten thousand: 0.0533 for 53.3 % and 0.1 for 100 %, neither a percentage
# nor a share. The current and the energy in the same answers are right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check keba-kecontact==4.3.1

cat >read.py <<'END'
import asyncio
import json
from types import SimpleNamespace

from keba_kecontact.charging_station import ChargingStation


async def main():
    device = SimpleNamespace(model="P30", host="127.0.0.1")
    station = ChargingStation(None, device, asyncio.get_running_loop(), periodic_request=False)
    for current, tenths in ((32000, 533), (0, 1000)):
        report = {"ID": "2", "Max curr": current, "Max curr %": tenths, "Setenergy": 100000}
        await station.datagram_received(json.dumps(report))
        values = [station.get_value(name) for name in ("Max curr", "Max curr %", "Setenergy")]
        print(f"{tenths / 10} %: Max curr {values[0]}, Max curr % {values[1]}, Setenergy {values[2]}")


asyncio.run(main())
END
venv/bin/python read.py >seen

cat >expected <<'END'
53.3 %: Max curr 32.0, Max curr % 0.0533, Setenergy 10.0
100.0 %: Max curr 0.0, Max curr % 0.1, Setenergy 10.0
END
diff expected seen && cat seen
