"""The label of an issue says what it asks for."""

from bot.forms.form import Kind
from tests.stage import filled_in, new_charger


def test_labels_are_the_same_in_any_case(stage):
    stage.repository.labels.clear()
    stage.repository.add_label("New-Charger")
    issue = stage.submit(new_charger(), "New-Charger")
    stage.run(issue)
    stage.run(issue)
    assert not stage.hub.writes


def test_an_issue_without_a_kind_label_is_left_alone(stage):
    issue = stage.submit(filled_in(Kind.ADD, brand="Zaptec"), "question")
    stage.run(issue)
    assert not stage.hub.writes
