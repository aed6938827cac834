#!/usr/bin/env bash
# A charging session whose start was reported twice never ends for an OCPP central system.
#
# Versions: ocpp-csms 0.1.0, ocpp 2.1.0, aiohttp 3.14.5 (PyPI), OCPP 1.6
# Guess: a charger that got no answer to StartTransaction may send it again, as OCPP 1.6 allows
# ("TransactionMessageAttempts"). The same connector, card, meter reading and time are the same
# transaction. A signed meter value is a proof beside the number and does not hide it.
# Observed: the repetition is a second transaction. The charger knows and stops this one only, so
# the first is "running" on the connector after the car has left, until the central system is
# restarted. If a signed value follows the number, the latest meter reading has no number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    ocpp-csms==0.1.0 ocpp==2.1.0 aiohttp==3.14.5

cat >expected <<'END'
started: 1 running
started again on a new connection: 2 running, the same id False
stopped: 1 running, from 1000 Wh on
meter value 1500, then signed: latest None
signed, then meter value 1500: latest 1500.0
END
cat >charge.py <<'END'
import asyncio
import json

import aiohttp
from ocpp_csms import CentralSystem

START = {
    "connectorId": 1,
    "idTag": "04A2B3C4",
    "meterStart": 1000,
    "timestamp": "2026-05-01T08:00:00Z",
}
NUMBER = {"value": "1500"}
SIGNED = {"value": "T0NNRg==", "format": "SignedData"}


async def ask(connection, name, payload):
    await connection.send_str(json.dumps([2, name, name, payload]))
    return json.loads(await connection.receive_str())[2]


async def main():
    async with CentralSystem(host="127.0.0.1", port=0) as central, aiohttp.ClientSession() as http:
        address = f"ws://127.0.0.1:{central.port}/CP1"
        async with http.ws_connect(address, protocols=["ocpp1.6"]) as connection:
            first = (await ask(connection, "StartTransaction", START))["transactionId"]
        charger = central.charge_points["CP1"]
        print(f"started: {len(charger.transactions)} running")

        async with http.ws_connect(address, protocols=["ocpp1.6"]) as connection:
            second = (await ask(connection, "StartTransaction", START))["transactionId"]
            running = len(charger.transactions)
            same = first == second
            print(f"started again on a new connection: {running} running, the same id {same}")
            end = {"transactionId": second, "meterStop": 2000, "timestamp": "2026-05-01T10:00:00Z"}
            await ask(connection, "StopTransaction", end)
            left = charger.get_transaction(1)
            print(f"stopped: {len(charger.transactions)} running, from {left.meter_start} Wh on")

            for order, samples in (
                ("meter value 1500, then signed", [NUMBER, SIGNED]),
                ("signed, then meter value 1500", [SIGNED, NUMBER]),
            ):
                values = {"timestamp": "2026-05-01T09:00:00Z", "sampledValue": samples}
                await ask(connection, "MeterValues", {"connectorId": 1, "meterValue": [values]})
                print(f"{order}: latest {charger.get_meter_reading(1).numeric}")


asyncio.run(main())
END
venv/bin/python charge.py | tee observed
diff expected observed
