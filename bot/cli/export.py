"""`export`: the list for programs and spreadsheets, and in numbers."""

from collections.abc import Callable
from pathlib import Path

from bot.document.parse import read_listing
from bot.export.catalogue import Catalogue
from bot.export.document import as_json
from bot.export.reading import read_catalogue
from bot.export.statistics import as_statistics
from bot.export.table import as_csv
from bot.local.readme import read_readme

FORMATS: dict[str, Callable[[Catalogue], str]] = {
    "json": as_json,
    "csv": as_csv,
    "statistics": as_statistics,
}


def export(readme: Path, form: str) -> int:
    """Print the whole list as json, csv or statistics.

    Returns 0. Raises MaintainerError when the list cannot be exported exactly.
    """
    print(FORMATS[form](read_catalogue(read_listing(read_readme(readme)))), end="")
    return 0
