"""The list in numbers, of another shape than that of the chargers."""

from bot.export.statistics import as_statistics
from tests.export.lists import APP_LIST, APPS, catalogue_of

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


def test_each_column_with_options_has_a_table():
    assert as_statistics(catalogue_of(APP_LIST, APPS)) == APPS_IN_NUMBERS
