"""The pull request, as a reviewer reads it, and the message of its commit."""

import re
from collections.abc import Sequence

from bot.decision.normalized import Normalised
from bot.decision.proposal import Proposal
from bot.decision.source_questions import proposed_models
from bot.document.changes import Addition, Alteration, Removal
from bot.document.edited import Edited
from bot.evidence.answer import Answer
from bot.evidence.kept import keep_answers
from bot.forms.body import Answers
from bot.forms.issue import Issue
from bot.forms.submission import NewCharger
from bot.render.changes import rendered_change
from bot.render.quoting import code, in_one_line, listed, reveal_invisible, shortened, truncate
from bot.render.source_remarks import source_remarks

# A name in a title must not be a reference, which could close another issue from the message of a
# squashed commit; nor an emoji.
_LONGEST_ANSWER, _LONGEST_NOTE = 4_000, 600  # characters of Markdown
_MOST_LINES = 45
_ALIVE = re.compile(r"\bGH-\d|://|\b[0-9a-f]{7,40}\b|:[\w+-]+:", re.IGNORECASE)


def title(proposal: Proposal) -> str:
    """What the pull request does, in one line."""
    change = proposal.change
    if isinstance(change, Addition):
        text = _addition_title(change, new_brand=proposal.new_brand)
        return "Add to the list" if _ALIVE.search(text) else text
    text = _correction_title(change)
    return "Correct the list" if _ALIVE.search(text) else text


def _correction_title(change: Alteration | Removal) -> str:
    if isinstance(change, Removal):
        return f"Remove {change.model}"
    return (
        f"Correct {change.model}"
        if change.model == change.new_model
        else f"Rename {change.model} to {change.new_model}"
    )


def _addition_title(addition: Addition, *, new_brand: bool) -> str:
    if new_brand:
        return f"Add brand {addition.brand}"
    if len(addition.chargers) == 1:
        return f"Add {addition.chargers[0].model}"
    return f"Add {len(addition.chargers)} chargers to {addition.brand}"


def commit_message(proposal: Proposal, issue: Issue, host: str) -> str:
    """The message of the commit, which credits the contributor through the account's no-reply
    address.

    https://docs.github.com/en/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors
    """
    lines = [title(proposal), ""]
    if issue.number:
        lines += [f"Asked for in #{issue.number}.", ""]
    if issue.author and (issue.author.id or 0) > 0 and issue.author.is_account:
        name = issue.author.login
        lines.append(f"Co-authored-by: {name} <{issue.author.id}+{name}@users.noreply.{host}>")
    return "\n".join(lines).rstrip()


def body(
    proposal: Proposal,
    answers: Answers,
    issue: Issue,
    edited: Edited,
    evidence: Sequence[Answer] = (),
) -> str:
    """What a reviewer needs: the rendered rows, the answers, what was normalised, and what to
    look at. What was found out about the sources is kept at the end, where only programs see it.
    """
    addresses = {source.url for source in proposal.submission.sources}
    evidence = [answer for answer in evidence if answer.address in addresses]
    parts = [
        _opening(issue),
        rendered_change(proposal.change, edited),
        "#### To review",
        "\n".join(f"- {point}" for point in review_points(proposal, answers, edited, evidence)),
    ]
    parts += ["#### The answers", _answers(answers)]
    if proposal.normalised:
        parts += ["#### Normalised by the bot", _normalised(proposal)]
    if issue.number:
        parts.append(f"Closes #{issue.number}")
    if evidence:
        parts.append(keep_answers(evidence))
    return "\n\n".join(parts)


def _opening(issue: Issue) -> str:
    by = f" by {code(issue.author.login)}" if issue.author else ""
    return (
        f"Made from issue #{issue.number}{by}."
        if issue.number
        else f"Made from a contribution{by}."
    )


def review_points(
    proposal: Proposal, answers: Answers, edited: Edited, evidence: Sequence[Answer] = ()
) -> list[str]:
    """What a reviewer should look at, each in a line of Markdown."""
    models, versions = proposed_models(proposal), proposal.submission.ocpp_versions
    points = [_source_point(proposal), *source_remarks(evidence, models, versions)]
    if isinstance(proposal.change, Addition) and proposal.new_brand:
        points.append("This brand is new in the list. Is it spelled as its maker does?")
    if edited.after.brand(proposal.change.brand) is None:
        points.append(
            "The brand has no other charger, so its section goes too, with all that stands in it."
        )
    if proposal.similar:
        points.append(
            f"Nearly the same in the list: {listed([code(name) for name in proposal.similar])}. Is it another?"
        )
    if proposal.listed:
        names = listed([code(row.model) for row in proposal.listed])
        points.append(f"Also asked for, but in the list already: {names}.")
    if answers.preface:
        points.append(
            f"Not read, since it stands above the form's first question: {code(answers.preface)}."
        )
    if proposal.waiting:
        names = listed([f"{code(model)} (#{issue})" for model, issue in proposal.waiting])
        points.append(f"Also asked for, but waiting for an earlier issue: {names}.")
    if proposal.same_brand:
        points.append(
            f"Open too for this brand: {listed([f'#{issue}' for issue in proposal.same_brand])}."
        )
    points += [
        f"The heading {code(move.heading)} gets the anchor {code('#' + move.new)} instead of {code('#' + move.old)}; "
        "what links to it in README.md is corrected."
        for move in edited.moved_anchors
    ]
    return points


def _source_point(proposal: Proposal) -> str:
    submission = proposal.submission
    if submission.sources:
        return "Does the source say what the row says?"
    if isinstance(submission, NewCharger):
        return "**No source was given.** Can you confirm it otherwise?"
    return "No source was given with this correction. Does its reason convince you?"


def _answers(answers: Answers) -> str:
    rows = [
        f"| {field.label} | {_answer(answers.texts.get(field.id, ''))} |"
        for field in answers.form.fields
    ]
    return "\n".join(["| Field | Answer |", "| --- | --- |", *rows])


def _answer(text: str) -> str:
    """The lines of an answer, each with single blanks, cut where they are too many."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    return _in_cell(
        "\n".join(lines[:_MOST_LINES] + ["…"] * (len(lines) > _MOST_LINES)), _LONGEST_ANSWER
    )


def _normalised(proposal: Proposal) -> str:
    rows = map(_normalised_row, proposal.normalised)
    return shortened("\n".join(["| Field | Typed | Used |", "| --- | --- | --- |", *rows]))


def _normalised_row(one: Normalised) -> str:
    typed, used = _in_cell(one.typed, _LONGEST_NOTE), truncate(one.used, _LONGEST_NOTE)
    return f"| {one.label} | {typed} | {used or '(nothing)'} |"


def _in_cell(text: str, most: int) -> str:
    return in_one_line(truncate(reveal_invisible(text), most))
