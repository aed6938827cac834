#!/bin/sh
# Takes the example issues through the bot in a throw-away clone. The argument is the Python to use.
set -eu

python=$1
here=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 1' HUP INT TERM

git clone --quiet --no-hardlinks "$here" "$place/list"
cd "$place/list"
git checkout --quiet -B main

say() { printf '\n== %s\n\n' "$*"; }

say 'What would happen: python -m bot preview examples/*.md'
"$python" -m bot preview examples/*.md

say 'The same as commits on branches: python -m bot apply examples/*.md'
"$python" -m bot apply examples/*.md

say 'The branches: git branch'
git --no-pager branch --verbose

for branch in $(git for-each-ref --format='%(refname:short)' refs/heads/bot/); do
    say "The change: git diff main...$branch"
    git --no-pager diff "main...$branch"
done

say 'The clone is thrown away. To keep the branches, run "python -m bot apply" in your own clone.'
