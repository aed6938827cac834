#!/usr/bin/env bash
# One table writer drops a source that only later chargers have, another takes it for the model.
#
# Versions: array-to-table 1.0.1 (npm), tomark 0.1.4, tabulate 0.10.0, cmarkgfm 2025.10.22 (PyPI)
# Guess: a table of records has the columns of all records, with empty cells as in tabulate, or the
# writer raises an error. The key of a value decides its column.
# Observed: both take the columns of the first record. array-to-table drops the others. tomark
# writes the values of each record in their own order: in the last row the source is in the Model
# column, the model in the Version column, and GitHub cuts off the version.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    tomark==0.1.4 tabulate==0.10.0 cmarkgfm==2025.10.22
npm install --silent --ignore-scripts --no-audit --no-fund array-to-table@1.0.1

cat >chargers.json <<'END'
[
    {"Model": "Go", "Version": "1.6J"},
    {"Model": "Pro", "Version": "2.0.1", "Source": "p.example"},
    {"Source": "m.example", "Model": "Max", "Version": "2.1"}
]
END
cat >expected <<'END'
tabulate
  Model, Version, Source
  Go, 1.6J, -
  Pro, 2.0.1, p.example
  Max, 2.1, m.example
array-to-table
  Model, Version
  Go, 1.6J
  Pro, 2.0.1
  Max, 2.1
tomark
  Model, Version
  Go, 1.6J
  Pro, 2.0.1
  m.example, Max
END
cat >write.py <<'END'
import json
import re
import subprocess

import cmarkgfm
import tabulate
import tomark

SCRIPT = 'console.log(require("array-to-table")(require("./chargers.json")))'
chargers = json.load(open("chargers.json"))
tables = {
    "tabulate": tabulate.tabulate(chargers, headers="keys", tablefmt="github"),
    "array-to-table": subprocess.check_output(["node", "--eval", SCRIPT], text=True),
    "tomark": tomark.Tomark.table(chargers),
}
for name, table in tables.items():
    print(name)
    page = cmarkgfm.github_flavored_markdown_to_html(table)
    for row in page.split("<tr>")[1:]:
        cells = re.findall("<t[hd][^>]*>(.*?)</t[hd]>", row)
        print(" ", ", ".join(re.sub("<[^>]*>", "", cell) or "-" for cell in cells))
END
venv/bin/python write.py | tee observed
diff expected observed
