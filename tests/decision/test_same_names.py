"""Lists whose rows may share a name: what is another row, and which one a correction means."""

import pytest

from bot.check.inspect import inspect
from bot.decision.decision import Status
from bot.decision.situation import Situation
from bot.document.parse import parse
from bot.forms.form import Forms
from bot.forms.issue import Issue
from bot.local.forms import load_forms
from bot.render.desired import DesiredState
from tests.desired import desired_state
from tests.init.reading import FORMS, written

LIST = """# Ponds

| Pond | City | Map |
| --- | --- | --- |
| Mill Pond | Ghent | [map](https://map.example/1) |
| Mill Pond | Leeds | [map](https://map.example/2) |
| Long Pond | Porto | [map](https://map.example/3) |
| Long Pond | Porto | [map](https://map.example/4) |
| Old Pond | Porto |  |
"""


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> Forms:
    folder = tmp_path_factory.mktemp("ponds")
    for path, text in written(LIST).made.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return load_forms(folder / FORMS)


def desired(forms: Forms, label: str, earlier: tuple[Issue, ...] = (), **answers: str):
    situation = Situation(issue(forms, label, 7, **answers), LIST, earlier=earlier)
    return desired_state(situation, forms)


def issue(forms: Forms, label: str, number: int, **answers: str) -> Issue:
    (form,) = [form for form in forms if form.issue_label == label]
    parts = []
    for field in form.fields:
        parts.append(f"### {field.label}\n\n{answers.get(field.id, '_No response_')}\n")
    return Issue(number, "", "\n".join(parts), (label,))


def correction(forms: Forms, name: str, change: str = "Remove the entry", **answers: str):
    answers |= {"current_pond": name, "change": change, "reason": "I live there"}
    situation = Situation(issue(forms, "correction", 7, **answers), LIST)
    return desired_state(situation, forms)


def changed_lines(state: DesiredState) -> list[str]:
    """The lines which are only in the list before or only in the one after."""
    assert state.proposed
    before, after = LIST.splitlines(), state.proposed.readme.splitlines()
    return [line for line in before + after if (line in before) != (line in after)]


def test_a_row_with_other_links_is_another_one(forms):
    state = desired(
        forms, "new-pond", pond="Mill Pond", city="Ghent", map="map https://map.example/5"
    )
    assert changed_lines(state) == ["| Mill Pond | Ghent | [map](https://map.example/5) |"]
    assert "`Mill Pond` has the name of [`Mill Pond`]" in state.proposed.body


@pytest.mark.parametrize(
    ("name", "city", "map_"),
    [("mill pond", "Other", "https://map.example/1"), ("Old Pond", "Porto", "_No response_")],
)
def test_a_row_with_the_same_links_or_cells_is_there_already(forms, name, city, map_):
    state = desired(forms, "new-pond", pond=name, city=city, map=map_)
    assert state.status is Status.DUPLICATE


def test_another_submission_of_the_name_is_waited_for_only_if_it_says_the_same(forms):
    answers = {"pond": "Blue Pond", "map": "https://map.example/5"}
    earlier = (issue(forms, "new-pond", 3, city="Ghent", **answers),)
    assert desired(forms, "new-pond", earlier, city="Leeds", **answers).proposed
    assert not desired(forms, "new-pond", earlier, city="Ghent", **answers).proposed


QUESTIONS = {
    "by a text": ("Mill Pond", ["Mill Pond | Ghent", "Mill Pond | Leeds"]),
    "by an address": (
        "Long Pond", ["Long Pond | https://map.example/3", "Long Pond | https://map.example/4"],
    ),
    "a value of both": (
        "Long Pond | Porto",
        ["Long Pond | https://map.example/3", "Long Pond | https://map.example/4"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", QUESTIONS)
def test_which_row_is_meant_is_asked(forms, case):
    name, values = QUESTIONS[case]
    (problem,) = correction(forms, name).problems
    assert problem.rule.code == "several_rows"
    assert problem.facts["near"] == tuple(values)


def test_each_row_is_named_by_a_value_of_its_own(forms):
    third = "| Mill Pond | Leeds | [map](https://map.example/6) |\n"
    situation = Situation(
        issue(forms, "correction", 7, current_pond="Mill Pond", change="Remove the entry",
              reason="dry"),
        LIST + third,
    )  # fmt: skip
    (problem,) = desired_state(situation, forms).problems
    assert problem.facts["near"] == (
        "Mill Pond | Ghent",
        "Mill Pond | https://map.example/2",
        "Mill Pond | https://map.example/6",
    )


def test_a_value_after_the_name_says_which(forms):
    state = correction(forms, "Mill Pond | Leeds")
    assert changed_lines(state) == ["| Mill Pond | Leeds | [map](https://map.example/2) |"]
    assert state.proposed.body.count("**removed**") == 1


def test_one_of_two_rows_is_changed(forms):
    state = correction(
        forms, "Long Pond | https://map.example/4", "Change the details", city="Leeds"
    )
    assert changed_lines(state) == [
        "| Long Pond | Porto | [map](https://map.example/4) |",
        "| Long Pond | Leeds | [map](https://map.example/4) |",
    ]
    assert state.proposed.body.count("**changed**") == 1


def test_a_row_may_be_given_the_name_of_another(forms):
    state = correction(forms, "Old Pond", "Rename the entry", new_pond="Long Pond")
    assert "| Long Pond | Porto |  |" in changed_lines(state)


def test_check_reports_rows_with_the_same_in_all_cells(forms):
    assert not inspect(parse(LIST, forms.shape))
    (found,) = inspect(parse(f"{LIST}| Old Pond | Porto |  |\n", forms.shape))
    assert found.problem.rule.code == "row_twice"
