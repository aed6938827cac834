#!/usr/bin/env bash
# A myenergi library answers about another half hour, reads summer time from the date, and keeps the
# old number of phases.
#
# Versions: pymyenergi 0.2.3 (PyPI), with a stand-in for its connection
# Guess: history_energy_minutes(14:15, 30) gives the energy from 14:15 to 14:45, whatever the time
# zone of the date. "dst" 1 makes is_dst true. After set_phase_setting("3") num_phases is 3.
# Observed: it asks from 14:00 on, so 0.4 kWh charged after 14:30 are 0. A date at 16:15+02:00, the
# same moment, asks from 16:00 on. is_dst looks into the date ("dat") and is always false. The
# command for three phases is sent, but noted under a key which num_phases does not read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pymyenergi==0.2.3

cat >expected <<'END'
/cgi-jday-Z10000001-2026-7-1-14-0-30
0.0 kWh
/cgi-jday-Z10000001-2026-7-1-16-0-30
0.0 kWh
is_dst False
/cgi-zappi-phase-setting-Z10000001-1
num_phases 1
END
cat >ask.py <<'END'
import asyncio
from datetime import datetime, timedelta, timezone

from pymyenergi.zappi import Zappi

STATUS = {"sno": 10000001, "dat": "01-07-2026", "tim": "14:50:00", "dst": 1}
STATUS |= {"phaseSetting": "SINGLE_PHASE"}
CHARGED = range(14 * 60 + 30, 14 * 60 + 45)  # minutes of the day in which the car charges
JOULES = 96_000  # a minute at 1.6 kW


class Hub:
    """Answers as the hub does: a row a minute, in joules, from the hour and minute asked for."""

    async def get(self, path):
        print(path)
        if not path.startswith("/cgi-jday-"):
            return {"status": 0}
        hour, minute, count = map(int, path.split("-")[-3:])
        minutes = range(hour * 60 + minute, hour * 60 + minute + count)
        return {"U10000001": [{"h1b": JOULES if m in CHARGED else 0} for m in minutes]}


async def main():
    zappi = Zappi(Hub(), 10000001, STATUS)
    begin = datetime(2026, 7, 1, 14, 15, tzinfo=timezone.utc)
    for date in (begin, begin.astimezone(timezone(timedelta(hours=2)))):
        print((await zappi.history_energy_minutes(date, 30))["device_total"], "kWh")
    print("is_dst", zappi.is_dst)
    await zappi.set_phase_setting("3")
    print("num_phases", zappi.num_phases)


asyncio.run(main())
END
venv/bin/python ask.py | tee observed
diff expected observed
