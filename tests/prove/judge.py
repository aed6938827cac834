"""The judge of one trial: what was typed is shown as it was typed, or refused with a reason, and nothing in it acts."""

import json
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile, islice, takewhile
from typing import NamedTuple

from bot.check.matching import full_model

from bot.cli.readable import readable
from bot.cli.report import Report, json_line, markdown
from bot.cli.summary import log_line, summary
from bot.decision.decide import decide
from bot.decision.decision import IssueLabel, Outcome
from bot.decision.situation import Standing
from bot.forms.body import read_answers
from bot.forms.form import Field
from bot.forms.links import Links
from bot.forms.submission import Correction, Submission, read_submission
from bot.forms.values import CorrectionKind
from bot.github.commit import BotBranch, with_fingerprint
from bot.names.order import identity, normalize_name
from bot.render.comment import status_in
from bot.render.desired import DesiredState
from bot.render.problems import sentence
from tests.charger_list import FORMS, LIST
from tests.page import Cell, Page, Part, Row, brand_places
from tests.promised import with_other_row, with_rows, with_section, without_entry
from tests.prove import typed
from tests.prove.conversation import Conversation
from tests.prove.places import EARLIER, NUMBER, PULL, Trial
from tests.stage import form

_LIMIT = 65_536  # of a body and a comment: https://github.com/danger/danger/issues/424
_LONGEST_TITLE = 256
_LEAST_SHOWN, _MOST_LINES = (
    280,
    45,
)  # characters of an endless answer, and lines of one that has more
_LEAST_TYPED = 40  # characters of an endless answer that is used otherwise
_NORMALISED = ("Field", "Typed", "Used")
_LONGEST_LINK = 8_192
_HASH = "0123456789abcdef0123456789abcdef01234567"
_LABELS = {field.label for asked in FORMS for field in asked.fields}
_ELEMENTS = {
    "p",
    "ul",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "code",
    "br",
    "details",
    "summary",
    "pre",
    "a",
    "span",
    "h3",
    "h4",
}
_HEADINGS = {"To review", "The answers", "Normalised by the bot", "Rows that differ"}
_STRONG = re.compile(
    "|".join(
        [
            *map(re.escape, sorted(_LABELS)),
            r"new|changed|goes|A pull request|Pull request #\d+|No source was given\.|This is in the list already\.",
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
_LEFT_OUT = re.compile(r"\N{HORIZONTAL ELLIPSIS} \(([0-9,]+) more\)")
_CLOSING = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b\W{0,3}(?:\S*#\d|GH-\d|https?://)", re.IGNORECASE
)
_REFERENCE = re.compile(r"/(?:issues|pull|discussions|commit)/")
_LOG = re.compile(
    r"issue \d+: (?:pull_request|reply|nothing)(?:, label (?:needs-info|duplicate))?, \d+ problems?"
)
IN_TITLE = re.compile(
    r"[@#\n`<\[\]]|\bGH-\d|://|:[\w+-]+:|\b[0-9a-f]{7,40}\b", re.IGNORECASE | re.ASCII
)
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


def complaints(trial: Trial, desired: DesiredState) -> Iterator[str]:
    """What is wrong with what the bot makes of a trial."""
    if desired.fault and not trial.snapshot.forbidden:
        yield f"a fault of the list: {desired.fault}"
    elif desired.proposed:
        yield from _page(trial, desired)
        yield from _pull_request(trial, desired)
        yield from _commit(trial, desired)
    else:
        yield from _reason(trial, desired)
    if desired.comment is not None:
        yield from _comment(trial, desired)
    yield from _bytes(trial, desired)


def submission_of(trial: Trial) -> Submission | None:
    """What the bot has read, which must be all that was typed but for what the documentation says."""
    return read_submission(read_answers(form(trial.kind), trial.issue.body)).submission


# --- Accepted: the page, the pull request, the commit ---------------------------------------------------------------


@lru_cache(maxsize=4)
def _seen(page: str) -> Page:
    return Page(page)


@lru_cache(maxsize=4)
def _heard(text: str) -> Conversation:
    return Conversation(text)


def _page(trial: Trial, desired: DesiredState) -> Iterator[str]:
    submission = submission_of(trial)
    if submission is None or trial.answers is None:
        yield "accepted what cannot be read"
        return
    yield from lost(trial, submission)
    after = _seen(desired.proposed.readme)
    waiting = {
        identity(full_model("Zaptec", line))
        for other in trial.snapshot.earlier
        for line in _models(other)
    }
    if after.parts != _promised(submission, waiting):
        yield "the page shows something else than was promised"
    if odd := typed.unseen(desired.proposed.readme) - typed.unseen(LIST):
        yield f"characters in README.md that nobody sees: {odd!a}"


def _models(issue) -> tuple[str, ...]:
    found = read_submission(read_answers(FORMS[0], issue.body)).submission
    return found.models if found else ()


def lost(trial: Trial, submission: Submission) -> Iterator[str]:
    """Letter for letter what was typed, or the documented normalisation."""
    for field in form(trial.kind).fields:
        wanted = typed.READ[field.id](typed.answered(field, trial.answers.get(field.id, "")))
        if (found := _found(field.id, submission)) != wanted:
            yield f"{field.id} was read as {found!a}, not {wanted!a}"
    brand = _brand(submission)
    for model in getattr(submission, "models", None) or filter(None, [submission.new_model]):
        if not typed.is_named(full_model(brand, model), brand, model):
            yield f"the model {model!a} has become {full_model(brand, model)!a}"


def _found(field_id: str, submission: Submission) -> object:
    value = getattr(submission, field_id)
    match field_id:
        case "ocpp_versions" | "communication":
            return set(value)
        case "sources":
            return list(
                dict.fromkeys((source.title, typed.in_parts(source.url)) for source in value)
            )
    return value or ""


def _promised(submission: Submission, waiting: set) -> list[Part]:
    parts = _seen(LIST).parts
    brand = _brand(submission)
    if isinstance(submission, Correction):
        model = next(m for m in _rows_named(parts, brand, submission.model))
        if submission.correction is CorrectionKind.REMOVE:
            return without_entry(parts, brand, model)
        return with_other_row(parts, brand, model, _cells(submission, brand))
    models = {
        identity(full_model(brand, model)): full_model(brand, model)
        for model in reversed(submission.models)
    }
    there = {identity(part.cells[0].text) for part in parts if isinstance(part, Row)} | waiting
    rows = [_row(submission, model) for key, model in models.items() if key not in there]
    is_known = brand in {name for name, _, _ in brand_places(parts)}
    return with_rows(parts, brand, rows) if is_known else with_section(parts, brand, rows)


def _brand(submission: Submission) -> str:
    """The brand in the spelling of the list, if it is there."""
    known = {normalize_name(name): name for name, _, _ in brand_places(_seen(LIST).parts)}
    return known.get(normalize_name(submission.brand), submission.brand)


def _rows_named(parts: list[Part], brand: str, model: str) -> Iterator[str]:
    names = {identity(full_model(brand, model)), identity(model)}
    return (
        p.cells[0].text for p in parts if isinstance(p, Row) and identity(p.cells[0].text) in names
    )


def _details(submission: Submission) -> list[Cell]:
    links = tuple((source.url, source.title) for source in submission.sources)
    return [
        Cell(" / ".join(submission.ocpp_versions)),
        Cell(" / ".join(way.shown for way in submission.communication)),
        Cell(submission.notes or ""),
        Cell(" | ".join(source.title for source in submission.sources) or "Source needed!", links),
    ]


def _row(submission: Submission, model: str) -> Row:
    return Row((Cell(model), *_details(submission)))


def _cells(submission: Correction, brand: str) -> dict[int, Cell]:
    versions, ways, notes, sources = _details(submission)
    given = {
        0: Cell(full_model(brand, submission.new_model)) if submission.new_model else None,
        1: versions if submission.ocpp_versions else None,
        2: ways if submission.communication else None,
        3: notes if submission.notes is not None else None,
        4: sources if submission.sources else None,
    }
    return {place: cell for place, cell in given.items() if cell}


def _pull_request(trial: Trial, desired: DesiredState) -> Iterator[str]:
    body = desired.proposed.body
    yield from _conversation("the body", body, trial, desired, {NUMBER, EARLIER})
    said = [run.text for run in _heard(body).plain() if _CLOSING.search(run.text)]
    if said != [f"Closes #{NUMBER}"] or f"\n\nCloses #{NUMBER}\n\n" not in body:
        yield f"closing words: {said}"
    rows = Page(body).rows
    if not any(row.cells[0].text in {"new", "changed", "goes"} for row in rows):
        yield "the row that is changed is not shown"
    if not re.search(r"^[+-]\| ", desired.comment or "", re.MULTILINE) and "```diff" in (
        desired.comment or ""
    ):
        yield "the comment shows no line that changes"
    yield from _normalised(trial, desired)
    shown = {row.cells[0].text: row.cells[1].text for row in reversed(rows) if len(row.cells) == 2}
    for field in form(trial.kind).fields:
        wanted = _shown_answer(field, trial.answers.get(field.id, ""))
        if not _is_shown(wanted, shown.get(field.label, "(no row)")):
            yield f"the answer to {field.label} is shown as {shown.get(field.label)!a}, not {wanted!a}"


def _normalised(trial: Trial, desired: DesiredState) -> Iterator[str]:
    """What is used otherwise than it was typed, each beside the other, or counted where they are too many."""
    wanted = list(_used_otherwise(trial, desired))
    shown = [
        tuple(cell.text for cell in row.cells) for row in _table(desired.proposed.body, _NORMALISED)
    ]
    left = _LEFT_OUT.fullmatch(shown[-1][0]) if shown else None
    if len(wanted) != (len(shown) - 1 + int(left[1].replace(",", "")) if left else len(shown)):
        yield f"{len(shown)} rows tell of {len(wanted)} answers that are used otherwise"
    for row, (label, was, used) in zip(shown[:-1] if left else shown, wanted, strict=False):
        is_told = row[0] == label and _begins(
            row[1], typed.spelt_out(was.replace("\n", "")), _LEAST_TYPED
        )
        if not is_told or not _begins(row[2], used or "(nothing)", _LEAST_TYPED):
            yield f"{label}: {was!a}, used as {used!a}, is told as {row!a}"


def _used_otherwise(trial: Trial, desired: DesiredState) -> Iterator[tuple[str, str, str]]:
    """The label of a field, what was typed, and what it is used for, where this is another text."""
    submission = submission_of(trial)
    brand = _brand(submission)
    for field in form(trial.kind).fields:
        answer = typed.answered(field, trial.answers.get(field.id, ""))
        lines = [line.strip() for line in answer.split("\n") if line.strip()]
        for was in lines if field.id in {"models", "sources"} else [answer]:
            used = _used(field.id, was, submission, brand)
            if used is not None and used != was:
                yield field.label, was, used


def _used(field_id: str, was: str, submission: Submission, brand: str) -> str | None:
    """What an answer, or a line of it, is used for; None for one of which the list says nothing."""
    item = next(iter(typed.items(was)), "")
    used: dict[str, Callable[[], str]] = {
        "brand": lambda: brand,
        "model": lambda: next(_rows_named(_seen(LIST).parts, brand, submission.model)),
        "models": lambda: item and full_model(brand, typed.name(item)),
        "new_model": lambda: submission.new_model and full_model(brand, submission.new_model),
        "ocpp_versions": lambda: ", ".join(submission.ocpp_versions),
        "communication": lambda: ", ".join(submission.communication),
        "notes": lambda: submission.notes,
        "sources": lambda: item and _used_source(submission, *typed.source(item)),
    }
    return (used[field_id]() or "") if field_id in used else None


def _used_source(submission: Submission, title: str, parts: tuple) -> str:
    """The source that is meant, as its address alone where its title is only its host."""
    found = next(
        one for one in submission.sources if (one.title, typed.in_parts(one.url)) == (title, parts)
    )
    return found.url if title == parts[1] else str(found)


def _table(body: str, header: tuple[str, ...]) -> Iterator[Row]:
    """The rows of the table with a header."""
    head = Row(tuple(map(Cell, header)), is_header=True)
    below = dropwhile(lambda part: part != head, Page(body).parts)
    return takewhile(lambda part: isinstance(part, Row), islice(below, 1, None))


def _begins(shown: str, whole: str, least: int) -> bool:
    """Whether a text is shown as it is, or its beginning with an ellipsis; of blanks, Markdown keeps not all."""
    shown, whole = ("".join(text.split()) for text in (shown, whole))
    kept = shown.removesuffix("…")
    return shown == whole or (shown.endswith("…") and whole.startswith(kept) and len(kept) >= least)


def _shown_answer(field: Field, answer: str) -> list[str]:
    """Each line with single blanks, and characters that nobody sees as code points."""
    lines = [
        " ".join(line.split()) for line in typed.answered(field, answer).split("\n") if line.strip()
    ]
    return [typed.spelt_out(line) for line in lines]


def _is_shown(lines: list[str], shown: str) -> bool:
    """Whether an answer is there, whole, or with an ellipsis where it was cut, as only endless ones are."""
    whole, kept = "".join(lines), shown.removesuffix("…")
    is_long = len(kept) >= _LEAST_SHOWN or (
        len(lines) > _MOST_LINES and kept == "".join(lines[:_MOST_LINES])
    )
    return shown == whole or (shown.endswith("…") and whole.startswith(kept) and is_long)


def _commit(trial: Trial, desired: DesiredState) -> Iterator[str]:
    title, message = desired.proposed.title, desired.proposed.commit_message
    if IN_TITLE.search(title) or len(title) > _LONGEST_TITLE or title != " ".join(title.split()):
        yield f"title {title!a}"
    author = trial.issue.author
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


# --- Refused: the reason --------------------------------------------------------------------------------------------


def _reason(trial: Trial, desired: DesiredState) -> Iterator[str]:
    told = desired.comment or ""
    pull = trial.snapshot.pull_request
    is_settled = trial.snapshot.taken_over_by or (pull and pull.standing is not Standing.OPEN)
    if not told or (desired.outcome is not Outcome.REPLY and not is_settled):
        yield f"neither shown nor refused with a reason: {desired.outcome}"
    for problem in desired.problems[:50]:
        if not sentence(problem) or sentence(problem) not in told:
            yield f"a problem that nobody is told: {problem!a}"
        if problem.field not in _LABELS | {None}:
            yield f"a problem of no field: {problem!a}"
    if (
        desired.label is IssueLabel.NEEDS_INFO
        and not desired.problems
        and trial.answers
        and "made with" not in told
    ):
        yield "refused without a problem"
    if desired.label is IssueLabel.DUPLICATE and not _is_listed(trial):
        yield "taken for what is in the list"


def _is_listed(trial: Trial) -> bool:
    submission = submission_of(trial)
    if isinstance(submission, Correction):
        return _promised(submission, set()) == _seen(LIST).parts
    names = {identity(full_model(submission.brand, model)) for model in submission.models}
    return names <= {
        identity(part.cells[0].text) for part in _seen(LIST).parts if isinstance(part, Row)
    }


# --- In every case: the comment, and all bytes ----------------------------------------------------------------------


def _comment(trial: Trial, desired: DesiredState) -> Iterator[str]:
    first = desired.comment.partition("\n")[0]
    if status_in(first) != desired.status:
        yield f"the first line is {first!a}"
    pull = trial.snapshot.pull_request
    yield from _conversation(
        "the comment", desired.comment, trial, desired, {pull.number if pull else EARLIER}
    )
    yield from _conversation("the summary", summary(NUMBER, desired), trial, desired, {NUMBER})


def _conversation(
    name: str, text: str, trial: Trial, desired: DesiredState, numbers: set[int]
) -> Iterator[str]:
    author = trial.issue.author.login
    allowed = {f"#{number}" for number in numbers} | (
        {f"@{author}"} if f"@{author}" in text.partition("\n")[0] else set()
    )
    links = _links(LIST) | (_links(desired.proposed.readme) if desired.proposed else set())
    yield from acting(
        name, text, Ours(_STRONG.fullmatch, links, allowed, _places(trial.snapshot.links))
    )


_MARKER = re.compile(
    r"<!-- charger-bot: (?:status [a-z_]+|written for [0-9a-f]{12}|taken over) -->"
)


class Ours(NamedTuple):
    """What may be alive in a conversation: strong words, links, signs, and how else links may begin."""

    is_strong: Callable[[str], object] = lambda _: False
    links: Container[str] = ()
    signs: Container[str] = ()
    own: tuple[str, ...] = ()


def acting(name: str, text: str, ours: Ours) -> Iterator[str]:
    """What in a text of a conversation is more than text, but for what is ours."""
    seen = _heard(text)
    strangers = {
        "alive": [sign for sign in seen.alive() if sign not in ours.signs],
        "elements": set(seen.elements) - _ELEMENTS,
        "strong": [text for text in seen.texts("strong") if not ours.is_strong(text)],
        "headings": set(seen.texts("h4")) - _HEADINGS,
        "attributes": set(seen.attributes) - {("pre lang", "diff")},
        "comments": [
            comment
            for comment in seen.comments
            if comment != "<!-- -->" and not _MARKER.fullmatch(comment)
        ],
        "links": [
            link for link in seen.links if link not in ours.links and not link.startswith(ours.own)
        ],
        "references": [
            link for link in seen.links if _REFERENCE.search(link) and not link.startswith(ours.own)
        ],
        "endless links": [link for link in seen.links if len(link) > _LONGEST_LINK],
    }
    yield from (f"{what} in {name}: {found!a}" for what, found in strangers.items() if found)
    if odd := typed.unseen(text):
        yield f"characters in {name} that nobody sees: {odd!a}"


def _places(links: Links) -> tuple[str, ...]:
    """How a link to the list begins, one to a form, and one to the page that opens a pull request."""
    branch, home = links.default_branch, links.repository
    return (
        f"{home}/blob/{branch}/README.md#",
        f"{home}/issues/new?template=",
        f"{home}/compare/{branch}...bot/issue-",
    )


@lru_cache(maxsize=4)
def _links(page: str) -> set[str]:
    return {address for row in _seen(page).rows for cell in row.cells for address, _ in cell.links}


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
        if odd := typed.unseen(text):
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
        if odd := typed.unseen(printed):
            yield f"printed, though nobody sees them: {odd!a}"
    told = json.loads(line)
    proposed = report.desired.proposed
    if (told["comment"], told["readme"]) != (
        report.desired.comment,
        proposed.readme if proposed else None,
    ):
        yield "another text in JSON"
