#!/usr/bin/env bash
# Two Markdown linters, asked to fix a list, delete the signs in "1 * 32 A or 3 * 16 A".
#
# Versions: markdownlint-cli2 0.22.1 (npm), pymarkdownlnt 0.9.41, cmarkgfm 2025.10.22 (PyPI)
# Guess: a style fix changes the source and not the page. A star with spaces on both sides is text
# and stays text.
# Observed: rule MD037 takes two such stars in a cell for emphasis with stray spaces, removes the
# spaces, and thereby creates the emphasis. GitHub then shows "1 32 A or 3 16 A", partly in italics.
# A single star is left alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pymarkdownlnt==0.9.41 cmarkgfm==2025.10.22
npm install --silent --ignore-scripts --no-audit --no-fund markdownlint-cli2@0.22.1

cat >list.md <<'END'
# Chargers

| Model    | Notes                |
| -------- | -------------------- |
| Terra 11 | 1 * 32 A or 3 * 16 A |
| Terra 22 | 3 * 32 A             |
END
cat >expected <<'END'
as it was
<td>1 * 32 A or 3 * 16 A</td>
<td>3 * 32 A</td>
fixed by markdownlint
<td>1 <em>32 A or 3</em> 16 A</td>
<td>3 * 32 A</td>
fixed by pymarkdown
<td>1 <em>32 A or 3</em> 16 A</td>
<td>3 * 32 A</td>
END
page() {
    echo "$1"
    venv/bin/python - "$2" <<'END'
import sys

import cmarkgfm

html = cmarkgfm.github_flavored_markdown_to_html(open(sys.argv[1]).read())
print("\n".join(line for line in html.splitlines() if " A</td>" in line))
END
}
cp list.md npm.md
cp list.md pypi.md
# Either fails after a fix: one for what it left, the other to say that it changed the file.
npx markdownlint-cli2 --fix npm.md >/dev/null 2>&1 || true
venv/bin/pymarkdown -e md037 fix pypi.md >/dev/null || true
{
    page "as it was" list.md
    page "fixed by markdownlint" npm.md
    page "fixed by pymarkdown" pypi.md
} | tee observed
diff expected observed
