#!/usr/bin/env bash
# Three of four HTML to Markdown converters write a table whose second source GitHub drops.
#
# Versions: markdownify 1.2.3, html2text 2025.4.15, cmarkgfm 2025.10.22 (PyPI), turndown 7.2.5 with
# turndown-plugin-gfm 1.0.2, rehype-remark 10.0.1 with remark-gfm 4.0.1 (npm)
# Guess: a converter escapes a pipe in the text of a cell; it is the one character with a meaning
# there.
# Observed: only rehype-remark does. From "Manual | Shop" the others make one cell too many, and
# GitHub leaves it out silently.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    markdownify==1.2.3 html2text==2025.4.15 cmarkgfm==2025.10.22
npm install --silent --ignore-scripts --no-audit --no-fund \
    turndown@7.2.5 turndown-plugin-gfm@1.0.2 unified@11.0.5 \
    rehype-parse@9.0.1 rehype-remark@10.0.1 remark-gfm@4.0.1 remark-stringify@11.0.0

cat >list.md <<'END'
| Model | Source |
| --- | --- |
| Go 2 | [Manual](https://m.example) \| [Shop](https://s.example) |
END
cat >expected <<'END'
GitHub's page: Go 2, Manual | Shop
markdownify: Go 2, Manual
html2text: Go 2, Manual
turndown: Go 2, Manual
rehype-remark: Go 2, Manual | Shop
END
cat >convert.py <<'END'
import re
import subprocess

import cmarkgfm
import html2text
import markdownify


def shown(html):
    row = html.split("<tbody>")[1]
    return ", ".join(re.sub("<[^>]*>", "", cell) for cell in re.findall("<td>(.*?)</td>", row))


def node(name, html):
    return subprocess.check_output(["node", f"{name}.mjs"], input=html, text=True)


page = cmarkgfm.github_flavored_markdown_to_html(open("list.md").read())
print("GitHub's page:", shown(page))
converted = {
    "markdownify": markdownify.markdownify(page),
    "html2text": html2text.html2text(page),
    "turndown": node("turndown", page),
    "rehype-remark": node("rehype-remark", page),
}
for name, markdown in converted.items():
    print(f"{name}:", shown(cmarkgfm.github_flavored_markdown_to_html(markdown)))
END
cat >turndown.mjs <<'END'
import { readFileSync } from "node:fs";
import TurndownService from "turndown";
import { gfm } from "turndown-plugin-gfm";

const service = new TurndownService();
service.use(gfm);
console.log(service.turndown(readFileSync(0, "utf8")));
END
cat >rehype-remark.mjs <<'END'
import { readFileSync } from "node:fs";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const steps = unified().use(rehypeParse).use(rehypeRemark).use(remarkGfm).use(remarkStringify);
console.log(String(steps.processSync(readFileSync(0, "utf8"))));
END
venv/bin/python convert.py | tee observed
diff expected observed
