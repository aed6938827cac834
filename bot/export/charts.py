"""The numbers for the pictures: how often each option is chosen, by section and by year."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, compress
from typing import NamedTuple

from bot.export.catalogue import Catalogue, Record, key_of, option_names
from bot.shape.shape import ColumnShape

_MOST_GROUPS = 12
_MOST_SERIES = 8


class Group(NamedTuple):
    """Some of the entries: how many, and how many of them are in each series."""

    name: str
    total: int
    counts: tuple[int, ...]


class Chart(NamedTuple):
    """Counts by group and series; `is_partition` if each entry is in exactly one series."""

    title: str
    entries: str
    series: tuple[str, ...]
    groups: tuple[Group, ...]
    is_partition: bool


class _Series(NamedTuple):
    """Names of the series, and those an entry belongs to, by index."""

    names: tuple[str, ...]
    of: Callable[[Record], Sequence[int]]
    is_partition: bool


def charts(catalogue: Catalogue, changed: Mapping[int, date]) -> Iterator[Chart]:
    """Charts of each column with few options; those by year need the days of the last changes."""
    shape = catalogue.shape
    if not catalogue.entries:
        return
    for column in shape.columns:
        if not 2 <= len(column.options) <= _MOST_SERIES:
            continue
        series = _series(key_of(column), column)
        if shape.has_sections:
            groups = _largest(catalogue)
            title = f"{column.name} by {shape.section_noun}"
            yield _chart(catalogue, title, series, groups)
        if changed:
            title = f"{column.name} by year of the last change"
            yield _chart(catalogue, title, series, _by_year(catalogue, changed))
        elif not shape.has_sections:
            yield _chart(catalogue, column.name, series, [])


def _series(key: str, column: ColumnShape) -> _Series:
    options = option_names(column)
    names = tuple(options.values())
    index = {value: number for number, value in enumerate(options)}
    if column.kind != "choices":
        labels = (*names, "not stated")
        return _Series(labels, lambda entry: [index.get(entry[key], len(index))], is_partition=True)
    if len(names) != 2:
        return _Series(
            names, lambda entry: [index[word] for word in entry[key]], is_partition=False
        )
    # Of two options an entry has one, both or none, which are four parts of the whole.
    first, second = options
    labels = (f"{names[1]} only", "Both", f"{names[0]} only", "not stated")
    parts = {(second,): 0, (first, second): 1, (first,): 2, (): 3}
    return _Series(labels, lambda entry: [parts[tuple(entry[key])]], is_partition=True)


def _chart(
    catalogue: Catalogue,
    title: str,
    series: _Series,
    groups: Iterable[tuple[str, Sequence[Record]]],
) -> Chart:
    many = catalogue.shape.entry.many
    rows = [_group(f"All {many}", catalogue.entries, series)]
    for name, entries in groups:
        rows.append(_group(name, entries, series))
    if not series.is_partition:
        return Chart(title, many, series.names, tuple(rows), is_partition=False)
    used = rows[0].counts  # of a series without entries nothing is drawn
    names = tuple(compress(series.names, used))
    kept = [row._replace(counts=tuple(compress(row.counts, used))) for row in rows]
    return Chart(title, many, names, tuple(kept), is_partition=True)


def _group(name: str, entries: Sequence[Record], series: _Series) -> Group:
    counts = [0] * len(series.names)
    for entry in entries:
        for index in series.of(entry):
            counts[index] += 1
    return Group(name, len(entries), tuple(counts))


def _largest(catalogue: Catalogue) -> list[tuple[str, list[Record]]]:
    """The sections with the most entries, and the others together, in the order of the list."""
    field, noun = catalogue.shape.section_field, catalogue.shape.section_noun
    sections: dict[str, list[Record]] = {}
    for entry in catalogue.entries:
        sections.setdefault(entry[field], []).append(entry)
    if len(sections) <= _MOST_GROUPS:
        return list(sections.items())
    by_size = sorted(sections, key=lambda name: -len(sections[name]))
    chosen = set(by_size[: _MOST_GROUPS - 1])
    groups: list[tuple[str, list[Record]]] = []
    others: list[Record] = []
    for name, entries in sections.items():
        if name in chosen:
            groups.append((name, entries))
        else:
            others += entries
    return [*groups, (f"{len(sections) - len(chosen):,} other {noun}s", others)]


def _by_year(catalogue: Catalogue, changed: Mapping[int, date]) -> list[tuple[str, list[Record]]]:
    """The entries by the year of their last change; the years before the latest are one group."""
    years: dict[int, list[Record]] = {}
    for entry in catalogue.entries:
        if entry["line"] in changed:
            years.setdefault(changed[entry["line"]].year, []).append(entry)
    ordered = sorted(years)
    early, late = ordered[:-_MOST_GROUPS], ordered[-_MOST_GROUPS:]
    groups: list[tuple[str, list[Record]]] = []
    if early:
        before = list(chain.from_iterable(years[year] for year in early))
        groups.append((f"before {late[0]}", before))
    for year in late:
        groups.append((str(year), years[year]))
    return groups
