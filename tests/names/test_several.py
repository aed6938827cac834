"""Names which may be several, and single ones that only look so."""

import pytest

from bot.names.several import (
    Several,
    has_several_ratings,
    is_generic,
    is_only_rating,
    names_again,
    several_cells,
    several_names,
    several_sections,
    split_at_commas,
    without_brackets,
)
from tests.charger_list import VOCABULARY

_LISTED = {"Go", "Pro", "Pro Max", "KW-7"}


@pytest.mark.parametrize(
    "name",
    [
        "Go 3/Go 4",
        "Go 3/Pro 2",
        "Go 3 plus Pro 2",
        "Go 3 sowie Pro 2",
        "Go 3 sekä Pro 2",
        "Go 3 resp. Pro 2",
        "Go 3 u. Pro 2",
        "Go 3 as well as Pro 2",
        "Go 3 ainsi que Pro 2",
        "Go 3 - Pro 2 - Sense",
        "Go 3000/3050/3100",
        "Go 3000/3050 Plus",
        "Go Pro",
        "Go - Pro",
        "Go- Pro",
        "Go -Pro",
        "Go Pro Max",
        "Pro Max Go",
        "KW-7 Pro",
        "KWX122C KWX222C",
        "KeContact P30 KeContact P40",
        "Plus Uno Plus 2",
        "Go · Pro",
        "Uno/Due",
        "Go 3, Pro 2",
        "Go 3, black, Pro 2",
    ],
)
def test_several_names(name: str):
    assert several_names(name, VOCABULARY, _LISTED.__contains__)


@pytest.mark.parametrize(
    "name",
    [
        "Pulsar Plus",
        "Pulsar Plus Home",
        "Go 3 with display plus RFID",
        "AMTRON T2/T2 22",
        "Thor A/S 22",
        "Terra AC/DC 54",
        "Smart Evse v3 / v3.5",
        "Wallbox - Home",
        "Twin Charger Twin",
        "EVA-07S-SE + Display",
        "KWX122C 22",
        "Type 2 22 kW Type 2",
        "Type 1 & 2",
        "Go 2,3",
        "KW2/3",
        "Go 2 / 3 kW",
        "",
        "Go",
        "Go 3, black",
        "22 kW, Pro 2",
        "Go 3, 22 kW 'black'",
        "Go 3, displays",
        "Type 2, CCS",
        "Go (3, Pro)",
        "Go (and Pro) 2",
        "R&D 22",
        "Aa/Bbb",
        "Uno/22 kW",
        "Volt &amp; Uno",
        "A and B",
        "Go y 3",
        "Alfa ET Beta",
        "Go E Pro",
        "Pro Go x",
        "KW1 KW2",
        "KWX12 K1",
        "GoX Pro",
        "Go XPro",
        "KW123",
        "Plus Uno Plus",
        "und Due",
        "Uno und",
        "Plug and Charge",
        "Go and max 22 kW",
        "Go and the",
        "Go ET Alfa",
        "11 kW and Go",
        "(Go)",
    ],
)
def test_one_name(name: str):
    assert several_names(name, VOCABULARY, _LISTED.__contains__) is Several.NO


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("Go 3, Pro 2", Several.YES),
        ("Go 3; Pro 2", Several.YES),
        ("Go & Pro", Several.YES),
        ("Uno | Due", Several.YES),
        ("Go 3 and Pro 2", Several.YES),
        ("Go 3 And Pro", Several.YES),
        ("Go and Max", Several.YES),
        ("Type Go 2 & 3", Several.MAYBE),
        ("Go 3 or Pro", Several.YES),
        ("Go 3 along with Pro", Several.YES),
        ("Plug and Charge, Pro", Several.YES),
        ("Go 3 + Pro 2", Several.MAYBE),
        ("Aaa/Bbb", Several.MAYBE),
        ("Go 3 e Pro 2", Several.MAYBE),
        ("Uno bzw. Due", Several.MAYBE),
        ("Go - Pro", Several.MAYBE),
        ("KWX12 KWX34", Several.MAYBE),
        ("Go 2 & 3", Several.MAYBE),
        ("Go 2 and 3", Several.MAYBE),
        ("Go 2, 3", Several.MAYBE),
        ("2 & 3", Several.MAYBE),
        ("Go 2/3 (EU)", Several.MAYBE),
        ("Go 2 (and Pro 3)", Several.YES),
    ],
)
def test_how_sure_it_is(name: str, sure: Several):
    assert several_names(name, VOCABULARY, _LISTED.__contains__) is sure


