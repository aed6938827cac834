"""Where an address leads, and how a link is quoted that is wrong."""

import pytest

from bot.check.markup import leads_anywhere, link_spelling
from bot.document.cells import Link
from bot.rules.row_rules import LINK_TWICE
from bot.rules.rule import Problem


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("mailto:ada@x.example", True),
        ("#zaptec", True),
        ("docs/manual.pdf", True),
        ("", False),
        ("www.x.example/page", False),
        ("x.example/page", False),
        ("example.com", False),
    ],
)
def test_an_address_without_scheme_leads_to_a_file_or_heading(address: str, leads: bool):
    assert leads_anywhere(address) is leads


@pytest.mark.parametrize(
    ("markdown", "url", "quoted"),
    [
        ("[a](https://x.example/é)", "https://x.example/%C3%A9", "https://x.example/é"),
        ("[a](https://x.example/b)", "https://x.example/b", "https://x.example/b"),
        ("[a][one]", "https://x.example/c", "https://x.example/c"),
    ],
)
def test_an_address_is_quoted_as_it_is_typed(markdown: str, url: str, quoted: str):
    problem = Problem(LINK_TWICE, "Source", {"received": url})
    assert link_spelling(problem, markdown, Link("a", url)).facts["received"] == quoted


@pytest.mark.parametrize(
    ("title", "url"),
    [("www.x.example", "http://www.x.example"), ("a@x.example", "mailto:a@x.example")],
)
def test_an_address_of_which_github_makes_a_link_is_quoted_as_it_is_typed(title: str, url: str):
    problem = Problem(LINK_TWICE, "Source", {"received": url})
    assert link_spelling(problem, f"See {title}", Link(title, url)).facts["received"] == title


def test_a_problem_without_words_gets_none():
    problem = Problem(LINK_TWICE, "Source", {"limit": 5})
    assert link_spelling(problem, "[a](b)", Link("a", "b")).facts["received"] == ""
