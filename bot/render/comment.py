"""The one comment of the bot on an issue: where things stand in its first line, then what to do."""

from collections.abc import Sequence

from bot.decision.decide import MAX_OPEN
from bot.decision.decision import AppliedProposal, Decision, RowPlace, Status
from bot.decision.differences import correcting_answers, differences
from bot.decision.free_text import FreeText
from bot.decision.proposal import AlreadyClaimed, AlreadyListed, Refusal, Waiting
from bot.decision.situation import PullRequest, Situation
from bot.document.apply import Applied
from bot.document.rows import Row
from bot.document.section import Section
from bot.forms.form import Form, Forms, Kind
from bot.forms.issue import Issue
from bot.forms.issue_form import labelled_forms
from bot.forms.submission import Correction
from bot.render.changes import diff
from bot.render.context import Context
from bot.render.offers import offered_form, offered_forms
from bot.render.problems import problem_line
from bot.render.quoting import code, counted, listed, quoted, shortened
from bot.render.repository_links import Links
from bot.rules.rule import Problem

_MOST_PROBLEMS = 50
_MOST_NAMED = 3  # entries and issues that another submission waits for
_EDIT = (
    "Edit this issue (the **⋯** menu at its top right, then **Edit**): each answer is below its "
    "`###` heading, and choices are words with commas between them. The bot looks again at once"
)
_HOW_TO_EDIT = f"{_EDIT}; no new issue is needed."
_NOT_A_COMMENT = "Your comment is not read: only the text of the issue counts."


def comment_on(
    decision: Decision, rows: str, situation: Situation, context: Context, forms: Forms
) -> str | None:
    """The comment for a decision, with the rows of a proposal; None leaves everything unsaid."""
    issue = situation.issue
    match decision.about:
        case Refusal() as refusal:
            other_form = offered_form(refusal, forms, context.links)
            return refused(refusal.problems, situation, context, other_form)
        case FreeText() as text:
            return not_a_form(text, issue, context, forms)
        case AlreadyListed() as found:
            return already_listed(found, issue, context.links, forms)
        case AlreadyClaimed() as claimed:
            return waiting(claimed, issue, context.links)
        case AppliedProposal() as change if decision.status is Status.PROPOSED:
            return proposed(change, rows, situation, context.links)
    return _comment_on_status(decision, situation, context, forms)


def _comment_on_status(
    decision: Decision, situation: Situation, context: Context, forms: Forms
) -> str | None:
    issue, pull, about = situation.issue, situation.pull_request, decision.about
    match decision.status:
        case Status.OVER_LIMIT:
            return over_limit(MAX_OPEN, issue)
        case Status.README_BROKEN:
            return list_broken(issue)
        case Status.FORBIDDEN:
            return forbidden(situation, context)
        case Status.MERGED if pull:
            row = about if isinstance(about, RowPlace) else None
            return merged(pull, row, context.links)
        case Status.DECLINED if pull:
            return declined(pull, labelled_forms(issue, forms)[0], issue)
        case Status.TAKEN_OVER if situation.taken_over_by:
            own = about.applied if isinstance(about, AppliedProposal) else None
            form = next(iter(labelled_forms(issue, forms)), None)
            return taken_over(situation.taken_over_by, own, form, issue)
        case Status.WITHDRAWN:
            return withdrawn()
        case Status.NOT_ASKED:
            return None
    raise ValueError(f"{decision.status} lacks what its comment is about")


def _thanks(issue: Issue) -> str:
    """Thanks with a mention, which the author hears of where this is a new comment.

    The name of an account holds nothing that is alive but that.
    """
    if issue.author and issue.author.is_account:
        return f"Thank you, @{issue.author.login}!"
    return "Thank you!"


def proposed(change: AppliedProposal, rows: str, situation: Situation, links: Links) -> str:
    """A pull request is open; `rows` are those it touches, as text."""
    proposal, applied = change.proposal, change.applied
    pull = "A pull request"
    if situation.open_pull_request:
        pull = f"Pull request #{situation.open_pull_request.number}"
    thanks = _thanks(situation.issue)
    parts = [f"**{pull}** makes this change. {thanks} A maintainer will look at it."]
    name, shape = proposal.change.section, applied.before.shape
    if proposal.is_new_section and shape.has_sections:
        parts.append(f"{code(name)} will be a new {shape.section_noun} in the list.")
    elif applied.after.section(name) is None:
        parts.append(f"It is the last {shape.entry.one} of {code(name)}, whose section goes too.")
    parts += [
        rows,
        "<details><summary>The lines of README.md that change</summary>",
        diff(applied.before.text, applied.after.text),
        "</details>",
    ]
    section = applied.before.section(name)
    parts += _left_as_they_are(section, proposal.listed, links)
    if proposal.waiting:
        parts.append(f"Waiting for an earlier issue:\n\n{_waiting_list(proposal.waiting)}")
    parts.append(f"Something is not right? {_HOW_TO_EDIT}")
    return "\n\n".join(parts)


def _left_as_they_are(section: Section | None, rows: Sequence[Row], links: Links) -> list[str]:
    """What a submission asks for besides, and the list has; nothing without such rows."""
    if section is None or not rows:
        return []
    return [f"In the list already, and left as they are:\n\n{_row_links(section, rows, links)}"]


