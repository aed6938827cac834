"""Issues in files: every way in which `gh`, the REST API and people write them, and mistakes."""

import json

import pytest

from bot.forms.issue import Author, Issue
from bot.local.issue_file import UnreadableIssue, read_issues
from tests.command_line import BODY, Place, markdown

WRONG_USAGE = 2
BOMB = "\n".join(
    [f"a0: &a0 [{'x,' * 9}]"]
    + [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
)
HUGE = "9" * 5000
DEEP = 3_000


def front(text: str) -> str:
    return f"---\n{text}\n---\n{BODY}"


NO_ISSUES = {
    "not UTF-8": b"\xff\xfe#",
    "not UTF-8 inside": markdown().encode() + b"\xe9",
    "broken JSON": '{"number": 12',
    "JSON nested too deep": '{"labels": ' + "[" * DEEP + "]" * DEEP + "}",
    "JSON nested too deep and broken": '{"labels": ' + "[" * DEEP,
    "JSON with a title that is none": '{"title": [5]}',
    "JSON with a body that is none": '{"body": ["a"]}',
    "JSON with labels that are a number": '{"labels": 5}',
    "JSON with labels that are true": '{"labels": true}',
    "JSON with labels that are an object": '{"labels": {"a": {"b": 1}}}',
    "JSON with a label without a name": '{"labels": [{"id": 1}]}',
    "JSON with an author that is a list": '{"author": [1]}',
    "JSON with an author without a login": '{"author": {"id": 1}}',
    "JSON with a state that is none": '{"state": 1}',
    "JSON with number 0": '{"number": 0}',
    "JSON with a negative number": '{"number": -1}',
    "JSON with half a number": '{"number": 1.5}',
    "JSON with no number": '{"number": "x"}',
    "JSON with NaN": '{"number": NaN}',
    "JSON with a huge number": f'{{"number": {HUGE}}}',
    "a webhook of a broken issue": '{"issue": {"number": "x"}}',
    "broken YAML": front("labels: ["),
    "YAML with a tab": front("\tlabels: a"),
    "YAML that makes objects": front("labels: !!python/object/apply:os.getcwd []"),
    "YAML with a date that is none": front("title: 2026-99-99"),
    "YAML with a control character": front("title: \x1b[31m"),
    "YAML with a list for a key": front("? [a]\n: b"),
    "YAML nested too deep": front("labels: " + "[" * DEEP),
    "YAML that unfolds without end": front(f"{BOMB}\nlabels: *a11"),
    "YAML that unfolds without end in a title": front(f"{BOMB}\ntitle: *a11"),
    "YAML that holds itself": front("labels: &a [*a]"),
    "front matter that is a list": front("- new-charger"),
    "front matter that is a word": front("new-charger"),
    "front matter that is a number": front("12"),
    "front matter with number 0": front("number: 0"),
    "front matter with a negative number": front("number: -12"),
    "front matter with a huge number": front(f"number: {HUGE}"),
    "front matter with a title that is a list": front("title: [a]"),
}


@pytest.mark.parametrize("content", NO_ISSUES.values(), ids=NO_ISSUES)
def test_what_is_no_issue_is_named_on_one_line(place: Place, content: str | bytes):
    ran = place.bot("preview", place.write("wrong.txt", content))
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert "wrong.txt: " in ran.err
    assert (ran.err.count("\n"), len(ran.err) < 1000) == (1, True)


@pytest.mark.parametrize(
    "content", ["", "---", "---\n---\n", "[1, 2]", "12", "null", "[" * DEEP, "---\nnumber: 12\n"]
)
def test_any_other_text_is_an_issue_without_label(place: Place, content: str):
    """Nobody knows what a person writes in an e-mail; what has no label gets nothing."""
    ran = place.bot("preview", "--json", place.write("mail.txt", content))
    assert (ran.status, ran.err, ran.records[0]["outcome"]) == (0, "", "nothing")


@pytest.mark.parametrize("name", ["nothing-here.md", ".", "no/such/folder/a.md", "a" * 300])
def test_a_file_that_cannot_be_read_is_named(place: Place, name: str):
    ran = place.bot("preview", name)
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err.startswith(f"python -m bot preview: {name}: ")


def test_nothing_is_reported_of_good_files_when_one_is_wrong(place: Place):
    ran = place.bot("preview", place.write("good.md", markdown()), "missing.md")
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert "missing.md" in ran.err


@pytest.mark.parametrize("content", [b"\xff", b"{", front("- a").encode(), b'{"labels": 5}'])
def test_a_process_ends_without_a_traceback(place: Place, content: bytes):
    ran = place.process("preview", "-", given=content)
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err.startswith("python -m bot preview: standard input: ")
    assert ran.err.count("\n") == 1


def github_issue(number: int = 12, **changes: object) -> dict:
    """An issue as the REST API has it."""
    issue = {
        "url": f"https://api.github.com/repos/acme/list/issues/{number}",
        "labels_url": f"https://api.github.com/repos/acme/list/issues/{number}/labels{{/name}}",
        "id": 1,
        "node_id": "I_kwDO",
        "number": number,
        "title": "New charger: ",
        "user": {"login": "ada", "id": 583231, "node_id": "MDQ6", "type": "User"},
        "labels": [{"id": 2, "node_id": "LA_kwDO", "name": "new-charger", "color": "ededed"}],
        "state": "open",
        "state_reason": None,
        "body": BODY,
        "assignee": None,
        "closed_by": None,
    }
    return issue | changes


def gh_issue(number: int, state: str = "OPEN") -> dict:
    """An issue as `gh issue list --json number,title,body,labels,author,state` has it."""
    return {
        "author": {"id": "MDQ6VXNlcjE=", "is_bot": False, "login": "ada", "name": "Ada"},
        "body": BODY,
        "labels": [{"id": "LA_kwDO", "name": "new-charger", "description": "", "color": "ededed"}],
        "number": number,
        "state": state,
        "title": "New charger: ",
    }


def read(content: object) -> list[tuple[str, Issue]]:
    return read_issues(json.dumps(content).encode(), "a.json")


def test_an_issue_of_the_rest_api_has_its_author():
    ((name, issue),) = read(github_issue())
    assert (name, issue.number, issue.labels) == ("a.json", 12, ("new-charger",))
    assert issue.author == Author("ada", 583231)


def test_an_author_that_is_gone_is_none():
    ((_, issue),) = read(github_issue(user=None))
    assert issue.author is None


def test_a_list_of_gh_is_its_issues_in_order():
    found = read([gh_issue(30), gh_issue(4, "CLOSED")])
    assert [name for name, _ in found] == ["a.json#30", "a.json#4"]
    assert [(issue.number, issue.is_open) for _, issue in found] == [(30, True), (4, False)]
    assert {issue.author for _, issue in found} == {Author("ada")}


def test_a_list_of_the_rest_api_is_its_issues_without_pull_requests():
    pull = github_issue(31, pull_request={"url": "https://api.github.com/repos/acme/list/pulls/31"})
    assert [name for name, _ in read([github_issue(30), pull])] == ["a.json#30"]


def test_an_empty_list_is_no_issues(place: Place):
    ran = place.bot("preview", place.write("a.json", "[]"))
    assert (ran.status, ran.out, ran.err) == (0, "0 issues: nothing to do\n", "")


def test_a_list_is_previewed_issue_by_issue(place: Place):
    issues = json.dumps([gh_issue(1), gh_issue(2)])
    for arguments, given in ((["a.json"], b""), (["-"], issues.encode())):
        place.write("a.json", issues)
        ran = place.process("preview", "--json", "--cumulative", *arguments, given=given)
        assert [record["issue"] for record in ran.records] == [1, 2]
        assert [record["labels"] for record in ran.records] == [["new-charger"], ["duplicate"]]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("labels: [new-charger]", ("new-charger",)),
        ("labels: new-charger", ("new-charger",)),
        ("labels: new-charger, help wanted", ("new-charger", "help wanted")),
        ("Labels: [new-charger]", ("new-charger",)),
        ("labels:\n- name: new-charger", ("new-charger",)),
        ("labels:", ()),
    ],
)
def test_labels_in_front_matter(line: str, labels: tuple[str, ...]):
    ((_, issue),) = read_issues(front(line).encode(), "a.md")
    assert issue.labels == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [(BODY, ("invalid",)), (front("labels:"), ("invalid",)), (front("labels: bug"), ("bug",))],
)
def test_a_label_given_beside_the_file_counts_for_an_issue_without_any(
    text: str, labels: tuple[str, ...]
):
    ((_, issue),) = read_issues(text.encode(), "a.md", "invalid")
    assert issue.labels == labels


