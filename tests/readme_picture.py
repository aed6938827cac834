"""The picture in README.md: a filled-in form beside its pull request, made from examples/.

`python -m tests.readme_picture` draws it again, after a change of the form or of the bot's texts.
"""

import json
import re
import subprocess
import sys
from html import escape
from typing import Any

import cmarkgfm
import yaml
from cmarkgfm.cmark import Options

from .charger_list import ROOT
from .export.chromium import chromium

ISSUE = ROOT / "examples" / "101-new-charger.md"
FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "new-charger.yml"
PICTURE = ROOT / "examples" / "form-and-pull-request.png"
# Emoji, for which Chromium's own fonts have no picture.
_ICONS = {
    "☁️": "M6 19a5 5 0 0 1-.6-9.96A7 7 0 0 1 19 10.5 4.3 4.3 0 0 1 18.5 19z",
    "🔌": "M8 2h2v6h4V2h2v6h2v4a6 6 0 0 1-5 5.9V22h-2v-4.1A6 6 0 0 1 6 12V8h2z",
}
_PAGE = """\
<!doctype html>
<meta charset="utf-8">
<style>
  body {{ font: 14px/1.45 "Open Sans", "Noto Color Emoji", sans-serif; color: #1f2328;
    background: #fff; margin: 0; padding: 16px; display: grid; gap: 20px;
    grid-template-columns: 380px 800px; }}
  section {{ border: 1px solid #d1d9e0; border-radius: 6px; }}
  header {{ background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0;
    padding: 8px 16px; color: #59636e; }}
  header strong {{ color: #1f2328; }}
  section > div {{ padding: 12px 16px; }}
  h2 {{ font-size: 14px; margin: 8px 0 4px; }}
  .answer {{ border: 1px solid #d1d9e0; border-radius: 6px; padding: 4px 10px; margin: 0 0 12px;
    white-space: pre-line; overflow-wrap: anywhere; }}
  .required {{ color: #d1242f; }}
  .button {{ background: #1f883d; color: #fff; border-radius: 6px; padding: 6px 14px;
    display: inline-block; }}
  table {{ border-collapse: collapse; font-size: 12.5px; margin: 0 0 14px; }}
  th, td {{ border: 1px solid #d1d9e0; padding: 5px 9px; text-align: left; }}
  summary, p {{ margin: 0 0 10px; }}
  a {{ color: #0969da; }}
  svg {{ height: 1.1em; vertical-align: -.15em; fill: #57779b; }}
</style>
<section><header>Issue form: <strong>{form}</strong></header><div>{fields}
<span class="button">Create</span></div></section>
<section><header>Pull request: <strong>{title}</strong></header><div>{body}</div></section>
"""


def main() -> None:
    """Draw the picture."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1232, "height": 100})
        page.set_content(page_of_both())
        page.screenshot(path=PICTURE, full_page=True)


def page_of_both() -> str:
    """The form as it was filled in, and the pull request which the bot makes of it."""
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    proposed = preview()
    body = cmarkgfm.github_flavored_markdown_to_html(proposed["body"], Options.CMARK_OPT_UNSAFE)
    for emoji, outline in _ICONS.items():
        body = body.replace(emoji, f'<svg viewBox="0 0 24 24"><path d="{outline}"/></svg>')
    return _PAGE.format(
        form=escape(form["name"]),
        fields="".join(fields(form)),
        title=escape(proposed["title"]),
        body=body,
    )


def fields(form: dict[str, Any]) -> list[str]:
    """Each field of the form with its answer."""
    parts = re.split(r"^### (.+)\n", ISSUE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    answers = dict(zip(parts[1::2], parts[2::2], strict=True))
    shown = []
    for field in form["body"]:
        if field["type"] != "markdown":
            label = field["attributes"]["label"]
            required = field.get("validations", {}).get("required")
            star = ' <span class="required">*</span>' if required else ""
            answer = escape(answers[label].strip())
            shown.append(f'<h2>{escape(label)}{star}</h2><div class="answer">{answer}</div>')
    return shown


def preview() -> dict[str, Any]:
    """What the bot makes of the issue."""
    readme = ROOT / "examples" / "list" / "README.md"
    options = ["--json", "--readme", readme, ISSUE]
    command = [sys.executable, "-m", "bot", "preview", *map(str, options)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
