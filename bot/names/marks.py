"""What is around a name or a line, put there by people and by lists, and no part of it."""

import re
from collections.abc import Sequence

from bot.names.order import normalize_name
from bot.names.vocabulary import AND, MARKS_AROUND

_PAIRS = (
    '""', "''", "``", "“”", "””", "„“", "„”", "‘’", "’’", "‚‘", "«»", "»«", "‹›", "「」", "[]",
    "||",  # copied from a table
)  # fmt: skip
_EMPHASIS = ("**", "__", "~~", "*", "_")
_OPENING = '"“„«‹`'  # an apostrophe begins words in some languages
_CLOSING = "”»›"
_DASH = "-\u2010-\u2015\u2212"
_BULLET = "\u2022\u2023\u2043\u25aa-\u25ff\u2190-\u21ff\u27a1-\u27bf"
_LEADING = re.compile(
    rf"(?:[{_DASH}*+>=~]+|#{{1,6}}|=>|->|\(?[0-9]{{1,2}}[.)]|[a-zA-Z]\)|\[[ xX]?\])\s+"
    rf"|[{_BULLET}]\ufe0f?\s*|[{_DASH}](?=[^\W\d_])"
)
_COUNTS = (
    [str(number) for number in range(1, 41)],
    "abcdefghijklmnopqrstuvwxyz",
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
)
_AFTER_COUNT = r"(?:\(?{0}\s?[.):]\s?(?![0-9])|{0}\s?[-\u2013]\s|#{0}\s)(?=\S)"
_BRACKETS = ("()", "[]", "{}")
_ROUND_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST_ABBREVIATION = 3  # letters, as in `Inc.` and `Ltd.`
_LONGEST = 1000  # characters of a name that is looked at
_MOST_LAYERS = 8  # of marks that are taken off one name


def without_bullet(line: str) -> str:
    """A line without the bullets, numbers, arrows and marks of a quote in front of it.

    Up to eight of them are taken off.
    """
    for _ in range(_MOST_LAYERS):
        match = _LEADING.match(line)
        if match is None:
            break
        line = line[match.end() :]
    return line


def without_numbers(lines: Sequence[str]) -> list[str]:
    """The lines without what counts them in front, where each is counted: `1: Go`, `2: Pro`."""
    if len(lines) < 2:
        return list(lines)
    for labels in _COUNTS:
        bare = []
        for line, label in zip(lines, labels, strict=False):
            match = re.match(_AFTER_COUNT.format(label), line, re.IGNORECASE)
            if match is None:
                break
            bare.append(line[match.end() :])
        if len(bare) == len(lines):
            return bare
    return list(lines)


def without_marks(name: str) -> str:
    """A name without quotation marks and emphasis around it, or a comma or full stop after it.

    Up to eight layers are taken off; a name of more than 1,000 characters stays as it is.
    """
    if len(name) > _LONGEST:
        return name
    for _ in range(_MOST_LAYERS):
        inner = _without_layer(name)
        if inner == name or not any(char.isalnum() for char in inner):
            break
        name = inner
    return name


def _without_layer(name: str) -> str:
    inner = without_emphasis(name)
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        is_around = inner.startswith(opening) and inner.endswith(closing)
        inside = inner[1:-1]
        if is_around and opening not in inside.strip(pair):
            return inside.strip()
    is_shortcode = inner.count(":") > 1
    if inner.endswith((",", ";")) or (inner.endswith(":") and not is_shortcode):
        return inner[:-1].rstrip()
    if inner.endswith(".") and not _ends_with_abbreviation(inner):
        return inner[:-1]
    if inner.endswith(" -"):
        return inner[:-2].rstrip()
    if sum(map(inner.count, _OPENING + _CLOSING)) == 1:  # without its other half
        inner = inner.lstrip(_OPENING).rstrip(_CLOSING).strip()
    return _without_half_a_pair(inner)


def _without_half_a_pair(name: str) -> str:
    """A name without a bracket at its start or end of which the other half is missing."""
    for pair in _BRACKETS:
        opening, closing = pair[0], pair[1]
        rest = name.count(opening) - name.count(closing)
        if rest < 0 and name.endswith(closing):
            return name[:-1].rstrip()
        if rest < 0 and name.startswith(closing):
            return name[1:].lstrip()
        if rest > 0 and name.startswith(opening):
            return name[1:].lstrip()
        if rest > 0 and name.endswith(opening):
            return name[:-1].rstrip()
    return name


def without_brackets_around(name: str) -> str:
    """A name without a pair of round brackets around all of it."""
    match = _ROUND_BRACKETS.fullmatch(name)
    return match[1].strip() if match else name


def without_emphasis(text: str) -> str:
    """A text without the marks of bold or italic type around all of it."""
    for mark in _EMPHASIS:
        size = len(mark)
        is_around = text.startswith(mark) and text.endswith(mark) and len(text) > 2 * size
        if is_around and mark not in text[size:-size]:
            return text[size:-size].strip()
    return text


def _ends_with_abbreviation(name: str) -> bool:
    """Whether the full stop at the end belongs to the last word: `Inc.`, `S.A.`, `etc..`."""
    word = name.rpartition(" ")[-1].removesuffix(".")
    return "." in word or (word.isalpha() and len(word) <= _LONGEST_ABBREVIATION)


def is_only_joint(text: str) -> bool:
    """Whether a line is only an "and" between two others; a single letter may be a name."""
    word = normalize_name(text).strip(MARKS_AROUND)
    return len(word) > 1 and word in AND


def without_joint(name: str) -> str:
    """A name without the "and" to the line before or after it: `and Go`, `Go und`."""
    first, _, rest = name.partition(" ")
    if rest and first.islower() and is_only_joint(first):
        name = rest
    rest, _, last = name.rpartition(" ")
    if rest and last.islower() and is_only_joint(last):
        name = rest.rstrip(" ,;")
    return name
