#!/usr/bin/env bash
# A checker for GitHub's anchors calls links dead which GitHub follows: encoded ones, as browsers
# copy them, and those to anchors in HTML.
#
# Versions: remark-cli 12.0.1, remark-validate-links 13.1.0, github-slugger 2.0.0 (npm)
# Guess: "#S%C3%A4ulen" and "#Säulen" lead to the heading "Säulen", as "#s%C3%A4ulen" does, which is
# what a browser puts into the address. "#own" leads to <a id="own">, "#old" to <a name="old">, and
# "#thanks" to <h2>Thanks</h2>.
# Observed: capitals are no problem, but nothing is decoded, and HTML counts for nothing. Of seven
# links which work on GitHub five are reported, beside the one which is dead. Paths are decoded.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    remark-cli@12.0.1 remark-validate-links@13.1.0 github-slugger@2.0.0

cat >README.md <<'END'
# Chargers

- [Written](#säulen)
- [Capital](#Säulen)
- [Copied](#s%C3%A4ulen)
- [Copied, with a capital](#S%C3%A4ulen)
- [Own](#own)
- [Old](#old)
- [Thanks](#thanks)
- [Dead](#saulen)

## Säulen

<a id="own"></a>

<a name="old"></a>

<h2>Thanks</h2>
END
cat >expected <<'END'
säulen is s%C3%A4ulen in an address
Cannot find heading for `#s%c3%a4ulen`
Cannot find heading for `#s%c3%a4ulen`
Cannot find heading for `#own`
Cannot find heading for `#old`
Cannot find heading for `#thanks`
Cannot find heading for `#saulen`
END
cat >slug.mjs <<'END'
import { slug } from "github-slugger";

console.log(slug("Säulen"), "is", encodeURIComponent(slug("Säulen")), "in an address");
END
node slug.mjs | tee observed
node_modules/.bin/remark --no-color --no-stdout --use remark-validate-links=repository:false README.md 2>&1 |
    grep -o 'Cannot find heading for `[^`]*`' | tee -a observed
diff expected observed
