#!/usr/bin/env bash
# An analyzer of OCPP logs counts 4,567 kWh for a session whose start is not in the log.
#
# Versions: ocpp-lens 0.2.0 (PyPI), OCPP 1.6
# Guess: without its start, the energy of a session is unknown. Message ids are kept apart by
# sender, since charger and central system may both count from 1.
# Observed: the missing start counts as 0 Wh, so the whole meter reading becomes the energy of one
# complete session. The same happens within a log if the central system sends a call with the id of
# a StartTransaction: the start is dropped. A timestamp with an offset ("+02:00") is lost, and the
# duration with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ocpp-lens==0.2.0

cat >expected <<'END'
whole session: 10.0 kWh, complete, 120.0 minutes
log begins in the session: 4567.89 kWh, complete, None minutes
both sides count from 1: 4567.89 kWh, complete, None minutes
times with an offset: 10.0 kWh, complete, None minutes
END
cat >analyze.py <<'END'
import json

from ocpp_lens import OCPPAnalyzer, OCPPLogParser


def session(zone="Z"):
    begin = {"connectorId": 1, "idTag": "0011", "meterStart": 4_557_890}
    end = {"transactionId": 42, "meterStop": 4_567_890}
    answer = {"transactionId": 42, "idTagInfo": {"status": "Accepted"}}
    return [
        [2, "1", "StartTransaction", begin | {"timestamp": f"2026-05-01T08:00:00{zone}"}],
        [3, "1", answer],
        [2, "2", "StopTransaction", end | {"timestamp": f"2026-05-01T10:00:00{zone}"}],
        [3, "2", {}],
    ]


whole = session()
logs = {
    "whole session": whole,
    "log begins in the session": whole[2:],
    "both sides count from 1": whole[:2] + [[2, "1", "GetConfiguration", {}]] + whole[2:],
    "times with an offset": session(zone="+02:00"),
}
for name, messages in logs.items():
    text = "\n".join(json.dumps(message) for message in messages)
    result = OCPPAnalyzer().analyze(OCPPLogParser().parse_string(text))
    (found,) = result.sessions
    complete = "complete" if found.is_complete else "open"
    print(f"{name}: {result.total_energy_kwh} kWh, {complete}, {found.duration_minutes} minutes")
END
venv/bin/python analyze.py | tee observed
diff expected observed
