"""GitHub refuses, or gives no answer."""

import pytest

from bot.cli.run import reconcile
from bot.errors import MaintainerError
from bot.github.client import Client
from bot.github.errors import PermissionDenied, RateLimited
from bot.github.repository import Remote
from tests.charger_list import FORMS, LIST
from tests.octofake import SERVER_ERROR, Reply
from tests.octofake.faults import (
    GRAPHQL_RATE_LIMIT,
    GRAPHQL_RATE_LIMITED,
    NOT_FOUND,
    UNDEFINED_FIELD,
)
from tests.stage import new_charger


def test_where_pull_requests_are_forbidden_the_branch_is_kept_and_the_comment_helps(stage):
    stage.repository.actions_may_open_pull_requests = False
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "Workflow permissions" in str(desired.error)
    assert "bot/issue-1" in stage.repository.branches
    assert "/acme/list/compare/main...bot/issue-1?expand=1" in stage.reply(issue).body
    stage.repository.actions_may_open_pull_requests = True
    stage.run(issue)
    assert stage.pull_request().state == "open"
    assert stage.reply(issue).body.startswith("**Pull request #")


def test_a_token_without_rights_is_reported_with_the_permissions_it_needs(stage):
    stage.repository.permissions["contents"] = "read"
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "contents: write" in str(desired.error)
    assert "does not let the bot publish it" in stage.reply(issue).body
    assert "compare" not in stage.reply(issue).body


def test_a_token_that_may_not_open_pull_requests_leaves_branch_and_comment(stage):
    stage.repository.permissions["pull_requests"] = "read"
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "pull-requests: write" in str(desired.error)
    assert "/acme/list/compare/main...bot/issue-1?expand=1" in stage.reply(issue).body


def test_a_rule_that_forbids_new_branches_is_named_after_one_attempt(stage):
    stage.repository.rules = {"creation"}
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "creations being restricted" in str(desired.error)
    assert "Settings > Rules > Rulesets" in stage.reply(issue).body
    assert stage.pauses == []
    assert set(stage.repository.branches) == {"main"}
    stage.run(issue)
    assert [write.operation for write in stage.hub.writes] == ["createRef"]
    stage.repository.rules.clear()
    stage.run(issue)
    assert stage.pull_request().state == "open"


@pytest.mark.parametrize(
    ("rule", "reason"),
    [("update", "protected ref"), ("pull_request", "must be made through a pull request")],
)
def test_a_rule_that_forbids_commits_leaves_a_branch_that_is_taken_up_later(stage, rule, reason):
    stage.repository.rules = {rule}
    issue = stage.submit(new_charger())
    assert reason in str(stage.run(issue).error)
    stage.repository.rules.clear()
    stage.repository.commit({"LICENSE": "other"}, message="Another licence")
    stage.sweep()
    assert stage.pull_request().state == "open"
    assert stage.reply(issue).body.startswith("**Pull request")


