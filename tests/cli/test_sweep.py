"""The list moves and events get lost: the sweep brings every submission to where it should be."""

from bot.github.queries import PAGE
from tests.charger_list import LIST
from tests.octofake.pulls import PullRequest
from tests.stage import Stage, correction, new_charger


def merge(stage: Stage, pull: PullRequest) -> None:
    assert pull.mergeable, "an open pull request of the bot conflicts"
    pull.merge(by=stage.maintainer)


def test_open_pull_requests_never_conflict_however_many_are_merged(stage):
    stage.submit_many(12)
    stage.sweep()
    while pulls := stage.repository.pull_requests("open"):
        merge(stage, pulls[len(pulls) // 2])
        stage.sweep()
    assert stage.list_on().count("| Nordlicht ") == 12


def test_lost_events_are_made_good(stage):
    new, invalid, closed, declined = (
        stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(2, 6)
    )
    stage.run(closed)
    stage.run(declined)
    invalid.edit(body="no form")
    closed.close(by=stage.ada)
    next(pull for pull in stage.repository.pull_requests() if "5" in pull.title).close(
        by=stage.maintainer
    )
    stage.sweep()
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]
    assert "needs-info" in invalid.label_names
    assert "A maintainer has closed" in stage.reply(declined).body
    assert set(stage.repository.branches) == {
        "main",
        f"bot/issue-{new.number}",
        f"bot/issue-{declined.number}",
    }


def test_a_decline_heard_by_the_sweep_is_no_reason_to_read_all_issues_again(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.pull_requests()[0].close(by=stage.maintainer)
    stage.hub.clear_requests()
    stage.sweep()
    assert "A maintainer has closed" in stage.reply(issue).body
    operations = [request.operation for request in stage.hub.requests]
    assert operations[-1] == "deleteIssueComment"


def test_an_issue_in_front_that_is_valid_at_last_is_waited_for_at_once(stage):
    first, second = stage.submit(new_charger(ocpp_versions="1.6")), stage.submit(new_charger())
    stage.run(first)
    stage.run(second)
    first.edit(body=new_charger())
    stage.sweep()
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")
    assert len(stage.repository.pull_requests("open")) == 1
    stage.sweep()
    assert not stage.hub.writes


def test_a_merge_whose_event_was_lost_gets_its_thanks(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    merge(stage, stage.repository.pull_requests()[0])
    stage.sweep()
    assert "is merged: the list has your change" in stage.reply(issue).body


def test_a_branch_of_an_issue_closed_long_ago_is_found(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    for n in range(PAGE + 10):
        stage.submit(new_charger(models=f"Zaptec Go {n + 3}")).close(by=stage.ada)
    stage.sweep()
    assert set(stage.repository.branches) == {"main"}


def test_a_label_that_did_not_exist_is_put_on(stage):
    bare = Stage()
    bare.repository.labels.clear()
    issue = bare.submit(new_charger(brand="Easee", models="Home"), title="New brand: Easee")
    assert issue.label_names == []
    bare.sweep()
    assert issue.label_names == ["new-brand"]
    assert [pull.title for pull in bare.repository.pull_requests("open")] == ["Add brand Easee"]


def test_a_label_that_a_person_took_off_stays_off(stage):
    issue = stage.submit(new_charger())
    issue.remove_label("new-charger", by=stage.maintainer)
    stage.sweep()
    assert issue.label_names == []
    assert not stage.hub.writes


def test_one_bad_issue_never_stops_the_others(stage):
    locked, good = stage.submit(new_charger(models="#")), stage.submit(new_charger())
    locked.lock()
    swept = stage.sweep()
    assert "cannot be reached" in swept[0].error
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]
    assert good.label_names == ["new-charger"]


def test_a_broken_list_is_reported_each_time_and_written_once(stage):
    issue = stage.submit(new_charger())
    stage.repository.commit({"README.md": "# Nothing\n"}, message="Break it")
    assert "README.md" in stage.sweep()[0].error
    assert "README.md" in stage.sweep()[0].error
    assert not stage.hub.writes
    assert stage.reply(issue).body.startswith("**Your submission is kept")


def test_branches_beyond_the_first_hundred_are_found(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    for _ in range(30):
        stage.submit("Hello").close(by=stage.ada)
    for n in range(100):
        stage.repository.create_branch(f"bot/issue-0{n}", by=stage.maintainer)
    stage.sweep()
    assert "bot/issue-1" not in stage.repository.branches


def test_only_the_name_that_the_bot_gives_makes_a_branch_the_bots(stage):
    for name in (
        "bot/issue-007",
        "bot/issue-0",
        "bot/issue-7-again",
        "BOT/issue-7",
        "my-bot/issue-7",
    ):
        stage.repository.create_branch(name, by=stage.maintainer)
    assert stage.sweep() == []


def test_two_corrections_of_one_entry_follow_each_other(stage):
    stage.submit(correction(notes="First"), "invalid")
    stage.submit(correction(communication="Cloud, Direct"), "invalid")
    stage.sweep()
    merge(stage, stage.repository.pull_requests("open")[0])
    stage.sweep()
    merge(stage, stage.repository.pull_requests("open")[0])
    assert "| Zaptec Pro | 1.6J | ☁️ Cloud / 🔌 Direct | First |" in stage.list_on()


def test_the_list_of_the_stage_is_not_touched(stage):
    stage.submit(new_charger())
    stage.sweep()
    assert stage.list_on() == LIST


def test_a_merge_without_its_branch_gets_its_thanks_among_many_closed_issues(stage):
    issue = stage.submit(new_charger())
    for n in range(PAGE):
        stage.submit(new_charger(models=f"Zaptec Go {n + 3}")).close(by=stage.ada)
    stage.run(issue)
    stage.repository.delete_branch_on_merge = True
    merge(stage, stage.repository.pull_requests("open")[0])
    stage.sweep()
    assert "is merged: the list has your change" in stage.reply(issue).body


def list_of(brands: int) -> str:
    """A list of brands with three rows each."""
    head = "| Model | OCPP Version | Communication | Notes | Source |\n|" + " --- |" * 5 + "\n"
    text = "# List\n\n## EV Charger List\n"
    for number in range(brands):
        rows = (f"| Maker {number} {m} | 1.6J | ☁️ Cloud |  | Source needed! |\n" for m in "AMZ")
        text += f"\n### Maker {number}\n\n{head}{''.join(rows)}"
    return text


def test_after_a_merge_only_what_would_conflict_is_moved():
    stage = Stage(list_of(10))
    for n in range(20):
        body = new_charger(brand=f"Maker {n % 10}", models=f"Model {n}")
        stage.repository.open_issue(stage.hub.user(f"person-{n}"), "New", body, ["new-charger"])
    stage.sweep()
    tips = dict(stage.repository.branches)
    pulls = stage.repository.pull_requests("open")
    merge(stage, pulls[0])
    conflicting = {
        pull.head for pull in stage.repository.pull_requests("open") if not pull.mergeable
    }
    stage.sweep()
    moved = {
        branch
        for branch, tip in stage.repository.branches.items()
        if branch != "main" and tips[branch] != tip
    }
    assert moved == conflicting
    assert len(moved) == 1
    assert all(pull.mergeable for pull in stage.repository.pull_requests("open"))
