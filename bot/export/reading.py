"""From README.md to the catalogue, with the proof that every row can be written again from it."""

from bot.export.catalogue import BrandRecord, Catalogue, ChargerRecord, record
from bot.faults import BrokenList
from bot.inspection.rows import WrittenRow, read_columns, written_rows
from bot.listing.charger import HEADER, row_markdown
from bot.listing.listing import Listing
from bot.listing.rendering import RenderedRow, Rendering


def read_catalogue(listing: Listing) -> Catalogue:
    """The records of a list. Raises BrokenList, which names the line, for a row that they cannot hold exactly."""
    rows = [written for brand in listing.brands for written in written_rows(listing, brand)]
    records = tuple(map(_read_record, rows))
    _prove(rows, records)
    brands = (BrandRecord(name=brand.name, anchor=brand.anchor, line=brand.line) for brand in listing.brands)
    return Catalogue(brands=tuple(brands), chargers=records)


def _read_record(written: WrittenRow) -> ChargerRecord:
    charger = read_columns(written).charger()
    if charger is None:
        raise BrokenList(written.row.line, "this row does not say what it should; `python -m bot check` tells more.")
    return record(written.brand.name, charger, written.row.line)


def _prove(rows: list[WrittenRow], records: tuple[ChargerRecord, ...]) -> None:
    """The row of each record is the row of the list: the same bytes, or else the same to GitHub's renderer."""
    again = [row_markdown(one.charger().entries()) for one in records]
    others = [(written, row) for written, row in zip(rows, again, strict=True) if written.line != row]
    shown = _rendered([row for _, row in others])
    for (written, _), row in zip(others, shown, strict=True):
        if row.fragments != written.row.rendered.fragments:
            raise BrokenList(written.row.line, "this row cannot be exported exactly; write its cells as plain text.")


def _rendered(rows: list[str]) -> tuple[RenderedRow, ...]:
    table = "\n".join([f"| {' | '.join(HEADER)} |", "|" + " --- |" * len(HEADER), *rows, ""])
    return Rendering(table).tables[0].rows
