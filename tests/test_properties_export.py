"""Whatever a list holds: its export says the same, row by row, or the row in the way is named."""

import csv
import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from bot.check.inspect import inspect
from bot.document.charger import HEADER, row_markdown
from bot.document.lines import split_lines
from bot.document.parse import read_listing
from bot.errors import ReadmeError
from bot.export.catalogue import Catalogue
from bot.export.document import as_json
from bot.export.reading import read_catalogue
from bot.export.table import COLUMNS, as_csv
from bot.names.cleaning import clean
from bot.rules.rule import Level

from .stage import LIST
from .strategies import (
    VERSIONS,
    WAYS,
    Details,
    Document,
    Page,
    Row,
    add,
    details,
    documents,
    hostile,
    new_models,
)

TABLE = f"| {' | '.join(HEADER)} |\n|{' --- |' * 5}\n"
FORMULA = re.compile(r'(?:^|[;\t\r\n])[\s"]*[=+\-@＝＋－＠]')


def rows_in(line: str) -> list[Row]:
    """What a reader sees of a line within a table."""
    return Page(TABLE + line.strip("\r\n") + "\n").rows


def can_be_told(line: str) -> bool:
    """Whether a row has plain text in its cells, known words where words are few, and links for sources only."""
    (row,) = rows_in(line)
    if len(row.cells) != len(HEADER) or any(cell.tags for cell in row.cells):
        return False
    model, versions, ways, notes, source = row.cells
    is_plain = not (model.links or versions.links or ways.links or notes.links)
    is_known = set(versions.text.split(" / ")) <= set(VERSIONS) and set(
        ways.text.split(" / ")
    ) <= set(WAYS.values())
    return is_plain and is_known and bool(source.links or source.text == "Source needed!")


def rebuilt(text: str) -> dict[int, str]:
    """The row of each line, made again from nothing but the JSON."""
    catalogue = Catalogue.model_validate_json(as_json(read_catalogue(read_listing(text))))
    return {record.line: row_markdown(record.charger().entries()) for record in catalogue.chargers}


def line_in_the_way(text: str) -> int | None:
    try:
        rebuilt(text)
    except ReadmeError as fault:
        return fault.line
    return None


@given(documents())
def test_a_list_is_exported_exactly_or_the_row_in_the_way_is_named(document: Document):
    lines = list(split_lines(document.text))
    while line := line_in_the_way("".join(lines)):
        assert not can_be_told(lines[line - 1])
        del lines[line - 1]
    again = rebuilt("".join(lines))
    for number, row in again.items():
        assert can_be_told(lines[number - 1])
        assert rows_in(row) == rows_in(lines[number - 1])
    assert len(again) == len(Page("".join(lines).replace("| a | b |", "")).rows)


@given(documents())
def test_what_the_check_lets_through_can_be_exported(document: Document):
    if not any(finding.level is Level.ERROR for finding in inspect(document.text)):
        rebuilt(document.text)


CELLS = (
    " ",
    " \\| ",
    "Source needed!",
    "[a](https://x.example)",
    '[b](https://y.example/b "told")',
    "[c]",
    "![d](/e)",
    "**f**",
    "[](https://x.example)",
    "&#32;",
    "&#10;",
    ":car:<!-- -->",
)
DEFINITION = '\n[c]: https://z.example/c "told"\n'


def typed() -> st.SearchStrategy[str]:
    """A cell as people write it: links of all kinds, markup and hostile text."""
    return st.lists(st.sampled_from(CELLS) | hostile(3), max_size=3).map("".join)


@given(st.just("") | typed(), st.just("") | typed(), st.sampled_from(CELLS) | typed())
def test_what_the_check_lets_through_of_any_row_can_be_exported(
    model: str, notes: str, source: str
):
    row = f"| Zaptec Go {model} | 1.6J | ☁️ Cloud | {notes} | {source} |\n"
    place = LIST.index("| Zaptec")
    text = LIST[:place] + row + LIST[place:] + DEFINITION
    if not any(finding.level is Level.ERROR for finding in inspect(text)):
        rebuilt(text)


@given(details(), st.data())
def test_what_the_bot_writes_is_exported_byte_for_byte(wanted: Details, data: st.DataObject):
    models = data.draw(new_models("Zaptec", ["Zaptec Go", "Zaptec Pro"]))
    text = add(LIST, "Zaptec", models, wanted)
    new = {
        number: line.strip("\r\n")
        for number, line in enumerate(split_lines(text), 1)
        if line not in LIST
    }
    again = rebuilt(text)
    assert {number: again[number] for number in new} == new
    assert len(new) == len(models)


@given(details(), st.data())
def test_the_records_say_what_people_chose(wanted: Details, data: st.DataObject):
    models = data.draw(new_models("Zaptec", ["Zaptec Go", "Zaptec Pro"]))
    catalogue = read_catalogue(read_listing(add(LIST, "Zaptec", models, wanted)))
    (record,) = [one for one in catalogue.chargers if one.model == models[0]]
    assert set(record.ocpp_versions) == set(wanted.versions)
    assert set(record.communication) == {way.lower() for way in wanted.ways}
    assert record.notes == ("" if clean(wanted.notes) == "-" else clean(wanted.notes))
    assert tuple((source.title, source.url) for source in record.sources) == wanted.sources


@given(details(), st.data())
def test_a_row_of_csv_is_a_charger_and_no_cell_a_formula(wanted: Details, data: st.DataObject):
    models = data.draw(new_models("Zaptec", ["Zaptec Go", "Zaptec Pro"]))
    catalogue = read_catalogue(read_listing(add(LIST, "Zaptec", models, wanted)))
    header, *rows = csv.reader(StringIO(as_csv(catalogue), newline=""), strict=True)
    assert tuple(header) == COLUMNS
    assert [row[-1] for row in rows] == [str(record.line) for record in catalogue.chargers]
    assert not [cell for row in rows for cell in row if FORMULA.search(cell)]
