"""Sources as they are typed."""

import pytest

from bot.forms.typed_links import read_link, read_link_line
from bot.rules.rule import FieldErrors


@pytest.mark.parametrize(
    ("item", "title", "url"),
    [
        ("https://x.example/a", "x.example", "https://x.example/a"),
        ("Manual: https://x.example/a", "Manual", "https://x.example/a"),
        ("https://a.local.x.example/a", "a.local.x.example", "https://a.local.x.example/a"),
        ("https://home.localx.example/", "home.localx.example", "https://home.localx.example/"),
        ("  - Manual -  https://x.example/a", "Manual", "https://x.example/a"),
        ("Manual (https://x.example/a).", "Manual", "https://x.example/a"),
        ("Manual (see https://x.example/a)", "Manual (see)", "https://x.example/a"),
        ("see https://x.example/a(b)", "see", "https://x.example/a%28b%29"),
        ("https://x.example/a.,;", "x.example", "https://x.example/a"),
        ("[a](<https://x.example/b c>)", "a", "https://x.example/b%20c"),
        ('[a](<https://x.example/b c> "d") (e)', "a (e)", "https://x.example/b%20c"),
        ("[a](https://x.example/b (c))", "a", "https://x.example/b"),
        ("[ ](https://x.example/a)", "x.example", "https://x.example/a"),
        (
            "https://bücher.example/é",
            "bücher.example",
            "https://xn--bcher-kva.example/%C3%A9",
        ),
        ("t" * 120 + " https://x.example", "t" * 120, "https://x.example"),
        ("[Manual]( <https://x.example/> )", "Manual", "https://x.example/"),
        ("https://faß.example/", "faß.example", "https://xn--fa-hia.example/"),
        (f"https://x.example/{'a' * 982}", "x.example", f"https://x.example/{'a' * 982}"),
        ("see https://x.example/X.", "see", "https://x.example/X"),
        ("https://r3--x.example/?a", "r3--x.example", "https://r3--x.example/?a"),
        ("https://ｂｏｘ.example/", "box.example", "https://box.example/"),
        ("HTTPS://X.Example/A", "x.example", "https://x.example/A"),
        ("https://x.example/?utm_a=1&b=2&gclid&c#d", "x.example", "https://x.example/?b=2&c#d"),
        *(
            (f"https://x.example/?{name}=1&a=2", "x.example", "https://x.example/?a=2")
            for name in ("utm_source", "GCLID", "fbclid", "hsa_acc", "srsltid", "_ga", "gad_source")
        ),
        *(
            (f"https://x.example/?{query}", "x.example", f"https://x.example/?{query}")
            for query in (
                "gclids=1&mc=2",
                "ref=1&source=2&id=3&campaign=4",
                "a=utm_b&my_gclid=1",
                "gadget=1&hsabc=2",
            )
        ),
        *(
            (line, "x.example", "https://x.example/a")
            for line in (
                "„https://x.example/a“",
                "‚https://x.example/a‘",
                "»https://x.example/a«",
                "« https://x.example/a ».",
                "「https://x.example/a」。",
                "（https://x.example/a）",
                "{https://x.example/a}",
                "https://x.example/a|",
                "&quot;https://x.example/a&quot;",
                "&lt;https://x.example/a&gt;",
            )
        ),
        ("(https://x.example/a)[User manual]", "User manual", "https://x.example/a"),
        ("https://x.example/it's/L’a", "x.example", "https://x.example/it's/L%E2%80%99a"),
        ("https://x.example/?a[b]=1", "x.example", "https://x.example/?a%5Bb%5D=1"),
        *(
            (f"https://x.example/?a=1{query}", "x.example", "https://x.example/?a=1&b=2")
            for query in ("&amp;b=2", "&amp;utm_x=1&amp;b=2", "&#38;b=2", "&amp;amp;b=2")
        ),
        ("https://x.example/?utm=32N", "x.example", "https://x.example/?utm=32N"),
        (
            "https://x.example/2020/https://y.example/",
            "x.example",
            "https://x.example/2020/https://y.example/",
        ),
        ("https://x.example//a?é", "x.example", "https://x.example//a?%C3%A9"),
        ("https://x.example/a|b", "x.example", "https://x.example/a%7Cb"),
        ("https://x.xn--p1ai/", "x.рф", "https://x.xn--p1ai/"),
        (f"a https://{'a.' * 123}example/", "a", f"https://{'a.' * 123}example/"),
    ],
)
def test_a_source_is_read(item: str, title: str, url: str):
    source = read_link(item)
    assert (source.title, source.url) == (title, url)


