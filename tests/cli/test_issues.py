"""Issues as files, as `gh` prints them, as payloads of webhooks, and from standard input."""

import json
from collections.abc import Callable

import pytest

from bot.local.issue_file import read_issues
from tests.charger_list import LIST
from tests.command_line import ADDED, BODY, NEIGHBOUR, Place, markdown
from tests.octofake.hub import OctoFake
from tests.stage import new_charger

KEYS = ["issue", "outcome", "title", "body", "comment", "branch", "labels", "problems", "readme"]


def as_markdown(body: str, *, is_open: bool) -> str:
    return markdown(body, author="ada", state="open" if is_open else "closed")


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


each_format = pytest.mark.parametrize("written", [as_markdown, as_gh_prints_it, as_a_webhook])
Written = Callable[..., str]


@each_format
def test_an_issue_is_the_same_in_each_format(place: Place, written: Written):
    ran = place.bot("preview", "--json", place.write("issue", written(BODY, is_open=True)))
    (record,) = ran.records
    assert (ran.status, ran.err) == (0, "")
    assert {
        key: record[key] for key in ("issue", "outcome", "title", "branch", "labels", "problems")
    } == {
        "issue": 12,
        "outcome": "pull_request",
        "title": "Add Zaptec Go 2",
        "branch": "bot/issue-12",
        "labels": ["new-charger"],
        "problems": [],
    }
    assert "Made from issue #12 by `ada`." in record["body"]
    assert record["readme"] == LIST.replace(NEIGHBOUR, f"{NEIGHBOUR}\n{ADDED}")


@each_format
def test_a_closed_issue_gets_nothing(place: Place, written: Written):
    ran = place.bot("preview", "--json", place.write("issue", written(BODY, is_open=False)))
    nothing = dict.fromkeys(KEYS) | {
        "issue": 12,
        "outcome": "nothing",
        "labels": [],
        "problems": [],
    }
    assert (ran.status, ran.records) == (0, [nothing])


@each_format
def test_line_ends_of_a_body_are_kept(written: Written):
    body = BODY.replace("\n", "\r\n")
    ((_, issue),) = read_issues(written(body, is_open=True).encode(), "a file")
    assert issue.body == body


def test_an_issue_edited_in_a_browser_says_the_same(place: Place):
    files = [
        place.write(name, markdown(body))
        for name, body in (("a", BODY), ("b", BODY.replace("\n", "\r\n")))
    ]
    one, other = place.bot("preview", "--json", *files).records
    assert one == other


def test_a_file_with_crlf_throughout_is_read(place: Place):
    (record,) = place.bot(
        "preview", "--json", place.write("a", markdown().replace("\n", "\r\n"))
    ).records
    assert (record["issue"], record["outcome"]) == (12, "pull_request")


def test_a_file_with_a_byte_order_mark_is_read(place: Place):
    (record,) = place.bot("preview", "--json", place.write("a", "\ufeff" + markdown())).records
    assert (record["issue"], record["outcome"]) == (12, "pull_request")


def test_three_dashes_inside_front_matter_or_body_do_not_end_them(place: Place):
    text = markdown(new_charger(notes="cable --- 5 m"), title="Zaptec --- Go 2")
    (record,) = place.bot("preview", "--json", place.write("a", text)).records
    assert (record["outcome"], record["problems"]) == ("pull_request", [])
    assert "cable --- 5 m" in record["readme"]


def test_front_matter_may_leave_out_all_but_the_labels(place: Place):
    (record,) = place.bot(
        "preview", "--json", place.write("a", f"---\nlabels: [new-charger]\n---\n{BODY}")
    ).records
    assert (record["issue"], record["branch"], record["title"]) == (None, None, "Add Zaptec Go 2")
    assert "Closes" not in record["body"]


def test_standard_input_is_an_issue(place: Place):
    ran = place.process("preview", "--json", "-", given=markdown().encode())
    assert (ran.status, ran.err, ran.records[0]["issue"]) == (0, "", 12)


def test_a_label_is_given_to_files_without_one_only(place: Place):
    files = [
        place.write("email.md", BODY),
        place.write("labelled.md", markdown(labels=["question"])),
    ]
    outcomes = [record["outcome"] for record in place.bot("preview", "--json", *files).records]
    assert outcomes == ["nothing", "nothing"]
    ran = place.bot("preview", "--json", "--label", "new-charger", *files)
    assert [record["outcome"] for record in ran.records] == ["pull_request", "nothing"]


def test_several_issues_end_with_a_summary(place: Place):
    files = [
        place.write("a", markdown(number=1)),
        place.write("b", markdown(number=2, state="closed")),
        place.write("c", markdown("Hello", number=3)),
        place.write("d", markdown(new_charger("Zaptec Go 3"), number=4)),
    ]
    summary = "4 issues: 2 with a pull request, 1 with nothing to do, 1 with a reply only"
    assert place.bot("preview", *files).out.endswith(f"\n\n{summary}\n")
    assert "issues:" not in place.bot("preview", files[0]).out


def test_json_and_markdown_exclude_each_other(place: Place):
    ran = place.bot("preview", "--json", "--markdown", place.write("a", markdown()))
    assert (ran.status, ran.out) == (2, "")
    assert "--json and --markdown exclude each other" in ran.err


@pytest.mark.parametrize(
    ("front", "status", "details"),
    [
        ({"state": "closed"}, "the issue is closed", ""),
        ({"labels": []}, "no label", "new-charger, new-brand and invalid; --label gives one"),
        ({"labels": ["question"]}, "unknown label", "No form has the label question; the forms"),
        ({"labels": ["a", "b"]}, "unknown label", "No form has the label a or b; the forms"),
        ({"labels": ["new-chager"]}, "unknown label", "Did you mean new-charger?"),
        ({"labels": ["New charger"]}, "unknown label", "Did you mean new-charger?"),
    ],
)
def test_the_reason_for_doing_nothing_is_named(
    place: Place, front: dict, status: str, details: str
):
    ran = place.bot("preview", place.write("a", markdown(**front)))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"a: nothing to do: {status}\n")
    assert details in " ".join(ran.out.split())


def test_a_slip_in_a_label_is_warned_of_beside_json(place: Place):
    ran = place.bot("preview", "--json", place.write("a", markdown(labels=["new-chager"])))
    assert ran.records[0]["outcome"] == "nothing"
    assert ran.err.startswith("warning: a: No form has the label new-chager;")
    other = place.bot("preview", "--json", place.write("a", markdown(labels=["question"])))
    assert other.err == ""


def test_an_unknown_label_to_give_is_wrong_usage(place: Place):
    ran = place.bot("preview", "--label", "new-chager", place.write("a", BODY))
    assert (ran.status, ran.out) == (2, "")
    assert "Did you mean new-charger?" in ran.err
