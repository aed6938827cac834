"""Entries and sections in the list twice, or nearly so."""

from itertools import product

import pytest

from bot.check.duplicates import close_pairs, duplicate_rows, duplicate_sections
from bot.document.parse import parse
from bot.names.near import within_edits
from tests.check.pages import inspect, sections
from tests.games import TABLE, TEXT, games, games_shape


def nearly_twice(text: str) -> list[tuple[str, str]]:
    found = [one.problem.facts for one in inspect(text) if one.problem.rule.code == "nearly_twice"]
    return [(str(facts["received"]), str(facts["known"])) for facts in found]


def test_each_name_is_held_against_the_first_that_is_close():
    names = ["Wallbrand", "Wallbrant", "Wallbrond", "Other Name", "Other Nbme", "Wallbrand Two"]
    known = [("Wallbrant", "Wallbrand"), ("Wallbrond", "Wallbrand"), ("Other Nbme", "Other Name")]
    assert nearly_twice(sections({name: [f"{name} x"] for name in names})) == [
        *known,
        ("Wallbrand Two", "Wallbrand"),
    ]
    models = [f"{brand} {name}" for brand, name in zip("A" * 5, names, strict=False)]
    assert nearly_twice(sections({"A": models})) == [
        (f"A {later}", f"A {earlier}") for later, earlier in known
    ]


def test_of_a_long_name_one_slip_is_looked_for():
    short, long = "Abcdefghij Klmnopqrs", "Abcdefghij Klmnopqrst"
    one, two = str.maketrans("d", "x"), str.maketrans("dm", "xx")
    close = [(short.translate(two), short), (long.translate(one), long)]
    for name, known in [*close, (long.translate(two), long)]:
        expected = [(name, known)] if (name, known) in close else []
        assert (
            nearly_twice(sections({brand: [f"{brand} x"] for brand in (known, name)})) == expected
        )


def test_a_list_of_look_alikes_is_reported_once_for_each():
    names = [f"Brand{one}{two}" for one, two in product("abcdefghijklmnopqrst", repeat=2)]
    assert len(nearly_twice(sections({name: [f"{name} x"] for name in names}))) == len(names) - 1


def rows_of_amiga(*names: str, replaced: tuple[str, str] = ("", "")) -> list[tuple[str, int, dict]]:
    """The rule, the line of the row and the facts of each duplicate."""
    lines = "".join(f"| {name} |\n" for name in names)
    document = games(TEXT.replace("| Elite | 1988 |\n| Turrican | 1990 |\n", lines))
    found = duplicate_rows(document.shape, document.sections[0])
    result = []
    for row, problem in found:
        assert problem.field == "Game"
        result.append((problem.rule.code, row.line, dict(problem.facts)))
    return result


def test_no_row_is_there_twice():
    assert rows_of_amiga() == []
    assert rows_of_amiga("Elite", "Elite 2", "Turrican", "Pong", "Zool") == []


def test_a_row_there_twice():
    assert rows_of_amiga("Elite | 1988", "Turrican", "ELITE | 1999", "Élite") == [
        ("row_twice", 16, {"received": "ELITE", "line": 14}),
        ("row_twice", 17, {"received": "Élite", "line": 14}),
    ]
    assert rows_of_amiga("...", "...") == []


def test_a_row_nearly_there_twice():
    assert rows_of_amiga("Turrican", "Turican", "TURRICAN") == [
        ("row_twice", 16, {"received": "TURRICAN", "line": 14}),
        ("nearly_twice", 15, {"received": "Turican", "known": "Turrican", "line": 14}),
    ]
    assert rows_of_amiga("Turrican 2", "Turrican 3", "T-urrican 2") == [
        ("nearly_twice", 16, {"received": "T-urrican 2", "known": "Turrican 2", "line": 14}),
    ]


def sections_of(*names: str) -> list[tuple[str, int, dict]]:
    text = "## Games\n\n" + "".join(f"### {name}\n\n{TABLE}\n" for name in names)
    found = duplicate_sections(games(text))
    return [(one.problem.rule.code, one.place.line, dict(one.problem.facts)) for one in found]


def test_no_section_is_there_twice():
    assert sections_of() == []
    assert sections_of("Amiga", "Nes", "C64", "C65") == []


def test_a_section_there_twice():
    facts = {"received": "AMIGA", "section": "system", "line": 3}
    assert sections_of("Amiga", "Nes", "AMIGA") == [("section_twice", 13, facts)]


def test_a_section_nearly_there_twice():
    one = {"received": "Spectrun", "known": "Spectrum", "line": 3}
    two = {"received": "Spectrum Next", "known": "Spectrum", "line": 3}
    assert sections_of("Spectrum", "Spectrun", "Spectrum Next") == [
        ("nearly_twice", 8, one),
        ("nearly_twice", 13, two),
    ]
    longer = {"received": "Nes", "known": "Nes Mini", "line": 3}
    assert sections_of("Nes Mini", "Nes") == [("nearly_twice", 8, longer)]


def test_of_two_known_names_the_earlier_one():
    found = sections_of("Commodore Amiga", "Commodore", "Commodor")
    assert [(facts["received"], facts["known"]) for _, _, facts in found] == [
        ("Commodor", "Commodore"),
        ("Commodore", "Commodore Amiga"),
    ]


@pytest.mark.parametrize("setting", ["near_duplicates: false\n", ""])
def test_order_codes_are_not_compared(setting: str):
    text = f"## Games\n\n### Amiga\n\n{TABLE}| Turrican | |\n| Turican | |\n\n### Amigo\n\n{TABLE}"
    document = parse(text, games_shape(more=setting))
    rows = list(duplicate_rows(document.shape, document.sections[0]))
    assert (len(rows), len(list(duplicate_sections(document)))) == ((0, 0) if setting else (1, 1))


def pairs(names: list[str], slips: int = 1) -> list[tuple[str, str]]:
    return list(
        close_pairs(names, str.lower, lambda one, two: within_edits(one, two, slips), slips)
    )


def test_close_pairs():
    assert pairs([]) == []
    assert pairs(["abcd", "efgh", "abcd 2", "abcd 3"]) == []
    assert pairs(["abcd", "abce", "abc", "abcd 2", "bacd"]) == [
        ("abcd", "abce"),
        ("abcd", "abc"),
        ("abcd", "bacd"),
    ]
    assert pairs(["abcdef", "abcdxy"]) == []
    assert pairs(["abcdef", "abcdxy"], 2) == [("abcdef", "abcdxy")]
    assert pairs(["abcdef", "abcd"], 2) == [("abcdef", "abcd")]
