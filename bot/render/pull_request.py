"""The pull request as a reviewer reads it, and the message of its commit."""

import re

from bot.decision.decision import AppliedProposal
from bot.decision.proposal import Proposal
from bot.document.changes import Addition, Alteration, Removal
from bot.forms.addresses import readable_host
from bot.forms.body import Answers
from bot.forms.issue import Issue
from bot.forms.submission import Correction
from bot.render.changes import shown_link
from bot.render.context import Context
from bot.render.quoting import ALIVE_IN_COMMIT, inert, neutralize_and_truncate, quoted, shortened
from bot.render.repository_links import Links
from bot.render.review import review_points
from bot.render.table import table
from bot.shape.shape import Shape

_LONGEST_ANSWER, _LONGEST_NOTE = 4_000, 600  # characters of Markdown
_MOST_LINES = 45
# A name in a title, which is that of a squashed commit too, must also be no address, commit or
# emoji, and have one line.
_ALIVE = re.compile(rf"{ALIVE_IN_COMMIT}|\n|://|\b[0-9a-f]{{7,40}}\b|:[\w+-]+:", re.IGNORECASE)


def title(proposal: Proposal, shape: Shape) -> str:
    """The change of the pull request, in one line."""
    change = proposal.change
    safe = "Add to the list" if isinstance(change, Addition) else "Correct the list"
    if isinstance(change, Removal):
        text = f"Remove {change.name}"
    elif isinstance(change, Alteration):
        text = f"Correct {change.name}"
        if change.name != change.new_name:
            text = f"Rename {change.name} to {change.new_name}"
    elif proposal.is_new_section and shape.has_sections:
        text = f"Add {shape.section_noun} {change.section}"
    elif len(change.rows) == 1:
        text = f"Add {change.rows[0].name}"
    else:
        text = f"Add {len(change.rows)} {shape.entry.many}"
        if shape.has_sections:
            text += f" to {change.section}"
    return safe if _ALIVE.search(text) else text


def commit_message(proposal: Proposal, shape: Shape, issue: Issue, host: str) -> str:
    """The message of the commit, which credits the contributor by the no-reply address.

    https://docs.github.com/en/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors
    """
    lines = [title(proposal, shape), ""]
    if issue.number:
        lines += [f"Asked for in #{issue.number}.", ""]
    if issue.author and (issue.author.id or 0) > 0 and issue.author.is_account:
        name = issue.author.login
        lines.append(f"Co-authored-by: {name} <{issue.author.id}+{name}@users.noreply.{host}>")
    return "\n".join(lines).rstrip()


def body(change: AppliedProposal, rows: str, issue: Issue, context: Context, shape: Shape) -> str:
    """What a reviewer needs: the reason, the rows, what to look at, the sources; the rest folded.

    `rows` are those it touches, as text. What was found out about the sources is kept at the end,
    where only programs see it.
    """
    proposal, links = change.proposal, context.links
    addresses = {link.url for link in proposal.links}
    known = [answer for answer in context.evidence if answer.address in addresses]
    points = review_points(change, shape, links, known)
    parts = []
    if isinstance(proposal.submission, Correction) and proposal.submission.reason:
        parts.append(f"#### The reason\n\n{quoted(proposal.submission.reason, _LONGEST_ANSWER)}")
    parts.append(rows)
    if points:
        parts.append("#### To review\n\n" + "\n".join(f"- {point}" for point in points))
    parts += [_links(proposal, shape), _answers(change.answers), _normalized(proposal)]
    parts.append(_what_to_do(issue, links))
    if issue.number:
        parts.append(f"Closes #{issue.number}")
    if known:
        from bot.evidence.kept_answers import keep_answers  # loads pydantic

        parts.append(keep_answers(known))
    return "\n\n".join(filter(None, parts))


def _links(proposal: Proposal, shape: Shape) -> str:
    """The addresses to click, in full, each with its title unless that is just the host."""
    lines = []
    for link in proposal.links:
        line = f"- {shown_link(link.url, link.url)}"
        if link.title != readable_host(link.url):
            line += f" – {neutralize_and_truncate(link.title, _LONGEST_NOTE)}"
        lines.append(line)
    heading = f"#### {shape.links_noun.capitalize()}"
    return "\n".join([heading, "", *lines]) if lines else ""


def _folded(summary: str, text: str) -> str:
    return f"<details><summary>{summary}</summary>\n\n{text}\n\n</details>"


def _answers(answers: Answers) -> str:
    """All answers, as they were given."""
    rows = []
    for field in answers.form.fields:
        text = answers.texts.get(field.id, "")
        lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        if len(lines) > _MOST_LINES:
            lines = [*lines[:_MOST_LINES], "…"]
        if text:
            answer = neutralize_and_truncate("\n".join(lines), _LONGEST_ANSWER)
            rows.append((field.label, answer))
    return _folded("The answers", table(("Field", "Answer"), rows))


def _normalized(proposal: Proposal) -> str:
    """Answers used differently from how they were typed."""
    if not proposal.normalized:
        return ""
    rows = []
    for answer in proposal.normalized:
        typed = neutralize_and_truncate(answer.typed, _LONGEST_NOTE)
        used = neutralize_and_truncate(answer.used, _LONGEST_NOTE) or "(nothing)"
        rows.append((answer.label, typed, used))
    text = shortened(table(("Field", "Typed", "Used"), rows))
    return _folded("Written differently from how it was typed", text)


def _what_to_do(issue: Issue, links: Links) -> str:
    """The choices of a reviewer, and where the pull request comes from."""
    text = "Merge it, close it to decline, push to its branch to take over, or ask in the issue"
    if links.guide:
        text += f": [how this works]({links.guide})"
    text += f". Made from issue #{issue.number}" if issue.number else ". Made from an answer"
    if issue.author:
        text += f" by {inert(issue.author.login)}"
    text += ". Edits of this title and text stay until the issue changes."
    return _folded("What you can do", text)
