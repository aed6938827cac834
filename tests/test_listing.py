"""README.md in, the list and its places out, or what stands in the way of reading it."""

import pytest

from bot.faults import BrokenList
from bot.listing.listing import Listing, read_listing

HEADER = "| Model | OCPP Version | Communication | Notes | Source |"
TABLE = f"\n{HEADER}\n| --- | --- | --- | --- | --- |\n"
ROW = "| Zaptec Go | 1.6J | x | y | z |\n"
START = "## EV Charger List\n\n"
NOT_READ = "GitHub does not read this heading as it is written; put a blank line before and after it."


def lines_of(listing: Listing) -> list[tuple[str, int, int, list[int]]]:
    """Each brand with the lines at which it begins and ends, and those of its rows."""
    return [(brand.name, brand.line, brand.end, [row.line for row in brand.rows]) for brand in listing.brands]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", 'README.md: there is no heading "## EV Charger List", under which the list is expected.'),
        (f"{START}{START}", 'README.md:3: the heading "## EV Charger List" is there twice; keep one.'),
        (START, f"README.md:1: no brand in the list has a table with the header {HEADER}."),
        (
            f"{START}### Zaptec\n{TABLE}{TABLE}",
            "README.md:8: a brand has two tables; join them into one, or give this one a heading of its own.",
        ),
        (f"{START}### Zaptec\n{TABLE}{ROW}<zaptec>\n### ABB\n", f"README.md:9: {NOT_READ}"),
    ],
)
def test_what_stands_in_the_way_is_told_with_its_line(text: str, told: str):
    with pytest.raises(BrokenList) as caught:
        read_listing(text)
    assert str(caught.value) == told


@pytest.mark.parametrize("rows", [ROW, ROW * 3])
@pytest.mark.parametrize("behind", ["### ABB", "### ABB\n", f"### ABB\n{TABLE}", "## License\n\nMIT\n"])
def test_a_table_runs_on_into_the_heading_right_below_it(rows: str, behind: str):
    def runs_on(text: str) -> bool:
        listing = read_listing(f"{START}### Zaptec\n{TABLE}{text}")
        return listing.runs_on(listing.brands[0])

    assert runs_on(rows + behind)
    assert not runs_on(f"{rows}\n{behind}")
    assert not runs_on(rows)
    assert not runs_on(behind)
