"""A change as it is written into the text."""

import pytest

from bot.document.cells import text_content
from bot.document.changes import Addition, Alteration, Change, Removal
from bot.document.edit import edit, new_rows_in_order, text_line_count
from bot.document.heading_links import MovedAnchor
from tests.diffs import diff
from tests.games import TABLE, TEXT, game, games


def edited(
    change: Change, text: str = TEXT, rows: str = "natural", sections: str = "alphabetical"
) -> str:
    """The lines taken out and put in."""
    after = edit(games(text, rows, sections), change).text
    lines = diff(text, after).splitlines()
    return "\n".join(line for line in lines[2:] if line[0] in "+-")


def renamed(name: str, new_name: str) -> Alteration:
    return Alteration("Amiga", name, new_name, (text_content(new_name), None))


@pytest.mark.parametrize(
    "change",
    [
        Alteration("C64", "Elite", "Elite", (None, None)),
        Removal("C64", "Elite"),
        Removal("Amiga", "Metroid"),
        Removal("Amiga", "Elite", 15),
    ],
)
def test_what_is_not_there(change: Change):
    with pytest.raises(LookupError):
        edit(games(), change)


def test_rows_in_the_order_of_the_list():
    rows = (game("b"), game("a"), game("C"))
    assert [row.name for row in new_rows_in_order(games(), rows)] == ["a", "b", "C"]
    assert new_rows_in_order(games(rows="top"), rows) == list(rows)


def test_a_new_row():
    assert edited(Addition("amiga", (game("Lemmings", "1991"),))) == "+| Lemmings | 1991 |"
    after = edit(games(), Addition("Amiga", (game("Lemmings"),))).text
    assert after.index("Elite") < after.index("Lemmings") < after.index("Turrican")


def test_several_rows_each_in_its_place():
    rows = (game("Zool"), game("Apidya"), game("Lotus"), game("Kick Off"))
    lines = edit(games(), Addition("Amiga", rows)).text.split("\n")[13:19]
    assert [line.split(" ")[1] for line in lines] == [
        "Apidya",
        "Elite",
        "Kick",
        "Lotus",
        "Turrican",
        "Zool",
    ]


def test_a_row_of_an_empty_table():
    text = TEXT.replace("| Metroid | 1986 |\n", "")
    after = edit(games(text), Addition("Nes", (game("Zelda"), game("Mario")))).text
    assert f"### Nes\n\n{TABLE}| Mario |  |\n| Zelda |  |\n\n## License" in after


@pytest.mark.parametrize(("order", "line"), [("top", 14), ("bottom", 16)])
def test_a_row_of_a_list_in_no_order(order: str, line: int):
    after = edit(games(rows=order), Addition("Amiga", (game("Lemmings"),))).text
    assert after.split("\n")[line - 1] == "| Lemmings |  |"


def test_a_changed_cell():
    change = Alteration("Amiga", "Elite", "Elite", (None, text_content("1989")))
    assert edited(change) == "-| Elite | 1988 |\n+| Elite | 1989 |"


def test_a_new_name_may_move_the_row():
    assert edited(renamed("Elite", "Frontier")) == "-| Elite | 1988 |\n+| Frontier | 1988 |"
    lines = edit(games(), renamed("Elite", "Zool")).text.split("\n")[13:15]
    assert lines == ["| Turrican | 1990 |", "| Zool | 1988 |"]
    lines = edit(games(), renamed("Turrican", "Apidya")).text.split("\n")[13:15]
    assert lines == ["| Apidya | 1990 |", "| Elite | 1988 |"]
    three = TEXT.replace("| Elite |", "| A | |\n| Elite |")
    assert edited(renamed("A", "F"), three) == "-| A | |\n+| F | |"
    lines = edit(games(three), renamed("A", "F")).text.split("\n")[13:16]
    assert lines == ["| Elite | 1988 |", "| F | |", "| Turrican | 1990 |"]


def test_a_row_of_the_second_table():
    text = TEXT.replace("1990 |\n", f"1990 |\n\n#### Old\n\n{TABLE}| Pong | |\n")
    assert edited(renamed("Pong", "Quake"), text) == "-| Pong | |\n+| Quake | |"


def test_a_removed_row():
    assert edited(Removal("Amiga", "Elite")) == "-| Elite | 1988 |"
    twice = TEXT.replace("| Turrican |", "| Elite |")
    assert edited(Removal("Amiga", "Elite", 15), twice) == "-| Elite | 1990 |"


def test_the_last_row_of_a_section_takes_it_along():
    assert edited(Removal("Nes", "Metroid")) == (
        "-  - [Nes](#nes)\n-### Nes\n-\n-| Game | Year |\n-| --- | --- |\n-| Metroid | 1986 |\n-"
    )


def test_all_below_an_entry_of_a_removed_section():
    text = TEXT.replace("  - [Nes](#nes)\n", "  - [Nes](#nes)\n    - more\n\n    and more\n")
    assert "more" not in edit(games(text), Removal("Nes", "Metroid")).text
    both = TEXT.replace("  - [Nes](#nes)\n", "  - [Nes](#nes)\n  - [Nes](#nes)\n")
    assert "#nes" not in edit(games(both), Removal("Nes", "Metroid")).text


def test_a_section_removed_at_the_end_of_the_page():
    text = TEXT[: TEXT.index("\n## License")]
    after = edit(games(text), Removal("Nes", "Metroid")).text
    assert after.endswith("| Turrican | 1990 |\n")
    spaced = edit(games(f"{text}\n\n"), Removal("Nes", "Metroid")).text
    assert spaced.endswith("| Turrican | 1990 |\n\n\n")


