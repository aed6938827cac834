"""`export`: the list for programs and spreadsheets, and in numbers."""

import sys
from collections.abc import Callable
from pathlib import Path

from bot.cli.terminal import escape_control, print_whole
from bot.export.catalogue import Catalogue, read_catalogue
from bot.export.csv_text import as_csv
from bot.export.json_text import as_json
from bot.export.statistics import as_statistics
from bot.local.forms import read_document

FORMATS: dict[str, Callable[[Catalogue], str]] = {
    "json": as_json,
    "csv": as_csv,
    "statistics": as_statistics,
}


def export(readme: Path, form: str) -> int:
    """Print the whole list as json, csv or statistics, and on standard error what is left out.

    Returns 0. Raises MaintainerError when nothing of the list can be read.
    """
    catalogue = read_catalogue(read_document(readme))
    print_whole(FORMATS[form](catalogue))
    for one in catalogue.left_out:
        line = f"{readme}:{one.line}: left out: {one.reason}"
        print(escape_control(line), file=sys.stderr)
    return 0
