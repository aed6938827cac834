"""The labels which the bot and its forms need."""

from bot.decision.decision import IssueLabel
from bot.doctor.labels import missing_labels
from bot.forms.form import Forms
from tests.charger_list import FORMS, SHAPE


def test_of_labels_which_are_there_in_any_case_none_is_missing():
    names = [*FORMS.labels, *IssueLabel]
    assert missing_labels(FORMS, map(str.upper, names)) == []
    assert [label.name for label in missing_labels(FORMS, [])] == names


def test_each_has_a_colour_and_says_what_it_is_for():
    looks = {name: (colour, about) for name, colour, about in missing_labels(FORMS, [])}
    assert all(len(colour) == 6 and about for colour, about in looks.values())
    assert looks["new-brand"] == ("0e8a16", "Chargers of a brand that is not in the list yet")
    assert looks["needs-info"] == ("d93f0b", "The bot waits for an answer of the author")


def test_a_label_of_two_forms_is_needed_once():
    again = FORMS.add._replace(file="again.yml")
    (label, *_) = missing_labels(Forms(SHAPE, (FORMS.add, again)), IssueLabel)
    assert (label.name, _) == ("new-charger", [])
