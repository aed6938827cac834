"""A cell with links."""

import re
from collections.abc import Iterator, Sequence

from bot.check.cells import CellReading, normalization_problem, without_value, written_problems
from bot.check.markup import leads_anywhere, link_spelling, same_address
from bot.document.cells import Cell, Link
from bot.document.rows import Row
from bot.document.values import (
    empty_content,
    is_empty,
    links_content,
    separator_text,
    shown_cell,
)
from bot.forms.link_lines import lacks_address
from bot.forms.link_titles import titled_link
from bot.forms.typed_links import LINKS_LIMIT, read_link
from bot.names.cleaning import clean
from bot.names.order import normalize_name, skeleton
from bot.names.vocabulary import JOINING
from bot.rules import row_rules, value_rules
from bot.rules.rule import FieldErrors, Problem
from bot.shape.shape import ColumnShape, needed_word

# What people write between two links; words such as `and` come besides.
_SEPARATORS = re.compile(r"\s*[,;/|&+·•]?\s*")
_BRACKETS = str.maketrans({"(": "%28", ")": "%29"})
# What is wrong with the address of a source, and may be right elsewhere.
_NOT_PUBLIC = {
    value_rules.ADDRESS_UNREAD,
    value_rules.ADDRESS_HOST,
    value_rules.ADDRESS_PORT,
    value_rules.ADDRESS_USER,
}


def links_value(column: ColumnShape, row: Row) -> tuple[Link, ...] | None:
    """The links of a cell; None where there is more or less than links."""
    cell = row.cells[column.index]
    if is_empty(column, cell):
        return ()
    if _is_marked(column, cell):
        return row.links(column.index)
    if not _is_only_links(cell):
        return None
    if not all(clean(link.title) and link.url for link in cell.links):
        return None
    return cell.links


def _is_marked(column: ColumnShape, cell: Cell) -> bool:
    """Whether a cell has allowed markup, such as a picture, or a link in HTML."""
    return column.allows_markup and bool(cell.markup)


def read_links_cell(column: ColumnShape, row: Row, value: tuple[Link, ...] | None) -> CellReading:
    """The problems of links, whose value is known; an address a form would refuse is reported."""
    cell = row.cells[column.index]
    if not value and is_empty(column, cell):
        needed = needed_word(cell.text)
        if not needed:
            return CellReading()
        problem = row_rules.NO_LINK.problem(column.name, received=cell.text, name=needed)
        return CellReading([problem])
    if _is_marked(column, cell):
        return CellReading()
    if not value and not _is_only_links(cell):
        return _unread_links(column, cell, row.markdown(column.index))
    problems: list[Problem] = []
    sources: list[Link] = []
    is_certain = True
    for link in cell.links:
        source, found = _read_link(column, link)
        is_certain = is_certain and source is not None
        sources.append(source or link)
        for problem in found:
            problems.append(link_spelling(problem, row.markdown(column.index), link))
    problems += _too_many_links(column, row, sources)
    content = links_content(column, sources)
    titles = [link.title for link in cell.links]
    if cell.text != separator_text(column.separator).join(titles):
        suggestion = content.markdown if is_certain else ""
        problems.append(_links_cell_problem(column, cell, suggestion))
    is_fixed = is_certain and bool(problems) and content.shown != cell.shown
    return CellReading(problems, content if is_fixed else None)


def _read_link(column: ColumnShape, link: Link) -> tuple[Link | None, list[Problem]]:
    """A link as the bot would write it, None where that is not certain; and what is wrong.

    A bare address is the style of its keeper, where the list is not strict.
    """
    try:
        source = _as_a_form_reads(*link)
    except FieldErrors as errors:
        found = written_problems(errors, column.name, is_strict=column.is_strict)
        if not column.is_strict and leads_anywhere(link.url):
            found = [problem for problem in found if problem.rule not in _NOT_PUBLIC]
        return None, found
    if not column.is_strict and same_address(*link):
        return link, []
    if not column.is_strict and link.url.translate(_BRACKETS) == source.url:
        source = Link(source.title, link.url)  # they work, as long as they come in pairs
    if link.title == column.link_title:  # even one of no letters, such as an emoji
        source = Link(link.title, source.url)
    if source == link:
        return source, []
    if not clean(link.title):
        untitled = row_rules.UNTITLED
        return source, [untitled.problem(column.name, received=str(link), suggestion=str(source))]
    different = normalization_problem(column.name, str(link), str(source))
    return source, [different] if different else []


def _too_many_links(column: ColumnShape, row: Row, sources: Sequence[Link]) -> Iterator[Problem]:
    """Repeated links, and more links than a form takes."""
    seen = set()
    links = row.cells[column.index].links
    for link, source in zip(links, sources, strict=True):
        if source.url in seen:
            problem = row_rules.LINK_TWICE.problem(column.name, received=str(link))
            yield link_spelling(problem, row.markdown(column.index), link)
        seen.add(source.url)
    if column.is_strict and len(links) > LINKS_LIMIT:
        yield row_rules.TOO_MANY_LINKS.problem(column.name, count=len(links), limit=LINKS_LIMIT)


def _is_only_links(cell: Cell) -> bool:
    """Whether a cell has links, and nothing else but separators of any kind."""
    beside = []
    rest = cell.text
    for link in cell.links:
        start = rest.find(link.title)
        if start < 0:
            return False
        beside.append(rest[:start])
        rest = rest[start + len(link.title) :]
    if not beside or beside[0].strip() or rest.strip():
        return False
    return all(_SEPARATORS.fullmatch(text) or normalize_name(text) in JOINING for text in beside)


def _unread_links(column: ColumnShape, cell: Cell, markdown: str) -> CellReading:
    """A cell without links; where it means none, the fix is to say so."""
    empty = shown_cell(column.empty).text
    letters = skeleton(cell.text)
    suggestion, fix = "", None
    if not cell.links and empty and letters == skeleton(empty):
        suggestion, fix = empty, empty_content(column)
    elif not cell.links and not letters and not markdown:
        fix = empty_content(column)
    return CellReading([_links_cell_problem(column, cell, suggestion)], fix)


def _links_cell_problem(column: ColumnShape, cell: Cell, suggestion: str) -> Problem:
    separator = f"`{column.separator}`" if column.separator.strip() else "a space"
    return row_rules.LINKS_CELL.problem(
        column.name,
        received=cell.text,
        separator=separator,
        without=without_value(column),
        suggestion=suggestion,
    )


def _as_a_form_reads(title: str, url: str) -> Link:
    """A link as a form would read it; GitHub makes links of bare addresses too.

    Raises FieldErrors.
    """
    if same_address(title, url):
        return read_link(f"<{url}>")
    if lacks_address(url):
        return read_link(title)  # both pasted between the brackets of GitHub's button for links
    plain = clean(title)
    return titled_link(plain, url, str(Link(plain, url)))
