"""The table of the page."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import quote

from bot.export.addresses import CHANGED, Addresses, EntryIds, parameter
from bot.export.catalogue import Catalogue, Record, as_words, key_of, option_names
from bot.export.markup import html_text, is_web_address
from bot.shape.shape import ColumnShape, Shape

_WIDTHS = {"section": 9, "name": 19, "text": 17, "links": 17, "changed": 9, "actions": 8}
_CHOICE_WIDTH = 12
_FEW_COLUMNS = 5


class _Column(NamedTuple):
    """One column as the page shows it: `begin` opens a cell, `tags` has the tag of each option."""

    key: str
    shape: ColumnShape
    begin: str
    tags: dict[Any, str]


class TableWriter:
    """Writes the rows of a catalogue; `changed` holds the day of the last change by line."""

    def __init__(
        self, catalogue: Catalogue, addresses: Addresses, changed: Mapping[int, date]
    ) -> None:
        shape = catalogue.shape
        self._catalogue = catalogue
        self._addresses = addresses
        self._changed = changed
        self._name_key = key_of(shape.name_column)
        self._section_key = shape.section_field
        self._columns = [_shown_column(shape, column) for column in shape.columns]
        # The name, the kind and the key of each column which can be sorted.
        self._heads: list[tuple[str, str, str]] = []
        if self._section_key:
            self._heads.append((shape.section_noun.capitalize(), "section", self._section_key))
        for column in self._columns:
            self._heads.append((column.shape.name, column.shape.kind, column.key))
        if changed:
            self._heads.append(("Changed", "changed", CHANGED))

    def head(self) -> str:
        """The cells of the header; those with a key can be sorted."""
        cells = []
        for name, kind, key in self._heads:
            cells.append(
                f'<th role="columnheader" scope="col" data-kind="{kind}" '
                f'data-key="{html_text(parameter(key))}">{html_text(name)}</th>'
            )
        cells.append(
            '<th role="columnheader" scope="col"><span class="unseen">Link and mistakes</span></th>'
        )
        return "".join(cells)

    def widths(self) -> str:
        """A style for the widths of the columns, in percent."""
        kinds = [kind for _, kind, _ in self._heads]
        weights = [_WIDTHS.get(kind, _CHOICE_WIDTH) for kind in [*kinds, "actions"]]
        rules = []
        for number, weight in enumerate(weights, 1):
            percent = 100 * weight / sum(weights)
            rules.append(f"thead th:nth-child({number}) {{ width: {percent:.1f}%; }}")
        return f"@media (width > 64rem) {{ {' '.join(rules)} }}"

    def rows(self) -> Iterator[str]:
        """The rows, in the order of the list."""
        ids = EntryIds(self._catalogue.shape)
        for entry in self._catalogue.entries:
            yield self._row(entry, ids.next(entry))

    def _row(self, entry: Record, identity: str) -> str:
        cells = []
        if self._section_key:
            section = html_text(entry[self._section_key])
            cells.append(f'<td role="cell" class="section">{section}</td>')
        for column in self._columns:
            value = entry[column.key]
            if column.shape.kind == "name":
                address = entry[column.shape.address] if column.shape.address else None
                content = _link(value, address) if address else html_text(value)
                cells.append(f'<th role="rowheader" scope="row">{content}</th>')
            else:
                cells.append(f"{column.begin}{_content(column, value)}</td>")
        if self._changed:
            day = self._changed.get(entry["line"])
            content = f"<time>{day.isoformat()}</time>" if day else ""
            cells.append(f'<td role="cell" class="changed">{content}</td>')
        name = f'<span class="unseen"> {html_text(entry[self._name_key])}</span>'
        links = f'<a class="link" href="#{html_text(quote(identity))}">Link{name}</a>'
        correction = self._addresses.correction(entry)
        if correction:
            links += f'<a href="{html_text(correction)}">Correct{name}</a>'
        cells.append(f'<td role="cell" class="actions-cell">{links}</td>')
        return f'<tr role="row" id="{html_text(identity)}">{"".join(cells)}</tr>'


def _shown_column(shape: Shape, column: ColumnShape) -> _Column:
    tags = {}
    for number, (value, option) in enumerate(option_names(column).items()):
        tags[value] = f'<span class="tag t{number}">{html_text(option)}</span>'
    label = ""  # beside the values, where a narrow screen shows rows as cards
    if column.kind == "yes/no" or len(shape.columns) > _FEW_COLUMNS:
        label = f' data-label="{html_text(column.name)}"'
    begin = f'<td role="cell" class="{column.kind.replace("/", "-")}"{label}>'
    return _Column(key_of(column), column, begin, tags)


def _content(column: _Column, value: Any) -> str:
    """The content of a cell which is no name."""
    if column.shape.kind == "text":
        return html_text(value)
    if column.shape.kind != "links":
        return " ".join([column.tags[word] for word in as_words(value)])
    if not value:
        return f'<span class="needed">{html_text(missing(column.shape))}</span>'
    return " ".join([_link(link["title"], link["url"]) for link in value])


def _link(title: str, url: str) -> str:
    if not is_web_address(url):
        return f"<span>{html_text(title)} ({html_text(url)})</span>"
    return f'<a rel="nofollow ugc" href="{html_text(url)}">{html_text(title)}</a>'


def missing(column: ColumnShape) -> str:
    """The text in place of links."""
    return column.empty or f"No {column.name.lower()}"
