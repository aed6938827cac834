"""The judge of one trial: what was typed is shown so, or refused with a reason; nothing acts."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from bot.cli.readable import readable
from bot.cli.report import Report, json_line, markdown
from bot.cli.summary import log_line, summary
from bot.decision.decide import decide
from bot.decision.decision import IssueLabel, Outcome
from bot.decision.situation import PullRequestState
from bot.forms.corrections import CorrectionKind
from bot.forms.submission import Correction, NewEntries, Submission
from bot.github.commit import BotBranch, with_fingerprint
from bot.render.desired import DesiredState, Proposed
from bot.render.markers import status_in
from bot.render.problems import sentence
from bot.render.repository_links import Links
from tests.charger_list import FORMS, LIST, full_name
from tests.page import Page
from tests.prove import expected_answers
from tests.prove.active_markup import COMMAND, IN_COMMIT, IN_TITLE, Ours, acting, heard
from tests.prove.expected_page import (
    brand_of,
    is_listed,
    names_waiting,
    promised,
    seen,
    sources_of,
    submission_of,
)
from tests.prove.hostile_places import EARLIER, NUMBER, PULL, Trial
from tests.prove.shown_answers import is_shown, normalised, shown_answer
from tests.stage import form

_LIMIT = 65_536  # of a body and a comment: https://github.com/danger/danger/issues/424
_LONGEST_TITLE = 256
_HASH = "0123456789abcdef0123456789abcdef01234567"
_LABELS = {field.label for asked in FORMS for field in asked.fields}
_STRONG = re.compile(
    "|".join(
        [
            *map(re.escape, sorted(_LABELS)),
            *(re.escape(form.name) for form in FORMS),
            r"new|changed|goes|A pull request|Pull request #\d+",
            r"No source was given\.|This is in the list already\.",
            r"The list says this already\.|(?:One thing needs|\d+ things need) another look\.",
            r"(?:\(nothing\)|`+…)? has taken over the branch of this issue\.",
            r"Edit|\u22ef",
            r"This issue was not made with a form, so the bot cannot read it\.",
            r"This waits for issue #\d+, which asks for the same\.",
            rf"Pull request #{PULL} is merged: the list has your change\.",
            rf"A maintainer has closed pull request #{PULL} without merging it\.",
            r"Your change is ready, but this repository does not let the bot publish it\.",
        ]
    )
)
_CLOSING = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b\W{0,3}(?:\S*#\d|GH-\d|https?://)", re.IGNORECASE
)
_LOG = re.compile(
    r"issue \d+: (?:pull_request|reply|nothing)(?:, label (?:needs-info|duplicate))?, \d+ problems?"
)

OPTIONS = {
    CorrectionKind.CHANGE: "Change the details",
    CorrectionKind.RENAME: "Rename the model",
    CorrectionKind.REMOVE: "Remove the entry",
}


def complaints(trial: Trial, desired: DesiredState) -> Iterator[str]:
    """What is wrong with what the bot makes of a trial."""
    if desired.error and not trial.snapshot.forbidden:
        yield f"an error in the list: {desired.error}"
    elif desired.proposed:
        yield from _page(trial, desired.proposed.readme)
        yield from _pull_request(trial, desired, desired.proposed.body)
        yield from _commit(trial, desired.proposed)
    else:
        yield from _reason(trial, desired)
    if desired.comment is not None:
        yield from _comment(trial, desired, desired.comment)
    yield from _bytes(trial, desired)


def _page(trial: Trial, readme: str) -> Iterator[str]:
    submission = submission_of(trial)
    if submission is None or trial.answers is None:
        yield "accepted what cannot be read"
        return
    yield from lost(trial, submission)
    if seen(readme).parts != promised(submission, names_waiting(trial)):
        yield "the page shows something else than was promised"
    if odd := expected_answers.unseen(readme) - expected_answers.unseen(LIST):
        yield f"characters in README.md that nobody sees: {odd!a}"


def lost(trial: Trial, submission: Submission) -> Iterator[str]:
    """Letter for letter what was typed, or the documented normalisation."""
    answers = trial.answers or {}
    for field in form(trial.kind).fields:
        wanted = expected_answers.READ[field.id](
            expected_answers.answered(field, answers.get(field.id, ""))
        )
        found = _found(field.id, submission)
        if found != wanted:
            yield f"{field.id} was read as {found!a}, not {wanted!a}"
    brand = brand_of(submission)
    new_name = submission.new_name if isinstance(submission, Correction) else None
    names = submission.names if isinstance(submission, NewEntries) else ()
    for name in [new_name] if new_name else names:
        full = full_name(brand, name)
        if not expected_answers.is_named(full, brand, name):
            yield f"the model {name!a} has become {full!a}"


def _found(field_id: str, submission: Submission) -> object:
    """What was read of an answer, as `expected_answers.READ` has it."""
    names: dict[str, object] = {"brand": submission.section}
    if isinstance(submission, NewEntries):
        names["models"] = submission.names
    else:
        names |= {"model": submission.name, "new_model": submission.new_name}
        names |= {"reason": submission.reason, "correction": OPTIONS[submission.kind]}
    if field_id in names:
        return names[field_id] or ""
    value = submission.values.get(field_id) or ()
    if field_id == "sources":
        read = ((one.title, expected_answers.in_parts(one.url)) for one in sources_of(submission))
        return list(dict.fromkeys(read))
    if field_id == "notes":
        return value or ""
    return set(value)


def _pull_request(trial: Trial, desired: DesiredState, body: str) -> Iterator[str]:
    yield from _conversation("the body", body, trial, desired, {NUMBER, EARLIER})
    said = [run.text for run in heard(body).plain() if _CLOSING.search(run.text)]
    if said != [f"Closes #{NUMBER}"] or f"\n\nCloses #{NUMBER}\n\n" not in body:
        yield f"closing words: {said}"
    if (acts := IN_COMMIT.findall(body)) != [f"Closes #{NUMBER}"]:
        yield f"in the message of a squashed commit: {acts}"
    rows = Page(body).rows
    if not any(row.cells[0].text in {"new", "changed", "goes"} for row in rows):
        yield "the row that is changed is not shown"
    if not re.search(r"^[+-]\| ", desired.comment or "", re.MULTILINE) and "```diff" in (
        desired.comment or ""
    ):
        yield "the comment shows no line that changes"
    yield from normalised(trial, body)
    shown = {row.cells[0].text: row.cells[1].text for row in reversed(rows) if len(row.cells) == 2}
    answers = trial.answers or {}
    for field in form(trial.kind).fields:
        wanted = shown_answer(field, answers.get(field.id, ""))
        if (wanted or field.label in shown) and not is_shown(
            wanted, shown.get(field.label, "(no row)")
        ):
            found = shown.get(field.label)
            yield f"the answer to {field.label} is shown as {found!a}, not {wanted!a}"


def _commit(trial: Trial, proposed: Proposed) -> Iterator[str]:
    title, message = proposed.title, proposed.commit_message
    if IN_TITLE.search(title) or len(title) > _LONGEST_TITLE or title != " ".join(title.split()):
        yield f"title {title!a}"
    author = trial.issue.author
    assert author
    lines = [title, "", f"Asked for in #{NUMBER}."]
    if re.fullmatch(r"[A-Za-z0-9-][A-Za-z0-9_-]*(?:\[bot\])?", author.login):
        lines += [
            "",
            f"Co-authored-by: {author.login} <{author.id}+{author.login}@users.noreply.github.com>",
        ]
    if message != "\n".join(lines):
        yield f"message {message!a}"
    whole = with_fingerprint(message, _HASH, _HASH)
    branch = BotBranch(_HASH, (_HASH,), _HASH, whole, "", "")
    if not branch.is_ours or len(re.findall("^Bot-Commit: ", whole, re.MULTILINE)) != 1:
        yield f"the seal does not hold on {message!a}"
    if replace(branch, message=whole.replace(title, f"{title}.")).is_ours:
        yield f"the seal holds on another message than {message!a}"
    if trial.issue.branch != f"bot/issue-{NUMBER}":
        yield f"branch {trial.issue.branch!a}"


def _reason(trial: Trial, desired: DesiredState) -> Iterator[str]:
    reported = desired.comment or ""
    pull = trial.snapshot.pull_request
    is_settled = trial.snapshot.taken_over_by or (pull and pull.state is not PullRequestState.OPEN)
    if not reported or (desired.outcome is not Outcome.REPLY and not is_settled):
        yield f"neither shown nor refused with a reason: {desired.outcome}"
    for problem in desired.problems[:50]:
        if not sentence(problem) or sentence(problem) not in reported:
            yield f"a problem that is not reported: {problem!a}"
        if problem.field not in _LABELS | {None}:
            yield f"a problem of no field: {problem!a}"
    if (
        desired.label is IssueLabel.NEEDS_INFO
        and not desired.problems
        and trial.answers
        and "made with" not in reported
    ):
        yield "refused without a problem"
    if desired.label is IssueLabel.DUPLICATE and not is_listed(trial):
        yield "taken for what is in the list"


def _comment(trial: Trial, desired: DesiredState, comment: str) -> Iterator[str]:
    first = comment.partition("\n")[0]
    if status_in(first) != desired.status:
        yield f"the first line is {first!a}"
    pull = trial.snapshot.pull_request
    numbers = {pull.number if pull else EARLIER}
    yield from _conversation("the comment", comment, trial, desired, numbers)
    yield from _conversation("the summary", summary(NUMBER, desired), trial, desired, {NUMBER})


def _conversation(
    name: str, text: str, trial: Trial, desired: DesiredState, numbers: set[int]
) -> Iterator[str]:
    author = trial.issue.author
    allowed = {f"#{number}" for number in numbers}
    if author and f"@{author.login}" in text.partition("\n")[0]:
        allowed.add(f"@{author.login}")
    links = _links(LIST) | (_links(desired.proposed.readme) if desired.proposed else set())
    yield from acting(name, text, Ours(_STRONG.fullmatch, links, allowed, _places(trial.links)))


def _places(links: Links) -> tuple[str, ...]:
    """How links begin: to the list, to a form, and to open a pull request."""
    branch, home = links.default_branch, links.repository
    return (
        f"{home}/blob/{branch}/README.md#",
        f"{home}/blob/{branch}/MAINTAINING.md",
        f"{home}/issues/new?template=",
        f"{home}/compare/{branch}...bot/issue-",
    )


@lru_cache(maxsize=4)
def _links(page: str) -> set[str]:
    return {address for row in seen(page).rows for cell in row.cells for address, _ in cell.links}


def _bytes(trial: Trial, desired: DesiredState) -> Iterator[str]:
    proposed = desired.proposed
    texts = [
        desired.comment or "",
        summary(NUMBER, desired),
        *([proposed.title, proposed.body] if proposed else []),
    ]
    for text in texts:
        if len(text) > _LIMIT:
            yield f"{len(text)} characters, which GitHub refuses"
        if odd := expected_answers.unseen(text):
            yield f"characters that nobody sees: {odd!a}"
    if not _LOG.fullmatch(log_line(NUMBER, desired)):
        yield f"log line {log_line(NUMBER, desired)!a}"
    decision = decide(trial.snapshot, FORMS)
    yield from _printed(
        Report("issue.md", "x", "", trial.issue, trial.snapshot.readme, decision, desired)
    )


def _printed(report: Report) -> Iterator[str]:
    line = json_line(report)
    for printed in (readable(report), markdown(report), line):
        if command := COMMAND.search(printed):
            yield f"a command to the runner: {printed[command.start() :][:40]!a}"
        if odd := expected_answers.unseen(printed):
            yield f"printed, though nobody sees them: {odd!a}"
    reported = json.loads(line)
    proposed = report.desired.proposed
    if (reported["comment"], reported["readme"]) != (
        report.desired.comment,
        proposed.readme if proposed else None,
    ):
        yield "another text in JSON"
