"""The catalogue as CSV, for spreadsheets: one row for each entry."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from bot.export.catalogue import Catalogue, Record, key_of
from bot.shape.shape import Shape

# Where a spreadsheet begins to read a formula, also one taking semicolons or tabs for cell ends:
# https://owasp.org/www-community/attacks/CSV_Injection
# Each run of spaces and quotes is gone through once.
_FORMULA = re.compile(r"""(?:^|;|(?<![\s";])(?=[\s"]*[\t\r\n]))[\s"]*+(?=[=+\-@＝＋－＠])""")


def as_csv(catalogue: Catalogue) -> str:
    """The entries as RFC 4180 has it; an apostrophe precedes what would run as a formula."""
    text = StringIO()
    writer = csv.writer(text)
    shape = catalogue.shape
    writer.writerow(_columns(shape))
    for record in catalogue.entries:
        cells = _cells(shape, record)
        writer.writerow([_FORMULA.sub(r"\g<0>'", cell) for cell in cells])
    return text.getvalue()


def _columns(shape: Shape) -> list[str]:
    """The names of the columns; links take two."""
    names = [shape.file.sections.field] if shape.file.sections else []
    for column in shape.columns:
        key = key_of(column)
        if column.kind == "links":
            single = key.removesuffix("s")
            names += [f"{single}_titles", f"{single}_urls"]
        else:
            names.append(key)
        address = column.address
        if address:
            names.append(address)
    return [*names, "line"]


def _cells(shape: Shape, record: Record) -> Iterator[str]:
    if shape.file.sections:
        yield record[shape.file.sections.field]
    for column in shape.columns:
        value = record[key_of(column)]
        if column.kind == "links":
            yield " | ".join(link["title"] for link in value)
            yield " ".join(link["url"] for link in value)
        else:
            yield _text(value)
        address = column.address
        if address:
            yield _text(record[address])
    yield str(record["line"])


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) if isinstance(value, list) else str(value)
