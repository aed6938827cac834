"""The rows of a list as far as their sources matter, whatever else is wrong with them."""

from bot.document.document import Document
from bot.errors import ReadmeError
from bot.evidence.entry import Entry


def source_entries(document: Document) -> tuple[tuple[Entry, ...], tuple[ReadmeError, ...]]:
    """The rows in the order of the list, with the addresses GitHub makes links of.

    A section which cannot be read is left out, and its error returned.
    """
    shape = document.shape
    entries: list[Entry] = []
    errors: list[ReadmeError] = []
    for section in (*document.unreadable, *document.sections):
        errors += [flaw.error() for flaw in section.errors]
    for section in document.sections:
        for row in section.rows:
            addresses: list[str] = []
            for column in shape.columns:
                if column.kind == "links" or column.address:
                    addresses += row.cells[column.index].addresses
            entries.append(Entry(row.line, section.name, row.name, tuple(addresses)))
    return tuple(entries), tuple(errors)
