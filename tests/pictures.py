"""`make pictures`: what people see of an issue and its pull request in four states, as pages to look at in a browser.

GitHub's own renderer makes the HTML. What GitHub adds to it, the links behind `#12` and `@name`, is not there.
"""

import sys
from html import escape
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

from .octofake.issues import Issue
from .stage import Stage, correction, new_charger

_PAGE = """<!doctype html>
<meta charset="utf-8">
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
    """Write a page for each state into a folder."""
    folder.mkdir(exist_ok=True)
    for scenario in (proposed, refused, corrected, declined):
        stage = Stage()
        issue = scenario(stage)
        title = scenario.__doc__ or ""
        page = folder / f"{scenario.__name__}.html"
        page.write_text(
            _PAGE.format(title=title, articles=articles(stage, issue)), encoding="utf-8"
        )
        print(page)


def proposed(stage: Stage) -> Issue:
    """A submission is a pull request"""
    stage.run(stage.submit(new_charger("Zaptec Sense")))
    typed = {"ocpp_versions": "OCPP 1.6-J, 2.0.1", "communication": "Cloud, Direct", "sources": ""}
    issue = stage.submit(
        new_charger("Go 2\nPro 22kW", "zaptec", notes="Direct | after an update", **typed)
    )
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


def declined(stage: Stage) -> Issue:
    """A maintainer has decided"""
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.pull_requests()[0].close(by=stage.maintainer)
    stage.run(issue)
    return issue


def articles(stage: Stage, issue: Issue) -> str:
    """The bot's comment on the issue, and the pull request."""
    pull = next(
        pull
        for pull in stage.repository.pull_requests()
        if pull.head == f"bot/issue-{issue.number}"
    )
    state = "draft" if pull.draft else pull.state
    return article(
        f"Comment on issue #{issue.number}", issue.label_names, stage.reply(issue).body
    ) + article(f"Pull request #{pull.number}, {state}: {pull.title}", pull.label_names, pull.body)


def article(heading: str, labels: list[str], text: str | None) -> str:
    """One text as GitHub frames it."""
    shown = " ".join(f'<span class="label">{escape(label)}</span>' for label in labels)
    body = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    return f"<article><header><strong>{escape(heading)}</strong> {shown}</header><div>{body}</div></article>\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
