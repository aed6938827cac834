#!/usr/bin/env bash
# A scheduler for cheap hours picks the price for selling, and fails on the last day of a month.
#
# Versions: energy-tariff-scheduler 0.0.8 (PyPI), with a stand-in for the household's account
# Guess: for Octopus Agile it takes the tariff whose code has "AGILE", whatever other meters there
# are, and tells a household without one that its tariff is not supported, as it has a text for
# that. A contract that begins later is not in force. Go, made for charging at night, works every
# day.
# Observed: the search for "AGILE" succeeds where there is none, since not found is -1, which counts
# as true. The last meter decides: with solar panels that is the one for selling, and the car
# charges when selling pays least. A planned change raises SystemExit, as both contracts count as
# active. On the 31st the schedule for Go asks for the 32nd.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check energy-tariff-scheduler==0.0.8

cat >expected <<'END'
Agile: E-1R-AGILE-24-10-01-C
Agile, and selling: E-1R-OUTGOING-VAR-24-10-26-C
neither: E-1R-VAR-22-11-01-C
Agile from 2100 on: SystemExit
Go on 2026-05-30: 0 prices
Go on 2026-05-31: ValueError
END
cat >schedule.py <<'END'
from datetime import datetime

from energy_tariff_scheduler import schedules
from energy_tariff_scheduler.config import OctopusGoScheduleConfig
from energy_tariff_scheduler.prices import OctopusCurrentTariffAndProductClient

AGILE = "E-1R-AGILE-24-10-01-C"
SELLING = "E-1R-OUTGOING-VAR-24-10-26-C"
OTHER = "E-1R-VAR-22-11-01-C"


def contract(code, begin="2025-01-01T00:00:00Z", end=None):
    return {"tariff_code": code, "valid_from": begin, "valid_to": end}


class Account(OctopusCurrentTariffAndProductClient):
    def __init__(self, *meters):
        self.meters = [{"agreements": contracts} for contracts in meters]

    def get_account(self):
        return {"properties": [{"electricity_meter_points": self.meters}]}


change = "2100-01-01T00:00:00Z"
for name, account in {
    "Agile": Account([contract(AGILE)]),
    "Agile, and selling": Account([contract(AGILE)], [contract(SELLING)]),
    "neither": Account([contract(OTHER)]),
    "Agile from 2100 on": Account([contract(OTHER, end=change), contract(AGILE, begin=change)]),
}.items():
    try:
        found, _ = account.get_accounts_tariff_and_matched_product_code("AGILE")
    except SystemExit as error:
        found = type(error).__name__
    print(f"{name}: {found}")


class Prices:
    def get_prices_for_users_tariff_and_product(self, **wanted):
        return []


def nothing(price):
    pass


for day in (30, 31):

    class Calendar(datetime):
        @classmethod
        def now(cls, zone=None):
            return datetime(2026, 5, day, tzinfo=zone)

    schedules.datetime = Calendar
    config = OctopusGoScheduleConfig(
        prices_to_include=1, action_when_cheap=nothing, action_when_expensive=nothing
    )
    try:
        schedules.OctopusGoScheduleProvider(Prices(), config, None, None).run()
        result = "0 prices"
    except ValueError as error:
        result = type(error).__name__
    print(f"Go on 2026-05-{day}: {result}")
END
venv/bin/python schedule.py | tee observed
diff expected observed
