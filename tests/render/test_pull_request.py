"""The pull request as a reviewer reads it, and the message of its commit."""

from dataclasses import replace
from typing import Any

import pytest

from bot.decision.proposal import Proposal
from bot.decision.situation import Situation
from bot.document.changes import Addition, NewRow
from bot.document.escape import escape
from bot.forms.form import Kind
from bot.forms.issue import Author, Issue
from bot.forms.submission import NewEntries
from bot.render.changes import rendered_change
from bot.render.context import Context
from bot.render.pull_request import body, commit_message, title
from bot.render.repository_links import Links
from bot.shape.load import bind, read_list_file
from tests.charger_list import FORMS, LIST, ROOT, SHAPE
from tests.desired import desired_state
from tests.render.rendered import changed, proposed
from tests.stage import RIGHT, filled_in, form, new_charger

ANY_MARKS = replace(FORMS, shape=bind(replace(FORMS.shape.file, names=None), FORMS.shape.options))
ALIVE = (
    "closes #1 @octocat",
    "fixes #2",
    "resolves kim/list#7",
    "fix owner/repo#9",
    "@octocat",
    "Neu [skip ci]",
    "Neu [ci skip]",
    "Neu [no ci]",
    "Neu [skip actions]",
    "Neu [Actions Skip]",
    "Neu ***NO_CI***",
)
LINKS = Links("x")
REMOVE: dict[str, Any] = {"correction": "Remove the entry", "ocpp_versions": ""}
PROPOSAL = Proposal(
    NewEntries("Zaptec", ("Go 2",), {}), Addition("Zaptec", (NewRow("Zaptec Go 2", ()),)), ()
)


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
    assert (
        commit_message(PROPOSAL, SHAPE, Issue(number, "", "", (), author), "x.example") == message
    )


def test_a_decision_credits_the_author_on_the_server_that_it_was_made_on():
    issue = Issue(7, "", new_charger(), ("new-charger",), Author("ada", 12))
    proposed = desired_state(Situation(issue, LIST), FORMS, Context(host="x.example")).proposed
    assert proposed
    assert proposed.commit_message.endswith(
        "\n\nCo-authored-by: ada <12+ada@users.noreply.x.example>"
    )


@pytest.mark.parametrize("name", ["GH-1", "gh-1", "deadbee", "DEADBEE", ":car:", ":+1:"])
def test_a_title_names_nothing_that_github_would_link_or_draw(name: str):
    assert proposed(Kind.ADD, models=f"Zaptec X {name}").title == "Add to the list"


@pytest.mark.parametrize("name", ALIVE)
@pytest.mark.parametrize(
    ("kind", "answers", "text"),
    [
        (Kind.ADD, {"models": "{}"}, "Add to the list"),
        (Kind.ADD_SECTION, {"brand": "{}"}, "Add to the list"),
        (Kind.CORRECT, {"model": "{}"}, "Correct the list"),
        (
            Kind.CORRECT,
            {"model": "{}", "correction": "Remove the entry", "ocpp_versions": ""},
            "Correct the list",
        ),
        (
            Kind.CORRECT,
            {"model": "{}", "correction": "Rename the model", "new_model": "Go 3"},
            "Correct the list",
        ),
        (
            Kind.CORRECT,
            {"model": "Go", "correction": "Rename the model", "new_model": "{}"},
            "Correct the list",
        ),
    ],
)
def test_no_name_acts_from_a_title_or_a_commit_where_names_have_any_marks(
    name: str, kind: Kind, answers: dict[str, str], text: str
):
    readme = LIST
    if answers.get("model") == "{}":
        readme = LIST.replace("| Zaptec Pro |", f"| Zaptec {escape(name)} |")
    given = {field: answer.format(name) for field, answer in answers.items()}
    right = form(kind)
    body = filled_in(kind, **RIGHT[kind] | given)
    issue = Issue(7, right.title, body, (right.issue_label,), Author("ada", 12))
    desired = desired_state(Situation(issue, readme), ANY_MARKS)
    assert desired.proposed, desired.problems
    credit = "Co-authored-by: ada <12+ada@users.noreply.github.com>"
    assert desired.proposed.title == text
    assert desired.proposed.commit_message == f"{text}\n\nAsked for in #7.\n\n{credit}"
    assert name not in (desired.issue_title or "")


def test_a_title_has_one_line_where_an_entity_ends_a_line_in_a_name():
    text = LIST.replace("| Zaptec Pro |", "| Zaptec Pro&#10;x |")
    assert proposed(Kind.CORRECT, text, model="Pro x", notes="x").title == "Correct the list"


