"""What the bot reads otherwise than it was typed, so that the pull request can say so."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.check.matching import full_model
from bot.document.changes import Addition, Change
from bot.forms.addresses import read_source
from bot.forms.body import Answers
from bot.forms.submission import Submission
from bot.names.cleaning import clean_item, clean_name


class Normalised(NamedTuple):
    """One answer, or one line of it: the label of its field, and what it was taken for, if for
    anything.
    """

    label: str
    typed: str
    used: str


def normalised(answers: Answers, submission: Submission, change: Change) -> tuple[Normalised, ...]:
    """All answers that were typed otherwise than they are used, in the order of the form."""
    used = _used(submission, change)
    return tuple(
        Normalised(field.label, typed, taken)
        for field in answers.form.fields
        if field.id in used
        for typed in _typed(field.id, answers.texts.get(field.id, ""))
        if (taken := used[field.id](typed)) != typed
    )


def _typed(field_id: str, answer: str) -> list[str]:
    if field_id in {"models", "sources"}:
        return [line.strip() for line in answer.split("\n") if line.strip()]
    return [answer]


def _used(submission: Submission, change: Change) -> dict[str, Callable[[str], str]]:
    def named(model: str) -> str:
        name = clean_name(model)
        return full_model(change.brand, name) if name else ""

    listed = "" if isinstance(change, Addition) else change.model
    return {
        "brand": lambda _: change.brand,
        "model": lambda _: listed,
        "models": lambda line: _of_item(line, named),
        "new_model": named,
        "ocpp_versions": lambda _: ", ".join(submission.ocpp_versions),
        "communication": lambda _: ", ".join(submission.communication),
        "notes": lambda _: submission.notes or "",
        "sources": lambda line: _of_item(line, _shown_source),
    }


def _of_item(line: str, used: Callable[[str], str]) -> str:
    """What becomes of a line; nothing of one that says `unknown` or the like."""
    item = clean_item(line)
    return used(item) if item else ""


def _shown_source(item: str) -> str:
    source = read_source(item)
    return (
        source.url
        if source.title == urlsplit(source.url).hostname
        else f"[{source.title}]({source.url})"
    )
