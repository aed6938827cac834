"""A section of the list, and the tables in it."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from bot.document.rows import Row
from bot.document.style import TableStyle, table_style
from bot.document.tables import ShownTable
from bot.names.order import normalize_name
from bot.rules.finding import Finding
from bot.shape.entry_names import entry_identity, full_name, meaning
from bot.shape.shape import Shape


@dataclass(frozen=True, eq=False)
class Table:
    """One table of the list; `lines` are those of the document."""

    shown: ShownTable = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    name_index: int

    @property
    def line(self) -> int:
        """The line of its header."""
        return self.shown.line

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its rows, in order."""
        found = []
        content = self.shown.content
        for place, name in enumerate(self.names):
            line = self.line + 2 + place
            source = self.lines[line - 1].rstrip("\r\n")
            found.append(Row(line, content, place, source, name))
        return tuple(found)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its rows, in order, for which no other cell is read."""
        return self.shown.texts(self.name_index)

    @property
    def head(self) -> tuple[str, str]:
        """Its header and its delimiter row, as they are written."""
        header, delimiter = self.lines[self.line - 1 : self.line + 1]
        return header.strip(), delimiter.strip()

    @cached_property
    def style(self) -> TableStyle:
        """How it is written."""
        return table_style(*self.head, [row.source for row in self.rows])


@dataclass(frozen=True, eq=False)
class Section:
    """A section of the list, or all of a list without sections.

    Its lines go from `line`, that of its heading, up to, not including, `end`. For a list without
    sections, `line` is that of the list's heading, or 0. `errors` keep the bot from editing it.
    """

    name: str
    anchor: str
    line: int
    end: int
    shape: Shape = field(repr=False)
    tables: tuple[Table, ...] = ()
    errors: tuple[Finding, ...] = ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all its tables, in order."""
        return tuple(chain.from_iterable(table.rows for table in self.tables))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its rows, in order, for which no other cell is read."""
        if len(self.tables) == 1:
            return self.tables[0].names
        return tuple(chain.from_iterable(table.names for table in self.tables))

    @cached_property
    def rows_by_identity(self) -> dict[Any, list[Row]]:
        """The rows by name, in whatever case, accents and spaces."""
        found: dict[Any, list[Row]] = {}
        for row in self.rows:
            found.setdefault(entry_identity(self.shape, row.name), []).append(row)
        return found

    @cached_property
    def rows_by_meaning(self) -> dict[Any, list[Row]]:
        """The rows by the entry they mean, however they are written."""
        found: dict[Any, list[Row]] = {}
        for row in self.rows:
            found.setdefault(meaning(self.shape, self.name, row.name), []).append(row)
        return found

    def rows_called(self, name: str) -> list[Row]:
        """The rows of the entry meant by a name, with or without the section's in front."""
        full = full_name(self.shape, self.name, name)
        return self.rows_by_meaning.get(entry_identity(self.shape, full), [])

    def table_of(self, row: Row) -> Table:
        """The table of a row of the section."""
        return next(table for table in self.tables if row in table.rows)

    def row(self, name: str, line: int | None = None) -> Row:
        """The one row with this name, or that on a line; LookupError for none, or more than one."""
        rows = self.rows_by_identity.get(entry_identity(self.shape, name), [])
        if line is not None:
            rows = [row for row in rows if row.line == line]
        if len(rows) != 1:
            raise LookupError(name)
        return rows[0]

    @property
    def normalized_names(self) -> frozenset[str]:
        """The names of its entries, normalized, with and without that of the section."""
        return _normalized_names(self.name, self.names)


# In a queue of issues most sections stay as they are.
@lru_cache(maxsize=4096)
def _normalized_names(section: str, names: tuple[str, ...]) -> frozenset[str]:
    """The names of a section, normalized, with and without its own."""
    begin = f"{normalize_name(section)} "
    found = set(map(normalize_name, names))
    return frozenset(found | {name.removeprefix(begin) for name in found})
