"""Where headings and tables stand in a document, as mistletoe reads it, line by line and without
inline markup.

mistletoe's inline parser is quadratic on hostile text and takes most of its time on rows, whose
text nobody needs here.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from bot.document.blocks import block_token, span_token
from bot.errors import ReadmeError


class Heading(NamedTuple):
    """A heading's line, counted from 1, and its level; `nested` when it stands in a list or a
    quote.
    """

    line: int
    level: int
    nested: bool


class Table(NamedTuple):
    """The lines of a table outside lists and quotes: its header, and its rows below the delimiter."""

    line: int
    rows: tuple[int, ...]


class Structure(NamedTuple):
    """The headings and tables of a document, in order."""

    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]


class _Heading(block_token.Heading):
    """A heading of which only the marks are read: mistletoe's own pattern is quadratic in the
    blanks behind them.
    """

    pattern = re.compile(
        r" {0,3}(#{1,6})(?=\s)()()"
    )  # its last two groups are the text and the marks that close it


class _Table(block_token.Table):
    """A table that ends where GitHub ends it: at an empty line or at the start of another block.

    https://github.github.com/gfm/#tables-extension-
    """

    line_number: int

    def __init__(self, rows: int) -> None:
        self.rows = rows

    @classmethod
    def read(cls, lines: Any, check_only: bool = False) -> int | bool | None:
        if not super().read(lines, check_only=True):
            return None
        if check_only:
            return True
        next(lines), next(lines)
        start = lines.get_pos()
        lines.set_pos(start + _rows_that_begin_with_a_pipe(lines.lines, start + 1))
        while cls._continues(lines):
            next(lines)
        return int(lines.get_pos() - start)

    @staticmethod
    def _continues(lines: Any) -> bool:
        line = lines.peek()
        if line is None or line.strip(" \t\n") == "":
            return False
        return not any(block.check_interrupts_paragraph(lines) for block in _ENDING_A_TABLE)


def _rows_that_begin_with_a_pipe(lines: list[str], start: int) -> int:
    """How many of the next lines need no closer look, since nothing but a row begins so."""
    return next((n for n in range(start, len(lines)) if lines[n][0] != "|"), len(lines)) - start


_ENDING_A_TABLE = (
    block_token.HtmlBlock,
    _Heading,
    block_token.Quote,
    block_token.CodeFence,
    block_token.ThematicBreak,
    block_token.List,
)
_BLOCKS = (
    block_token.HtmlBlock,
    block_token.BlockCode,
    _Heading,
    block_token.Quote,
    block_token.CodeFence,
    block_token.ThematicBreak,
    block_token.List,
    _Table,
    block_token.Footnote,
    block_token.Paragraph,
)


@contextmanager
def _blocks_only() -> Iterator[None]:
    for name in block_token.__all__:
        block_token.remove_token(getattr(block_token, name))
    for position, token in enumerate(_BLOCKS):
        block_token.add_token(token, position)
    for name in span_token.__all__:
        if name != "RawText":  # the fallback, which takes the text as it is
            span_token.remove_token(getattr(span_token, name))
    try:
        yield
    finally:
        block_token.Paragraph.parse_setext = (
            True  # a quote turns it off, and leaves it so when it fails
        )
        block_token.reset_tokens()
        span_token.reset_tokens()


def _document(lines: list[str]) -> Any:
    try:
        return block_token.Document(lines)
    except RecursionError:
        raise ReadmeError(
            None, "a line holds quotes or lists too deep inside each other to be read."
        ) from None


def read_structure(lines: Sequence[str]) -> Structure:
    """Find the headings and tables in the lines of a document."""
    plain = [line.rstrip("\r\n") + "\n" for line in lines]
    if plain:
        plain[0] = plain[0].removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    with _blocks_only():
        document: Any = _document(plain)
    tables = (
        Table(
            token.line_number,
            tuple(range(token.line_number + 2, token.line_number + 2 + token.rows)),
        )
        for token in document.children
        if isinstance(token, _Table)
    )
    return Structure(tuple(_headings(document, nested=False)), tuple(tables))


def _headings(block: Any, nested: bool) -> Iterator[Heading]:
    token: Any
    for token in block.children or ():
        if isinstance(token, block_token.Heading | block_token.SetextHeading):
            yield Heading(token.line_number, token.level, nested)  # type: ignore[union-attr]
        elif isinstance(token, block_token.Quote | block_token.List | block_token.ListItem):
            yield from _headings(token, nested=True)
