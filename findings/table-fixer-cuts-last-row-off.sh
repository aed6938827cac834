#!/usr/bin/env bash
# A fixer of Markdown tables cuts the last row off a table, and makes a table of an example.
#
# Versions: markdown-table-fixer 0.1.12, cmarkgfm 2025.10.22 (PyPI)
# Guess: it aligns the pipes of tables, and the page stays the same. A row needs no pipe at its end,
# and an indented block is code.
# Observed: a row without its last pipe is not taken for one. Around a table with long lines the
# fixer writes comments for markdownlint; the second one comes before that row and ends the table:
# GitHub shows the charger as a paragraph. An indented example of a table loses its indentation and
# becomes a table, with a row nobody meant for the list.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    markdown-table-fixer==0.1.12 cmarkgfm==2025.10.22

cat >list.md <<'END'
# Chargers

| Model | OCPP | Source |
|---|---|---|
| Go | 1.6J | [Installation manual](https://charger.example/downloads/go/manual-en.pdf) |
| Pro | 2.0.1 | [Data sheet](https://charger.example/pro.pdf)

A row looks like this:

    | Model | OCPP | Source |
    |---|---|---|
    | Name | Version | Address |
END
cat >expected <<'END'
before
  Go, 1.6J
  Pro, 2.0.1
fixed
  Go, 1.6J
  Name, Version
END
cat >rows.py <<'END'
import re
import sys

import cmarkgfm

page = cmarkgfm.github_flavored_markdown_to_html(open("list.md").read())
print(sys.argv[1])
for row in page.split("<tr>"):
    cells = re.findall("<td>(.*?)</td>", row)
    if cells:
        print(" ", ", ".join(cells[:2]))
END
{
    venv/bin/python rows.py before
    # Its exit status counts what was wrong before.
    venv/bin/markdown-table-fixer lint --auto-fix list.md >/dev/null 2>&1 || true
    venv/bin/python rows.py fixed
} | tee observed
diff expected observed
