"""Links of an answer as people type them."""

import pytest

from bot.document.cells import Link
from bot.forms.typed_links import read_link, read_link_line, read_links
from bot.rules import row_rules, value_rules
from bot.rules.rule import FieldErrors, Problem, Rule

A = "https://x.example/a"
B = "https://y.example/b"


@pytest.mark.parametrize("answer", ["", " \n\n", "n/a", "- none\n–", "```\n```", "\u200b"])
def test_an_answer_that_says_nothing_has_no_links(answer: str):
    assert read_links(answer) == ()


@pytest.mark.parametrize(
    ("line", "title", "url"),
    [
        (A, "x.example", A),
        (f"Manual: {A}", "Manual", A),
        (f"  - Manual -  {A}", "Manual", A),
        (f"Manual ({A}).", "Manual", A),
        (f"Manual (see {A})", "Manual", A),
        ("see https://x.example/a(b)", "see", "https://x.example/a%28b%29"),
        (f"{A}.,;", "x.example", A),
        ("[a](<https://x.example/b c>)", "a", "https://x.example/b%20c"),
        ('[a](<https://x.example/b c> "d") (e)', "a (e)", "https://x.example/b%20c"),
        (f"[a]({A} (c))", "a", A),
        (f"[ ]({A})", "x.example", A),
        (f"[Manual]( <{A}> )", "Manual", A),
        (f"({A})[User manual]", "User manual", A),
        ("https://bücher.example/", "bücher.example", "https://xn--bcher-kva.example/"),
        ("Manual, siehe: https://x.example/X.", "Manual", "https://x.example/X"),
        ("https://x.example/?utm_a=1", "x.example", "https://x.example/"),
        (f"{'t' * 120} {A}", "t" * 120, A),
        (f'"Manual {A}"', "Manual", A),
        ("X https://x.example/X", "X", "https://x.example/X"),
        (f"**Manual {A}**", "Manual", A),
        (f"Manual&#58; {A}", "Manual", A),
        (f"Manual [DE] {A}", "Manual [DE]", A),
    ],
)
def test_a_link_is_read(line: str, title: str, url: str):
    assert read_link(line) == Link(title, url)


@pytest.mark.parametrize(
    "line",
    [
        f"„{A}“",
        f"‚{A}‘",
        f"»{A}«",
        f"« {A} ».",
        f"「{A}」。",
        f"（{A}）",
        f"{{{A}}}",
        f"{A}|",
        f"&quot;{A}&quot;",
        f"&lt;{A}&gt;",
        f"'{A}'",
        f"`{A}`",
    ],
)
def test_marks_around_an_address_are_no_part_of_it(line: str):
    assert read_link(line) == Link("x.example", A)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("nothing here", value_rules.ADDRESS_MISSING),
        ("", value_rules.ADDRESS_MISSING),
        ("<>", value_rules.ADDRESS_MISSING),
        (f"{A} {B}", value_rules.ADDRESSES_UNCLEAR),
        (f"{A}, {B}", value_rules.ADDRESSES_UNCLEAR),
        ("https://", value_rules.ADDRESS_UNREAD),
        ("ftp://x.example/a", value_rules.ADDRESS_UNREAD),
        (f"Manual{A}, {A}", value_rules.ADDRESS_UNREAD),
        ("seehttps://https://x.example/", value_rules.ADDRESS_UNREAD),
        (f"![Picture]({A}.png)", value_rules.PICTURE),
        (f'<IMG src="{A}.png">', value_rules.PICTURE),
        (f"[a](b]({A})", value_rules.ADDRESS_UNREAD),
        (f"[a](javascript:alert(1)) {A}", value_rules.ADDRESS_UNREAD),
        (f"[a](b.pdf) {A}", value_rules.ADDRESS_UNREAD),
        (f"a]({A})", value_rules.ADDRESS_UNREAD),
        (f"[a](b {A}", value_rules.ADDRESS_UNREAD),
        (f"[a: {A}]", value_rules.ADDRESS_UNREAD),
        (f"[Manual]({A}) [a](b)", value_rules.ADDRESS_UNREAD),
        (f"[ftp://x.example]({A})", value_rules.ADDRESS_TWO_WAYS),
    ],
)
def test_a_line_without_one_link_is_refused(line: str, rule: Rule):
    with pytest.raises(FieldErrors) as raised:
        read_link(line)
    ((found, _, facts),) = raised.value.args
    received = (line,) if rule is value_rules.ADDRESS_MISSING else line
    assert (found, facts) == (rule, {"received": received})


