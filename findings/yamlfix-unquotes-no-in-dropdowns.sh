#!/usr/bin/env bash
# A YAML fixer strips the quotes from the dropdown option "No", which then is no longer text.
#
# Versions: yamlfix 1.19.1, PyYAML 6.0.4 (PyPI)
# Guess: quotes around a truth word of YAML 1.1 stay; a fixer aware of such words would rather add
# them.
# Observed: with its defaults yamlfix writes No for "No", beside a '1.6' that keeps its quotes, so
# the dropdown gets the option false.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check yamlfix==1.19.1 PyYAML==6.0.4

cat >form.yml <<'END'
---
name: New charger
description: A charger that the list lacks
body:
  - type: dropdown
    id: portal
    attributes:
      label: Works without the portal of its maker
      options:
        - "Yes"
        - "No"
        - "1.6"
END
cat >expected <<'END'
before: ['Yes', 'No', '1.6']
      options: [Yes, No, '1.6']
after: [True, False, '1.6']
END
options() {
    venv/bin/python - <<'END'
import yaml

form = yaml.safe_load(open("form.yml"))
print(form["body"][0]["attributes"]["options"])
END
}
{
    echo "before: $(options)"
    venv/bin/yamlfix form.yml 2>/dev/null
    grep "options:" form.yml
    echo "after: $(options)"
} | tee observed
diff expected observed
