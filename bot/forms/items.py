"""The lines of an answer with one thing on each."""

import re

from bot.names.cleaning import clean, has_hidden_space, unique
from bot.names.marks import without_bullet
from bot.names.vocabulary import is_nothing
from bot.rules import value_rules
from bot.rules.rule import field_error

# Times the limit: too long whatever cleaning takes away, and not worth the time.
PRECHECK_FACTOR = 8
_FENCE = re.compile(r"(?:`{3,}|~{3,})[ \t]*[\w-]*")


def split_lines_of_answer(
    answer: str, limit: int, longest: int, *, keep_hidden: bool = False
) -> list[str]:
    """The lines that say something, each once, without marks of code; bullets are left.

    With `keep_hidden`, a line with a space of no width inside stays as it is, to be asked about.
    Raises FieldErrors for lines too many or too long to look at.
    """
    lines = answer.split("\n")
    if len(lines) > PRECHECK_FACTOR * limit:
        raise field_error(value_rules.TOO_MANY, limit=limit, count=len(lines))
    for line in lines:
        if len(line) > PRECHECK_FACTOR * longest:
            raise field_error(value_rules.TOO_LONG, received=line, limit=longest, length=len(line))
    found = []
    for line in lines:
        plain = clean(line)
        if _FENCE.fullmatch(plain) or is_nothing(without_bullet(plain)):
            continue
        found.append(line.strip() if keep_hidden and has_hidden_space(line) else plain)
    return unique(found)


def split_items(answer: str, limit: int, longest: int) -> list[str]:
    """The things of an answer with one on each line, each once. Raises FieldErrors."""
    lines = split_lines_of_answer(answer, limit, longest, keep_hidden=True)
    items = unique(without_bullet(line) for line in lines)
    if len(items) > limit:
        raise field_error(value_rules.TOO_MANY, limit=limit, count=len(items))
    return items
