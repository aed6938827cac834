"""`check` in a workflow: annotations beside the lines, and a summary of the rows that differ."""

import os
import re

import cmarkgfm
import pytest

from bot.document.lines import new_lines
from tests.charger_list import DISORDER, LIST

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


@pytest.mark.parametrize(
    ("after", "new"),
    [
        ("abcd", set()),
        ("axbcd", {2, 3}),
        ("aBcd", {2, 3}),
        ("acd", {2}),
        ("acbd", {2, 3, 4}),
        ("abbcd", {3}),
        ("abcdabcd", {5, 6, 7, 8}),
        ("", set()),
    ],
)
def test_a_line_is_new_where_it_is_below_another(after: str, new: set[int]):
    assert new_lines("a\nb\nc\nd\n", "".join(f"{line}\n" for line in after)) == new


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


@pytest.mark.parametrize(
    "after", ["", b"\xff", LIST.replace("| Zaptec Pro", "<<<<<<< HEAD\n| Zaptec Pro")]
)
def test_where_the_list_cannot_be_read_the_summary_says_that_no_rows_are_reported(
    place, monkeypatch, after
):
    assert what_differs(place, monkeypatch, after).startswith("They cannot be shown")


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


def rows_that_differ(place, monkeypatch, after: str) -> list[str]:
    """The rows with a mark, in what the summary says of a list that was LIST before."""
    return [
        line
        for line in what_differs(place, monkeypatch, after).splitlines()
        if line.startswith("| **")
    ]


def what_differs(place, monkeypatch, after: str) -> str:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place.folder / "summary"))
    place.write("before.md", LIST)
    place.write("README.md", after)
    place.bot("check", "--base", "before.md", "--format", "github")
    return (
        (place.folder / "summary")
        .read_text(encoding="utf-8")
        .partition("#### Rows that differ\n\n")[2]
    )


def test_each_brand_with_rows_that_differ_has_one_table(place, monkeypatch):
    after = LIST.replace("| Zaptec Pro | 1.6J |", "| Zaptec Pro | 2.1 |").replace(
        "Halo | 1.6J |", "Halo | 2.1 |"
    )
    halo, table_of_halo, zaptec, table_of_zaptec = (
        what_differs(place, monkeypatch, after).strip().split("\n\n")
    )
    assert (halo, zaptec) == ("**Charge Amps**", "**Zaptec**")
    assert "| **changed** | Charge Amps Halo | 2.1 |" in table_of_halo
    assert "| **changed** | Zaptec Pro | 2.1 |" in table_of_zaptec


@pytest.mark.parametrize(
    ("notes", "shown"),
    [
        (
            "Not for **new** boxes, see [manual](https://a.b/x) p. 3",
            "Not for new boxes, see [manual](https://a.b/x) p. 3",
        ),
        (
            "A [pdf](https://a.b/x), a [pdf](https://a.b/y)",
            "A [pdf](https://a.b/x), a [pdf](https://a.b/y)",
        ),
        (
            "[![](https://a.b/x.png)](https://a.b/x), a box",
            r"[https\:<!-- -->//a.b/x](https://a.b/x), a box",
        ),
        (
            "A \u202egnp.exe, a [p\u200bdf](https://a.b/x)",
            r"A \<U+202E>gnp.exe, a [p\<U+200B>df](https://a.b/x)",
        ),
    ],
)
def test_a_row_is_shown_with_its_links_in_their_places(place, monkeypatch, notes, shown):
    after = LIST.replace(
        "| Zaptec Pro | 1.6J | ☁️ Cloud | |", f"| Zaptec Pro | 1.6J | ☁️ Cloud | {notes} |"
    )
    (row,) = rows_that_differ(place, monkeypatch, after)
    assert f"| {shown} |" in row


@pytest.mark.parametrize(
    ("heading", "shown"), [("Zaptec\u202e", r"**Zaptec\<U+202E>**"), ("<!-- -->", "**(nothing)**")]
)
def test_a_brand_whose_name_is_not_seen_is_reported(place, monkeypatch, heading, shown):
    reported = what_differs(place, monkeypatch, LIST.replace("### Zaptec\n", f"### {heading}\n"))
    assert reported.startswith(f"{shown}\n\n| ")


def test_a_row_in_which_only_markup_comes_differs_too(place, monkeypatch):
    picture = LIST.replace(
        "| Zaptec Pro | 1.6J | ☁️ Cloud | |",
        "| Zaptec Pro | 1.6J | ☁️ Cloud | ![x](https://a.example/) |",
    )
    rows = rows_that_differ(
        place, monkeypatch, picture.replace("| Zaptec Go |", "| **Zaptec Go** |")
    )
    assert [row[:26] for row in rows] == [
        "| **changed** | Zaptec Go ",
        "| **changed** | Zaptec Pro",
    ]


def test_a_second_section_of_a_brand_takes_no_row_away(place, monkeypatch):
    more = "| Zaptec Zed | 1.6J | ☁️ Cloud |  | Source needed! |"
    (header,) = {line for line in LIST.splitlines() if line.startswith("| Model")}
    section = (
        f"### Zaptec\n\n{header}\n| --- | --- | --- | --- | --- |\n{more}\n\n### More Brands..."
    )
    rows = rows_that_differ(place, monkeypatch, LIST.replace("### More Brands...", section))
    assert [row[:24] for row in rows] == ["| **new** | Zaptec Zed |"]


@pytest.mark.parametrize("count", [1, 2])
def test_a_copy_of_a_row_is_a_new_row(place, monkeypatch, count):
    (row,) = (line for line in LIST.splitlines() if line.startswith("| Zaptec Pro"))
    rows = rows_that_differ(place, monkeypatch, LIST.replace(row, "\n".join([row] * (1 + count))))
    assert [shown[:24] for shown in rows] == ["| **new** | Zaptec Pro |"] * count


def test_no_row_of_a_great_change_is_left_out(place, monkeypatch):
    (row,) = (line for line in LIST.splitlines() if line.startswith("| Zaptec Pro"))
    many = "\n".join(row.replace("Zaptec Pro", f"Zaptec Pro {number}") for number in range(1, 501))
    assert len(rows_that_differ(place, monkeypatch, LIST.replace(row, f"{row}\n{many}"))) == 500


def test_the_summary_stays_below_what_a_step_may_leave(place, monkeypatch):
    (row,) = (line for line in LIST.splitlines() if line.startswith("| Zaptec Pro"))
    many = "\n".join(
        row.replace("Zaptec Pro", f"Zaptec {'🔌' * 850} {number}") for number in range(1, 401)
    )
    rows = what_differs(place, monkeypatch, LIST.replace(row, f"{row}\n{many}"))
    assert re.search(r"\n… \([0-9,]+ more\)\n$", rows)
    assert 700_000 < (place.folder / "summary").stat().st_size < 1_048_576


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
