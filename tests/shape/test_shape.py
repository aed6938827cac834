"""The shape of a list: what its file says, or leaves to be understood."""

import pytest

from bot.shape.list_file import Words
from bot.shape.load import bind, read_list_file
from bot.shape.shape import ColumnShape, Shape, needed_word

SMALLEST = """
entry: tool
columns:
  Tool: {field: tool, kind: name}
forms: {add: add.yml}
"""
FULL = """
heading: The games
entry: {one: die, many: dice}
sections: {field: system, name: system, aliases: {Nintendo 64: [N64, "Ultra 64"], "Süd": []}}
columns:
  Played: {field: played, kind: text, empty: never, remarks: true, markup: true}
  Game: {field: game, kind: name, starts_with: system, address: site}
  Price: {field: price, kind: choices, shown: {Free: "✅ Free"}, exported: {Free: free},
    separator: ", ", empty: "?", words: ocpp-versions}
  Ready: {field: ready, kind: yes/no}
  Sold: {field: sold, kind: choice, optional: true}
  Links: {field: links, kind: links, title: Site, empty: None yet, separator: "<br>"}
order: {rows: power-rating}
forms: {add: add.yml, correct: correct.yml}
correct: {row: which}
names: "-+"
strict: true
"""


def shape_of(text: str) -> Shape:
    return bind(read_list_file(text, "list.yml"), {"price": ["Free", "Paid"], "other": ["x"]})


def column(name: str) -> ColumnShape:
    return next(one for one in shape_of(FULL).columns if one.name == name)


@pytest.mark.parametrize("text", ["", "🔒", "-", "Source", "needed", "needed source"])
def test_a_cell_which_asks_for_nothing(text: str):
    assert needed_word(text) == ""


@pytest.mark.parametrize(
    "text",
    ["Source needed!", "A SOURCE is wanted", "source still missing", "source is still needed"],
)
def test_a_cell_which_asks_for_a_source(text: str):
    assert needed_word(text) == "source"


def test_the_smallest_list():
    shape = shape_of(SMALLEST)
    assert shape.header == ("Tool",)
    assert shape.name_column.name == "Tool"
    assert (shape.has_sections, shape.names_start_with_section) == (False, False)
    assert (shape.section_field, shape.address_field) == ("", "")
    assert shape.file.correction_form is None
    assert (shape.entry.one, shape.entry.many, shape.section_noun) == ("tool", "tools", "list")
    assert shape.nouns == {
        "entry": "tool",
        "many": "tools",
        "section": "list",
        "sections": "lists",
        "allowed_marks": "",
    }
    assert not shape.has_versions
    assert shape.vocabulary.unit == ""
    assert shape.vocabulary.nouns == {"tool"}
    assert "tool" in shape.vocabulary.nouns
    assert shape.about.title == "Tools"
    assert shape.section_identity("Süd") == "sud"


def test_a_list_with_everything():
    shape = shape_of(FULL)
    assert shape.header == ("Played", "Game", "Price", "Ready", "Sold", "Links")
    assert [one.index for one in shape.columns] == [0, 1, 2, 3, 4, 5]
    assert all(one.is_strict for one in shape.columns)
    assert shape.name_column.index == 1
    assert (shape.has_sections, shape.names_start_with_section) == (True, True)
    assert (shape.section_field, shape.address_field) == ("system", "site")
    assert (shape.file.correction_form, shape.correct.row) == ("correct.yml", "which")
    assert shape.nouns == {
        "entry": "die",
        "many": "dice",
        "section": "system",
        "sections": "systems",
        "allowed_marks": "-+",
    }
    assert shape.has_versions
    assert shape.about.title == "The games"


def test_the_words_of_a_list():
    vocabulary = shape_of(FULL).vocabulary
    assert {"die", "dice"} <= vocabulary.generic
    assert {"die", "game", "system"} <= vocabulary.nouns
    assert {"game", "mydie", "nosystem"} <= vocabulary.stand_ins
    assert "wallbox" in vocabulary.generic  # of chargers, since versions are those of OCPP
    assert vocabulary.unit == "kw"


def test_another_file_for_corrections():
    text = FULL.replace(", correct: correct.yml", "").replace(
        "{row: which", "{form: other.yml, row: which"
    )
    assert shape_of(text).file.correction_form == "other.yml"


def test_what_exports_say_of_a_list():
    assert shape_of(f"{SMALLEST}about: {{title: Our tools}}\n").about.title == "Our tools"
    assert shape_of(f"heading: The tools\n{SMALLEST}").about.title == "The tools"


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("nintendo 64", "nintendo 64"),
        ("n64", "nintendo 64"),
        ("ULTRA  64", "nintendo 64"),
        ("SÜD", "sud"),
        ("N65", "n65"),
    ],
)
def test_a_section_is_known_by_an_alias_too(name: str, identity: str):
    assert shape_of(FULL).section_identity(name) == identity


def test_the_column_of_a_field():
    found = shape_of(FULL).column_of_field("price")
    assert found
    assert found.name == "Price"
    assert shape_of(FULL).column_of_field("site") is None


def test_a_column_of_names():
    game = column("Game")
    assert (game.kind, game.field, game.address) == ("name", "game", "site")
    assert (game.empty, game.separator, game.link_title, game.words) == ("", "", None, None)
    assert (game.is_optional, game.holds_remarks, game.allows_markup) == (True, False, False)
    assert (game.shown("Go"), game.exported("Go")) == ("Go", "Go")
    assert game.options == ()


def test_a_column_of_texts():
    played = column("Played")
    assert (played.empty, played.separator, played.address) == ("never", "", None)
    assert (played.is_optional, played.holds_remarks, played.allows_markup) == (True, True, True)
    assert not column("Sold").holds_remarks


def test_a_column_of_options():
    price = column("Price")
    assert price.options == ("Free", "Paid")
    assert (price.empty, price.separator, price.words) == ("?", ", ", Words.OCPP_VERSIONS)
    assert (price.shown("Free"), price.shown("Paid")) == ("✅ Free", "Paid")
    assert (price.exported("Free"), price.exported("Paid")) == ("free", "Paid")
    assert price.exported_options == ["free", "Paid"]
    assert [column(name).is_optional for name in ("Price", "Ready", "Sold")] == [False, True, True]
    assert column("Sold").words is None


def test_a_column_of_links():
    links = column("Links")
    assert (links.empty, links.separator, links.link_title) == ("None yet", "<br>", "Site")
    assert column("Price").link_title is None


@pytest.mark.parametrize(
    ("fields", "noun"),
    [
        ((), "links"),
        (("sources",), "sources"),
        (("web_sites",), "web sites"),
        (("link",), "links"),
        (("papers", "videos"), "links"),
    ],
)
def test_what_links_are_called_together(fields: tuple[str, ...], noun: str):
    columns = "".join(f"  {field}: {{field: {field}, kind: links}}\n" for field in fields)
    text = SMALLEST.replace("forms:", f"{columns}forms:")
    assert shape_of(text).links_noun == noun
