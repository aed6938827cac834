#!/usr/bin/env bash
# A citation by "The EV Charger List contributors" gets an author with family name "contributors".
#
# Versions: cffconvert 2.0.0, pybtex 0.26.1 (PyPI), @citation-js/core 0.8.2, @citation-js/plugin-cff
# 0.6.2, @citation-js/plugin-bibtex 0.8.2 (npm)
# Guess: an author with a "name" in CITATION.cff is a team, whose name is put in braces for BibTeX.
# A list with "type: dataset" is not described as source code, and "&" and "%" are escaped.
# Observed: cffconvert writes the name without braces. BibTeX then takes the last word for a family
# name, and "ABB and Alfen users" for two people. The type is ignored. "&" and "%" reach LaTeX,
# where "%" begins a comment. Citation.js does it as guessed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cffconvert==2.0.0 pybtex==0.26.1
npm install --silent --ignore-scripts --no-audit --no-fund @citation-js/core@0.8.2 \
    @citation-js/plugin-cff@0.6.2 @citation-js/plugin-bibtex@0.8.2

cat >CITATION.cff <<'END'
cff-version: 1.2.0
message: Please cite this list.
title: "Wallboxes & OCPP: 100 % of them"
type: dataset
date-released: "2026-11-30"
authors:
  - name: The EV Charger List contributors
  - name: ABB and Alfen users
END
cat >expected <<'END'
cffconvert
  title: Wallboxes & OCPP: 100 % of them
  author: family name contributors, other names The EV Charger List
  author: family name ABB, other names none
  author: family name users, other names Alfen
  kind: SoftwareSourceCode
Citation.js
  title: Wallboxes \& {OCPP}: 100 \% of them
  author: family name {The EV Charger List contributors}, other names none
  author: family name {ABB and Alfen users}, other names none
  kind: dataset
END
cat >citation-js.cjs <<'END'
const { readFileSync } = require("node:fs");
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-cff");

const cite = new Cite(readFileSync("CITATION.cff", "utf8"));
console.log(JSON.stringify({ bibtex: cite.format("bibtex"), kind: cite.data[0].type }));
END
cat >cite.py <<'END'
import json
import subprocess

from pybtex.database import parse_string


def show(name, bibtex, kind):
    print(name)
    (entry,) = parse_string(bibtex, "bibtex").entries.values()
    print("  title:", entry.fields["title"])
    for person in entry.persons["author"]:
        others = person.first_names + person.middle_names + person.prelast_names
        family = " ".join(person.last_names)
        print(f"  author: family name {family}, other names {' '.join(others) or 'none'}")
    print("  kind:", kind)


def cffconvert(form):
    return subprocess.check_output(["venv/bin/cffconvert", "--format", form], text=True)


show("cffconvert", cffconvert("bibtex"), json.loads(cffconvert("schema.org"))["@type"])
show("Citation.js", **json.loads(subprocess.check_output(["node", "citation-js.cjs"], text=True)))
END
venv/bin/python cite.py | tee observed
diff expected observed
