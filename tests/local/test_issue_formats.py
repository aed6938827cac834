"""One issue in each format: Markdown with front matter, as `gh` prints it, as a webhook has it."""

import json
from collections.abc import Callable

import pytest

from bot.forms.issue import Issue
from bot.local.issue_file import read_issues
from tests.command_line import BODY, markdown
from tests.octofake.hub import OctoFake
from tests.stage import new_charger

LABELS = ("new-charger",)


def as_markdown(body: str, *, is_open: bool) -> str:
    title = "New charger: "
    return markdown(body, title=title, author="ada", state="open" if is_open else "closed")


def as_gh_prints_it(body: str, *, is_open: bool) -> str:
    """`gh issue view 12 --json number,title,body,labels,author,state`."""
    label = {"id": "LA_kwDO", "name": "new-charger", "description": "", "color": "ededed"}
    author = {"id": "MDQ6VXNlcjE=", "is_bot": False, "login": "ada", "name": "Ada"}
    issue = {
        "author": author,
        "body": body,
        "labels": [label],
        "number": 12,
        "state": "OPEN",
        "title": "New charger: ",
    }
    return json.dumps(issue if is_open else issue | {"state": "CLOSED"})


def as_a_webhook(body: str, *, is_open: bool) -> str:
    hub = OctoFake()
    repository = hub.repository("acme/list", labels=["new-charger"])
    for _ in range(11):
        repository.open_issue(hub.user("ada"), "Another", "")
    issue = repository.open_issue(hub.user("ada"), "New charger: ", body, labels=["new-charger"])
    if not is_open:
        issue.close(by=hub.user("ada"))
    return json.dumps(hub.event(issue, "opened" if is_open else "closed"))


def read(text: str) -> Issue:
    ((name, issue),) = read_issues(text.encode(), "a file")
    assert name == "a file"
    return issue


@pytest.mark.parametrize("written", [as_markdown, as_gh_prints_it, as_a_webhook])
@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_issue_is_the_same_in_each_format(written: Callable[..., str], is_open: bool, ends: str):
    body = BODY.replace("\n", ends)
    found = read(written(body, is_open=is_open))
    assert found.author
    assert found.author.login == "ada"
    assert found == Issue(12, "New charger: ", body, LABELS, found.author, is_open)


def test_only_a_webhook_has_the_number_of_the_account():
    for written, has_id in ((as_markdown, False), (as_gh_prints_it, False), (as_a_webhook, True)):
        author = read(written(BODY, is_open=True)).author
        assert author
        assert (author.id is not None) == has_id


def test_crlf_throughout_and_a_byte_order_mark_are_read():
    plain = read(markdown())
    assert read("\ufeff" + markdown()) == plain
    crlf = read(markdown().replace("\n", "\r\n"))
    assert (crlf.number, crlf.labels) == (12, LABELS)
    assert crlf.body == plain.body.replace("\n", "\r\n")


def test_three_dashes_inside_front_matter_or_body_do_not_end_them():
    body = new_charger(notes="cable --- 5 m")
    found = read(markdown(body, title="Zaptec --- Go 2"))
    assert (found.title, found.body) == ("Zaptec --- Go 2", body)


def test_front_matter_may_leave_out_all_but_the_labels():
    found = read(f"---\nlabels: [new-charger]\n---\n{BODY}")
    assert found == Issue(None, "", BODY, LABELS)
    assert found.branch is None
