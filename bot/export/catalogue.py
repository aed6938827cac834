"""The list as records for programs."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.check.rows import RowReading, read_rows
from bot.document.document import Document
from bot.document.placing import is_placeholder, says_nothing
from bot.document.section import Section
from bot.rules.rule import Level
from bot.shape.list_file import NameColumn
from bot.shape.shape import ColumnShape, Shape

Record = dict[str, Any]


class LeftOut(NamedTuple):
    """A row or section whose values cannot be read, and the reason as plain text."""

    line: int
    name: str
    reason: str


@dataclass(frozen=True)
class Catalogue:
    """The list: its sections and entries as records, in order, and the rest, left out."""

    shape: Shape = field(repr=False)
    sections: tuple[Record, ...]
    entries: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]


def key_of(column: ColumnShape) -> str:
    """The key of a column in records: the id of its field, or another one in list.yml for names."""
    exported = column.setting.exported if isinstance(column.setting, NameColumn) else None
    return exported or column.field


def entries_key(shape: Shape) -> str:
    """The key of all entries in records."""
    return shape.entry.many.replace(" ", "_")


def sections_key(shape: Shape) -> str:
    """The key of all sections in records."""
    return f"{shape.section_noun.replace(' ', '_')}s"


def read_catalogue(document: Document) -> Catalogue:
    """The records of a list. Raises ReadmeError where nothing of it can be read."""
    document.checked()
    nouns = document.shape.nouns
    entries: list[Record] = []
    left_out: list[LeftOut] = []
    for section in (*document.sections, *document.unreadable):
        for flaw in section.errors:
            reason = flaw.problem.with_nouns(nouns).plain()
            left_out.append(LeftOut(flaw.place.line, section.name, reason))
    for section in document.sections:
        for reading in read_rows(document, section, only_values=True):
            if reading.is_complete and not is_placeholder(reading.row):
                entries.append(_record(document.shape, section, reading))
            elif not says_nothing(reading.row) or document.shape.names_start_with_section:
                left_out.append(_left_out(reading))
    sections: list[Record] = []
    if document.shape.has_sections:
        for section in document.sections:
            sections.append({"name": section.name, "anchor": section.anchor, "line": section.line})
    left_out.sort(key=lambda part: part.line)
    return Catalogue(document.shape, tuple(sections), tuple(entries), tuple(left_out))


def _left_out(reading: RowReading) -> LeftOut:
    reason = "this row cannot be read."
    if is_placeholder(reading.row):
        reason = "this row has no name."
    for problem in reading.problems:
        if problem.rule.level is Level.ERROR:
            first = problem.with_nouns(reading.shape.nouns)
            field_name = f"{first.field}: " if first.field else ""
            reason = field_name + first.plain()
            break
    return LeftOut(reading.row.line, reading.row.name, reason)


def _record(shape: Shape, section: Section, reading: RowReading) -> Record:
    record: Record = {}
    if shape.section_field:
        record[shape.section_field] = section.name
    for column in shape.columns:
        value = reading.values[column.index]
        record[key_of(column)] = _value(column, value)
        address = column.address
        if address:
            links = reading.row.links(column.index)
            record[address] = links[0].url if links else None
    record["line"] = reading.row.line
    return record


def _value(column: ColumnShape, value: Any) -> Any:
    match column.kind:
        case "choices":
            return [column.exported(option) for option in value]
        case "choice":
            return column.exported(value[0]) if value else None
        case "yes/no":
            if value:
                return value[0] == column.options[0]
            return False if len(column.options) == 1 else None  # ticks alone: no tick is a no
        case "links":
            return [{"title": link.title, "url": link.url} for link in value]
        case "name" | "text":
            return value


def option_names(column: ColumnShape) -> dict[Any, str]:
    """The name of each option, by its value in a record."""
    values: list[Any] = [True, False]
    if column.kind != "yes/no":
        values = column.exported_options
    return dict(zip(values, column.options, strict=False))


def as_words(value: Any) -> list[Any]:
    """The values of a choice or of several as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def count_options(catalogue: Catalogue, column: ColumnShape) -> Counter[Any]:
    """How many entries have each option of a column, by its value in a record."""
    key = key_of(column)
    counts: Counter[Any] = Counter()
    for entry in catalogue.entries:
        counts.update(as_words(entry[key]))
    return counts


def entries_without(catalogue: Catalogue, column: ColumnShape) -> list[Record]:
    """The entries without any link in a column."""
    key = key_of(column)
    return [entry for entry in catalogue.entries if not entry[key]]
