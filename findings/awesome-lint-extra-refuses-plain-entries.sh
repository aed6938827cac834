#!/usr/bin/env bash
# A linter for awesome lists refuses entries that consist of a name, a link and a description.
#
# Versions: awesome-lint-extra 1.0.0 (PyPI)
# Guess: "- [Name](link) - Description.", the format of awesome's own guidelines, passes, and badges
# before the dash are optional. The table of contents is compared with the sections.
# Observed: there must be something between the link and the dash, or "no description" is found. A
# description that begins with a digit or an umlaut is not found either. The table of contents is
# checked only between comments that disable another linter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check awesome-lint-extra==1.0.0

echo '{"allowed_hosts": ["a.example"]}' >.awesomerc.json
cat >expected <<'END'
- [Terra](https://a.example/1) - Wallbox with OCPP 1.6.
  README.md:3  [Terra] No description found after ' - '
- [Terra](https://a.example/1) `1.6J` - Wallbox with OCPP 1.6.
  All checks passed.
- [Terra](https://a.example/1) `1.6J` - 22 kW wallbox.
  README.md:3  [Terra] No description found after ' - '
- [Terra](https://a.example/1) `1.6J` - Ökostrom only.
  README.md:3  [Terra] No description found after ' - '
- [Nowhere](#nowhere)
  All checks passed.
<!--lint disable-->
- [Nowhere](#nowhere)
<!--lint enable-->
  ToC entry 'Nowhere' has no matching ## section
END
lint() {
    printf '%s\n' '## Wallboxes' '' "$@" >README.md
    printf '%s\n' "$@"
    venv/bin/awesome-lint-extra | sed '/^$/d; /^Found/d; /^All/s/^/  /' || true
}
{
    lint '- [Terra](https://a.example/1) - Wallbox with OCPP 1.6.'
    lint '- [Terra](https://a.example/1) `1.6J` - Wallbox with OCPP 1.6.'
    lint '- [Terra](https://a.example/1) `1.6J` - 22 kW wallbox.'
    lint '- [Terra](https://a.example/1) `1.6J` - Ökostrom only.'
    lint '- [Nowhere](#nowhere)'
    lint '<!--lint disable-->' '- [Nowhere](#nowhere)' '<!--lint enable-->'
} | tee observed
diff expected observed
