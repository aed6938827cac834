#!/usr/bin/env bash
# Two editors for Markdown tables lose the second source of rows that were not edited.
#
# Versions: mdb-cli 0.1.1, md-spreadsheet-parser 1.4.3, cmarkgfm 2025.10.22 (PyPI)
# Guess: changing the notes of one charger changes one row. An escaped pipe in another row stays
# escaped, as GitHub needs it and as "round-trip support" promises.
# Observed: mdb ends the cell at the escaped pipe and writes all rows again without the rest, so the
# second address is deleted from the file. It also drops the alignment. md-spreadsheet-parser reads
# the whole cell and writes the pipe without its backslash, so GitHub drops the second source.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    mdb-cli==0.1.1 md-spreadsheet-parser==1.4.3 cmarkgfm==2025.10.22

cat >list.md <<'END'
`💾 🌀 SELECT * FROM chargers`

| Model | Notes | Source |
| --- | :---: | --- |
| Go 2 | 22 kW | [Manual](https://m.example) \| [Shop](https://s.example) |
| Pro | 11 kW | [Manual](https://p.example) |
END
cat >expected <<'END'
before
  Go 2, 22 kW, Manual | Shop
  Pro, 11 kW, Manual
mdb
  Go 2, 22 kW, Manual \
  Pro, 7.4 kW, Manual
  | --- | --- | --- |
  | Go 2 | 22 kW | [Manual](https://m.example) \ |
md-spreadsheet-parser
  Go 2, 22 kW, Manual
  Pro, 7.4 kW, Manual
  | --- | :---: | --- |
  | Go 2 | 22 kW | [Manual](https://m.example) | [Shop](https://s.example) |
END
cat >edit.py <<'END'
import re
import subprocess

import cmarkgfm
from md_spreadsheet_parser import scan_tables

CHANGE = "UPDATE chargers SET Notes='7.4 kW' WHERE Model='Pro'"
before = open("list.md").read()


def show(name, markdown):
    print(name)
    page = cmarkgfm.github_flavored_markdown_to_html(markdown)
    for row in page.split("<tr>")[2:]:
        cells = re.findall("<td[^>]*>(.*?)</td>", row)
        print(" ", ", ".join(re.sub("<[^>]*>", "", cell) for cell in cells))
    for line in markdown.splitlines():
        if re.match(r"\| (---|Go 2)", line) and markdown != before:
            print(" ", line)


show("before", before)
(table,) = scan_tables(before)
table.rows[1][1] = "7.4 kW"
subprocess.run(["venv/bin/mdb", "push", CHANGE], check=True, stdout=subprocess.DEVNULL)
show("mdb", open("list.md").read())
show("md-spreadsheet-parser", table.to_markdown())
END
venv/bin/python edit.py | tee observed
diff expected observed
