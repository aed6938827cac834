"""What a proposal says of its names and links."""

from typing import Any

from bot.decision.doubtful_links import LinkDoubt
from bot.document.cells import Link
from bot.evidence.question import Question
from bot.forms.form import Kind
from bot.forms.submission import NewEntries, Value
from tests.decision.assessed import proposal

A, B = "https://x.example/a", "https://t.co/b"
REMOVE: dict[str, Any] = {"correction": "Remove the entry", "ocpp_versions": ""}


def test_a_proposal_without_links_asks_nothing():
    found = proposal(Kind.ADD)
    assert (found.links, found.doubtful_links, found.questions) == ((), (), ())


def test_the_names_are_those_of_the_list_afterwards():
    assert proposal(Kind.ADD, models="Go 2\nZaptec Sense").names == ("Zaptec Go 2", "Zaptec Sense")
    assert proposal(Kind.CORRECT).names == ("Zaptec Pro",)
    renamed = proposal(Kind.CORRECT, correction="Rename the model", new_model="Max")
    assert renamed.names == ("Zaptec Max",)
    assert proposal(Kind.CORRECT, model="go", **REMOVE).names == ("Zaptec Go",)


def test_each_link_is_asked_about_all_names():
    found = proposal(Kind.ADD, models="Go 2\nSense", sources=f"Manual {A}\n{B}")
    names = ("Zaptec Go 2", "Zaptec Sense")
    assert found.links == (Link("Manual", A), Link("t.co", B))
    assert found.questions == (
        Question(A, names),
        Question(B, names),
    )
    more: dict[str, Value] = {"manual": found.links[1:], "notes": "x", "sources": found.links[:1]}
    assert found._replace(submission=NewEntries("", (), more)).links == found.links[::-1]
    (doubtful,) = found.doubtful_links
    assert (doubtful.link.url, doubtful.doubt) == (B, LinkDoubt.SHORTENED)
