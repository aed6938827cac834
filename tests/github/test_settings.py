"""The settings of a repository as the doctor reads them."""

from dataclasses import replace

import pytest

from bot.doctor.branch_rules import BranchRule
from bot.doctor.diagnosis import Settings
from bot.errors import MaintainerError
from bot.github.settings import read_settings
from tests.octofake import SERVER_ERROR
from tests.octofake.faults import NOT_FOUND
from tests.stage import API, Stage

USUAL = Settings(
    labels=frozenset({"new-brand", "new-charger", "invalid", "needs-info", "duplicate"}),
    may_open=True,
    is_archived=False,
    has_issues=True,
    fork_approval="first_time_contributors",
)

REVIEWS = {"requires_approving_reviews": True, "required_approving_review_count": 1}


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.repository.permissions["administration"] = "read"
    return stage


def read(stage: Stage) -> Settings:
    with stage.hub.in_process(API):
        return read_settings(stage.remote().client)


def test_the_usual_settings_take_eight_requests(stage):
    assert read(stage) == USUAL
    assert len(stage.hub.requests) == 8


def test_a_token_without_rights_leaves_three_settings_unknown(stage):
    del stage.repository.permissions["administration"]
    assert read(stage) == replace(USUAL, may_open=None, fork_approval="")


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"archived": True}, "is_archived", True),
        ({"has_issues": False}, "has_issues", False),
        ({"has_pull_requests": False}, "has_pull_requests", False),
        ({"collaborators_only": True}, "is_for_collaborators", True),
        ({"actions_may_open_pull_requests": False}, "may_open", False),
        ({"allowed_actions": "selected"}, "allowed_actions", "selected"),
        ({"fork_approval": "all_external_contributors"}, "fork_approval",
         "all_external_contributors"),
        ({"rules": {"creation", "update"}}, "rules",
         (BranchRule("creation"), BranchRule("update"))),
        ({"protections": {"bot/*": {"lock_branch": True}}}, "rules",
         (BranchRule("update", is_classic=True),)),
        ({"allow_auto_merge": True, "required_approvals": (), "protections": {"main": REVIEWS}},
         "merges_unseen", True),
        ({"allow_auto_merge": True, "keeps_approvals": True}, "merges_unseen", True),
        ({"keeps_approvals": True}, "merges_unseen", False),
        ({"allow_auto_merge": True, "keeps_approvals": True, "required_approvals": (0, 1)},
         "merges_unseen", True),
        ({"allow_auto_merge": True, "keeps_approvals": True, "required_approvals": (0,)},
         "merges_unseen", False),
        ({"allow_auto_merge": True}, "merges_unseen", False),
    ],
)  # fmt: skip
def test_a_setting_is_read(stage, change, field, value):
    for name, setting in change.items():
        setattr(stage.repository, name, setting)
    assert getattr(read(stage), field) == value


def test_a_server_without_rulesets_has_no_rules(stage):
    stage.repository.rules = {"creation"}
    for _ in range(2):
        stage.hub.fault(NOT_FOUND, where=lambda request: "/rules/" in request.path)
    assert read(stage).rules == ()


@pytest.mark.parametrize("part", ["/rules/", "/actions/permissions"])
def test_no_answer_is_no_setting(stage, part):
    stage.hub.fault(SERVER_ERROR, where=lambda request: part in request.path)
    with pytest.raises(MaintainerError):
        read(stage)
