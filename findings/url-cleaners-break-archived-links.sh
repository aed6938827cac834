#!/usr/bin/env bash
# Two libraries for cleaning addresses break links to archived pages and to parts of a page.
#
# Versions: url-normalize 3.1.0, courlan 1.4.0, w3lib 2.5.0 (PyPI)
# Guess: cleaning lower-cases the host and drops trackers. Path and fragment name the document and
# stay.
# Observed: both collapse the double slash inside an archived address. url-normalize also escapes
# fragments, which breaks the routes of web shops and links to a passage of text, and turns "#!"
# into a query. courlan replaces a page by the address in its query. w3lib, asked to keep fragments,
# keeps their meaning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    url-normalize==3.1.0 courlan==1.4.0 w3lib==2.5.0

cat >expected <<'END'
https://web.archive.org/web/2024/https://www.example.com/m
  url-normalize: https://web.archive.org/web/2024/https:/www.example.com/m
  courlan: https://web.archive.org/web/2024/https:/www.example.com/m
https://www.example.com/#/products/terra
  url-normalize: https://www.example.com/#%2Fproducts%2Fterra
https://www.example.com/m#:~:text=OCPP%201.6
  url-normalize: https://www.example.com/m#%3A~%3Atext=OCPP%201.6
https://www.example.com/#!terra
  url-normalize: https://www.example.com/?_escaped_fragment_=terra
https://www.example.com/compare?url=https://www.example.org/terra
  courlan: https://www.example.org/terra
END
cat >clean.py <<'END'
from courlan import clean_url
from url_normalize import url_normalize
from w3lib.url import canonicalize_url

addresses = """
https://web.archive.org/web/2024/https://www.example.com/m
https://www.example.com/#/products/terra
https://www.example.com/m#:~:text=OCPP%201.6
https://www.example.com/#!terra
https://www.example.com/compare?url=https://www.example.org/terra
"""
for address in addresses.split():
    print(address)
    cleaned = {"url-normalize": url_normalize(address), "courlan": clean_url(address)}
    if "?" not in address:  # w3lib escapes the address in the query, which means the same
        cleaned["w3lib"] = canonicalize_url(address, keep_fragments=True)
    for name, result in cleaned.items():
        if result != address:
            print(f"  {name}: {result}")
END
venv/bin/python clean.py | tee observed
diff expected observed
