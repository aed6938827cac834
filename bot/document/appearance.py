"""What looks like rows or names of the list to its keeper, though GitHub shows no such thing."""

import re
from collections.abc import Iterator, Sequence

from bot.document.page import Page
from bot.names.order import normalize_name, skeleton

_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
_COUNT = re.compile(r"\s*[(\[][0-9]+[)\]]$")
_FENCE = re.compile("`{3}|~{3}")
_HTML_TABLE = re.compile(r"<(?:table|tr|td)\b", re.IGNORECASE)
_TABBED = re.compile(r"[^\t]+\t+[^\t]+\t")


def comparable(text: str) -> str:
    """The letters and digits of a heading or column, without emoji, shortcodes and a count."""
    plain = without_count(_SHORTCODE.sub(" ", text.casefold()))
    return skeleton(plain) or normalize_name(text)


def without_count(heading: str) -> str:
    """A heading without a count in brackets at its end, as in `Zaptec (2)`."""
    return _COUNT.sub("", heading.rstrip())


def is_html_table(line: str) -> bool:
    """Whether a line holds a tag of an HTML table."""
    return bool(_HTML_TABLE.search(line))


def is_tabbed(line: str) -> bool:
    """Whether a line has three values or more, separated by tabs, as pasted from a spreadsheet."""
    return bool(_TABBED.match(line))


def row_pattern(columns: int) -> re.Pattern[str]:
    """Matches a line which looks like a row, in a table or not.

    Its first mark is a pipe, after those of lists and quotes, or it has as many pipes as separate
    the columns; a single one may be in prose.
    """
    return re.compile(rf"[ \t>*+-]*\|.*\||(?:(?:[^|\\]|\\.)*\|){{{max(columns - 1, 2)}}}")


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
    last, is_comment = 0, False
    for number in range(max(start, 1), end):
        line = lines[number - 1]
        is_comment = is_comment or line.lstrip().startswith("<!--")
        if number not in known and not is_comment and pattern.match(line):
            if number != last + 1:
                yield number
            last = number
        is_comment = (is_comment or "<!--" in line) and "-->" not in line.rpartition("<!--")[2]
