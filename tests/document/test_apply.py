"""A change carried out and verified."""

import pytest

from bot.document.apply import apply_change
from bot.document.cells import CellContent, text_content
from bot.document.changes import Addition, Alteration, NewRow, Removal
from bot.document.heading_links import MovedAnchor
from bot.document.parse import parse
from bot.document.verify import verify_edit
from bot.errors import ReadmeError
from tests.games import TABLE, TEXT, game, games, games_shape


def test_the_list_before_and_after():
    before = games()
    result = apply_change(before, Removal("Amiga", "Elite"))
    assert result.before is before
    assert result.after.text == TEXT.replace("| Elite | 1988 |\n", "")
    assert result.after.sections[0].names == ("Turrican",)
    assert result.moved_anchors == ()


def test_anchors_which_are_moved():
    result = apply_change(games(), Addition("License", (game("a"),)))
    assert result.moved_anchors == (MovedAnchor("License", "license", "license-1"),)


def test_a_link_which_led_nowhere_leads_to_the_new_section():
    text = TEXT.replace("MIT", "Most wanted: [C64](#c64).")
    after = apply_change(games(text), Addition("C64", (game("a"),))).after
    assert "Most wanted: [C64](#c64)." in after.text
    assert "  - [C64](#c64)\n" in after.text


def test_only_links_follow_an_anchor_which_moves():
    examples = "`[x](#license)` and \\[y](#license)\n\n```\n[z](#license)\n```\n\n"
    text = TEXT.replace("MIT", f"{examples}- a\n\n      [c](#license)\n    [d](#license)\n")
    after = apply_change(games(text), Addition("License", (game("a"),))).after
    below = text[text.index("`[x]") :]
    assert after.text.endswith(below.replace("[d](#license)", "[d](#license-1)"))


def test_sections_in_one_line_of_the_contents_get_no_new_one_there():
    line = "- [Games](#games): [Amiga](#amiga) · [Nes](#nes)\n"
    text = TEXT.replace("- [Games](#games)\n  - [Amiga](#amiga)\n  - [Nes](#nes)\n", line)
    after = apply_change(games(text), Addition("C64", (game("a"),))).after
    assert f"\n\n{line}- [License](#license)\n\n" in after.text


def test_a_list_without_a_row_takes_the_first():
    text = TEXT[: TEXT.index("### Nes")].replace("| Turrican | 1990 |\n", "")
    emptied = text.replace("| Elite | 1988 |\n", "").replace("  - [Nes](#nes)\n", "")
    assert apply_change(games(emptied), Addition("Amiga", (game("Elite", "1988"),))).after.text == (
        text.replace("  - [Nes](#nes)\n", "")
    )


@pytest.mark.parametrize("markdown", ["a\n## b", "a | b", "<!--", "*a*", "\n\n"])
def test_a_cell_which_shows_something_else_is_refused(markdown: str):
    row = NewRow("a", (CellContent("a", "a"), CellContent(markdown, "c")))
    with pytest.raises(ReadmeError):
        apply_change(games(), Addition("Amiga", (row,)))


def test_a_page_which_could_not_be_read_any_more_is_refused():
    name = CellContent("a |\n\n# b\n\n## Games\n\n| c", "a")
    change = Alteration("Amiga", "Elite", "a", (name, None))
    with pytest.raises(ReadmeError) as caught:
        apply_change(games(), change)
    assert str(caught.value) == "README.md:8: the list could not be read after the edit."


ALIGNED = TEXT.replace(f"{TABLE}| Metroid", f"{TABLE.replace('---', '--:')}| Metroid")
DUPLICATE = TEXT.replace("| Turrican |", "| Elite |")
LEFT_OVER = TEXT.replace("  - [Nes](#nes)\n", "  - [C64](#c64)\n    more\n  - [Nes](#nes)\n")
NESTED = TEXT.replace("  - [Nes](#nes)\n", "  - [Nes](#nes)\n    - [Fun](#fun)\n\n      and more\n")
PARTED = TEXT.replace("1990 |\n", f"1990 |\n\n#### Old\n\n{TABLE}| Pong | |\n")
NAMES = ("A", "C64", "Zx", 'A "B" <C> & D*', "Fun", "Games", "License", "@ada")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", [TEXT, ALIGNED, LEFT_OVER, NESTED, PARTED])
@pytest.mark.parametrize("order", ["alphabetical", "top", "bottom"])
def test_a_new_section_is_verified(name: str, text: str, order: str):
    change = Addition(name, (game("b", "1"), game("a")))
    after = apply_change(games(text, sections=order), change).after
    names = [section.name for section in after.sections]
    wanted = {"top": [name, "Amiga", "Nes"], "bottom": ["Amiga", "Nes", name]}
    assert names == wanted.get(order, sorted(["Amiga", "Nes", name]))
    assert name in [entry.text for entry in after.contents]


