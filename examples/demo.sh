#!/bin/sh
# Takes the example issues through the bot in a throw-away repository with a list of its own.
# The argument is the Python to use.
set -eu

python=$1
here=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 1' HUP INT TERM

mkdir "$place/.github"
cp -R "$here/.github/ISSUE_TEMPLATE" "$place/.github"
cp "$here/examples/list/README.md" "$here"/examples/*.md "$place"
cd "$place"
git init --quiet --initial-branch=main
git add --all
git -c user.name=demo -c user.email=demo@localhost -c commit.gpgSign=false commit --quiet --message 'A small list'

bot() { PYTHONPATH=$here "$python" -m bot "$@"; }
say() { printf '######## %s\n\n' "$*"; }

say 'Four people have filled in a form. The first answered (101-new-charger.md):'
sed '1,/^state/d' 101-new-charger.md | grep '[^-]' | paste - -
echo
say 'The bot on all four: python -m bot apply 10*.md'
bot apply 10*.md
echo
say 'Each change is one commit on a branch of its own: git branch'
git --no-pager branch --format='%(refname:short)  %(subject)'
echo
say 'A second time changes nothing: python -m bot apply 10*.md | grep bot/issue'
bot apply 10*.md | grep bot/issue
echo
say 'All this was in a throw-away repository. To try your own issue, in this clone:'
echo "${python#"$here"/} -m bot preview my-issue.md    # shows the outcome, writes nothing"
