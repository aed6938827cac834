"""`sources --issue`: the one issue about sources, brought up to date."""

import time
from collections.abc import Sequence
from pathlib import Path

from bot.evidence.entry import Entry, longest_unchanged
from bot.evidence.history import History
from bot.forms.form import Kind
from bot.local.blame import line_dates
from bot.local.forms import FORMS_FOLDER, load_forms
from bot.render.repository_links import Links
from bot.render.source_report import plan_report, source_report


def update_issue(entries: Sequence[Entry], history: History, readme: Path) -> int:
    """Open, edit, close or leave alone the issue. Returns the exit status; raises MaintainerError.

    The environment is that of GitHub Actions.
    """
    from bot.cli.connection import connect, with_retries  # loads PyGithub, 0.3 s
    from bot.cli.environment import read_environment
    from bot.github.source_issue import SourceIssue

    environment = read_environment()
    forms = load_forms(FORMS_FOLDER)
    form, shape = forms.of_kind(Kind.CORRECT) or forms.add, forms.shape

    def correction(row: Entry, sources: Sequence[str], reason: str) -> str:
        answers = shape.naming_answers(row.section, row.name) | {shape.correct.reason: reason}
        for column in shape.columns:
            if column.kind == "links":
                answers.setdefault(column.field, "\n".join(sources))
        return Links().form(form, answers)

    changed = line_dates(readme)
    unchanged = longest_unchanged(entries, changed)
    unsourced = longest_unchanged(entries, changed, without_source=True)
    report = source_report(entries, history, correction, unchanged, unsourced)
    issue = SourceIssue(connect(environment))
    planned = plan_report(report, with_retries(issue.find, time.sleep))
    if planned is None:
        print("The issue needs no change.")
        return 0
    number = issue.write(planned)
    done = "edited"
    if planned.number is None:
        done = "opened"
    elif not planned.is_open:
        done = "closed"
    print(f"Issue #{number} was {done}.")
    return 0