def _waiting_list(waiting: Sequence[Waiting]) -> str:
    """Entries with the issues asking for them, three at most."""
    return counted([f"- {code(name)}: #{issue}" for name, issue in waiting], _MOST_NAMED)


def _row_links(section: Section, rows: Sequence[Row], links: Links) -> str:
    lines = []
    for row in rows:
        lines.append(f"- [{code(row.name)}]({links.row(section.anchor, row.name)})")
    return shortened("\n".join(lines))


def refused(
    problems: Sequence[Problem], situation: Situation, context: Context, other_form: str
) -> str:
    """Something in the answers must be fixed; a pull request that is open waits for it.

    `other_form` is the sentence that offers one, if any.
    """
    thanks = _thanks(situation.issue)
    needs = "One thing needs" if len(problems) == 1 else f"{len(problems)} things need"
    status = f"{thanks} **{needs} another look.**"
    action = _HOW_TO_EDIT
    if any(problem.rule.needs_issues for problem in problems):
        action = f"{_EDIT}."
    if all(problem.rule.for_maintainer for problem in problems):
        status = f"**A maintainer must look at this first.** {thanks}"
        action = "You need not do anything: the bot goes on once that is done."
    parts = [status, counted(list(map(problem_line, problems)), _MOST_PROBLEMS)]
    if other_form:
        parts.append(other_form)
    if context.author_commented:
        parts.append(_NOT_A_COMMENT)
    parts.append(action)
    if pull := situation.open_pull_request:
        parts.append(f"Pull request #{pull.number} is a draft until then.")
    return "\n\n".join(parts)


def not_a_form(text: FreeText, issue: Issue, context: Context, forms: Forms) -> str:
    """The issue was written freely."""
    status = "**This issue was not made with a form, so the bot cannot read it.**"
    parts = [f"{_thanks(issue)} {status}", *offered_forms(text, issue, context.links, forms)]
    if context.author_commented:
        parts.append(_NOT_A_COMMENT)
    keep = "Your text stays here; copy from it what you need. " if issue.body.strip() else ""
    parts.append(f"{keep}You can close this issue afterwards.")
    return "\n\n".join(parts)


def already_listed(listed: AlreadyListed, issue: Issue, links: Links, forms: Forms) -> str:
    """Nothing is left to add or change."""
    section, shape, submission = listed.section, forms.shape, listed.submission
    thanks = _thanks(issue)
    if isinstance(submission, Correction):
        rows = _row_links(section, listed.rows, links)
        status = f"**The list says this already.** {thanks}"
        return f"{status}\n\n{rows}\n\nDid you mean another change? {_HOW_TO_EDIT}"
    lines, differing = [], []
    for row in listed.rows:
        lines.append(_row_links(section, [row], links))
        for column, there, given in differences(shape, submission, row):
            lines.append(f"  - {column}: the list says {code(there)}, you say {code(given)}.")
            differing.append(row)
    parts = [f"**This is in the list already.** {thanks}", shortened("\n".join(lines))]
    correction = forms.of_kind(Kind.CORRECT)
    if correction:
        row = (differing or listed.rows)[0]
        link = links.form(correction, correcting_answers(shape, listed, row))
        mistake = "the list is wrong" if differing else "something in that row is wrong"
        parts.append(f"If {mistake}, please [correct the entry]({link}).")
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
    """The change is in the list; its row may not be found there."""
    status = f"**Pull request #{pull.number} is merged: the list has your change.** Thank you!"
    if row is None:
        return status
    return f"{status} [See it there]({links.row(row.anchor, row.name)})."


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
    text = (
        f"**{code(person)} has taken over the branch of this issue.** {_thanks(issue)}\n\n"
        "The bot does not touch the branch or its pull request any more, even if this issue is "
        "edited. A maintainer can hand it back to the bot: delete the branch and put the label "
        f"{label} on this issue again."
    )
    if own is None:
        return text
    changes = diff(own.before.text, own.after.text)
    return f"{text}\n\nThe bot would have made this change:\n\n{changes}"


def waiting(claimed: AlreadyClaimed, issue: Issue, links: Links) -> str:
    """An earlier issue asks for the same."""
    numbers = sorted({entry.issue for entry in claimed.waiting})
    issues = listed([f"#{number}" for number in numbers], _MOST_NAMED)
    others, closed = f"issues {issues}, which ask", "one of them"
    if len(numbers) == 1:
        others, closed = f"issue {issues}, which asks", "that issue"
    parts = [
        f"**This waits for {others} for the same.** {_thanks(issue)}",
        f"Asked for earlier:\n\n{_waiting_list(claimed.waiting)}",
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


def forbidden(situation: Situation, context: Context) -> str:
    """A setting or rule of the repository keeps the bot from publishing a change."""
    issue = situation.issue
    action = f"remove the reason: {situation.forbidden}"
    if context.has_branch and issue.branch:
        compare = context.links.compare(issue.branch)
        action = f"[open the pull request by hand]({compare}), or {action}"
    return (
        "**Your change is ready, but this repository does not let the bot publish it.** "
        f"{_thanks(issue)}\n\nYou need not do anything; a maintainer can {action}"
    )
