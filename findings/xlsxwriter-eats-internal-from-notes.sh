#!/usr/bin/env bash
# The note "internal: RCD type A" loses its first word in a spreadsheet written by pandas.
#
# Versions: pandas 3.1.1, XlsxWriter 3.3.1, openpyxl 3.1.5 (PyPI)
# Guess: text stays text. Addresses may become links, but keep their visible text.
# Observed: XlsxWriter reads "internal:" and "external:" as its own kinds of link and "mailto:" as
# an address, and cuts them off. pandas prefers XlsxWriter once it is installed; the other engine,
# openpyxl, keeps the notes whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    pandas==3.1.1 XlsxWriter==3.3.1 openpyxl==3.1.5

cat >expected <<'END'
by default: [' RCD type A', ' meter on request', 'sales@example.com']
with openpyxl: ['internal: RCD type A', 'external: meter on request', 'mailto:sales@example.com']
END
cat >notes.py <<'END'
import pandas

NOTES = ["internal: RCD type A", "external: meter on request", "mailto:sales@example.com"]
table = pandas.DataFrame({"Notes": NOTES})
for name, engine in (("by default", None), ("with openpyxl", "openpyxl")):
    table.to_excel("notes.xlsx", engine=engine, index=False)
    print(f"{name}:", pandas.read_excel("notes.xlsx")["Notes"].tolist())
END
venv/bin/python notes.py | tee observed
diff expected observed