@pytest.mark.parametrize(
    ("length", "rule", "more"),
    [
        (8000, value_rules.ADDRESS_MISSING, {}),
        (8001, value_rules.TOO_LONG, {"limit": 1000, "length": 8001}),
    ],
)
def test_a_line_without_end_is_not_looked_at(length: int, rule: Rule, more: dict):
    line = "x " * (length // 2) + "x" * (length % 2)
    with pytest.raises(FieldErrors) as raised:
        read_link(line)
    received = (line,) if rule is value_rules.ADDRESS_MISSING else line
    assert raised.value.args == (Problem(rule, facts={"received": received, **more}),)


@pytest.mark.parametrize(
    ("line", "rule", "meant"),
    [
        ("x.example/a", value_rules.ADDRESS_SCHEME, "https://x.example/a"),
        (
            "[A](x.example/a), [B](//y.example)",
            value_rules.ADDRESS_SCHEME,
            "[A](https://x.example/a), [B](https://y.example)",
        ),
        ('"htps://x.example/a"', value_rules.ADDRESS_SCHEME, "https://x.example/a"),
        ("Manualhttps://x.example/a, htps://x.example/b", value_rules.ADDRESS_SCHEME, ""),
        ("htps://charger.local/a", value_rules.ADDRESS_SCHEME, ""),
        ("[a](https://x.example/b c), [d](https://x.example/e f)", value_rules.ADDRESS_SPACE, ""),
    ],
)
def test_only_what_can_be_read_is_suggested(line: str, rule: Rule, meant: str):
    with pytest.raises(FieldErrors) as raised:
        read_link_line(line)
    facts = {"received": line, "suggestion": meant}
    assert raised.value.args == (Problem(rule, facts=facts),)


@pytest.mark.parametrize(
    "line",
    [
        "https://x.example/a.pdfhttps://y.example/b",
        "https://x.example/a.pdf|https://y.example/b",
        "https://x.example/a.pdf\\|https://y.example/b",
        "https://x.example/a.pdf \\| https://y.example/b",
        "(https://x.example/a.pdf) and (https://y.example/b)",
    ],
)
def test_two_addresses_are_read_apart(line: str):
    urls = [link.url for link in read_link_line(line)]
    assert urls == ["https://x.example/a.pdf", B]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        (rf"[Manual]({A}) \| [Support]({B})", ["Manual", "Support"]),
        (f"(see [Manual]({A}) and [Sheet]({B}))", ["see Manual", "Sheet"]),
        (f"{A} (German), {B} (French)", ["x.example (German)", "y.example (French)"]),
        (f"Manual {A}, sheet {B}", ["Manual", "sheet"]),
    ],
)
def test_each_of_two_links_has_its_own_title(line: str, titles: list[str]):
    assert [link.title for link in read_link_line(line)] == titles


def test_the_links_of_all_lines_are_read_once():
    answer = f"- [Manual]({A})\r\nnone\n{B}, {A}\n  [Manual]({A})\n"
    assert read_links(answer.replace("\r", "")) == (
        Link("Manual", A),
        Link("y.example", B),
    )


def test_five_links_are_read_and_six_are_too_many():
    lines = [f"{A}{number}" for number in range(6)]
    assert len(read_links("\n".join([*lines[:5], lines[0]]))) == 5
    with pytest.raises(FieldErrors) as raised:
        read_links("\n".join(lines))
    assert raised.value.args == (
        Problem(value_rules.TOO_MANY_ADDRESSES, facts={"limit": 5, "count": 6}),
    )


