"""The labels which must be in the repository, since GitHub drops those which are not."""

from collections.abc import Iterable
from typing import NamedTuple

from bot.decision.decision import IssueLabel
from bot.forms.form import Forms, Kind
from bot.forms.issue import folded

# The colour and the description of each label, with words of list.yml in braces.
_OF_FORMS = {
    Kind.ADD: ("1d76db", "{many} to add to the list"),
    Kind.ADD_SECTION: ("0e8a16", "{many} of a {section} that is not in the list yet"),
    Kind.CORRECT: ("e4e669", "An entry of the list to correct"),
}
_OF_STATUSES = {
    IssueLabel.NEEDS_INFO: ("d93f0b", "The bot waits for an answer of the author"),
    IssueLabel.DUPLICATE: ("cfd3d7", "The list says this already"),
}
_LONGEST_DESCRIPTION = 100  # characters: https://docs.github.com/en/rest/issues/labels


class NeededLabel(NamedTuple):
    """A label, and how it looks once it is made: `colour` is six hex digits."""

    name: str
    colour: str
    description: str


def missing_labels(forms: Forms, known: Iterable[str]) -> list[NeededLabel]:
    """Those of the labels of the forms and of the bot which the repository lacks.

    `known` are the names of its labels, whose case GitHub ignores.
    """
    labels: dict[str, NeededLabel] = {}
    for form in forms:
        colour, text = _OF_FORMS[form.kind]
        text = text.format_map(forms.shape.nouns)
        description = (text[:1].upper() + text[1:])[:_LONGEST_DESCRIPTION]
        labels.setdefault(form.issue_label, NeededLabel(form.issue_label, colour, description))
    for name in IssueLabel:
        labels.setdefault(name, NeededLabel(name, *_OF_STATUSES[name]))
    there = folded(known)
    return [label for label in labels.values() if label.name.casefold() not in there]
