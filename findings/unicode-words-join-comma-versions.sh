#!/usr/bin/env bash
# Unicode word rules see one word in "1.6,2.0.1" and two in "1.6J,2.0.1J".
#
# Versions: uniseg 0.10.1, regex 2026.11.19 (PyPI), Intl.Segmenter of Node
# Guess: a comma or semicolon between two versions separates words, with or without a space after
# it.
# Observed: between two digits both belong to a number (Unicode Standard Annex 29, rules WB11 and
# WB12). A slash does not, and a letter before the comma ends the number. Three implementations
# agree, so a search index built on them finds 2.0.1 in some rows only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check uniseg==0.10.1 regex==2026.11.19

cat >expected <<'END'
1.6,2.0.1: [1.6,2.0.1]
1.6;2.0.1: [1.6;2.0.1]
1.6/2.0.1: [1.6] [2.0.1]
1.6, 2.0.1: [1.6] [2.0.1]
1.6J,2.0.1J: [1.6J] [2.0.1J]
END
cat >words.py <<'END'
import re
import subprocess

import regex
import uniseg.wordbreak

SEGMENT = """
const words = [...new Intl.Segmenter("en", { granularity: "word" }).segment(process.argv[1])];
console.log(words.map(({ segment }) => segment).join("\\n"));
"""


def show(parts):
    return " ".join(f"[{part}]" for part in parts if re.search(r"\w", part))


for text in ("1.6,2.0.1", "1.6;2.0.1", "1.6/2.0.1", "1.6, 2.0.1", "1.6J,2.0.1J"):
    by_node = subprocess.check_output(["node", "--eval", SEGMENT, text], text=True)
    found = {
        show(uniseg.wordbreak.words(text)),
        show(regex.split(r"(?V1w)\b", text)),
        show(by_node.split("\n")),
    }
    print(f"{text}:", " or ".join(sorted(found)))
END
venv/bin/python words.py | tee observed
diff expected observed
