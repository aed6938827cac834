"""The list as CSV, for spreadsheets."""

import csv
from io import StringIO

import pytest

from bot.export.csv_text import as_csv
from tests.export.lists import APP_LIST, APPS, FIRST, catalogue, catalogue_of, row


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "＝", "＠", "\t=", " +", "a;=", "a;@", '"=', "a\t-"]
)
def test_a_spreadsheet_runs_nothing(sign: str):
    text = as_csv(catalogue(row(notes=f"{sign}SUM(1)".replace('"', '\\"'))))
    (record,) = csv.DictReader(StringIO(text), strict=True)
    reported = record["notes"]
    bare = sign.strip()
    assert reported == f"{bare[:-1]}'{bare[-1]}SUM(1)" or reported == f"'{bare}SUM(1)"


def test_a_row_of_csv_is_a_charger():
    source = r"[A, \"b\"](https://x.example) \| [c](https://y.example)"
    text = as_csv(
        catalogue(row("Zaptec Go", "1.6J / 2.0.1", "☁️ Cloud / 🔌 Direct", "5 m; -", source))
    )
    header, line, end = text.split("\r\n")
    assert header == "brand,model,ocpp_versions,communication,notes,source_titles,source_urls,line"
    titles, urls = '"A, ""b"" | c"', "https://x.example https://y.example"
    assert line == f"Zaptec,Zaptec Go,1.6J 2.0.1,cloud direct,5 m; '-,{titles},{urls},{FIRST}"
    assert end == ""


def test_a_value_which_is_not_there_is_an_empty_cell():
    text = APP_LIST.replace("| Game | ❌ | iOS |", "| Game |  | iOS |")
    ark = as_csv(catalogue_of(text, APPS)).splitlines()[2]
    assert ark == "Ark,https://ark.example,Game,,iOS,Sails,,6"
