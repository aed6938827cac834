"""The proof refuses each outcome that is not the promised one, names the line of the brand, and says what differs."""

import pytest

from bot.document.cells import text_content
from bot.document.changes import Addition, Alteration, Change, NewRow, Removal
from bot.document.document import Document
from bot.document.edit import edit
from bot.document.parse import parse
from bot.document.verify import altered_row, verify_edit
from bot.document.verify_fix import PromisedSection, verify_fix
from bot.errors import ReadmeError
from bot.names.order import alphabetical_key
from tests.charger_list import LIST, SHAPE


def read_listing(text: str) -> Document:
    return parse(text, SHAPE).checked()


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
BRAND_LINE, LIST_LINE = 50, 25

ROWS = 'the rows of "{}" would not come out as promised.'
BRANDS = "the sections would not come out as promised."
CONTENTS = "the table of contents would not come out as promised."
OTHERS = "other parts of the page would look different."


def proved(change: Change, *tampered: tuple[str, str], text: str = LIST) -> str:
    """What the proof says of an edit into which something else has slipped."""
    before = read_listing(text)
    after = edit(before, change).text
    for was, became in tampered:
        assert was in after
        after = after.replace(was, became, 1)
    try:
        verify_edit(before, change, read_listing(after))
    except ReadmeError as fault:
        return str(fault)
    return ""


def reported(line: int, sentence: str) -> str:
    return f"README.md:{line}: {sentence}"


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


def fixed(*tampered: tuple[str, str], text: str = LIST) -> str:
    """What the proof says of a list that was to be put in order, and came out otherwise."""
    before, after = read_listing(text), text
    for was, became in tampered:
        assert was in after
        after = after.replace(was, became, 1)
    in_order = sorted(before.sections, key=lambda brand: alphabetical_key(brand.name))
    promise = []
    for section in in_order:
        rows = tuple(altered_row(row, (None,) * 5) for row in section.rows)
        promise.append(PromisedSection(section, (rows,)))
    try:
        verify_fix(before, promise, read_listing(after))
    except ReadmeError as fault:
        return str(fault)
    return ""


CROSSED = "the HTML below may reach into other sections; put them in order by hand."
TAKEN_OUT = "the HTML in this section may reach into others; take the section out by hand."
NOT_IN_ORDER = "the sections would not come out in order."
NOT_AS_MEANT = "the rows of this section would not come out as meant."
NOT_EACH_BRAND = "the table of contents would not lead to this section once."
LOST_ENTRY = "the table of contents would lose an entry."
MISLED = "the table of contents would lead elsewhere."
SET_OTHERWISE = "the table of contents would be indented differently."
PARTS = "other parts of the page would look different."
SECTION = LIST[LIST.index("### Zaptec") : LIST.index("### More")]
ENTRY = "  - [Zaptec](#zaptec)\n"
DISORDERED = LIST.replace(SECTION, "").replace("### go-e", f"{SECTION}### go-e").replace(ENTRY, "")
DISORDERED = DISORDERED.replace("  - [go-e](#go-e)\n", f"{ENTRY}  - [go-e](#go-e)\n")
IN_ORDER = ((SECTION, ""), ("### More", f"{SECTION}### More"))


def test_a_list_that_was_put_in_order_is_let_through():
    assert fixed() == ""
    assert (
        fixed(
            *IN_ORDER,
            (ENTRY, ""),
            ("  - [go-e](#go-e)\n", f"  - [go-e](#go-e)\n{ENTRY}"),
            text=DISORDERED,
        )
        == ""
    )
    assert fixed(text=LIST.replace("[License](#license)", "[License](#nowhere)")) == ""
    assert fixed(text=LIST[: LIST.index("### More")]) == ""


def test_contents_may_name_no_brand():
    text = LIST.replace(
        "  - [Charge Amps](#charge-amps)\n  - [go-e](#go-e)\n  - [Zaptec](#zaptec)\n", ""
    )
    assert fixed(text=text) == ""


