"""The one comment of the bot on an issue: where things stand in its first line, then what to do."""

import re
from collections.abc import Sequence

from bot.decision.decision import Status
from bot.decision.free_text import FreeText
from bot.decision.proposal import AlreadyListed, Proposal, Waiting
from bot.decision.situation import PullRequest
from bot.document.apply import Applied
from bot.document.document import Document, Section
from bot.document.rows import Row
from bot.forms.form import Form, Forms, Kind
from bot.forms.issue import Issue
from bot.forms.links import Links, carried_answers
from bot.forms.submission import Correction
from bot.render.changes import diff, rendered_change
from bot.render.problems import problem_line
from bot.render.quoting import code, listed, quoted, shortened
from bot.rules.rule import Problem

MARKER = re.compile(r"<!-- charger-bot: status(?: (?P<status>[a-z_]+))? -->")

_MOST_PROBLEMS = 50
_HOW_TO_EDIT = (
    "Edit this issue (the **⋯** menu at its top right, then **Edit**): each answer is below its "
    "`###` heading, and choices are words with commas between them. The bot looks again at once; "
    "no new issue is needed."
)

_NOTHING_TO_DO = "You need not do anything: the bot goes on once that is done."
_NOT_A_COMMENT = "Your comment is not read: only the text of the issue counts."


def _comment(status: str, *parts: str) -> str:
    return "\n\n".join([status, *(part for part in parts if part)])


def with_marker(comment: str, status: Status) -> str:
    """The comment with its status at the end of the first line, where only programs see it."""
    first, gap, rest = comment.partition("\n\n")
    return f"{first} <!-- charger-bot: status {status} -->{gap}{rest}"


def status_in(comment: str) -> str | None:
    """The status that a comment of the bot names; empty where it names none, None without marker.

    Nothing that a stranger typed can be on its first line.
    """
    match = MARKER.search(comment.partition("\n")[0])
    return (match["status"] or "") if match else None


def _thanks(issue: Issue) -> str:
    """Thanks with a mention, which the author hears of where this is a new comment.

    The name of an account holds nothing that is alive but that.
    """
    if issue.author and issue.author.is_account:
        return f"Thank you, @{issue.author.login}!"
    return "Thank you!"


def proposed(
    proposal: Proposal, issue: Issue, pull_request: str | None, applied: Applied, links: Links
) -> str:
    """A pull request is open."""
    link = f"**Pull request {pull_request}**" if pull_request else "**A pull request**"
    return _comment(
        f"{link} makes this change. {_thanks(issue)} A maintainer will look at it.",
        rendered_change(proposal.change, applied),
        "<details><summary>The lines of README.md that change</summary>",
        diff(applied.before.text, applied.after.text),
        "</details>",
        _listed_too(proposal, applied.before, links),
        _waiting_lines("Waiting for an earlier issue:", proposal.waiting),
        f"Something is not right? {_HOW_TO_EDIT}",
    )


def _listed_too(proposal: Proposal, before: Document, links: Links) -> str:
    section = before.section(proposal.change.section)
    if not proposal.listed or section is None:
        return ""
    rows = _row_links(section, proposal.listed, links)
    return f"In the list already, and left as they are:\n\n{rows}"


def _waiting_lines(heading: str, waiting: Sequence[Waiting]) -> str:
    lines = [f"- {code(name)}: #{issue}" for name, issue in waiting]
    return shortened("\n".join([heading, "", *lines])) if lines else ""


def _row_links(section: Section, rows: Sequence[Row], links: Links) -> str:
    lines = [f"- [{code(row.name)}]({links.row(section.anchor, row.name)})" for row in rows]
    return shortened("\n".join(lines))


