"""The forms of the charger list, and issues made with them."""

from bot.forms.form import Form, Kind, load_forms
from bot.forms.issue import Issue

from .charger_list import ROOT

FORMS = load_forms(ROOT / ".github" / "ISSUE_TEMPLATE")
_CHARGER = {"brand": "Zaptec", "models": "Go 2", "ocpp_versions": "1.6J", "communication": "Cloud"}
# Answers to the questions which must be answered, with which each form is accepted.
RIGHT = {
    Kind.ADD: _CHARGER,
    Kind.ADD_SECTION: _CHARGER | {"brand": "Quillon"},
    Kind.CORRECT: {
        "brand": "Zaptec",
        "model": "Zaptec Pro",
        "correction": "Change the details",
        "reason": "So",
        "ocpp_versions": "2.0.1",
    },
}


def form(kind: Kind) -> Form:
    """The form of a kind, which the charger list has."""
    found = FORMS.of_kind(kind)
    assert found
    return found


def filled_in(kind: Kind, **answers: str) -> str:
    """The body GitHub makes of a form."""
    texts = {field.label: answers.get(field.id) or "_No response_" for field in form(kind).fields}
    return "\n\n".join(f"### {label}\n\n{text}" for label, text in texts.items())


def new_charger(models: str = "Zaptec Go 2", brand: str = "Zaptec", **answers: str) -> str:
    """The body of an issue for new chargers."""
    given = {
        "ocpp_versions": "1.6J",
        "communication": "Cloud",
        "sources": "https://www.zaptec.com/go2",
    }
    return filled_in(Kind.ADD, brand=brand, models=models, **given | answers)


def correction(kind: str = "Change the details", model: str = "Zaptec Pro", **answers: str) -> str:
    """The body of an issue which corrects a charger."""
    given = {"brand": "Zaptec", "reason": "The maker says so."}
    return filled_in(Kind.CORRECT, model=model, correction=kind, **given | answers)


def issue_of(kind: Kind, **answers: str) -> Issue:
    """An issue made with a form."""
    return Issue(7, "", filled_in(kind, **answers), (form(kind).issue_label,))
