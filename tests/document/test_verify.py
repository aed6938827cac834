"""The proof of an edit refuses each outcome that is not the promised one, and names the line of the brand."""

import pytest

from bot.document.cells import Cell, text_content
from bot.document.changes import Addition, Alteration, Change, NewRow, Removal
from bot.document.edit import edit
from bot.document.parse import parse
from bot.document.verify import shows, verify_edit
from bot.errors import ReadmeError
from tests.charger_list import LIST
from tests.document.tampering import BRAND_LINE, ENTRY, LIST_LINE, read_listing, reported, tampered
from tests.games import TABLE, TEXT, game, games, games_shape


def new_row(name: str) -> NewRow:
    texts = [name, "1.6J", "☁️ Cloud", "", "Source needed!"]
    return NewRow(name, tuple(map(text_content, texts)))


ADD = Addition("Zaptec", (new_row("Zaptec Go 2"),))
ADD_BRAND = Addition("Easee", (new_row("Easee Home"),))
RENAME = Alteration(
    "Zaptec",
    "Zaptec Pro",
    "Zaptec Pro 2",
    (text_content("Zaptec Pro 2"), None, None, None, None),
)
REMOVE = Removal("Zaptec", "Zaptec Pro")
ALONE = LIST.replace("| Zaptec Go |", "| Zaptec Go | 1.6J |  |  |  |\n\n<!--", 1).replace(
    "\n### More", "\n-->\n\n### More"
)
REMOVE_BRAND = Removal("Zaptec", "Zaptec Go")

ROWS = 'the rows of "{}" would not come out as promised.'
BRANDS = "the sections would not come out as promised."
CONTENTS = "the table of contents would not come out as promised."
TAKEN_OUT = "the HTML in this section may reach into others; take the section out by hand."
OTHERS = "other parts of the page would look different."


def proved(change: Change, *slipped: tuple[str, str], text: str = LIST) -> str:
    """What the proof says of an edit into which something else has slipped."""
    before = read_listing(text)
    after = tampered(edit(before, change).text, slipped)
    try:
        verify_edit(before, change, after)
    except ReadmeError as error:
        return str(error)
    return ""


def test_an_edit_of_a_brand_that_is_not_in_the_list_is_our_own_mistake():
    with pytest.raises(LookupError, match="Easee"):
        edit(read_listing(LIST), Removal("Easee", "Easee Home"))


@pytest.mark.parametrize("change", [ADD, ADD_BRAND, RENAME, REMOVE])
def test_an_edit_that_does_what_it_promises_is_let_through(change: Change):
    assert proved(change) == ""


def test_a_character_that_the_renderer_counts_otherwise_stays_as_it_is():
    text = LIST.replace("| Zaptec Pro | 1.6J |", "| Zaptec Pro | é\0\0 |")
    cells = (None, None, text_content("c"), text_content("n"), None)
    change = Alteration("Zaptec", "Zaptec Pro", "Zaptec Pro", cells)
    assert proved(change, text=text) == ""
    assert edit(read_listing(text), change).text == text.replace("\0 | ☁️ Cloud | |", "\0 | c | n |")


def test_the_removal_of_a_brand_is_let_through():
    assert proved(REMOVE_BRAND, text=ALONE) == ""


@pytest.mark.parametrize(
    ("change", "was", "became"),
    [
        (ADD, "| Zaptec Go 2 |", "| Zaptec Go 3 |"),
        (ADD, "| Zaptec Pro |", "| Zaptec Pro 2 |"),
        (ADD, "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | Source needed! |\n", ""),
        (RENAME, "| Zaptec Pro 2 |", "| Zaptec Pro |"),
        (RENAME, "| Zaptec Pro 2 | 1.6J |", "| Zaptec Pro 2 | 2.0 |"),
        (REMOVE, "| Zaptec Go |", "| Zaptec Goo |"),
    ],
)
def test_other_rows_than_promised(change: Change, was: str, became: str):
    assert proved(change, (was, became)) == reported(BRAND_LINE, ROWS.format("Zaptec"))


def test_other_rows_of_a_new_brand_than_promised():
    assert proved(ADD_BRAND, ("| Easee Home |", "| Easee Charge |")) == reported(
        LIST_LINE, ROWS.format("Easee")
    )


def test_no_section_for_a_new_brand():
    assert proved(ADD_BRAND, ("### Easee", "### Easy")) == reported(LIST_LINE, BRANDS)


