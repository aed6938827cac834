"""The list in numbers, of another shape than that of the chargers."""

from bot.export.statistics import as_statistics
from tests.export.lists import APP_LIST, APPS, catalogue, catalogue_of, row

APPS_IN_NUMBERS = """\
# Apps & <Tools> in numbers

| The list | Count |
| --- | ---: |
| Apps | 3 |

| Kind | Apps |
| --- | ---: |
| Editor | 1 |
| Game | 2 |

| Free | Apps |
| --- | ---: |
| Yes | 2 |
| No | 1 |

| Platforms | Apps |
| --- | ---: |
| Linux | 1 |
| Web | 2 |
| iOS | 1 |
"""


def test_sections_come_first_and_links_that_lack_are_counted():
    lines = as_statistics(catalogue(row(), row("Zaptec Pro", source="[a](https://x)"))).split("\n")
    assert lines[2:7] == [
        "| The list | Count |",
        "| --- | ---: |",
        "| Brands | 1 |",
        "| Chargers | 2 |",
        "| Chargers without a source | 1 |",
    ]
    assert "| OCPP version | Chargers |" in lines
    assert "| cloud only | 2 |" in lines
    assert lines[-4:] == [
        "| Brand | Chargers | Without a source |",
        "| --- | ---: | ---: |",
        "| Zaptec | 2 | 1 |",
        "",
    ]


def test_each_column_with_options_has_a_table():
    assert as_statistics(catalogue_of(APP_LIST, APPS)) == APPS_IN_NUMBERS
