"""A line with links, taken apart."""

import pytest

from bot.forms.link_lines import FoundAddress, LinkLine, lacks_address, take_apart, whole_link
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, Problem, Rule

A = "https://x.example/a"
B = "https://y.example/b"


def plain(before: str, address: str) -> FoundAddress:
    return FoundAddress(before, "", address, is_link=False)


def link(before: str, title: str, address: str) -> FoundAddress:
    return FoundAddress(before, title, address, is_link=True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        A,
        f"Manual {A}",
        f"[Manual]({A}) (German)",
        f"see [Manual]({A})",
        f"[1] [Manual]({A})",
        f"[Manual]({A}, [Sheet]({B})",
        f"[{A}]({A})",
        "[Manual](manual.pdf)",
        "[Manual](https://)",
        f"[Manual]({A}](x)",
        f"[Manual](<{A})",
        f"[Manual]({A}]({B})",
        "[Manual](https://x.example/a b)",
    ],
)
def test_another_line_is_no_whole_link(line: str):
    assert whole_link(line) is None


@pytest.mark.parametrize(
    ("line", "title", "address"),
    [
        (f"[Manual]({A})", "Manual", A),
        (f"[**Manual**]( <{A}> )", "Manual", A),
        (f"[100 [DE]]({A})", "100 [DE]", A),
        ("[a](https://x.example/a(b))", "a", "https://x.example/a(b)"),
    ],
)
def test_a_whole_link_is_a_title_and_an_address(line: str, title: str, address: str):
    assert whole_link(line) == (title, address)


@pytest.mark.parametrize(("target", "lacks"), [("", True), ("URL", True), ("urls", False)])
def test_a_link_may_lack_its_address(target: str, lacks: bool):
    assert lacks_address(target) is lacks


@pytest.mark.parametrize(
    "line", ["", "Manual", "https://", "https:// x", f"Manual{A} and {B}", f"see a{A}"]
)
def test_no_address_is_found(line: str):
    assert take_apart(line, line) == LinkLine([], line)


@pytest.mark.parametrize(
    ("line", "addresses", "after"),
    [
        (A, [plain("", A)], ""),
        (f"Manual: {A} (German)", [plain("Manual: ", A)], " (German)"),
        (f"Manual: <{A}> b", [plain("Manual: ", A)], " b"),
        (f"<{A}.> b", [plain("", f"{A}.")], " b"),
        (f"[{A}] b", [plain("[", A)], "] b"),
        ("a/b https://x.example c.pdf", [plain("a/b ", "https://x.example")], " c.pdf"),
        (f"({A}).", [plain("(", A)], ")."),
        (f"{A}, {B}", [plain("", A), plain(", ", B)], ""),
        (f"{A}{B}", [plain("", A), plain("", B)], ""),
        (f"{A}X{B}", [plain("", f"{A}X"), plain("", B)], ""),
        (f"{A}\\|{B}", [plain("", A), plain("\\|", B)], ""),
        (f"https://{A}", [plain("", A)], ""),
        (f"see [M]({A}) b", [link("see ", "M", A)], " b"),
        (f'[M]( <{A}> "t" ) b', [link("", "M", A)], " b"),
        (f"[M [x]]({A})", [link("", "M [x]", A)], ""),
        (f"[M]({A}) [N]({B}) c", [link("", "M", A), link(" ", "N", B)], " c"),
        (f"a] [M] ({A})", [link("a] ", "M", A)], ""),
        (f"[a] [b]]]({A})", [link("", "a] [b]]", A)], ""),
        (f"see {A})[M]", [plain("see ", f"{A})[M]")], ""),
        (f"{A}(", [plain("", f"{A}(")], ""),
        (f"{A}/..X", [plain("", f"{A}/..X")], ""),
        (f"M]({A})", [plain("M](", A)], ")"),
        (f"a ({A})[M] b", [link("a ", "M", A)], " b"),
        (f"a [{A}](url) b", [link("a ", "", A)], " b"),
        (f"[{A}/]({A})", [link("", "", A)], ""),
        (f"[{A}]({A}/)", [link("", "", f"{A}/")], ""),
    ],
)
def test_addresses_are_found_with_the_words_around_them(
    line: str, addresses: list[FoundAddress], after: str
):
    assert take_apart(line, line) == LinkLine(addresses, after)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (f"{A}, " * 11, value_rules.ADDRESSES_UNCLEAR),
        (f"[{A}]({B})", value_rules.ADDRESS_TWO_WAYS),
        (f"[{A}X]({A})", value_rules.ADDRESS_TWO_WAYS),
        (f"[{A}]({A}X)", value_rules.ADDRESS_TWO_WAYS),
        (f"[{A}]({B}](url)", value_rules.ADDRESS_TWO_WAYS),
        (f"{A}...", value_rules.ADDRESS_CUT),
        (f"see {A}…),", value_rules.ADDRESS_CUT),
        ("[M](https://x.example/a<b)", value_rules.ADDRESS_UNREAD),
    ],
)
def test_an_unclear_line_is_refused_as_it_was_typed(line: str, rule: Rule):
    with pytest.raises(FieldErrors) as raised:
        take_apart(line, f"- {line}")
    assert raised.value.args == (Problem(rule, facts={"received": f"- {line}"}),)


def test_ten_addresses_are_found():
    line = f"{A}, " * 10
    assert len(take_apart(line, line).addresses) == 10


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("[a](https://x.example/b c.pdf)", "[a](https://x.example/b%20c.pdf)"),
        ("[a](https://x.example/X b.pdf)", "[a](https://x.example/X%20b.pdf)"),
        ("[a](https://x.example/b c.pdf", "[a](https://x.example/b%20c.pdf"),
        ("[a](https://x.example/b_(c) d), e", "[a](https://x.example/b_(c)%20d), e"),
        ("[a](https://x.example/b, c)", ""),
        ("[a](https://x.example/b https://x.example/c)", ""),
        ("https://x.example/b c.pdf", "https://x.example/b%20c.pdf"),
        ("https://x.example/b - c.pdf", "https://x.example/b%20-%20c.pdf"),
        ("a: https://x.example/b c.pdf (d)", "a: https://x.example/b%20c.pdf (d)"),
    ],
)
def test_an_address_with_a_space_is_refused(line: str, meant: str):
    with pytest.raises(FieldErrors) as raised:
        take_apart(line, line)
    facts = {"received": line, "suggestion": meant}
    assert raised.value.args == (Problem(value_rules.ADDRESS_SPACE, facts=facts),)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("https://x .example/a", "https://x.example/a"),
        ("https://www. x.example/a", "https://www.x.example/a"),
        ("https://x. example/a", "https://x.example/a"),
        ("Manual (https://www.x .example)", "Manual (https://www.x.example)"),
        (f"{A}, https://y .example/b", f"{A}, https://y.example/b"),
    ],
)
def test_a_space_inside_a_host_is_the_fault(line: str, meant: str):
    with pytest.raises(FieldErrors) as raised:
        take_apart(line, line)
    (error,) = raised.value.args
    facts = {"received": line, "suggestion": meant}
    assert (error.rule, error.facts) == (value_rules.ADDRESS_SPACE, facts)


@pytest.mark.parametrize("line", [f"{A} .NET", "https://x.example .NET", "https://x. See below."])
def test_a_space_after_a_host_is_none_inside(line: str):
    assert len(take_apart(line, line).addresses) == 1
