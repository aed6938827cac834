"""A submission waits for another one."""

import pytest

from tests.stage import correction, new_charger


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
    stage.pull_request().close(by=stage.maintainer)
    text = f"Closes #{first.number}"
    stage.repository.open_pull_request(
        stage.maintainer, f"bot/issue-{first.number}", "Add it", text
    )
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")


def test_it_is_taken_up_once_the_earlier_pull_request_is_declined(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    stage.pull_request().close(by=stage.maintainer)
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
    assert stage.pull_request().title == "Add Zaptec Go 2"


def test_an_earlier_issue_that_the_list_would_refuse_holds_nobody_up(stage):
    refused = stage.submit(new_charger(brand="Zaptek", models="Go 2"))
    third = stage.submit(new_charger(brand="Zaptek", models="Go 2"), "new-brand")
    stage.run(third)
    assert stage.pull_request().title == "Add brand Zaptek"
    stage.run(refused)
    assert "needs-info" in refused.label_names


def test_a_reviewer_sees_what_else_is_open_for_the_brand(stage):
    first = stage.submit(correction(notes="First"), "invalid")
    stage.run(stage.submit(correction("Remove the entry"), "invalid"))
    stage.run(stage.submit(new_charger()))
    removal, addition = stage.repository.pull_requests("open")
    assert f"Other open submissions for this brand: #{first.number}." in removal.body
    assert f"Other open submissions for this brand: #{first.number} and #2." in addition.body


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
def test_a_maintainer_has_no_limit(stage, association):
    stage.repository.add_collaborator(stage.ada, association)
    issues = [stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(2, 8)]
    stage.run(issues[5])
    assert stage.pull_request().title == "Add Zaptec Go 7"


def test_whose_pull_request_was_merged_once_has_a_cap_still(stage):
    stage.repository.associations[stage.ada.login] = "CONTRIBUTOR"
    issues = [stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(2, 8)]
    stage.run(issues[5])
    assert stage.reply(issues[5]).body.startswith("**Your submission waits in the queue.**")
