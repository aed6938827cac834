"""The title of a link, from the words around its address."""

from collections.abc import Mapping

import pytest

from bot.document.cells import Link
from bot.forms.link_lines import FoundAddress
from bot.forms.link_titles import (
    aside_at_start,
    asks_for_another,
    title_around,
    titled_link,
    words_of_title,
)
from bot.forms.typed_links import read_link
from bot.rules import value_rules
from bot.rules.rule import Fact, FieldErrors, Problem, Rule

X = "https://x.example/"


def refused(line: str) -> tuple[Rule, Mapping[str, Fact]]:
    with pytest.raises(FieldErrors) as raised:
        read_link(line)
    ((rule, _, facts),) = raised.value.args
    return rule, facts


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("([Manual](https://x.example/))", "Manual"),
        ("(see [Manual](https://x.example/))", "see Manual"),
        ("| [Manual](https://x.example/) |", "Manual"),
        ("| Manual | https://x.example/ |", "Manual"),
        ("Manual: “https://x.example/”", "Manual"),
        ("Manuel : « https://x.example/ »", "Manuel"),
        ("Manual: `https://x.example/`", "Manual"),
        ("Manual: _https://x.example/_", "Manual"),
        ("Manual (German https://x.example/)", "Manual (German)"),
        ("Manual (German (2024 https://x.example/))", "Manual (German (2024))"),
        ("((Manual) German https://x.example/)", "(Manual) German"),
        ("((Manual https://x.example/))", "Manual"),
        ("Manual) (German) https://x.example/", "Manual (German)"),
        ("**Manual** and *sheet*: https://x.example/", "Manual and sheet"),
        ('"Quick start" guide https://x.example/', '"Quick start" guide'),
        ('Guide "Quick start" https://x.example/', 'Guide "Quick start"'),
        ("Guide „Quick start“: https://x.example/", "Guide „Quick start“"),
        ("'Quick start' guide https://x.example/", "'Quick start' guide"),
        ('"Quick start" https://x.example/', "Quick start"),
        ('"Quick start https://x.example/', "Quick start"),
        ("User's guide https://x.example/", "User's guide"),
        ("user_guide_2 * 3 https://x.example/", "user_guide_2 * 3"),
        ("a.__class__.b https://x.example/", "a.__class__.b"),
        ("1: Manual https://x.example/", "Manual"),
        ("[1] Manual https://x.example/", "Manual"),
        ("[1] [Manual](https://x.example/)", "Manual"),
        ("[Manual]: https://x.example/", "Manual"),
        ('"Manual", https://x.example/', "Manual"),
        ("3 phase manual https://x.example/", "3 phase manual"),
        ("2.0 manual https://x.example/", "2.0 manual"),
        ("OCPP 2 https://x.example/", "OCPP 2"),
        ("Current manual https://x.example/", "Current manual"),
    ],
)
def test_a_title_has_no_half_of_a_pair_and_no_number_in_front(line: str, title: str):
    assert read_link(line).title == title


@pytest.mark.parametrize(
    "line",
    [
        *(f"{number} https://x.example/" for number in ("1", "1:", "[1]", "¹", "a)", "iii)", "①")),
        "Link 2: https://x.example/",
        "Old link is dead, use https://x.example/",
        "Der alte Link ist tot, hier der neue: https://x.example/",
        "L'ancien lien ne marche plus, voici le nouveau : https://x.example/",
        "https://x.example/ (in addition to the old one)",
        "Ajouter https://x.example/ svp",
        "https://x.example/ thanks!",
    ],
)
def test_words_that_say_nothing_are_no_title(line: str):
    assert read_link(line).title == "x.example"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"{X} (German)", "x.example (German)"),
        (f"{X} ({'x' * 58})", f"x.example ({'x' * 58})"),
        (f"Manual {X} (German).", "Manual (German)"),
        (f"{X} - data sheet", "data sheet"),
        (f"{X} – data sheet", "data sheet"),
        (f"{X} thanks!", "x.example"),
        (f"[Manual]({X}) page 12", "Manual page 12"),
        (f"Manual {X} page 12", "Manual (page 12)"),
        (f"Manual {X} - S. 12-14, Kap. 3", "Manual (S. 12-14, Kap. 3)"),
        (f"{X}, p. 3", "x.example (p. 3)"),
        (f"S. 41 Handbuch {X}", "S. 41 Handbuch"),
        (f"Manual: [x.example]({X})", "Manual"),
        (f"Zaptec: [Manual]({X}) page 12", "Zaptec: Manual page 12"),
        (f"[Manual]({X}) {'x' * 60}", f"Manual {'x' * 60}"),
        (f"[Manual]({X}) {'x' * 61}", "Manual"),
        (f"see [www.x.example]({X})", "see"),
        (f"see [{X}]({X})", "see"),
    ],
)
def test_words_after_an_address_may_belong_to_its_title(line: str, title: str):
    assert read_link(line).title == title


