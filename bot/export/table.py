"""The catalogue as CSV, for spreadsheets: one row a charger."""

import csv
import re
from io import StringIO

from bot.export.catalogue import Catalogue, ChargerRecord

COLUMNS = (
    "brand",
    "model",
    "ocpp_versions",
    "communication",
    "notes",
    "source_titles",
    "source_urls",
    "line",
)  # fmt: skip

# Where a spreadsheet begins to read a formula, also one that takes semicolons or tabs for the ends
# of cells:
# https://owasp.org/www-community/attacks/CSV_Injection
# Each run of blanks and quotes is gone through once.
_FORMULA = re.compile(r"""(?:^|;|(?<![\s";])(?=[\s"]*[\t\r\n]))[\s"]*+(?=[=+\-@＝＋－＠])""")


def as_csv(catalogue: Catalogue) -> str:
    """The chargers as RFC 4180 has it; an apostrophe stands before what a spreadsheet would run
    as a formula.
    """
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(_cells, catalogue.chargers))
    return text.getvalue()


def _cells(charger: ChargerRecord) -> list[str]:
    cells = (
        charger.brand,
        charger.model,
        " ".join(charger.ocpp_versions),
        " ".join(charger.communication),
        charger.notes,
        " | ".join(source.title for source in charger.sources),
        " ".join(source.url for source in charger.sources),
        str(charger.line),
    )
    return [_FORMULA.sub(r"\g<0>'", cell) for cell in cells]
