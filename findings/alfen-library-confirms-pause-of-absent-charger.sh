#!/usr/bin/env bash
# An Alfen library confirms that charging is paused at a charger that nobody can reach.
#
# Versions: alfen-eve-modbus-tcp 0.0.17, pymodbus 3.16.1 (PyPI)
# Guess: set_current() writes the limit, reads back what the charger applies, and returns True only
# if both agree, as its docstring says. switch_phase() tells whether the phases were switched.
# Observed: a failed write is not looked at, and a failed read counts as a limit of 0.0 A. So the
# one command that must not get lost, 0 A, is confirmed while the charger is off the network and
# the car goes on charging. 6 A is not. Switching to one phase "succeeds" as well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    alfen-eve-modbus-tcp==0.0.17 pymodbus==3.16.1

cat >expected <<'END'
write 0 A: False
applied limit: 0.0
set 0 A and verify: True
set 0 A and confirm: True
set 6 A and verify: False
switch to one phase: True
END
cat >pause.py <<'END'
import logging
import socket

from alfen_eve_modbus_tcp import CarCharger

logging.disable(logging.CRITICAL)  # pymodbus reports each refused connection
with socket.socket() as nobody:
    nobody.bind(("127.0.0.1", 0))  # taken, but not listening: each connection is refused
    charger = CarCharger("127.0.0.1", nobody.getsockname()[1], timeout=0.1)
    print("write 0 A:", charger.write_with_retry("modbus_slave_max_current", 0.0))
    print("applied limit:", charger.get_applied_current())
    print("set 0 A and verify:", charger.set_current(0.0, timeout_s=1, settle_s=0))
    print("set 0 A and confirm:", charger.set_current_and_confirm(0.0))
    print("set 6 A and verify:", charger.set_current(6.0, timeout_s=1, settle_s=0))
    print("switch to one phase:", charger.switch_phase(1))
END
venv/bin/python pause.py | tee observed
diff expected observed
