#!/usr/bin/env bash
# A planner for charging sets a limit of 240 A, even for a pause, if the voltage is not known.
#
# Versions: optivgi 0.2.0, ocpp 2.1.0 (PyPI), OCPP 1.6
# Guess: without a voltage it takes 240 V, as the docstring says: 3.6 kW are 15 A, 0 kW are 0 A. The
# profile is meant for OCPP's SetChargingProfile, so an OCPP library sends it as it is.
# Observed: without a voltage the limit is 240, the number of volts, whatever was planned, and all
# periods become one. Nor can the profile be sent with a voltage: its periods start at 0.0, where
# OCPP wants an integer, and a limit is not rounded to a tenth of an ampere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check optivgi==0.2.0 ocpp==2.1.0

cat >expected <<'END'
240 V, 3.6 kW, then a pause: 0.0 s 15.0 A, 60.0 s 0.0 A; TypeConstraintViolationError
230 V, 3.6 kW, then a pause: 0.0 s 15.652173913043478 A, 60.0 s 0.0 A; TypeConstraintViolationError
unknown, 3.6 kW, then a pause: 0.0 s 240 A; TypeConstraintViolationError
240 V, 3.6 kW now: 0 s 15.0 A; accepted
230 V, 3.6 kW now: 0 s 15.652173913043478 A; FormatViolationError
unknown, 3.6 kW now: 0 s 240 A; accepted
unknown, pause now: 0 s 240 A; accepted
END
cat >plan.py <<'END'
import asyncio
from datetime import datetime, timedelta, timezone

from ocpp.exceptions import OCPPError
from ocpp.messages import Call, validate_payload
from optivgi.scm.constants import AlgorithmConstants
from optivgi.scm.ev import EV, ChargingRateUnit

NOW = datetime(2026, 5, 1, 20, tzinfo=timezone.utc)


def car(volts, kilowatts):
    return EV(
        ev_id=1,
        active=True,
        station_id=1,
        connector_id=1,
        min_power=0,
        max_power=7.2,
        arrival_time=NOW,
        departure_time=NOW + timedelta(hours=8),
        energy=1,
        voltage=volts,
        power=[kilowatts] + [0.0] * (AlgorithmConstants.TIMESTEPS - 1),
    )


async def show(name, profile):
    payload = {"connectorId": 1, "csChargingProfiles": profile}
    try:
        await validate_payload(Call("1", "SetChargingProfile", payload), "1.6")
        opinion = "accepted"
    except OCPPError as error:
        opinion = type(error).__name__
    periods = profile["chargingSchedule"]["chargingSchedulePeriod"]
    limits = ", ".join(f"{period['startPeriod']} s {period['limit']} A" for period in periods)
    print(f"{name}: {limits}; {opinion}")


async def main():
    voltages = {"240 V": 240, "230 V": 230, "unknown": None}
    for name, volts in voltages.items():
        profile = car(volts, 3.6).charging_profile(NOW, ChargingRateUnit.A)
        await show(f"{name}, 3.6 kW, then a pause", profile)
    for name, volts in voltages.items():
        profile = car(volts, 3.6).current_charging_profile(NOW, ChargingRateUnit.A)
        await show(f"{name}, 3.6 kW now", profile)
    profile = car(None, 0.0).current_charging_profile(NOW, ChargingRateUnit.A)
    await show("unknown, pause now", profile)


asyncio.run(main())
END
venv/bin/python plan.py | tee observed
diff expected observed
