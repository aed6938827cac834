"""The one comment of the bot on an issue: where things stand in its first line, then what to do."""

from collections.abc import Sequence

from bot.decision.proposal import AlreadyListed, Proposal, Waiting
from bot.document.edited import Edited
from bot.document.parse import Brand, Listing, Row
from bot.forms.form import Form, Forms, Kind, form_of_kind
from bot.forms.issue import Issue
from bot.forms.links import Links
from bot.forms.submission import Correction
from bot.render.changes import diff, rendered_change
from bot.render.problems import problem_line
from bot.render.quoting import code, listed, shortened
from bot.rules.rule import Problem

MARKER = "<!-- charger-bot: status -->"

_MOST_PROBLEMS = 50
_HOW_TO_EDIT = (
    "Edit this issue (the **⋯** menu at its top right, then **Edit**). "
    "The bot looks again at once; no new issue is needed."
)


def _comment(status: str, *parts: str) -> str:
    return "\n\n".join([f"{status} {MARKER}", *(part for part in parts if part)])


def proposed(proposal: Proposal, pull_request: str | None, edited: Edited, links: Links) -> str:
    """A pull request is open."""
    link = f"**Pull request {pull_request}**" if pull_request else "**A pull request**"
    return _comment(
        f"{link} makes this change. A maintainer will look at it.",
        rendered_change(proposal.change, edited),
        "<details><summary>The lines of README.md that change</summary>",
        diff(edited.before.text, edited.after.text),
        "</details>",
        _listed_too(proposal, edited.before, links),
        _waiting_lines("Waiting for an earlier issue:", proposal.waiting),
        f"Something is not right? {_HOW_TO_EDIT}",
    )


def _listed_too(proposal: Proposal, before: Listing, links: Links) -> str:
    brand = before.brand(proposal.change.brand)
    if not proposal.listed or brand is None:
        return ""
    return (
        f"In the list already, and left as they are:\n\n{_row_links(brand, proposal.listed, links)}"
    )


def _waiting_lines(heading: str, waiting: Sequence[Waiting]) -> str:
    lines = [f"- {code(model)}: #{issue}" for model, issue in waiting]
    return shortened("\n".join([heading, "", *lines])) if lines else ""


def _row_links(brand: Brand, rows: Sequence[Row], links: Links) -> str:
    return shortened(
        "\n".join(f"- [{code(row.model)}]({links.row(brand.anchor, row.model)})" for row in rows)
    )


def refused(
    problems: Sequence[Problem], issue: Issue, pull_request: str | None, new_brand_form: str | None
) -> str:
    """Something in the answers must be mended; a pull request that is open waits for it."""
    count = "One thing needs" if len(problems) == 1 else f"{len(problems)} things need"
    lines = [problem_line(problem) for problem in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        lines.append(f"- … and {len(problems) - _MOST_PROBLEMS} more.")
    another = (
        f"Is it really another brand? [Use the form for a new brand]({new_brand_form}), which is filled in as far as a "
        "link can carry your answers."
    )
    return _comment(
        f"{_to_author(issue)}**{count} another look.**",
        "\n".join(lines),
        another if new_brand_form else "",
        _HOW_TO_EDIT,
        f"Pull request {pull_request} is a draft until then." if pull_request else "",
    )


def _to_author(issue: Issue) -> str:
    """A mention, since the author must act; an account's name holds nothing that is alive but that."""
    return f"@{issue.author.login}: " if issue.author and issue.author.is_account else ""


def not_a_form(forms: Forms, issue: Issue, found: dict[str, str], links: Links) -> str:
    """The issue was written freely; the forms are offered, filled in with what was found in it."""
    offers = [f"- [{form.name}]({links.form(form, found)})" for form in forms]
    return _comment(
        f"{_to_author(issue)}**This issue was not made with a form, so the bot cannot read it.**",
        "Please open one of these. What the bot could find in your text is filled in:",
        "\n".join(offers),
        "Your text stays here; copy from it what you need. You can close this issue afterwards.",
    )


def already_listed(found: AlreadyListed, forms: Forms, links: Links) -> str:
    """Nothing is left to add or change."""
    rows = _row_links(found.brand, found.rows, links)
    if isinstance(found.submission, Correction):
        return _comment("**The list says this already.**", rows, _HOW_TO_EDIT)
    form = form_of_kind(forms, Kind.INVALID)
    link = links.form(form, {"brand": found.brand.name, "model": found.rows[0].model})
    return _comment(
        "**This is in the list already.**",
        rows,
        f"Is something wrong there? Then please [correct the entry]({link}).",
        f"Did you mean another charger? {_HOW_TO_EDIT}",
    )


def list_broken() -> str:
    """The list itself needs a maintainer first."""
    return _comment(
        "**Your submission is kept, but the list needs a maintainer first.**",
        "README.md cannot be edited by the bot as it stands. You need not do anything: "
        "once the list is mended, the bot takes up your submission by itself.",
    )


def merged(pull_request: str, row: str | None) -> str:
    """The change is in the list."""
    link = f"[See it there]({row})." if row else "Thank you!"
    return _comment(f"**Pull request {pull_request} is merged: the list has your change.** {link}")


def withdrawn() -> str:
    """The issue was closed, or is no submission any more."""
    return _comment(
        "**Nothing is open for this issue any more.**",
        "It was closed, or its label was taken off, and its pull request with it. "
        "If the issue is opened again, or gets its label back, the bot goes on.",
    )


def declined(pull_request: str, form: Form) -> str:
    """A person has closed the pull request, and the bot respects that."""
    return _comment(
        f"**A maintainer has closed pull request {pull_request} without merging it.**",
        "The bot leaves it at that, also when this issue is edited. The way back: somebody with triage rights takes "
        f"the label {code(form.issue_label)} off this issue and puts it on again.",
    )


def taken_over(person: str, changes: str) -> str:
    """A person has pushed to the branch, and the bot keeps its hands off."""
    would = f"The bot would have made this change:\n\n{changes}" if changes else ""
    return _comment(
        f"**{code(person)} has taken over the branch of this issue.**",
        "The bot does not touch the branch or its pull request any more, also when this issue is edited.",
        would,
    )


def queued(waiting: Sequence[Waiting]) -> str:
    """An earlier issue asks for the same."""
    issues = [f"#{issue}" for issue in sorted({issue for _, issue in waiting})]
    return _comment(
        f"**This waits for issue {listed(issues)}, which asks for the same.**",
        _waiting_lines("Asked for earlier:", waiting),
        "You need not do anything. If that issue is closed without a merge, the bot takes up this one by itself, "
        "within a day.",
    )


def over_the_cap(most: int) -> str:
    """The author has many submissions open."""
    return _comment(
        "**Your submission waits in the queue.**",
        f"The bot works on {most} open submissions of one person at a time. "
        "You need not do anything: once one of yours is done, it takes up the next, within a day.",
    )


def forbidden(compare: str | None, reason: str) -> str:
    """A setting or rule of the repository keeps the bot from publishing a change.

    `compare` leads to the branch, where that is ready.
    """
    by_hand = f"[open the pull request by hand]({compare}), or " if compare else ""
    return _comment(
        "**Your change is ready, but this repository does not let the bot publish it.**",
        f"You need not do anything; a maintainer can {by_hand}remove the reason: {reason}",
    )
