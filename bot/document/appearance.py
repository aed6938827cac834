"""What looks like rows or names of the list to its keeper, though GitHub shows no such thing."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.document.page import Page
from bot.names.order import normalize_name, skeleton
from bot.shape.shape import Shape

_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
_COUNT = re.compile(r"[(\[][0-9]+(?: \w+)?[)\]]$")
_EMOJI = {"So", "Sk", "Mn", "Cf"}  # signs, with skin, variation selector and joiner
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+[*_]*")
_FENCE = re.compile("`{3}|~{3}")
_TAG = re.compile(r"<[^<>]*>")
_HTML_TABLE = re.compile(r"<(?:table|tr|td)\b", re.IGNORECASE)
_TABBED = re.compile(r"[^\t]+\t+[^\t]+\t")


@lru_cache(maxsize=4096)
def comparable(text: str) -> str:
    """The letters and digits of a heading or column, without emoji, shortcodes and a count."""
    plain = without_count(_SHORTCODE.sub(" ", text.casefold()))
    return skeleton(plain) or normalize_name(text)


def without_count(heading: str) -> str:
    """A heading without a count in brackets at its end: `Zaptec (2)`, `Zaptec (2 models)`."""
    # Without `\s*` in front, which would be tried again at each of many spaces.
    return _COUNT.sub("", heading.rstrip()).rstrip()


@lru_cache(maxsize=4096)
def section_name(heading: str, shape: Shape) -> str:
    """The name of a section from its heading.

    Where names of entries begin with it, emoji around it and a colon after it are no part of it, as
    in `⚡ Zaptec:`.
    """
    name = without_count(heading).strip()  # beside a picture there is a space
    if not shape.names_start_with_section:
        return name
    name = name.rstrip(" :") or name
    words = name.split(" ")
    while words and _is_emoji(words[0]):
        words.pop(0)
    while words and _is_emoji(words[-1]):
        words.pop()
    return without_count(" ".join(words)) or name


def _is_emoji(word: str) -> bool:
    kinds = {unicodedata.category(char) for char in word}
    return "So" in kinds and kinds <= _EMOJI


def is_html_table(line: str) -> bool:
    """Whether a line holds a tag of an HTML table."""
    return bool(_HTML_TABLE.search(line))


def is_bullet_with(name: str, line: str) -> bool:
    """Whether a line is a bullet with a name and more after it."""
    bullet = _BULLET.match(line)
    begin = f"{normalize_name(name)} "
    return bool(bullet and normalize_name(line[bullet.end() :]).startswith(begin))


def is_tabbed(line: str) -> bool:
    """Whether a line has three values or more, separated by tabs, as pasted from a spreadsheet."""
    return bool(_TABBED.match(line))


def row_pattern(columns: int) -> re.Pattern[str]:
    """Matches a line which looks like a row, in a table or not.

    Its first mark is a pipe, after those of lists and quotes, or it has as many pipes as separate
    the columns; a single one may be in prose.
    """
    return re.compile(rf"[ \t>*+-]*\|.*\||(?:(?:[^|\\]|\\.)*\|){{{max(columns - 1, 2)}}}")


def line_with_words(lines: Sequence[str], text: str) -> int | None:
    """The first line with the words of a text and no others, in whatever marks or tags.

    One with the marks of a heading comes before others.
    """
    wanted = comparable(text)
    found = [n for n, line in enumerate(lines, 1) if comparable(_TAG.sub("", line)) == wanted]
    return min(found, key=lambda number: not lines[number - 1].startswith("#"), default=None)


def unclosed_fence(page: Page, lines: Sequence[str]) -> int | None:
    """The line of a fence which nothing closes, so that GitHub shows the rest as code."""
    if not page.code:
        return None
    first, last = page.code[-1]
    fence = lines[first - 1].strip()[:3]
    is_closed = last > first and set(lines[last - 1].strip()) == set(fence)
    is_last = not "".join(lines[last:]).strip()
    return first if is_last and _FENCE.match(fence) and not is_closed else None


def fenced_lines(page: Page, lines: Sequence[str]) -> set[int]:
    """The numbers of the lines in fenced blocks of code."""
    found: set[int] = set()
    for first, last in page.code:
        if _FENCE.search(lines[first - 1]):
            found.update(range(first, last + 1))
    return found


def table_lines(page: Page) -> set[int]:
    """The numbers of the lines shown in tables."""
    found: set[int] = set()
    for table in page.tables:
        found.update(range(table.line, table.last_line + 1))
    return found


def stray_rows(
    page: Page, lines: Sequence[str], start: int, end: int, columns: int
) -> Iterator[int]:
    """The numbers of lines which look like rows, but are in no table for GitHub.

    Of several in a row the first. Code in fences and comments are no rows.
    """
    known = table_lines(page) | fenced_lines(page, lines)
    pattern = row_pattern(columns)
    last, is_comment = -1, False
    for number in range(max(start, 1), end):
        line = lines[number - 1]
        if number in known and not is_comment:
            continue
        is_comment = is_comment or line.lstrip().startswith("<!--")
        if number not in known and not is_comment and pattern.match(line):
            if number != last + 1:
                yield number
            last = number
        is_comment = (is_comment or "<!--" in line) and "-->" not in line.rpartition("<!--")[2]
