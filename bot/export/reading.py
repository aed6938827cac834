"""From README.md to the catalogue, with the proof that every row can be written again from it."""

import re

from pydantic import ValidationError

from bot.check.rows import read_columns
from bot.check.source_rows import SourceRow, source_rows
from bot.document.charger import HEADER, row_markdown
from bot.document.parse import Listing
from bot.document.rendering import OMITTED, RenderedRow, Rendering
from bot.errors import ReadmeError
from bot.export.catalogue import BrandRecord, Catalogue, ChargerRecord, record

_LINE_END = re.compile(r"[\r\n]")


def read_catalogue(listing: Listing) -> Catalogue:
    """The records of a list. Raises ReadmeError, which names the line, for a row that they
    cannot hold exactly.
    """
    rows = [written for brand in listing.brands for written in source_rows(listing, brand)]
    records = tuple(map(_read_record, rows))
    _prove(rows, records)
    brands = (
        BrandRecord(name=brand.name, anchor=brand.anchor, line=brand.line)
        for brand in listing.brands
    )
    return Catalogue(brands=tuple(brands), chargers=records)


def _read_record(written: SourceRow) -> ChargerRecord:
    charger = read_columns(written).charger()
    try:
        if charger:
            return record(written.brand.name, charger, written.row.line)
    except ValidationError:  # an empty model, title or address
        pass
    raise ReadmeError(
        written.row.line, "this row does not say what it should; `python -m bot check` tells more."
    )


def _prove(rows: list[SourceRow], records: tuple[ChargerRecord, ...]) -> None:
    """The row of each record is the row of the list: the same bytes, or else the same to a reader.

    A line end that an entity stands for in the list ends no row here, and is not the same.
    """
    again = [one.charger().entries() for one in records]
    pairs = zip(rows, map(row_markdown, again), strict=True)
    others = [(written, line) for written, line in pairs if written.line != line]
    shown = _rendered([_LINE_END.sub(" ", line) for _, line in others])
    for (written, _), row in zip(others, shown, strict=True):
        if not _is_same(written, row):
            raise ReadmeError(
                written.row.line,
                "this row cannot be exported exactly; write its cells as plain text.",
            )


def _rendered(lines: list[str]) -> tuple[RenderedRow, ...]:
    table = "\n".join([f"| {' | '.join(HEADER)} |", "|" + " --- |" * len(HEADER), *lines, ""])
    return Rendering(table).tables[0].rows


def _is_same(written: SourceRow, row: RenderedRow) -> bool:
    """Whether a reader sees the same cells.

    The renderer shows all HTML as one remark, so a cell with HTML in it must have only what the bot
    would write. In others people need not put a comment behind `@` and `#`, as the bot does.
    """
    for index, (theirs, ours) in enumerate(
        zip(written.row.rendered.fragments, row.fragments, strict=True)
    ):
        if OMITTED in theirs and written.raw[index].holds_html:
            return False
        if theirs.replace(OMITTED, "") != ours.replace(OMITTED, ""):
            return False
    return True