def test_lines_without_end_are_too_many():
    with pytest.raises(FieldErrors) as raised:
        read_links("\n" * 40)
    assert raised.value.args == (
        Problem(value_rules.TOO_MANY_ADDRESSES, facts={"limit": 5, "count": 41}),
    )


def test_all_lines_without_an_address_are_reported_together_after_other_errors():
    with pytest.raises(FieldErrors) as raised:
        read_links(f"{B}\nthe manual\nhttps://x.example:8/\nask me")
    assert raised.value.args == (
        Problem(value_rules.ADDRESS_PORT, facts={"received": "https://x.example:8/"}),
        Problem(value_rules.ADDRESS_MISSING, facts={"received": ("the manual", "ask me")}),
    )


@pytest.mark.parametrize("answer", [f"{A}\nManual {A}", f"Manual {A}\n<{A}>\n[x.example]({A})"])
def test_an_address_with_a_title_and_without_one_is_one_link(answer: str):
    assert read_links(answer) == (Link("Manual", A),)


@pytest.mark.parametrize(
    "answer",
    ["{0}/\n{0}", "http://x.example/a\n{0}", "{0}\nhttp://x.example/a/", "{0}\n{0}?utm_source=b"],
)
def test_addresses_of_one_place_are_one_link(answer: str):
    (link,) = read_links(answer.format(A))
    assert link.title == "x.example"
    assert link.url in {A, f"{A}/"}


def test_one_place_has_the_title_of_the_link_that_has_one():
    assert read_links("Manual http://x.example/a\n" + A) == (Link("Manual", A),)
    assert read_links(f"{A}\n{B}", "Here") == (Link("Here", A), Link("Here", B))
    with pytest.raises(FieldErrors) as caught:
        read_links(f"Manual {A}\nData sheet {A}/\nManual {A}")
    assert len(caught.value.problems("Source")) == 1


def test_a_line_is_the_title_of_the_address_below():
    assert read_links(f"Manual:\n{A}\n- {B}") == (Link("Manual", A), Link("y.example", B))
    assert read_links(f"Manual\n{A}\nSheet\n{B}") == (Link("Manual", A), Link("Sheet", B))
    assert read_links(f"Links:\n{A}") == (Link("x.example", A),)
    with pytest.raises(FieldErrors):
        read_links(f"Manuals:\n- {A}")
    with pytest.raises(FieldErrors):
        read_links(f"{A}\nManual\n{B}")  # of either
    assert read_links(f"{A}\nManual:\n{B}") == (Link("x.example", A), Link("Manual", B))
    assert read_links(f"none\n{A}") == (Link("x.example", A),)


def test_what_a_search_found_is_no_source():
    url = "https://www.google.de/search?q=go+ocpp"
    with pytest.raises(FieldErrors) as raised:
        read_links(f"{A}\n{url}")
    assert raised.value.args == (Problem(value_rules.ADDRESS_OF_SEARCH, facts={"received": url}),)


@pytest.mark.parametrize("title", ["link", "Here", "click here", "Link 2", "**link**"])
def test_a_link_titled_link_has_the_name_of_its_host(title: str):
    assert read_link(f"[{title}]({A})") == Link("x.example", A)


@pytest.mark.parametrize("browser", ["view-source:", "chrome-extension://efaidnbmn/", "Manual "])
def test_what_a_browser_puts_in_front_is_no_title(browser: str):
    assert read_link(browser + A).url == A
    assert read_link(browser + A).title in {"x.example", "Manual"}


def test_links_with_the_address_of_another_are_duplicates():
    one, other, third, fourth = Link("a", A), Link("b", B), Link("c", A), Link("d", A)
    assert read_links(f"{one}\n{other}") == (one, other)
    with pytest.raises(FieldErrors) as raised:
        read_links(f"{one}\n{other}\n{third}\n{fourth}")
    assert raised.value.args == (
        Problem(row_rules.LINK_TWICE, facts={"received": str(third)}),
        Problem(row_rules.LINK_TWICE, facts={"received": str(fourth)}),
    )