@pytest.mark.parametrize(
    ("item", "code", "facts"),
    [
        ("nothing here", "address_missing", {"received": ("nothing here",)}),
        ("", "address_missing", {"received": ("",)}),
        ("<>", "address_missing", {"received": ("<>",)}),
        (
            "https://x.example https://y.example",
            "addresses_unclear",
            {"received": "https://x.example https://y.example"},
        ),
        ("https://[x/", "address_unread", {"received": "https://[x/"}),
        ("https://", "address_unread", {"received": "https://"}),
        (
            "x.example/a",
            "address_scheme",
            {"received": "x.example/a", "suggestion": "https://x.example/a"},
        ),
        *(
            (address, "address_user", {"received": address})
            for address in (
                "https://me@x.example/",
                "https://@x.example/",
                "https://:me@x.example/",
            )
        ),
        ("https://x\\y.example/", "address_user", {"received": "https://x\\y.example/"}),
        ("https://x.example:/", "address_port", {"received": "https://x.example:/"}),
        ("https://x.example:8/", "address_port", {"received": "https://x.example:8/"}),
        ("https:///a", "address_unread", {"received": "https:///a"}),
        *(
            (line, "address_host", {"received": line})
            for line in (
                "https://localhost/",
                "https://charger.local/a",
                "https://CHARGER.LOCAL/?a=b",
                "http://nas.lan",
                "https://wiki.internal/a.pdf",
                "https://router.home.arpa/a",
            )
        ),
        (
            f"https://{'b.' * 124}exampl/",
            "address_host",
            {"received": f"https://{'b.' * 124}exampl/"},
        ),
        ("https://zаptec.com/", "mixed_scripts", {"received": "zаptec.com", "word": "zаptec"}),
        ("https://x.example:99999/", "address_unread", {"received": "https://x.example:99999/"}),
        ("ftp://x.example/a", "address_unread", {"received": "ftp://x.example/a"}),
        (
            "t" * 121 + " https://x.example/",
            "too_long",
            {"received": "t" * 121, "limit": 120, "length": 121},
        ),
        (
            f"https://x.example/{'a' * 979}~é",
            "too_long",
            {"received": f"https://x.example/{'a' * 979}~%C3%A9", "limit": 1000, "length": 1004},
        ),
        *(
            (
                f"https://x.example/a{rest}",
                "address_characters",
                {"received": f"https://x.example/a{rest}", "characters": bad},
            )
            for rest, bad in (
                ("“b", "“"),
                ("{b}", "{}"),
                ("\\_b", "\\"),
                ("[b]", "[]"),
                ("?b[", "["),
                ('?"b', '"'),
                ("`b", "`"),
            )
        ),
        (
            "[a](https://x.example/“)",
            "address_characters",
            {"received": "https://x.example/“", "characters": "“"},
        ),
        ("https://é..example/", "address_host", {"received": "https://é..example/"}),
        *(
            (line, "address_unread", {"received": line})
            for line in (
                "Manualhttps://x.example/a",
                "Manualhttps://x.example/a, https://x.example/b",
                "seehttps://https://x.example/",
            )
        ),
        (
            "Manualhttps://x.example/a, htps://x.example/b",
            "address_scheme",
            {"received": "Manualhttps://x.example/a, htps://x.example/b", "suggestion": ""},
        ),
    ],
)
def test_an_address_that_is_none_is_reported(item: str, code: str, facts: dict):
    with pytest.raises(FieldErrors) as caught:
        read_link(item)
    assert [(rule.code, found) for rule, found in caught.value.args] == [(code, facts)]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("[a](https://x.example/b c.pdf)", "[a](https://x.example/b%20c.pdf)"),
        ("[a](https://x.example/b c.pdf", "[a](https://x.example/b%20c.pdf"),
        ("[a](https://x.example/b_(c) d), e", "[a](https://x.example/b_(c)%20d), e"),
        ("[a](https://x.example/b, c)", ""),
        ("[a](https://x.example/b c), [d](https://x.example/e f)", ""),
        ("https://x.example/b c.pdf", "https://x.example/b%20c.pdf"),
        ("https://x.example/b - c.pdf", "https://x.example/b%20-%20c.pdf"),
        ("https://x.example/b (c).pdf", "https://x.example/b%20(c).pdf"),
        ("a: https://x.example/b c.pdf (d)", "a: https://x.example/b%20c.pdf (d)"),
    ],
)
def test_an_address_with_a_space_is_refused(line: str, meant: str):
    with pytest.raises(FieldErrors) as raised:
        read_link(line)
    ((rule, facts),) = raised.value.args
    assert (rule.code, facts["suggestion"]) == ("address_space", meant)


