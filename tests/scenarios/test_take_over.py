"""A person pushes to the branch of an issue."""

import pytest

from tests.octofake.objects import Stamp
from tests.stage import new_charger


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


def test_a_branch_to_which_a_person_pushes_after_the_merge_stays(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().merge(by=stage.maintainer)
    theirs = stage.repository.commit(
        {"LICENSE": "mine"}, message="Mine", branch="bot/issue-1", author=stage.maintainer
    )
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == theirs
    assert "is merged: the list has your change" in stage.reply(issue).body


def test_a_pull_request_that_a_person_points_at_another_branch_is_left_alone(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    theirs = stage.pull_request()
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