@pytest.mark.parametrize(
    ("was", "became", "line", "sentence"),
    [
        ("### go-e", "### Goe", LIST_LINE, NOT_IN_ORDER),
        ("### go-e", "### zzz", LIST_LINE, NOT_IN_ORDER),
        ("| Zaptec Pro |", "| Zaptec Pro 2 |", BRAND_LINE, NOT_AS_MEANT),
        (ENTRY, "", BRAND_LINE, NOT_EACH_BRAND),
        (ENTRY, ENTRY + ENTRY, BRAND_LINE, NOT_EACH_BRAND),
        ("- [License](#license)\n", "", LIST_LINE, LOST_ENTRY),
        ("[License](#license)", "[License](#ocpp-versions)", LIST_LINE, MISLED),
        ("[License](#license)", "[License](#nowhere)", LIST_LINE, MISLED),
        (ENTRY, f"  {ENTRY}", LIST_LINE, SET_OTHERWISE),
        ("- [License](#license)\n", "  - [License](#license)\n", LIST_LINE, SET_OTHERWISE),
        ("Contributions are welcome", "Contributions are most welcome", LIST_LINE, PARTS),
        ("is licensed under", "is published under", LIST_LINE, PARTS),
        ("Feel free to create", "Please create", LIST_LINE, PARTS),
        ("### Zaptec\n", "### Zaptec\n\nMade in Norway.\n", LIST_LINE, PARTS),
        ("### More Brands...", "Made in Norway.\n\n### More Brands...", LIST_LINE, PARTS),
        ("### Charge Amps\n", "### Charge Amps\n\nMade in Sweden.\n", LIST_LINE, PARTS),
    ],
)
def test_a_list_put_in_order_otherwise_than_meant(was: str, became: str, line: int, sentence: str):
    assert fixed((was, became)) == reported(line, sentence)


HTML = "<details>\n\n"


@pytest.mark.parametrize(
    ("html", "place", "says"),
    [
        (HTML, "### Zaptec", ""),
        (HTML, "### go-e", reported(36, CROSSED)),
        (f"### Rare\n\n{HTML}", "### go-e", reported(36, CROSSED)),
        (HTML, "### More", reported(43, CROSSED)),
        (f"### Rare\n\n{HTML}", "### More", ""),
        ("### Rare\n\n<!-- None yet. -->\n\n", "### go-e", ""),
        ("### Rare\n\n<!-- <br> -->\n\n", "### go-e", ""),
        ("### Rare\n\n<!-- None yet. --> <br>\n\n", "### go-e", reported(36, CROSSED)),
        ("### Rare\n\n`<br>`\n\n", "### go-e", ""),
        ("### Rare\n\n    <br>\n\n", "### go-e", ""),
    ],
)
def test_html_stays_between_its_sections(html: str, place: str, says: str):
    links = ((ENTRY, ""), ("  - [go-e](#go-e)\n", f"  - [go-e](#go-e)\n{ENTRY}"))
    assert fixed(*IN_ORDER, *links, text=DISORDERED.replace(place, html + place)) == says


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


ENDS = "what is written below this table may end the whole list; put the sections in order by hand."


@pytest.mark.parametrize(
    ("below", "says"),
    [
        ("", ""),
        ("Ask us.\n\n", reported(43, ENDS)),
        ("<!-- END -->\n\n", reported(43, ENDS)),
        ("#### Notes\n\nAsk us.\n\n", ""),
        ("Ask us.\n\n### More\n\n", ""),
    ],
)
def test_what_may_end_the_list_moves_not(below: str, says: str):
    links = ((ENTRY, ""), ("  - [go-e](#go-e)\n", f"  - [go-e](#go-e)\n{ENTRY}"))
    moved = ((SECTION, ""), (f"{below}## More", f"{below}{SECTION}## More"))
    assert fixed(*links, *moved, text=DISORDERED.replace("### More", f"{below}## More")) == says
    assert fixed(text=LIST.replace("### More", f"{below}## More")) == ""


