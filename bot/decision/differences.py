"""What a submission says otherwise about an entry which the list has."""

import re
from typing import NamedTuple

from bot.decision.proposal import AlreadyListed
from bot.document.cells import Link
from bot.document.rows import Row
from bot.document.values import value_content
from bot.forms.submission import NewEntries
from bot.forms.typed_links import LINKS_LIMIT
from bot.shape.shape import ColumnShape, Shape

_WORD = re.compile(r"[\w.+]+")


class Difference(NamedTuple):
    """The name of a column, what the list has there, and what was given instead or besides."""

    column: str
    listed: str
    given: str


def differences(shape: Shape, submission: NewEntries, row: Row) -> list[Difference]:
    """What a submission says otherwise than a row, or besides; a field left empty says nothing."""
    differing = []
    for column in shape.columns:
        value = submission.values.get(column.field)
        if not value:
            continue
        listed, given = row.cells[column.index].text, value_content(column, value, None).text
        if column.kind == "links":
            given = ", ".join(link.url for link in _new_links(column, submission, row))
        elif sorted(_WORD.findall(given)) == sorted(_WORD.findall(listed)):
            continue
        if given:
            differing.append(Difference(column.name, listed, given))
    return differing


def _new_links(column: ColumnShape, submission: NewEntries, row: Row) -> list[Link]:
    known, links = row.cells[column.index].addresses, []
    for link in submission.values.get(column.field, ()):
        if isinstance(link, Link) and link.url not in known:
            links.append(link)
    return links


def correcting_answers(shape: Shape, listed: AlreadyListed, row: Row) -> dict[str, str]:
    """The answers for a correction of a row by a submission, by the id of their field.

    Links of a correction take the place of the old ones, so these are among them.
    """
    answers = shape.naming_answers(listed.section.name, row.name)
    if not isinstance(listed.submission, NewEntries):
        return answers
    for column in shape.columns:
        value = listed.submission.values.get(column.field)
        if column.kind == "text" and isinstance(value, str) and value != row.text(column.index):
            answers[column.field] = value
        new = _new_links(column, listed.submission, row) if column.kind == "links" else []
        links = [*row.cells[column.index].links, *new]
        if new and len(links) <= LINKS_LIMIT:
            answers[column.field] = "\n".join(map(str, links))
    return answers