@pytest.mark.parametrize(
    ("line", "rest", "suggestion"),
    [
        (f"{X} German", "German", f"[German]({X})"),
        (f"{X} XL", "XL", f"[XL]({X})"),
        (f"Manual {X} p. 12 of 30", "p. 12 of 30", f"[Manual p. 12 of 30]({X})"),
        (f"{X} (German", "German", f"[German]({X})"),
        (f"{X} (new) sheet (old)", "(new) sheet (old)", f"[new sheet (old)]({X})"),
        (f"{X} {'x' * 60}", "x" * 60, f"[{'x' * 60}]({X})"),
        (f"{X} {'x' * 61}", "x" * 61, None),
        (f"a {X} {'x' * 59}", "x" * 59, None),
        (f"Manual {X} a<b", "a<b", None),
        ("https://x.example/ä ö", "ö", None),
    ],
)
def test_other_words_after_an_address_are_asked_about(line: str, rest: str, suggestion: str | None):
    rule, facts = refused(line)
    assert (rule, facts["received"], facts["rest"]) == (value_rules.ADDRESS_BESIDE, line, rest)
    assert facts.get("suggestion") == suggestion


def test_a_refused_address_comes_before_the_words_beside_it():
    assert refused("https://x.example:8/ German")[0] is value_rules.ADDRESS_PORT


@pytest.mark.parametrize("words", ["manual", "X"])
def test_words_between_two_addresses_are_unclear(words: str):
    found = FoundAddress(f" {words} ", "", X, is_link=False)
    with pytest.raises(FieldErrors) as raised:
        title_around(found, "", "the line", is_first=False)
    assert raised.value.args == (
        Problem(value_rules.ADDRESSES_UNCLEAR, facts={"received": "the line"}),
    )
    assert title_around(found, "", "the line", is_first=True) == words


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (", manual ", "manual"),
        ("; ", ""),
        (" \\| sheet: ", "sheet"),
        (") and the sheet ", "the sheet"),
        (" + sheet ", "sheet"),
        (" (German), sheet ", "sheet"),
        (") ", ""),
    ],
)
def test_a_separator_parts_a_title_from_the_address_before(before: str, title: str):
    found = FoundAddress(before, "", X, is_link=False)
    assert title_around(found, "", "the line", is_first=False) == title


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("", ""),
        (" (German)", "(German)"),
        (" (German), sheet ", "(German)"),
        ("(German)\\| ", "(German)"),
        (" (German) sheet", ""),
        (", (German)", ""),
        (" (a (b)),", ""),
    ],
)
def test_brackets_right_after_an_address_are_its_own(text: str, aside: str):
    assert aside_at_start(text) == aside


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("Manual", "Manual"),
        (" - Manual: ", "Manual"),
        ("Manual (", "Manual"),
        ("(Manual", "Manual"),
        ("Manual)", "Manual"),
        ("[Manual]", "Manual"),
        ("A (b) c)", "A (b) c"),
        ("Manual (see this one", "Manual (see this one)"),
        ("Manual (see.", "Manual"),
        ("Manual Xsee", "Manual Xsee"),
        ("Manual (please add", "Manual"),
        ("The manual, see: (", "The manual"),
        ("((Manual (b) c", "Manual (b) c"),
        ("(X (b", "X (b)"),
        ("(", ""),
        ("Manual =>", "Manual"),
        ("Manual: =>", "Manual"),
        ("Manual ->", "Manual"),
        ("Manual >>", "Manual"),
        ("Manual =", "Manual"),
        ("## Manual", "Manual"),
        ("Manual,", "Manual"),
        ("please add", ""),
        ("Link 2", ""),
        ("Manual 2", "Manual 2"),
        ("10.) Manual", "Manual"),
        ("| 1: Manual |", "Manual"),
        ("(b) Manual", "Manual"),
        ("iv. Manual", "Manual"),
        ("'Manual' and 'sheet'", "'Manual' and 'sheet'"),
        ("' Manual", "Manual"),
        ('"Quick start" guide - "', '"Quick start" guide'),
        ('"Quick start" guide "', '"Quick start" guide'),
        ('" the "Quick start"', 'the "Quick start"'),
        ('" - the "Quick start"', 'the "Quick start"'),
        ("Manual “", "Manual"),
        ('"- Manual -"', "Manual"),
    ],
)
def test_a_title_has_no_marks_around_it(text: str, words: str):
    assert words_of_title(text) == words


def test_a_link_without_a_title_has_the_name_of_its_host():
    assert titled_link(" - ", X, "the line") == Link("x.example", X)
    assert titled_link("Manual: ", X, "the line") == Link("Manual", X)


@pytest.mark.parametrize(
    ("title", "rule", "facts"),
    [
        (f"see {X}", value_rules.ADDRESS_TWO_WAYS, {"received": "the line"}),
        ("t" * 121, value_rules.TOO_LONG, {"received": "t" * 121, "limit": 120, "length": 121}),
    ],
)
def test_a_title_that_does_not_fit_is_refused(title: str, rule: Rule, facts: dict):
    with pytest.raises(FieldErrors) as raised:
        titled_link(title, X, "the line")
    assert raised.value.args == (Problem(rule, facts=facts),)


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        (f"+ {X}", True),
        (f"+{X}", True),
        (f"* {X}", False),
        (X, False),
        (f"Manual: {X}", False),
        (f"See {X}", False),
        (f"Old link is dead, use {X}", False),
        (f"Please add {X}", True),
        (f"- Please add {X}", True),
        (f"{X} please add", True),
        (f"Please add {X} and {X} too", True),
        (f"{X} {X} please add", True),
    ],
)
def test_a_line_may_ask_for_one_address_more(line: str, asks: bool):
    assert asks_for_another(line) is asks
