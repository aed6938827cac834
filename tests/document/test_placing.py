"""Where a new row or section goes."""

import pytest

from bot.document.placing import (
    is_placeholder,
    place_after_change,
    place_of_row,
    place_of_section,
    says_nothing,
    table_for,
)
from bot.document.rows import Row
from tests.games import TABLE, game, games, games_shape


def rows_of(*names: str) -> tuple[Row, ...]:
    lines = "".join(f"| {name} | {year} |\n" for year, name in enumerate(names, 1990))
    return games(f"## Games\n\n### Nes\n\n{TABLE}{lines}").sections[0].rows


def test_placeholders():
    placeholder, named, numbered, sign = rows_of("...", "Elite", "1942", "&#9731;")
    assert [is_placeholder(row) for row in (placeholder, sign)] == [True, True]
    assert [is_placeholder(row) for row in (named, numbered)] == [False, False]
    assert [says_nothing(row) for row in (placeholder, named)] == [False, False]
    (empty,) = games(f"## Games\n\n### Nes\n\n{TABLE}| ... | – |\n").sections[0].rows
    assert says_nothing(empty)


@pytest.mark.parametrize(
    ("names", "name", "place"),
    [
        ((), "Elite", 0),
        (("Elite",), "Doom", 0),
        (("Elite",), "elite", 1),
        (("Elite",), "Zelda", 1),
        (("Go 2", "Go 10"), "Go 9", 1),
        (("Zelda", "Elite"), "Doom", 0),
        (("Doom", "Zelda", "Elite"), "Elite 2", 1),
        (("Elite", "..."), "Zelda", 1),
        (("...", "..."), "Zelda", 0),
        (("...", "Elite", "...", "Zelda"), "Doom", 1),
        (("Elite", "~~~", "Go"), "Zelda", 3),
    ],
)
def test_before_the_first_row_after_it_else_above_placeholders(
    names: tuple[str, ...], name: str, place: int
):
    assert place_of_row(games_shape(), game(name).contents, rows_of(*names)) == place


@pytest.mark.parametrize(
    ("rows", "place"), [("top", 0), ("newest-first", 0), ("bottom", 2), ("oldest-first", 2)]
)
def test_a_row_of_a_list_in_no_order(rows: str, place: int):
    assert (
        place_of_row(games_shape(rows), game("Doom").contents, rows_of("Zelda", "Elite", "..."))
        == place
    )


def test_a_row_of_a_list_by_another_column():
    shape = games_shape("{by: Year, how: newest-first}")
    rows = rows_of("a", "b")[::-1]  # of 1991 and 1990
    assert [
        place_of_row(shape, game("c", year).contents, rows) for year in ("1992", "1991", "1990", "")
    ] == [
        0,
        1,
        2,
        2,
    ]


def by_year(*years: str) -> tuple[Row, ...]:
    lines = "".join(f"| Game {number} | {year} |\n" for number, year in enumerate(years))
    return games(f"## Games\n\n### Nes\n\n{TABLE}{lines}").sections[0].rows


OLDEST_FIRST = "{by: Year, how: oldest-first}"


@pytest.mark.parametrize(
    ("years", "year", "place"),
    [
        (("soon", "1990", "1992"), "1991", 2),
        (("soon", "1990", "1992"), "1993", 3),
        (("1990", "soon", "1992"), "1991", 2),
        (("1990", "soon", "1992"), "1989", 0),
        (("1990", "1992", "", "soon"), "1993", 2),
        (("1990", "1992", "", "soon"), "", 4),
        (("1990", "soon", "1992"), "next year", 3),
        (("soon", ""), "1991", 0),
    ],
)
def test_no_row_is_compared_with_one_without_a_date(years: tuple[str, ...], year: str, place: int):
    shape = games_shape(OLDEST_FIRST)
    assert place_of_row(shape, game("New", year).contents, by_year(*years)) == place


