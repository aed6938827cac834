"""The comment of the bot on an issue."""

from typing import Any

import pytest

from bot.decision.decision import RowPlace
from bot.decision.free_text import FreeText
from bot.decision.proposal import AlreadyClaimed, Waiting
from bot.decision.situation import PullRequest, PullRequestState, Situation
from bot.forms.form import Kind
from bot.forms.issue import Author, Issue
from bot.render.changes import diff
from bot.render.comment import (
    declined,
    forbidden,
    list_broken,
    merged,
    not_a_form,
    over_limit,
    refused,
    taken_over,
    waiting,
)
from bot.render.context import Context
from bot.render.repository_links import Links
from bot.rules import entry_rules, form_rules, value_rules
from bot.rules.rule import Problem
from tests.charger_list import FORMS, LIST
from tests.desired import desired_state
from tests.render.rendered import changed, rendered
from tests.stage import form, new_charger

ISSUE = Issue(7, "", "", ())
SITUATION = Situation(ISSUE, LIST)
LINKS = Links("x")
CONTEXT = Context(LINKS)
EDIT = "Edit this issue (the **⋯** menu at its top right, then **Edit**): each answer is below its"
MISSING = Problem(value_rules.MISSING, "Models")
WRONG_FORM = Problem(form_rules.WRONG_FORM, None, {"labels": ("a",), "name": "b"})


def comment_of(kind: Kind, text: str = LIST, **answers: Any) -> str:
    found = rendered(kind, text, **answers).comment
    assert found
    return found


@pytest.mark.parametrize(
    ("author", "thanks"),
    [
        (None, "Thank you!"),
        (Author("a b"), "Thank you!"),
        (Author("ada[bot]"), "Thank you, @ada[bot]!"),
    ],
)
def test_only_an_account_is_mentioned(author: Author | None, thanks: str):
    said = over_limit(5, Issue(7, "", "", (), author))
    assert f"**Your submission waits in the queue.** {thanks}\n\n" in said
    assert "on 5 open submissions" in said


@pytest.mark.parametrize(
    ("count", "rest"), [(50, []), (51, ["- … and 1 more."]), (80, ["- … and 30 more."])]
)
def test_fifty_problems_are_reported_and_the_others_counted(count: int, rest: list[str]):
    problems = [Problem(value_rules.MISSING, f"Field {number}") for number in range(count)]
    said = refused(problems, SITUATION, CONTEXT, "")
    items = [line for line in said.splitlines() if line.startswith("- ")]
    assert (len(items[:50]), items[50:]) == (50, rest)
    assert said.startswith(f"Thank you! **{count} things need another look.**")


def test_a_contributor_reads_how_to_fix_a_problem():
    said = refused([MISSING, WRONG_FORM], SITUATION, CONTEXT, "")
    assert "- **Models**: This has to be filled in" in said
    assert said.split("\n\n")[-1].startswith(EDIT)


def test_no_form_is_called_needless_where_another_one_is_asked_for():
    several = Problem(entry_rules.SEVERAL_ENTRIES, "Model", {"received": "Go, Pro"})
    said = refused([MISSING, several], SITUATION, CONTEXT, "")
    assert "fill in a new form for each of the others." in said
    assert said.endswith("The bot looks again at once.")


def test_a_contributor_reads_that_only_a_maintainer_can_go_on():
    said = refused(
        [WRONG_FORM, WRONG_FORM], SITUATION._replace(pull_request=PullRequest(9)), CONTEXT, ""
    )
    assert said.startswith("**A maintainer must look at this first.** Thank you!\n\n- The issue")
    assert said.split("\n\n")[-2:] == [
        "You need not do anything: the bot goes on once that is done.",
        "Pull request #9 is a draft until then.",
    ]


def test_a_refusal_is_short_where_nothing_else_is_to_say():
    parts = refused([MISSING], SITUATION, CONTEXT, "").split("\n\n")
    assert parts[0] == "Thank you! **One thing needs another look.**"
    assert len(parts) == 3
    more = SITUATION._replace(pull_request=PullRequest(9))
    parts = refused([MISSING], more, CONTEXT._replace(author_commented=True), "x").split("\n\n")
    assert len(parts) == 6


def test_a_contributor_reads_that_the_brand_will_be_new():
    assert "`Quillon` will be a new brand in the list." in comment_of(Kind.ADD, brand="Quillon")
    assert "will be a new" not in comment_of(Kind.ADD)


def test_a_proposal_shows_the_rows_and_the_lines_which_change():
    said = comment_of(Kind.ADD, models="Go 2\nPro")
    assert "| **new** | Zaptec Go 2 | 1.6J |" in said
    assert "<details><summary>The lines of README.md that change</summary>\n\n```diff\n" in said
    link = "../blob/HEAD/README.md#zaptec:~:text=Zaptec%20Pro"
    assert f"In the list already, and left as they are:\n\n- [`Zaptec Pro`]({link})" in said
    assert "Waiting for" not in said
    assert f"Something is not right? {EDIT}" in said


def test_what_waits_beside_a_proposal_is_named():
    earlier = (Issue(3, "", new_charger("Go 3"), ("new-charger",)),)
    issue = Issue(7, "", new_charger("Go 2\nGo 3"), ("new-charger",))
    said = desired_state(Situation(issue, LIST, earlier=earlier), FORMS).comment
    assert said
    assert "Waiting for an earlier issue:\n\n- `Zaptec Go 3`: #3\n\n" in said
    assert "In the list already" not in said