def test_a_field_that_is_nothing_of_an_issue_is_left_alone():
    ((_, issue),) = read_issues(front("milestone: 3\nnumber: 12").encode(), "a.md")
    assert issue.number == 12


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "number: 12\nlabel: [new-charger]",
            "line 3: there is no field label; did you mean labels?",
        ),
        ("lables: [new-charger]", "line 2: there is no field lables; did you mean labels?"),
        ("labels: a\ntitle: b\nlabels: c", "line 4: labels is there twice"),
        ("title: a\nnumber: twelve", "line 3: number: must be a whole number from 1"),
        ("title: a\nstate: opn", "line 3: state: must be open or closed"),
        ("title: a\ntitle2: b\nlabels: 5", "line 4: labels: must be a list of names"),
        ("author: [ada]", "line 2: author: must be a login"),
        ("user: {id: 1}", "line 2: user: must be a login"),
        ("title: [a]", "line 2: title: must be text; put it in quotes"),
        ("number: 12\ntitle: a: b", "line 3: not valid YAML: a colon which begins a value here"),
        ("number: 12\nlabels: [[[[" + "[" * 5000, "line 2: it is nested too deep, or holds itself"),
        ("number: 12\nlabels: &a [*a]", "line 3: not valid YAML: it is nested too deep"),
        ("number: 12\n\n- a", "line 4: not valid YAML"),
        ("number: 12\ntitle: 2026-99-99", "line 3: "),
        ("- new-charger", "line 2: front matter is made of lines like `number: 12`"),
    ],
)
def test_the_line_of_a_mistake_in_front_matter_is_named(place: Place, text: str, message: str):
    ran = place.bot("preview", place.write("a.md", front(text)))
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert f"a.md: {message}" in ran.err


