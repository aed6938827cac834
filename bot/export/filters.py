"""The fields of the page to narrow and sort the list."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.export.addresses import CHANGED, SORT, parameter
from bot.export.catalogue import Catalogue, count_options, entries_without, key_of, option_names
from bot.export.markup import html_text
from bot.export.page_table import missing
from bot.shape.list_file import ChoiceColumn
from bot.shape.shape import Shape

WITH, WITHOUT = "with", "without"


class Choice(NamedTuple):
    """One box to check: its value in the address, its name, and how many entries it leaves."""

    value: str
    name: str
    entries: int


def filters(catalogue: Catalogue) -> Iterator[str]:
    """A filter for each column with few values, for the section, and for missing links."""
    shape = catalogue.shape
    for column in shape.columns:
        if column.options:
            chosen = count_options(catalogue, column)
            options = []
            for value, name in option_names(column).items():
                options.append(Choice(name, name, chosen[value]))
            yield _filter(column.name, key_of(column), options)
    if shape.section_field:
        field = shape.section_field
        counts = Counter(entry[field] for entry in catalogue.entries)
        sections = [Choice(name, name, count) for name, count in counts.items()]
        yield _filter(shape.section_noun.capitalize(), field, sections)
    for column in shape.columns:
        if column.kind == "links":
            lacking = len(entries_without(catalogue, column))
            having = len(catalogue.entries) - lacking
            choices = [Choice(WITH, "With", having), Choice(WITHOUT, "Without", lacking)]
            yield _filter(column.name, key_of(column), choices)


def _filter(heading: str, key: str, choices: Iterable[Choice]) -> str:
    boxes = []
    name = html_text(parameter(key))
    for choice in choices:
        box = f'<input type="checkbox" name="{name}" value="{html_text(choice.value)}">'
        count = f'<span class="number">{choice.entries:,}</span>'
        boxes.append(f"<label>{box} {html_text(choice.name)} {count}</label>")
    return (
        f'<details class="filter" name="filter"><summary>{html_text(heading)}'
        '<span class="chosen"></span></summary>'
        f'<fieldset><legend class="unseen">{html_text(heading)}</legend>{"".join(boxes)}</fieldset>'
        "</details>"
    )


def sort_options(shape: Shape, *, dated: bool) -> Iterator[str]:
    """The choices of the field for the order, for screens too narrow for a header."""
    columns = [(key_of(column), column.name) for column in shape.columns]
    if shape.section_field:
        columns.insert(0, (shape.section_field, shape.section_noun.capitalize()))
    orders = []
    for column_key, name in columns:
        key = parameter(column_key)
        orders += [(key, name), (f"-{key}", f"{name}, descending")]
    if dated:
        orders += [(CHANGED, "Changed, oldest first"), (f"-{CHANGED}", "Changed, newest first")]
    for order, name in orders:
        yield f'<option value="{html_text(order)}">{html_text(name)}</option>'


def quick_views(catalogue: Catalogue, *, dated: bool) -> Iterator[str]:
    """Links to the entries in need of a hand: without links, and longest unchanged."""
    for column in catalogue.shape.columns:
        if column.kind != "links":
            continue
        count = len(entries_without(catalogue, column))
        if count:
            key = parameter(key_of(column))
            name = html_text(missing(column).rstrip("!"))
            yield f'<a href="#{html_text(key)}={WITHOUT}">{name} ({count:,})</a>'
    if dated:
        yield f'<a href="#{SORT}={CHANGED}">Longest without a change</a>'


def phrases(shape: Shape) -> str:
    """Words to type for an option or a section, as JSON: `{phrase: [[key, value], ...]}`."""
    by_phrase: dict[str, list[tuple[str, str]]] = {}
    for column in shape.columns:
        if not isinstance(column.setting, ChoiceColumn):
            continue
        key = parameter(key_of(column))
        for option, others in column.setting.search.items():
            for phrase in others:
                by_phrase.setdefault(phrase, []).append((key, option))
    if shape.file.sections:
        key = parameter(shape.section_field)
        for name, aliases in shape.file.sections.aliases.items():
            for alias in aliases:
                by_phrase.setdefault(alias, []).append((key, name))
    return json.dumps(by_phrase, ensure_ascii=False)
