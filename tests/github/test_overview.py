"""All issues at once, in few requests."""

import pytest

from bot.github.errors import QueryTooLarge
from bot.github.observation import Observation
from bot.github.overview import Stray, read_overview
from tests.charger_list import FORMS, LIST
from tests.stage import API, Stage, new_charger


def overview(stage: Stage) -> tuple[list[Observation], list[Stray]]:
    """What the pages bring of all issues, and of which only a branch is left."""
    stage.hub.clear_requests()
    kinds = [form.issue_label for form in FORMS]
    with stage.hub.in_process(API):
        client = stage.remote().client
        found = read_overview(client.query, kinds)
    return list(found.observations(FORMS, LIST)), found.strays()


def test_without_issues_there_is_nothing(stage):
    assert overview(stage) == ([], [])
    assert len(stage.hub.requests) == 1


def test_each_issue_is_seen_as_it_is_seen_alone(stage):
    stage.propose(models="Zaptec Go 2")
    stage.submit("Hello")
    closed = stage.propose(models="Zaptec Go 3")
    closed.close(by=stage.ada)
    seen, strays = overview(stage)
    assert [one.number for one in seen] == [1, 3, 4]
    with stage.hub.in_process(API):
        assert seen == [stage.remote().observe(one.number) for one in seen]
    assert strays == []


def test_pages_bring_all_issues_once_in_their_order(stage):
    stage.submit_many(60)
    seen, _ = overview(stage)
    assert [one.number for one in seen] == list(range(1, 61))
    assert len(stage.hub.requests) == 3
    last = seen[-1].situation
    assert [issue.number for issue in last.earlier] == list(range(1, 60))


def test_branches_of_issues_that_are_not_seen_are_strays(stage):
    old = stage.propose()
    stage.repository.create_branch("bot/issue-x", at="main")
    stage.repository.create_branch("bot/issue-7", at="main")
    old.delete()
    assert overview(stage) == ([], [Stray(old.number, True), Stray(7, False)])


def test_a_page_that_is_too_large_is_asked_for_in_halves(stage):
    for n in range(6):
        stage.propose(models=f"Zaptec Nine {n}")
    whole, _ = overview(stage)
    stage.hub.world.node_limit = 12_000
    assert overview(stage)[0] == whole
    assert any(request.status == 200 for request in stage.hub.requests)


def test_a_page_of_one_issue_that_is_too_large_is_an_error(stage):
    stage.submit(new_charger())
    stage.hub.world.node_limit = 10
    with pytest.raises(QueryTooLarge):
        overview(stage)
