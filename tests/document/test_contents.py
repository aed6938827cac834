"""Where the table of contents is."""

import pytest

from bot.document.parse import parse
from tests.charger_list import SHAPE
from tests.games import TABLE, TEXT, games, games_shape

LIST = f"## Games\n\n### Amiga\n\n{TABLE}| Elite | 1988 |\n"


def contents(text: str) -> tuple[tuple[int, int], list[str]]:
    """The headings around it, and the texts of its entries."""
    document = games(text)
    return document.contents_place, [entry.text for entry in document.contents]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "# Fun\n\nText.\n\n",
        "- [Elsewhere](https://x.example)\n\n",
        "- [Start](#fun)\n\n# Fun\n\n",
        "- Games\n\n",
        "## Contents\n\nNone yet.\n\n",
        "- [Other](#games)\n\n",
        "- see [Games](#games)\n\n",
    ],
)
def test_without_any_its_place_is_empty(above: str):
    start = above.count("\n") + 1
    assert contents(above + LIST) == ((start, start), [])


def test_a_link_to_the_chapter_below_the_list_makes_no_contents():
    assert contents(f"- [License](#license)\n\n{LIST}\n## License\n") == ((3, 3), [])


def test_entries_below_the_list_are_none():
    assert contents(f"{LIST}\n- [Games](#games)\n") == ((1, 1), [])


def test_a_list_of_links_with_the_names_of_headings():
    assert contents(TEXT) == ((1, 8), ["Games", "Amiga", "Nes", "License"])


@pytest.mark.parametrize(
    "title",
    ["## Contents", "## Table of Contents", "## 📖 CONTENTS :book:", "Contents\n---", "# Contents"],
)
def test_a_section_of_that_name(title: str):
    text = (
        f"- [Games](#games)\n\n{title}\n\n- [The games](#games)\n- [x](https://x.example)\n\n{LIST}"
    )
    start = 3 + title.count("\n") + 5
    assert contents(text) == ((3, start), ["The games"])


def test_a_section_of_that_name_ends_with_a_title_of_the_page():
    text = f"## Contents\n\n- [Games](#games)\n\n# Fun\n\n- [Amiga](#amiga)\n\n{LIST}"
    assert contents(text) == ((1, 5), ["Games"])


def test_a_section_of_that_name_ends_with_the_next_of_its_level():
    text = "## Contents\n\n- [a](#a)\n\n### b\n\n- [c](#c)\n\n## d\n\n- [e](#e)\n\n"
    assert contents(text + LIST) == ((1, 9), ["a", "c"])


def test_a_title_of_the_page_reaches_to_the_first_chapter():
    text = "# Contents\n\n- [a](#a)\n\n## b\n\n- [c](#c)\n\n"
    assert contents(text + LIST) == ((1, 5), ["a"])


def test_a_quoted_heading_is_no_part_of_it():
    text = "## Contents\n\n> ## b\n\n- [a](#a)\n\n"
    assert contents(text + LIST) == ((1, 7), ["a"])
    assert contents("> ## Contents\n\n- [a](#a)\n\n" + LIST) == ((5, 5), [])


def test_a_section_of_that_name_without_entries_is_passed_over():
    text = "## Contents\n\n## Contents\n\n- [a](#a)\n\n"
    assert contents(text + LIST) == ((3, 7), ["a"])


def test_of_several_the_one_with_most_names():
    one, two = "- [Amiga](#amiga)\n\n", "- [Games](#games)\n- [Amiga](#amiga)\n\n"
    first, second = f"{one}## x\n\n{two}", f"{two}## x\n\n{one}"
    assert contents(first + LIST)[0] == (3, 8)
    assert contents(second + LIST)[0] == (0, 4)
    assert contents(f"{one}## x\n\n{one}{LIST}")[0] == (0, 3)


def test_entries_of_other_names_are_passed_over():
    others = "- [Gone](#gone)\n- see [Games](#games)\n- [All games](#games)\n- [Games](#games)\n"
    found = ["Gone", "All games", "Games"]
    assert contents(f"# Fun\n\n{others}\n{LIST}") == ((1, 8), found)


def test_one_entry_twice_counts_once():
    text = "- [Amiga](#amiga)\n- [Amiga](#amiga)\n- [Amiga](#amiga)\n\n## x\n\n"
    assert contents(f"{text}- [Games](#games)\n- [Amiga](#amiga)\n\n{LIST}")[0] == (5, 10)


def test_names_of_other_headings_alone_are_no_contents():
    text = "- [x](#x)\n- [y](#y)\n\n## x\n\n- [Amiga](#amiga)\n\n## y\n\n"
    assert contents(text + LIST) == ((4, 8), ["Amiga"])


def test_more_than_the_name_counts_for_nothing():
    text = "- [Amiga](#amiga), the best\n- [Games](#games), all\n\n## x\n\n- [Amiga](#amiga)\n\n"
    assert contents(text + LIST)[0] == (4, 8)


def test_the_names_are_compared_without_case_and_accents():
    assert contents(f"- [GÄMES](#games)\n\n{LIST}") == ((0, 3), ["GÄMES"])


def test_a_list_without_heading_begins_with_its_first_section():
    shape = games_shape(without=("heading: Games\n",))
    text = f"- [Amiga](#amiga)\n\n### Amiga\n\n{TABLE}\n- [Amiga](#amiga)\n"
    document = parse(text, shape)
    assert (document.contents_place, len(document.contents)) == ((0, 3), 1)


def test_the_chargers():
    assert parse("", SHAPE).contents == ()
