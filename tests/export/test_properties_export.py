"""Whatever a list holds: its export says the same, row by row, or names the row it leaves out."""

import csv
import json
import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from bot.check.inspect import inspect
from bot.document.lines import split_lines
from bot.document.parse import parse
from bot.export.catalogue import Catalogue, read_catalogue
from bot.export.csv_text import as_csv
from bot.export.json_text import as_json
from bot.names.cleaning import clean
from bot.rules.rule import Level
from tests.asked import VERSIONS, Details, add, details, new_models
from tests.charger_list import LIST, SHAPE
from tests.lists import WAYS, WrittenList, lists
from tests.page import Page, Row
from tests.prove.edited_list import row_of
from tests.strategies import hostile

TABLE = f"| {' | '.join(SHAPE.header)} |\n|{' --- |' * 5}\n"
FORMULA = re.compile(r'(?:^|[;\t\r\n])[\s"]*[=+\-@＝＋－＠]')


def rows_in(line: str) -> list[Row]:
    """What a reader sees of a line within a table."""
    return Page(TABLE + line.strip("\r\n") + "\n").rows


def has_values(line: str) -> bool:
    """Whether a row has all its cells, with known options, and links for sources only."""
    (row,) = rows_in(line)
    if len(row.cells) != len(SHAPE.header):
        return False
    _, versions, ways, _, source = row.cells
    is_known = set(versions.text.split(" / ")) <= set(VERSIONS)
    is_known = is_known and set(ways.text.split(" / ")) <= set(WAYS.values())
    return is_known and bool(source.links or source.text == "Source needed!")


def said(line: str) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The texts of a row, and the links of its sources; markup of texts is not exported."""
    (row,) = rows_in(line)
    return [cell.text for cell in row.cells], row.cells[-1].links


def catalogue_of(text: str) -> Catalogue:
    return read_catalogue(parse(text, SHAPE))


def rebuilt(text: str) -> dict[int, str]:
    """The row of each line, made again from nothing but the JSON."""
    records = json.loads(as_json(catalogue_of(text)))["chargers"]
    return {record["line"]: row_of(record) for record in records}


def is_right(text: str) -> bool:
    """Whether the check finds no error."""
    return all(finding.level is not Level.ERROR for finding in inspect(parse(text, SHAPE)))


@given(lists())
def test_a_row_is_exported_exactly_or_left_out(written: WrittenList):
    lines = split_lines(written.text)
    exported = rebuilt(written.text)
    left_out = {one.line for one in catalogue_of(written.text).left_out}
    for number, row in exported.items():
        assert said(row) == said(lines[number - 1])
    for number in left_out:
        assert not has_values(lines[number - 1])
    rows = [row for row in Page(written.text).rows if len(row.cells) == len(SHAPE.header)]
    assert len(exported) + len(left_out) == len(rows)
    assert not exported.keys() & left_out


@given(lists())
def test_nothing_is_left_out_of_a_list_without_errors(written: WrittenList):
    assert not is_right(written.text) or not catalogue_of(written.text).left_out


CELLS = (
    " ",
    " \\| ",
    "Source needed!",
    "[a](https://x.example)",
    '[b](https://y.example/b "titled")',
    "[c]",
    "![d](/e)",
    "**f**",
    "[](https://x.example)",
    "&#32;",
    "&#10;",
    ":car:<!-- -->",
)
DEFINITION = '\n[c]: https://z.example/c "titled"\n'


def typed() -> st.SearchStrategy[str]:
    """A cell as people write it: links of all kinds, markup and hostile text."""
    return st.lists(st.sampled_from(CELLS) | hostile(3), max_size=3).map("".join)


@given(st.just("") | typed(), st.just("") | typed(), st.sampled_from(CELLS) | typed())
def test_no_row_without_errors_is_left_out(model: str, notes: str, source: str):
    row = f"| Zaptec Go {model} | 1.6J | ☁️ Cloud | {notes} | {source} |\n"
    place = LIST.index("| Zaptec")
    text = LIST[:place] + row + LIST[place:] + DEFINITION
    assert not is_right(text) or not catalogue_of(text).left_out


ZAPTEC = new_models("Zaptec", ["Zaptec Go", "Zaptec Pro"])


@given(details(), ZAPTEC)
def test_what_the_bot_writes_is_exported_byte_for_byte(wanted: Details, models: list[str]):
    text = add(LIST, "Zaptec", models, wanted)
    new = {}
    for number, line in enumerate(split_lines(text), start=1):
        if line not in LIST:
            new[number] = line.strip("\r\n")
    exported = rebuilt(text)
    assert {number: exported[number] for number in new} == new
    assert len(new) == len(models)


@given(details(), ZAPTEC)
def test_the_records_say_what_people_chose(wanted: Details, models: list[str]):
    catalogue = catalogue_of(add(LIST, "Zaptec", models, wanted))
    (record,) = [one for one in catalogue.entries if one["model"] == models[0]]
    assert set(record["ocpp_versions"]) == set(wanted.versions)
    assert set(record["communication"]) == {way.lower() for way in wanted.ways}
    assert record["notes"] == ("" if clean(wanted.notes) == "-" else clean(wanted.notes))
    sources = [(source["title"], source["url"]) for source in record["sources"]]
    assert tuple(sources) == wanted.sources


@given(details(), ZAPTEC)
def test_a_row_of_csv_is_a_charger_and_no_cell_a_formula(wanted: Details, models: list[str]):
    catalogue = catalogue_of(add(LIST, "Zaptec", models, wanted))
    header, *rows = csv.reader(StringIO(as_csv(catalogue), newline=""), strict=True)
    assert header[-1] == "line"
    assert [row[-1] for row in rows] == [str(record["line"]) for record in catalogue.entries]
    assert not [cell for row in rows for cell in row if FORMULA.search(cell)]
