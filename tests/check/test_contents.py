"""The table of contents, held against the sections."""

import pytest

from bot.check.contents import ContentsReading, check_contents
from bot.document.parse import parse
from tests.charger_list import LIST, SHAPE
from tests.games import TABLE, TEXT, games

AMIGA, NES, LICENSE = "  - [Amiga](#amiga)\n", "  - [Nes](#nes)\n", "- [License](#license)\n"


def found(text: str) -> list[tuple[str, int, int]]:
    """The rule, line and column of each finding."""
    return [(one.problem.rule.code, *one.place) for one in check_contents(games(text))]


def facts(text: str) -> dict[str, object]:
    (one,) = check_contents(games(text))
    return dict(one.problem.facts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT,
        f"## Games\n\n### Nes\n\n{TABLE}",
        TEXT.replace("[Nes]", "[*NES*]"),
        TEXT.replace("- [License](#license)\n", "- [Licence](#license)\n"),
        TEXT.replace(
            "- [License](#license)\n", "- [License](#license)\n- [Web](https://x.example)\n"
        ),
        TEXT.replace("## License", "## License\n\n### More\n\n## License").replace(
            LICENSE, f"{LICENSE}- [License](#license-1)\n"
        ),
    ],
)
def test_nothing_is_wrong(text: str):
    assert found(text) == []


def test_a_strict_list_needs_contents():
    start, stop = LIST.index("## Table of"), LIST.index("## OCPP")
    document = parse(LIST[:start] + LIST[stop:], SHAPE)
    (one,) = check_contents(document)
    assert (one.problem.rule.code, one.place) == ("no_contents", (document.start, 1))
    assert one.problem.facts == {"suggested": "- [EV Charger List](#ev-charger-list)"}
    assert list(check_contents(parse("", SHAPE))) == []


def test_contents_of_chapters_need_no_entry_for_sections():
    chapters = TEXT.replace(NES, "").replace(AMIGA, "")
    assert found(chapters) == []
    assert ContentsReading(games(chapters)).missing == []
    strict = LIST.replace("  - [go-e](#go-e)\n", "").replace("  - [Zaptec](#zaptec)\n", "")
    rules = [one.problem.rule.code for one in check_contents(parse(strict, SHAPE))]
    assert rules == ["contents_missing", "contents_missing"]


def test_sections_and_chapters_without_an_entry():
    assert found(TEXT.replace(NES, "")) == [("contents_missing", 16, 1)]
    assert facts(TEXT.replace(NES, "")) == {"received": "Nes", "line": "- [Nes](#nes)"}
    star = TEXT.replace(LICENSE, "").replace("## License", "## Licen*c*e \\*")
    assert facts(star) == {"received": "Licence *", "line": r"- [Licence \*](#licence-)"}
    assert found(TEXT.replace("# Fun\n", "# Fun\n\n## About\n")) == []
    assert found(TEXT.replace("## License", "## ⚡\n\n## License")) == []


def test_an_entry_which_leads_nowhere():
    text = TEXT.replace("(#nes)", "(#ness)")
    assert found(text) == [("contents_dead", 5, 11)]
    assert facts(text) == {"received": "#ness", "suggestion": "#nes"}
    assert facts(TEXT.replace(LICENSE, f"- [Old](#old)\n{LICENSE}")) == {
        "received": "#old",
        "suggestion": "",
    }


def test_an_entry_which_leads_elsewhere():
    text = TEXT.replace("[Nes](#nes)", "[Nes](#games)")
    assert found(text) == [("contents_elsewhere", 5, 11)]
    assert facts(text) == {"received": "#games", "suggestion": "#nes"}


def test_an_entry_there_twice():
    text = TEXT.replace(NES, NES + NES)
    assert found(text) == [("contents_twice", 6, 11)]
    assert facts(text) == {"received": "Nes", "line": 5}
    dead = TEXT.replace(NES, f"  - [Nes](#old)\n{NES}")
    assert found(dead) == [("contents_twice", 5, 11)]
    assert facts(dead) == {"received": "Nes", "line": 6}


def test_an_entry_whose_link_is_written_differently():
    text = TEXT.replace("[Nes](#nes)", "[Nes][1]") + "\n[1]: #ness\n"
    assert found(text) == [("contents_dead", 5, 1)]


def test_headings_of_one_name_have_an_entry_each():
    text = TEXT.replace("## License", "## License\n\n## License")
    assert found(text) == [("contents_missing", 25, 1)]
    twice = text.replace(LICENSE, LICENSE + LICENSE)
    assert found(twice) == [("contents_elsewhere", 7, 13)]
    assert facts(twice)["suggestion"] == "#license-1"


def test_entries_out_of_order():
    text = TEXT.replace(AMIGA + NES, NES + AMIGA)
    assert found(text) == [("contents_order", 5, 13)]
    assert facts(text) == {"received": "Amiga", "known": "Nes"}
    assert found(TEXT.replace(LICENSE, "").replace("- [Games]", f"{LICENSE}- [Games]")) == [
        ("contents_order", 4, 11)
    ]
    apart = TEXT.replace(LICENSE, "").replace("- [Games]", f"{LICENSE}\nand\n\n1. [Games]")
    assert found(apart.replace("  - [", "   - [")) == []


def test_the_contents_as_they_are_meant():
    text = TEXT.replace("(#nes)", "(#ness)").replace(AMIGA, AMIGA + AMIGA)
    reading = ContentsReading(games(text.replace(LICENSE, "")))
    resolved = [(one.entry.text, one.heading.line) for one in reading.resolved]
    assert resolved == [("Games", 8), ("Amiga", 10), ("Nes", 17)]
    corrections = [(one.entry.text, one.anchor, bool(one.repeats)) for one in reading.corrections]
    assert corrections == [("Amiga", "", True), ("Nes", "nes", False)]
    assert [heading.text for heading in reading.missing] == ["License"]
    assert [one.place.line for one in reading.findings] == [5, 6]
