#!/usr/bin/env bash
# A pattern the schema hook reads well breaks it as soon as other keys are forbidden beside it.
#
# Versions: check-jsonschema 0.39.0, jsonschema 4.26.0 (PyPI)
# Guess: check-jsonschema reads all patterns of a schema as ECMAScript, as its help says, so
# `\p{L}` works for values and for keys.
# Observed: it does for `pattern` and for `patternProperties` alone. With `additionalProperties:
# false` beside `patternProperties`, the same pattern is read by Python's re: a traceback, even for
# a good file. `propertyNames` with the same pattern works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check check-jsonschema==0.39.0 jsonschema==4.26.0

echo '{"Modèle": "Zaptec Go"}' >good.json
echo '{" ": "Zaptec Go"}' >bad.json
echo '{"patternProperties": {"\\p{L}": {"pattern": "\\p{L}"}}}' >open.json
echo '{"patternProperties": {"\\p{L}": {}}, "additionalProperties": false}' >closed.json
echo '{"propertyNames": {"pattern": "\\p{L}"}}' >names.json
cat >expected <<'END'
open.json good.json: ok
open.json bad.json: ok
closed.json good.json: traceback, re.error
closed.json bad.json: traceback, re.error
names.json good.json: ok
names.json bad.json: refused
END
for schema in open.json closed.json names.json; do
    for file in good.json bad.json; do
        if venv/bin/check-jsonschema --schemafile "$schema" "$file" >output 2>&1; then
            echo "$schema $file: ok"
        elif grep -qE '^(re\.error|re\.PatternError)' output; then
            echo "$schema $file: traceback, re.error"
        else
            echo "$schema $file: refused"
        fi
    done
done | tee observed
diff expected observed
