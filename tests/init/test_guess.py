"""The shape of a list, and the reason for each part of it."""

import pytest

from bot.errors import ReadmeError
from bot.init.guess import Guess, guess, reasons

HEAD = "| Name | City |\n|---|---|\n"
PONDS = "# Waters\n\n" + HEAD + "| Pond | Ghent |\n| Well | Porto |\n"


def by_section(**rows: str) -> str:
    """A list with a section for each argument, of rows separated by commas."""
    sections = []
    for section, names in rows.items():
        lines = "".join(f"| {name} | Ghent |\n" for name in names.split(", "))
        sections.append(f"## {section}\n\n{HEAD}{lines}")
    return "# Waters\n\n" + "\n".join(sections)


BRANDS = by_section(Ito="Ito Saw, Ito Plane", Abe="Abe Saw, Abe Knife")


def test_a_page_without_a_list_is_refused():
    with pytest.raises(ReadmeError):
        guess("# Waters\n")
    with pytest.raises(ReadmeError, match="HTML"):
        guess("# Waters\n\n<table><tr><td>Pond</td></tr></table>\n")


def test_one_table_has_no_sections():
    found = guess(PONDS)
    assert (found.title, found.entry, found.sections) == ("Waters", "entry", ())
    assert found.name_column.name == "Name"
    assert not found.names_start_with_section
    assert found.section_options == ()


def test_a_page_without_a_title_has_none():
    assert guess(HEAD + "| Pond | Ghent |\n").title == ""
    assert guess(f"> # Quoted\n\n{PONDS}").title == "Waters"


def test_rows_of_rules_and_spaces_are_none():
    found = guess(f"{PONDS}| --- | — |\n|  |  |\n")
    assert "list: the whole page, one table with 4 rows" in list(reasons(found))
    assert found.name_column.example in {"Pond", "Well"}


def test_sections_that_names_begin_with_may_be_new():
    found = guess(BRANDS)
    assert found.names_start_with_section
    assert found.names_start_with_section
    assert (found.section, found.sections) == ("brand", ("Ito", "Abe"))
    assert found.section_options == ()
    assert found.ids.section == "brand"


def test_other_sections_are_chosen_from():
    found = guess(by_section(Deep="Pond, Well", Flat="Lake, Brook"))
    assert not found.names_start_with_section
    assert found.section_options == ("Deep", "Flat")


def test_a_section_that_no_dropdown_can_offer_is_typed():
    found = guess(by_section(None_="Pond, Well", Flat="Lake, Brook").replace("None_", "None"))
    assert found.section_options == ()
    assert any("GitHub allows no option `None`" in reason for reason in reasons(found))


def test_names_need_only_nearly_all_begin_with_their_section():
    names = ", ".join(f"Ito {n}" for n in range(9))
    assert guess(by_section(Ito=f"{names}, Saw", Abe="Abe Saw")).names_start_with_section
    assert not guess(by_section(Ito=f"{names}, Saw, Axe", Abe="Abe Saw")).names_start_with_section


def test_a_single_section_is_no_prefix():
    text = by_section(Ito="Ito Saw, Ito Plane") + "\n## Others\n\n| Other |\n|---|\n| x |\n"
    assert not guess(text).names_start_with_section


def codes(*names: str) -> Guess:
    rows = "".join(f"| {name} | Ghent |\n" for name in names)
    return guess(f"| Code | City |\n|---|---|\n{rows}")


def test_codes_may_be_nearly_the_same():
    assert not codes("AB-1", "AB-2", "AB-3").near_duplicates
    assert codes("AB-1", "Saw", "Plane").near_duplicates
    assert codes("AB 1", "AB 2", "AB 3").near_duplicates
    assert any("is a code" in reason for reason in reasons(codes("AB-1", "AB-2")))


def test_ids_are_unlike_each_other_and_those_of_the_form():
    rows = "| Saw | x | y | z |\n"
    found = guess(f"| Name | Change | Reason | Address |\n|---|---|---|---|\n{rows}")
    assert found.ids.columns == ("name", "change_2", "reason_2", "address")
    assert (found.ids.address, found.ids.row) == ("address_2", "current_name")
    assert found.ids.rename == "new_name"


def test_a_column_without_letters_of_ascii_has_an_id_by_its_place():
    found = guess("| 名前 | 都市 |\n|---|---|\n| 池 | 東京 |\n")
    assert found.ids.columns == ("column_1", "column_2")
    assert found.ids.row == "current_column_1"


def test_each_part_has_a_reason():
    found = list(reasons(guess(BRANDS)))
    assert found[:2] == [
        "list: the whole page, 2 tables with 4 rows",
        "sections: 2 headings ##, called brand; a form may make new ones",
    ]
    assert "each Name begins with the name of its brand" in found
    assert "in messages a row is called entry" in found


def test_what_looks_misspelled_is_named():
    rows = "".join(f"| Pond {n} | {'Stockholm' if n % 2 else 'Porto'} |\n" for n in range(60))
    found = guess(f"{HEAD}{rows}| Lake | Stokholm |\n")
    assert "City: looks misspelled, so no option: Stokholm" in list(reasons(found))


def test_a_table_in_html_is_left():
    (other,) = guess(f"{PONDS}\n<table><tr><td>x</td></tr></table>\n").others
    assert (other.line, other.reason) == (8, "it is written in HTML")
