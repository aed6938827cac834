"""What the bot reads otherwise than it was typed, so that the pull request can say so."""

from collections.abc import Callable
from typing import NamedTuple

from bot.document.changes import Addition, Change
from bot.forms.addresses import readable_host
from bot.forms.body import Answers
from bot.forms.items import split_items
from bot.forms.sources import read_source_line
from bot.forms.submission import Submission
from bot.forms.values import MODEL_LIMIT
from bot.names.cleaning import clean, clean_name
from bot.names.full_name import full_model
from bot.names.marks import without_bullet, without_marks
from bot.names.vocabulary import is_nothing


class Normalised(NamedTuple):
    """One answer or line of it: the label of its field, the text, and what it was taken for."""

    label: str
    typed: str
    used: str


def normalised(answers: Answers, submission: Submission, change: Change) -> tuple[Normalised, ...]:
    """All answers that were typed otherwise than they are used, in the order of the form."""
    readers = _readers(submission, change)
    found = []
    for field in answers.form.fields:
        if field.id not in readers:
            continue
        for typed in _typed(field.id, answers.texts.get(field.id, "")):
            used = readers[field.id](typed)
            if used != typed:
                found.append(Normalised(field.label, typed, used))
    return tuple(found)


def _typed(field_id: str, answer: str) -> list[str]:
    if field_id in {"models", "sources"}:
        return [line.strip() for line in answer.split("\n") if line.strip()]
    return [answer]


def _readers(submission: Submission, change: Change) -> dict[str, Callable[[str], str]]:
    """What an answer was taken for, by the id of its field."""
    listed = "" if isinstance(change, Addition) else change.model

    def new_model(answer: str) -> str:
        name = without_marks(clean_name(answer))
        return full_model(change.brand, name) if name and not is_nothing(name) else ""

    def model_line(line: str) -> str:
        items = split_items(line, limit=1, longest=MODEL_LIMIT)
        return new_model(items[0]) if items else ""

    return {
        "brand": lambda _: change.brand,
        "model": lambda _: listed,
        "models": model_line,
        "new_model": new_model,
        "ocpp_versions": lambda _: ", ".join(submission.ocpp_versions),
        "communication": lambda _: ", ".join(submission.communication),
        "notes": lambda _: submission.notes or "",
        "sources": _shown_sources,
    }


def _shown_sources(line: str) -> str:
    """The sources of a line as a person could have typed them; nothing of one that says nothing."""
    plain = clean(line)
    if is_nothing(without_bullet(plain)):
        return ""
    shown = []
    for source in read_source_line(plain):
        has_title = source.title != readable_host(source.url)
        shown.append(str(source) if has_title else source.url)
    return ", ".join(shown)
