"""Fixes of the table of contents, each by itself."""

from collections.abc import Callable, Iterator

import pytest

from bot.check.fix_contents import add_entries, fix_links, reorder_entries
from bot.document.document import Document
from bot.document.splices import Splice, apply_splices
from tests.games import TEXT, games

AMIGA, NES, LICENSE = "  - [Amiga](#amiga)\n", "  - [Nes](#nes)\n", "- [License](#license)\n"
Part = Callable[[Document], Iterator[Splice]]


def after(part: Part, text: str) -> str:
    document = games(text)
    return apply_splices(document.lines, part(document))


@pytest.mark.parametrize("part", [fix_links, add_entries, reorder_entries])
def test_contents_in_order_stay(part: Part):
    for text in (TEXT, TEXT[TEXT.index("## Games") :], TEXT.replace("\n", "\r\n")):
        assert list(part(games(text))) == []


@pytest.mark.parametrize(
    ("entry", "fixed"),
    [
        ("  - [Nes](#ness)\n", NES),
        ("  - [Nes](#games)\n", NES),
        ("  - **[Nes](#ness 'x')** y\n", "  - **[Nes](#nes 'x')** y\n"),
        ("  - [Nes](#nes) <!-- #ness -->\n", "  - [Nes](#nes) <!-- #ness -->\n"),
        ("  - [Old](#old)\n" + NES, "  - [Old](#old)\n" + NES),
    ],
)
def test_an_entry_gets_its_anchor(entry: str, fixed: str):
    assert after(fix_links, TEXT.replace(NES, entry)) == TEXT.replace(NES, fixed)


def test_an_entry_whose_link_is_written_differently_stays():
    text = TEXT.replace("[Nes](#nes)", "[Nes][1]") + "\n[1]: #ness\n"
    assert after(fix_links, text) == text


@pytest.mark.parametrize(
    ("entries", "fixed"),
    [
        (NES + NES, NES),
        (f"{NES}  - [Nes](#old)\n", NES),
        (f"  - [Nes](#old)\n{NES}", NES),
        (f"{NES}{NES}    - [x](https://x.example)\n", f"{NES}    - [x](https://x.example)\n"),
        (NES + NES + NES, NES),
    ],
)
def test_of_two_entries_the_one_with_nothing_below_it_goes(entries: str, fixed: str):
    assert after(fix_links, TEXT.replace(NES, entries)) == TEXT.replace(NES, fixed)


@pytest.mark.parametrize(
    "entries",
    [
        f"{NES}  - [NES](#nes)\n",
        f"{NES}  - [Nes](#nes), new\n",
        f"{NES}    more\n{NES}",
        f"{NES}- [Nes](#nes)\n",
        f"  - [Nes](#nes), new\n{NES}",
    ],
)
def test_two_entries_which_stay(entries: str):
    text = TEXT.replace(NES, entries)
    if entries.endswith("- [Nes](#nes)\n") and "\n- " in entries:
        text = text.replace(f"{NES}- [Nes]", f"{NES}\nand\n\n- [Nes]")
    assert after(fix_links, text) == text


@pytest.mark.parametrize(
    ("gone", "entry"),
    [(AMIGA, "Amiga"), (NES, "Nes"), (LICENSE, "License"), ("- [Games](#games)\n", "Games")],
)
def test_a_missing_entry_comes_where_it_belongs(gone: str, entry: str):
    text = TEXT.replace(gone, "")
    if entry == "Games":
        text = TEXT.replace("[Games](#games)", "Games")
        assert after(add_entries, text) == text.replace(LICENSE, f"- [Games](#games)\n{LICENSE}")
    else:
        assert after(add_entries, text) == TEXT


def test_a_missing_entry_without_another_of_its_kind_is_not_added():
    text = TEXT.replace(AMIGA, "").replace(NES, "")
    assert after(add_entries, text) == text


def test_several_missing_entries():
    more = "### Zx\n\n| Game | Year |\n| --- | --- |\n| a | |\n\n"
    text = TEXT.replace("## License", f"{more}## License")
    assert after(add_entries, text.replace(NES, "")) == text.replace(NES, f"{NES}  - [Zx](#zx)\n")
    nested = NES + "    more\n"
    assert after(add_entries, text.replace(NES, nested)) == text.replace(
        NES, f"{nested}  - [Zx](#zx)\n"
    )


def test_an_entry_which_leads_to_another_document_is_none_missing():
    text = TEXT.replace(NES, "  - [Nes](other.md#nes)\n")
    assert after(add_entries, text) == text
    plain = TEXT.replace(NES, "  - [Nes](other.md)\n")
    assert after(add_entries, plain) == plain.replace(AMIGA, AMIGA + NES)


def test_the_entries_of_chapters_in_different_parts():
    text = TEXT.replace("MIT\n", "MIT\n\n# More\n\n## Web\n\n# Others\n\n## Cards\n")
    for entries in (LICENSE, f"{LICENSE}- [Web](#web)\n"):
        changed = text.replace(LICENSE, entries)
        assert after(add_entries, changed) == changed


@pytest.mark.parametrize(
    ("entries", "fixed"),
    [
        (NES + AMIGA, AMIGA + NES),
        (f"{NES}    - x\n\n{AMIGA}", f"{AMIGA}\n{NES}    - x\n"),
        ("  1. [Nes](#nes)\n  2. [Amiga](#amiga)\n", "  1. [Amiga](#amiga)\n  2. [Nes](#nes)\n"),
    ],
)
def test_entries_out_of_order(entries: str, fixed: str):
    assert after(reorder_entries, TEXT.replace(AMIGA + NES, entries)) == TEXT.replace(
        AMIGA + NES, fixed
    )


def test_entries_move_with_all_below_them():
    games_entry = f"- [Games](#games)\n{AMIGA}{NES}"
    turned = f"{LICENSE}- [Games](#games)\n{NES}{AMIGA}"
    assert after(reorder_entries, TEXT.replace(games_entry + LICENSE, turned)) == TEXT


def test_what_is_not_resolved_stays_in_its_place():
    entries = f"{NES}  - [Old](#old)\n  - text\n{AMIGA}"
    fixed = f"{AMIGA}  - [Old](#old)\n  - text\n{NES}"
    assert after(reorder_entries, TEXT.replace(AMIGA + NES, entries)) == TEXT.replace(
        AMIGA + NES, fixed
    )


def test_line_ends_stay():
    text = TEXT.replace(AMIGA + NES, NES + AMIGA).replace("\n", "\r\n")
    assert after(reorder_entries, text) == TEXT.replace("\n", "\r\n")


def test_an_entry_with_more_below_keeps_the_one_it_repeats():
    text = TEXT.replace(NES, f"{NES}  - [Nes](#old)\n    - [x](https://x.example)\n")
    assert after(fix_links, text) == text


def test_of_several_missing_entries_those_with_a_sibling_are_added():
    text = TEXT.replace(LICENSE, "").replace("- [Games](#games)\n", "- Games\n").replace(NES, "")
    text = text.replace("## License", "## License\n\n### More")
    assert after(add_entries, text) == text.replace(AMIGA, AMIGA + NES)


def test_entries_right_above_a_heading():
    text = TEXT.replace(AMIGA + NES + LICENSE + "\n", LICENSE + NES + AMIGA)
    assert after(reorder_entries, text) == text.replace(NES + AMIGA, AMIGA + NES)


def test_letters_behind_an_entry_stay():
    nes = NES.replace(")\n", ") X\n")
    assert after(reorder_entries, TEXT.replace(AMIGA + NES, nes + AMIGA)) == TEXT.replace(NES, nes)
