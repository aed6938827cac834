"""README.md as the list in it: its sections by name, and their rows."""

import pytest

from bot.document.document import Document
from bot.document.parse import parse
from bot.document.section import Section
from bot.errors import ReadmeError
from tests.charger_list import SHAPE
from tests.games import TABLE, TEXT, games, games_shape

HEADER = "| Model | OCPP Version | Communication | Notes | Source |\n| - | - | - | - | - |\n"


def chargers(*sections: str) -> Document:
    return parse("## EV Charger List\n\n" + "\n\n".join(sections), SHAPE)


def names(section: Section) -> list[str]:
    return [row.name for row in section.rows]


def refusal(document: Document, name: str) -> str:
    with pytest.raises(ReadmeError) as caught:
        document.section(name)
    return str(caught.value)


def test_an_empty_page():
    document = parse("", games_shape(without=("heading: Games\n",)))
    assert (document.sections, document.headings, document.lines) == ((), [], ())
    assert not document.has_entry("")
    assert document.headings_by_anchor == {}
    assert document.sections_by_identity == {}
    assert document.section("Amiga") is None
    assert (document.contents, document.contents_place) == ((), (0, 0))
    assert not document.is_closing("Amiga")
    with pytest.raises(ReadmeError):
        document.checked()


def test_a_list():
    document = games().checked()
    amiga, nes = document.sections
    assert (amiga.name, amiga.line, amiga.end, amiga.anchor) == ("Amiga", 10, 17, "amiga")
    assert (names(amiga), names(nes)) == (["Elite", "Turrican"], ["Metroid"])
    assert amiga.names == ("Elite", "Turrican")
    assert document.section("AMIGA") is amiga
    assert document.section("C64") is None
    assert all(map(document.has_entry, ["Elite", "turrican", "METROID"]))
    assert not document.has_entry("Elite 2")
    table = amiga.tables[0]
    assert table.line == 12
    assert table.head == ("| Game | Year |", "| --- | --- |")
    assert [row.line for row in table.rows] == [14, 15]
    assert not table.style.is_compact


def test_the_anchors_of_a_section_and_of_what_is_below_it():
    document = games(TEXT.replace("### Nes", "#### Old\n\n### Nes"))
    amiga, nes = document.sections
    assert document.anchors_in(amiga) == {"amiga", "old"}
    assert document.anchors_in(nes) == {"nes"}


def test_a_section_is_called_in_any_case():
    document = games()
    assert document.sections_called("AMIGA") == [document.sections[0]]
    assert document.sections_called("Amigo") == []


def test_a_list_without_sections():
    shape = games_shape(
        sections="top",
        without=("sections: {field: system, name: system}\n", ", add_section: section.yml"),
    )
    document = parse(f"## Games\n\n{TABLE}| Elite | 1988 |\n", shape)
    (section,) = document.sections
    assert (section.name, section.line, section.end, section.anchor) == ("", 1, 6, "")
    assert document.section("anything") is section
    assert document.sections_called("anything") == [section]


def test_an_entry_is_called_with_or_without_the_name_of_its_section():
    document = chargers(f"### Zaptec\n\n{HEADER}| Zaptec Go | | | | |\n| Zaptec | | | | |\n")
    assert all(map(document.has_entry, ["Zaptec Go", "Go", "Zaptec"]))
    assert not any(map(document.has_entry, ["", "Zaptec Pro", "Pro"]))


def test_a_section_there_twice():
    document = games(TEXT.replace("### Nes", "### AMIGA"))
    assert [len(found) for found in document.sections_by_identity.values()] == [2]
    assert refusal(document, "amiga") == (
        'README.md:17: The system "AMIGA" has a section already, on line 10. Join the two into one.'
    )


def test_a_section_there_three_times_where_names_have_no_section_in_front():
    text = TEXT.replace("### Nes", "### Amiga")
    document = games(f"{text[: text.index('## License')]}### Amiga\n\n{TABLE}| Doom Two | 1993 |\n")
    assert "on line 10. Join the two into one." in refusal(document, "Amiga")


