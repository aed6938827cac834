"""The proof of a list that was put in order refuses each other outcome."""

import pytest

from bot.document.verify_fix import PromisedSection, verify_fix
from bot.errors import ReadmeError
from bot.names.order import alphabetical_key
from tests.charger_list import LIST
from tests.document.tampering import BRAND_LINE, ENTRY, LIST_LINE, read_listing, reported, tampered
from tests.games import TABLE as TABLE_OF_GAMES
from tests.games import games

CROSSED = "the HTML below may reach into other sections; put them in order by hand."
NOT_IN_ORDER = "the sections would not come out in order."
NOT_AS_MEANT = "the rows of this section would not come out as meant."
NOT_EACH_BRAND = "the table of contents would not lead to this section once."
LOST_ENTRY = "the table of contents would lose an entry."
MISLED = "the table of contents would lead elsewhere."
SET_OTHERWISE = "the table of contents would be indented differently."
PARTS = "other parts of the page would look different."
SECTION = LIST[LIST.index("### Zaptec") : LIST.index("### More")]
DISORDERED = LIST.replace(SECTION, "").replace("### go-e", f"{SECTION}### go-e").replace(ENTRY, "")
DISORDERED = DISORDERED.replace("  - [go-e](#go-e)\n", f"{ENTRY}  - [go-e](#go-e)\n")
PRO = LIST[LIST.index("| Zaptec Pro |") :].partition("\n")[0] + "\n"
TABLE = "\n".join(["", *SECTION.splitlines()[2:4], ""])
IN_ORDER = ((SECTION, ""), ("### More", f"{SECTION}### More"))


def fixed(*slipped: tuple[str, str], text: str = LIST) -> str:
    """What the proof says of a list that was to be put in order, and came out otherwise."""
    before, after = read_listing(text), tampered(text, slipped)
    in_order = sorted(before.sections, key=lambda brand: alphabetical_key(brand.name))
    promise = []
    for section in in_order:
        promise.append(PromisedSection(section, [[row.cells for row in section.rows]]))
    try:
        verify_fix(before, promise, after)
    except ReadmeError as error:
        return str(error)
    return ""


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


def test_a_second_entry_of_a_brand_may_go():
    assert fixed((ENTRY + ENTRY, ENTRY), text=LIST.replace(ENTRY, ENTRY + ENTRY)) == ""


def test_html_may_stay_in_a_section_which_no_other_moves_across():
    nes, amiga = f"### Nes\n\n{TABLE_OF_GAMES}\n", f"### Amiga\n\n{TABLE_OF_GAMES}\n"
    wii = f"### Wii\n\n<b>Old</b>\n\n{TABLE_OF_GAMES}"
    before = games(f"## Games\n\n{nes}{amiga}{wii}")
    promise = [PromisedSection(before.sections[place], [[]]) for place in (1, 0, 2)]
    verify_fix(before, promise, games(f"## Games\n\n{amiga}{nes}{wii}"))


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
        (PRO, "", BRAND_LINE, NOT_AS_MEANT),
        (PRO, PRO + TABLE, BRAND_LINE, NOT_AS_MEANT),
        (ENTRY, "", BRAND_LINE, NOT_EACH_BRAND),
        (ENTRY, ENTRY + ENTRY, BRAND_LINE, NOT_EACH_BRAND),
        ("- [License](#license)\n", "", LIST_LINE, LOST_ENTRY),
        ("[License](#license)", "[License](#ocpp-versions)", LIST_LINE, MISLED),
        ("[License](#license)", "[License](#nowhere)", LIST_LINE, MISLED),
        (ENTRY, f"  {ENTRY}", LIST_LINE, SET_OTHERWISE),
        (ENTRY, ENTRY.lstrip(), LIST_LINE, SET_OTHERWISE),
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


def test_html_is_not_moved_across_whatever_follows():
    links = ((ENTRY, ""), ("  - [go-e](#go-e)\n", f"  - [go-e](#go-e)\n{ENTRY}"))
    more = SECTION.replace("Zaptec", "Zzz")
    moved = ((SECTION, ""), ("### Zzz", f"{SECTION}### Zzz"))
    text = DISORDERED.replace("### More", f"{more}### More")
    assert fixed(*moved, *links, text=text) == ""
    text = text.replace("### go-e", f"{HTML}### go-e")
    assert fixed(*moved, *links, text=text) == reported(36, CROSSED)


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
    slipped = (
        "- [Zaptec](#zaptec)\n- [License](#license)",
        "- [License](#license)\n- [Zaptec](#zaptec)",
    )
    moved = 3 * (place == "This repository")
    assert fixed(slipped, text=text) == reported(LIST_LINE + moved, PARTS)


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


def test_a_text_beside_the_contents_may_not_change():
    text = LIST.replace(ENTRY, f"{ENTRY}    new\n")
    assert fixed(("    new\n", "    old\n"), text=text) == reported(LIST_LINE + 1, SET_OTHERWISE)
    text = LIST.replace("- [License](#license)\n", "- [License](#license)\n\nAnd more.\n")
    assert fixed(("And more.", "No more."), text=text) == reported(LIST_LINE + 2, SET_OTHERWISE)


def test_entries_which_lead_nowhere_may_keep_doing_so():
    text = LIST.replace(ENTRY, f"{ENTRY}- [Old](#old)\n- [Web](https://x.example)\n")
    assert fixed(text=text) == ""
    assert fixed(("(#old)", "(#license)"), text=text) == reported(LIST_LINE + 2, MISLED)


def test_items_of_several_links_are_known_by_all_of_their_text():
    entries = "- [a](#a) [b](#b)\n  - [c](#c)\n- [ab](#ab)\n"
    text = LIST.replace("- [License](#license)\n", f"- [License](#license)\n{entries}")
    assert fixed(text=text) == ""
    moved = ("  - [c](#c)\n- [ab](#ab)\n", "- [ab](#ab)\n  - [c](#c)\n")
    assert fixed(moved, text=text) == reported(LIST_LINE + 3, SET_OTHERWISE)


def test_text_above_the_first_heading_below_the_last_table_moves_not():
    """Lines count from the table's last row up to the heading, both left out."""
    links = ((ENTRY, ""), ("  - [go-e](#go-e)\n", f"  - [go-e](#go-e)\n{ENTRY}"))
    below = "X\n#### Notes\n\n"
    moved = ((SECTION, ""), (f"{below}## More", f"{below}{SECTION}## More"))
    text = DISORDERED.replace("### More", f"{below}## More")
    assert fixed(*links, *moved, text=text) == reported(43, ENDS)
