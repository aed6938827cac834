#!/usr/bin/env bash
# A converter of Markdown tables to JSON takes the first charger for the header.
#
# Versions: markdown-tables-to-json 0.1.7, @ts-stack/markdown 1.4.0 (npm)
# Guess: extract() gives the JSON of what extractObject() gives, as extractAll() does for several
# tables. A cell has the text that is in the list.
# Observed: making objects takes the header and the names off the table, and extract() makes them
# twice. The first charger becomes the header and the second column the names, so chargers with the
# same OCPP version overwrite each other: of three one is left. The cells of all methods are HTML:
# "&" becomes "&amp;", also inside addresses. With @ts-stack/markdown 1.5.0, the newest that the
# package admits, any table raises an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund \
    markdown-tables-to-json@0.1.7 @ts-stack/markdown@1.4.0

cat >expected <<'END'
extractObject
  {"Go":{"OCPP":"1.6J","kW":"11"},"Pro":{"OCPP":"1.6J","kW":"22"},"Max":{"OCPP":"1.6J","kW":"43"}}
extractAll
  {"Go":{"OCPP":"1.6J","kW":"11"},"Pro":{"OCPP":"1.6J","kW":"22"},"Max":{"OCPP":"1.6J","kW":"43"}}
extract
  {"1.6J":{"11":"43"}}
a cell
  <a href="https://charger.example/?a=1&amp;b=2">Q&amp;A</a>
END
cat >convert.js <<'END'
const { Extractor } = require("markdown-tables-to-json");

function show(name, result) {
  console.log(`${name}\n  ${result}`);
}

const list = `
| Model | OCPP | kW |
|-------|------|----|
| Go | 1.6J | 11 |
| Pro | 1.6J | 22 |
| Max | 1.6J | 43 |
`;
show("extractObject", JSON.stringify(Extractor.extractObject(list, "rows")));
show("extractAll", Extractor.extractAll(list, "rows")[0]);
show("extract", Extractor.extract(list, "rows"));

const sources = `
| Model | Source |
|-------|--------|
| Go | [Q&A](https://charger.example/?a=1&b=2) |
`;
show("a cell", Extractor.extractTable(sources, "rows")[1][1]);
END
node convert.js | tee observed
diff expected observed
