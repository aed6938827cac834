#!/usr/bin/env bash
# A generator of contents for READMEs writes dead links to brands with an accent or "%".
#
# Versions: markdown-toc 1.2.0, github-slugger 2.0.0 (npm)
# Guess: a tool for READMEs on GitHub writes GitHub's anchors (those of github-slugger).
# Observed: accented letters lose their accent, although GitHub keeps it, and "%" stays, although
# GitHub drops it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund markdown-toc@1.2.0 github-slugger@2.0.0

cat >list.md <<'END'
# ABB
# Öhme & Söhne
# Mer / Grønn Kontakt
# go-e
# 100% EV
# Ampère’s Box
# ABB
END
cat >expected <<'END'
Öhme & Söhne: #ohme--sohne, on GitHub #öhme--söhne
Mer / Grønn Kontakt: #mer--gronn-kontakt, on GitHub #mer--grønn-kontakt
100% EV: #100%-ev, on GitHub #100-ev
Ampère’s Box: #amperes-box, on GitHub #ampères-box
END
cat >contents.mjs <<'END'
import { readFileSync } from "node:fs";
import GithubSlugger from "github-slugger";
import toc from "markdown-toc";

const list = readFileSync("list.md", "utf8");
const found = [...toc(list).content.matchAll(/\]\((#.*)\)$/gm)];
const links = found.map(([, link]) => decodeURIComponent(link));
const slugger = new GithubSlugger();
[...list.matchAll(/^# (.*)$/gm)].forEach(([, heading], place) => {
    const anchor = `#${slugger.slug(heading)}`;
    if (links[place] !== anchor) console.log(`${heading}: ${links[place]}, on GitHub ${anchor}`);
});
END
node contents.mjs | tee observed
diff expected observed
