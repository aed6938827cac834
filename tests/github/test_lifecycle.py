"""The life of a submission on GitHub, row by row of the table in the design: what people do, and what is then true."""

import pytest

from bot.cli.run import reconcile
from bot.decision.decision import Outcome
from bot.errors import MaintainerError, ReadmeError
from bot.forms.form import Kind
from bot.github.client import Address
from bot.github.errors import RateLimited
from bot.github.repository import Remote
from bot.render.desired import DesiredState
from tests.charger_list import FORMS, LIST
from tests.octofake import KILLED, SERVER_ERROR, ProcessKilled, Reply
from tests.octofake.faults import (
    GRAPHQL_RATE_LIMIT,
    GRAPHQL_RATE_LIMITED,
    NOT_FOUND,
    UNDEFINED_FIELD,
    Refusal,
)
from tests.octofake.objects import Stamp
from tests.stage import Stage, correction, filled_in, new_charger

ROW = "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | [www.zaptec.com](https://www.zaptec.com/go2) |"


@pytest.fixture
def stage() -> Stage:
    return Stage()


def only_pull_request(stage: Stage):
    (pull,) = stage.repository.pull_requests()
    return pull


# A change to make


def test_a_valid_submission_becomes_a_pull_request(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    pull = only_pull_request(stage)
    assert (pull.state, pull.draft, pull.title) == ("open", False, "Add Zaptec Go 2")
    assert pull.label_names == ["new-charger"]
    assert f"\nCloses #{issue.number}\n" in pull.body
    assert stage.reply(issue).body.startswith(f"**Pull request #{pull.number}** ")


def test_the_branch_is_one_commit_on_the_default_branch_that_changes_only_the_list(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    (commit,) = only_pull_request(stage).commits
    assert stage.repository.objects.parents(commit) == [stage.repository.branches["main"]]
    assert set(stage.list_on("bot/issue-1").split("\n")) - set(LIST.split("\n")) == {escaped(ROW)}
    assert stage.repository.text("LICENSE", ref="bot/issue-1") == "MIT"
    assert stage.list_on() == LIST


def escaped(row: str) -> str:
    return row.replace("[www.", r"[www\.")


def test_it_takes_three_requests_of_which_one_reads(stage):
    stage.run(stage.submit(new_charger()))
    operations = [request.operation for request in stage.hub.requests]
    assert operations == ["Snapshot", "createRef", "addLabelsToLabelable"]


def test_a_list_that_is_no_plain_file_keeps_its_mode(stage):
    objects, main = stage.repository.objects, stage.repository.branches["main"]
    files = objects.files(objects.tree_of(main))
    files["README.md"] = (0o100755, files["README.md"][1])
    stamp = Stamp("maintainer", "maintainer@example.org", 1_800_000_000)
    tip = objects.add_commit(objects.add_tree(files), [main], "Executable", stamp, stamp)
    stage.repository.set_ref("refs/heads/main", tip)
    issue = stage.submit(new_charger())
    stage.run(issue)
    tree = objects.tree_of(stage.repository.branches["bot/issue-1"])
    assert objects.files(tree)["README.md"][0] == 0o100755
    stage.run(issue)
    assert not stage.hub.writes


def test_a_settled_submission_costs_one_request_and_no_write(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.run(issue)
    assert len(stage.hub.requests) == 1
    assert not stage.hub.writes


def test_the_contributor_is_credited_in_the_commit(stage):
    stage.run(stage.submit(new_charger()))
    (commit,) = only_pull_request(stage).commits
    message = stage.repository.objects.commit(commit).message.decode()
    credit, seal = message.rpartition("\n\n")[
        2
    ].splitlines()  # one block, since git reads no other for trailers
    assert credit == f"Co-authored-by: ada <{stage.ada.id}+ada@users.noreply.github.com>"
    assert seal.startswith("Bot-Commit: ")


def test_an_account_that_is_closed_is_not_credited(stage):
    issue = stage.submit(new_charger())
    stage.ada.delete()
    stage.run(issue)
    (commit,) = only_pull_request(stage).commits
    *_, asked, seal = stage.repository.objects.commit(commit).message.decode().split("\n\n")
    assert asked == f"Asked for in #{issue.number}."
    assert seal.startswith("Bot-Commit: ")


def test_a_new_brand_gets_its_section_and_the_label_of_what_it_is(stage):
    stage.run(stage.submit(new_charger(brand="Easee", models="Home\nCharge")))
    pull = only_pull_request(stage)
    assert (pull.title, pull.label_names) == ("Add brand Easee", ["new-brand"])
    assert "### Easee" in stage.list_on("bot/issue-1")


def test_a_correction_becomes_a_pull_request(stage):
    stage.run(stage.submit(correction(communication="Cloud, Direct"), "invalid"))
    pull = only_pull_request(stage)
    assert (pull.title, pull.label_names) == ("Correct Zaptec Pro", ["invalid"])


# Issue edited


def test_an_edit_rebuilds_the_branch_and_the_same_pull_request_follows(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    pull = only_pull_request(stage)
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    stage.run(issue)
    assert only_pull_request(stage) is pull
    assert pull.title == "Add Zaptec Go 3"
    assert len(pull.commits) == 1
    assert "Zaptec Go 2 " not in stage.list_on("bot/issue-1")
    assert "Zaptec Go 3" in stage.reply(issue).body


def test_an_edit_that_changes_the_kind_changes_the_label(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(brand="Easee", models="Home"))
    stage.run(issue)
    assert only_pull_request(stage).label_names == ["new-brand"]


# The default branch moves


def test_a_change_of_the_list_rebuilds_the_branch_on_it(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.commit(
        {"README.md": LIST.replace("Zaptec Pro |", "Zaptec Pro X |")}, message="Rename by hand"
    )
    stage.run(issue)
    pull = only_pull_request(stage)
    (commit,) = pull.commits
    assert stage.repository.objects.parents(commit) == [stage.repository.branches["main"]]
    assert pull.mergeable
    assert "Zaptec Pro X" in stage.list_on("bot/issue-1")


def test_a_commit_that_leaves_the_list_alone_is_no_reason_to_write(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.commit({"LICENSE": "other"}, message="Another licence")
    stage.run(issue)
    assert not stage.hub.writes


# Valid, not valid, valid again


def test_an_open_pull_request_becomes_a_draft_while_the_answers_are_not_valid(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    desired = stage.run(issue)
    pull = only_pull_request(stage)
    assert desired.outcome is Outcome.REPLY
    assert (pull.state, pull.draft) == ("open", True)
    assert "needs-info" in issue.label_names
    assert stage.reply(issue).body.startswith("@ada: **One thing needs another look.**")
    stage.run(issue)
    assert not stage.hub.writes

    issue.edit(body=new_charger())
    stage.run(issue)
    assert (pull.state, pull.draft) == ("open", False)
    assert "needs-info" not in issue.label_names
    assert stage.reply(issue).body.startswith(f"**Pull request #{pull.number}** ")


def test_a_draft_that_a_person_made_stays_a_draft(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).convert_to_draft(stage.maintainer)
    issue.edit(body=new_charger(notes="Needs a new firmware"))
    stage.run(issue)
    assert only_pull_request(stage).draft


def test_without_drafts_the_pull_request_is_closed_until_the_answers_are_valid(stage):
    stage.repository.has_drafts = False
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    pull = only_pull_request(stage)
    assert (pull.state, pull.draft) == ("closed", False)
    assert "draft" not in stage.reply(issue).body
    stage.run(issue)
    assert not stage.hub.writes

    issue.edit(body=new_charger(notes="Fixed"))
    stage.run(issue)
    assert only_pull_request(stage).state == "open"
    assert "Fixed" in stage.list_on("bot/issue-1")


def test_a_token_that_may_not_make_drafts_is_reported(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    stage.repository.permissions["pull_requests"] = "read"
    with pytest.raises(MaintainerError, match="pull-requests: write"):
        stage.run(issue)


def test_not_valid_from_the_start_gets_all_problems_and_a_label_but_no_branch(stage):
    issue = stage.submit(
        new_charger(models="Go #2", ocpp_versions="1.6, 3.0", communication="Bluetooth")
    )
    desired = stage.run(issue)
    assert len(desired.problems) == 4
    assert "needs-info" in issue.label_names
    assert set(stage.repository.branches) == {"main"}
    assert not stage.repository.pull_requests()


def test_fixed_answers_become_a_pull_request_and_the_label_goes(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.edit(body=new_charger())
    stage.run(issue)
    assert only_pull_request(stage).state == "open"
    assert issue.label_names == ["new-charger"]


# Not made with a form


@pytest.mark.parametrize(
    "body", [None, "", "Please add the Zaptec Go 2! https://www.zaptec.com/go2"]
)
def test_free_text_gets_links_to_the_forms(stage, body):
    issue = stage.submit(body)
    stage.run(issue)
    reply = stage.reply(issue).body
    assert all(f"/acme/list/issues/new?template={form.file}" in reply for form in FORMS)
    assert "needs-info" in issue.label_names


def test_the_forms_are_filled_in_with_what_was_found(stage):
    issue = stage.submit("Please add it! https://www.zaptec.com/go2", title="Zaptec Go 2")
    stage.run(issue)
    link = "template=new-charger.yml&brand=Zaptec&models=Zaptec%20Go%202&sources=https%3A%2F%2F"
    assert link in stage.reply(issue).body.partition("For something else")[0]


# Already in the list


def test_what_is_listed_already_gets_a_link_to_the_row(stage):
    issue = stage.submit(new_charger(models="zaptec PRO"))
    stage.run(issue)
    assert "/acme/list/blob/main/README.md#zaptec:~:text=Zaptec%20Pro" in stage.reply(issue).body
    assert "duplicate" in issue.label_names
    assert not stage.repository.pull_requests()


def test_an_open_pull_request_is_closed_when_its_charger_gets_into_the_list_otherwise(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    by_hand = LIST.replace("| Zaptec Pro |", escaped(ROW) + "\n| Zaptec Pro |")
    stage.repository.commit({"README.md": by_hand}, message="Add it by hand")
    stage.run(issue)
    assert only_pull_request(stage).state == "closed"
    assert "bot/issue-1" not in stage.repository.branches
    assert "duplicate" in issue.label_names


# The same charger in an earlier open submission


def test_the_same_charger_waits_for_the_earlier_issue(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger(models="Go 2"))
    stage.run(first)
    stage.run(second)
    assert len(stage.repository.pull_requests()) == 1
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")


def test_it_is_taken_up_once_the_earlier_one_is_closed(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    stage.run(second)
    first.close(by=stage.maintainer)
    stage.run(first)
    stage.run(second)
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]


def test_it_waits_for_the_second_pull_request_of_the_earlier_issue_too(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    only_pull_request(stage).close(by=stage.maintainer)
    text = f"Closes #{first.number}"
    stage.repository.open_pull_request(
        stage.maintainer, f"bot/issue-{first.number}", "Add it", text
    )
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")


def test_it_is_taken_up_once_the_earlier_pull_request_is_declined(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    only_pull_request(stage).close(by=stage.maintainer)
    stage.run(second)
    assert len(stage.repository.pull_requests("open")) == 1


def test_only_what_the_earlier_issue_asks_for_waits(stage):
    first, second = (
        stage.submit(new_charger()),
        stage.submit(new_charger(models="Zaptec Go 2\nZaptec Go 3")),
    )
    stage.run(first)
    stage.run(second)
    assert [pull.title for pull in stage.repository.pull_requests("open")] == [
        "Add Zaptec Go 2",
        "Add Zaptec Go 3",
    ]
    assert f"`Zaptec Go 2`: #{first.number}" in stage.reply(second).body


def test_an_earlier_issue_with_mistakes_holds_nobody_up(stage):
    stage.submit(new_charger(ocpp_versions="1.6"))
    second = stage.submit(new_charger())
    stage.run(second)
    assert only_pull_request(stage).title == "Add Zaptec Go 2"


def test_an_earlier_issue_that_the_list_would_refuse_holds_nobody_up(stage):
    refused = stage.submit(new_charger(brand="Zaptek", models="Go 2"))
    third = stage.submit(new_charger(brand="Zaptek", models="Go 2"), "new-brand")
    stage.run(third)
    assert only_pull_request(stage).title == "Add brand Zaptek"
    stage.run(refused)
    assert "needs-info" in refused.label_names


def test_a_reviewer_sees_what_else_is_open_for_the_brand(stage):
    first = stage.submit(correction(notes="First"), "invalid")
    stage.run(stage.submit(correction("Remove the entry"), "invalid"))
    stage.run(stage.submit(new_charger()))
    removal, addition = stage.repository.pull_requests("open")
    assert f"Open too for this brand: #{first.number}." in removal.body
    assert f"Open too for this brand: #{first.number} and #2." in addition.body


# The author's cap


def test_the_sixth_open_submission_of_a_person_waits(stage):
    issues = [stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(2, 8)]
    for issue in issues:
        stage.run(issue)
    assert len(stage.repository.pull_requests("open")) == 5
    assert stage.reply(issues[5]).body.startswith("**Your submission waits in the queue.**")
    issues[0].close(by=stage.maintainer)
    stage.run(issues[5])
    assert (
        len(
            [
                pull
                for pull in stage.repository.pull_requests("open")
                if pull.title == "Add Zaptec Go 7"
            ]
        )
        == 1
    )


@pytest.mark.parametrize("association", ["OWNER", "MEMBER", "COLLABORATOR"])
def test_a_maintainer_has_no_cap(stage, association):
    stage.repository.add_collaborator(stage.ada, association)
    issues = [stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(2, 8)]
    stage.run(issues[5])
    assert only_pull_request(stage).title == "Add Zaptec Go 7"


def test_whose_pull_request_was_merged_once_has_a_cap_still(stage):
    stage.repository.associations[stage.ada.login] = "CONTRIBUTOR"
    issues = [stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(2, 8)]
    stage.run(issues[5])
    assert stage.reply(issues[5]).body.startswith("**Your submission waits in the queue.**")


# Settings that forbid


def test_where_pull_requests_are_forbidden_the_branch_is_kept_and_the_comment_helps(stage):
    stage.repository.actions_may_open_pull_requests = False
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "Workflow permissions" in str(desired.fault)
    assert "bot/issue-1" in stage.repository.branches
    assert "/acme/list/compare/main...bot/issue-1?expand=1" in stage.reply(issue).body
    stage.repository.actions_may_open_pull_requests = True
    stage.run(issue)
    assert only_pull_request(stage).state == "open"
    assert stage.reply(issue).body.startswith("**Pull request #")


def test_a_token_without_rights_is_reported_with_the_permissions_it_needs(stage):
    stage.repository.permissions["contents"] = "read"
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "contents: write" in str(desired.fault)
    assert "does not let the bot publish it" in stage.reply(issue).body
    assert "compare" not in stage.reply(issue).body


def test_a_token_that_may_not_open_pull_requests_leaves_branch_and_comment(stage):
    stage.repository.permissions["pull_requests"] = "read"
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "pull-requests: write" in str(desired.fault)
    assert "/acme/list/compare/main...bot/issue-1?expand=1" in stage.reply(issue).body


def test_a_rule_that_forbids_new_branches_is_named_after_one_attempt(stage):
    stage.repository.rules = {"creation"}
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "creations being restricted" in str(desired.fault)
    assert "Settings > Rules > Rulesets" in stage.reply(issue).body
    assert stage.pauses == []
    assert set(stage.repository.branches) == {"main"}
    stage.run(issue)
    assert [write.operation for write in stage.hub.writes] == ["createRef"]
    stage.repository.rules.clear()
    stage.run(issue)
    assert only_pull_request(stage).state == "open"


def test_a_rule_that_forbids_commits_leaves_a_branch_that_is_taken_up_later(stage):
    stage.repository.rules = {"update"}
    issue = stage.submit(new_charger())
    assert "protected ref" in str(stage.run(issue).fault)
    stage.repository.rules.clear()
    stage.repository.commit({"LICENSE": "other"}, message="Another licence")
    stage.sweep()
    assert only_pull_request(stage).state == "open"
    assert stage.reply(issue).body.startswith("**Pull request")


def test_a_rule_that_forbids_to_move_a_branch_leaves_the_pull_request_as_it_is(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    tip = stage.repository.branches["bot/issue-1"]
    stage.repository.rules = {"update"}
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    assert "protected ref" in str(stage.run(issue).fault)
    assert stage.repository.branches["bot/issue-1"] == tip
    assert only_pull_request(stage).title == "Add Zaptec Go 2"
    assert "does not let the bot publish it" in stage.reply(issue).body


def test_a_rule_that_forbids_to_delete_a_branch_closes_the_pull_request_at_least(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.rules = {"deletion"}
    issue.close(by=stage.ada)
    assert "protected ref" in str(stage.run(issue).fault)
    assert only_pull_request(stage).state == "closed"


def test_a_repository_whose_pull_requests_are_for_collaborators_only_is_reported(stage):
    stage.repository.collaborators_only = True
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert "Only collaborators may open pull requests" in str(desired.fault)
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


def test_a_revoked_token_is_reported(stage):
    issue = stage.submit(new_charger())
    stage.hub.revoke_token()
    with pytest.raises(MaintainerError, match="does not accept the token"):
        stage.run(issue)


# Another host


def test_a_github_enterprise_server_gets_no_address_of_another_host(stage):
    api = "https://ghe.example.com/api/v3"
    address = Address("acme/list", "secret", api, "https://ghe.example.com/api/graphql")
    issue = stage.submit(new_charger(models="Zaptec Pro\nZaptec Go 2"))
    with stage.hub.in_process(api):
        reconcile(Remote(address, FORMS), issue.number, FORMS, stage.pauses.append)
    (commit,) = only_pull_request(stage).commits
    message = stage.repository.objects.commit(commit).message.decode()
    assert f"<{stage.ada.id}+ada@users.noreply.ghe.example.com>" in message
    assert (
        "(https://ghe.example.com/acme/list/blob/main/README.md#zaptec" in stage.reply(issue).body
    )
    assert "github.com" not in message + stage.reply(issue).body + only_pull_request(stage).body


# Out of reach


def test_a_locked_issue_a_deleted_one_and_an_archive_are_ends_and_not_crashes(stage):
    locked, deleted, other = (stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in (2, 3, 4))
    locked.lock()
    deleted.delete()
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(locked)
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(deleted)
    stage.repository.archived = True
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(other)


@pytest.mark.parametrize("was_proposed", [False, True])
def test_nothing_is_written_for_a_locked_issue(stage, was_proposed):
    issue = stage.submit(new_charger())
    if was_proposed:
        stage.run(issue)
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    issue.lock()
    with pytest.raises(MaintainerError, match="It is locked"):
        stage.run(issue)
    assert "It is locked" in stage.sweep()[0].fault
    assert not stage.hub.writes
    issue.unlock()
    stage.run(issue)
    assert only_pull_request(stage).title == "Add Zaptec Go 3"


@pytest.mark.parametrize("leave", ["deleted", "transferred"])
def test_an_issue_that_is_gone_takes_its_branch_and_pull_request_along(stage, leave):
    issue = stage.submit(new_charger())
    stage.run(issue)
    if leave == "deleted":
        issue.delete()
    else:
        issue.transfer(to=stage.hub.repository("acme/other", files={"README.md": "Other"}))
    assert "cannot be reached" in stage.sweep()[0].fault
    assert only_pull_request(stage).state == "closed"
    assert set(stage.repository.branches) == {"main"}
    assert stage.sweep() == []


def test_what_a_person_has_taken_over_stays_when_the_issue_is_gone(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
    stage.repository.commit(
        {"README.md": text}, message="Better", branch="bot/issue-1", author=stage.maintainer
    )
    issue.delete()
    assert stage.run(issue) == DesiredState(Outcome.NOTHING)
    assert only_pull_request(stage).state == "open"


def test_issues_that_are_turned_off_are_not_gone(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.has_issues = False
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(issue)
    assert ["cannot be reached" in one.fault for one in stage.sweep()] == [True]
    assert not stage.hub.writes
    stage.repository.has_issues = True
    assert [one.is_settled for one in stage.sweep()] == [True]
    assert only_pull_request(stage).state == "open"


def test_a_locked_issue_without_pull_request_holds_nobody_up(stage):
    locked, second = stage.submit(new_charger()), stage.submit(new_charger())
    locked.lock()
    stage.run(second)
    assert only_pull_request(stage).state == "open"


def test_a_locked_issue_with_an_open_pull_request_keeps_its_claim(stage):
    locked, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(locked)
    locked.lock()
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{locked.number}")


def test_a_locked_issue_takes_its_pull_request_along_when_it_is_closed(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    said = stage.reply(issue).body
    issue.lock()
    issue.close(by=stage.maintainer)
    stage.run(issue)
    assert only_pull_request(stage).state == "closed"
    assert set(stage.repository.branches) == {"main"}
    assert stage.reply(issue).body == said
    assert stage.sweep()[0].is_settled


# A correction that names no entry


def test_a_correction_of_what_is_not_there_gets_the_nearest_names(stage):
    issue = stage.submit(correction(model="Zaptec Prom", notes="x"), "invalid")
    stage.run(issue)
    assert "The nearest is `Zaptec Pro`." in stage.reply(issue).body


# A branch without its pull request


def test_a_branch_without_pull_request_is_adopted(stage):
    issue = stage.submit(new_charger())
    stage.hub.fault(Refusal("createPullRequest", "UNPROCESSABLE", "Try again"), at=2)
    stage.hub.fault(KILLED, at=3)
    with pytest.raises(ProcessKilled):
        stage.run(issue)
    tip = stage.repository.branches["bot/issue-1"]
    stage.run(issue)
    assert only_pull_request(stage).head_sha == tip


# README.md is broken


def test_a_broken_list_is_a_red_run_and_the_submission_is_kept(stage):
    stage.repository.commit({"README.md": "# Nothing here\n"}, message="Break it")
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert isinstance(desired.fault, ReadmeError)
    assert stage.reply(issue).body.startswith("**Your submission is kept")
    stage.repository.commit({"README.md": LIST}, message="Fix it")
    stage.run(issue)
    assert only_pull_request(stage).state == "open"
    assert "**Pull request" in stage.reply(issue).body


def test_a_missing_list_is_a_red_run(stage):
    stage.repository.commit({"README.md": None}, message="Delete it")
    issue = stage.submit(new_charger())
    assert isinstance(stage.run(issue).fault, ReadmeError)
    assert stage.reply(issue).body.startswith("**Your submission is kept")


def test_a_list_too_large_for_the_query_is_read_whole(stage):
    filling = "<!--\n" + ("filling of the page\n" * 30_000) + "-->\n"
    stage.repository.commit({"README.md": LIST + filling}, message="Grow")
    stage.run(stage.submit(new_charger()))
    assert stage.list_on("bot/issue-1").endswith(filling)


# People decide


def test_a_closed_issue_takes_its_pull_request_along(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    assert only_pull_request(stage).state == "closed"
    assert "bot/issue-1" not in stage.repository.branches


def test_a_pull_request_that_has_outlived_its_branch_is_closed(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    del stage.repository.refs["refs/heads/bot/issue-1"]
    stage.run(issue)
    assert only_pull_request(stage).state == "closed"


def test_an_issue_opened_again_gets_its_old_pull_request_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Nothing is open for this issue any more.**")
    issue.reopen(by=stage.ada)
    stage.run(issue)
    assert only_pull_request(stage).state == "open"
    assert stage.repository.branches["bot/issue-1"] == only_pull_request(stage).head_sha


def test_where_the_old_pull_request_cannot_be_opened_again_there_is_a_new_one(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    old = only_pull_request(stage)
    issue.close(by=stage.ada)
    stage.run(issue)
    old.closed_for_good = True
    issue.reopen(by=stage.ada)
    stage.run(issue)
    (new,) = stage.repository.pull_requests("open")
    assert new is not old
    assert stage.list_on("bot/issue-1") != LIST
    assert not stage.pauses


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
    assert only_pull_request(stage).state == "open"


def test_a_page_instead_of_an_answer_is_no_answer(stage):
    issue = stage.submit(new_charger())
    stage.hub.fault(Reply(200, "<html>Unicorn!</html>"), where=lambda request: request.is_write)
    stage.run(issue)
    assert only_pull_request(stage).state == "open"
    assert stage.pauses == [1]


def test_an_answer_is_waited_for_longer_each_time_and_not_for_ever(stage):
    issue = stage.submit(new_charger())
    for at in range(1, 5):
        stage.hub.fault(SERVER_ERROR, at)
    with pytest.raises(MaintainerError, match="no clear answer"):
        stage.run(issue)
    assert stage.pauses == [1, 5, 15]
    assert len(stage.hub.requests) == 4


def test_a_commit_pushed_while_the_bot_runs_is_not_lost(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(notes="Other"))
    pushed: list[str] = []

    def push_before_the_branch_moves(request):
        if not pushed and "updateRefs" in str(request.body):
            text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
            pushed.append(
                stage.repository.commit({"README.md": text}, message="Better", branch="bot/issue-1")
            )

    stage.hub.before_each_request = push_before_the_branch_moves
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == pushed[0]
    assert "has taken over the branch" in stage.reply(issue).body


def test_a_commit_pushed_while_the_bot_takes_its_branch_away_is_not_lost(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    pushed: list[str] = []

    def push_before_the_branch_goes(request):
        if not pushed and "updateRefs" in str(request.body):
            pushed.append(
                stage.repository.commit({"LICENSE": "mine"}, message="Mine", branch="bot/issue-1")
            )

    stage.hub.before_each_request = push_before_the_branch_goes
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == pushed[0]


@pytest.mark.parametrize("awaited", ["/git/trees", "updateRefs", "updatePullRequest"])
def test_a_pull_request_that_is_merged_while_the_bot_runs_reports_what_was_merged(stage, awaited):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    pull = only_pull_request(stage)

    def merge_before_it(request):
        if pull.state == "open" and awaited in f"{request.path} {request.body}":
            pull.merge(by=stage.maintainer)

    stage.hub.before_each_request = merge_before_it
    stage.run(issue)
    merged = "Go 3" if awaited == "updatePullRequest" else "Go 2"  # what the branch was at
    assert f"| Zaptec {merged} |" in stage.list_on()
    assert (pull.title, f"Zaptec {merged}" in pull.body) == (f"Add Zaptec {merged}", True)


def test_a_pull_request_closed_by_a_person_is_a_decision_that_an_edit_does_not_undo(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).close(by=stage.maintainer)
    issue.edit(body=new_charger(notes="Please!"))
    stage.run(issue)
    assert only_pull_request(stage).state == "closed"
    assert "A maintainer has closed" in stage.reply(issue).body


def test_of_two_pull_requests_the_open_one_counts(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    ours = only_pull_request(stage)
    ours.close(by=stage.maintainer)
    stage.repository.open_pull_request(stage.maintainer, "bot/issue-1", "Mine", "").close(
        by=stage.maintainer
    )
    ours.reopen(by=stage.maintainer)
    stage.run(issue)
    assert stage.reply(issue).body.startswith(f"**Pull request #{ours.number}** ")


def test_a_pull_request_that_a_person_points_at_another_branch_is_left_alone(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    theirs = only_pull_request(stage)
    stage.repository.create_branch("next")
    theirs.retarget("next")
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    ours = stage.repository.pull_requests()[-1]
    assert [(pull.base, pull.state) for pull in (theirs, ours)] == [
        ("next", "open"),
        ("main", "open"),
    ]
    assert ("Other" in theirs.body, "Other" in ours.body) == (False, True)
    assert stage.reply(issue).body.startswith(f"**Pull request #{ours.number}** ")
    stage.run(issue)
    assert not stage.hub.writes


def test_a_label_put_on_anew_is_the_way_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).close(by=stage.maintainer)
    stage.run(issue)
    issue.remove_label("new-charger", by=stage.maintainer)
    stage.run(issue)
    assert "A maintainer has closed" in stage.reply(issue).body
    issue.add_label("new-charger", by=stage.maintainer)
    stage.run(issue)
    (pull,) = stage.repository.pull_requests("open")
    assert pull.title == "Add Zaptec Go 2"


def test_labels_of_other_kinds_put_on_later_hide_no_way_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).close(by=stage.maintainer)
    issue.remove_label("new-charger", by=stage.maintainer)
    issue.add_label("new-charger", by=stage.maintainer)
    issue.add_label("question", by=stage.maintainer)
    stage.run(issue)
    assert len(stage.repository.pull_requests("open")) == 1


def test_a_commit_of_a_person_on_the_branch_is_never_overwritten(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
    stage.repository.commit(
        {"README.md": text}, message="Better", branch="bot/issue-1", author=stage.maintainer
    )
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    assert "Zaptec Go Two" in stage.list_on("bot/issue-1")
    assert stage.reply(issue).body.startswith("**`maintainer` has taken over")


def test_a_branch_on_which_a_person_has_deleted_the_list_is_theirs(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    theirs = stage.repository.commit(
        {"README.md": None}, message="Away", branch="bot/issue-1", author=stage.maintainer
    )
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == theirs
    assert stage.reply(issue).body.startswith("**`maintainer` has taken over")


def test_a_branch_that_a_person_has_begun_anew_is_theirs(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    objects, stamp = (
        stage.repository.objects,
        Stamp("maintainer", "maintainer@example.org", 1_800_000_000),
    )
    tree = objects.tree_of(stage.repository.branches["bot/issue-1"])
    theirs = objects.add_commit(tree, [], "Anew", stamp, stamp)
    stage.repository.set_ref("refs/heads/bot/issue-1", theirs)
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == theirs
    assert stage.reply(issue).body.startswith("**`maintainer` has taken over")


@pytest.mark.parametrize(
    "amend", [lambda message: message.replace("Add", "Add, at last,"), "{} and more".format]
)
def test_a_commit_whose_message_a_person_has_amended_is_theirs(stage, amend):
    issue = stage.submit(new_charger())
    stage.run(issue)
    objects = stage.repository.objects
    tip = stage.repository.branches["bot/issue-1"]
    message = amend(objects.commit(tip).message.decode())
    stamp = Stamp("maintainer", "maintainer@example.org", 1_800_000_000)
    amended = objects.add_commit(objects.tree_of(tip), objects.parents(tip), message, stamp, stamp)
    stage.repository.set_ref("refs/heads/bot/issue-1", amended)
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == amended
    assert "has taken over the branch" in stage.reply(issue).body


def test_a_commit_whose_change_a_person_has_amended_is_theirs(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
    amended = stage.repository.amend({"README.md": text}, "bot/issue-1", by=stage.maintainer)
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == amended
    assert "`maintainer` has taken over the branch" in stage.reply(issue).body


@pytest.mark.parametrize(
    ("name", "mail", "called"),
    [
        ("Ada Lovelace", "{maintainer}", "`maintainer`"),
        ("Grace Hopper", "grace@elsewhere.example", "`Grace Hopper`"),
        ("", "", "`somebody`"),
        ("In the name of the bot", "{bot}", "`somebody`"),
    ],
)
def test_who_has_taken_a_branch_over_is_reported_by_login_or_name_or_not_at_all(
    stage, name, mail, called
):
    issue = stage.submit(new_charger())
    stage.run(issue)
    objects, tip = stage.repository.objects, stage.repository.branches["bot/issue-1"]
    stamp = Stamp(
        name,
        mail.format(maintainer=stage.maintainer.email, bot=stage.hub.viewer.email),
        1_800_000_000,
    )
    theirs = objects.add_commit(objects.tree_of(tip), [tip], "Nothing", stamp, stamp)
    stage.repository.set_ref("refs/heads/bot/issue-1", theirs)
    stage.run(issue)
    assert stage.reply(issue).body.startswith(f"**{called} has taken over")


def test_a_list_that_is_not_utf_8_is_not_damaged(stage):
    stage.repository.commit({"README.md": LIST.encode() + b"<!-- caf\xe9 -->"}, message="Latin 1")
    with pytest.raises(ReadmeError, match="not UTF-8"):
        stage.run(stage.submit(new_charger()))
    assert set(stage.repository.branches) == {"main"}


def test_labels_are_the_same_in_any_case(stage):
    stage.repository.labels.clear()
    stage.repository.add_label("New-Charger")
    issue = stage.submit(new_charger(), "New-Charger")
    stage.run(issue)
    stage.run(issue)
    assert not stage.hub.writes


def test_a_strangers_pull_request_cancels_no_earlier_claim(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    fork = stage.repository.fork(stage.ada)
    fork.commit({"README.md": "mine"}, message="Mine", branch="mine", author=stage.ada)
    theirs = stage.repository.open_pull_request(
        stage.ada, "mine", "Mine", f"Closes #{first.number}", fork=fork
    )
    theirs.close(by=stage.ada)
    stage.run(second)
    assert len(stage.repository.pull_requests("open")) == 1


def test_a_crowd_of_strangers_pull_requests_hides_not_what_a_person_has_declined(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    only_pull_request(stage).close(by=stage.maintainer)
    fork = stage.repository.fork(stage.ada)
    fork.commit({"README.md": "mine"}, message="Mine", branch="mine", author=stage.ada)
    for _ in range(20):
        stage.repository.open_pull_request(
            stage.ada, "mine", "Mine", f"Closes #{first.number}", fork=fork
        ).close()
    stage.run(second)
    assert [pull.head for pull in stage.repository.pull_requests("open")] == ["bot/issue-2"]


@pytest.mark.parametrize(("from_a_fork", "branch"), [(True, "bot/issue-1"), (False, "mine")])
def test_nor_does_one_that_is_closed_before_the_bot_has_looked(stage, from_a_fork, branch):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    fork = stage.repository.fork(stage.ada) if from_a_fork else None
    (fork or stage.repository).commit(
        {"README.md": "mine"}, message="Mine", branch=branch, author=stage.ada
    )
    closing = f"Closes #{first.number}"
    stage.repository.open_pull_request(stage.ada, branch, "Mine", closing, fork=fork).close(
        by=stage.ada
    )
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")


def test_what_was_said_does_not_stay_after_the_issue_is_closed(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Nothing is open for this issue any more.**")


def test_a_merged_rename_ends_with_a_link_to_the_new_name(stage):
    issue = stage.submit(correction("Rename the model", new_model="Zaptec Pro X"), "invalid")
    stage.run(issue)
    only_pull_request(stage).merge(by=stage.maintainer)
    stage.run(issue)
    assert ":~:text=Zaptec%20Pro%20X" in stage.reply(issue).body


def test_another_label_put_on_and_off_is_no_way_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).close(by=stage.maintainer)
    issue.add_label("invalid", by=stage.maintainer)
    issue.remove_label("invalid", by=stage.maintainer)
    stage.run(issue)
    assert not stage.repository.pull_requests("open")


def test_a_merge_that_does_not_close_the_issue_is_a_merge_all_the_same(stage):
    issue = stage.submit(correction("Remove the entry"), "invalid")
    stage.run(issue)
    only_pull_request(stage).edit(body="")
    only_pull_request(stage).merge(by=stage.maintainer)
    stage.run(issue)
    assert issue.state == "open"
    assert "is merged: the list has your change" in stage.reply(issue).body
    assert issue.label_names == ["invalid"]


def test_what_was_merged_and_taken_back_is_proposed_anew_once_the_issue_is_opened_again(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).merge(by=stage.maintainer)
    stage.repository.commit({"README.md": LIST}, message="Take it back")
    issue.reopen(by=stage.ada)
    stage.run(issue)
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]


def test_a_merged_pull_request_ends_with_a_link_to_the_row(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).merge(by=stage.maintainer)
    stage.run(issue)
    assert issue.state == "closed"
    assert "README.md#zaptec:~:text=Zaptec%20Go%202" in stage.reply(issue).body
    assert "bot/issue-1" not in stage.repository.branches


def test_a_branch_to_which_a_person_pushes_after_the_merge_stays(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    only_pull_request(stage).merge(by=stage.maintainer)
    theirs = stage.repository.commit(
        {"LICENSE": "mine"}, message="Mine", branch="bot/issue-1", author=stage.maintainer
    )
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == theirs
    assert "is merged: the list has your change" in stage.reply(issue).body


def test_a_pull_request_from_a_fork_with_the_same_branch_name_is_not_ours(stage):
    fork = stage.repository.fork(stage.ada)
    text = LIST.replace("Zaptec Pro", "Zaptec Hacked")
    fork.commit({"README.md": text}, message="Mine", branch="bot/issue-2", author=stage.ada)
    theirs = stage.repository.open_pull_request(stage.ada, "bot/issue-2", "Mine", "", fork=fork)
    issue = stage.submit(new_charger())
    stage.run(issue)
    ours = [pull for pull in stage.repository.pull_requests() if pull is not theirs]
    assert [pull.title for pull in ours] == ["Add Zaptec Go 2"]
    assert theirs.title == "Mine"


def test_a_marker_that_somebody_else_writes_is_not_the_bots_comment(stage):
    issue = stage.submit(new_charger())
    issue.comment("**All fine** <!-- charger-bot: status -->", by=stage.ada)
    stage.run(issue)
    assert len(issue.comments) == 2
    assert issue.comments[0].body.startswith("**All fine**")


def test_another_workflow_that_quotes_the_marker_does_not_write_the_bots_comment(stage):
    issue = stage.submit(new_charger())
    quoting = issue.comment(
        "It said:\n> **Fine** <!-- charger-bot: status -->\n\nIs it?", by=stage.hub.viewer
    )
    stage.run(issue)
    assert issue.comments[0].body == quoting.body
    assert issue.comments[1].body.startswith("**Pull request")


def test_a_crowd_of_submissions_hides_no_earlier_claim(stage):
    stage.repository.add_collaborator(stage.ada)  # who has no cap
    for _ in range(100):
        stage.submit("Please add mine!")
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")


def test_a_crowd_of_strangers_pull_requests_hides_no_decision(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    ours = only_pull_request(stage)
    ours.close(by=stage.maintainer)
    fork = stage.repository.fork(stage.ada)
    fork.commit({"README.md": "mine"}, message="Mine", branch="bot/issue-1", author=stage.ada)
    for _ in range(60):
        stage.repository.open_pull_request(stage.ada, "bot/issue-1", "Mine", "", fork=fork).close(
            by=stage.ada
        )
    issue.edit(body=new_charger(notes="Please!"))
    stage.run(issue)
    assert "A maintainer has closed" in stage.reply(issue).body
    assert not stage.repository.pull_requests("open")


def test_a_crowd_of_comments_hides_not_the_bots_own(stage):
    issue = stage.submit(new_charger())
    for n in range(120):
        issue.comment(f"Comment {n}", by=stage.ada)
    stage.run(issue)
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Pull request")
    stage.sweep()
    assert not stage.hub.writes


def test_a_draft_is_ready_again_although_a_person_took_the_label_off(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.remove_label("needs-info", by=stage.maintainer)
    issue.edit(body=new_charger())
    stage.run(issue)
    assert not only_pull_request(stage).draft


def test_a_second_comment_that_two_runs_at_once_have_made_goes(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.comment(stage.reply(issue).body, by=stage.hub.viewer)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Pull request")


def test_a_label_that_goes_while_the_bot_takes_it_off_is_gone(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.edit(body=new_charger())

    def take_it_off_before(request):
        if "removeLabels" in str(request.body) and "needs-info" in issue.label_names:
            issue.remove_label("needs-info", by=stage.maintainer)

    stage.hub.before_each_request = take_it_off_before
    stage.run(issue)
    assert issue.label_names == ["new-charger"]


def test_an_issue_without_a_kind_label_is_left_alone(stage):
    issue = stage.submit(filled_in(Kind.ADD, brand="Zaptec"), "question")
    stage.run(issue)
    assert not stage.hub.writes
