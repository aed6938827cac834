"""What the pictures of the page show: how often each option is chosen, by section and by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.export.catalogue import Catalogue, Record, key_of
from bot.export.rows import option_names
from bot.shape.shape import ColumnShape

_MOST_GROUPS = 12
_MOST_SERIES = 8


@dataclass(frozen=True)
class Group:
    """Some of the entries: how many, and how many of them are in each series."""

    name: str
    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Chart:
    """Counts by group and series; `is_partition` if each entry is in exactly one series."""

    title: str
    entries: str
    series: tuple[str, ...]
    groups: tuple[Group, ...]
    is_partition: bool


Classify = Callable[[Record], Sequence[int]]


@dataclass(frozen=True)
class _Series:
    """Names of the series, and those an entry belongs to, by index."""

    names: tuple[str, ...]
    of: Classify
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
        if shape.file.sections:
            field = shape.file.sections.field
            groups = _largest(catalogue, field, shape.section_noun)
            title = f"{column.name} by {shape.section_noun}"
            yield _chart(catalogue, title, series, groups)
        if changed:
            title = f"{column.name} by year of the last change"
            yield _chart(catalogue, title, series, _by_year(catalogue, changed))
        elif not shape.file.sections:
            yield _chart(catalogue, column.name, series, [])


def _series(key: str, column: ColumnShape) -> _Series:
    names = option_names(column)
    if column.kind == "choices" and len(names) == 2:
        return _only_or_both(key, names)
    places = {word: place for word, (place, _) in names.items()}
    labels = tuple(name for _, name in names.values())
    if column.kind == "choices":
        return _Series(
            labels, lambda entry: [places[word] for word in entry[key]], is_partition=False
        )
    rest = len(labels)
    return _Series(
        (*labels, "not stated"), lambda entry: [places.get(entry[key], rest)], is_partition=True
    )


def _only_or_both(key: str, names: Mapping[Any, tuple[int, str]]) -> _Series:
    """Of two options an entry has one, both or none, which are four parts of the whole."""
    (first, (_, first_name)), (second, (_, second_name)) = names.items()
    labels = (f"{second_name} only", "Both", f"{first_name} only", "not stated")
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
    used = list(range(len(series.names)))
    if series.is_partition:
        used = [index for index in used if rows[0].counts[index]]
    kept = []
    for row in rows:
        counts = tuple(row.counts[index] for index in used)
        kept.append(Group(row.name, row.total, counts))
    names = tuple(series.names[index] for index in used)
    return Chart(title, many, names, tuple(kept), series.is_partition)


def _group(name: str, entries: Sequence[Record], series: _Series) -> Group:
    counts = Counter(index for entry in entries for index in series.of(entry))
    return Group(name, len(entries), tuple(counts[index] for index in range(len(series.names))))


def _largest(catalogue: Catalogue, field: str, noun: str) -> list[tuple[str, list[Record]]]:
    """The sections with the most entries, and the others together, in the order of the list."""
    sections: dict[str, list[Record]] = {}
    for entry in catalogue.entries:
        sections.setdefault(entry[field], []).append(entry)
    sizes = sorted((len(entries) for entries in sections.values()), reverse=True)
    if len(sections) <= _MOST_GROUPS:
        return list(sections.items())
    by_size = sorted(sections, key=lambda name: -len(sections[name]))
    chosen = set(by_size[: _MOST_GROUPS - 1])
    rest = [entry for entry in catalogue.entries if entry[field] not in chosen]
    groups = [(name, entries) for name, entries in sections.items() if name in chosen]
    return [*groups, (f"{len(sizes) - len(chosen):,} other {noun}s", rest)]


def _by_year(catalogue: Catalogue, changed: Mapping[int, date]) -> list[tuple[str, list[Record]]]:
    """The entries by the year of their last change; the years before the latest are one group."""
    years: dict[int, list[Record]] = {}
    for entry in catalogue.entries:
        if entry["line"] in changed:
            years.setdefault(changed[entry["line"]].year, []).append(entry)
    ordered = sorted(years)
    early, late = ordered[:-_MOST_GROUPS], ordered[-_MOST_GROUPS:]
    groups = [(str(year), years[year]) for year in late]
    if early:
        before = [entry for year in early for entry in years[year]]
        groups.insert(0, (f"before {late[0]}", before))
    return groups
