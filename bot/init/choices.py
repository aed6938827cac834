"""Whether the values of a column are few enough to choose from, one or several in a cell."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from bot.init.dates import day_number
from bot.init.values import ColumnValues

# Between several values in a cell, as GitHub shows them; the longer first.
_SEPARATORS = (" / ", " | ", ", ", "; ", " · ", " • ", " + ", " & ", "/", ",", ";")
_MOST_OPTIONS = 12
_MOST_IN_LONG_LISTS = 20
_LONG_LIST = 100  # cells
_MOST_NUMBERS = 6  # versions and the like, of which there are ever new ones
_CURRENCIES = "$€£¥"
_LONGEST_OPTION = 40  # characters
_FEWEST_WITH_SEVERAL = 0.1  # of the cells
_LONGEST_OF_SEVERAL = 25  # characters of one of several in a cell
_RESERVED = "none"  # GitHub keeps this option for an untouched dropdown
_TYPO = 85  # similarity from 0 to 100 above which a rare value is a frequent one misspelled


class Choices(NamedTuple):
    """The options of a column, in the order of the form, each with the Markdown a cell shows.

    `separator` is empty where a cell has one option. `unusual` are values left out, since they look
    like misspelled options.
    """

    shown: dict[str, str]
    separator: str = ""
    unusual: tuple[str, ...] = ()


def can_be_option(text: str) -> bool:
    """Whether GitHub takes a text for an option of a dropdown."""
    return text.strip().casefold() not in {"", _RESERVED}


def find_choice(column: ColumnValues) -> Choices | None:
    """The options of a column with one in each cell; None for a column of anything else."""
    counts = column.counts
    addresses: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for value in column.filled:
        addresses[value.key].add(tuple(value.cell.addresses))
    if max(map(len, addresses.values()), default=0) > 1 or not _are_few(counts):
        return None
    options, unusual = _without_typos(counts)
    firsts = {value.key: value.label for value in reversed(column.filled)}
    labels = _labels([firsts[key] for key in options])
    if labels is None:
        return None
    shown = dict(zip(labels, map(column.markdown_of, options), strict=True))
    return Choices(shown, unusual=unusual)


def find_choices(column: ColumnValues) -> Choices | None:
    """The options of a column with several in some cells; None for a column of anything else."""
    if any(value.cell.links or value.cell.html for value in column.filled):
        return None
    for separator in _SEPARATORS:
        cells = []
        several = 0
        counts: Counter[str] = Counter()
        for value in column.filled:
            words = list(map(str.strip, value.key.split(separator)))
            cells.append(words)
            several += len(words) > 1
            counts.update(words)
        if several < 2 or column.share(several) < _FEWEST_WITH_SEVERAL or "" in counts:
            continue
        if _are_few(counts) and _are_combined(counts, cells):
            options, unusual = _without_typos(counts)
            ordered = _in_order(options, cells)
            labels = _labels(ordered)
            if labels:
                shown = {}
                for label, option in zip(labels, ordered, strict=True):
                    shown[label] = option.replace("|", "\\|")  # which would end a cell
                return Choices(shown, separator.replace("|", "\\|"), unusual)
    return None


def _are_combined(counts: Counter[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether words are short, no cell has one twice, and most are in cells of different words."""
    cells_of: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for words in cells:
        if len(set(words)) < len(words):
            return False
        for word in words:
            cells_of[word].add(tuple(words))
    varied = sum(len(different) > 1 for different in cells_of.values())
    return varied * 2 > len(counts) and max(map(len, counts)) <= _LONGEST_OF_SEVERAL


def _are_few(counts: Counter[str]) -> bool:
    """Whether values repeat so much that new ones are rare, and are no dates or numbers."""
    total, distinct = counts.total(), len(counts)
    most, repeats = _MOST_OPTIONS, 3
    if total >= _LONG_LIST:
        most = _MOST_IN_LONG_LISTS
    if distinct <= 4:
        repeats = 2
    if not 2 <= distinct <= most or distinct * repeats > total:
        return False
    numbers = 0
    for key in counts:
        is_long = len(key) > _LONGEST_OPTION and not key.startswith("<")
        is_number = key.isdigit() or day_number(key) is not None
        if is_long or is_number or not can_be_option(key):
            return False
        numbers += key[0].isdigit() or key[0] in _CURRENCIES
    once = list(counts.values()).count(1)
    return numbers <= _MOST_NUMBERS and once * 2 <= distinct and once * 4 <= total


def _without_typos(counts: Counter[str]) -> tuple[list[str], tuple[str, ...]]:
    """The values without those which are rare and much like a frequent one."""
    options: list[str] = []
    unusual = []
    for key, count in counts.most_common():
        is_rare = count * 20 < max(counts.values())
        folded = key.casefold()
        if is_rare and any(fuzz.ratio(folded, one.casefold()) >= _TYPO for one in options):
            unusual.append(key)
        else:
            options.append(key)
    return options, tuple(unusual)


def _labels(options: Sequence[str]) -> list[str] | None:
    """The options in words: without the emoji at their front where each has one and a word.

    None where GitHub would take two for the same, or reserves one.
    """
    words = []
    is_marked = True
    for option in options:
        mark, _, word = option.partition(" ")
        words.append(word.strip())
        is_marked = is_marked and not any(map(str.isalnum, mark))
    labels = list(options)
    if is_marked and all(words) and len(set(words)) == len(words):
        labels = words
    if len(set(map(str.casefold, labels))) < len(labels) or not all(map(can_be_option, labels)):
        return None
    return labels


def _in_order(options: Sequence[str], cells: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The options in the order in which most cells have them, else by how often they are there."""
    before: Counter[tuple[str, str]] = Counter()
    for words in cells:
        before.update(combinations(words, 2))
    rest, ordered = list(options), []
    while rest:
        first = rest[0]  # where each follows another one
        for option in rest:
            if all(before[other, option] <= before[option, other] for other in rest):
                first = option
                break
        ordered.append(first)
        rest.remove(first)
    return tuple(ordered)
