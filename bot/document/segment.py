"""A part of a document as GitHub shows it: headings, tables, lists of links, and all between."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from bot.document.anchors import anchor_of
from bot.document.html import Handler, from_safe
from bot.document.tables import ShownTable, shown_table

_TABLE = "<table"
_TABLE_END = "</table>"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EMPHASIS = frozenset({"strong", "em"})


class Heading(NamedTuple):
    """A heading: its line, counted from 1, its level, its text; nested if in a list or quote."""

    line: int
    level: int
    text: str
    is_nested: bool

    def below(self, lines: int) -> "Heading":
        """The same one so many lines further down."""
        return Heading(self.line + lines, self.level, self.text, self.is_nested)


class LinkItem(NamedTuple):
    """A list item which begins with a link, after signs such as an emoji or not.

    `last` is the last line of the item with everything indented below it, or an empty one after
    that. `outermost` and `innermost` number the lists around it. `is_plain` if there is no text
    beside the link.
    """

    line: int
    href: str
    text: str
    last: int
    outermost: int
    innermost: int
    is_plain: bool

    @property
    def anchor(self) -> str | None:
        """The anchor it leads to; None for a link out of the document."""
        return anchor_of(self.href[1:]) if self.href.startswith("#") else None

    def below(self, lines: int, lists: int) -> "LinkItem":
        """The same one so many lines and lists further down."""
        return self._replace(
            line=self.line + lines,
            last=self.last + lines,
            outermost=self.outermost + lists,
            innermost=self.innermost + lists,
        )


class Segment:
    """A part of a document as GitHub shows it; each of its parts is read when first asked for.

    Lines count from 1 at its own first line.
    """

    def __init__(self, html: str) -> None:
        self._flow, self._tables = _cut_tables(html)

    @cached_property
    def _read(self) -> "_FlowReader":
        reader = _FlowReader()
        reader.feed(self._flow)
        return reader

    @property
    def headings(self) -> list[Heading]:
        """All headings, in order."""
        return self._read.headings

    @property
    def link_items(self) -> list[LinkItem]:
        """All list items beginning with a link, in order."""
        return self._read.items

    @property
    def list_count(self) -> int:
        """The number of lists."""
        return self._read.list_count

    @property
    def code(self) -> list[tuple[int, int]]:
        """The first and last line of each block of code."""
        return self._read.code

    @cached_property
    def tables(self) -> list[ShownTable]:
        """All tables, in order."""
        pairs = zip(self._tables, self._read.nested_tables, strict=True)
        return [shown_table(html, is_nested) for html, is_nested in pairs]

    @cached_property
    def pieces(self) -> list[str]:
        """The HTML; each heading and each table is its own piece."""
        data, tables = self._flow.encode(), iter(self._tables)
        found = []
        for start, stop in pairwise(self._read.cuts):
            piece = data[start:stop].decode()
            found.append(next(tables) if piece == _PLACE else piece)
        return found


_PLACE = "<table-place/>"


def _cut_tables(html: str) -> tuple[str, list[str]]:
    """The HTML with a mark for each table, in one root element; and the tables."""
    flow, *others = html.split(_TABLE)
    tables, texts = [], [flow]
    for other in others:
        table, text = other.split(_TABLE_END)
        tables.append(f"{_TABLE}{table}{_TABLE_END}")
        texts.append(text)
    return f"<page>{_PLACE.join(texts)}</page>", tables


@dataclass
class _Item:
    """A list item being read: its first link, if nothing comes before that."""

    line: int
    last: int
    lists: tuple[int, int]
    href: str | None = None
    texts: list[str] = field(default_factory=list)
    is_link_open: bool = False
    is_over: bool = False  # something which is no link came first, or comes after it
    is_plain: bool = True


class _FlowReader(Handler):
    """Collects everything outside tables.

    `cuts` are where headings and marks of tables begin and end, in bytes, the ends of the page too.
    """

    def __init__(self) -> None:
        self.cuts = [len("<page>")]
        self.headings: list[Heading] = []
        self.items: list[LinkItem] = []
        self.code: list[tuple[int, int]] = []
        self.nested_tables: list[bool] = []
        self._depth = 0  # of lists and quotes
        self._lists: list[int] = []
        self.list_count = 0
        self._open: list[_Item] = []
        self._heading: tuple[int, list[str]] | None = None  # its line and texts

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in {"ol", "ul"}:
            self.list_count += 1
            self._lists.append(self.list_count)
            self._depth += 1
            self._close_link_item()
        elif tag == "li":
            first, last = _lines(attributes)
            self._open.append(_Item(first, last, (self._lists[0], self._lists[-1])))
        elif tag == "blockquote":
            self._depth += 1
            self._other()
        elif tag in _HEADINGS:
            self.cuts.append(self.offset)
            self._heading = (_lines(attributes)[0], [])
            self._other()
        elif tag == "table-place":
            self.cuts += [self.offset, self.offset + len(_PLACE)]
            self.nested_tables.append(self._depth > 0)
            self._other()
        else:
            self._start_in_item(tag, attributes)

    def _start_in_item(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "pre":
            self.code.append(_lines(attributes))
        item = self._open[-1] if self._open else None
        if item is None or item.is_link_open or tag in _EMPHASIS:
            return
        if tag == "a" and item.href is None and not item.is_over:
            item.href, item.is_link_open = attributes["href"], True
        elif tag != "p" or item.href is not None:
            self._other()

    def end(self, tag: str) -> None:
        if tag in {"ol", "ul"}:
            self._lists.pop()
            self._depth -= 1
        elif tag == "li":
            self._close_link_item()
            self._open.pop()
        elif tag == "blockquote":
            self._depth -= 1
        elif tag in _HEADINGS and self._heading is not None:
            self.cuts.append(self.offset + len("</h1>"))
            line, texts = self._heading
            level, is_nested = int(tag[1]), self._depth > 0
            self.headings.append(Heading(line, level, from_safe("".join(texts)), is_nested))
            self._heading = None
        elif tag == "a" and self._open:
            self._open[-1].is_link_open = False
        elif tag == "page":
            self.cuts.append(self.offset)

    def text(self, text: str) -> None:
        if self._heading is not None:
            self._heading[1].append(text)
        elif self._open:
            item = self._open[-1]
            if item.is_link_open:
                item.texts.append(text)
            elif text.strip() and (item.href is not None or any(map(str.isalnum, text))):
                self._other()

    def omitted(self, comment: str) -> None:
        if self._heading is None:
            self._other()

    def _other(self) -> None:
        """Something else than the one link of an item."""
        if self._open and not self._open[-1].is_over and not self._open[-1].is_link_open:
            item = self._open[-1]
            if item.href is None:
                item.is_over = True
            else:
                item.is_plain = False

    def _close_link_item(self) -> None:
        """What belongs to an item's first line ends with it or where a list begins in it."""
        if not self._open:
            return
        item = self._open[-1]
        if item.href is not None and not item.is_over:
            text = from_safe("".join(item.texts))
            href = from_safe(item.href)
            lists = item.lists
            self.items.append(LinkItem(item.line, href, text, item.last, *lists, item.is_plain))
        item.is_over = True


def _lines(attributes: Mapping[str, str]) -> tuple[int, int]:
    """The first and last line an element is written on."""
    first, last = attributes["data-sourcepos"].split("-")
    return int(first.split(":")[0]), int(last.split(":")[0])