def test_a_listed_name_is_one():
    for name in ("Go 3, Pro 2", "Go & Pro"):
        assert several_names(name, VOCABULARY, name.__eq__) is Several.NO


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("zaptec go", False),
        ("zaptec zaptec go", False),
        ("zaptec go/zaptec", False),
        ("go, xzaptec pro", False),
        ("zaptec go, zaptec pro", True),
        ("zaptec go / zaptec pro", True),
        ("zaptec go and zaptec pro", True),
        ("go, zaptec pro, x", True),
        ("/zaptec pro", True),
    ],
)
def test_a_section_named_again(name: str, expected: bool):
    assert names_again("zaptec", name) is expected


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("Zaptec", Several.NO),
        ("Volt, Inc.", Several.NO),
        ("Volt Co., Ltd.", Several.NO),
        ("Inc.", Several.NO),
        ("A/S Volt", Several.NO),
        ("Volt (A, B)", Several.MAYBE),
        ("Volt aka Uno", Several.MAYBE),
        ("Zaptec + Other", Several.NO),
        ("Volt &amp; Uno", Several.NO),
        ("Uno&", Several.NO),
        ("and Volt", Several.NO),
        ("Volt and", Several.NO),
        ("Known", Several.NO),
        ("Rolec and Sons", Several.MAYBE),
        ("Zaptec, Easee", Several.YES),
        ("Uno / Due", Several.YES),
        ("Zaptec/Easee", Several.YES),
        ("Zaptec & Easee", Several.YES),
        ("Voltio und Easee", Several.YES),
        ("Known & Other", Several.YES),
        ("Other & Known, Inc.", Several.YES),
        ("Other & KnownX, Inc.", Several.NO),
        ("Volt and Sons", Several.NO),
        ("Volt &amp; Known", Several.YES),
        ("Volt Uno and Other Two", Several.YES),
        ("Other and Volt Uno", Several.YES),
    ],
)
def test_the_name_of_several_sections(name: str, sure: Several):
    entries = ["Zaptec Go", "Easee Home", "Voltio 2"]
    listed = {"Known", "Volt and Sons", "Volt Uno"}
    assert several_sections(name, entries, listed.__contains__) is sure


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("a(b)c", "ac"),
        ("a[b]{c}d", "ad"),
        ("a((b)c)d", "ad"),
        ("a{b(c]d)e", "ae"),
        ("a)b", "ab"),
        ("a))b(c)d", "abd"),
        ("a(b", "a"),
    ],
)
def test_a_text_without_its_brackets(text: str, plain: str):
    assert without_brackets(text) == plain


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("1,5 kW", ["1,5 kW"]),
        (", a ,", ["a"]),
        ("a, b;c", ["a", "b", "c"]),
        ("1,5, 2", ["1,5", "2"]),
        ("3,b | c", ["3", "b", "c"]),
    ],
)
def test_the_parts_between_commas(text: str, parts: list[str]):
    assert split_at_commas(text) == parts


@pytest.mark.parametrize(
    "name",
    [
        "Go 11/22kW",
        "Go 7.4 kW or 22 kW",
        "22kW oder 11 kW",
        "22kW; 11kW",
        "11|22 kW",
        "Go 11kW, 22 kW",
        "Go 7,4 kW und 11 kW",
        "Go (7.4kW, 22kW)",
        "Go (11 kW and 22 kW)",
        "Go 11 kW (one phase) / 22 kW",
    ],
)
def test_several_ratings(name: str):
    assert has_several_ratings(name, "kw")


@pytest.mark.parametrize(
    "name",
    [
        "Go 22 kW",
        "Go 7,4 kW",
        "Go 3 / 22 kW",
        "Go (11/22 kW)",
        "Go 3.7-22 kW",
        "AC/DC 22 kW",
        "11 kW 22 kW",
        "11kwh/22kwh",
    ],
)
def test_one_rating(name: str):
    assert not has_several_ratings(name, "kw")


def test_a_rating_alone():
    assert is_only_rating("7.4 kW", VOCABULARY)
    assert is_only_rating("22kW 3-phase", VOCABULARY)
    assert not is_only_rating("Go 22 kW", VOCABULARY)
    assert not is_only_rating("22", VOCABULARY)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", False),
        ("Charger", True),
        ("The black charger", True),
        ("11/22 kW wallbox", True),
        ("7 kW", True),
        ("Charger 2", False),
        ("Black", False),
        ("Go charger", False),
    ],
)
def test_a_name_which_may_be_that_of_any_entry(name: str, expected: bool):
    assert is_generic(name, VOCABULARY) is expected


def test_a_tab_between_names():
    assert several_cells("Go\tPro", "Zaptec", VOCABULARY)
    assert not several_cells("Zaptec\tGo", "Zaptec", VOCABULARY)
    assert not several_cells("Go\t22 kW", "Zaptec", VOCABULARY)
    assert not several_cells("•\tGo", "Zaptec", VOCABULARY)
    assert not several_cells("a)\tGo", "Zaptec", VOCABULARY)
    assert not several_cells("Go Pro", "Zaptec", VOCABULARY)
    assert several_cells(" - Go\t\tPro ", "Zaptec", VOCABULARY)