@pytest.mark.parametrize(
    ("was", "became"), [("### go-e", "### Goe"), ("### Charge Amps", "### charge amps")]
)
def test_other_brands_than_promised(was: str, became: str):
    assert proved(ADD, (was, became)) == reported(BRAND_LINE, BRANDS)
    assert proved(ADD_BRAND, (was, became)) == reported(LIST_LINE, BRANDS)
    assert proved(REMOVE_BRAND, (was, became), text=ALONE) == reported(BRAND_LINE, BRANDS)


def test_a_section_in_another_place_than_promised():
    text = LIST.replace("### Charge Amps", "### Zzz")
    changed = edit(read_listing(text), ADD_BRAND).text
    section = changed[changed.index("### Easee") : changed.index("### Zzz")]
    assert "| Easee Home |" in section
    moved = (("\n" + section, "\n"), ("### go-e", f"{section}### go-e"))
    assert proved(ADD_BRAND, *moved, text=text) == reported(LIST_LINE, BRANDS)


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("  - [go-e](#go-e)\n", ""),
        ("  - [go-e](#go-e)\n", "  - [go-e](#zaptec)\n"),
        ("  - [go-e](#go-e)\n", "  - [Go-e](#go-e)\n"),
        ("  - [go-e](#go-e)\n", "  - [go-e](#nowhere)\n"),
        ("- [License](#license)\n", "- [License](#license)\n- [License](#license)\n"),
    ],
)
def test_contents_that_lead_elsewhere(was: str, became: str):
    assert proved(ADD, (was, became)) == reported(BRAND_LINE, CONTENTS)
    assert proved(ADD_BRAND, (was, became)) == reported(LIST_LINE, CONTENTS)
    assert proved(REMOVE_BRAND, (was, became), text=ALONE) == reported(BRAND_LINE, CONTENTS)


def test_an_entry_that_led_nowhere_may_lead_nowhere():
    text = LIST.replace("- [License](#license)", "- [License](#nowhere)")
    assert proved(ADD, text=text) == proved(ADD_BRAND, text=text) == ""


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("  - [Easee](#easee)\n", ""),
        ("  - [Easee](#easee)\n", "  - [Easy](#easee)\n"),
        ("  - [Easee](#easee)\n", "  - [Easee](#easee)\n  - [Easee](#easee)\n"),
    ],
)
def test_contents_that_lack_the_brand(was: str, became: str):
    assert proved(ADD_BRAND, (was, became)) == reported(LIST_LINE, CONTENTS)


def test_contents_without_brands_need_no_entry():
    text = LIST.replace(
        "  - [Charge Amps](#charge-amps)\n  - [go-e](#go-e)\n  - [Zaptec](#zaptec)\n", ""
    )
    assert proved(ADD_BRAND, text=text) == ""
    entry = ("- [License](#license)\n", "- [License](#license)\n- [Easee](#easee)\n")
    assert proved(ADD_BRAND, entry, text=text) == reported(LIST_LINE - 3, CONTENTS)


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("Contributions are welcome", "Contributions are most welcome"),
        ("# EV Charger OCPP", "# EV Chargers OCPP"),
        ("Feel free to create", "Please create"),
        ("| Charge Amps Aura | 1.6J", "| Charge Amps Aura | 2.0"),
        ("| go-e Charger Gemini 11 kW |", "| go-e Charger Gemini 12 kW |"),
        ("- [OCPP FAQ]", "- [OCPP Questions]"),
        ("is licensed under", "is published under"),
    ],
)
def test_other_parts_that_look_different(was: str, became: str):
    assert proved(ADD, (was, became)) == reported(BRAND_LINE, OTHERS)
    assert proved(ADD_BRAND, (was, became)) == reported(LIST_LINE, OTHERS)
    assert proved(REMOVE_BRAND, (was, became), text=ALONE) == reported(BRAND_LINE, OTHERS)


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("### Zaptec\n", "### Zaptec\n\nMade in Norway.\n"),
        ("### More Brands...", "Made in Norway.\n\n### More Brands..."),
        ("|------------------|--------------|", "|:-----------------|--------------|"),
    ],
)
def test_a_brands_section_that_looks_different(was: str, became: str):
    assert proved(ADD, (was, became)) == reported(BRAND_LINE, OTHERS)


@pytest.mark.parametrize(("was", "became"), [("#license", "#go-e"), ("#nowhere", "#elsewhere")])
def test_links_in_the_text_that_lead_elsewhere(was: str, became: str):
    linked = ("Feel free", f"Feel [free]({was})")
    tampered = (f"[free]({was})", f"[free]({became})")
    assert proved(ADD_BRAND, tampered, text=LIST.replace(*linked)) == reported(LIST_LINE, OTHERS)
    assert proved(REMOVE_BRAND, tampered, text=ALONE.replace(*linked)) == reported(
        BRAND_LINE, OTHERS
    )


