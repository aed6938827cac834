#!/usr/bin/env bash
# A CSV diff reports nothing when one of two chargers with the same name is removed.
#
# Versions: csv-diff 1.2 (PyPI)
# Guess: two rows with the same key are an error, as the key must be unique, or both are compared.
# Without a key whole rows are compared, and a row that occurs twice counts twice.
# Observed: the last row with a key replaces the others before the comparison. Removing or changing
# the first "Home" is no difference, and removing the last one is reported as a change. Without a
# key, removing one of two equal rows is no difference. There is no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check csv-diff==1.2

cat >list.csv <<'END'
Model,OCPP Version,Source
Home,1.6J,https://a.example
Home,2.0.1,https://b.example
Pro,1.6J,https://c.example
Pro,1.6J,https://c.example
END
cat >expected <<'END'
first Home removed, --key Model
first Home changed, --key Model
last Home removed, --key Model
1 row changed
  Model: Home
    OCPP Version: "2.0.1" => "1.6J"
    Source: "https://b.example" => "https://a.example"
one Pro removed, no key
END
difference() {
    echo "$1"
    shift
    venv/bin/csv-diff list.csv new.csv "$@" | sed '/^$/d'
}
{
    sed '2d' list.csv >new.csv
    difference "first Home removed, --key Model" --key Model
    sed '2s/1.6J/2.1/' list.csv >new.csv
    difference "first Home changed, --key Model" --key Model
    sed '3d' list.csv >new.csv
    difference "last Home removed, --key Model" --key Model
    sed '5d' list.csv >new.csv
    difference "one Pro removed, no key"
} | tee observed
diff expected observed
