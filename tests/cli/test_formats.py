"""The findings of `check`, for people, programs and workflows."""

import json
import os
import re

import cmarkgfm
import pytest

from bot.cli.formats import as_annotations, as_json, as_sarif, as_summary, as_text
from bot.rules.finding import Finding, Place
from bot.rules.rule import Problem
from bot.rules.value_rules import MISSING
from tests.charger_list import DISORDER, LIST

LINE = DISORDER[: DISORDER.index("1.7")].count("\n") + 1
HOSTILE = "::error::owned ##[error]owned %0A::set-output name=a::b @everyone #1 \x1b[31m"


def test_in_a_workflow_each_finding_is_beside_its_line(place, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    place.write("README.md", DISORDER)
    place.write("before.md", LIST)
    ran = place.bot("check", "--base", "before.md")
    assert ran.status == 1
    assert re.findall(r"^::(\w+) file=README.md,line=\d+,col=\d+::", ran.out, re.MULTILINE) == [
        "warning",
        "error",
        "notice",
    ]
    summary = (tmp_path / "summary").read_text(encoding="utf-8")
    assert summary.startswith("### The list: 1 error, 1 warning, 1 note\n")
    assert "| **new** | Zaptec Zz |" in summary
    assert "| **changed** | Zaptec Pro |" in summary
    assert "| **removed** | Zaptec Go |" in summary


@pytest.mark.parametrize(("form", "first"), [("github", True), ("text", False)])
def test_what_a_pull_request_has_changed_is_reported_first(place, form: str, first: bool):
    """GitHub shows ten annotations of a level and drops the others."""
    wrong = "".join(f"| Zaptec B{number} | 1.7 | ☁️ Cloud |  | - |\n" for number in range(10, 30))
    old = LIST.replace("| Zaptec Go |", f"{wrong}| Zaptec Go |")
    pro = next(line for line in LIST.splitlines(keepends=True) if line.startswith("| Zaptec Pro |"))
    place.write("before.md", old)
    place.write(
        "README.md",
        old.replace(pro, f"{pro.replace('1.6J', '1.8')}| Zaptec A | 1.9 | ☁️ Cloud |  | - |\n"),
    )
    ran = place.bot("check", "--base", "before.md", "--format", form)
    errors = [line for line in ran.out.splitlines() if "error" in line]
    assert len(errors) > 40
    reported = [any(one in line for line in errors[:4]) for one in ("`1.8`", "`1.9`")]
    assert reported == [first, first]


def test_a_list_before_that_is_not_there_is_reported_before_anything_else(place):
    ran = place.bot("check", "--base", "before.md")
    assert (ran.status, ran.out) == (1, "")
    assert "before.md" in ran.err


def test_a_list_before_that_is_no_text_leaves_only_the_rows_out(place, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    place.write("before.md", b"\xff")
    ran = place.bot("check", "--base", "before.md", "--format", "github")
    assert ran.status == 0
    summary = (tmp_path / "summary").read_text(encoding="utf-8")
    assert summary.startswith("### The list: 0 errors")
    assert "#### Rows that differ\n\nThey cannot be shown" in summary


def test_without_a_list_before_nothing_is_said_of_rows(place, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    place.bot("check", "--format", "github")
    assert "Rows" not in (tmp_path / "summary").read_text(encoding="utf-8")


def test_the_name_of_a_file_ends_no_property_of_an_annotation(place):
    place.write("a,b:c%.md", LIST)
    assert place.bot("check", "a,b:c%.md", "--format", "github").out.startswith(
        "::notice file=a%2Cb%3Ac%25.md,line="
    )


@pytest.mark.parametrize(
    ("form", "reported"),
    [
        ("text", "l<U+DCFF>.md:"),
        ("json", r'"l\udcff.md"'),
        ("sarif", '"l%FF.md"'),
        ("github", " file=l?.md,"),
    ],
)
def test_the_name_of_a_file_that_is_no_text_is_no_reason_to_fail(place, form: str, reported: str):
    ran = place.process("check", "--format", form, place.write(os.fsdecode(b"l\xff.md"), LIST))
    assert (ran.status, ran.err, reported in ran.out) == (0, "", True)


def test_what_strangers_wrote_gives_the_runner_no_command(place, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    hostile = f"| Zaptec {HOSTILE} | {HOSTILE} | {HOSTILE} | {HOSTILE} | [{HOSTILE}](https://x) |"
    title, row = f"# {HOSTILE}\n\n", f"{hostile}\n| Zaptec Pro |"
    place.write("README.md", title + LIST.replace("| Zaptec Pro |", row))
    for form in ("text", "json", "sarif", "github"):
        out = place.bot("check", "--format", form).out
        assert "##[" not in out
        assert "\x1b" not in out
        commands = [line for line in out.splitlines() if line.lstrip().startswith("::")]
        assert all(
            re.match(r"::(error|warning|notice) file=README\.md,line=", line) for line in commands
        )
        assert form != "github" or "%0A::" not in out
    assert "@everyone" not in re.sub(
        r"`[^`\n]*`", "", (tmp_path / "summary").read_text(encoding="utf-8")
    )


def test_what_strangers_wrote_is_no_markup_in_the_summary(place, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    source = r"!\[x\](https:&#47;&#47;evil.example/p.png) \[merge me\](https:&#47;&#47;evil.example) &#64;octocat \| y"
    place.write(
        "README.md",
        LIST.replace(
            "| Zaptec Pro |", f"| Zaptec Z | 1.6J | ☁️ Cloud |  | {source} |\n| Zaptec Pro |"
        ),
    )
    assert place.bot("check", "--format", "github").status == 1
    shown = cmarkgfm.github_flavored_markdown_to_html(
        (tmp_path / "summary").read_text(encoding="utf-8")
    )
    assert "evil.example" in shown
    assert not re.search("<img|<a ", shown)
    assert "@octocat" not in re.sub("<code>.*?</code>", "", shown)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_what_is_wrong_with_the_list_is_plain_but_in_the_summary(
    place, monkeypatch, tmp_path, form
):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    place.write("README.md", "## EV Charger List")
    wanted = (
        "has no table with the header `| Model | OCPP Version | Communication | Notes | Source |`."
    )
    assert wanted in place.bot("check", "--format", form).out
    assert form != "github" or wanted in (tmp_path / "summary").read_text(encoding="utf-8")


def test_json_is_for_programs(place):
    place.write("README.md", DISORDER)
    found = json.loads(place.bot("check", "--format", "json").out)
    assert [one["code"] for one in found] == ["no_link", "row_order", "version_other"]
    assert found[2] == {
        "file": "README.md",
        "line": LINE,
        "column": 16,
        "level": "error",
        "code": "version_other",
        "column_name": "OCPP Version",
        "message": "OCPP Version: Received `1.7`, but the list has no option for that version, "
        "only `1.6S`, `1.6J`, `2.0`, `2.0.1` and `2.1`. If the charger also speaks one of these, "
        "choose it and name the other one in the notes.",
    }


def test_sarif_names_rule_place_and_message(place):
    place.write("my list.md", DISORDER)
    written = json.loads(place.bot("check", "my list.md", "--format", "sarif").out)
    assert written["version"] == "2.1.0"
    (run,) = written["runs"]
    results = run["results"]
    assert [result["ruleId"] for result in results] == [
        "no_link",
        "row_order",
        "version_other",
    ]
    assert [result["level"] for result in results] == ["note", "warning", "error"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {
        result["ruleId"] for result in results
    }
    where = results[2]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "my%20list.md"
    assert where["region"] == {"startLine": LINE, "startColumn": 16}


FOUND = Finding(Place(3, 5), Problem(MISSING, "Model"))
SAYS = "Model: This has to be filled in."
NONE = "0 errors, 0 warnings, 0 notes"


def test_a_finding_in_each_format():
    assert as_text("a.md", [FOUND]) == f"a.md:3:5: error: {SAYS}\n1 error, 0 warnings, 0 notes"
    assert as_json("a.md", [FOUND]).startswith('[\n  {\n    "file": "a.md",\n')
    assert as_annotations("a\r\nb", [FOUND]) == f"::error file=a%0D%0Ab,line=3,col=5::{SAYS}"
    assert as_summary([FOUND], "rows") == (
        "### The list: 1 error, 0 warnings, 0 notes\n\n"
        f"- Line 3, error: {SAYS}\n\n#### Rows that differ\n\nrows\n"
    )
    written = as_sarif("a.md", [FOUND])
    assert written.startswith('{\n  "version": "2.1.0",\n')
    assert json.loads(written) == {
        "version": "2.1.0",
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "charger-ocpp-bot check",
                        "rules": [
                            {"id": "missing", "shortDescription": {"text": "A row has a name."}}
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "missing",
                        "level": "error",
                        "message": {"text": SAYS},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "a.md"},
                                    "region": {"startLine": 3, "startColumn": 5},
                                }
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_no_finding_is_counted_for_people():
    assert as_text("a.md", []) == as_annotations("a.md", []) == NONE
    assert as_summary([], "") == f"### The list: {NONE}\n"