@pytest.mark.parametrize("rows", ["natural", "top", "bottom", "{by: Year, how: oldest-first}"])
@pytest.mark.parametrize("text", [TEXT, PARTED, ALIGNED])
def test_new_rows_are_verified(text: str, rows: str):
    new = tuple(
        game(name, year) for name, year in (("Zool", "1992"), ("Apidya", "1989"), ("P", ""))
    )
    after = apply_change(games(text, rows), Addition("Amiga", new)).after
    amiga = after.sections[0]
    assert {"Zool", "Apidya", "P", "Elite", "Turrican"} <= set(amiga.names)
    assert after.sections[1].names == ("Metroid",)


@pytest.mark.parametrize(
    "change",
    [
        Alteration("Amiga", "Elite", "Zool", (text_content("Zool"), None), 14),
        Alteration("Amiga", "Elite", "Elite", (None, text_content("1")), 15),
        Removal("Amiga", "Elite", 15),
    ],
)
def test_of_rows_of_one_name_that_of_the_line(change: Alteration | Removal):
    before = games(DUPLICATE)
    assert apply_change(before, change).after.text != before.text


@pytest.mark.parametrize("text", [TEXT, LEFT_OVER, NESTED, ALIGNED])
@pytest.mark.parametrize("place", [0, 1])
def test_a_removed_section_is_verified(text: str, place: int):
    before = games(text.replace("| Turrican | 1990 |\n", ""))
    section = before.sections[place]
    after = apply_change(before, Removal(section.name, section.names[0])).after
    assert [one.name for one in after.sections] == [before.sections[1 - place].name]
    assert section.name not in [entry.text for entry in after.contents]


def test_cells_with_markup_stay_as_they_are():
    text = TEXT.replace("| Elite | 1988 |", "| Elite | *1988* `a` [b](#fun) |")
    after = apply_change(games(text), Alteration("Amiga", "Elite", "E", (text_content("E"), None)))
    assert "| E | *1988* `a` [b](#fun) |" in after.after.text


def test_what_is_not_there_is_our_own_mistake():
    for change in (Removal("C64", "a"), Alteration("C64", "a", "b", (None, None))):
        with pytest.raises(LookupError, match="C64"):
            verify_edit(games(), change, games())
    with pytest.raises(LookupError):
        verify_edit(games(), Removal("Amiga", "Zool"), games())


@pytest.mark.parametrize(
    ("was", "became", "says"),
    [
        ("| Elite |", "| Elite2 |", 'README.md:10: the rows of "Amiga" would not come out'),
        ("| Turrican | 1990 |\n", "", 'README.md:10: the rows of "Amiga" would not come out'),
        ("| Elite | 1988 |", "| Elite | *1988* |", 'README.md:10: the rows of "Amiga"'),
        ("| Metroid |", "| Metroid2 |", "README.md:10: other parts of the page would look"),
        (
            "| Game | Year |\n| --- | --- |\n| M",
            "| Game | Year |\n| --- | --: |\n| M",
            "README.md:10: o",
        ),
        ("### Nes", "### **Nes**", "README.md:10: other parts of the page would look"),
        ("MIT", "BSD", "README.md:10: other parts of the page would look"),
        ("# Fun", "# *Fun*", "README.md:10: other parts of the page would look"),
        ("(#nes)", "(#fun)", "README.md:10: the table of contents would not"),
        ("[Nes]", "[Nes!]", "README.md:10: the table of contents would not"),
        ("### Nes", "### Nec", "README.md:10: the sections would not"),
    ],
)
def test_a_page_which_shows_anything_else(was: str, became: str, says: str):
    change = Addition("Amiga", (game("Lemmings", "1991"),))
    text = apply_change(games(), change).after.text
    assert was in text
    with pytest.raises(ReadmeError) as caught:
        verify_edit(games(), change, games(text.replace(was, became, 1)))
    assert str(caught.value).startswith(says)


def test_a_list_without_sections_has_no_name_to_say():
    shape = games_shape(
        without=("sections: {field: system, name: system}\n", ", add_section: section.yml")
    )
    before = parse(f"## Games\n\n{TABLE}| Elite | 1988 |\n", shape)
    change = Addition("", (game("Zool"),))
    after = apply_change(before, change).after
    assert after.text.endswith("| Zool |  |\n")
    with pytest.raises(ReadmeError) as caught:
        verify_edit(before, change, parse(after.text.replace("Zool", "Zoo"), shape))
    assert str(caught.value) == "README.md:1: the rows would not come out as promised."
