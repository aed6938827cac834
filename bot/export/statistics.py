"""The catalogue in numbers, as Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.export.catalogue import (
    Catalogue,
    count_options,
    entries_without,
    key_of,
    option_names,
    sections_key,
)
from bot.render.quoting import neutralize, reveal_invisible
from bot.render.table import table
from bot.shape.nouns import in_small_letters
from bot.shape.shape import ColumnShape

_Row = tuple[str | int, ...]


def as_statistics(catalogue: Catalogue) -> str:
    """Sections and entries, by choice and by section, and how many lack links."""
    return "\n".join(_lines(catalogue)) + "\n"


def _lines(catalogue: Catalogue) -> Iterator[str]:
    shape, entries = catalogue.shape, catalogue.entries
    many = shape.entry.many.capitalize()
    totals: list[_Row] = []
    if shape.has_sections:
        totals.append((sections_key(shape).capitalize(), len(catalogue.sections)))
    totals.append((many, len(entries)))
    for column in shape.columns:
        if column.kind == "links":
            lacking = len(entries_without(catalogue, column))
            totals.append((f"{many} without a {column.name.lower()}", lacking))
    yield f"# {shape.about.title} in numbers"
    yield from _table("The list", ("Count",), totals)
    for column in shape.columns:
        if column.kind in {"choice", "choices", "yes/no"}:
            # As in running text: words but the first in small letters, abbreviations kept.
            first, _, others = column.name.partition(" ")
            subject = f"{first} {in_small_letters(others)}".rstrip()
            yield from _table(subject, (many,), _counts(catalogue, column))
    if shape.has_sections:
        yield from _by_section(catalogue)


def _counts(catalogue: Catalogue, column: ColumnShape) -> Iterator[_Row]:
    """How many entries have each option; of two options how many have one or both."""
    words = column.exported_options
    if column.kind == "choices" and len(words) == 2:
        key = key_of(column)
        sets = Counter(tuple(entry[key]) for entry in catalogue.entries)
        for word in reversed(words):
            yield f"{word} only", sets[(word,)]
        yield " or ".join(words), sets[tuple(words)]
        return
    counts = count_options(catalogue, column)
    for value, option in option_names(column).items():
        yield option if column.kind == "yes/no" else value, counts[value]


def _by_section(catalogue: Catalogue) -> Iterator[str]:
    """How many entries each section has, and how many of these lack links."""
    shape, field = catalogue.shape, catalogue.shape.section_field
    counts = Counter(entry[field] for entry in catalogue.entries)
    heads, lacking = [shape.entry.many.capitalize()], []
    for column in shape.columns:
        if column.kind == "links":
            heads.append(f"Without a {column.name.lower()}")
            without = entries_without(catalogue, column)
            lacking.append(Counter(entry[field] for entry in without))
    rows: list[_Row] = []
    for name in dict.fromkeys(section["name"] for section in catalogue.sections):
        shown = neutralize(reveal_invisible(name))
        rows.append((shown, counts[name], *[counter[name] for counter in lacking]))
    yield from _table(shape.section_noun.capitalize(), heads, rows)


def _table(subject: str, counts: Sequence[str], rows: Iterable[_Row]) -> Iterator[str]:
    yield ""
    yield table([subject, *counts], (map(str, row) for row in rows), numbers=len(counts))
