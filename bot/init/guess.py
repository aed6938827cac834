"""The shape of a list, guessed from README.md, with the reason for each part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.document.lines import split_lines
from bot.document.page import Page, read_page
from bot.document.section import Table
from bot.init.choices import can_be_option
from bot.init.columns import ColumnGuess, guess_columns
from bot.init.name_column import SectionRows, choose_names
from bot.init.ordering import OrderGuess, guess_row_order, guess_section_order
from bot.init.survey import OtherTable, Survey, html_tables, survey
from bot.init.values import CellValue, ColumnValues
from bot.init.words import entry_noun, section_noun, slug, unique_id
from bot.names.order import normalize_name
from bot.shape.list_file import ListEnd

_RESERVED_IDS = {"change", "reason"}  # of the correction form
_MOST = 0.9


class Ids(NamedTuple):
    """The ids of form fields."""

    columns: tuple[str, ...]
    address: str
    section: str
    row: str
    rename: str


@dataclass(frozen=True)
class Guess:
    """The shape of a list.

    `title` is that of the page; empty where it has none. `sections` has their names, in order;
    empty for a list of one table. Where names start with theirs, sections are brands, and a form
    may make new ones. `same_names` are the lines of two rows of a section with one.
    """

    survey: Survey
    title: str
    columns: tuple[ColumnGuess, ...]
    entry: str
    section: str
    sections: tuple[str, ...]
    names_start_with_section: bool
    same_names: tuple[int, int] | None
    near_duplicates: bool
    row_order: OrderGuess
    section_order: OrderGuess
    ids: Ids
    others: tuple[OtherTable, ...]

    @property
    def name_column(self) -> ColumnGuess:
        """The column with the names."""
        return next(column for column in self.columns if column.kind == "name")

    @property
    def fields(self) -> list[tuple[str, ColumnGuess]]:
        """The columns, each with the id of its field in the forms."""
        return list(zip(self.ids.columns, self.columns, strict=True))

    @property
    def section_options(self) -> tuple[str, ...]:
        """The sections to choose from; empty where people type one, as for a reserved word."""
        if self.names_start_with_section or not all(map(can_be_option, self.sections)):
            return ()
        return self.sections


def guess(text: str) -> Guess:
    """Guess the shape of the list in README.md. Raises ReadmeError where it cannot be served."""
    page = read_page(text)
    surveyed = survey(text, page)
    header = surveyed.header
    rows = _rows(surveyed, split_lines(text))
    values = [_column(name, number, rows) for number, name in enumerate(header)]
    index, same_names = choose_names(values, rows)
    columns = guess_columns(values, values[index])
    texts: list[list[list[str]]] = [[] for _ in columns]  # of each column, table by table
    for _, inside in rows:
        for number, tables in enumerate(texts):
            tables.append([row.cells[number].text for row in inside])
    sections: tuple[str, ...] = ()
    if surveyed.level:
        sections = tuple(dict.fromkeys(name for name, _ in surveyed.sections))
    is_prefixed = _start_with_section(rows, index)
    section = section_noun(surveyed.parents, is_prefixed)
    html = [OtherTable(line, "it is written in HTML") for line in html_tables(text, page)]
    return Guess(
        survey=surveyed,
        title=_title(page),
        columns=tuple(columns),
        entry=entry_noun(header[index]),
        section=section,
        sections=sections,
        names_start_with_section=is_prefixed,
        same_names=same_names,
        near_duplicates=not _are_codes(values[index]),
        row_order=guess_row_order(columns, texts),
        section_order=guess_section_order(sections),
        ids=_ids(header, index, section),
        others=tuple(sorted([*surveyed.others, *html], key=lambda table: table.line)),
    )


def _title(page: Page) -> str:
    """The first heading of level 1 which shows a text, as the title of what is made of the list."""
    for heading in page.headings:
        text = heading.text.strip()
        if heading.level == 1 and not heading.is_nested and text.isprintable() and text:
            return text
    return ""


def _rows(surveyed: Survey, lines: Sequence[str]) -> list[SectionRows]:
    """The rows of each table, with its section; none of those without a letter or digit."""
    rows: list[SectionRows] = []
    for section, tables in surveyed.sections:
        for table in tables:
            named = []
            for row in Table(table, tuple(lines), 0).rows:
                text = "".join(cell.text for cell in row.cells)
                if any(map(str.isalnum, text)) or any(cell.links for cell in row.cells):
                    named.append(row)
            rows.append((section, named))
    return rows


def _column(name: str, number: int, rows: Sequence[SectionRows]) -> ColumnValues:
    values = []
    for _, inside in rows:
        for row in inside:
            markdown = row.written[number].markdown if number < len(row.written) else ""
            values.append(CellValue(row.cells[number], markdown))
    return ColumnValues(name, values)


def _start_with_section(rows: Sequence[SectionRows], index: int) -> bool:
    """Whether nearly all names begin with the name of their section, of several."""
    total = prefixed = 0
    for section, inside in rows:
        begin = f"{normalize_name(section)} "
        for row in inside:
            total += 1
            prefixed += f"{normalize_name(row.cells[index].text)} ".startswith(begin)
    has_several = len({section for section, _ in rows}) > 1
    return has_several and total > 0 and prefixed >= _MOST * total


def _are_codes(names: ColumnValues) -> bool:
    """Whether nearly all names are order codes: one word with a digit, alike but for a few."""
    codes = 0
    for value in names.values:
        name = value.cell.text.strip()
        codes += " " not in name and any(map(str.isdigit, name))
    return bool(names.values) and codes >= _MOST * len(names.values)


def _ids(header: Sequence[str], name_index: int, section: str) -> Ids:
    taken = set(_RESERVED_IDS)

    def take(base: str) -> str:
        field_id = unique_id(base, taken)
        taken.add(field_id)
        return field_id

    columns = []
    for number, name in enumerate(header, start=1):
        columns.append(take(slug(name) or f"column_{number}"))
    return Ids(
        columns=tuple(columns),
        address=take("address"),
        section=take(slug(section)),
        row=take(f"current_{columns[name_index]}"),
        rename=take(f"new_{columns[name_index]}"),
    )


def reasons(guess: Guess) -> Iterator[str]:
    """The guesses, one line for each part."""
    survey = guess.survey
    rows = sum(len(table.rows) for table in survey.tables)
    tables = len(survey.tables)
    count = f"{tables} tables" if tables > 1 else "one table"
    where = f"below the heading {survey.heading.text}" if survey.heading else "the whole page"
    yield f"list: {where}, {count} with {rows} rows"
    if guess.sections:
        yield from _reasons_of_sections(guess)
    for column in guess.columns:
        reason = f", {column.reason}" if column.reason else ""
        yield f"{column.name}: {column.kind}{reason}"
        if column.unusual:
            yield f"{column.name}: looks misspelled, so no option: {', '.join(column.unusual)}"
    yield f"order of rows: {guess.row_order.reason}"
    yield f"in messages a row is called {guess.entry}"
    if guess.names_start_with_section:
        yield f"each {guess.name_column.name} begins with the name of its {guess.section}"
    if guess.same_names:
        first, second = guess.same_names
        yield f"several rows may share a name, as lines {first} and {second} do"
    if not guess.near_duplicates:
        yield f"{guess.name_column.name} is a code, so similar names are no mistake"


def _reasons_of_sections(guess: Guess) -> Iterator[str]:
    count, level = len(guess.sections), guess.survey.level or 1
    headings = f"sections: {count} headings {'#' * level}, called {guess.section}"
    if guess.names_start_with_section:
        yield f"{headings}; a form may make new ones"
        order = guess.section_order.reason
        if guess.section_order.how is ListEnd.BOTTOM:
            order += ", so new ones go to the bottom"
        yield f"order of sections: {order}"
        return
    yield f"{headings}; forms offer these, and make no new one"
    yield f"order of sections: {guess.section_order.reason}"
    reserved = [name for name in guess.sections if not can_be_option(name)]
    if reserved:
        yield (
            f"sections are typed, not chosen, since GitHub allows no option `{reserved[0]}`: "
            "rename that heading"
        )
