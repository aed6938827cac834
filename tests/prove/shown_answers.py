"""How a pull request shows the answers, and those used differently from how they were typed."""

import re
from collections.abc import Iterator
from itertools import dropwhile, islice

from bot.forms.form import Field
from bot.forms.submission import Correction, Submission
from tests.charger_list import LIST, full_name
from tests.page import Cell, Page, Row
from tests.prove import expected_answers
from tests.prove.expected_page import brand_of, rows_named, seen, sources_of, submission_of
from tests.prove.hostile_places import Trial
from tests.stage import form

_LEAST_SHOWN = 280  # characters of an endless answer
_MOST_LINES = 45  # of an answer that has more
_LEAST_TYPED = 40  # characters of an endless answer that is used otherwise
_NORMALISED = ("Field", "Typed", "Used")
_LEFT_OUT = re.compile(r"\N{HORIZONTAL ELLIPSIS} \(([0-9,]+) more\)")


def normalised(trial: Trial, body: str) -> Iterator[str]:
    """What is used differently, beside what was typed, or counted where that is too much."""
    wanted = list(_used_otherwise(trial))
    shown = [tuple(cell.text for cell in row.cells) for row in _table(body, _NORMALISED)]
    left = _LEFT_OUT.fullmatch(shown[-1][0]) if shown else None
    if len(wanted) != (len(shown) - 1 + int(left[1].replace(",", "")) if left else len(shown)):
        yield f"{len(shown)} rows tell of {len(wanted)} answers that are used otherwise"
    for row, (label, was, used) in zip(shown[:-1] if left else shown, wanted, strict=False):
        is_shown = row[0] == label and _begins(
            row[1], expected_answers.spelt_out(was.replace("\n", "")), _LEAST_TYPED
        )
        if not is_shown or not _begins(row[2], used or "(nothing)", _LEAST_TYPED):
            yield f"{label}: {was!a}, used as {used!a}, is shown as {row!a}"


def _used_otherwise(trial: Trial) -> Iterator[tuple[str, str, str]]:
    """The label of a field, what was typed, and what it is used for, where this is another text."""
    submission, answers = submission_of(trial), trial.answers or {}
    assert submission
    brand = brand_of(submission)
    for field in form(trial.kind).fields:
        answer = expected_answers.answered(field, answers.get(field.id, ""))
        lines = [line.strip() for line in answer.split("\n") if line.strip()]
        if field.id == "sources":
            lines = expected_answers.titled(lines)
        for was in lines if field.id in {"models", "sources"} else [answer]:
            used = _used(field.id, was, submission, brand)
            if used is not None and used != was:
                yield field.label, was, used


def _used(field_id: str, was: str, submission: Submission, brand: str) -> str | None:
    """What an answer, or a line of it, is used for; None for one of which the list says nothing."""
    item = next(iter(expected_answers.items(was)), "")
    if isinstance(submission, Correction):
        if field_id == "model":
            return next(rows_named(seen(LIST).parts, brand, submission.name))
        if field_id == "new_model":
            return full_name(brand, submission.new_name) if submission.new_name else ""
    match field_id:
        case "brand":
            return brand
        case "models":
            return full_name(brand, expected_answers.name(item)) if item else ""
        case "ocpp_versions" | "communication":
            return ", ".join(map(str, submission.values.get(field_id, ())))
        case "notes":
            return str(submission.values.get(field_id, ""))
        case "sources":
            read = expected_answers.each_place_once(expected_answers.sources(item)) if item else ()
            return ", ".join(_used_source(submission, *one) for one in read)
        case _:
            return None


def _used_source(submission: Submission, title: str, parts: tuple[str, ...]) -> str:
    """The source that is meant, as its address alone where its title is only its host."""
    for one in sources_of(submission):
        if (one.title, expected_answers.in_parts(one.url)) == (title, parts):
            is_host = title == expected_answers.shown_host(parts[1])
            return one.url if is_host else str(one)
    return f"no source {title!a}"  # which the judge of the answers reports too


def _table(body: str, header: tuple[str, ...]) -> Iterator[Row]:
    """The rows of the table with a header."""
    head = Row(tuple(map(Cell, header)), is_header=True)
    below = dropwhile(lambda part: part != head, Page(body).parts)
    for part in islice(below, 1, None):
        if not isinstance(part, Row):
            return
        yield part


def _begins(shown: str, whole: str, least: int) -> bool:
    """Whether a text is shown, or its beginning with an ellipsis; Markdown keeps not all spaces."""
    shown, whole = ("".join(text.split()) for text in (shown, whole))
    kept = shown.removesuffix("…")
    return shown == whole or (shown.endswith("…") and whole.startswith(kept) and len(kept) >= least)


def shown_answer(field: Field, answer: str) -> list[str]:
    """Each line with single spaces, and characters that nobody sees as code points."""
    lines = [
        " ".join(line.split())
        for line in expected_answers.answered(field, answer).split("\n")
        if line.strip()
    ]
    return [expected_answers.spelt_out(line) for line in lines]


def is_shown(lines: list[str], shown: str) -> bool:
    """Whether an answer is there, whole or cut with an ellipsis, as only endless ones are."""
    shown = "".join(shown.split("\n"))
    whole, kept = "".join(lines), shown.removesuffix("…")
    is_long = len(kept) >= _LEAST_SHOWN or (
        len(lines) > _MOST_LINES and kept == "".join(lines[:_MOST_LINES])
    )
    return shown == whole or (shown.endswith("…") and whole.startswith(kept) and is_long)
