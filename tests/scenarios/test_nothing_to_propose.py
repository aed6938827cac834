"""A submission for which there is nothing to propose."""

import pytest

from tests.charger_list import FORMS, LIST
from tests.stage import correction, new_charger

ROW = "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | [www.zaptec.com](https://www.zaptec.com/go2) |"


def escaped(row: str) -> str:
    return row.replace("[www.", r"[www\.")


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


def test_what_only_a_maintainer_can_change_gets_no_label(stage):
    issue = stage.submit(new_charger(), "invalid")
    assert stage.at_rest(issue) == "for_maintainer"
    assert issue.label_names == ["invalid"]
    issue.remove_label("invalid", by=stage.maintainer)
    issue.add_label("new-charger", by=stage.maintainer)
    assert stage.at_rest(issue) == "proposed"
    assert stage.heard(issue) == ["for_maintainer", "proposed"]


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
    assert stage.pull_request().state == "closed"
    assert "bot/issue-1" not in stage.repository.branches
    assert "duplicate" in issue.label_names


def test_a_correction_of_what_is_not_there_gets_the_nearest_names(stage):
    issue = stage.submit(correction(model="Zaptec Prom", notes="x"), "invalid")
    stage.run(issue)
    assert "The nearest is `Zaptec Pro`." in stage.reply(issue).body