def test_a_rule_that_forbids_to_move_a_branch_leaves_the_pull_request_as_it_is(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    tip = stage.repository.branches["bot/issue-1"]
    stage.repository.rules = {"update"}
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    assert "protected ref" in str(stage.run(issue).error)
    assert stage.repository.branches["bot/issue-1"] == tip
    assert stage.pull_request().title == "Add Zaptec Go 2"
    assert "does not let the bot publish it" in stage.reply(issue).body


def test_a_repository_whose_pull_requests_are_for_collaborators_only_is_reported(stage):
    stage.repository.collaborators_only = True
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "Only collaborators may open pull requests" in str(desired.error)
    assert "/acme/list/compare/main...bot/issue-1?expand=1" in stage.reply(issue).body
    assert stage.pauses == []


@pytest.mark.parametrize(
    ("answer", "reported"),
    [(UNDEFINED_FIELD, "does not know what the bot asks for"), (NOT_FOUND, "GITHUB_GRAPHQL_URL")],
)
def test_a_server_without_what_the_bot_needs_is_reported_after_one_attempt(stage, answer, reported):
    issue = stage.submit(new_charger())
    stage.hub.fault(answer)
    with pytest.raises(MaintainerError, match=reported) as raised:
        stage.run(issue)
    assert "next run" not in str(raised.value)
    assert (len(stage.hub.requests), stage.pauses) == (1, [])


@pytest.mark.parametrize("unknown", ["createCommitOnBranch", "updateRefs"])
def test_a_server_without_a_mutation_is_reported_to_the_author_too(stage, unknown):
    issue = stage.submit(new_charger())
    if unknown == "updateRefs":
        stage.run(issue)
        issue.edit(body=new_charger(models="Zaptec Go 3"))
    stage.hub.world.unknown_mutations = {unknown}
    error = str(stage.run(issue).error)
    assert f"Field '{unknown}' doesn't exist" in error
    assert "next run" not in error
    assert "a maintainer can remove the reason: This server does not" in stage.reply(issue).body
    stage.run(issue)
    assert [write.is_done for write in stage.hub.writes].count(False) == 1
    assert stage.pauses == []
    stage.hub.world.unknown_mutations = set()
    assert stage.at_rest(issue) == "proposed"
    stage.hub.world.unknown_mutations = {unknown}
    stage.run(issue)
    assert not stage.hub.writes


def test_a_server_without_drafts_lets_the_author_read_the_problems_all_the_same(stage):
    issue = stage.propose()
    stage.hub.world.unknown_mutations = {"convertPullRequestToDraft"}
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    with pytest.raises(PermissionDenied, match="Field 'convertPullRequestToDraft'"):
        stage.run(issue)
    assert "One thing needs another look" in stage.reply(issue).body
    assert "needs-info" in issue.label_names
    assert "convertPullRequestToDraft" in stage.sweep()[0].error
    assert [write.operation for write in stage.hub.writes] == ["convertPullRequestToDraft"]
    stage.hub.world.unknown_mutations = set()
    assert stage.at_rest(issue) == "refused"
    assert stage.pull_request().draft


@pytest.mark.parametrize("limit", [GRAPHQL_RATE_LIMITED, GRAPHQL_RATE_LIMIT])
def test_a_limit_of_graphql_is_a_limit_by_either_name(stage, limit):
    issue = stage.submit(new_charger())
    stage.hub.fault(limit)
    with pytest.raises(RateLimited):
        stage.run(issue)
    assert len(stage.hub.requests) == 1


def test_a_query_that_is_too_large_is_asked_in_smaller_pages(stage):
    stage.submit(new_charger())
    second = stage.submit(new_charger())
    stage.hub.world.node_limit = 9_000
    stage.run(second)
    assert stage.reply(second).body.startswith("**This waits for issue #1")
    assert {request.operation for request in stage.hub.requests[:-1]} == {"Snapshot"}
    stage.hub.world.node_limit = 1
    with pytest.raises(MaintainerError, match="smallest query"):
        stage.run(second)


def test_texts_which_are_too_many_are_asked_for_in_parts(stage):
    for number in range(3):
        stage.submit(new_charger(models=f"Zaptec Go {number + 7}"))
    stage.sweep()
    stage.repository.commit({"README.md": LIST.replace("| Zaptec Pro |", "| Zaptec Pro+ |")})
    stage.hub.world.blob_limit = 1
    stage.sweep()
    assert all(pull.state == "open" for pull in stage.repository.pull_requests())
    stage.hub.world.blob_limit = 0
    stage.repository.commit({"README.md": LIST})
    with pytest.raises(MaintainerError, match="smallest query"):
        stage.sweep()


def test_a_revoked_token_is_reported(stage):
    issue = stage.submit(new_charger())
    stage.hub.revoke_token()
    with pytest.raises(MaintainerError, match="does not accept the token"):
        stage.run(issue)


def test_a_github_enterprise_server_gets_no_address_of_another_host(stage):
    api = "https://ghe.example.com/api/v3"
    client = Client("acme/list", "secret", api, "https://ghe.example.com/api/graphql")
    issue = stage.submit(new_charger(models="Zaptec Pro\nZaptec Go 2"))
    with stage.hub.in_process(api):
        reconcile(Remote(client, FORMS), issue.number, FORMS, stage.pauses.append)
    (commit,) = stage.pull_request().commits
    message = stage.repository.objects.commit(commit).message.decode()
    assert f"<{stage.ada.id}+ada@users.noreply.ghe.example.com>" in message
    assert (
        "(https://ghe.example.com/acme/list/blob/main/README.md#zaptec" in stage.reply(issue).body
    )
    assert "github.com" not in message + stage.reply(issue).body + stage.pull_request().body


def test_a_refusal_that_does_not_name_the_state_is_tried_again(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    issue.reopen(by=stage.ada)
    stage.hub.fault(
        Reply(422, {"message": "Validation Failed"}),
        where=lambda request: "/pulls/" in request.path,
    )
    stage.run(issue)
    assert stage.pull_request().state == "open"


def test_a_page_instead_of_an_answer_is_no_answer(stage):
    issue = stage.submit(new_charger())
    stage.hub.fault(Reply(200, "<html>Unicorn!</html>"), where=lambda request: request.is_write)
    stage.run(issue)
    assert stage.pull_request().state == "open"
    assert stage.pauses == [1]


def test_an_answer_is_waited_for_longer_each_time_and_not_for_ever(stage):
    issue = stage.submit(new_charger())
    for at in range(1, 5):
        stage.hub.fault(SERVER_ERROR, at)
    with pytest.raises(MaintainerError, match="no clear answer"):
        stage.run(issue)
    assert stage.pauses == [1, 5, 15]
    assert len(stage.hub.requests) == 4


def test_a_rule_that_forbids_to_delete_a_branch_closes_the_pull_request_at_least(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.rules = {"deletion"}
    issue.close(by=stage.ada)
    assert "protected ref" in str(stage.run(issue).error)
    assert stage.pull_request().state == "closed"
    assert stage.reply(issue).body.startswith("**Nothing is open")


def test_a_deleted_issue_whose_branch_a_rule_keeps_leaves_no_pull_request_open(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.rules = {"deletion"}
    issue.delete()
    assert ["protected ref" in one.kept_by for one in stage.sweep()] == [True]
    assert stage.pull_request().state == "closed"
    stage.sweep()
    assert [write.operation for write in stage.hub.writes] == ["updateRefs"]


def test_of_kept_branches_without_pull_requests_one_is_looked_at(stage):
    issues = [stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(3, 8)]
    stage.sweep()
    stage.repository.rules = {"deletion"}
    for issue in issues:
        issue.delete()
    late = stage.submit(new_charger(models="Zaptec Go 9"))
    assert stage.sweep()[0].number == late.number
    assert len(stage.repository.pull_requests("open")) == 1
    swept = stage.sweep()
    assert sum(bool(one.kept_by) for one in swept) == 5
    assert [request.operation for request in stage.hub.requests] == [
        *["Overview"] * 2,
        *["Snapshot"] * 2,
        "Branch",
        "updateRefs",
    ]


@pytest.mark.parametrize("end", ["closed", "merged", "deleted"])
def test_a_branch_which_a_rule_keeps_is_no_error_of_each_sweep(stage, end):
    issues = [stage.submit(new_charger("Nine", brand)) for brand in ("Zaptec", "Quillon")]
    for issue in issues:
        stage.run(issue)
    stage.repository.rules = {"deletion"}
    for issue, pull in zip(issues, stage.repository.pull_requests(), strict=True):
        if end == "merged":
            pull.merge(by=stage.maintainer)
        elif end == "deleted":
            issue.delete()
        else:
            issue.close(by=stage.ada)
    for _ in range(2):
        swept = stage.sweep()
        assert [one.error for one in swept] == ["", ""]
        assert all("protected ref" in one.kept_by for one in swept)
    assert [write.operation for write in stage.hub.writes] == ["updateRefs"]
    stage.repository.rules.clear()
    stage.sweep()
    assert set(stage.repository.branches) == {"main"}
