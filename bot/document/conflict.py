"""What git leaves in a text that it could not merge, and that nobody has taken out."""

import re
from functools import lru_cache

from bot.document.cmark import render_html
from bot.document.lines import line_end, split_lines
from bot.errors import ReadmeError

# https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
_MARK = re.compile(r"(?:(?:<{7}|>{7})(?: .*)?|\|{7} [^|]+|={7})\s*")
_SIGNS = tuple(7 * sign for sign in "<=>|")
_BETWEEN = "======="
_CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)


@lru_cache(maxsize=4)
def left_conflict(text: str) -> ReadmeError | None:
    """The first mark of a conflict that a reader sees; none in code or comments, nor where it
    underlines a heading.
    """
    lines = split_lines(text)
    marks = {
        n: line
        for n, line in enumerate(lines, start=1)
        if line.startswith(_SIGNS) and _MARK.fullmatch(line)
    }
    if not marks:
        return None
    shown = _shown(lines, marks)
    for number, line in marks.items():
        is_between = line.startswith(_BETWEEN)
        if (f">{_stand_in(number)}</" if is_between else _stand_in(number)) in shown:
            told = "a merge conflict is left here; keep what is right of its sides, and take the lines with marks out."
            return ReadmeError(number, told)
    return None


def _shown(lines: tuple[str, ...], marks: dict[int, str]) -> str:
    """The text as GitHub shows it, without code, and with a word for each mark, which would mean
    quotes and headings.

    The mark between two sides is one where that word is all of its paragraph or cell.
    """
    plain = list(lines)
    for number, line in marks.items():
        plain[number - 1] = _stand_in(number) + line_end(line)
    return _CODE.sub("", render_html("".join(plain)))


def _stand_in(number: int) -> str:
    return f"\N{REPLACEMENT CHARACTER}{number}\N{REPLACEMENT CHARACTER}"
