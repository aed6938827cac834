"""The lines of an answer with one thing on each."""

import re

from bot.names.cleaning import clean, has_hidden_space, unique
from bot.names.marks import without_bullet
from bot.names.vocabulary import is_none
from bot.rules import value_rules
from bot.rules.rule import Rule, field_error

# Times the limit: too long whatever cleaning takes away, and not worth the time.
PRECHECK_FACTOR = 8
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
    for line in answer_lines(answer, limit, longest, value_rules.TOO_MANY):
        item = without_bullet(clean(line))
        if not is_none(item) or item.startswith(("..", "\N{HORIZONTAL ELLIPSIS}")):  # and so on
            names.append(line.strip() if has_hidden_space(line) else item)
    items = unique(names)
    if len(items) > limit:
        raise field_error(value_rules.TOO_MANY, limit=limit, count=len(items))
    return items
