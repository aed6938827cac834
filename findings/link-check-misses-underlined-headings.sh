#!/usr/bin/env bash
# A link checker reports live contents links as dead for four common kinds of heading.
#
# Versions: markdown-link-check 3.15.0, github-slugger 2.0.0, remark 15.0.1, mdast-util-to-string
# 4.0.0 (npm)
# Guess: a checker of heading anchors finds every kind of heading in CommonMark.
# Observed: it misses a heading underlined with dashes, keeps a dash for the closing "##" and the
# underscores of italics, and counts the address of a linked heading into the anchor if it contains
# "&".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund markdown-link-check@3.15.0 \
    github-slugger@2.0.0 remark@15.0.1 mdast-util-to-string@4.0.0

cat >list.md <<'END'
[1](#abb) [2](#keba) [3](#alfen) [4](#easee) [5](#juice) [6](#zaptec) [7](#wallbox) [8](#mennekes)

## ABB

## **Keba**

## `Alfen`

## [Easee](https://easee.example/?lang=en)

## [Juice](https://juice.example/?lang=en&page=2)

Zaptec
------

## Wallbox ##

## _Mennekes_
END
cat >expected <<'END'
anchors on GitHub: abb keba alfen easee juice zaptec wallbox mennekes
#abb alive
#keba alive
#alfen alive
#easee alive
#juice dead
#zaptec dead
#wallbox dead
#mennekes dead
END
cat >check.mjs <<'END'
import { readFileSync } from "node:fs";
import GithubSlugger from "github-slugger";
import markdownLinkCheck from "markdown-link-check";
import { toString } from "mdast-util-to-string";
import { remark } from "remark";

const list = readFileSync("list.md", "utf8");
const slugger = new GithubSlugger();
const headings = remark().parse(list).children.filter(({ type }) => type === "heading");
const anchors = headings.map((heading) => slugger.slug(toString(heading)));
console.log("anchors on GitHub:", anchors.join(" "));
markdownLinkCheck(list, { ignorePatterns: [{ pattern: "^http" }] }, (error, results) => {
    if (error) throw error;
    for (const { link, status } of results) {
        if (link.startsWith("#")) console.log(link, status);
    }
});
END
node check.mjs | tee observed
diff expected observed
