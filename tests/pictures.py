"""`make pictures`: what people see of an issue and its pull request in eight situations.

Each is a page for a browser and, as seen on a desk (1280 pixels) and on a phone (390), a picture.
GitHub's own renderer makes the HTML. What GitHub adds, the links behind `#12` and `@name`, is not
there.
"""

import sys
from html import escape
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

from .export.chromium import chromium
from .octofake.issues import Issue
from .stage import Stage, correction, new_charger

_WIDTHS = (1280, 390)  # pixels
_PAGE = """<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
  body {{ font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328;
    max-width: 920px; margin: 24px auto; padding: 0 16px; }}
  article {{ border: 1px solid #d1d9e0; border-radius: 6px; margin: 0 0 24px; }}
  article > header {{ background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0;
    padding: 8px 16px; color: #59636e; }}
  article > div {{ padding: 16px; overflow-x: auto; }}
  table {{ border-collapse: collapse; display: block; overflow: auto; margin: 0 0 16px; }}
  th, td {{ border: 1px solid #d1d9e0; padding: 6px 13px; }}
  tr:nth-child(2n) {{ background: #f6f8fa; }}
  code {{ background: #818b981f; border-radius: 6px; padding: .2em .4em; font-size: 85%; }}
  pre {{ background: #f6f8fa; border-radius: 6px; padding: 16px; overflow: auto; }}
  pre code {{ background: none; padding: 0; }}
  a {{ color: #0969da; }}
  .label {{ border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 8px; font-size: 12px; }}
</style>
<h1>{title}</h1>
{articles}
"""


def main(folder: Path) -> None:
    """Write a page and two pictures for each situation into a folder."""
    folder.mkdir(exist_ok=True, parents=True)
    with chromium() as browser:
        for situation in SITUATIONS:
            stage = Stage()
            issue = situation(stage)
            page = folder / f"{situation.__name__}.html"
            text = _PAGE.format(title=situation.__doc__, articles=articles(stage, issue))
            page.write_text(text, encoding="utf-8")
            for width in _WIDTHS:
                tab = browser.new_page(viewport={"width": width, "height": 844})
                tab.goto(page.absolute().as_uri())
                tab.screenshot(path=page.with_name(f"{page.stem}-{width}.png"), full_page=True)
                tab.close()
            print(page)


def proposed(stage: Stage) -> Issue:
    """A submission is a pull request"""
    stage.run(stage.submit(new_charger("Zaptec Sense")))
    typed = {"ocpp_versions": "OCPP 1.6-J, 2.0.1", "communication": "Cloud, Direct"}
    issue = stage.submit(
        new_charger("Go 2\nPro 22kW", "zaptec", notes="Direct | after an update", **typed)
    )
    stage.run(issue)
    return issue


def corrected(stage: Stage) -> Issue:
    """An entry is corrected"""
    wanted = {
        "new_model": "Zaptec Pro 22 kW",
        "communication": "Cloud, Direct",
        "notes": "Needs a *new* firmware",
    }
    issue = stage.submit(correction("Rename the model", **wanted), "invalid", title="Wrong entry: ")
    stage.run(issue)
    return issue


def refused(stage: Stage) -> Issue:
    """An edit has made the answers invalid"""
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(
        body=new_charger(
            "Go #2", "Zaptek", ocpp_versions="1.6, 3.0", communication="", sources="ftp://zaptec"
        )
    )
    stage.run(issue)
    return issue


def written_freely(stage: Stage) -> Issue:
    """An issue is not made with a form"""
    text = "Please add it, it speaks OCPP 1.6J! See https://www.zaptec.com/go2"
    issue = stage.submit(text, title="Zaptec Go 2")
    stage.run(issue)
    return issue


def listed(stage: Stage) -> Issue:
    """The list has it already"""
    issue = stage.submit(new_charger("Zaptec Pro"))
    stage.run(issue)
    return issue


def waiting(stage: Stage) -> Issue:
    """An earlier issue asks for the same"""
    stage.run(stage.submit(new_charger()))
    issue = stage.submit(new_charger())
    stage.run(issue)
    return issue


def declined(stage: Stage) -> Issue:
    """A maintainer has decided"""
    issue = stage.submit(new_charger())
    stage.run(issue)
    (pull,) = stage.repository.pull_requests()
    pull.comment("The maker has not announced it yet.", by=stage.maintainer)
    pull.close(by=stage.maintainer)
    stage.run(issue)
    return issue


def taken_over(stage: Stage) -> Issue:
    """A maintainer has pushed to the branch"""
    issue = stage.submit(new_charger())
    stage.run(issue)
    text = stage.list_on(f"bot/issue-{issue.number}").replace("Zaptec Go 2", "Zaptec Go II")
    stage.repository.commit(
        {"README.md": text},
        message="Spell it right",
        branch=f"bot/issue-{issue.number}",
        author=stage.maintainer,
    )
    stage.run(issue)
    return issue


SITUATIONS = (
    proposed,
    corrected,
    refused,
    written_freely,
    listed,
    waiting,
    declined,
    taken_over,
)


def articles(stage: Stage, issue: Issue) -> str:
    """The bot's comment on the issue, and the pull request if there is one."""
    shown = article(f"Comment on issue #{issue.number}", issue.label_names, stage.reply(issue).body)
    for pull in stage.repository.pull_requests():
        if pull.head == f"bot/issue-{issue.number}":
            state = "draft" if pull.draft else pull.state
            heading = f"Pull request #{pull.number}, {state}: {pull.title}"
            shown += article(heading, pull.label_names, pull.body)
    return shown


def article(heading: str, labels: list[str], text: str | None) -> str:
    """One text as GitHub frames it."""
    shown = " ".join(f'<span class="label">{escape(label)}</span>' for label in labels)
    body = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    return f"<article><header><strong>{escape(heading)}</strong> {shown}</header><div>{body}</div></article>\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
