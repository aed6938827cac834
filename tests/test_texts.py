"""Texts in, texts out: the small functions on which the cases rest, each at its edges."""

import unicodedata

import pytest

from bot.check.matching import (
    canonical_model,
    close_brand,
    close_models,
    digits,
    full_model,
    nearest,
)
from bot.decision.proposal import Proposal
from bot.decision.situation import Situation
from bot.document.anchors import anchors
from bot.document.changes import Addition
from bot.document.charger import Charger
from bot.document.escape import escape, escape_address
from bot.document.lines import decode
from bot.errors import ReadmeError
from bot.forms.addresses import read_source
from bot.forms.form import Kind
from bot.forms.hints import hints
from bot.forms.issue import Author, Issue, branch_of, number_of
from bot.forms.links import Links
from bot.forms.submission import NewCharger
from bot.forms.values import MODEL_LIMIT
from bot.names.cleaning import clean, deceptive_words, encodable, mixed_word
from bot.names.order import identity, model_key, skeleton, split_power_rating
from bot.render import settings
from bot.render.changes import diff
from bot.render.comment import refused
from bot.render.desired import desired_state
from bot.render.problems import sentence
from bot.render.pull_request import commit_message
from bot.render.quoting import block, code, listed, neutralize, reveal_invisible, shortened
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, Problem

from .stage import FORMS, LIST, form, new_charger


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain", "plain"),
        ("5 $", "5 $"),
        ("$5 and $6", "<span>$</span>5 and <span>$</span>6"),
        (r"a\|b", r"a&#92;\|b"),
        ("a*b", r"a\*b"),
        ("@a #1 :car:", "@<!-- -->a #<!-- -->1 :<!-- -->car:"),
        ("www.x.y &amp; http://z", r"www\.x.y \&amp; http\://z"),
        ("_a_ b_c", r"\_a\_ b_c"),
    ],
)
def test_what_is_typed_is_escaped(text: str, markdown: str):
    assert escape(text) == markdown


def test_entities_in_addresses_are_escaped_each():
    assert (
        escape_address("https://x.y/?a=1&copy;=2&#38;&b")
        == "https://x.y/?a=1&amp;copy;=2&amp;#38;&b"
    )
    assert escape_address("https://x.y/)*a*_(b)") == r"https://x.y/\)*a*_\(b\)"


def test_the_line_that_is_not_utf_8_is_named():
    assert decode("é\n".encode()) == "é\n"
    for data, line in ((b"\xff", 1), (b"\n\n\xff\n", 3), (b"a\nb\xff\n\xff", 2)):
        with pytest.raises(ReadmeError) as caught:
            decode(data)
        assert str(caught.value) == f"README.md:{line}: this line is not UTF-8."


@pytest.mark.parametrize(
    ("item", "title", "url"),
    [
        ("https://x.example/a", "x.example", "https://x.example/a"),
        ("Manual: https://x.example/a", "Manual", "https://x.example/a"),
        ("  - Manual -  https://x.example/a", "- Manual", "https://x.example/a"),
        ("Manual (https://x.example/a).", "Manual", "https://x.example/a"),
        ("Manual (see https://x.example/a)", "Manual (see", "https://x.example/a"),
        ("see https://x.example/a(b)", "see", "https://x.example/a%28b%29"),
        ("https://x.example/a.,;", "x.example", "https://x.example/a"),
        ("[a](b](https://x.example/a)", "a](b", "https://x.example/a"),
        ("[ ](https://x.example/a)", "x.example", "https://x.example/a"),
        (
            "https://bücher.example/é",
            "xn--bcher-kva.example",
            "https://xn--bcher-kva.example/%C3%A9",
        ),
        ("t" * 120 + " https://x.example", "t" * 120, "https://x.example"),
        ("[Manual]( <https://x.example/> )", "Manual", "https://x.example/"),
        ("https://faß.example/", "xn--fa-hia.example", "https://xn--fa-hia.example/"),
        (f"https://x.example/{'a' * 982}", "x.example", f"https://x.example/{'a' * 982}"),
        ("see https://x.example/X.", "see", "https://x.example/X"),
        ("https://r3--x.example/?a", "r3--x.example", "https://r3--x.example/?a"),
        ("https://ｂｏｘ.example/", "box.example", "https://box.example/"),
        ("HTTPS://X.Example/A", "x.example", "https://x.example/A"),
        ("https://x.example/?utm_a=1&b=2&gclid&c#d", "x.example", "https://x.example/?b=2&c#d"),
        *(
            (f"https://x.example/?{name}=1&a=2", "x.example", "https://x.example/?a=2")
            for name in ("utm_source", "gclid", "fbclid", "msclkid", "mc_cid", "mc_eid", "igshid")
        ),
        *(
            (f"https://x.example/?{query}", "x.example", f"https://x.example/?{query}")
            for query in ("gclids=1&mc=2", "ref=1&source=2&id=3&campaign=4", "a=utm_b&my_gclid=1")
        ),
        ("https://x.example//a?é", "x.example", "https://x.example//a?%C3%A9"),
        ("https://x.example/a|b", "x.example", "https://x.example/a%7Cb"),
        ("https://x.xn--p1ai/", "x.xn--p1ai", "https://x.xn--p1ai/"),
        (f"a https://{'a.' * 123}example/", "a", f"https://{'a.' * 123}example/"),
    ],
)
def test_a_source_is_read(item: str, title: str, url: str):
    source = read_source(item)
    assert (source.title, source.url) == (title, url)


