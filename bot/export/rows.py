"""The table of the page."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from bot.export.addresses import Addresses, EntryIds
from bot.export.catalogue import Catalogue, Record, key_of
from bot.export.markup import html_text, is_web_address
from bot.shape.shape import ColumnShape, Shape

# Names in the address of the page besides ids of fields, which have no dot.
SEARCH, SORT, CHANGED = "q", "sort", "changed."
# A field of such a name would hide what the script needs of the form:
# https://html.spec.whatwg.org/multipage/forms.html#the-form-element (named properties)
_RESERVED = {SEARCH, SORT, "elements", "reset", "hidden", "dataset"}
_RESERVED |= {"querySelector", "querySelectorAll", "addEventListener"}
_WIDTHS = {"section": 9, "name": 19, "text": 17, "links": 17, "changed": 9, "actions": 8}
_CHOICE_WIDTH = 12
_FEW_COLUMNS = 5


class TableWriter:
    """Writes the rows of a catalogue; `changed` holds the day of the last change by line."""

    def __init__(
        self, catalogue: Catalogue, addresses: Addresses, changed: Mapping[int, date]
    ) -> None:
        self._catalogue = catalogue
        self._shape = catalogue.shape
        self._addresses = addresses
        self._changed = changed
        self._keys = [key_of(column) for column in self._shape.columns]
        self._name_key = key_of(self._shape.name_column)
        self._tags = [_tags(column) for column in self._shape.columns]
        self._labels = [_label(self._shape, column) for column in self._shape.columns]
        sections = self._shape.file.sections
        self._section_key = sections.field if sections else ""

    def head(self) -> str:
        """The cells of the header; those with a key can be sorted."""
        cells = []
        if self._section_key:
            noun = self._shape.section_noun.capitalize()
            cells.append(_head_cell(noun, "section", self._section_key))
        for key, column in zip(self._keys, self._shape.columns, strict=True):
            cells.append(_head_cell(column.name, column.kind, key))
        if self._changed:
            cells.append(_head_cell("Changed", "changed", CHANGED))
        cells.append(
            '<th role="columnheader" scope="col"><span class="unseen">Link and mistakes</span></th>'
        )
        return "".join(cells)

    def widths(self) -> str:
        """A style for the widths of the columns, in percent."""
        kinds = ["section"] if self._section_key else []
        kinds += [column.kind for column in self._shape.columns]
        kinds += ["changed"] if self._changed else []
        weights = [_WIDTHS.get(kind, _CHOICE_WIDTH) for kind in [*kinds, "actions"]]
        rules = []
        for place, weight in enumerate(weights, 1):
            percent = 100 * weight / sum(weights)
            rules.append(f"thead th:nth-child({place}) {{ width: {percent:.1f}%; }}")
        return f"@media (width > 64rem) {{ {' '.join(rules)} }}"

    def rows(self) -> Iterator[str]:
        """The rows, in the order of the list."""
        ids = EntryIds(self._shape)
        for entry in self._catalogue.entries:
            yield self._row(entry, ids.next(entry))

    def _row(self, entry: Record, identity: str) -> str:
        cells = []
        if self._section_key:
            section = html_text(entry[self._section_key])
            cells.append(f'<td role="cell" class="section">{section}</td>')
        for index, column in enumerate(self._shape.columns):
            value = entry[self._keys[index]]
            if column.kind == "name":
                cells.append(self._name_cell(column, entry, value))
                continue
            content = self._content(index, column, value)
            label = self._labels[index]
            kind = column.kind.replace("/", "-")
            cells.append(f'<td role="cell" class="{kind}"{label}>{content}</td>')
        if self._changed:
            cells.append(self._changed_cell(entry["line"]))
        cells.append(self._actions(entry, identity))
        return f'<tr role="row" id="{html_text(identity)}">{"".join(cells)}</tr>'

    def _name_cell(self, column: ColumnShape, entry: Record, name: str) -> str:
        address = entry[column.address] if column.address else None
        content = _link(name, address) if address else html_text(name)
        return f'<th role="rowheader" scope="row">{content}</th>'

    def _content(self, index: int, column: ColumnShape, value: Any) -> str:
        if column.kind == "text":
            return html_text(value)
        if column.kind == "links":
            if value:
                return " ".join(_link(link["title"], link["url"]) for link in value)
            return f'<span class="needed">{html_text(missing(column))}</span>'
        return " ".join(self._tags[index][word] for word in as_words(value))

    def _changed_cell(self, line: int) -> str:
        day = self._changed.get(line)
        content = f"<time>{day.isoformat()}</time>" if day else ""
        return f'<td role="cell" class="changed">{content}</td>'

    def _actions(self, entry: Record, identity: str) -> str:
        name = f'<span class="unseen"> {html_text(entry[self._name_key])}</span>'
        links = [f'<a class="link" href="#{html_text(quote(identity))}">Link{name}</a>']
        correction = self._addresses.correction(entry)
        if correction:
            links.append(f'<a href="{html_text(correction)}">Correct{name}</a>')
        return f'<td role="cell" class="actions-cell">{"".join(links)}</td>'


def _head_cell(name: str, kind: str, key: str) -> str:
    key = html_text(parameter(key))
    return (
        f'<th role="columnheader" scope="col" data-kind="{kind}" data-key="{key}">'
        f"{html_text(name)}</th>"
    )


def _tags(column: ColumnShape) -> dict[Any, str]:
    """The tag of each option, by its value in a record."""
    tags = {}
    for value, (place, option) in option_names(column).items():
        tags[value] = f'<span class="tag t{place}">{html_text(option)}</span>'
    return tags


def _label(shape: Shape, column: ColumnShape) -> str:
    """The name of a column beside its values, where a narrow screen shows rows as cards."""
    if column.kind == "yes/no" or len(shape.columns) > _FEW_COLUMNS:
        return f' data-label="{html_text(column.name)}"'
    return ""


def parameter(key: str) -> str:
    """The name of a filter or an order in the address of the page."""
    return f"{key}." if key in _RESERVED else key


def option_names(column: ColumnShape) -> dict[Any, tuple[int, str]]:
    """The place and the name of each option, by its value in a record."""
    values: list[Any] = [True, False]
    if column.kind != "yes/no":
        values = column.exported_options
    found = {}
    for place, (value, option) in enumerate(zip(values, column.options, strict=False)):
        found[value] = (place, option)
    return found


def as_words(value: Any) -> list[Any]:
    """The values of a choice or of several as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def missing(column: ColumnShape) -> str:
    """The text in place of links."""
    return column.empty or f"No {column.name.lower()}"


def _link(title: str, url: str) -> str:
    if not is_web_address(url):
        return f"<span>{html_text(title)} ({html_text(url)})</span>"
    return f'<a rel="nofollow ugc" href="{html_text(url)}">{html_text(title)}</a>'
