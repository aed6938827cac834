"""Links which carry answers, and names of branches."""

from bot.forms.form import Kind
from bot.forms.issue import Issue, branch_of, number_of
from bot.forms.links import Links
from tests.stage import form


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


def test_a_link_fills_in_text_fields_only():
    answers = {
        "sources": "x" * 501,
        "notes": "",
        "models": "x" * 500,
        "communication": "Cloud",
        "brand": "Zaptec",
        "reason": "Not asked here",
    }
    assert Links("https://x.example/a/b").form(form(Kind.ADD), answers) == (
        f"https://x.example/a/b/issues/new?template=new-charger.yml&brand=Zaptec&models={'x' * 500}"
    )


def test_a_branch_names_the_number_of_its_issue():
    assert number_of(branch_of(12)) == 12
    assert number_of("bot/issue-12-again") is None