def test_lines_are_those_of_the_file(place: Place):
    ran = place.bot("preview", place.write("a.md", "\ufeff\r\n\n---\nnumber: x\r\n---\n"))
    assert "a.md: line 4: number: " in ran.err


@pytest.mark.parametrize("content", ['{"label": ["new-charger"]}', '[{"Lables": []}]'])
def test_a_field_of_json_with_a_slip_is_named(place: Place, content: str):
    ran = place.bot("preview", place.write("a.json", content))
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert "did you mean labels?" in ran.err


@pytest.mark.parametrize(
    "content", ["{}", '{"message": "Not Found"}', "[{}]", '[{"number": 1}, 2]']
)
def test_json_without_an_issue_is_wrong_usage(place: Place, content: str):
    ran = place.bot("preview", place.write("a.json", content))
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err.startswith("python -m bot preview: a.json: the ")


def test_a_number_may_be_in_quotes():
    ((_, issue),) = read_issues(front('number: "12"').encode(), "a.md")
    assert issue.number == 12


def test_an_issue_is_utf_8(place: Place):
    ran = place.bot("preview", place.write("a.md", b"\xff\xfe#\x00"))
    assert (ran.status, ran.err) == (WRONG_USAGE, "python -m bot preview: a.md: it is not UTF-8\n")


def test_an_array_that_is_broken_is_unreadable():
    with pytest.raises(UnreadableIssue, match=r"^a\.json: not valid JSON at line 1, column 3$"):
        read_issues(b"[{", "a.json")


@pytest.mark.parametrize("text", ["[Zaptec] Please add the Go 2", "[ ] Zaptec\n[x] go-e"])
def test_an_email_may_begin_with_a_bracket(text: str):
    ((_, issue),) = read_issues(text.encode(), "a")
    assert issue.body == text
