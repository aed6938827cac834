"""What a reviewer of a change should look at."""

from typing import Any

import pytest

from bot.decision.decide import decide
from bot.decision.decision import AppliedProposal
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.render.repository_links import Links
from bot.render.review import review_points
from tests.charger_list import FORMS, LIST, SHAPE
from tests.evidence.answers import ADDRESS, ANSWER
from tests.games import games_shape
from tests.render.rendered import changed, situation
from tests.stage import new_charger

LINKS = Links("x")
REMOVE: dict[str, Any] = {"correction": "Remove the entry", "ocpp_versions": ""}
BESIDE: dict[str, Any] = {"ocpp_versions": "1.6J, 2.0.1"}  # of which the list has 1.6J
GO = LIST[LIST.index("| Zaptec Go |") : LIST.index("| Zaptec Pro |")]


def points(kind: Kind, text: str = LIST, **answers: Any) -> list[str]:
    """What a reviewer is asked to look at; right answers have no source, and replace a version."""
    if kind is Kind.CORRECT:
        answers = BESIDE | answers
    found = review_points(changed(kind, text, **answers), SHAPE, LINKS)
    return [point for point in found if "source was given" not in point.casefold()]


@pytest.mark.parametrize("kind", [Kind.ADD, Kind.CORRECT])
def test_what_has_a_source_and_nothing_odd_needs_no_look(kind: Kind):
    answers = {"model": "Dawn", "brand": "Charge Amps", "sources": "https://x.example"}
    assert review_points(changed(kind, **BESIDE, **answers), SHAPE, LINKS) == []
    assert points(kind) == []


def test_what_a_source_says_is_there_to_compare():
    change = changed(Kind.ADD, sources=ADDRESS)
    (point,) = review_points(change, SHAPE, LINKS, [ANSWER])
    assert point.endswith("not mention OCPP and 1.6J. `Zaptec Go 2` could not be confirmed.")
    (point,) = review_points(change, games_shape(), LINKS, [ANSWER])
    assert point.endswith("</code>. `Zaptec Go 2` could not be confirmed.")


def test_a_missing_source_needs_a_look():
    (point,) = review_points(changed(Kind.ADD), SHAPE, LINKS)
    assert point == "**No source was given.** Can you confirm it otherwise?"
    (point,) = review_points(changed(Kind.CORRECT, **BESIDE), SHAPE, LINKS)
    assert point == "No source was given with this correction. Does its reason convince you?"
    assert review_points(changed(Kind.CORRECT, **REMOVE), SHAPE, LINKS) == [point]
    proved = REMOVE | {"reason": "Withdrawn: https://x.example/news."}
    assert review_points(changed(Kind.CORRECT, **proved), SHAPE, LINKS) == []


def test_a_new_section_needs_a_look_at_its_name():
    assert points(Kind.ADD_SECTION) == ["This brand is new in the list. Is its name spelled right?"]


def test_a_section_without_rows_is_removed_too():
    text = LIST.replace(GO, "")
    assert points(Kind.CORRECT, text, **REMOVE) == [
        "The brand has no other charger, so its section is removed too, with everything in it."
    ]


