#!/usr/bin/env bash
# An anonymizer of OCPP logs wipes every changed setting and gives one transaction two names.
#
# Versions: ocpp-anonymizer 0.1.0 (PyPI), OCPP 1.6
# Guess: AuthorizationKey and credentials in URLs are masked, as the README says, and other settings
# stay. A transaction has the same token in all messages, so a session can be traced.
# Observed: the value of every ChangeConfiguration is treated as a URL. "300" is none and becomes
# "[INVALID_URL_MASKED]", so the log no longer shows what was set. RemoteStopTransaction keeps the
# transaction's number, while StopTransaction has its token.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ocpp-anonymizer==0.1.0

cat >expected <<'END'
ChangeConfiguration {"key": "HeartbeatInterval", "value": "[INVALID_URL_MASKED]"}
ChangeConfiguration {"key": "MeterValuesSampledData", "value": "[INVALID_URL_MASKED]"}
RemoteStopTransaction {"transactionId": 17}
StopTransaction {"transactionId": "a token"}
MeterValues {"transactionId": "a token"}
END
cat >anonymize.py <<'END'
import json

from ocpp_anonymizer import hash_value, process_log_line

calls = [
    ("ChangeConfiguration", {"key": "HeartbeatInterval", "value": "300"}),
    ("ChangeConfiguration", {"key": "MeterValuesSampledData", "value": "Voltage,SoC"}),
    ("RemoteStopTransaction", {"transactionId": 17}),
    ("StopTransaction", {"transactionId": 17}),
    ("MeterValues", {"transactionId": 17}),
]
for action, payload in calls:
    line = process_log_line(f"CP-1 : send {json.dumps([2, 'id', action, payload])}")
    message = json.loads(line.partition("message ")[2])
    print(action, json.dumps(message[3]).replace(hash_value(17), "a token"))
END
OCPP_ANONYMIZER_SECRET_SALT=example venv/bin/python anonymize.py | tee observed
diff expected observed
