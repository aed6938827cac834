#!/usr/bin/env bash
# The cautious check of a charging schedule allows an overload which the exact check refuses.
#
# Versions: acnportal 0.3.3, numpy 2.4.6, pandas 3.1.1, scikit-learn 1.9.1 (PyPI)
# Guess: linear=True is "more conservative", as the docstring says: it takes the absolute values of
# all coefficients and never allows what the exact check refuses. The function in algorithms.utils,
# "a static version" of the network's, gives the same answers. A constant current is allowed for a
# day if it is for an hour.
# Observed: the network adds first. On a line that carries the difference of two phases, two cars
# with 30 A each cancel each other; in truth they make 52 A, and the limit is 40. The function takes
# absolute values, but then makes one number of all hours, the root of the sum of their squares: 30
# A are too much as soon as they last for two hours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    acnportal==0.3.3 numpy==2.4.6 pandas==3.1.1 scikit-learn==1.9.1

cat >expected <<'END'
two cars, 1 h: network exact False, cautious True; function exact False, cautious False
one car, 1 h: network exact True, cautious True; function exact True, cautious True
one car, 2 h: network exact True, cautious True; function exact True, cautious False
END
cat >check.py <<'END'
from datetime import datetime

import numpy as np
from acnportal.acnsim import Current, ChargingNetwork, EVSE, Simulator
from acnportal.acnsim.events import EventQueue
from acnportal.acnsim.interface import Interface
from acnportal.algorithms import UncontrolledCharging
from acnportal.algorithms.utils import infrastructure_constraints_feasible

VOLTS = 230
network = ChargingNetwork()
network.register_evse(EVSE("A", max_rate=32), VOLTS, 0)
network.register_evse(EVSE("B", max_rate=32), VOLTS, 120)
network.add_constraint(Current("A") - Current("B"), 40, name="line")
simulator = Simulator(
    network, UncontrolledCharging(), EventQueue(), datetime(2026, 5, 1), period=60, verbose=False
)
infrastructure = Interface(simulator).infrastructure_info()

for name, amperes, hours in (
    ("two cars", [30.0, 30.0], 1),
    ("one car", [30.0, 0.0], 1),
    ("one car", [30.0, 0.0], 2),
):
    schedule = np.repeat(np.array([amperes]).T, hours, axis=1)
    print(
        f"{name}, {hours} h:",
        f"network exact {network.is_feasible(schedule)},",
        f"cautious {network.is_feasible(schedule, linear=True)};",
        f"function exact {infrastructure_constraints_feasible(schedule, infrastructure)},",
        "cautious",
        infrastructure_constraints_feasible(schedule, infrastructure, linear=True),
    )
END
venv/bin/python -W ignore check.py | tee observed
diff expected observed
