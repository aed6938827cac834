"""Issues, comments and labels."""

import github
import pytest
from github import Github
from github.Repository import Repository as Client

from tests.octofake import (
    OctoFake,
)
from tests.octofake.asking import (
    ask,
    propose,
    refused,
)
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository


def test_an_issue_is_read_and_changed(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    shown = api.get_issue(1)
    assert (shown.user.login, [label.name for label in shown.labels]) == ("ada", ["new-charger"])
    shown.edit(title="Other", state="closed", state_reason="not_planned", labels=["invalid"])
    assert (issue.title, issue.state_reason, issue.label_names) == (
        "Other",
        "not_planned",
        ["invalid"],
    )
    shown.edit(state="open")
    assert issue.state == "open"


@pytest.mark.models("a form's unknown label is dropped silently; REST makes an unknown label")
def test_a_forms_unknown_label_is_dropped_silently(hub: OctoFake, repo: Repository):
    assert repo.open_issue(hub.user("ada"), "T", "B", labels=["nope", "invalid"]).label_names == [
        "invalid"
    ]


def test_issues_are_listed_with_pull_requests(
    hub: OctoFake, repo: Repository, issue: Issue, api: Client
):
    propose(hub, repo)
    repo.open_issue(hub.user("ada"), "Second", None).close()
    assert [(i.number, i.pull_request is not None) for i in api.get_issues()] == [
        (2, True),
        (1, False),
    ]
    assert [
        i.number for i in api.get_issues(state="all", labels=["new-charger"], direction="asc")
    ] == [1]


@pytest.mark.models("REST pages with `Link`; GraphQL cursors stay valid when items come and go")
def test_long_lists_come_in_pages(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    for number in range(45):
        issue.comment(f"comment {number}", by=hub.user("ada"))
    assert [comment.body for comment in api.get_issue(1).get_comments()] == [
        f"comment {n}" for n in range(45)
    ]


def test_a_comment_is_written_changed_and_deleted(hub: OctoFake, issue: Issue, api: Client):
    comment = api.get_issue(1).create_comment("first")
    comment.edit("second")
    assert [(c.body, c.author, c.id) for c in issue.comments] == [
        ("second", hub.viewer, comment.id)
    ]
    comment.delete()
    assert issue.comments == []
    with refused(404, "Not Found"):
        comment.edit("third")


@pytest.mark.models("bodies hold 65,536 characters (422, with another wording for comments)")
def test_bodies_have_a_limit(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    issue.edit(body="x" * 65_536)
    with refused(422, "Body is too long (maximum is 65536 characters)"):
        api.get_issue(1).create_comment("x" * 65_537)
    with refused(422, "body is too long (maximum is 65536 characters)"):
        api.get_issue(1).edit(body="x" * 65_537)
    repo.commit({"README.md": "x"}, branch="b")
    with refused(422, "body is too long (maximum is 65536 characters)"):
        api.create_pull(base="main", head="b", title="T", body="x" * 65_537)
    with refused(422, "Body cannot be blank"):
        api.get_issue(1).create_comment(" ")


@pytest.mark.models(
    "locked: `Unable to create comment because issue is locked.` (403), but not for collaborators"
)
def test_a_locked_issue_takes_no_comment_but_of_collaborators(
    hub: OctoFake, repo: Repository, issue: Issue, api: Client
):
    issue.lock()
    with refused(403, "Unable to create comment because issue is locked."):
        api.get_issue(1).create_comment("hello")
    hub.viewer = hub.user("mia")
    repo.add_collaborator(hub.viewer)
    api.get_issue(1).create_comment("hello")
    assert len(issue.comments) == 1


@pytest.mark.models(
    "deleted: 410; transferred: 301 to `/repositories/ID/...`; GraphQL finds neither"
)
def test_a_deleted_issue_is_gone(issue: Issue, api: Client, gh: Github):
    issue.delete()
    with refused(410, "This issue was deleted"):
        _ = api.get_issue(1).title
    with pytest.raises(
        github.UnknownObjectException, match="Could not resolve to an Issue with the number of 1"
    ):
        ask(gh, "issue(number: 1) { id }")


@pytest.mark.models(
    "deleted: 410; transferred: 301 to `/repositories/ID/...`; GraphQL finds neither"
)
def test_a_transferred_issue_redirects(hub: OctoFake, issue: Issue, api: Client, gh: Github):
    other = hub.repository("octo/other")
    other.permissions = {}
    issue.transfer(to=other)
    assert api.get_issue(1).title == "Add a charger"
    assert api.get_issue(1).html_url == "https://github.com/octo/other/issues/1"
    with refused(403, "Resource not accessible by integration"):
        api.get_issue(1).create_comment("hello")
    with pytest.raises(github.UnknownObjectException):
        ask(gh, "issue(number: 1) { id }")


@pytest.mark.models("a form's unknown label is dropped silently; REST makes an unknown label")
def test_labels_on_an_issue(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    shown = api.get_issue(1)
    shown.add_to_labels("INVALID", "brand new")
    assert issue.label_names == ["new-charger", "invalid", "brand new"]
    assert repo.label("Brand New")
    shown.remove_from_labels("new-charger")
    with refused(404, "Label does not exist"):
        shown.remove_from_labels("new-charger")
    shown.set_labels("new-charger")
    assert [label.name for label in shown.get_labels()] == ["new-charger"]


@pytest.mark.models("names of labels ignore case")
def test_labels_of_the_repository(repo: Repository, api: Client):
    api.create_label("needs-info", "d876e3", "Something is missing")
    with refused(422, "already_exists"):
        api.create_label("Needs-Info", "d876e3")
    api.get_label("needs-info").edit("needs-info", "ffffff")
    assert [(label.name, label.color) for label in api.get_labels()][-1] == (
        "new-charger",
        "ededed",
    )
    assert api.get_label("NEEDS-INFO").color == "ffffff"
    with refused(404, "Not Found"):
        _ = api.get_label("nope").color
