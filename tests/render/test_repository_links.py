"""Links to pages of the repository, which can carry answers."""

from bot.forms.form import Kind
from bot.render.repository_links import Links, carried_answers
from tests.stage import form

ANSWERS = {
    "sources": "x" * 501,
    "notes": "",
    "models": "x" * 500,
    "communication": "Cloud",
    "brand": "Zaptec",
    "reason": "Not asked here",
}


def test_links_from_an_issue_need_no_address():
    links = Links()
    assert links.guide == ""
    assert links.row("zaptec", "Go") == "../blob/HEAD/README.md#zaptec:~:text=Go"


def test_links_are_encoded():
    links = Links("https://x.example/a/b", "main branch", has_guide=True)
    page = "https://x.example/a/b/blob/main%20branch"
    assert links.guide == f"{page}/MAINTAINING.md"
    row = f"{page}/README.md#%C3%B6k%C3%B6:~:text=go%2De%20A/B%2C%20C"
    assert links.row("ökö", "go-e A/B, C") == row
    compare = "https://x.example/a/b/compare/main%20branch...bot/issue-7?expand=1"
    assert links.compare("bot/issue-7") == compare


def test_a_link_carries_short_answers_to_text_fields_in_their_order():
    carried = carried_answers(form(Kind.ADD), ANSWERS)
    assert list(carried.items()) == [("brand", "Zaptec"), ("models", "x" * 500)]


def test_a_link_fills_in_a_form():
    address = "https://x.example/a/b/issues/new?template=new-charger.yml"
    links = Links("https://x.example/a/b")
    assert links.form(form(Kind.ADD), {}) == address
    assert links.form(form(Kind.ADD), {"notes": "a & b"}) == f"{address}&notes=a%20%26%20b"
    assert links.form(form(Kind.ADD), ANSWERS) == f"{address}&brand=Zaptec&models={'x' * 500}"
