"""The lines of an answer with one thing on each."""

import re
from collections.abc import Callable

from bot.names.cleaning import around_hidden_space, clean, unique
from bot.names.marks import without_bullet, without_numbers
from bot.names.vocabulary import is_none
from bot.rules import value_rules
from bot.rules.rule import Rule, field_error

# Times the limit: too long whatever cleaning takes away, and not worth the time.
PRECHECK_FACTOR = 8
_LABELLED = re.compile(r"([^\W\d][^:\d]{0,39}): *\S")  # a line of a data sheet: `Power: 22 kW`
_FENCE = re.compile(r"(?:`{3,}|~{3,})[ \t]*[\w-]*")


def answer_lines(answer: str, limit: int, longest: int, too_many: Rule) -> list[str]:
    """The lines of an answer as they were typed, without marks of code.

    Raises FieldErrors for lines too long to look at, or `too_many`.
    """
    lines = answer.split("\n")
    if len(lines) > PRECHECK_FACTOR * limit:
        raise field_error(too_many, limit=limit, count=len(lines))
    for line in lines:
        if len(line) > PRECHECK_FACTOR * longest:
            raise value_rules.too_long(line, longest)
    return [line for line in lines if not _FENCE.fullmatch(line.strip())]


def split_items(answer: str, limit: int, longest: int) -> list[str]:
    """The names of an answer with one on each line, each once; a line for none is left out.

    A line with a space of no width inside stays as it is, to be asked about. Raises FieldErrors.
    """
    names = []
    lines = answer_lines(answer, limit, longest, value_rules.TOO_MANY)
    lines = [line for line in lines if line.strip()]
    for line, bare in zip(lines, without_numbers(list(map(clean, lines))), strict=True):
        item = without_bullet(bare)
        if not is_none(item) or item.startswith(("..", "\N{HORIZONTAL ELLIPSIS}")):  # and so on
            names.append(line.strip() if around_hidden_space(line) else item)
    items = unique(names)
    if len(items) > limit:
        raise field_error(value_rules.TOO_MANY, limit=limit, count=len(items))
    return items


def lines_above_list(answer: str) -> set[str]:
    """The lines with a list below them: with a bullet in the next line only, or one further in."""
    above: set[str] = set()
    before, depth_before = "", 0
    for line in filter(str.strip, answer.split("\n")):
        item = without_bullet(clean(line))
        depth = 0
        if item != clean(line):
            depth = 1 + len(line) - len(line.lstrip())
        if before and depth > depth_before:
            above.add(before)
        before, depth_before = item, depth
    return above


def has_table_rows(answer: str) -> bool:
    """Whether an answer has rows of a table with pipes."""
    return any(_is_of_table(line.strip()) for line in answer.split("\n"))


def has_columns(answer: str, is_name: Callable[[str], bool]) -> bool:
    """Whether an answer has two columns: cells with tabs between them, or labels with values.

    What comes again in front of the tabs is a section. `is_name` knows labels which are a name.
    """
    firsts, labels = set(), set()
    for line in map(str.strip, answer.split("\n")):
        first, tab, _ = line.partition("\t")
        match = _LABELLED.match(line)
        if tab:
            firsts.add(first)
        elif match and not is_name(match[1]):
            labels.add(match[1])
    return len(firsts) > 1 or len(labels) > 1


def _is_of_table(line: str) -> bool:
    """Whether a line is a row of several columns, or the line of hyphens below a header."""
    if line.startswith("|") and line.endswith("|") and line.count("|") > 2:
        return True
    return "|" in line and "-" in line and not line.strip("|-: ")
