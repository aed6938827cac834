"""Where a stranger can put a text: every answer of every form, and everything else that the bot looks at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.decision.snapshot import Snapshot
from bot.intake.form import Kind
from bot.intake.issue import Author, Issue
from tests.stage import FORMS, LIST, RIGHT, filled_in, form

NUMBER, EARLIER = 7, 3


@dataclass(frozen=True)
class Trial:
    """An issue on its way through the bot, and the answers from which its body was made; None without a form."""

    snapshot: Snapshot
    kind: Kind
    answers: Mapping[str, str] | None

    @property
    def issue(self) -> Issue:
        return self.snapshot.issue


def trial(kind: Kind, **answers: str) -> Trial:
    """A form with right answers but for these."""
    given = dict(RIGHT[kind]) | answers
    if "new_model" in answers:
        given |= {"correction": answers.get("correction", "Rename the model")}
    issue = Issue(NUMBER, "A title", filled_in(kind, **given), (form(kind).issue_label,), Author("ada", 1))
    return Trial(Snapshot(issue, LIST), kind, given)


def _changed(found: Trial, **changes: object) -> Trial:
    return replace(found, snapshot=replace(found.snapshot, issue=replace(found.issue, **changes)))


def _above(text: str) -> Trial:
    found = trial(Kind.NEW_CHARGER)
    return _changed(found, body=f"{text}\n\n{found.issue.body}")


def _free(text: str) -> Trial:
    return replace(_changed(trial(Kind.NEW_CHARGER), title=text, body=text), answers=None)


def _earlier(text: str) -> Trial:
    """An earlier issue asks for one of two chargers."""
    found, other = (trial(Kind.NEW_CHARGER, models=models) for models in (f"Zaptec X1\n{text}", text))
    return replace(found, snapshot=replace(found.snapshot, earlier=(replace(other.issue, number=EARLIER),)))


def _taken_over(text: str) -> Trial:
    found = trial(Kind.NEW_CHARGER)
    return replace(found, snapshot=replace(found.snapshot, taken_over_by=text))


def _answer(kind: Kind, field_id: str) -> Callable[[str], Trial]:
    return lambda text: trial(kind, **{field_id: text})


def _part(kind: Kind, field_id: str, template: str) -> Callable[[str], Trial]:
    return lambda text: trial(kind, **{field_id: template.replace("VALUE", text)})


PARTS = {
    "sources, as a title": ("sources", "[VALUE](https://x.example/manual)"),
    "sources, before an address": ("sources", "VALUE https://x.example/manual"),
    "sources, as a path": ("sources", "https://x.example/VALUE"),
    "notes, among words": ("notes", "see VALUE, or VALUE"),
    "brand, behind a name": ("brand", "Zaptec VALUE"),
}
ANSWERS = {f"{asked.kind}: {field.id}": _answer(asked.kind, field.id) for asked in FORMS for field in asked.fields}
# What a person types on the page of an issue.
TYPED: dict[str, Callable[[str], Trial]] = {
    **ANSWERS,
    **{f"{kind}: {name}": _part(kind, *part) for kind in Kind for name, part in PARTS.items()},
    "above the form": _above,
    "title": lambda text: _changed(trial(Kind.NEW_CHARGER), title=text),
    "title and body without a form": _free,
}
PLACES = {
    **TYPED,
    "login": lambda text: _changed(trial(Kind.NEW_CHARGER), author=Author(text, 1)),
    "login beside a mistake": lambda text: _changed(trial(Kind.NEW_CHARGER, brand="#"), author=Author(text, 1)),
    "label": lambda text: _changed(trial(Kind.NEW_CHARGER), labels=("new-charger", text)),
    "who took over": _taken_over,
    "an earlier issue": _earlier,
}
