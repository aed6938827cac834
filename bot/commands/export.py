"""`export`: the list for programs and spreadsheets, and in numbers."""

from enum import StrEnum
from pathlib import Path

from bot.commands.preview import read_readme
from bot.export.document import as_json
from bot.export.reading import read_catalogue
from bot.export.statistics import as_statistics
from bot.export.table import as_csv
from bot.listing.listing import read_listing


class Format(StrEnum):
    """What the list can be printed as."""

    JSON = "json"
    CSV = "csv"
    STATISTICS = "statistics"


_WRITERS = {Format.JSON: as_json, Format.CSV: as_csv, Format.STATISTICS: as_statistics}


def export(readme: Path, form: Format) -> int:
    """Print the whole list in a format. Raises NeedsMaintainer when it cannot be exported exactly."""
    catalogue = read_catalogue(read_listing(read_readme(readme)))
    print(_WRITERS[form](catalogue), end="")
    return 0
