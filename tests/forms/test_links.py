"""Links which carry answers, and names of branches."""

from bot.forms.form import Kind
from bot.forms.hints import hints
from bot.forms.issue import Issue, branch_of, number_of
from bot.forms.links import Links
from tests.charger_list import SHAPE
from tests.stage import form


def test_a_text_without_a_known_brand_or_an_address_gives_no_hint():
    assert hints("Please add my charger", ["Zaptec"], SHAPE) == {"sources": ""}


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
    assert links.form(form(Kind.CORRECT), answers) == (
        f"https://x.example/a/b/issues/new?template=invalid.yml&brand=Zaptec&models={'x' * 500}"
    )


def test_a_branch_names_the_number_of_its_issue():
    assert number_of(branch_of(12)) == 12
    assert number_of("bot/issue-12-again") is None
