"""What a change of the list says."""

from bot.document.cells import Link, link_content, text_content
from bot.document.changes import NewRow


def test_a_new_row_is_compared_by_what_it_shows():
    link = Link("Site", "https://x.example")
    row = NewRow("a*b", (text_content("a*b"), link_content(link)))
    assert row.shown == (("a*b", ()), ("Site", (link,)))