@pytest.mark.parametrize(
    ("item", "code", "facts"),
    [
        ("nothing here", "address_unread", {"received": "here"}),
        ("", "address_unread", {"received": ""}),
        ("<>", "address_unread", {"received": "<>"}),
        (
            "https://x.example https://y.example",
            "address_unread",
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
        ("https://localhost/", "address_host", {"received": "https://localhost/"}),
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
        ("https://é..example/", "address_host", {"received": "https://é..example/"}),
    ],
)
def test_an_address_that_is_none_is_told(item: str, code: str, facts: dict):
    with pytest.raises(FieldErrors) as caught:
        read_source(item)
    assert [(rule.code, found) for rule, found in caught.value.args] == [(code, facts)]


def test_piles_of_marks_and_halves_of_characters_go():
    assert clean("x" + "\u0325" * 40) == "x" + "\u0325" * 30
    assert clean("a" + "\u0325\u0327" * 20 + "b\u0325") == clean(
        "a" + "\u0325\u0327" * 15 + "b\u0325"
    )
    assert clean("a\u0325\u0327" + "X" * 40) == "\u1e01\u0327" + "X" * 40
    assert clean("a\x07\ud800\u200b\u3164b") == "ab"
    assert encodable("a\ud800b") == "a?b"


@pytest.mark.parametrize(
    "char", "\u034f\u17b4\u17b5\u180b\u180f\u2065\u3164\ufe00\ufe0d\ufff8\U000e0100\U000e01ef"
)
def test_what_unicode_calls_ignorable_is_invisible_whatever_its_category(char: str):
    assert clean(f"\u5145\u7535{char}") == "\u5145\u7535"
    assert reveal_invisible(f"a{char}\n") == f"a<U+{ord(char):04X}>\n"


@pytest.mark.parametrize(
    ("text", "cleaned", "shown"),
    [
        (
            "\u2601\ufe0f 1\ufe0f\u20e3 \u203c\ufe0e",
            "\u2601\ufe0f 1\ufe0f\u20e3 \u203c\ufe0e",
            None,
        ),
        ("\u2194\ufe0f", "\u2194\ufe0f", None),
        (
            "\u2601\ufe0f \u2194\ufe0f X\ufe0f",
            "\u2601\ufe0f \u2194\ufe0f X",
            "\u2601\ufe0f \u2194\ufe0f X<U+FE0F>",
        ),
        ("\u2601\ufe0f\ufe0e\ufe0f", "\u2601\ufe0f", "\u2601\ufe0f<U+FE0E><U+FE0F>"),
        ("\ufe0fa\ufe0e e\u0301\ufe0f", "a \u00e9", "<U+FE0F>a<U+FE0E> e\u0301<U+FE0F>"),
        ("\u2601 \u200b\ufe0f b", "\u2601 b", "\u2601 <U+200B><U+FE0F> b"),
        ("\u2260\ufe0f =\u0338\ufe0f", "\u2260 \u2260", "\u2260<U+FE0F> =\u0338<U+FE0F>"),
    ],
)
def test_a_variation_selector_stays_only_where_it_chooses_a_look(
    text: str, cleaned: str, shown: str | None
):
    assert clean(text) == clean(cleaned) == cleaned
    assert reveal_invisible(text) == (shown or text)


def test_what_ends_a_line_without_being_seen_is_told():
    assert reveal_invisible("a\u2028b\u2029c\x85d\ne") == "a<U+2028>b<U+2029>c<U+0085>d\ne"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ladoga", ""),
        ("Ладога é2", ""),
        ("é Ladogа2", "Ladogа"),
        ("x2ж_x", ""),
        ("漢ひカ", ""),
        ("漢x", "漢x"),
    ],
)
def test_the_word_that_mixes_alphabets_is_found(name: str, word: str):
    assert mixed_word(name) == word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("22 kΩ, 3 μA, Δt, Ладога, Αλφα, Wi-Fi-сеть", []),
        ("é Ladogа2", ["Ladogа"]),
        (
            "Тwo bad wordѕ, \N{GREEK CAPITAL LETTER ALPHA}lfa and \N{GREEK CAPITAL LETTER ALPHA}lfa",
            ["Тwo", "wordѕ", "\N{GREEK CAPITAL LETTER ALPHA}lfa"],
        ),
    ],
)
def test_in_a_text_only_words_that_deceive_are_found(text: str, words: list[str]):
    assert deceptive_words(text) == words


