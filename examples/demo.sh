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

say() { printf '\n######## %s\n\n' "$*"; }

say 'Four people have filled in a form. This is what the first has sent, examples/101-new-charger.md:'
cat examples/101-new-charger.md

say 'What becomes of the four, change, pull request and reply: python -m bot apply examples/*.md'
"$python" -m bot apply examples/*.md

say 'Each change is one commit on a branch of its own; the form with mistakes got a reply only: git branch'
git --no-pager branch --verbose
for branch in $(git for-each-ref --format='%(refname:short)' refs/heads/bot/); do
    printf '\n%s\n' "$branch"
    git --no-pager diff --stat "main...$branch"
done

say 'Once more: what is there already stays as it is: python -m bot apply examples/*.md | grep =='
"$python" -m bot apply examples/*.md | grep '^=='

say 'All this was in a throw-away clone. In your own:'
echo "${python#"$here"/} -m bot preview examples/*.md    # shows what would happen"
echo "${python#"$here"/} -m bot apply examples/*.md      # makes the branches"