@pytest.mark.parametrize(
    "line",
    [
        "[a](b](https://x.example/a)",
        "[a](javascript:alert(1)) https://x.example/a",
        "[a](b.pdf) https://x.example/a",
        "a](https://x.example/a)",
        "[a: https://x.example/a]",
        "[a](https://x.example/a<b)",
    ],
)
def test_half_a_link_is_no_title(line: str):
    with pytest.raises(FieldErrors) as raised:
        read_link(line)
    ((rule, _),) = raised.value.args
    assert rule.code == "address_unread"


def test_an_address_in_its_own_letters_suggests_no_title_behind_it():
    with pytest.raises(FieldErrors) as raised:
        read_link("https://x.example/ä ö")
    ((_, facts),) = raised.value.args
    assert "suggestion" not in facts


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
    assert urls == ["https://x.example/a.pdf", "https://y.example/b"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("([Manual](https://x.example/))", "Manual"),
        ("(see [Manual](https://x.example/))", "see Manual"),
        ("| [Manual](https://x.example/) |", "Manual"),
        ("| Manual | https://x.example/ |", "Manual"),
        ("Manual: “https://x.example/”", "Manual"),
        ("Manuel : « https://x.example/ »", "Manuel"),
        ("Manual: `https://x.example/`", "Manual"),
        ("Manual: _https://x.example/_", "Manual"),
        ("Manual (German https://x.example/)", "Manual (German)"),
        ("**Manual** and *sheet*: https://x.example/", "Manual and sheet"),
        ('"Quick start" guide https://x.example/', '"Quick start" guide'),
        ('Guide "Quick start" https://x.example/', 'Guide "Quick start"'),
        ("Guide „Quick start“: https://x.example/", "Guide „Quick start“"),
        ("'Quick start' guide https://x.example/", "'Quick start' guide"),
        ('"Quick start" https://x.example/', "Quick start"),
        ('"Quick start https://x.example/', "Quick start"),
        ("User's guide https://x.example/", "User's guide"),
        ("user_guide_2 * 3 https://x.example/", "user_guide_2 * 3"),
        ("a.__class__.b https://x.example/", "a.__class__.b"),
        ("1: Manual https://x.example/", "Manual"),
        ("[1] Manual https://x.example/", "Manual"),
        ("[1] [Manual](https://x.example/)", "Manual"),
        ("[Manual]: https://x.example/", "Manual"),
        ('"Manual", https://x.example/', "Manual"),
        ("3 phase manual https://x.example/", "3 phase manual"),
        ("2.0 manual https://x.example/", "2.0 manual"),
        ("OCPP 2 https://x.example/", "OCPP 2"),
        ("Current manual https://x.example/", "Current manual"),
    ],
)
def test_a_title_has_no_half_of_a_pair_and_no_number_in_front(line: str, title: str):
    assert read_link(line).title == title


@pytest.mark.parametrize(
    "line",
    [
        *(f"{number} https://x.example/" for number in ("1", "1:", "[1]", "¹", "a)", "iii)", "①")),
        "Link 2: https://x.example/",
        "Old link is dead, use https://x.example/",
        "Der alte Link ist tot, hier der neue: https://x.example/",
        "L'ancien lien ne marche plus, voici le nouveau : https://x.example/",
        "https://x.example/ (in addition to the old one)",
        "Ajouter https://x.example/ svp",
        "https://x.example/ thanks!",
    ],
)
def test_words_that_say_nothing_are_no_title(line: str):
    assert read_link(line).title == "x.example"


def test_two_links_as_a_row_of_the_list_has_them_are_read():
    found = read_link_line(r"[Manual](https://x.example/a) \| [Support](https://y.example/)")
    assert [link.title for link in found] == ["Manual", "Support"]


def test_links_in_one_bracket_are_read():
    found = read_link_line("(see [Manual](https://x.example/a) and [Sheet](https://y.example/))")
    assert [link.title for link in found] == ["see Manual", "Sheet"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("[Manual](www.x.example/a.pdf)", "[Manual](https://www.x.example/a.pdf)"),
        ("[A](x.example/a), [B](//y.example)", "[A](https://x.example/a), [B](https://y.example)"),
    ],
)
def test_a_link_without_a_scheme_is_suggested_with_it(line: str, meant: str):
    with pytest.raises(FieldErrors) as raised:
        read_link_line(line)
    ((rule, facts),) = raised.value.args
    assert (rule.code, facts["suggestion"]) == ("address_scheme", meant)