def test_a_text_without_a_known_brand_or_an_address_gives_no_hint():
    assert hints("Please add my charger", ["Zaptec"]) == {"brand": "", "sources": ""}


@pytest.mark.parametrize(
    ("model", "name", "kilowatts"),
    [(" Go 2 ", " Go 2", -1), (" Go  7,4 kW ", " Go", 7.4), ("Go 22kw", "Go", 22)],
)
def test_a_rating_is_taken_off(model: str, name: str, kilowatts: float):
    assert split_power_rating(model).name == name
    assert float(split_power_rating(model).kilowatts) == kilowatts


def test_numbers_come_before_letters_and_by_value():
    names = [
        "2 Go",
        "Go 1",
        "Go 1 a",
        "Go 1: a",
        "Go 007",
        "Go 9",
        "Go 10",
        "Go 20",
        "Go 100",
        "Go x",
    ]
    backwards = names[::-1]
    assert sorted(backwards, key=model_key) == names
    assert skeleton("Go-e é 2") == "goee2"
    assert digits("a1b2") == "12"
    assert digits("é1²3") == "1²3"


def test_anchors_of_repeated_headings_count_on():
    assert anchors(["a", "a", "a-1", "a", "a-1"]) == ["a", "a-1", "a-1-1", "a-2", "a-1-2"]


def test_an_anchor_keeps_letters_in_a_frame_but_no_other_symbols():
    assert anchors(["\u24b6 \U0001f130 \u2603!"]) == ["\u24d0-\U0001f130-"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "`a`"),
        (" a  b ", "`a b`"),
        ("", "(nothing)"),
        ("`a", "`` `a ``"),
        ("a`", "`` a` ``"),
        ("a``b", "```a``b```"),
        ("x" * 100, f"`{'x' * 100}`"),
        ("x" * 101, f"`{'x' * 99}…`"),
        ("a\u200b", "`a<U+200B>`"),
        (" " * 399 + "ab", "`a`"),
        ("`" * 79, f"{'`' * 80} {'`' * 79} {'`' * 80}"),
        ("`" * 80, r"\`" * 80),
    ],
)
def test_code_is_one_short_line(text: str, shown: str):
    assert code(text) == shown


def test_what_is_quoted_refers_to_nothing():
    assert (
        neutralize("GH-1 abcdef0 http://x")
        == r"GH<!-- -->-1 abcdef<!-- -->0<!-- --> http\:<!-- -->//x"
    )
    assert block("a\n```\nb", "diff") == "````diff\na\n```\nb\n````"
    assert block("a", "") == "```\na\n```"


