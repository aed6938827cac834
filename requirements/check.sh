#!/bin/sh
# The hook of pre-commit: checks a list with the dependencies pinned beside this file.
set -eu

bot=$(cd "$(dirname "$0")/.." && pwd)
make --silent --directory "$bot" .venv/run >&2
PYTHONPATH=$bot exec "$bot/.venv/bin/python" -P -m bot check "$@"