def refused(
    problems: Sequence[Problem],
    issue: Issue,
    pull_request: str | None,
    new_section_form: str | None,
    noun: str,
    *,
    author_commented: bool = False,
) -> str:
    """Something in the answers must be fixed; a pull request that is open waits for it."""
    is_for_maintainer = all(problem.rule.for_maintainer for problem in problems)
    count = "One thing needs" if len(problems) == 1 else f"{len(problems)} things need"
    lines = [problem_line(problem) for problem in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        lines.append(f"- … and {len(problems) - _MOST_PROBLEMS} more.")
    another = (
        f"Is it really another {noun}? [Use the form for a new {noun}]({new_section_form}), which "
        "is filled in as far as a link can carry your answers."
    )
    if is_for_maintainer:
        status = f"**A maintainer must look at this first.** {_thanks(issue)}"
        action = _NOTHING_TO_DO
    else:
        status = f"{_thanks(issue)} **{count} another look.**"
        action = _HOW_TO_EDIT
    return _comment(
        status,
        "\n".join(lines),
        another if new_section_form else "",
        _NOT_A_COMMENT if author_commented else "",
        action,
        f"Pull request {pull_request} is a draft until then." if pull_request else "",
    )


def not_a_form(
    forms: Forms, issue: Issue, found: FreeText, links: Links, *, author_commented: bool = False
) -> str:
    """The issue was written freely: the form that fits comes first, filled in, then the others."""
    labels = {label.casefold() for label in issue.labels}
    labelled = [form for form in forms if form.issue_label.casefold() in labels]
    of_text = forms.of_kind(found.kind) if found.kind else None
    fitting = of_text or (labelled[0] if labelled else forms.add)
    others = [form for form in forms if form is not fitting]
    offers = [f"[{form.name}]({links.form(form, found.answers)})" for form in (fitting, *others)]
    carried = carried_answers(fitting, found.answers)
    lines = []
    for field in fitting.fields:
        if field.id in carried:
            answers = [code(line) for line in carried[field.id].split("\n") if line.strip()]
            lines.append(f"- {field.label}: {listed(answers)}")
    please = f"Please use this form: **{offers[0]}**."
    if lines:
        please += " It is filled in with what your text says; check it, and answer the rest:"
    keep = "Your text stays here; copy from it what you need. " if issue.body.strip() else ""
    return _comment(
        f"{_thanks(issue)} **This issue was not made with a form, so the bot cannot read it.**",
        please,
        "\n".join(lines),
        f"For something else: {' or '.join(offers[1:])}." if others else "",
        _NOT_A_COMMENT if author_commented else "",
        f"{keep}You can close this issue afterwards.",
    )


def already_listed(found: AlreadyListed, issue: Issue, forms: Forms, links: Links) -> str:
    """Nothing is left to add or change."""
    section, shape = found.section, forms.shape
    rows = _row_links(section, found.rows, links)
    if isinstance(found.submission, Correction):
        said = f"**The list says this already.** {_thanks(issue)}"
        return _comment(said, rows, f"Did you mean another change? {_HOW_TO_EDIT}")
    correction = forms.of_kind(Kind.CORRECT)
    wrong = ""
    if correction:
        answers = {shape.correct.row: found.rows[0].name}
        if shape.section_field:
            answers = {shape.section_field: section.name, **answers}
        link = links.form(correction, answers)
        wrong = f"Is something wrong there? Then please [correct the entry]({link})."
    return _comment(
        f"**This is in the list already.** {_thanks(issue)}",
        rows,
        wrong,
        f"Did you mean another {shape.entry.one}? {_HOW_TO_EDIT}",
    )


def list_broken(issue: Issue) -> str:
    """The list itself needs a maintainer first."""
    return _comment(
        f"**Your submission is kept, but the list needs a maintainer first.** {_thanks(issue)}",
        "The bot cannot edit README.md at present. You need not do anything: "
        "once the list is fixed, the bot takes up your submission by itself.",
    )


def merged(pull_request: str, row: str | None) -> str:
    """The change is in the list."""
    link = f" [See it there]({row})." if row else ""
    said = f"**Pull request {pull_request} is merged: the list has your change.**"
    return _comment(f"{said} Thank you!{link}")


def withdrawn() -> str:
    """The issue was closed, or is no submission any more."""
    return _comment(
        "**Nothing is open for this issue any more.**",
        "The issue was closed or lost its label, so its pull request was closed too. "
        "Once the issue is open and has its label again, the bot goes on.",
    )


def declined(pull: PullRequest, form: Form, issue: Issue) -> str:
    """Somebody else has closed the pull request, and the bot respects that."""
    who = "Another workflow" if pull.closed_by.endswith("[bot]") else "A maintainer"
    remark = f"The last remark there:\n\n{quoted(pull.remark)}" if pull.remark else ""
    return _comment(
        f"**{who} has closed pull request {pull.link} without merging it.** {_thanks(issue)}",
        remark,
        "The bot will not open it again, even if this issue is edited. Anything to add? Comment on "
        f"{pull.link}. A maintainer can let the bot try again: take the label "
        f"{code(form.issue_label)} off this issue and put it on again.",
    )


def taken_over(person: str, changes: str, form: Form | None, issue: Issue) -> str:
    """A person has pushed to the branch, and the bot keeps its hands off."""
    would = f"The bot would have made this change:\n\n{changes}" if changes else ""
    label = code(form.issue_label) if form else "of its kind"
    return _comment(
        f"**{code(person)} has taken over the branch of this issue.** {_thanks(issue)}",
        "The bot does not touch the branch or its pull request any more, even if this issue is "
        "edited. A maintainer can hand it back to the bot: delete the branch and put the label "
        f"{label} on this issue anew.",
        would,
    )


def queued(waiting: Sequence[Waiting], issue: Issue) -> str:
    """An earlier issue asks for the same."""
    issues = [f"#{number}" for number in sorted({number for _, number in waiting})]
    if len(issues) == 1:
        others, closed = f"issue {issues[0]}, which asks", "that issue"
    else:
        others, closed = f"issues {listed(issues)}, which ask", "one of them"
    return _comment(
        f"**This waits for {others} for the same.** {_thanks(issue)}",
        _waiting_lines("Asked for earlier:", waiting),
        f"You need not do anything. If {closed} is closed without a merge, the bot takes up this "
        "one by itself, within a day.",
    )


def over_the_cap(most: int, issue: Issue) -> str:
    """The author has many submissions open."""
    return _comment(
        f"**Your submission waits in the queue.** {_thanks(issue)}",
        f"The bot works on {most} open submissions of one person at a time. "
        "You need not do anything: once one of yours is done, it takes up the next, within a day.",
    )


def forbidden(compare: str | None, reason: str, issue: Issue) -> str:
    """A setting or rule of the repository keeps the bot from publishing a change.

    `compare` leads to the branch, where that is ready.
    """
    by_hand = f"[open the pull request by hand]({compare}), or " if compare else ""
    refused = "Your change is ready, but this repository does not let the bot publish it."
    return _comment(
        f"**{refused}** {_thanks(issue)}",
        f"You need not do anything; a maintainer can {by_hand}remove the reason: {reason}",
    )
