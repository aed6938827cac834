"""Pages without a list the bot can serve: each gets a reason, and the line where there is one."""

import pytest

from bot.errors import ReadmeError
from bot.init.initialise import initialise
from tests.init.reading import ACTION, written

TABLE = "| Name | City |\n|---|---|\n| Pond | Ghent |\n"

PAGES = {
    "no table": ("# Ponds\n\nSoon.\n", None, "there is no table"),
    "bullets": ("# Ponds\n\n- [Pond](https://pond.example) - deep\n", 3, "bullets"),
    "numbers": ("# Ponds\n\n1. Pond\n2. Lake\n", 3, "bullets"),
    "HTML table": ("# Ponds\n\n<table>\n<tr><td>Pond</td></tr>\n</table>\n", 3, "HTML"),
    "HTML table and bullets": ("- a\n\n<table><tr><td>Pond</td></tr></table>\n", 3, "HTML"),
    "table in a quote": (f"# Ponds\n\n> {TABLE.replace(chr(10), chr(10) + '> ')}\n", 3, "quote"),
    "fenced table": (f"# Ponds\n\n```\n{TABLE}```\n", None, "there is no table"),
    "column without name": ("| Name | |\n|---|---|\n| Pond | x |\n", 1, "column 2 has no name"),
    "columns alike": ("| Name | NAME |\n|---|---|\n| Pond | x |\n", 1, "two columns"),
    "tables of one heading": (f"# Ponds\n\n{TABLE}\ntext\n\n{TABLE}\ntext\n\n{TABLE}", 9, "share"),
    "tables without heading": (f"{TABLE}\ntext\n\n{TABLE}", 7, "no heading"),
    "below the title": (f"# Ponds\n\n{TABLE}\n## Deep ones\n\n{TABLE}", 3, "heading of the same"),
    "merge conflict": (f"{TABLE}<<<<<<< HEAD\n=======\n>>>>>>> other\n", 4, "conflict"),
    "empty": ("", None, "there is no table"),
}


@pytest.mark.parametrize("name", PAGES)
def test_refused(name):
    text, line, reason = PAGES[name]
    with pytest.raises(ReadmeError) as caught:
        initialise(text, ACTION)
    assert caught.value.line == line
    assert reason in caught.value.message


def test_of_tables_with_other_columns_each_is_named():
    sections = "".join(f"\n## Place {n}\n\n{TABLE}" for n in (1, 2))
    other = "\n## Seas\n\n| Name | Salt |\n|---|---|\n| Sea | yes |\n"
    made = written(f"# Waters\n{sections}{other}").made
    assert [(left.line, left.reason) for left in made.left] == [
        (17, "it has Salt and it lacks City")
    ]


def test_of_headers_equally_frequent_the_one_with_most_rows_is_served():
    long = "| Sea | Salt |\n|---|---|\n" + "".join(f"| Sea {n} | yes |\n" for n in range(9))
    found = written(f"# Waters\n\n## Ponds\n\n{TABLE}\n## Seas\n\n{long}")
    assert found.shape.header == ("Sea", "Salt")


def test_sections_may_share_a_name():
    assert written(f"# Waters\n\n## A\n\n{TABLE}\n## B\n\n{TABLE}").document.sections


def test_a_long_list():
    rows = "".join(
        f"| Pond {n} | City {n % 7} | {'✅' if n % 2 else '❌'} |\n" for n in range(2000)
    )
    found = written(f"# Ponds\n\n| Name | City | Deep |\n|---|---|---|\n{rows}")
    assert [column.kind for column in found.shape.columns] == ["name", "choice", "yes/no"]


def test_a_heading_around_the_list_and_other_tables_is_not_that_of_the_list():
    sections = "".join(f"### Place {n}\n\n{TABLE}\n" for n in (1, 2))
    other = "### Seas\n\n| Name | Salt |\n|---|---|\n| Sea | yes |\n"
    above, inside = f"# Waters\n\n{other}\n## Ponds\n\n{sections}", f"## Ponds\n\n{sections}{other}"
    assert written(above).shape.file.heading == "Ponds"
    assert written(f"# Waters\n\n{inside}").shape.file.heading is None


def test_of_tables_half_may_share_a_heading_with_one_above():
    ponds = f"{TABLE}\ntext\n\n{TABLE}\n"
    found = written(f"# Waters\n\n## A\n\n{ponds}\n## B\n\n{ponds}")
    assert [section.name for section in found.document.sections] == ["A", "B"]
    with pytest.raises(ReadmeError, match="share a heading"):
        initialise(
            f"# Waters\n\n## A\n\n{ponds}\ntext\n\n{TABLE}\n## B\n\n{TABLE}\ntext\n\n{TABLE}",
            ACTION,
        )
