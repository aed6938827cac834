"""Answers and the list of today in, what is proposed or refused out."""

from dataclasses import replace

import pytest

from bot.decision.situation import Situation
from bot.document.escape import escape
from bot.forms.form import Kind
from bot.forms.issue import Author, Issue
from bot.render.changes import diff
from bot.render.desired import DesiredState, Proposed, desired_state
from bot.shape.load import bind
from tests.charger_list import FORMS, LIST
from tests.stage import RIGHT, correction, filled_in, form, new_charger

SIMILAR = LIST.replace("| Zaptec Pro |", "| Zaptec Prow | 1.6J | | | |\n| Zaptec Pro |", 1)
NEARLY = "is nearly the same as [`Zaptec Prow`]"
ANY_MARKS = replace(
    FORMS, shape=bind(FORMS.shape.file.model_copy(update={"names": None}), FORMS.shape.options)
)
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


def corrected(text: str = LIST, earlier: tuple[Issue, ...] = (), **answers: str) -> DesiredState:
    return desired_state(
        Situation(Issue(7, "", correction(**answers), ("invalid",)), text, earlier=earlier), FORMS
    )


def pull_request(text: str = LIST, earlier: tuple[Issue, ...] = (), **answers: str) -> Proposed:
    """The pull request for a correction."""
    found = corrected(text, earlier, **answers).proposed
    assert found
    return found


def pull_request_for(models: str, text: str = LIST) -> Proposed:
    """The pull request for new models."""
    issue = Issue(7, "", new_charger(models), ("new-charger",))
    found = desired_state(Situation(issue, text), FORMS).proposed
    assert found
    return found


def reported(desired: DesiredState) -> list[tuple[str, str | None]]:
    return [(problem.rule.code, problem.field) for problem in desired.problems]


def test_a_reviewer_hears_of_a_similar_name_only_where_the_name_is_new():
    assert NEARLY not in pull_request(SIMILAR, notes="x").body
    assert NEARLY in pull_request(SIMILAR, kind="Rename the model", new_model="Zaptec Prox").body


def test_a_reviewer_hears_of_a_similar_name_for_each_of_several_models():
    assert NEARLY in pull_request_for("Zaptec Go 2\nZaptec Prowx", SIMILAR).body


def test_a_reviewer_of_a_correction_hears_of_other_issues_on_its_brand():
    earlier = Issue(3, "", new_charger("Zaptec Go 2"), ("new-charger",))
    assert "Open too for this brand: #3." in pull_request(notes="x", earlier=(earlier,)).body
    assert "Open too" not in pull_request(notes="x").body


def test_a_row_that_does_not_begin_with_its_brand_is_found_by_its_own_name():
    text = LIST.replace("| Zaptec Pro |", "| Pro 2 |")
    assert "| Pro 2 | 1.6J | ☁️ Cloud | x |" in pull_request(text, model="pro 2", notes="x").readme


@pytest.mark.parametrize("name", ["GH-1", "gh-1", "deadbee", "DEADBEE", ":car:", ":+1:"])
def test_a_title_names_nothing_that_github_would_link_or_draw(name: str):
    assert pull_request_for(f"Zaptec X {name}").title == "Add to the list"


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
    assert pull_request(text, model="Pro x", notes="x").title == "Correct the list"


def test_a_row_is_shown_without_its_neighbours_where_these_are_endless():
    sources = " \\| ".join(
        f"[{'t' * 800}](https://x{place}.example/{'a' * 440})" for place in range(5)
    )
    endless = "".join(
        f"| Zaptec {name} | 1.6J | ☁️ Cloud | | {sources} |\n" for name in ("Prn", "Prt")
    )
    body = pull_request(
        LIST.replace("| Zaptec Pro |", f"{endless}| Zaptec Pro |"), model="Prt", notes="x"
    ).body
    assert "| **changed** | Zaptec Prt |" in body
    assert "Zaptec Prn" not in body


@pytest.mark.parametrize(("length", "is_link"), [(500, True), (501, False)])
def test_an_endless_address_is_no_link_in_a_conversation(length: int, is_link: bool):
    address = f"https://x.example/{'a' * (length - 18)}"
    proposed = pull_request(sources=f"[Manual]({address})")
    assert f"[Manual]({address})" in proposed.readme
    assert (f"[Manual]({address})" in proposed.body) is is_link


def test_an_endless_line_of_a_diff_is_cut_with_an_ellipsis():
    assert diff("a\n", f"{'b' * 1999}\n") == f"```diff\n-a\n+{'b' * 1999}\n```"
    assert diff("a\n", f"{'b' * 2000}\n") == f"```diff\n-a\n+{'b' * 1999}…\n```"


def test_a_row_of_which_an_entity_ends_a_line_is_shown_as_one_row():
    text = LIST.replace(
        "| Zaptec Pro | 1.6J | ☁️ Cloud | |", "| Zaptec Pro | 1.6J | ☁️ Cloud | a&#10;# b |"
    )
    assert "| Notes | a<br># b | x |" in pull_request(text, notes="x").body
    assert "| ☁️ Cloud | a<br># b |" in pull_request(text, model="Go", notes="x").body


@pytest.mark.parametrize("kind", ["issues", "pull", "discussions", "commit"])
def test_a_source_on_github_is_no_link_in_a_conversation_where_it_would_be_a_reference(kind: str):
    address = f"https://github.com/acme/list/{kind}/1"
    proposed = pull_request(sources=address)
    assert f"]({address})" in proposed.readme
    assert f"]({address})" not in proposed.body
    assert f"(`{address}`)" in proposed.body


def test_a_new_name_is_refused_in_its_own_field():
    for name, code in (("zaptec", "name_is_section"), ("Go", "name_taken")):
        renamed = corrected(kind="Rename the model", new_model=name)
        assert reported(renamed) == [(code, "New model name")]


def test_a_new_model_is_judged_with_its_brand_as_the_list_has_it():
    body = new_charger(
        f"Zaptec Go 2, zaptec Go 3\n{'x' * 114}\n{'y' * 113}\nZAPTEC", brand="zaptec"
    )
    desired = desired_state(Situation(Issue(7, "", body, ("new-charger",)), LIST), FORMS)
    assert reported(desired) == [
        (code, "Models") for code in ("several_in_one", "too_long", "name_is_section")
    ]
    facts = {"received": f"Zaptec {'x' * 114}", "limit": 120, "length": 121}
    assert desired.problems[1].facts.items() >= facts.items()


def test_a_brand_is_looked_up_though_the_model_cannot_be_read():
    unread = [("forbidden", "Model")]
    assert reported(corrected(model="<", notes="x")) == unread
    assert reported(corrected(brand="Quillon", model="<", notes="x")) == [
        ("section_unknown", "Brand"),
        *unread,
    ]


def test_an_answer_that_nobody_sees_gives_nothing_however_long_it_is():
    unseen = "\u2060" * 3000
    found = pull_request(ocpp_versions="2.1", notes=unseen, new_model=unseen)
    assert found.readme == pull_request(ocpp_versions="2.1").readme