def title_of(kind: Kind, **answers: Any) -> str:
    return title(changed(kind, **answers).proposal, SHAPE)


def test_a_title_says_what_is_done():
    assert title_of(Kind.ADD) == "Add Zaptec Go 2"
    assert title_of(Kind.ADD, models="A\nB\nC", brand="go-e") == "Add 3 chargers to go-e"
    assert title_of(Kind.ADD_SECTION, models="A\nB") == "Add brand Quillon"
    assert title_of(Kind.CORRECT) == "Correct Zaptec Pro"
    assert title_of(Kind.CORRECT, **REMOVE) == "Remove Zaptec Pro"
    renamed = title_of(Kind.CORRECT, correction="Rename the model", new_model="Max")
    assert renamed == "Rename Zaptec Pro to Zaptec Max"


def body_of(kind: Kind, number: int | None = 7, links: Links = LINKS, **answers: Any) -> str:
    issue = Issue(number, "", "", (), Author("ada", 12) if number else None)
    change = changed(kind, **answers)
    rows = rendered_change(change.proposal.change, change.applied)
    return body(change, rows, issue, Context(links), SHAPE)


def test_links_are_called_as_in_the_list():
    text = (ROOT / ".github/list.yml").read_text(encoding="utf-8")
    file = read_list_file(text.replace("field: sources", "field: proof"), "list.yml")
    change = changed(Kind.CORRECT, model="Go", sources="https://x.example/a")
    rows = rendered_change(change.proposal.change, change.applied)
    found = body(change, rows, Issue(7, "", "", ()), Context(LINKS), bind(file, SHAPE.options))
    assert "- The new links replace `Zaptec Info Hub`." in found
    assert "#### Links\n\n- [https" in found


def test_the_body_has_what_a_reviewer_needs_and_the_rest_folded():
    found = body_of(Kind.CORRECT, reason="A\n\n# b", notes="a  b", sources="M https://x.example/a")
    parts = found.split("\n\n")
    assert parts[:2] == ["#### The reason", "> “A<br># b”"]
    assert "#### Sources\n\n- [https\\:<!-- -->//x.example/a](https://x.example/a) – M\n" in found
    assert "| Notes | a b |" in found
    typed = "| Field | Typed | Used |\n| --- | --- | --- |\n| Notes | a b | a b |"
    assert typed not in found
    for summary in ("The answers", "Written differently from how it was typed", "What you can do"):
        assert f"<details><summary>{summary}</summary>\n\n" in found
    assert parts[-1] == "Closes #7"
    assert "Made from issue #7 by `ada`. Edits of this title" in found
    assert "how this works" not in found


def test_an_address_in_the_reason_is_text():
    found = body_of(Kind.CORRECT, reason="See https://x.example/a, and (https://bit.ly/b).")
    assert "](https:" not in found.partition("| | Model |")[0]


def test_an_answer_which_says_nothing_is_used_as_nothing():
    found = body_of(Kind.ADD, models="Zaptec Go 2", notes="n/a", brand="zaptec")
    assert "| Brand | zaptec | Zaptec |\n| Notes | n/a | (nothing) |\n\n</details>" in found


def test_a_body_has_nothing_for_what_is_not_there():
    found = body_of(Kind.ADD, None, models="Zaptec Go 2")
    assert found.startswith("| | Model | OCPP Version |")
    assert "\n\n#### To review\n\n- **No source was given.** Can you" in found
    assert "<summary>The answers</summary>\n\n| Field | Answer |\n| --- | --- |\n| Bra" in found
    for absent in ("The reason", "Sources", "Written differently", "Closes", " by `", "To ask"):
        assert absent not in found
    assert "Made from an answer. Edits" in found
    assert "| Sources |" not in found


def test_the_guide_is_linked_where_there_is_one():
    guided = Links("x", has_guide=True)
    assert (
        "or ask in the issue: [how this works](x/blob/HEAD/MAINTAINING.md). Made from"
        in body_of(Kind.ADD, links=guided)
    )


@pytest.mark.parametrize(("count", "shown"), [(45, 45), (46, 45)])
def test_an_answer_of_many_lines_is_cut(count: int, shown: int):
    reason = "\n".join(f"line-{number}-" for number in range(count))
    found = body_of(Kind.CORRECT, reason=reason)
    row = found[found.index("| Reason |") :].partition("\n")[0]
    assert (row.count("line-"), row.endswith("<br>… |")) == (shown, count > shown)
