#!/usr/bin/env bash
# Libraries that take the main text out of a page leave out the very lines with the OCPP version.
#
# Versions: jusText 3.0.2, boilerpy3 1.0.7, readability-lxml 0.9, resiliparse 2.0.1; for comparison trafilatura 2.3.1,
#   inscriptis 2.7.6. Python 3.11.
# A good guess: on a product page of text, a table of technical data, a list and a definition list, all of them inside
#   <main><article>, an extractor of the main text drops navigation and footer and keeps the rest.
# Observed: jusText and boilerpy3 keep the prose only: no table, no list, no definition. readability and resiliparse
#   (main_content=True) keep the table and the definition and drop the list, so of three versions that the page names
#   two are found. trafilatura and inscriptis keep all three.
# Exit status: 0 as observed, 1 otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check uv==0.13.9  # older pips fail on the extras of lxml
venv/bin/uv pip install --quiet --python venv/bin/python justext==3.0.2 boilerpy3==1.0.7 readability-lxml==0.9 \
  resiliparse==2.0.1 trafilatura==2.3.1 inscriptis==2.7.6
cat > look.py <<'PYTHON'
import sys

import inscriptis, justext, readability, trafilatura
from boilerpy3.extractors import ArticleExtractor, DefaultExtractor
from resiliparse.extract.html2text import extract_plain_text

PROSE = (
    "<p>The Zaptec Go is a compact wallbox for the home. It was designed in Norway and is made to last for many years "
    "in any weather. It fits into every garage and charges with up to 22 kilowatts, which is more than most cars can "
    "take today.</p>"
)
PAGE = f"""<!doctype html><html lang=en><head><title>Zaptec Go</title></head><body>
<header><nav><a href=/>Home</a> <a href=/products>Products</a></nav></header>
<main><article><h1>Zaptec Go</h1>{PROSE * 3}
<h2>Technical data</h2>
<table><tr><th>Weight</th><td>1.3 kg</td></tr><tr><th>Protocol</th><td>OCPP 1.6J</td></tr><tr><th>Mains</th><td>230 V</td></tr></table>
<h2>Connection</h2><ul><li>OCPP 2.0.1</li><li>Wi-Fi</li></ul>
<dl><dt>Backend</dt><dd>OCPP 2.1</dd></dl>
</article></main><footer>Zaptec AS</footer></body></html>"""


def by_justext(page):
    paragraphs = justext.justext(page.encode(), justext.get_stoplist("English"))
    return "\n".join(one.text for one in paragraphs if not one.is_boilerplate)


WAYS = {
    "jusText": by_justext,
    "boilerpy3 (article)": ArticleExtractor().get_content,
    "boilerpy3 (default)": DefaultExtractor().get_content,
    "readability": lambda page: readability.Document(page).summary(),
    "resiliparse": lambda page: extract_plain_text(page, main_content=True),
    "trafilatura": trafilatura.extract,
    "inscriptis": inscriptis.get_text,
}
found = {}
for name, way in WAYS.items():
    text = way(PAGE) or ""
    found[name] = [version for version in ("1.6J", "2.0.1", "2.1") if f"OCPP {version}" in text or f"OCPP\xa0{version}" in text]
    print(f"{name:20} prose: {'compact wallbox' in text!s:5} versions: {', '.join(found[name]) or 'none'}")
expected = {
    "jusText": [],
    "boilerpy3 (article)": [],
    "boilerpy3 (default)": [],
    "readability": ["1.6J", "2.1"],
    "resiliparse": ["1.6J", "2.1"],
    "trafilatura": ["1.6J", "2.0.1", "2.1"],
    "inscriptis": ["1.6J", "2.0.1", "2.1"],
}
sys.exit(0 if found == expected else 1)
PYTHON
venv/bin/python look.py
