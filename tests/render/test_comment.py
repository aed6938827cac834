"""Replies to a contributor."""

import pytest

from bot.decision.proposal import Waiting
from bot.decision.situation import Situation
from bot.forms.issue import Issue
from bot.forms.links import Links
from bot.render import settings
from bot.render.comment import queued, refused
from bot.render.desired import desired_state
from bot.render.problems import sentence
from bot.rules import value_rules
from bot.rules.rule import Problem
from tests.charger_list import FORMS, LIST, SHAPE
from tests.stage import new_charger


def test_twenty_characters_that_no_name_may_have_are_reported():
    said = sentence(
        Problem(
            value_rules.FORBIDDEN, "Brand", {"received": "x", "characters": "abcdefghijklmnopqrstu"}
        ).in_words(SHAPE.words)
    )
    assert "not allowed: `a` `b`" in said
    assert "`s` `t`. A name" in said


@pytest.mark.parametrize(
    ("count", "rest"), [(50, []), (51, ["- … and 1 more."]), (80, ["- … and 30 more."])]
)
def test_fifty_problems_are_reported_and_the_others_counted(count: int, rest: list[str]):
    problems = [Problem(value_rules.MISSING, f"Field {number}") for number in range(count)]
    said = refused(problems, Issue(7, "", "", ()), None, None, "brand")
    items = [line for line in said.splitlines() if line.startswith("- ")]
    assert (len(items[:50]), items[50:]) == (50, rest)


def test_how_long_github_wants_the_bot_to_wait_is_reported_if_it_says_so():
    assert settings.wait("60").startswith("GitHub asks the bot to wait for 60 s. ")
    assert settings.wait(None).startswith("GitHub asks the bot to wait. ")


def test_a_contribution_without_a_number_has_no_branch_to_compare():
    issue = Issue(None, "", new_charger(), ("new-charger",))
    links = Links("https://x.example/a/b", "main")
    said = desired_state(Situation(issue, LIST, links, forbidden="Actions may not."), FORMS).comment
    assert said
    assert "/compare/" not in said


def test_at_most_three_entries_and_issues_that_are_waited_for_are_named():
    waiting = [Waiting(f"Zaptec Go {number}", number) for number in range(1, 6)]
    said = queued(waiting, Issue(7, "", "", ()))
    assert "This waits for issues #1, #2, #3 and 2 more, which ask for the same." in said
    assert "- `Zaptec Go 3`: #3\n- … and 2 more.\n" in said


def test_a_contributor_reads_that_the_brand_will_be_new():
    def said(brand: str) -> str:
        issue = Issue(7, "", new_charger("Arc", brand), ("new-charger",))
        return desired_state(Situation(issue, LIST), FORMS).comment or ""

    assert "`Quillon` will be a new brand in the list." in said("Quillon")
    assert "will be a new" not in said("Zaptec")
