"""A problem of README.md with its place."""

from bot.errors import ReadmeError
from bot.rules import list_rules, row_rules
from bot.rules.finding import Finding, Place, by_rule, finding
from bot.rules.rule import Level, Problem


def test_a_finding_is_at_the_start_of_a_line_and_in_no_column():
    found = finding(list_rules.NO_ROWS, 12, received="Zaptec")
    problem = Problem(list_rules.NO_ROWS, None, {"received": "Zaptec"})
    assert found == Finding(Place(12, 1), problem)


def test_a_finding_is_as_bad_as_its_rule():
    assert finding(list_rules.NO_ROWS, 1, received="x").level is Level.WARNING
    assert finding(list_rules.MERGE_CONFLICT, 1).level is Level.ERROR
    assert Finding(Place(1, 5), Problem(row_rules.NO_LINK)).level is Level.NOTE


def test_a_finding_as_an_error_names_its_line():
    error = finding(list_rules.SECTION_COUNT, 3, received="A").error()
    assert isinstance(error, ReadmeError)
    assert (error.line, error.message) == (3, '"A" is more than a name.')


def test_the_first_of_each_rule_is_given_with_their_number_and_errors_first():
    rows = [finding(list_rules.NO_ROWS, line, received="A") for line in (2, 5)]
    notes = [Finding(Place(3), Problem(row_rules.NO_LINK))]
    conflict = finding(list_rules.MERGE_CONFLICT, 9)
    assert by_rule([*rows, *notes, conflict]) == [(conflict, 1), (rows[0], 2), (notes[0], 1)]
    assert by_rule([]) == []
