"""Markup in cells, and characters GitHub shows differently from how they are typed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from bot.check.invisible import invisible_problem, is_invisible_or_odd_space
from bot.document.cells import Cell, Link
from bot.document.escape import escape
from bot.document.rows import Row
from bot.names.cleaning import unique
from bot.rules import row_rules
from bot.rules.rule import Fact, Problem
from bot.shape.shape import ColumnShape

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:[^\s]", re.IGNORECASE)
_HOST = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)+/|[\w.-]+\.(?:com|io|net|org)$", re.IGNORECASE)
_MOST_ADDRESSES = 100  # each looked for in the whole cell
_TRIMMED = " \t\n\v\f\r"  # what GitHub takes off a cell
# What becomes an emoji, a formula or a footnote where GitHub shows a file, unlike its renderer.
_LIVE = re.compile(
    r":(?:[+-]1|100|1234|[0-9_+-]*[a-z][a-z0-9_+-]*):|\$(?=\S)[^$]+(?<=\S)\$|\[\^[^\[\]\s]+\]"
)
# It takes long for an endless address, and is asked again for each link.
_decoded = lru_cache(maxsize=16)(unquote)


def markup_problems(column: ColumnShape, row: Row) -> Iterator[Problem]:
    """Markup in a cell: a text is plain, and only columns for links have links."""
    cell = row.cells[column.index]
    if column.allows_markup or (not cell.links and not cell.markup):
        return
    has_links = column.kind == "links" or column.address is not None
    addresses = [] if has_links else _bare_addresses(row.markdown(column.index), cell)
    for address in addresses:
        yield row_rules.AUTOLINK.problem(column.name, received=address, markdown=escape(address))
    is_linked = bool(cell.links) and not has_links and not addresses
    is_marked = bool(cell.markup - {"omitted"})
    is_html = "omitted" in cell.markup and row.written[column.index].holds_html
    if is_linked or is_marked or is_html:
        rule = row_rules.MARKED_LINK if has_links else row_rules.MARKUP
        yield rule.problem(column.name, received=row.markdown(column.index))


def _bare_addresses(markdown: str, cell: Cell) -> list[str]:
    """The first addresses of which GitHub alone makes all links of a cell, as they are typed."""
    if not all(same_address(link.title, link.url) for link in cell.links):
        return []
    addresses = []
    for title in unique(link.title for link in cell.links)[:_MOST_ADDRESSES]:
        typed = title
        if title == "www":
            typed = "www."
        if f"[{typed}" in markdown:
            return []
        if f"<{typed}>" in markdown:
            typed = f"<{typed}>"
        addresses.append(typed)
    return addresses


def same_address(title: str, url: str) -> bool:
    """Whether the title of a link is its address, as where GitHub makes a link by itself."""
    plain = _decoded(title)
    shortened = (url, url.removeprefix("mailto:"), url.removeprefix("http://"))
    return plain in set(map(_decoded, shortened))


def leads_anywhere(url: str) -> bool:
    """Whether GitHub opens an address of any kind: a file of the repository, a heading, a mail.

    Without a scheme `www.example.com/page` would be a file, which nobody means.
    """
    if _SCHEME.match(url) or url.startswith("#"):
        return True
    return bool(url) and not _HOST.match(url)


def link_spelling(problem: Problem, markdown: str, link: Link) -> Problem:
    """A problem which quotes a link as it is typed; the renderer encodes an address."""
    is_bare = same_address(link.title, link.url)
    spellings = [link.url, _decoded(link.url)]
    if is_bare:
        spellings.append(link.title)
    address = next((one for one in spellings if one in markdown), link.url)
    whole = address if is_bare else str(Link(link.title, address))
    typed: dict[Fact, str] = {link.url: address, str(link): whole}
    received = problem.facts.get("received", "")
    facts = {**problem.facts, "received": typed.get(received, received)}
    return problem.rule.problem(problem.field, **facts)


def live_problems(column: ColumnShape, row: Row) -> Iterator[Problem]:
    """Text shown differently by GitHub; where a bracket is escaped, no footnote begins."""
    found = _LIVE.findall(row.cells[column.index].text)
    if not found or column.allows_markup:
        return
    raw = row.markdown(column.index).replace("\\[", "")
    for one in unique(found):
        if one in raw:
            yield row_rules.SHOWN_DIFFERENTLY.problem(
                column.name, received=one, markdown=escape(one)
            )


def hidden_problems(column: ColumnShape, row: Row) -> Iterator[Problem]:
    """Invisible characters written as entities; the others are found where they are."""
    if "&" not in row.source:
        return
    text = row.cells[column.index].text
    is_plain = not row.cells[column.index].markup & {"img", "omitted"}  # spaces beside these stay
    is_trimmed = column.kind in {"name", "text"} and text != text.strip(_TRIMMED)
    cannot_be_typed = is_trimmed or "\n" in text or "\r" in text  # for a line would end there
    if is_plain and cannot_be_typed and row.is_written(column.index):
        written = row.markdown(column.index)
        yield row_rules.SPACE_AS_ENTITY.problem(column.name, received=written)
    if not text.isprintable():
        for char in unique(text):
            if is_invisible_or_odd_space(char) and char not in row.source:
                yield invisible_problem(char, column.name)