@pytest.mark.parametrize(
    ("years", "here", "year", "place"),
    [
        (("1990", "soon", "1993"), 1, "1991", 1),
        (("1990", "soon", "1993"), 1, "1995", 2),
        (("1990", "soon", "1993"), 0, "1992", 0),
        (("1990", "soon", "1993"), 0, "1994", 2),
        (("1990", "soon", "1993"), 2, "1989", 0),
        (("1990", "soon", "1993"), 0, "soon", 0),
    ],
)
def test_a_changed_row_among_some_without_a_date(
    years: tuple[str, ...], here: int, year: str, place: int
):
    rows = by_year(*years)
    cells = game(f"Game {here}", year).contents
    assert place_after_change(games_shape(OLDEST_FIRST), cells, rows[here], rows) == place


@pytest.mark.parametrize(
    ("names", "here", "name", "place"),
    [
        (("Elite",), 0, "Zelda", 0),
        (("a", "c", "e"), 1, "d", 1),
        (("a", "c", "e"), 1, "b", 1),
        (("a", "c", "e"), 1, "f", 2),
        (("a", "c", "e"), 1, "A", 0),
        (("c", "d", "e"), 1, "a", 0),
        (("a", "c", "e"), 0, "b", 0),
        (("a", "c", "e"), 0, "d", 1),
        (("a", "c", "e"), 2, "d", 2),
        (("a", "c", "e"), 2, "b", 1),
        (("e", "c", "a"), 1, "d", 0),
        (("e", "c", "a"), 1, "c", 1),
        (("a", "e", "c"), 1, "b", 1),
        (("b", "a", "c"), 2, "a", 2),
        (("b", "c", "b"), 1, "b", 1),
    ],
)
def test_a_changed_row_stays_where_it_is_in_order(
    names: tuple[str, ...], here: int, name: str, place: int
):
    rows = rows_of(*names)
    assert place_after_change(games_shape(), game(name).contents, rows[here], rows) == place


def test_a_changed_row_of_a_list_in_no_order_stays():
    rows = rows_of("e", "c", "a")
    assert place_after_change(games_shape("top"), game("z").contents, rows[1], rows) == 1


@pytest.mark.parametrize(
    ("order", "name", "table"),
    [
        ("natural", "Aa", 0),
        ("natural", "Bat", 0),
        ("natural", "Elite", 0),
        ("natural", "Fun", 1),
        ("natural", "Lemmings", 0),
        ("natural", "Mario", 0),
        ("natural", "Zelda", 1),
        ("top", "Zelda", 0),
        ("bottom", "Aa", 1),
        ("{by: Year, how: newest-first}", "Zelda", 0),
    ],
)
def test_the_table_of_the_row_it_would_follow(order: str, name: str, table: int):
    one = f"{TABLE}| Atari | |\n| Lemmings | |\n| Doom | |\n"
    two = f"{TABLE}| Atari | |\n| Crash | |\n| Elite 2 | |\n| Turrican | |\n"
    text = f"## Games\n\n### Nes\n\n{one}\n#### Old\n\n{two}"
    document = games(text, order)
    (section,) = document.sections
    assert table_for(document.shape, section, game(name).contents) is section.tables[table]


def test_the_last_of_three_tables_is_at_the_bottom():
    document = games(
        f"## Games\n\n### Nes\n\n{TABLE}\n#### Old\n\n{TABLE}\n#### Mini\n\n{TABLE}", "bottom"
    )
    (section,) = document.sections
    assert table_for(document.shape, section, game("a").contents) is section.tables[2]


def test_a_single_table():
    document = games(f"## Games\n\n### Nes\n\n{TABLE}")
    (section,) = document.sections
    assert table_for(document.shape, section, game("a").contents) is section.tables[0]


@pytest.mark.parametrize(
    ("order", "place"), [("top", 0), ("bottom", 2), ("alphabetical", 1), ("natural", 1)]
)
def test_the_place_of_a_section(order: str, place: int):
    shape = games(sections=order).shape
    assert place_of_section(shape, "C64", ["Amiga", "Nes"]) == place
