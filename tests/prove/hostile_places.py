"""Where a stranger can put a text: every answer of every form, and everything else that the bot looks at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.decision.situation import PullRequest, PullRequestState, Situation
from bot.forms.form import Kind
from bot.forms.issue import Author, Issue
from bot.names.cleaning import encodable
from bot.render.error_messages import MAY_NOT_OPEN
from bot.render.repository_links import Links
from tests.charger_list import FORMS, LIST
from tests.stage import RIGHT, filled_in, form

NUMBER, EARLIER, PULL = 7, 3, 8
# A list before a pull request that is made by hand: short, since each text is tried in the whole of it.
FEW = """# List

- [EV Charger List](#ev-charger-list)
  - [go-e](#go-e)
  - [Zaptec](#zaptec)

## EV Charger List

### go-e

| Model | OCPP Version | Communication | Notes | Source |
| --- | --- | --- | --- | --- |
| go-e Charger | 1.6J | 🔌 Direct |  | [Manual](https://x.example/manual) |

### Zaptec

| Model | OCPP Version | Communication | Notes | Source |
| --- | --- | --- | --- | --- |
| Zaptec Go | 1.6J | ☁️ Cloud |  | Source needed! |
| Zaptec Pro | 2.0.1 | ☁️ Cloud / 🔌 Direct | Noted | [Data sheet](https://x.example/sheet) |
"""
_LONGEST = 2000  # characters, since a part of what is repeated tries the same


@dataclass(frozen=True)
class Trial:
    """An issue on its way through the bot, and the answers from which its body was made; None without a form."""

    snapshot: Situation
    kind: Kind
    answers: Mapping[str, str] | None
    links: Links = field(default_factory=Links)

    @property
    def issue(self) -> Issue:
        return self.snapshot.issue


def trial(kind: Kind, **answers: str) -> Trial:
    """A form with right answers but for these."""
    given = dict(RIGHT[kind]) | answers
    if "new_model" in answers:
        given |= {"correction": answers.get("correction", "Rename the model")}
    issue = Issue(
        NUMBER, "A title", filled_in(kind, **given), (form(kind).issue_label,), Author("ada", 1)
    )
    return Trial(Situation(issue, LIST), kind, given)


def _changed(found: Trial, **changes: Any) -> Trial:
    return replace(found, snapshot=found.snapshot._replace(issue=found.issue._replace(**changes)))


def _above(text: str) -> Trial:
    found = trial(Kind.ADD)
    return _changed(found, body=f"{text}\n\n{found.issue.body}")


def _free(text: str) -> Trial:
    return replace(_changed(trial(Kind.ADD), title=text, body=text), answers=None)


def _earlier(text: str) -> Trial:
    """An earlier issue asks for one of two chargers."""
    found, other = (trial(Kind.ADD, models=models) for models in (f"Zaptec X1\n{text}", text))
    return replace(
        found, snapshot=found.snapshot._replace(earlier=(other.issue._replace(number=EARLIER),))
    )


def _taken_over(text: str) -> Trial:
    found = trial(Kind.ADD)
    return replace(found, snapshot=found.snapshot._replace(taken_over_by=text))


def _models(**seen: Any) -> Callable[[str], Trial]:
    """The models of a submission of which more has become."""

    def placed(text: str) -> Trial:
        found = trial(Kind.ADD, models=text)
        return replace(found, snapshot=found.snapshot._replace(**seen))

    return placed


def _handmade(old: str, new: str) -> Callable[[str], str]:
    return lambda text: FEW.replace(old, new.replace("VALUE", encodable(text[:_LONGEST])))


def _as_entities(text: str) -> str:
    """A text that is shown as it is, whatever it holds; the renderer of the judge fails on two of its characters."""
    return "".join(
        char if char.isalnum() or char in "\ufffe\uffff" else f"&#{ord(char)};" for char in text
    )


def _answer(kind: Kind, field_id: str) -> Callable[[str], Trial]:
    return lambda text: trial(kind, **{field_id: text})


def _part(kind: Kind, field_id: str, template: str) -> Callable[[str], Trial]:
    return lambda text: trial(kind, **{field_id: template.replace("VALUE", text)})


PARTS = {
    "sources, as a title": ("sources", "[VALUE](https://x.example/manual)"),
    "sources, before an address": ("sources", "VALUE https://x.example/manual"),
    "sources, as a path": ("sources", "https://x.example/VALUE"),
    "notes, among words": ("notes", "see VALUE, or VALUE"),
    "brand, after a name": ("brand", "Zaptec VALUE"),
}
ANSWERS = {
    f"{asked.kind}: {field.id}": _answer(asked.kind, field.id)
    for asked in FORMS
    for field in asked.fields
}
# What a person types on the page of an issue.
TYPED: dict[str, Callable[[str], Trial]] = {
    **ANSWERS,
    **{f"{kind}: {name}": _part(kind, *part) for kind in Kind for name, part in PARTS.items()},
    "above the form": _above,
    "title": lambda text: _changed(trial(Kind.ADD), title=text),
    "title and body without a form": _free,
}
PLACES = {
    **TYPED,
    "login": lambda text: _changed(trial(Kind.ADD), author=Author(text, 1)),
    "login beside a mistake": lambda text: _changed(
        trial(Kind.ADD, brand="#"), author=Author(text, 1)
    ),
    "label": lambda text: _changed(trial(Kind.ADD), labels=("new-charger", text)),
    "who took over": _taken_over,
    "an earlier issue": _earlier,
    "models, with an open pull request": _models(pull_request=PullRequest(PULL)),
    "models, with a merged pull request": _models(
        pull_request=PullRequest(PULL, PullRequestState.MERGED, is_done=True)
    ),
    "models, with a declined pull request": _models(
        pull_request=PullRequest(PULL, PullRequestState.CLOSED, is_declined=True)
    ),
    "models, with a forbidden pull request": _models(forbidden=MAY_NOT_OPEN),
}
# What a pull request that is made by hand puts into README.md.
HANDMADE = {
    "a model": _handmade("Zaptec Pro", "Zaptec VALUE"),
    "a version": _handmade("2.0.1", "VALUE"),
    "a way to communicate": _handmade("☁️ Cloud / 🔌 Direct", "VALUE"),
    "notes": _handmade("Noted", "VALUE"),
    "a source": _handmade("[Data sheet](https://x.example/sheet)", "VALUE"),
    "the title of a source": _handmade("Data sheet", "VALUE"),
    "the address of a source": _handmade("sheet)", "VALUE)"),
    "a brand": _handmade("Zaptec", "VALUE"),
    "a heading": _handmade("### Zaptec", "### VALUE"),
    "an entry of the contents": _handmade("[Zaptec]", "[VALUE]"),
    "notes, as entities": lambda text: _handmade("Noted", "VALUE")(_as_entities(text)),
}
