"""A row as somebody has written it, with the place of each of its cells."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.document.charger import HEADER
from bot.document.escape import BREAK
from bot.document.lines import indentation
from bot.document.parse import Brand, Listing, Row
from bot.document.rendering import RenderedRow
from bot.forms.values import BRAND_LIMIT, read_name
from bot.names.cleaning import clean, has_excess_combining_marks
from bot.names.order import skeleton
from bot.rules import list_rules
from bot.rules.finding import Place
from bot.rules.rule import FieldErrors, Problem

# What the bot itself writes so that a text stays one, and every other character that a backslash
# makes text.
_OWN_MARKS = re.compile(rf"\\.|{BREAK}|<span>\$</span>")
_HTML = re.compile(r"<[A-Za-z/!?]")  # how HTML begins: https://spec.commonmark.org/0.31.2/#raw-html
# What a renderer reads for NUL: https://spec.commonmark.org/0.31.2/#insecure-characters
LOST = "\N{REPLACEMENT CHARACTER}"


class RawCell(NamedTuple):
    """A cell as it is written: its Markdown without the blanks around it, and the column that it
    begins at.
    """

    markdown: str
    column: int

    @property
    def holds_html(self) -> bool:
        """Whether there may be HTML in it that does more than keep a text as it is."""
        return bool(_HTML.search(_OWN_MARKS.sub(" ", self.markdown)))


class SourceRow(NamedTuple):
    """A row with the brand that it stands under and the line that it stands on, as the renderer
    reads it.

    `brands` are those of the whole list by their folded names. Where a heading is no name, or none
    of its rows begins with it, they are not `is_under_its_brand`: it may be the heading that is
    wrong.
    """

    brand: Brand
    row: Row
    line: str
    brands: Mapping[str, list[Brand]]
    is_under_its_brand: bool

    @property
    def raw(self) -> tuple[RawCell, ...]:
        """The cells as they are written; fewer than there are columns when some are missing."""
        return _raw_cells(self.line, self.row.rendered)

    @property
    def is_regular(self) -> bool:
        """Whether the line plainly has a cell for each column and nothing more."""
        line = self.line
        return (
            line[:1] == line[-1:] == "|" and line.count("|") == len(HEADER) + 1 and "\\" not in line
        )

    @property
    def extra_text(self) -> str:
        """What is written behind the last column, which GitHub does not show."""
        places = self.row.rendered.places
        if len(places) < len(HEADER):
            return ""
        return (
            self.line.encode()[indentation(self.line) + places[-1][1] :]
            .decode()
            .rstrip()
            .strip(" \t|")
        )

    def place(self, problem: Problem) -> Place:
        """Where a problem of this row is: at what was received if that stands in its cell as such."""
        if problem.field is None:
            extra_text = str(problem.facts.get("received", ""))
            return Place(
                self.row.line, self.line.rfind(extra_text) + 1 if extra_text else len(self.line) + 1
            )
        cell = self.raw[min(HEADER.index(problem.field), len(self.raw) - 1)]
        return Place(
            self.row.line,
            cell.column + max(cell.markdown.find(str(problem.facts.get("received", ""))), 0),
        )


@lru_cache(maxsize=1)  # all problems of a row are placed before those of the next
def _raw_cells(line: str, rendered: RenderedRow) -> tuple[RawCell, ...]:
    data, indent = line.encode(), indentation(line)
    return tuple(
        _raw_cell(data, indent + first - 1, indent + last) for first, last in rendered.places
    )


def _raw_cell(data: bytes, start: int, stop: int) -> RawCell:
    cell = data[start:stop].decode()
    before = len(data[:start].decode()) + len(cell) - len(cell.lstrip())
    return RawCell(cell.strip(), before + 1)


def source_rows(listing: Listing, brand: Brand) -> Iterator[SourceRow]:
    """The rows of a brand, in order. Raises ReadmeError."""
    is_theirs = is_name(brand.name) and any(
        skeleton(row.model).startswith(skeleton(brand.name)) for row in brand.rows
    )
    for row in brand.rows:
        line = listing.lines[row.line - 1].rstrip("\r\n").replace("\0", LOST)
        yield SourceRow(brand, row, line, listing.brands_by_name, is_theirs)


def normalization_problem(column: str, text: str, used: str) -> Problem | None:
    """What is wrong with a text that the bot would use otherwise; blanks and what shows nothing
    are told elsewhere.
    """
    if used != clean(text) or has_excess_combining_marks(text):
        return Problem(list_rules.UNTIDY, column, {"received": text, "suggestion": used})
    return (
        None
        if unicodedata.is_normalized("NFC", text)
        else Problem(list_rules.DECOMPOSED, column, facts)
    )


def is_name(heading: str) -> bool:
    """Whether the form would take a heading for the name of a brand, just as it is."""
    try:
        return read_name(heading, BRAND_LIMIT) == heading
    except FieldErrors:
        return False
