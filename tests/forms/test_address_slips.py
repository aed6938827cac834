"""A line with nearly an address is refused, with what it may mean."""

import pytest

from bot.forms.address_slips import refuse_slips
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, Rule


def refused(line: str) -> tuple[Rule, object]:
    """The rule, and what it suggests."""
    with pytest.raises(FieldErrors) as raised:
        refuse_slips(line, line)
    ((rule, _, facts),) = raised.value.args
    assert facts["received"] == line
    return rule, facts.get("suggestion")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The manual, page 12",
        "version 2.0.1, e.g. of Go 2.0",
        "Node.js 4.2 says so",
        "[Manual](none)",
        "a: b",
        "http: nothing",
    ],
)
def test_words_without_an_address_pass(line: str):
    refuse_slips(line, line)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("https//x.example/a", "https://x.example/a"),
        ("htps://x.example/a", "https://x.example/a"),
        ("ttps://x.example/a", "https://x.example/a"),
        ("http:/x.example/a", "http://x.example/a"),
        ("HTTP;//x.example/a", "http://x.example/a"),
        ("https:x.example", "https://x.example"),
        ("https: //x.example", "https://x.example"),
        ("https:\\\\x.example", "https://x.example"),
        ("https:\\\\x.example\\a", "https://x.example/a"),
        ("Manual hhttps://x.example (German)", "Manual https://x.example (German)"),
        ("[Manual](www.x.example/a)", "[Manual](https://www.x.example/a)"),
        ("[Manual](<//x.example/a>)", "[Manual](<https://x.example/a>)"),
        ("x.example/a", "https://x.example/a"),
        ("(x.example/a).", "https://x.example/a"),
        ("//x.example", "https://x.example"),
        ("x.example", "https://x.example"),
        ("Xbox.com/X", "https://Xbox.com/X"),
        ("Manual: www.x.example", "Manual https://www.x.example"),
        ("Manual x.com", "Manual https://x.com"),
        ("manual.pdf at x.com", "manual.pdf at https://x.com"),
        ("Please add x.io", "https://x.io"),
        ("x.example/a says so", ""),
        ("www.manual.pdf", "https://www.manual.pdf"),
        ("x.example/manual.pdf", "https://x.example/manual.pdf"),
    ],
)
def test_nearly_an_address_is_suggested_whole(line: str, meant: str):
    assert refused(line) == (value_rules.ADDRESS_SCHEME, meant)


@pytest.mark.parametrize(
    "line", ["ftp://x.example/a", "Manualhttps://x.example/a", "blob:https://x.example/a"]
)
def test_an_address_of_another_kind_is_refused(line: str):
    assert refused(line) == (value_rules.ADDRESS_UNREAD, None)


@pytest.mark.parametrize(
    "line",
    [
        "manual.pdf",
        "see manual.pdf, page 3",
        "Manual Go 2.PDF",
        "[Manual](manual.pdf)",
        "./docs/manual.pdf",
        "/storage/emulated/0/Download/manual.pdf",
        "C:\\Users\\me\\Go 2.docx",
        "D:/Downloads/manual.zip",
    ],
)
def test_the_name_of_a_file_is_refused(line: str):
    assert refused(line) == (value_rules.FILE_NAME, None)


def test_what_was_typed_is_reported_where_less_was_read():
    with pytest.raises(FieldErrors) as raised:
        refuse_slips("x.example", "- x.example")
    assert raised.value.args[0].facts == {
        "received": "- x.example",
        "suggestion": "https://x.example",
    }
