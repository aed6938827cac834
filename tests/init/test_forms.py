"""The issue forms."""

from typing import Any

import yaml

from bot.init.forms import form_names, form_options, form_texts
from bot.init.guess import guess

PONDS = "| Pond | Deep |\n|---|---|\n| Well | ✅ |\n| Lake | ❌ |\n"
BRANDS = "# Tools\n\n" + "\n".join(
    f"## {brand}\n\n| Tool | Use |\n|---|---|\n| {brand} Saw | cuts |\n" for brand in ("Ito", "Abe")
)


def forms_of(readme: str) -> dict[str, dict[str, Any]]:
    texts = form_texts(guess(readme))
    return {name: yaml.safe_load(text) for name, text in texts.items()}


def fields_of(form: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {field["id"]: field for field in form["body"] if "id" in field}


def table(header: str, *rows: str) -> str:
    delimiter = "|---" * (header.count("|") - 1) + "|"
    return "\n".join([header, delimiter, *rows, ""])


def test_a_list_of_one_table_has_two_forms():
    names = form_names(guess(PONDS))
    assert names == {"add": "new-pond.yml", "correct": "correction.yml"}
    assert list(forms_of(PONDS)) == ["new-pond.yml", "correction.yml"]


def test_a_list_whose_sections_may_be_new_has_a_form_for_these():
    forms = forms_of(BRANDS)
    assert list(forms) == ["new-tool.yml", "new-brand.yml", "correction.yml"]
    assert forms["new-tool.yml"]["description"] == "Add a tool to the list."
    brand = forms["new-brand.yml"]
    assert "Add a brand which is not in the list yet, with its first tool" in brand["description"]
    assert fields_of(brand).keys() == fields_of(forms["new-tool.yml"]).keys()


def test_a_noun_without_letters_of_ascii_has_a_name_of_its_own():
    names = form_names(guess(table("| 名前 | 都市 |", "| 池 | 東京 |")))
    assert names["add"] == "new-entry.yml"


def test_each_form_sets_a_label_of_its_own_name():
    for name, form in forms_of(BRANDS).items():
        assert form["labels"] == [name.removesuffix(".yml")]
        assert form["title"] == f"{form['name']}: "
        assert form["body"][0]["type"] == "markdown"


def test_a_column_with_options_is_a_dropdown():
    readme = table("| Pond | Deep | Fish |", "| A | ✅ | Carp, Pike |", "| B | ❌ | Carp |",
                   "| C | ✅ | Pike |", "| D | ❌ | Carp, Pike |")  # fmt: skip
    fields = fields_of(forms_of(readme)["new-pond.yml"])
    deep, fish = fields["deep"], fields["fish"]
    assert deep["attributes"] == {"label": "Deep", "options": ["Yes", "No"]}
    assert deep["validations"] == {"required": True}
    assert fish["attributes"]["multiple"] is True
    assert fish["attributes"]["options"] == ["Carp", "Pike"]
    assert form_options(guess(readme)) == {"deep": ("Yes", "No"), "fish": ("Carp", "Pike")}


def test_other_columns_are_inputs_with_an_example():
    readme = table("| Pond | Since | Site |", "| A | 2026-01-02 | [a](https://a.example) |",
                   "| B | 2026-01-03 |  |", "| C | 2026-01-04 | [c](https://c.example) |")  # fmt: skip
    fields = fields_of(forms_of(readme)["new-pond.yml"])
    assert [field["type"] for field in fields.values()] == ["input", "input", "textarea"]
    assert fields["pond"]["attributes"]["placeholder"] in {"A", "B", "C"}
    assert fields["since"]["attributes"]["description"].startswith("A date")
    assert fields["site"]["attributes"]["placeholder"] == "https://www.example.com/"
    assert "validations" not in fields["site"]


def test_a_name_that_is_a_link_asks_for_its_address():
    rows = [f"| [Well {n}](https://x.example/{n}) | a |" for n in range(3)]
    forms = forms_of(table("| Pond | Address |", *rows))
    added, corrected = (fields_of(forms[name]) for name in ("new-pond.yml", "correction.yml"))
    assert added["address_2"]["attributes"]["label"] == "Address"
    assert added["address"]["attributes"]["label"] == "Address (2)"
    assert added["address_2"]["validations"] == {"required": True}
    assert "validations" not in corrected["address_2"]
    some = forms_of(table("| Pond | City |", *rows, "| Lake | b |"))["new-pond.yml"]
    assert "validations" not in fields_of(some)["address"]


def test_a_section_is_typed_where_it_may_be_new_else_chosen():
    section = fields_of(forms_of(BRANDS)["new-tool.yml"])["brand"]
    assert (section["type"], section["attributes"]["placeholder"]) == ("input", "Ito")
    places = "".join(f"## {name}\n\n{PONDS}\n" for name in ("Deep", "Flat"))
    chosen = fields_of(forms_of(f"# Waters\n\n{places}")["new-pond.yml"])["section"]
    assert chosen["attributes"]["options"] == ["Deep", "Flat"]
    assert form_options(guess(f"# Waters\n\n{places}"))["section"] == ("Deep", "Flat")


def test_a_correction_asks_for_the_row_the_change_and_a_reason():
    form = forms_of(PONDS.replace("Deep", "Depth").replace("✅", "3 m").replace("❌", "4 m"))
    fields = fields_of(form["correction.yml"])
    assert list(fields) == ["current_pond", "change", "new_pond", "depth", "reason"]
    required = [name for name, field in fields.items() if "validations" in field]
    assert required == ["current_pond", "change", "reason"]
    assert [option.split()[0] for option in fields["change"]["attributes"]["options"]] == [
        "Change",
        "Rename",
        "Remove",
    ]
    assert fields["depth"]["attributes"]["description"].endswith("`-` empties the cell.")


def test_labels_are_unlike_each_other():
    form = forms_of(table("| Pond | Change | Reason |", "| Well | a | b |"))["correction.yml"]
    labels = [field["attributes"]["label"] for field in fields_of(form).values()]
    assert labels == ["Pond", "Change", "New Pond", "Change (2)", "Reason", "Reason (2)"]


def test_an_article_fits_its_noun():
    assert forms_of(table("| App | Use |", "| Ink | a |"))["new-app.yml"]["description"] == (
        "Add an app to the list."
    )
