"""Edits as lines taken out and put in, every other byte as it was."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.document.lines import line_end


class Splice(NamedTuple):
    """Lines `start` up to, not including, `stop` (counted from 0) give way to `lines`.

    These carry no line end.
    """

    start: int
    stop: int
    lines: tuple[str, ...]


def apply_splices(lines: Sequence[str], splices: Iterable[Splice]) -> str:
    """The text after splices, which do not overlap.

    Of two at one line, the second is put above the first. Each new line takes the line end of the
    line it replaces, or else of the line above. A last line without a line end stays one.
    """
    result = list(lines)
    for splice in sorted(splices, key=lambda one: one.start, reverse=True):
        end = line_end(result[splice.start - 1]) or line_end(result[0])
        if splice.stop > splice.start:
            end = line_end(result[splice.start]) or end
        result[splice.start : splice.stop] = [line + end for line in splice.lines]
    if line_end(lines[-1]):
        return "".join(result)
    closed = [line if line_end(line) else line + line_end(result[0]) for line in result]
    return "".join(closed).removesuffix(line_end(closed[-1]))