def test_a_section_there_twice_and_once_without_rows():
    sections = [f"### Zaptec\n\n{HEADER}", f"### Zaptec\n\n{HEADER}| Zaptec Go | | | | |\n"]
    for some in (sections, sections[::-1]):
        assert "on line 3. Join the two into one." in refusal(chargers(*some), "Zaptec")


def test_of_two_sections_of_one_name_one_may_have_the_rows_of_another():
    wrong = f"### Zaptec\n\n{HEADER}| Volt Blue Uno | | | | |\n| Volt Blue Uno Max | | | | |\n"
    right = f"### Zaptec\n\n{HEADER}| Zaptec Go | | | | |\n"
    for sections, line in (((right, wrong), 10), ((wrong, right), 3)):
        message = refusal(chargers(*sections), "Zaptec")
        assert message.startswith(f"README.md:{line}: ")
        assert '"Zaptec"' in message
        assert '"Volt Blue"' in message


def test_a_section_which_cannot_be_read_has_its_name():
    document = games(TEXT.replace(TABLE + "| Metroid", "| Metroid"))
    assert refusal(document, "NES").startswith("README.md:19: This looks like a row")
    assert document.section("Amiga")


def test_a_heading_without_a_table():
    document = games(TEXT.replace("### Nes", "### C64\n\nSoon.\n\n### Nes"))
    assert refusal(document, "c64").startswith('README.md:17: "C64" is a heading of the list')
    assert games(f"### C64\n\n{TEXT}").section("C64") is None


def test_the_last_heading_without_a_table_only_invites():
    document = games(TEXT.replace("## License", "### More?\n\nAdd yours.\n\n## License"))
    assert document.section("More?") is None
    assert document.is_closing("MORE?")
    assert not document.is_closing("Nes")
    assert not document.is_closing("License")
    assert not games().is_closing("Nes")


def test_rows_of_a_section_below_the_heading_of_another():
    document = chargers(f"### Zaptec\n\n{HEADER}| Zaptec Go | | | | |\n| Easee Home | | | | |\n")
    assert refusal(document, "Easee") == (
        'README.md:8: "Easee Home" is in the section "Zaptec". Give its rows a section of their '
        "own first."
    )
    assert document.section("Eas") is None
    twice = "\n\n".join(["", *2 * [f"### Zaptec\n\n{HEADER}| Zaptec Pro | | | | |"]])
    thrice = parse(document.text + twice, SHAPE)
    assert '"Zaptec" has a section already' in refusal(thrice, "Easee")
    assert document.section("") is None


def test_rows_of_a_section_which_begins_with_the_name_of_another():
    document = chargers(f"### Volt\n\n{HEADER}| Volt Electric Uno | | | | |\n")
    assert document.section("Volt Electric") is None


def test_rows_of_any_name_where_names_do_not_begin_with_the_section():
    assert games(TEXT.replace("| Elite |", "| Nes2 Elite |")).section("Nes2") is None


def test_headings_by_anchor_are_the_same_in_any_order():
    text = TEXT.replace("| Turrican | 1990 |\n", "| Turrican | 1990 |\n\n#### Old\n\n#### Old\n")
    found = games(text).headings_by_anchor
    assert found == {
        "fun": ("", 0),
        "games": ("", 1),
        "amiga": ("Amiga", 0),
        "old": ("Amiga", 1),
        "old-1": ("Amiga", 2),
        "nes": ("Nes", 0),
        "license": ("", 2),
    }


def test_a_heading_of_another_level_or_outside_of_the_list_is_no_closing_one():
    text = TEXT.replace("### Nes", "#### C64\n\n### Nes").replace("MIT", "MIT\n\n### Atari\n")
    document = games(text)
    assert not document.is_closing("C64")
    assert not document.is_closing("Atari")
    assert document.section("Atari") is None
