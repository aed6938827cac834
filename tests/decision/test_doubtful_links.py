"""Links which a reviewer should look at twice."""

import pytest

from bot.decision.doubtful_links import DoubtfulLink, LinkDoubt, doubtful_links
from bot.document.cells import Link


def doubts(title: str, url: str) -> list[LinkDoubt]:
    return [one.doubt for one in doubtful_links([Link(title, url)])]


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("", "https://x.example/a"),
        ("Manual", "https://x.example/a"),
        ("x.example", "https://www.x.example/a"),
        ("WWW.X.example", "https://x.example/a"),
        ("x.example", "https://docs.x.example/a"),
        ("www.x.example", "https://docs.x.example/a"),
        ("docs.x.example", "https://x.example/a"),
        ("manual.pdf, index.html", "https://x.example/a"),
        ("y.example", "https://xn--bcher-kva.example/"),
        ("y.example", "https://bücher.example/"),
        ("Version 2.0.1", "https://x.example/"),
        ("Manual", "https://x.example/?page=2"),
        ("Manual", "https://github.com/acme/list"),
        (f"{'x' * 200} y.example", "https://x.example/"),
    ],
)
def test_other_links_need_no_second_look(title: str, url: str):
    assert doubts(title, url) == []


@pytest.mark.parametrize(
    ("title", "url", "doubt"),
    [
        ("Manual", "https://bit.ly/a", LinkDoubt.SHORTENED),
        ("Manual", "https://www.bit.ly/a", LinkDoubt.SHORTENED),
        ("bit.ly", "https://t.co/a", LinkDoubt.SHORTENED),
        ("Manual", "https://x.example/?to=https%3A%2F%2Fy.example", LinkDoubt.REDIRECT),
        ("Manual", "https://urldefense.com/v3/a", LinkDoubt.REDIRECT),
        ("Manual", "https://github.com/user-attachments/files/1/a.pdf", LinkDoubt.UPLOAD),
        ("Manual", "https://github.com/user-attachments/files/1/a://b.pdf", LinkDoubt.UPLOAD),
        ("Manual", "http://user-images.githubusercontent.com/1/a.png", LinkDoubt.UPLOAD),
        ("y.example", "https://x.example/", LinkDoubt.OTHER_HOST),
        ("x.example or y.example", "https://x.example/", LinkDoubt.OTHER_HOST),
        ("a.pdf on y.example", "https://x.example/", LinkDoubt.OTHER_HOST),
        ("example", "https://example.com/", None),
        ("badx.example", "https://x.example/", LinkDoubt.OTHER_HOST),
        ("x.example", "https://badx.example/", LinkDoubt.OTHER_HOST),
    ],
)
def test_a_link_is_doubted_for_one_reason(title: str, url: str, doubt: LinkDoubt | None):
    assert doubts(title, url) == ([doubt] if doubt else [])


def test_each_doubtful_link_is_named_in_order():
    links = [
        Link("a", "https://t.co/a"),
        Link("b", "https://x.example"),
        Link("c", "https://t.co/c"),
    ]
    assert list(doubtful_links(links)) == [
        DoubtfulLink(links[0], LinkDoubt.SHORTENED),
        DoubtfulLink(links[2], LinkDoubt.SHORTENED),
    ]