def test_long_texts_are_cut_at_the_end_of_a_line():
    line = "x" * 99 + "\n"
    assert shortened(line * 120) == line * 120
    assert shortened(line * 121) == line * 119 + "x" * 99 + "\n… (1 more)"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb\nc\nd\ne\n", "a\nb\nC\nd\ne\n", [" b", "-c", "+C", " d"]),
        ("a\nb\nc\n", "A\nb\nc\n", ["-a", "+A", " b"]),
        ("a\nb\nc\n", "a\nb\nC\n", [" b", "-c", "+C"]),
        ("X\r\nhard  \r\n", "X\r\nbreak  \r\n", [" X", "-hard  ", "+break  "]),
    ],
)
def test_a_diff_shows_the_lines_that_change_and_their_neighbours(
    before: str, after: str, lines: list[str]
):
    assert diff(before, after).split("\n")[1:-1] == lines


def test_twenty_characters_that_no_name_may_have_are_told():
    said = sentence(
        Problem(
            value_rules.FORBIDDEN, "Brand", {"received": "x", "characters": "abcdefghijklmnopqrstu"}
        )
    )
    assert "not allowed: `a` `b`" in said
    assert "`s` `t`. A name" in said


@pytest.mark.parametrize(
    ("count", "rest"), [(50, []), (51, ["- … and 1 more."]), (80, ["- … and 30 more."])]
)
def test_fifty_problems_are_told_and_the_others_counted(count: int, rest: list[str]):
    problems = [Problem(value_rules.MISSING, f"Field {number}") for number in range(count)]
    said = refused(problems, Issue(7, "", "", ()), None, None)
    items = [line for line in said.splitlines() if line.startswith("- ")]
    assert (len(items[:50]), items[50:]) == (50, rest)


def test_how_long_github_wants_the_bot_to_wait_is_told_if_it_says_so():
    assert settings.wait("60").startswith("GitHub asks the bot to wait for 60 s. ")
    assert settings.wait(None).startswith("GitHub asks the bot to wait. ")


def test_words_are_listed():
    assert [listed(["a", "b", "c"][:n]) for n in (0, 1, 2, 3)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("name", "known", "is_close"),
    [
        ("Zapte", "Zaptec", True),
        ("Zapt", "Zaptec", False),
        ("AB", "ABB", False),
        ("ABCD", "ABCE", True),
        ("ABC", "ABD", False),
        ("BCD", "ABCD", False),
        ("Charge Amp", "Charge Amps", True),
        ("Chargamps", "Charge Amps", True),
        ("Chargeabcd", "Chargeaefg", False),
        ("Wallboxx", "Wallbo", False),
        ("Brand 1", "Brand 2", False),
        ("Zaptec Home", "Zaptec", True),
        ("go e", "go-e", True),
        ("Abcdefg", "Abcdexx", False),
        ("Abcdefgh", "Abcdefxx", True),
        ("Abcdefgh", "Abcdexxx", False),
    ],
)
def test_a_brand_is_close_by_few_slips(name: str, known: str, is_close: bool):
    assert close_brand(name, ["Other", known]) == (known if is_close else None)
    assert close_brand(known, ["Other", name]) == (name if is_close else None)


def test_models_are_close_by_one_slip_in_letters_only():
    assert close_models(
        "Zaptec Go2", ["Zaptec Go 2", "Zaptec Go 3", "Zaptec Goo 2", "Zaptec Gooo 2", "zaptec go2"]
    ) == (
        "Zaptec Go 2",
        "Zaptec Goo 2",
    )
    assert close_models(
        "Zaptec Pro AC", ["Zaptec Pro DC", "Zaptec Pro-AB", "Zaptec Pro", "Zaptec Pro ACT"]
    ) == ("Zaptec Pro ACT",)
    assert close_models("abcdefg", ["abcdefx"]) == ()
    assert close_models("abcdefgh", ["abcdefgx"]) == ("abcdefgx",)


def test_the_three_nearest_names_are_given():
    assert nearest("Zaptec", ["Zaptek", "Zaptecc", "Zappec", "Zaptecs", "Other"]) == (
        "Zaptecc",
        "Zaptecs",
        "Zaptek",
    )
    assert nearest("abcde", ["abcxy"]) == ("abcxy",)


