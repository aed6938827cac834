"""The text of list.yml."""

import pytest
import yaml

from bot.init.forms import form_names
from bot.init.guess import guess
from bot.init.list_text import list_text
from tests.init.reading import ACTION

PONDS = "| Pond | Deep |\n|---|---|\n| Well | ✅ |\n| Lake | ❌ |\n"


def text_of(readme: str) -> str:
    found = guess(readme)
    return list_text(found, form_names(found), ACTION)


def settings_of(readme: str) -> dict:
    settings: dict = yaml.safe_load(text_of(readme))
    return settings


def test_a_list_that_needs_little_has_few_lines():
    assert text_of(PONDS).splitlines()[1:] == [
        "# yaml-language-server: $schema=https://raw.githubusercontent.com/"
        "acme/list-bot/0123456789abcdef0123456789abcdef01234567/schema/list-1.json",
        "entry: pond",
        "columns:",
        "  Pond: {field: pond, kind: name}",
        "  Deep: {field: deep, kind: yes/no, shown: {'Yes': ✅, 'No': ❌}}",
        "order: {rows: bottom}",
        "forms: {add: new-pond.yml, correct: correction.yml}",
        "correct: {row: current_pond, change: change, rename: new_pond, reason: reason}",
    ]


def test_a_plural_that_is_not_spelled_with_an_s_is_named():
    assert settings_of(PONDS.replace("Pond", "City"))["entry"] == {"one": "city", "many": "cities"}


def test_sections_are_described_with_their_level():
    tables = "".join(f"## {name}\n\n{PONDS}\n" for name in ("Deep", "Flat"))
    settings = settings_of(f"# Waters\n\n{tables}")
    assert settings["sections"] == {"field": "section", "name": "section", "new": False, "level": 2}
    assert settings["about"] == {"title": "Waters"}
    assert "heading" not in settings


def test_a_heading_of_the_list_is_named():
    settings = settings_of(f"# Waters\n\n## Ponds\n\n{PONDS}\n## More\n")
    assert settings["heading"] == "Ponds"


@pytest.mark.parametrize(
    ("cells", "setting"),
    [
        (["Mac / Linux", "Linux", "Mac", "Mac / Linux"], {"kind": "choices"}),
        (["Mac, Linux", "Linux", "Mac", "Mac, Linux"], {"kind": "choices", "separator": ", "}),
        (["Free", "Paid", "Free", "Paid", ""], {"kind": "choice", "optional": True}),
        (["Free", "Paid", "Free", "Paid", "-"], {"kind": "choice", "empty": "-"}),
        (["see `a`", "b", "c"], {"kind": "text", "markup": True}),
    ],
)
def test_only_what_is_not_usual_is_set(cells: list[str], setting: dict):
    rows = "".join(f"| Well {n} | {cell} |\n" for n, cell in enumerate(cells))
    columns = settings_of(f"| Pond | What |\n|---|---|\n{rows}")["columns"]
    assert columns["What"] == {"field": "what"} | setting


def test_a_name_that_is_a_link_has_an_address():
    rows = "".join(f"| [Well {n}](https://x.example/{n}) | a{n} |\n" for n in range(3))
    columns = settings_of(f"| Pond | Depth |\n|---|---|\n{rows}")["columns"]
    assert columns["Pond"]["address"] == "address"


def test_names_that_begin_with_their_section_say_so():
    tables = []
    for brand in ("Ito", "Abe"):
        tables.append(f"## {brand}\n\n| Tool | Use |\n|---|---|\n| {brand} Saw | cuts |\n")
    settings = settings_of("# Tools\n\n" + "\n".join(tables))
    assert settings["columns"]["Tool"]["starts_with"] == settings["sections"]["field"] == "brand"
    assert settings["forms"]["add_section"] == "new-brand.yml"


def test_rows_in_order_of_a_column_name_it():
    days = ["2026-03-02", "2026-03-01", "2026-01-09", "2025-11-30"]
    rows = "".join(f"| {name} | {day} |\n" for name, day in zip("QAZF", days, strict=True))
    settings = settings_of(f"| Talk | Day |\n|---|---|\n{rows}")
    assert settings["order"] == {"rows": {"by": "Day", "how": "newest-first"}}


def test_what_is_special_is_set():
    assert settings_of(f"{PONDS}| Lake | ✅ |\n")["same_names"] is True
    codes = settings_of("| Code | City |\n|---|---|\n| AB-1 | a |\n| AB-2 | b |\n| AB-3 | c |\n")
    assert codes["near_duplicates"] is False
    assert not {"same_names", "near_duplicates"} & settings_of(PONDS).keys()
