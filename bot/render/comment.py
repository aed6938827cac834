"""The one comment of the bot on an issue: where things stand in its first line, then what to do."""

from collections.abc import Sequence

from bot.decision.decision import AppliedChange, RowPlace
from bot.decision.differences import correcting_answers, differences
from bot.decision.free_text import FreeText
from bot.decision.proposal import AlreadyClaimed, AlreadyListed, Waiting
from bot.decision.situation import PullRequest
from bot.document.apply import Applied
from bot.document.document import Section
from bot.document.rows import Row
from bot.forms.form import Form, Forms, Kind
from bot.forms.issue import Issue
from bot.forms.issue_form import kinds_of
from bot.forms.links import Links, carried_answers
from bot.forms.submission import Correction
from bot.render.changes import diff
from bot.render.problems import problem_line
from bot.render.quoting import code, listed, quoted, shortened
from bot.rules.rule import Problem

_MOST_PROBLEMS = 50
_MOST_NAMED = 3  # entries and issues that another submission waits for
_EDIT = (
    "Edit this issue (the **⋯** menu at its top right, then **Edit**): each answer is below its "
    "`###` heading, and choices are words with commas between them. The bot looks again at once"
)
_HOW_TO_EDIT = f"{_EDIT}; no new issue is needed."

_NOT_A_COMMENT = "Your comment is not read: only the text of the issue counts."


def _thanks(issue: Issue) -> str:
    """Thanks with a mention, which the author hears of where this is a new comment.

    The name of an account holds nothing that is alive but that.
    """
    if issue.author and issue.author.is_account:
        return f"Thank you, @{issue.author.login}!"
    return "Thank you!"


def proposed(
    change: AppliedChange, rows: str, issue: Issue, pull_request: str | None, links: Links
) -> str:
    """A pull request is open; `rows` are those it touches, as text."""
    proposal, applied = change.proposal, change.applied
    link = "**A pull request**"
    if pull_request:
        link = f"**Pull request {pull_request}**"
    status = f"{link} makes this change. {_thanks(issue)} A maintainer will look at it."
    parts = [status]
    name, shape = proposal.change.section, applied.before.shape
    if proposal.is_new_section and shape.has_sections:
        parts.append(f"{code(name)} will be a new {shape.section_noun} in the list.")
    parts += [
        rows,
        "<details><summary>The lines of README.md that change</summary>",
        diff(applied.before.text, applied.after.text),
        "</details>",
    ]
    section = applied.before.section(name)
    parts += _left_as_they_are(section, proposal.listed, links)
    if proposal.waiting:
        parts.append(f"Waiting for an earlier issue:\n\n{_waiting_lines(proposal.waiting)}")
    parts.append(f"Something is not right? {_HOW_TO_EDIT}")
    return "\n\n".join(parts)


def _left_as_they_are(section: Section | None, rows: Sequence[Row], links: Links) -> list[str]:
    """What a submission asks for besides, and the list has; nothing without such rows."""
    if section is None or not rows:
        return []
    return [f"In the list already, and left as they are:\n\n{_row_links(section, rows, links)}"]


def _waiting_lines(waiting: Sequence[Waiting]) -> str:
    """Entries with the issues that ask for them, three at most."""
    lines = [f"- {code(name)}: #{issue}" for name, issue in waiting[:_MOST_NAMED]]
    if len(waiting) > _MOST_NAMED:
        lines.append(f"- … and {len(waiting) - _MOST_NAMED} more.")
    return "\n".join(lines)


def _row_links(section: Section, rows: Sequence[Row], links: Links) -> str:
    lines = []
    for row in rows:
        lines.append(f"- [{code(row.name)}]({links.row(section.anchor, row.name)})")
    return shortened("\n".join(lines))


