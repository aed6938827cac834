"""What people hand in by mistake: one message, exit status 2, and never a traceback."""

import pytest

from tests.command_line import BODY, Place, make_place, markdown

WRONG_USAGE = 2
BOMB = "\n".join(
    [f"a0: &a0 [{'x,' * 9}]"]
    + [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
)
HUGE = "9" * 5000
DEEP = 3_000


@pytest.fixture
def place(tmp_path, monkeypatch, capsys) -> Place:
    return make_place(tmp_path, monkeypatch, capsys)


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


def test_nothing_is_told_of_good_files_when_one_is_wrong(place: Place):
    ran = place.bot("preview", place.write("good.md", markdown()), "missing.md")
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert "missing.md" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["preview"],
        ["apply"],
        ["nothing"],
        ["preview", "--nope", "a"],
        ["run", "--issue", "x"],
        ["run", "a"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_shows_the_usage(place: Place, arguments: list[str]):
    ran = place.bot(*arguments)
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err.startswith("usage: python -m bot")


def test_the_usage_names_the_command_that_was_called(place: Place, monkeypatch):
    monkeypatch.setattr("sys.argv", ["/usr/bin/charger-bot", "--help"])
    assert place.bot("--help").out.startswith("usage: charger-bot ")


@pytest.mark.parametrize("number", ["0", "-1"])
def test_no_issue_has_the_number(place: Place, number: str):
    ran = place.bot("run", "--issue", number)
    assert (ran.status, number in ran.err) == (WRONG_USAGE, True)


@pytest.mark.parametrize("content", [b"\xff", b"{", front("- a").encode(), b'{"labels": 5}'])
def test_a_process_ends_without_a_traceback(place: Place, content: bytes):
    ran = place.process("preview", "-", given=content)
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err.startswith("python -m bot preview: standard input: ")
    assert ran.err.count("\n") == 1
