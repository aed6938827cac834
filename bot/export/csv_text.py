"""The catalogue as CSV, for spreadsheets: one row for each entry."""

import csv
import re
from io import StringIO
from typing import Any

from bot.export.catalogue import Catalogue, key_of
from bot.shape.shape import Shape

# Where a spreadsheet begins to read a formula, also one taking semicolons or tabs for cell ends:
# https://owasp.org/www-community/attacks/CSV_Injection
# Each run of spaces and quotes is gone through once.
_FORMULA = re.compile(r"""(?:^|;|(?<![\s";])(?=[\s"]*[\t\r\n]))[\s"]*+(?=[=+\-@＝＋－＠])""")


def as_csv(catalogue: Catalogue) -> str:
    """The entries as RFC 4180 has it; an apostrophe precedes a formula."""
    text = StringIO()
    writer = csv.writer(text)
    keys = _keys(catalogue.shape)
    names = []
    for key, has_links in keys.items():
        single = key.removesuffix("s")
        names += [f"{single}_titles", f"{single}_urls"] if has_links else [key]
    writer.writerow(names)
    for record in catalogue.entries:
        cells: list[str] = []
        for key, has_links in keys.items():
            value = record[key]
            if has_links:
                cells.append(" | ".join([link["title"] for link in value]))
                cells.append(" ".join([link["url"] for link in value]))
            else:
                cells.append(_text(value))
        writer.writerow([_FORMULA.sub(r"\g<0>'", cell) for cell in cells])
    return text.getvalue()


def _keys(shape: Shape) -> dict[str, bool]:
    """The keys of a record in the order of its columns, and whether each has links."""
    keys = {}
    if shape.section_field:
        keys[shape.section_field] = False
    for column in shape.columns:
        keys[key_of(column)] = column.kind == "links"
        if column.address:
            keys[column.address] = False
    return keys | {"line": False}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) if isinstance(value, list) else str(value)
