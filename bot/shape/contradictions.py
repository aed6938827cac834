"""What no single value of list.yml shows, and so no JSON Schema can say."""

import re
from collections.abc import Iterator

from bot.shape.list_file import (
    AnyColumn,
    ByColumn,
    ChoiceColumn,
    LinksColumn,
    ListFile,
    NameColumn,
)

Location = tuple[str | int, ...]
_BARE_PIPE = re.compile(r"(?<!\\)\|")


def contradictions(file: ListFile) -> Iterator[tuple[Location, str]]:
    """Settings which contradict each other: where, and what is allowed."""
    names = [name for name, column in file.columns.items() if isinstance(column, NameColumn)]
    if len(names) != 1:
        many = f", there are {len(names)}" if names else ""
        yield ("columns",), f"exactly one column needs `kind: name`{many}"
    for name, column in file.columns.items():
        yield from _in_column(file, name, column)
    yield from _shared_ids(file)
    rows = file.order.rows
    if isinstance(rows, ByColumn) and rows.by not in file.columns:
        columns = ", ".join(file.columns)
        yield ("order", "rows", "by"), f"no column is called {rows.by}; there are {columns}"
    if file.forms.correct and file.correct.form:
        yield ("correct", "form"), "the form is set already, as `forms.correct`"
    if file.forms.add_section and not (file.sections and file.sections.new):
        yield ("forms", "add_section"), "no form makes sections, since `sections.new` is not true"


def _in_column(file: ListFile, name: str, column: AnyColumn) -> Iterator[tuple[Location, str]]:
    if isinstance(column, NameColumn):
        field = file.sections.field if file.sections else None
        if column.starts_with and column.starts_with != field:
            where = ("columns", name, "starts_with")
            yield where, f"names can begin with the section only; its field is {field}"
        return
    cells: dict[Location, str] = {("empty",): column.empty}
    if isinstance(column, ChoiceColumn | LinksColumn):
        cells["separator",] = column.separator
    if isinstance(column, ChoiceColumn):
        for option, markdown in column.shown.items():
            cells["shown", option] = markdown
    for setting, markdown in cells.items():
        problem = problem_in_cell(markdown)
        if problem:
            yield ("columns", name, *setting), problem
    if isinstance(column, ChoiceColumn):
        yield from _shown_twice(name, column)


def problem_in_cell(markdown: str) -> str | None:
    """Why a cell cannot have this Markdown, if it cannot."""
    if "\n" in markdown or "\r" in markdown:
        return "a cell has one line"
    if _BARE_PIPE.search(markdown):
        return "a pipe would end the cell; write `\\|` for one in it"
    return None


def _shown_twice(name: str, column: ChoiceColumn) -> Iterator[tuple[Location, str]]:
    """Options which a cell shows alike, so nobody could say which one it has."""
    options: dict[str, str] = {}
    for option, text in column.shown.items():
        first = options.setdefault(text.strip(), option)
        if first != option:
            where = ("columns", name, "shown", option)
            yield where, f"each option needs a text of its own; `{first}` is shown so too"


def _shared_ids(file: ListFile) -> Iterator[tuple[Location, str]]:
    """Ids with two uses, though a form has one answer to each, and an export one value."""
    uses: dict[str, str] = {}
    if file.sections:
        uses[file.sections.field] = "the field of the section"
    for location, field, use in _uses_of_ids(file):
        first = uses.setdefault(field, use)
        if first != use:
            yield location, f"each use needs an id of its own; `{field}` is {first} too"


def _uses_of_ids(file: ListFile) -> Iterator[tuple[Location, str, str]]:
    """Where each id of a column is set, the id, and its use in words."""
    for name, column in file.columns.items():
        yield ("columns", name, "field"), column.field, f"the field of {name}"
    for name, column in file.columns.items():
        if isinstance(column, NameColumn) and column.address:
            yield ("columns", name, "address"), column.address, f"the address of {name}"
        if isinstance(column, NameColumn) and column.exported:
            yield ("columns", name, "exported"), column.exported, f"the export of {name}"