@pytest.mark.parametrize(
    ("kind", "listed", "answers", "point"),
    [
        (
            Kind.ADD,
            "Zaptec Apolla",
            {"models": "Apollo"},
            "`Zaptec Apollo` is nearly the same as [`Zaptec Apolla`](x/blob/HEAD/README.md"
            "#zaptec:~:text=Zaptec%20Apolla) in the list. Is it another charger?",
        ),
        (
            Kind.ADD,
            "Zaptec Аро",
            {"models": "Apo"},
            "`Zaptec Apo` looks like [`Zaptec Аро`](x/blob/HEAD/README.md#zaptec:~:text="
            "Zaptec%20%D0%90%D1%80%D0%BE) in the list, but has letters of another alphabet.",
        ),
        (
            Kind.ADD,
            "Zaptec Apo",
            {"models": "Sense\nSensy"},
            "`Zaptec Sensy` is nearly the same as `Zaptec Sense`, asked for too. Are they different chargers?",
        ),
        (
            Kind.ADD,
            "Zaptec Apo",
            {"models": "Uno+Duo"},
            "`Zaptec Uno+Duo` may name several chargers. Is it one?",
        ),
        (
            Kind.CORRECT,
            "Zaptec Apo",
            {"model": "Go", "notes": "new"},
            "In `Notes`, the new text replaces `Direct OCPP connection supported after firmware "
            "update`.",
        ),
        (
            Kind.ADD,
            "Zaptec Apo",
            {"models": "Apo\nSense\nPro"},
            "Also asked for, but in the list already: `Zaptec Apo` and `Zaptec Pro`.",
        ),
        (
            Kind.CORRECT,
            "Zaptec Apo",
            {"model": "Go", "sources": "https://x.example"},
            "The new sources replace `Zaptec Info Hub`.",
        ),
        (
            Kind.CORRECT,
            "Zaptec Apo",
            {"ocpp_versions": "2.0.1"},
            "In `OCPP Version`, `1.6J` is removed. Does it no longer apply?",
        ),
        (
            Kind.CORRECT,
            "Zaptec Pro 2 | 1.6S / 1.6J | 🔌 Direct | | |\n| Zaptec Apo",
            {"model": "Pro 2", "ocpp_versions": "2.1"},
            "In `OCPP Version`, `1.6S` and `1.6J` are removed. Do they no longer apply?",
        ),
    ],
)
def test_what_is_odd_needs_a_look(kind: Kind, listed: str, answers: dict, point: str):
    text = LIST.replace("| Zaptec Go |", f"| {listed} | 1.6J | | | |\n| Zaptec Go |")
    assert points(kind, text, **answers) == [point]


@pytest.mark.parametrize(
    ("brand", "point"),
    [
        (
            "Zaptek",
            "`Zaptek` may be another name of [`Zaptec`](x/blob/HEAD/README.md#zaptec:~:text="
            "Zaptec) in the list.",
        ),
        ("Quillon and Sons", "`Quillon and Sons` may name several brands. Is it one?"),
    ],
)
def test_what_is_odd_in_the_name_of_a_section_needs_a_look(brand: str, point: str):
    found = points(Kind.ADD_SECTION, brand=brand, models="One")
    assert found == ["This brand is new in the list. Is its name spelled right?", point]


@pytest.mark.parametrize(
    ("address", "point"),
    [
        ("https://bit.ly/a", "is a shortened address. Where does it lead?"),
        ("https://x.example/?u=https%3A%2F%2Fy.example", "may redirect to another address. Where"),
        ("https://github.com/user-attachments/files/1/a.pdf", "was uploaded to an issue. Is there"),
        ("y.example: https://x.example/", "names another host than its address. Is it the right"),
    ],
)
def test_a_doubtful_link_needs_a_look(address: str, point: str):
    (found,) = points(Kind.ADD, sources=address)
    assert point in found


def test_what_others_ask_for_needs_a_look():
    asked = ("Go 2", "Go 3", "Go 4", "Go 5", "Apollo")
    earlier = []
    for number, models in enumerate(asked, 1):
        earlier.append(Issue(number, "", new_charger(models), ("new-charger",)))
    seen = situation(Kind.ADD, models="Go 2\nGo 3\nGo 4\nGo 5\nGo 6")._replace(earlier=(*earlier,))
    change = decide(seen, FORMS).about
    assert isinstance(change, AppliedProposal)
    assert review_points(change, SHAPE, LINKS)[1:] == [
        "Also asked for, but waiting for an earlier issue: `Zaptec Go 2` (#1), `Zaptec Go 3` (#2), "
        "`Zaptec Go 4` (#3) and 1 more.",
        "Other open submissions for this brand: #1, #2, #3 and 2 more.",
    ]


def test_a_text_above_the_form_needs_a_look():
    seen = situation(Kind.ADD)
    above = seen._replace(issue=seen.issue._replace(body=f"Hello there\n\n{seen.issue.body}"))
    change = decide(above, FORMS).about
    assert isinstance(change, AppliedProposal)
    point = "Not read, since it is above the first question: `Hello there`."
    assert point in review_points(change, SHAPE, LINKS)


def test_a_heading_whose_anchor_moves_needs_a_look():
    (_, point) = points(Kind.ADD_SECTION, brand="License", models="One")
    assert point == (
        "The heading `License` gets the anchor `#license-1` instead of `#license`; links to it in "
        "README.md are corrected."
    )
