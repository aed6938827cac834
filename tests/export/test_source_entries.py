"""The rows of a list as far as their sources matter."""

from bot.document.parse import parse
from bot.evidence.entry import Entry
from bot.export.source_entries import source_entries
from bot.shape.load import bind, read_list_file
from tests.charger_list import SHAPE
from tests.export.lists import APP_LIST, APPS, FIRST, HEAD, TABLE, row

SOURCES = "[a](https://a.example) \\| [b](https://b.example)"


def test_a_list_without_rows_has_none():
    assert source_entries(parse(HEAD, SHAPE)) == ((), ())


def test_a_row_has_its_line_names_and_addresses():
    text = f"{HEAD}{row('Zaptec Go', '1.6J / 2.1', source=SOURCES)}\n{row('Zaptec Pro')}\n"
    entries, errors = source_entries(parse(text, SHAPE))
    addresses = ("https://a.example", "https://b.example")
    assert entries == (
        Entry(FIRST, "Zaptec", "Zaptec Go", addresses),
        Entry(FIRST + 1, "Zaptec", "Zaptec Pro", ()),
    )
    assert errors == ()


def test_a_row_with_mistakes_has_its_addresses_all_the_same():
    text = f"{HEAD}{row(versions='3.0', ways='Radio', source=f'see {SOURCES}')}\n"
    ((entry,), errors) = source_entries(parse(text, SHAPE))
    assert len(entry.addresses) == 2
    assert errors == ()


def test_a_name_that_is_a_link_is_a_source():
    entries, _ = source_entries(parse(APP_LIST, APPS))
    assert [one.addresses for one in entries] == [
        ("https://ink.example",),
        ("https://ark.example",),
        ("https://oak.example",),
    ]
    assert {one.section for one in entries} == {""}


def test_a_row_has_the_addresses_of_its_name_and_of_its_links():
    columns = (
        "  Name: {field: name, kind: name, address: url}\n  Links: {field: links, kind: links}\n"
    )
    file = f"entry: app\ncolumns:\n{columns}order: {{rows: bottom}}\nforms: {{add: add.yml}}\n"
    text = f"| Name | Links |\n| --- | --- |\n| [Ink](https://ink.example) | {SOURCES} |\n"
    ((entry,), _) = source_entries(parse(text, bind(read_list_file(file, "list.yml"), {})))
    assert entry.addresses == ("https://ink.example", "https://a.example", "https://b.example")


def test_a_section_which_cannot_be_read_is_an_error_and_the_others_stay():
    other = TABLE.replace("| Notes |", "| Remarks |") + row("ABB Terra")
    text = f"{HEAD}{row()}\n\n### ABB\n\n{other}\n"
    entries, errors = source_entries(parse(text, SHAPE))
    assert [one.name for one in entries] == ["Zaptec Go"]
    header = text[: text.index("Remarks")].count("\n") + 1
    assert [error.line for error in errors] == [header]
