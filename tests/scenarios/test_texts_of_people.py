"""A person gives a title or a text."""

import pytest

from bot.decision.decision import Status
from tests.charger_list import LIST
from tests.stage import new_charger


def test_a_bare_title_becomes_that_of_the_pull_request(stage):
    issue = stage.propose()
    assert issue.title == "New charger: Zaptec Go 2"
    own = stage.submit(new_charger(models="Zaptec Go 3"), title="My charger")
    stage.run(own)
    assert own.title == "My charger"


def test_a_title_that_a_person_has_given_stays_until_the_submission_changes(stage):
    issue = stage.propose()
    (pull,) = stage.repository.pull_requests()
    pull.edit(title="The better one", by=stage.maintainer)
    stage.run(issue)
    assert not stage.hub.writes
    stage.repository.commit(
        {"README.md": LIST.replace("Zaptec Pro |", "Zaptec Pro X |")}, message="Others"
    )
    stage.run(issue)
    assert pull.title == "The better one"
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    assert stage.at_rest(issue) == Status.PROPOSED
    assert pull.title == "Add Zaptec Go 3"


@pytest.mark.parametrize("keeps_last_line", [True, False])
def test_a_text_that_a_person_has_written_stays_until_the_submission_changes(
    stage, keeps_last_line
):
    issue = stage.propose()
    (pull,) = stage.repository.pull_requests()
    last = pull.body.rpartition("\n\n")[2]
    assert last.startswith("<!-- charger-bot: written for ")
    mine = f"Closes #1\n\n{last if keeps_last_line else ''}"
    pull.edit(body=mine, by=stage.maintainer)
    stage.run(issue)
    assert pull.body == mine
    issue.edit(body=new_charger(notes="Other"))
    assert stage.at_rest(issue) == Status.PROPOSED
    assert "Other" in pull.body
