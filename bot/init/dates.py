"""Dates as lists write them, to see in which order rows are."""

import re
from collections.abc import Sequence
from datetime import date

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_NUMERIC = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -]([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?")
_MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?,? ([0-9]{4})")
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
    if _ISO.fullmatch(text):
        year, month, day = [*map(int, text.split("-")), 1, 1][:3]
        return (year, month, day) if year >= 1900 else (0, 0, 0)
    match = _NUMERIC.fullmatch(text)
    if match:
        return int(match[1]), int(match[2]), int(match[3] or 1)
    match = _YEAR_LAST.fullmatch(text)
    if match:  # month or day first; what cannot be a month is the day
        first, second, year = map(int, match.groups())
        return (year, first, second) if first <= 12 else (year, second, first)
    match = _DAY_FIRST.fullmatch(text)
    if match:
        return int(match[3]), _month(match[2]), int(match[1])
    match = _MONTH_YEAR.fullmatch(text)
    if match:
        return int(match[2]), _month(match[1]), 1
    match = _MONTH_FIRST.fullmatch(text)
    if match:
        return int(match[3] or _SOME_YEAR), _month(match[1]), int(match[2])
    return 0, 0, 0


def _month(name: str) -> int:
    """The number of a month; 0 for another word."""
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0
