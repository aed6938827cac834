"""A cell with one or several options."""

import pytest

from bot.check.choice_cells import ChoiceReading, read_choice_cell
from bot.document.values import shown_cell
from bot.rules import row_rules
from bot.rules.rule import Problem
from bot.shape.load import bind, read_list_file
from bot.shape.shape import ColumnShape
from tests.charger_list import SHAPE

FILE = """
entry: app
columns:
  Name: {field: name, kind: name}
  Licence: {field: licence, kind: choice}
  Systems: {field: systems, kind: choices, separator: ", ", shown: {Linux: "🐧 Linux", Web: "![](w)"}}
  Free: {field: free, kind: yes/no, shown: {"Yes": ✅, "No": ❌}}
  New: {field: new, kind: yes/no, shown: {"Yes": "*new*"}, empty: "-"}
  Cost: {field: cost, kind: choice, empty: "?"}
  Size: {field: size, kind: choice, optional: true}
  Deal: {field: deal, kind: choices, shown: {Free: "**Free** :+1:"}, separator: " \\\\| "}
  Offline: {field: offline, kind: yes/no}
  Open: {field: open, kind: yes/no, shown: {"Yes": ○, "No": ×}}
  Voted: {field: voted, kind: yes/no, shown: {"Yes": ×}}
forms: {add: add.yml}
"""
OPTIONS = {
    "licence": ["GPL", "BSD, MIT"],
    "systems": ["Linux", "Windows", "Web"],
    "free": ["Yes", "No"],
    "new": ["Yes", "No"],
    "cost": ["Low", "High"],
    "size": ["Small", "Small / Large"],
    "deal": ["Free", "Paid"],
    "offline": ["Yes", "No", "Unsure"],
    "open": ["Yes", "No"],
    "voted": ["Yes", "No"],
}
COLUMNS = bind(read_list_file(FILE, "list.yml"), OPTIONS).columns
COLUMN = {column.name: column for column in (*COLUMNS, *SHAPE.columns)}


def read(column: str | ColumnShape, markdown: str) -> ChoiceReading:
    found = COLUMN[column] if isinstance(column, str) else column
    return read_choice_cell(found, shown_cell(markdown))


def only_problem(column: str, markdown: str) -> Problem:
    found = read(column, markdown)
    assert found.value is None
    (problem,) = found.reading.problems
    assert problem.field == column
    return problem


@pytest.mark.parametrize(
    ("column", "markdown", "value"),
    [
        ("Licence", "GPL", ("GPL",)),
        ("Licence", "BSD, MIT", ("BSD, MIT",)),
        ("Systems", "🐧 Linux, Windows", ("Linux", "Windows")),
        ("Systems", "![](w)", ("Web",)),
        ("Free", "✅", ("Yes",)),
        ("New", "new", ("Yes",)),
        ("New", "-", ()),
        ("Cost", "?", ()),
        ("Size", "", ()),
        ("Free", "", ()),
        ("Size", "Small / Large", ("Small / Large",)),
        ("Deal", "**Free** :+1: \\| Paid", ("Free", "Paid")),
        ("Offline", "Unsure", ("Unsure",)),
        ("OCPP Version", "1.6S / 2.0.1", ("1.6S", "2.0.1")),
        ("Communication", "☁️ Cloud / 🔌 Direct", ("Cloud", "Direct")),
    ],
)
def test_options_as_the_bot_writes_them(column: str, markdown: str, value: tuple[str, ...]):
    assert read(column, markdown) == ChoiceReading(value)


@pytest.mark.parametrize("column", ["Licence", "Cost", "Systems"])
def test_a_cell_without_an_option_which_is_needed(column: str):
    problem = only_problem(column, "")
    assert problem.rule is row_rules.MISSING_CHOICE
    assert problem.facts["allowed"] == tuple(
        {"Licence": ["GPL", "BSD, MIT"], "Cost": ["Low", "High"]}.get(
            column, ["🐧 Linux", "Windows", "Web"]
        )
    )


@pytest.mark.parametrize(
    ("column", "markdown", "suggestion"),
    [
        ("Licence", "gpl", "GPL"),
        ("Systems", "Windows, 🐧 Linux", "🐧 Linux, Windows"),
        ("Systems", "linux", "🐧 Linux"),
        ("OCPP Version", "2.0.1 / 1.6J", "1.6J / 2.0.1"),
        ("OCPP Version", "OCPP 1.6 JSON", "1.6J"),
        ("Communication", "Direct/Cloud", "☁️ Cloud / 🔌 Direct"),
    ],
)
def test_options_in_other_words(column: str, markdown: str, suggestion: str):
    problem = only_problem(column, markdown)
    assert problem.rule is row_rules.UNKNOWN_SPELLING
    assert problem.facts == {"received": markdown, "suggestion": suggestion}
    fix = read(column, markdown).reading.fix
    assert fix
    assert fix.text == suggestion


@pytest.mark.parametrize(
    ("column", "markdown", "value", "suggestion"),
    [
        ("Free", "Yes", ("Yes",), "✅"),
        ("Free", "no", ("No",), "❌"),
        ("Free", "👎", ("No",), "❌"),
        ("New", "true", ("Yes",), "new"),
        ("Offline", "❌", ("No",), "No"),
        ("New", "No!", None, ""),
    ],
)
def test_a_yes_or_no_of_another_style(
    column: str, markdown: str, value: tuple[str, ...] | None, suggestion: str
):
    found = read(column, markdown)
    assert found.value == value
    (problem,) = found.reading.problems
    if value is None:
        assert problem.rule is not row_rules.NOT_NORMALIZED
        return
    assert problem == Problem(
        row_rules.NOT_NORMALIZED, column, {"received": markdown, "suggestion": suggestion}
    )
    assert found.reading.fix
    assert found.reading.fix.text == suggestion


@pytest.mark.parametrize("mark", ["x", "X", "×", "×\ufe0f", "× ×", "**×**", "×/no"])
def test_a_cross_is_neither_yes_nor_no(mark: str):
    assert only_problem("Free", mark).rule.code == "unknown_choice"
    assert read("Free", mark).reading.fix is None


def test_a_cross_means_what_the_column_shows_with_it():
    assert read("Open", "×") == ChoiceReading(("No",))
    assert read("Voted", "×") == ChoiceReading(("Yes",))


def test_yes_and_no_mean_nothing_among_other_options():
    assert only_problem("Licence", "✅").rule.code == "unknown_choice"


def test_a_slip_is_answered_in_the_words_of_the_cell():
    problem = only_problem("Systems", "Linus")
    assert problem.facts["suggestion"] == "🐧 Linux"
    assert problem.facts["allowed"] == ("🐧 Linux", "Windows", "Web")
    assert only_problem("Systems", "Solaris").facts["suggestion"] == ""


def test_each_unknown_word_is_named():
    problems = read("Systems", "Linus, Windows, Solaris").reading.problems
    assert [problem.facts["received"] for problem in problems] == ["Linus", "Solaris"]


def test_a_look_alike_letter():
    problem = only_problem("Licence", "GРL")  # the second letter is Cyrillic
    assert problem.rule is row_rules.CONFUSABLE_CHOICE
    assert problem.facts == {"received": "GРL", "suggestion": "GPL"}


def test_more_words_than_options():
    problem = only_problem("Systems", ", ".join(f"a{n}" for n in range(100)))
    assert problem.rule.code == "too_many_choices"


def test_a_bare_version_is_asked_about():
    assert only_problem("OCPP Version", "1.6").rule.code == "version_ambiguous"
