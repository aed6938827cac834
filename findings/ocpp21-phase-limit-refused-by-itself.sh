#!/usr/bin/env bash
# The Python OCPP library cannot send an OCPP 2.1 limit for one phase: it refuses its own message.
#
# Versions: ocpp 2.1.0 (PyPI)
# Guess: a call built from the library's own data classes passes the schema shipped with the
# library.
# Observed: field limit_l2 leaves as "limitL2", while the schema says "limit_L2". The same happens
# to the phases of all other limits and set points, to receipt_url ("receiptURL") and to the state
# of charge in a battery swap ("SoC" for "soC").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ocpp==2.1.0

cat >expected <<'END'
all phases alike: sent {"startPeriod": 0, "limit": 16.0}
less on phase 2: FormatViolationError
  Additional properties are not allowed ('limitL2' was unexpected)
battery swap: FormatViolationError
  Additional properties are not allowed ('SoC', 'soh' were unexpected)
receipt: FormatViolationError
  Additional properties are not allowed ('receiptURL' was unexpected)
END
cat >try.py <<'END'
import asyncio
import json
import logging

from ocpp.v21 import ChargePoint, call, datatypes

logging.disable(logging.CRITICAL)


class Sent(Exception):
    """Carries a message that was let through to the connection."""


class Connection:
    async def send(self, message):
        raise Sent(message)


def profile(**limits):
    period = datatypes.ChargingSchedulePeriodType(start_period=0, **limits)
    schedule = datatypes.ChargingScheduleType(
        id=1, charging_rate_unit="A", charging_schedule_period=[period]
    )
    return call.SetChargingProfile(
        evse_id=1,
        charging_profile=datatypes.ChargingProfileType(
            id=1,
            stack_level=0,
            charging_profile_purpose="TxProfile",
            charging_profile_kind="Relative",
            charging_schedule=[schedule],
        ),
    )


async def main():
    battery = datatypes.BatteryDataType(evse_id=1, serial_number="B-7", soc=80, soh=95)
    token = datatypes.IdTokenType(id_token="0011", type="Central")
    calls = {
        "all phases alike": profile(limit=16.0),
        "less on phase 2": profile(limit=16.0, limit_l2=10.0),
        "battery swap": call.BatterySwap([battery], "BatteryIn", token, 1),
        "receipt": call.NotifySettlement(
            "1", "Settled", 4.2, "2026-01-01T00:00:00Z", receipt_url="https://r.example/1"
        ),
    }
    for name, payload in calls.items():
        try:
            await ChargePoint("CP-1", Connection()).call(payload)
        except Sent as sent:
            schedule = json.loads(str(sent))[3]["chargingProfile"]["chargingSchedule"][0]
            print(f"{name}: sent {json.dumps(schedule['chargingSchedulePeriod'][0])}")
        except Exception as error:
            print(f"{name}: {type(error).__name__}")
            print(f"  {error.details['cause']}")


asyncio.run(main())
END
venv/bin/python try.py | tee observed
diff expected observed