def test_what_is_beside_an_entry_goes_with_it_alone():
    more = "  - [More Brands...](#more-brands) (soon)\n"
    text = ALONE.replace(ENTRY, f"{ENTRY[:-1]} (Norway)\n    - Made there\n{more}")
    assert proved(REMOVE_BRAND, text=text) == ""
    for was in ("(soon)", more):
        assert proved(
            REMOVE_BRAND,
            (was, "(later)" if was == "(soon)" else f"{more}    - Made there\n"),
            text=text,
        ) == reported(BRAND_LINE + 2, CONTENTS)


def test_html_that_a_removal_would_take_along():
    lines = {
        "### Zaptec\n": "### <b>Zaptec</b>\n",
        "| Zaptec Go | 1.6J |": "| Zaptec Go | <b>1.6J</b> |",
    }
    for (was, became), says in zip(
        lines.items(), (reported(BRAND_LINE, TAKEN_OUT), ""), strict=True
    ):
        assert proved(REMOVE_BRAND, text=ALONE.replace(was, became)) == says


@pytest.mark.parametrize("place", ["This repository", "Feel free"])
def test_lists_elsewhere_are_no_contents(place: str):
    text = LIST.replace(place, f"- [Zaptec](#zaptec)\n- [License](#license)\n\n{place}")
    slipped = (
        "- [Zaptec](#zaptec)\n- [License](#license)",
        "- [License](#license)\n- [Zaptec](#zaptec)",
    )
    moved = 3 * (place == "This repository")
    assert proved(ADD_BRAND, slipped, text=text) == reported(LIST_LINE + moved, OTHERS)


@pytest.mark.parametrize(
    ("html", "is_kept"),
    [
        ("<tr><td>a</td><td>b</td></tr>", True),
        ("<tr><td>a</td></tr>", False),
        ("<tr><td>c</td><td>b</td></tr>", False),
        ("<tr><td><em>a</em></td><td>b</td></tr>", False),
        ("<tr><td>a</td><td>b</td><td></td></tr>", False),
    ],
)
def test_a_row_has_the_cells_promised(html: str, is_kept: bool):
    assert shows(html, (Cell("a"), text_content("b"))) is is_kept


def test_the_first_entry_of_the_contents_goes_with_its_section():
    text = "- [Amiga](#amiga)\n- [Nes](#nes)\n-\n\n" + TEXT[TEXT.index("## Games") :]
    before = games(text.replace("| Turrican | 1990 |\n", ""))
    removal = Removal("Amiga", "Elite")
    after = edit(before, removal).text
    assert after.startswith("- [Nes](#nes)\n-\n")
    verify_edit(before, removal, games(after))


def test_the_first_entry_of_the_contents_may_be_a_new_one():
    text = "- [Amiga](#amiga)\n- [Nes](#nes)\n\n" + TEXT[TEXT.index("## Games") :]
    before, addition = games(text), Addition("Acorn", (game("Elite"),))
    after = edit(before, addition).text
    assert after.startswith("- [Acorn](#acorn)\n- [Amiga](#amiga)\n")
    verify_edit(before, addition, games(after))


def test_an_entry_with_words_before_its_link_stays():
    words = "- Not of the [Amiga](#amiga)\n"
    before = games(TEXT.replace("| Turrican | 1990 |\n", "").replace("- [Lic", f"{words}- [Lic"))
    removal = Removal("Amiga", "Elite")
    after = games(edit(before, removal).text)
    assert words in after.lines
    verify_edit(before, removal, after)


def test_the_table_of_a_list_without_sections_stays_where_it_is():
    sections = ("sections: {field: system, name: system}\n", ", add_section: section.yml")
    shape = games_shape(without=("heading: Games\n", *sections))
    heading = "## License\n\n"
    before = parse(f"## Games\n\n{TABLE}| Elite | |\n\n{heading}MIT\n", shape)
    change = Alteration("", "Elite", "Elite", (None, text_content("1984")))
    right = edit(before, change).text
    verify_edit(before, change, parse(right, shape))
    moved = right.replace(heading, "").replace(TABLE, f"{heading}{TABLE}")
    with pytest.raises(ReadmeError, match="other parts of the page"):
        verify_edit(before, change, parse(moved, shape))
