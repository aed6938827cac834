"""The rows of a list as far as their sources matter, whatever else is wrong with them."""

from bot.check.rows import SOURCE, read_columns
from bot.check.source_rows import source_rows
from bot.document.charger import HEADER
from bot.document.parse import Listing
from bot.errors import ReadmeError
from bot.evidence.entry import Entry


def source_entries(listing: Listing) -> tuple[tuple[Entry, ...], tuple[ReadmeError, ...]]:
    """The rows in the order of the list, with the addresses that GitHub makes links of.

    A brand that cannot be read is left out, and its error returned.
    """
    entries: list[Entry] = []
    errors: list[ReadmeError] = []
    column = HEADER.index(SOURCE)
    for brand in listing.brands:
        try:
            rows = list(source_rows(listing, brand))
        except ReadmeError as error:
            errors.append(error)
            continue
        for row in rows:
            columns = read_columns(row)
            links = row.row.cells[column].links
            versions = tuple(str(version) for version in columns.ocpp_versions or ())
            addresses = tuple(address for _, address in links)
            entries.append(Entry(row.row.line, brand.name, columns.model, versions, addresses))
    return tuple(entries), tuple(errors)
