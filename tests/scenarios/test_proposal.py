"""A submission is valid, edited, no longer valid, or valid again."""

import pytest

from bot.decision.decision import Outcome
from bot.errors import MaintainerError
from tests.charger_list import LIST
from tests.octofake import KILLED, ProcessKilled
from tests.octofake.faults import Refusal
from tests.octofake.objects import Stamp
from tests.stage import correction, new_charger

ROW = "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | [www.zaptec.com](https://www.zaptec.com/go2) |"


def test_a_valid_submission_becomes_a_pull_request(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    pull = stage.pull_request()
    assert (pull.state, pull.draft, pull.title) == ("open", False, "Add Zaptec Go 2")
    assert pull.label_names == ["new-charger"]
    assert f"\nCloses #{issue.number}\n" in pull.body
    assert stage.reply(issue).body.startswith(f"**Pull request #{pull.number}** ")


def test_the_pull_request_leads_to_the_page_for_maintainers_where_there_is_one(stage):
    first = stage.submit(new_charger())
    stage.run(first)
    assert "MAINTAINING" not in stage.pull_request().body
    stage.repository.commit({"MAINTAINING.md": "Close it."}, message="Explain")
    second = stage.submit(new_charger("Go 3"))
    stage.run(second)
    guide = "(https://github.com/acme/list/blob/main/MAINTAINING.md)"
    assert guide in stage.repository.pull_requests()[-1].body


def test_the_branch_is_one_commit_on_the_default_branch_that_changes_only_the_list(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    (commit,) = stage.pull_request().commits
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
    (commit,) = stage.pull_request().commits
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
    (commit,) = stage.pull_request().commits
    *_, asked, seal = stage.repository.objects.commit(commit).message.decode().split("\n\n")
    assert asked == f"Asked for in #{issue.number}."
    assert seal.startswith("Bot-Commit: ")


def test_a_new_brand_gets_its_section_and_the_label_of_what_it_is(stage):
    stage.run(stage.submit(new_charger(brand="Easee", models="Home\nCharge")))
    pull = stage.pull_request()
    assert (pull.title, pull.label_names) == ("Add brand Easee", ["new-brand"])
    assert "### Easee" in stage.list_on("bot/issue-1")


def test_a_correction_becomes_a_pull_request(stage):
    stage.run(stage.submit(correction(communication="Cloud, Direct"), "invalid"))
    pull = stage.pull_request()
    assert (pull.title, pull.label_names) == ("Correct Zaptec Pro", ["invalid"])


def test_an_edit_rebuilds_the_branch_and_the_same_pull_request_follows(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    pull = stage.pull_request()
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    stage.run(issue)
    assert stage.pull_request() is pull
    assert pull.title == "Add Zaptec Go 3"
    assert len(pull.commits) == 1
    assert "Zaptec Go 2 " not in stage.list_on("bot/issue-1")
    assert "Zaptec Go 3" in stage.reply(issue).body


def test_an_edit_that_changes_the_kind_changes_the_label(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(brand="Easee", models="Home"))
    stage.run(issue)
    assert stage.pull_request().label_names == ["new-brand"]


def test_an_open_pull_request_becomes_a_draft_while_the_answers_are_not_valid(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    desired = stage.run(issue)
    pull = stage.pull_request()
    assert desired.outcome is Outcome.REPLY
    assert (pull.state, pull.draft) == ("open", True)
    assert "needs-info" in issue.label_names
    assert stage.reply(issue).body.startswith("Thank you, @ada! **One thing needs another look.**")
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
    stage.pull_request().convert_to_draft(stage.maintainer)
    issue.edit(body=new_charger(notes="Needs a new firmware"))
    stage.run(issue)
    assert stage.pull_request().draft


def test_without_drafts_the_pull_request_is_closed_until_the_answers_are_valid(stage):
    stage.repository.has_drafts = False
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    pull = stage.pull_request()
    assert (pull.state, pull.draft) == ("closed", False)
    assert "draft" not in stage.reply(issue).body
    stage.run(issue)
    assert not stage.hub.writes

    issue.edit(body=new_charger(notes="Fixed"))
    stage.run(issue)
    assert stage.pull_request().state == "open"
    assert "Fixed" in stage.list_on("bot/issue-1")


def test_without_drafts_a_rule_that_keeps_the_branch_is_named_once(stage):
    stage.repository.has_drafts = False
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.rules = {"deletion"}
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    assert "protected ref" in str(stage.run(issue).error)
    assert stage.reply(issue).body.startswith("Thank you, @ada! **One thing needs another look.**")
    assert stage.pull_request().state == "closed"
    assert stage.at_rest(issue) == "refused"
    assert [one.is_settled for one in stage.sweep()] == [True]
    issue.edit(body=new_charger(notes="Fixed"))
    assert stage.at_rest(issue) == "proposed"
    assert stage.pull_request().state == "open"


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
    assert stage.pull_request().state == "open"
    assert issue.label_names == ["new-charger"]


def test_a_draft_is_ready_again_although_a_person_took_the_label_off(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.remove_label("needs-info", by=stage.maintainer)
    issue.edit(body=new_charger())
    stage.run(issue)
    assert not stage.pull_request().draft


def test_a_branch_without_pull_request_is_adopted(stage):
    issue = stage.submit(new_charger())
    stage.hub.fault(Refusal("createPullRequest", "UNPROCESSABLE", "Try again"), at=2)
    stage.hub.fault(KILLED, at=3)
    with pytest.raises(ProcessKilled):
        stage.run(issue)
    tip = stage.repository.branches["bot/issue-1"]
    stage.run(issue)
    assert stage.pull_request().head_sha == tip
