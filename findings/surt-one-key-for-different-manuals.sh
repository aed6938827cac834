#!/usr/bin/env bash
# The Internet Archive's library for address keys gives different documents the same key.
#
# Versions: surt 0.3.1 (PyPI)
# Guess: scheme and host are folded, perhaps a session number too. Path and query keep their case,
# since servers may tell it apart.
# Observed: path and query are lower-cased, "%2F" becomes a real slash, and "www2." is dropped like
# "www.". A lookup of one manual by its key can return the archived copy of another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check surt==0.3.1

cat >expected <<'END'
com,example)/docs/ac22.pdf
  https://example.com/docs/AC22.pdf
  https://example.com/Docs/ac22.pdf
  https://www2.example.com/docs/ac22.pdf
com,example)/get?id=ab1
  https://example.com/get?id=aB1
  https://example.com/get?id=Ab1
com,example)/terra/11.pdf
  https://example.com/Terra/11.pdf
  https://example.com/Terra%2F11.pdf
END
cat >keys.py <<'END'
from collections import defaultdict

from surt import surt

addresses = """
https://example.com/docs/AC22.pdf
https://example.com/Docs/ac22.pdf
https://www2.example.com/docs/ac22.pdf
https://example.com/get?id=aB1
https://example.com/get?id=Ab1
https://example.com/Terra/11.pdf
https://example.com/Terra%2F11.pdf
"""
by_key = defaultdict(list)
for address in addresses.split():
    by_key[surt(address)].append(address)
for key, found in by_key.items():
    print(key, *found, sep="\n  ")
END
venv/bin/python keys.py | tee observed
diff expected observed
