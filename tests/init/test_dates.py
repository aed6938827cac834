"""Dates as lists write them."""

from datetime import date

import pytest

from bot.init.dates import day_number, day_numbers

DAY = date(2026, 2, 3).toordinal()


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-02-30", "2026-13", "2026-13-01", "1899", "13/13/2026", "Foo 3, 2026",
     "Foo 12", "Feb 30, 2026", "12", "1.2", "5x", "02.2026.03", "9" * 5000],
)  # fmt: skip
def test_other_text_is_no_date(text: str):
    assert day_number(text) is None


@pytest.mark.parametrize(
    "text",
    ["2026-02-03", "2026/2/3", "2026.02.03", "02/03/2026", "2.3.2026", "Feb 3, 2026",
     "february 3rd 2026", " 3  FEB 2026", "3-Feb-2026", "3rd February, 2026"],
)  # fmt: skip
def test_a_day_is_read_in_many_spellings(text: str):
    assert day_number(text) == DAY


def test_what_cannot_be_a_month_is_the_day():
    assert day_number("25/03/2026") == date(2026, 3, 25).toordinal()
    assert day_number("12/03/2026") == date(2026, 12, 3).toordinal()


@pytest.mark.parametrize("text", ["2026-02", "2026/2", "Feb 2026", "february, 2026"])
def test_a_month_is_its_first_day(text: str):
    assert day_number(text) == date(2026, 2, 1).toordinal()


def test_a_year_is_its_first_day():
    assert day_number("1900") == date(1900, 1, 1).toordinal()


@pytest.mark.parametrize(
    ("age", "days"), [("3d", 3), ("3 days ago", 3), ("2w", 14), ("1mo", 30), ("2 years ago", 730)]
)
def test_an_age_counts_backwards(age: str, days: int):
    assert day_number(age) == -days


@pytest.mark.parametrize("duration", ["2 years", "14 weeks", "1 day", "3 months"])
def test_how_long_something_takes_is_no_date(duration: str):
    assert day_number(duration) is None


def test_an_age_of_any_length_is_a_number():
    assert day_number("9" * 50 + "d") == -999_999


def test_of_texts_only_the_dates_count():
    assert day_numbers([]) == day_numbers(["soon", ""]) == []
    assert day_numbers(["2026-02-03", "soon", "2026-02-04"]) == [DAY, DAY + 1]


def test_dates_without_a_year_are_near_each_other():
    assert day_numbers(["Dec 30", "Jan 2", "Jan 1"]) == [
        start := date(2000, 12, 30).toordinal(),
        start + 3,
        start + 2,
    ]
    january = date(2000, 1, 2).toordinal()
    assert day_numbers(["Jan 2", "Dec 30"]) == [january, january - 3]


def test_a_year_beside_dates_without_one_is_that_year():
    found = day_numbers(["Dec 30, 2025", "Jan 2, 2026"])
    assert found[1] - found[0] == 3
    mixed = day_numbers(["Dec 30", "Jan 2, 2026"])
    assert mixed == [date(2000, 12, 30).toordinal(), date(2026, 1, 2).toordinal()]


def test_a_day_of_the_year_after_is_no_date_without_a_year():
    """Dates without one are put into the year 2000."""
    days = [date(2001, 1, 1).toordinal(), date(2000, 1, 1).toordinal()]
    assert day_numbers(["2001-01-01", "2000-01-01"]) == days
