"""The written files, read as the bot and GitHub will read them."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from bot.document.cells import CellContent, Link
from bot.document.changes import Addition, NewRow
from bot.document.document import Document
from bot.document.parse import parse
from bot.document.values import shown_cell, value_content
from bot.init.initialise import LIST_PATH, Initialised, initialise
from bot.init.values import CellValue, ColumnValues
from bot.shape.load import bind, read_list_file
from bot.shape.shape import ColumnShape, Shape

ACTION = "acme/list-bot@0123456789abcdef0123456789abcdef01234567"
FORMS = ".github/ISSUE_TEMPLATE/"


@dataclass(frozen=True)
class Written:
    """What init made of a README.md, read again from the texts."""

    made: Initialised
    shape: Shape
    document: Document
    forms: dict[str, dict]


def written(readme: str) -> Written:
    made = initialise(readme, ACTION)
    file = read_list_file(made.files[LIST_PATH], LIST_PATH)
    texts = {path: text for path, text in made.files.items() if path.startswith(FORMS)}
    forms = {path.removeprefix(FORMS): yaml.safe_load(text) for path, text in texts.items()}
    options = {}
    for field in forms[file.forms.add]["body"]:
        if field["type"] == "dropdown":
            options[field["id"]] = field["attributes"]["options"]
    shape = bind(file, options)
    return Written(made, shape, parse(readme, shape), forms)


def addition(shape: Shape, section: str, name: str, values: dict[str, str]) -> Addition:
    """A row of plausible values; `values` has those of some columns, by their name."""
    contents = [_content(column, name, values.get(column.name)) for column in shape.columns]
    return Addition(section, (NewRow(name, tuple(contents)),))


def _content(column: ColumnShape, name: str, value: str | None) -> CellContent:
    link = Link(column.link_title or "new.example", "https://new.example/page")
    values = {
        "name": name,
        "text": value or "new",
        "links": (link, Link("more", "https://more.example")),
        "choices": column.options[:2],
    }
    has_address = getattr(column.setting, "address", None)
    chosen = values.get(column.kind, column.options[:1])
    return value_content(column, chosen, link.url if has_address else None)


def column_of(cells: Sequence[str], header: str = "Kind") -> ColumnValues:
    """A column with these cells, in Markdown."""
    return ColumnValues(header, [CellValue(shown_cell(cell), cell) for cell in cells])


def shape_of(header: str, cells: Sequence[str]) -> ColumnShape:
    """The shape of the second column of a table: the first has names."""
    rows = "".join(f"| Entry {n} | {cell} |\n" for n, cell in enumerate(cells))
    return written(f"# List\n\n| Name | {header} |\n|---|---|\n{rows}").shape.columns[1]