@pytest.mark.parametrize("place", ["This repository", "Feel free"])
def test_lists_elsewhere_are_no_contents(place: str):
    text = LIST.replace(place, f"- [Zaptec](#zaptec)\n- [License](#license)\n\n{place}")
    tampered = (
        "- [Zaptec](#zaptec)\n- [License](#license)",
        "- [License](#license)\n- [Zaptec](#zaptec)",
    )
    moved = 3 * (place == "This repository")
    assert proved(ADD_BRAND, tampered, text=text) == reported(LIST_LINE + moved, OTHERS)
    assert fixed(tampered, text=text) == reported(LIST_LINE + moved, PARTS)


def test_html_that_a_removal_would_take_along():
    lines = {
        "### Zaptec\n": "### <b>Zaptec</b>\n",
        "| Zaptec Go | 1.6J |": "| Zaptec Go | <b>1.6J</b> |",
    }
    for (was, became), says in zip(
        lines.items(), (reported(BRAND_LINE, TAKEN_OUT), ""), strict=True
    ):
        assert proved(REMOVE_BRAND, text=ALONE.replace(was, became)) == says


def test_the_line_is_that_of_the_list_before():
    added = ("- [License](#license)\n", "- [License](#license)\n- [More Brands...](#more-brands)\n")
    rows = ("| Zaptec Pro |", "| Zaptec Pro 2 |")
    assert fixed(added, rows) == reported(BRAND_LINE, NOT_AS_MEANT)


def test_an_entry_may_come_to_lead_where_it_says():
    for was in ("[License](#ocpp-versions)", "[License](#nowhere)", "[license](#nowhere)"):
        text = LIST.replace("[License](#license)", was)
        assert fixed((was, was.partition("]")[0] + "](#license)"), text=text) == ""


def test_the_title_of_a_link_in_the_contents_stays():
    titled = ("(#license)", '(#license "Mine")')
    assert fixed(titled) == reported(LIST_LINE, SET_OTHERWISE)
    assert (
        fixed(
            ('(#nowhere "Mine")', '(#license "Mine")'),
            text=LIST.replace(*titled).replace("#license", "#nowhere"),
        )
        == ""
    )


def test_sections_of_one_name_are_distinguished_by_their_place():
    text = (
        LIST.replace("### go-e", "### Zaptec")
        .replace("(#go-e)", "(#zaptec)")
        .replace("[go-e]", "[Zaptec]")
    )
    text = text.replace(ENTRY * 2, f"{ENTRY}  - [Zaptec](#zaptec-1)\n")
    assert fixed(text=text) == ""
    last = text.rindex("### Zaptec")
    made = f"{text[:last]}### Zaptec\n\nMade in Norway.\n{text[last:].removeprefix('### Zaptec')}"
    assert fixed(text=made) == ""
    first = made.replace("### Zaptec\n\nMade in Norway.\n", "### Zaptec\n").replace(
        "### Zaptec\n", "### Zaptec\n\nMade in Norway.\n", 1
    )
    assert fixed((made, first), text=made) == reported(LIST_LINE, PARTS)


def test_a_list_that_stays_out_of_order():
    assert fixed(text=DISORDERED) == reported(LIST_LINE, NOT_IN_ORDER)


def test_what_moves_from_one_brand_to_another_is_reported():
    text = LIST.replace("### Zaptec\n", "### Zaptec\n\nMade somewhere.\n")
    moved = (("\nMade somewhere.\n", ""), ("### go-e\n", "### go-e\n\nMade somewhere.\n"))
    assert fixed(*moved, text=text) == reported(LIST_LINE, PARTS)


DETAILS = "#### Details\n\nSee [it](#details).\n\n"


@pytest.mark.parametrize(
    ("anchor", "says"), [("details", reported(LIST_LINE, PARTS)), ("details-1", "")]
)
def test_links_follow_the_section_that_moves(anchor: str, says: str):
    text = DISORDERED.replace("### go-e", f"{DETAILS}### go-e").replace(
        "### More", "#### Details\n\n### More"
    )
    moved = (
        (SECTION + DETAILS, ""),
        ("### More", f"{SECTION}{DETAILS}### More"),
        ("(#details)", f"(#{anchor})"),
    )
    assert fixed(*moved, text=text) == says