def refused(
    problems: Sequence[Problem],
    issue: Issue,
    pull_request: str | None,
    other_form: str,
    *,
    author_commented: bool = False,
) -> str:
    """Something in the answers must be fixed; a pull request that is open waits for it.

    `other_form` is the sentence that offers one, if any.
    """
    lines = [problem_line(problem) for problem in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        lines.append(f"- … and {len(problems) - _MOST_PROBLEMS} more.")
    needs = "One thing needs" if len(problems) == 1 else f"{len(problems)} things need"
    status = f"{_thanks(issue)} **{needs} another look.**"
    action = _HOW_TO_EDIT
    if any(problem.rule.needs_issues for problem in problems):
        action = f"{_EDIT}."
    if all(problem.rule.for_maintainer for problem in problems):
        status = f"**A maintainer must look at this first.** {_thanks(issue)}"
        action = "You need not do anything: the bot goes on once that is done."
    parts = [status, "\n".join(lines)]
    if other_form:
        parts.append(other_form)
    if author_commented:
        parts.append(_NOT_A_COMMENT)
    parts.append(action)
    if pull_request:
        parts.append(f"Pull request {pull_request} is a draft until then.")
    return "\n\n".join(parts)


def not_a_form(
    forms: Forms, issue: Issue, found: FreeText, links: Links, *, author_commented: bool = False
) -> str:
    """The issue was written freely: the form that fits comes first, filled in, then the others."""
    fitting = _fitting_form(forms, issue, found)
    offer = f"Please use this form: **[{fitting.name}]({links.form(fitting, found.answers)})**."
    filled_in = _filled_in(fitting, found)
    if filled_in:
        offer += " It is filled in with what your text says; check it, and answer the rest:"
    parts = [
        f"{_thanks(issue)} **This issue was not made with a form, so the bot cannot read it.**",
        offer,
        *filled_in,
    ]
    others = []
    for form in forms:
        if form is not fitting:
            others.append(f"[{form.name}]({links.form(form, found.answers)})")
    if others:
        parts.append(f"For something else: {' or '.join(others)}.")
    if author_commented:
        parts.append(_NOT_A_COMMENT)
    keep = "Your text stays here; copy from it what you need. " if issue.body.strip() else ""
    parts.append(f"{keep}You can close this issue afterwards.")
    return "\n\n".join(parts)


def _fitting_form(forms: Forms, issue: Issue, found: FreeText) -> Form:
    """The form for what a text says, else that of a label of the issue."""
    of_text = forms.of_kind(found.kind) if found.kind else None
    if of_text:
        return of_text
    labelled = kinds_of(issue, forms)
    return labelled[0] if labelled else forms.add


def _filled_in(form: Form, found: FreeText) -> list[str]:
    """The answers a link fills in, as one list; nothing where it fills in nothing."""
    carried = carried_answers(form, found.answers)
    lines = []
    for field in form.fields:
        if field.id in carried:
            answers = [code(line) for line in carried[field.id].split("\n") if line.strip()]
            lines.append(f"- {field.label}: {listed(answers)}")
    return ["\n".join(lines)] if lines else []


def already_listed(found: AlreadyListed, issue: Issue, forms: Forms, links: Links) -> str:
    """Nothing is left to add or change."""
    section, shape, submission = found.section, forms.shape, found.submission
    if isinstance(submission, Correction):
        rows = _row_links(section, found.rows, links)
        said = f"**The list says this already.** {_thanks(issue)}"
        return f"{said}\n\n{rows}\n\nDid you mean another change? {_HOW_TO_EDIT}"
    lines, differing = [], []
    for row in found.rows:
        lines.append(_row_links(section, [row], links))
        others = differences(shape, submission, row)
        if others:
            differing.append(row)
        for one in others:
            said = f"the list says {code(one.listed)}, you say {code(one.given)}"
            lines.append(f"  - {one.column}: {said}.")
    parts = [f"**This is in the list already.** {_thanks(issue)}", shortened("\n".join(lines))]
    correction = forms.of_kind(Kind.CORRECT)
    if correction:
        row = (differing or found.rows)[0]
        link = links.form(correction, correcting_answers(shape, found, row))
        question = "Are you right" if differing else "Is something wrong there"
        parts.append(f"{question}? Then please [correct the entry]({link}).")
    parts.append(f"Did you mean another {shape.entry.one}? {_HOW_TO_EDIT}")
    return "\n\n".join(parts)


def list_broken(issue: Issue) -> str:
    """The list itself needs a maintainer first."""
    return (
        f"**Your submission is kept, but the list needs a maintainer first.** {_thanks(issue)}\n\n"
        "The bot cannot edit README.md at present. You need not do anything: "
        "once the list is fixed, the bot takes up your submission by itself."
    )


def merged(pull: PullRequest, row: RowPlace | None, links: Links) -> str:
    """The change is in the list, in a row which may be found there."""
    said = f"**Pull request #{pull.number} is merged: the list has your change.** Thank you!"
    if row is None:
        return said
    return f"{said} [See it there]({links.row(row.anchor, row.name)})."


def withdrawn() -> str:
    """The issue was closed, or is no submission any more."""
    return (
        "**Nothing is open for this issue any more.**\n\n"
        "The issue was closed or lost its label, so the bot has stopped working on it. If it had "
        "an open pull request, that is closed too. Once the issue is open and has its label again, "
        "the bot goes on."
    )


def declined(pull: PullRequest, form: Form, issue: Issue) -> str:
    """Somebody else has closed the pull request, and the bot respects that."""
    who = "Another workflow" if pull.closed_by.endswith("[bot]") else "A maintainer"
    parts = [
        f"**{who} has closed pull request #{pull.number} without merging it.** {_thanks(issue)}"
    ]
    if pull.remark:
        parts.append(f"The last remark there:\n\n{quoted(pull.remark)}")
    parts.append(
        "The bot will not open it again, even if this issue is edited. Anything to add? Comment on "
        f"#{pull.number}. A maintainer can let the bot try again: take the label "
        f"{code(form.issue_label)} off this issue and put it on again."
    )
    return "\n\n".join(parts)


def taken_over(person: str, own: Applied | None, form: Form | None, issue: Issue) -> str:
    """A person has pushed to the branch, and the bot keeps its hands off.

    `own` is what the bot would have changed.
    """
    label = code(form.issue_label) if form else "of its kind"
    said = (
        f"**{code(person)} has taken over the branch of this issue.** {_thanks(issue)}\n\n"
        "The bot does not touch the branch or its pull request any more, even if this issue is "
        "edited. A maintainer can hand it back to the bot: delete the branch and put the label "
        f"{label} on this issue again."
    )
    if own is None:
        return said
    changes = diff(own.before.text, own.after.text)
    return f"{said}\n\nThe bot would have made this change:\n\n{changes}"


def waiting(claimed: AlreadyClaimed, issue: Issue, links: Links) -> str:
    """An earlier issue asks for the same."""
    numbers = sorted({one.issue for one in claimed.waiting})
    issues = listed([f"#{number}" for number in numbers], _MOST_NAMED)
    others, closed = f"issues {issues}, which ask", "one of them"
    if len(numbers) == 1:
        others, closed = f"issue {issues}, which asks", "that issue"
    parts = [
        f"**This waits for {others} for the same.** {_thanks(issue)}",
        f"Asked for earlier:\n\n{_waiting_lines(claimed.waiting)}",
        *_left_as_they_are(claimed.section, claimed.listed, links),
        f"You need not do anything. If {closed} is closed without a merge, the bot takes up this "
        "one by itself, within a day.",
    ]
    return "\n\n".join(parts)


def over_limit(most: int, issue: Issue) -> str:
    """The author has many submissions open."""
    return (
        f"**Your submission waits in the queue.** {_thanks(issue)}\n\n"
        f"The bot works on {most} open submissions of one person at a time. "
        "You need not do anything: once one of yours is done, it takes up the next, within a day."
    )


def forbidden(compare: str | None, reason: str, issue: Issue) -> str:
    """A setting or rule of the repository keeps the bot from publishing a change.

    `compare` leads to the branch, where that is ready.
    """
    action = f"remove the reason: {reason}"
    if compare:
        action = f"[open the pull request by hand]({compare}), or {action}"
    return (
        "**Your change is ready, but this repository does not let the bot publish it.** "
        f"{_thanks(issue)}\n\nYou need not do anything; a maintainer can {action}"
    )