def test_at_most_three_entries_and_issues_that_are_waited_for_are_named():
    claimed = [Waiting(f"Zaptec Go {number}", number) for number in range(1, 6)]
    said = waiting(AlreadyClaimed(tuple(claimed)), ISSUE, LINKS)
    assert "This waits for issues #1, #2, #3 and 2 more, which ask for the same." in said
    assert "If one of them is closed without a merge" in said
    assert "- `Zaptec Go 3`: #3\n- … and 2 more.\n" in said


def test_one_issue_which_is_waited_for_is_named():
    both = (Waiting("Zaptec A", 4), Waiting("Zaptec B", 4))
    said = waiting(AlreadyClaimed(both), ISSUE, LINKS)
    assert said.startswith("**This waits for issue #4, which asks for the same.** Thank you!")
    assert "If that issue is closed without a merge" in said
    assert "- `Zaptec A`: #4\n- `Zaptec B`: #4\n" in said


def test_an_entry_in_the_list_leads_to_its_correction():
    said = comment_of(Kind.ADD, models="Go", communication="Cloud, Direct")
    link = "../issues/new?template=invalid.yml&brand=Zaptec&model=Zaptec%20Go"
    assert f"If something in that row is wrong, please [correct the entry]({link})." in said
    assert f"Did you mean another charger? {EDIT}" in said


def test_a_correction_which_changes_nothing_leads_nowhere():
    said = comment_of(Kind.CORRECT, ocpp_versions="1.6J")
    assert said.startswith("**The list says this already.** Thank you, @ada!")
    assert "correct the entry" not in said
    assert f"Did you mean another change? {EDIT}" in said


def test_a_free_text_leads_to_the_form_that_fits():
    found = FreeText(Kind.CORRECT, {"brand": "Zaptec", "sources": "a\n\nb", "model": "Go"})
    said = not_a_form(found, Issue(7, "", "text", ()), CONTEXT, FORMS)
    correction = form(Kind.CORRECT)
    link = f"x/issues/new?template={correction.file}&brand=Zaptec&model=Go&sources=a%0A%0Ab"
    assert f"Please use this form: **[{correction.name}]({link})**. It is filled in" in said
    assert "\n\n- Brand: `Zaptec`\n- Model: `Go`\n- Sources: `a` and `b`\n\n" in said
    others = said[said.index("For something else") :].partition("\n")[0]
    assert others.count("](x/issues/new?template=") == 2
    assert said.endswith("Your text stays here; copy from it what you need. You can close this "
                         "issue afterwards.")  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "kind"), [((), Kind.ADD), (("invalid",), Kind.CORRECT), (("x",), Kind.ADD)]
)
def test_a_text_which_says_nothing_leads_to_the_form_of_its_label(
    labels: tuple[str, ...], kind: Kind
):
    said = not_a_form(FreeText(None, {}), Issue(7, "", " ", labels), CONTEXT, FORMS)
    name, file = form(kind).name, form(kind).file
    assert f"Please use this form: **[{name}](x/issues/new?template={file})**.\n\n" in said
    assert said.endswith(".\n\nYou can close this issue afterwards.")
    assert "filled in" not in said


def test_a_broken_list_is_not_the_contributors():
    assert list_broken(ISSUE) == (
        "**Your submission is kept, but the list needs a maintainer first.** Thank you!\n\n"
        "The bot cannot edit README.md at present. You need not do anything: once the list is "
        "fixed, the bot takes up your submission by itself."
    )


def test_a_merged_row_is_linked_if_it_is_found():
    pull, links = PullRequest(9, PullRequestState.MERGED), Links("x")
    said = "**Pull request #9 is merged: the list has your change.** Thank you!"
    assert merged(pull, None, links) == said
    link = "x/blob/HEAD/README.md#a:~:text=B"
    assert merged(pull, RowPlace("a", "B"), links) == f"{said} [See it there]({link})."


@pytest.mark.parametrize(
    ("closed_by", "who"), [("kim", "A maintainer"), ("a[bot]", "Another workflow")]
)
def test_who_closed_a_pull_request_is_said(closed_by: str, who: str):
    pull = PullRequest(9, PullRequestState.CLOSED, closed_by=closed_by)
    said = declined(pull, form(Kind.ADD), ISSUE)
    assert said.startswith(f"**{who} has closed pull request #9 without merging it.** Thank you!")
    assert "The last remark" not in said
    assert "Comment on #9." in said


def test_without_a_change_a_take_over_shows_none():
    said = taken_over("kim", None, form(Kind.ADD), ISSUE)
    assert said.endswith("delete the branch and put the label `new-charger` on this issue again.")
    own = changed(Kind.ADD).applied
    said = taken_over("kim", own, None, ISSUE)
    assert "put the label of its kind on this issue again.\n\nThe bot would have made this" in said
    assert said.endswith(diff(own.before.text, own.after.text))


def test_a_branch_which_is_ready_is_linked():
    refused_by_rule = SITUATION._replace(forbidden="A rule.")
    assert "a maintainer can remove the reason: A rule." in forbidden(refused_by_rule, CONTEXT)
    said = forbidden(refused_by_rule, CONTEXT._replace(has_branch=True))
    link = LINKS.compare("bot/issue-7")
    action = f"[open the pull request by hand]({link}), or remove the reason: A rule."
    assert f"a maintainer can {action}" in said