@pytest.mark.parametrize(
    ("brand", "typed", "model"),
    [
        ("Zaptec", "Go", "Zaptec Go"),
        ("Zaptec", "Zaptec Go", "Zaptec Go"),
        ("Zaptec", "ZAPTEC-Go", "Zaptec Go"),
        ("Zaptec", "Zaptec - Go -", "Zaptec Go -"),
        ("Zaptec", "Zaptecs Go", "Zaptec Zaptecs Go"),
        ("Zaptec", "Zap tec: Go", "Zaptec Go"),
        ("Zaptec", "zaptec", "Zaptec"),
        ("Volt+", "volt+ Go", "Volt+ Go"),
        ("Volt+", "VOLT Go+", "Volt+ Go+"),
        ("go-e", "Go E Gemini", "go-e Gemini"),
    ],
)
def test_a_model_begins_with_its_brand_once(brand: str, typed: str, model: str):
    assert full_model(brand, typed) == model


def test_a_name_beyond_the_limit_means_nothing_else():
    name = "x" * MODEL_LIMIT
    assert (canonical_model("Zaptec", name), canonical_model("Zaptec", f"{name}x")) == (
        f"Zaptec {name}",
        f"{name}x",
    )


MODELS = Addition("Zaptec", (Charger(model="Zaptec Go 2", ocpp_versions=(), communication=()),))
PROPOSAL = Proposal(NewCharger.model_construct(), MODELS, ())


@pytest.mark.parametrize(
    ("number", "author", "message"),
    [
        (None, None, "Add Zaptec Go 2"),
        (7, None, "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("ada"), "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("ada", 0), "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("ada", -1), "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("a b", 1), "Add Zaptec Go 2\n\nAsked for in #7."),
        (
            None,
            Author("ada", 1),
            "Add Zaptec Go 2\n\nCo-authored-by: ada <1+ada@users.noreply.x.example>",
        ),
        (
            7,
            Author("ada[bot]", 12),
            "Add Zaptec Go 2\n\nAsked for in #7.\n\nCo-authored-by: ada[bot] <12+ada[bot]@users.noreply.x.example>",
        ),
    ],
)
def test_a_commit_credits_an_account_that_is_known(
    number: int | None, author: Author | None, message: str
):
    assert commit_message(PROPOSAL, Issue(number, "", "", (), author), "x.example") == message


def test_a_decision_credits_the_author_on_the_server_that_it_was_made_on():
    issue = Issue(7, "", new_charger(), ("new-charger",), Author("ada", 12))
    proposed = desired_state(Situation(issue, LIST, host="x.example"), FORMS).proposed
    assert proposed.commit_message.endswith(
        "\n\nCo-authored-by: ada <12+ada@users.noreply.x.example>"
    )


def test_an_issue_without_a_number_has_no_branch():
    assert Issue(None, "", "", ()).branch is None
    assert Issue(7, "", "", ()).branch == "bot/issue-7"


def test_links_are_encoded():
    links = Links("https://x.example/a/b", "main branch")
    assert links.row("go-e", "go-e A/B, C") == (
        "https://x.example/a/b/blob/main%20branch/README.md#go-e:~:text=go%2De%20A/B%2C%20C"
    )
    assert (
        links.compare("bot/issue-7")
        == "https://x.example/a/b/compare/main%20branch...bot/issue-7?expand=1"
    )
    answers = {"brand": "Zaptec", "notes": "", "models": "x" * 500, "sources": "x" * 501}
    assert links.form(form(Kind.INVALID), answers) == (
        f"https://x.example/a/b/issues/new?template=invalid.yml&brand=Zaptec&models={'x' * 500}"
    )


def test_a_contribution_without_a_number_has_no_branch_to_compare():
    issue = Issue(None, "", new_charger(), ("new-charger",))
    links = Links("https://x.example/a/b", "main")
    said = desired_state(Situation(issue, LIST, links, forbidden="Actions may not."), FORMS).comment
    assert "/compare/" not in said


def test_a_branch_tells_the_number_of_its_issue():
    assert number_of(branch_of(12)) == 12
    assert number_of("bot/issue-12-again") is None


def test_a_name_is_the_same_however_its_accents_are_written():
    assert identity("Aé11 kW") == identity(unicodedata.normalize("NFD", "Aé11 kW"))