def test_anchors_which_a_removed_section_gives_back():
    text = TEXT.replace("| Metroid | 1986 |\n", "| Metroid | 1986 |\n\n#### License\n")
    text = text.replace("#license)", "#license-1)").replace("MIT", "See [it](#license-1).")
    result = edit(games(text), Removal("Nes", "Metroid"))
    assert result.moved_anchors == (MovedAnchor("License", "license-1", "license"),)
    assert "- [License](#license)\n" in result.text
    assert "See [it](#license).\n" in result.text


def test_a_new_section():
    assert edited(Addition("C64", (game("b"), game("a", "1985")))) == (
        "+  - [C64](#c64)\n+### C64\n+\n+| Game | Year |\n+| --- | --- |\n+| a | 1985 |\n+| b |  |\n+"
    )
    after = edit(games(), Addition("C64", (game("a"),))).text
    assert after.index("- [Amiga]") < after.index("- [C64]") < after.index("- [Nes]")
    assert after.index("### Amiga") < after.index("### C64") < after.index("### Nes")


def test_a_new_section_after_the_last():
    after = edit(games(), Addition("Zx *", (game("a"),))).text
    assert f"1986 |\n\n### Zx \\*\n\n{TABLE}| a |  |\n\n## License" in after
    assert "  - [Nes](#nes)\n  - [Zx \\*](#zx-)\n- [License]" in after


@pytest.mark.parametrize(
    ("order", "entries"), [("top", ["C64", "Amiga", "Nes"]), ("bottom", ["Amiga", "Nes", "C64"])]
)
def test_a_new_section_of_a_list_in_no_order(order: str, entries: list[str]):
    document = games(edit(games(sections=order), Addition("C64", (game("a"),))).text)
    assert [entry.text for entry in document.contents][1:4] == entries
    assert [section.name for section in document.sections] == entries


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_a_new_section_at_the_end_of_the_page(end: str):
    text = TEXT[: TEXT.index("\n\n## License")] + end
    after = edit(games(text), Addition("Zx", (game("a"),))).text
    assert after == f"{text.rstrip()}\n\n### Zx\n\n{TABLE}| a |  |{end}".replace(
        "#nes)\n", "#nes)\n  - [Zx](#zx)\n"
    )


def test_a_new_section_right_below_a_text():
    text = TEXT.replace("\n\n### Nes", "\nText\n### Nes")
    after = edit(games(text), Addition("C64", (game("a"),))).text
    assert f"Text\n\n### C64\n\n{TABLE}| a |  |\n\n### Nes" in after


def test_the_table_of_a_new_section_is_like_the_one_above_or_else_below():
    compact = "|Game|Year|\n|-|-|\n"
    text = TEXT.replace(f"{TABLE}| Elite | 1988 |\n| Turrican | 1990 |", f"{compact}|Elite|1988|")
    assert f"### C64\n\n{compact}|a||\n" in edit(games(text), Addition("C64", (game("a"),))).text
    assert f"### AA\n\n{compact}|a||\n" in edit(games(text), Addition("AA", (game("a"),))).text
    assert f"### Zx\n\n{TABLE}| a |  |\n" in edit(games(text), Addition("Zx", (game("a"),))).text


def test_a_page_whose_contents_lack_the_sections():
    text = TEXT.replace("  - [Amiga](#amiga)\n  - [Nes](#nes)\n", "")
    assert "#c64" not in edit(games(text), Addition("C64", (game("a"),))).text


def test_an_entry_left_over_from_an_earlier_section():
    text = TEXT.replace("  - [Nes](#nes)\n", "  - [C64](#c64)\n  - [Nes](#nes)\n")
    assert edit(games(text), Addition("C64", (game("a"),))).text.count("(#c64)") == 1
    other = text.replace("[C64]", "[Old]")
    assert edit(games(other), Addition("C64", (game("a"),))).text.count("(#c64)") == 2
    elsewhere = text.replace("#c64", "#c65")
    assert edit(games(elsewhere), Addition("C64", (game("a"),))).text.count("[C64]") == 2


def test_anchors_which_a_new_section_takes():
    result = edit(games(), Addition("License", (game("a"),)))
    assert result.moved_anchors == (MovedAnchor("License", "license", "license-1"),)
    assert "  - [License](#license)\n  - [Nes](#nes)\n- [License](#license-1)\n" in result.text


@pytest.mark.parametrize(
    ("text", "lines"), [("", 0), ("a", 1), ("a\n\n \t\r\n", 1), ("\na\n", 2), ("\n\n", 0)]
)
def test_the_last_line_with_a_text(text: str, lines: int):
    assert text_line_count(games(text)) == lines


def test_rows_go_to_the_table_of_the_row_they_follow():
    text = TEXT.replace("1990 |\n", f"1990 |\n\n#### Old\n\n{TABLE}| Pong | |\n| Zaxxon | |\n")
    lines = edit(games(text), Addition("Amiga", (game("Zool"), game("Frontier")))).text.split("\n")
    assert lines[13:16] == ["| Elite | 1988 |", "| Frontier |  |", "| Turrican | 1990 |"]
    assert lines[21:24] == ["| Pong | |", "| Zaxxon | |", "| Zool |  |"]


def test_an_entry_of_the_same_name_stays_above():
    text = TEXT.replace("  - [Nes](#nes)\n", "  - [C64](#games)\n  - [Nes](#nes)\n")
    after = edit(games(text), Addition("C64", (game("a"),))).text
    assert "  - [C64](#games)\n  - [C64](#c64)\n" in after


def test_a_section_removed_from_between_two():
    text = edit(games(), Addition("C64", (game("a"),))).text
    assert edit(games(text), Removal("C64", "a")).text == TEXT
