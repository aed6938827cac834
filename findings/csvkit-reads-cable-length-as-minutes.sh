#!/usr/bin/env bash
# Sorting a list of chargers with csvkit turns a 5 m cable into five minutes and 3,7 kW into 37.
#
# Versions: csvkit 2.2.0, agate 1.14.2 (PyPI)
# Guess: csvsort reorders rows and leaves cells alone. If it guesses types, "5 m" is still text.
# Observed: a column is written as durations if every value reads as one: metres become minutes, and
# the models "1D" and "2D" become days. A decimal comma is taken for a thousands separator. One
# "P30" among the values keeps the column as text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2

cat >chargers.csv <<'END'
Model,Cable,Power in kW,Type
2D,7 m,"7,4",P30
1D,5 m,"3,7",1D
END
cat >expected <<'END'
Model,Cable,Power in kW,Type
"1 day, 0:00:00",0:05:00,37,1D
"2 days, 0:00:00",0:07:00,74,P30
[
  {
    "Model": "2 days, 0:00:00",
    "Cable": "0:07:00",
    "Power in kW": 74.0,
    "Type": "P30"
  },
  {
    "Model": "1 day, 0:00:00",
    "Cable": "0:05:00",
    "Power in kW": 37.0,
    "Type": "1D"
  }
]
END
{
    venv/bin/csvsort --columns Model chargers.csv
    venv/bin/csvjson --indent 2 chargers.csv
    echo
} | tee observed
diff --ignore-blank-lines expected observed
