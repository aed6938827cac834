"""What `preview` and `apply` share: their arguments, the issues in files, and the output."""

import io
import sys
from pathlib import Path

import pytest

from bot.cli.issues import Options, read_all
from bot.errors import UsageError
from tests.charger_list import FORMS
from tests.command_line import BODY, Place, markdown
from tests.stage import new_charger


def options(*issues: str, label: str | None = None, **changes: bool) -> Options:
    usual = {"cumulative": False, "json": False, "markdown": False}
    return Options(
        issues=issues, readme=Path("README.md"), forms=None, label=label, **usual | changes
    )


def test_json_and_markdown_exclude_each_other():
    with pytest.raises(UsageError, match="--json and --markdown exclude each other"):
        read_all(options(json=True, markdown=True), FORMS)


def test_without_files_there_are_no_issues():
    assert read_all(options(), FORMS) == []


def test_issues_are_read_in_their_order(place: Place):
    names = [place.write(f"{n}.md", markdown(number=n)) for n in (3, 1, 2)]
    found = read_all(options(*names), FORMS)
    assert [(name, issue.number) for name, issue in found] == [
        ("3.md", 3),
        ("1.md", 1),
        ("2.md", 2),
    ]


@pytest.mark.parametrize("label", ["New-Charger", "invalid"])
def test_a_label_to_give_is_that_of_a_form_in_any_case(place: Place, label: str):
    ((_, issue),) = read_all(options(place.write("a", BODY), label=label), FORMS)
    assert issue.labels == (label,)


def test_standard_input_is_read_once():
    with pytest.raises(UsageError, match="once only"):
        read_all(options("-", "-"), FORMS)


def test_standard_input_has_a_name_and_gets_the_label(monkeypatch):
    data = markdown(labels=[]).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ((name, issue),) = read_all(options("-", label="invalid"), FORMS)
    assert (name, issue.labels) == ("standard input", ("invalid",))


def test_an_issue_edited_in_a_browser_says_the_same(place: Place):
    files = [
        place.write(name, markdown(body))
        for name, body in (("a", BODY), ("b", BODY.replace("\n", "\r\n")))
    ]
    one, other = place.bot("preview", "--json", *files).records
    assert one == other


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
    for label in ("question", "charg"):
        other = place.bot("preview", "--json", place.write("a", markdown(labels=[label])))
        assert other.err == ""


def test_a_file_which_is_no_issue_is_named(place: Place):
    ran = place.bot("preview", place.write("a", markdown()), place.write("b", b"\xff"))
    assert ran == (2, "", "python -m bot preview: b: it is not UTF-8\n")


def test_an_unknown_label_to_give_is_wrong_usage(place: Place):
    ran = place.bot("preview", "--label", "new-chager", place.write("a", BODY))
    assert (ran.status, ran.out) == (2, "")
    assert "Did you mean new-charger?" in ran.err
    other = place.bot("preview", "--label", "question", place.write("a", BODY))
    assert other.err.endswith("the forms have new-charger, new-brand and invalid.\n")
