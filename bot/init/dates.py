"""Dates as lists write them, to see in which order rows are."""

import re
from collections.abc import Sequence
from datetime import date

_YEAR, _MONTH, _DAY = r"(?P<year>[0-9]{4})", r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_NAME, _TH = r"(?P<month>[a-z]{3,9})\.?", r"(?:st|nd|rd|th)?"
_DATES = (
    r"(?P<year>(?:19|[2-9][0-9])[0-9]{2})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?",
    rf"{_YEAR}[/.]{_MONTH}(?:[/.]{_DAY})?",
    rf"(?P<month>0?[0-9]|1[0-2])[/.-]{_DAY}[/.-]{_YEAR}",
    rf"{_DAY}[/.-]{_MONTH}[/.-]{_YEAR}",  # what cannot be a month is the day
    rf"{_DAY}{_TH}[ -]{_NAME},?[ -]{_YEAR}",
    rf"{_NAME},? {_YEAR}",
    rf"{_NAME} {_DAY}{_TH}(?:,? {_YEAR})?",
)
_PATTERNS = tuple(map(re.compile, _DATES))
# An age, such as `3d` or `3 days ago`; `3 days` is how long something takes.
_AGE = re.compile(r"([0-9]+)\s?(d|w|mo|y)(?:(?:ays?|eeks?|nths?|ears?)? ago)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = {"d": 1, "w": 7, "mo": 30, "y": 365}
_SOME_YEAR = 2000  # of dates without one; a leap year
_DAYS_OF_YEAR = 366


def day_number(text: str) -> int | None:
    """A date as a number growing with time; None for other text."""
    plain = " ".join(text.casefold().split())
    age = _AGE.fullmatch(plain)
    if age:
        return -int(age[1][:6]) * _DAYS[age[2]]
    year, month, day = _parts(plain)
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def day_numbers(texts: Sequence[str]) -> list[int]:
    """The dates among the texts as numbers which grow with time.

    Dates of which none has a year are each in the year nearest to the one before: `Jan 2` above
    `Dec 30` is a few days later.
    """
    numbers = [number for number in map(day_number, texts) if number is not None]
    begin = date(_SOME_YEAR, 1, 1).toordinal()
    if not all(begin <= number < begin + _DAYS_OF_YEAR for number in numbers):
        return numbers
    half = _DAYS_OF_YEAR // 2
    nearest = numbers[:1]
    for number in numbers[1:]:
        nearest.append(nearest[-1] + (number - nearest[-1] + half) % _DAYS_OF_YEAR - half)
    return nearest


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day; the first where one is not given, year 0 for what is no date."""
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match:
            parts = match.groupdict()
            month = parts["month"] or "1"
            if month[:3] in _MONTHS:
                month = str(_MONTHS.index(month[:3]) + 1)
            if month.isdigit():
                return int(parts["year"] or _SOME_YEAR), int(month), int(parts.get("day") or 1)
    return 0, 0, 0
