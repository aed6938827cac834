"""`check` as people, editors and workflows call it."""

import os
import re
import resource
from datetime import UTC, datetime

import pytest

from tests.charger_list import DISORDER, LIST, ROOT
from tests.command_line import IDENTITY, make_clone


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


def test_a_list_in_order_is_0_and_only_its_notes_are_reported(place):
    ran = place.bot("check")
    assert ran.status == 0
    advice = "Write `[title](address)` in place of `Source needed!` once you know one."
    place = f"README.md:{line_of(LIST, 'Charge Amps Dawn')}:120"
    note = f"{place}: note: Source: A source is still needed. {advice}\n"
    assert ran.out == note + "0 errors, 0 warnings, 1 note\n"


def test_an_error_is_1_with_file_line_and_column(place):
    place.write("README.md", DISORDER)
    ran = place.bot("check")
    assert ran.status == 1
    assert (
        f"README.md:{line_of(DISORDER, '1.7')}:16: error: OCPP Version: Received `1.7`" in ran.out
    )
    assert ran.out.endswith("1 error, 1 warning, 1 note\n")


def test_in_a_clone_the_rows_longest_without_a_change_or_a_source_are_named(place, monkeypatch):
    monkeypatch.setitem(IDENTITY, "GIT_COMMITTER_DATE", "2020-02-03T04:05:06Z")
    make_clone(place)
    lines = place.bot("check").out.partition("\nLongest without a change:\n")[2].splitlines()
    unsourced = lines[lines.index("Longest without a source:") + 1 :]
    assert 0 < lines.index("") <= 10
    assert lines[0].endswith(", last changed 2020-02-03")
    assert [line.split(": ")[1] for line in unsourced] == [
        "Charge Amps Dawn, last changed 2020-02-03"
    ]


def test_rows_younger_than_a_year_are_not_named_as_old(place, monkeypatch):
    monkeypatch.setitem(IDENTITY, "GIT_COMMITTER_DATE", f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
    make_clone(place)
    assert place.bot("check").out.endswith("0 errors, 0 warnings, 1 note\n")


def test_another_file_can_be_checked(place):
    place.write("docs/list.md", DISORDER)
    assert place.bot("check", "docs/list.md").out.startswith("docs/list.md:")


def test_fix_corrects_the_order_and_reports_what_is_left(place):
    swapped = LIST.replace("| Zaptec Go |", "| Zaptec Zz |")
    place.write("README.md", swapped)
    ran = place.bot("check", "--fix")
    assert ran.status == 0
    lines = (place.folder / "README.md").read_text(encoding="utf-8").splitlines()
    assert sorted(lines) == sorted(swapped.splitlines())
    assert [line[:12] for line in lines if line.startswith("| Zaptec")] == [
        "| Zaptec Pro",
        "| Zaptec Zz ",
    ]


def test_fix_leaves_a_list_that_is_in_order_byte_for_byte(place):
    path = place.folder / "README.md"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    place.bot("check", "--fix")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_fix_writes_the_file_that_a_link_leads_to_and_keeps_its_mode_and_owner(place):
    target = place.folder / place.write("docs/list.md", LIST.replace("| 1.6J |", "| 1.6j |"))
    target.chmod(0o604)
    if os.geteuid() == 0:  # only root may give a file away
        os.chown(target, 65534, 65534)
    owner = (target.stat().st_uid, target.stat().st_gid)
    (place.folder / "link.md").symlink_to(target)
    assert place.bot("check", "--fix", "link.md").status == 0
    assert target.read_text(encoding="utf-8") == LIST
    assert (place.folder / "link.md").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o604
    assert (target.stat().st_uid, target.stat().st_gid) == owner


def test_fix_leaves_the_file_whole_where_it_has_no_space_to_write(place):
    before = place.folder / place.write("docs/list.md", DISORDER)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(DISORDER) // 2, limits[1]))
    try:
        ran = place.bot("check", "--fix", "docs/list.md")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (ran.status, ran.err) == (1, "error: docs/list.md: File too large.\n")
    assert before.read_text(encoding="utf-8") == DISORDER
    assert [*before.parent.iterdir()] == [before]


def test_a_list_that_cannot_be_fixed_stays_as_it_is_and_says_why(place):
    twice = LIST.replace("## License", "## EV Charger List").replace(
        "| Zaptec Go |", "| Zaptec Zz |"
    )
    place.write("README.md", twice)
    ran = place.bot("check", "--fix")
    assert ran.status == 1
    place_of, _, what = ran.err.removeprefix("error: ").partition(" ")
    assert what == "Nothing was fixed, because of the error here.\n"
    assert f"{place_of}1: error: " in ran.out
    assert (place.folder / "README.md").read_text(encoding="utf-8") == twice
    place.write("docs/list.md", twice)
    assert place.bot("check", "--fix", "docs/list.md").err.startswith("error: docs/list.md:")


def test_what_cannot_be_fixed_is_reported_and_the_rest_is_fixed(place):
    text = (ROOT / "tests/check/lists/contents-that-cannot-follow-the-brands/README.md").read_text(
        encoding="utf-8"
    )
    place.write("docs/list.md", text)
    ran = place.bot("check", "--fix", "docs/list.md")
    reported = "the sections and their entries were not put in order: the table of contents would be wrong in another way."
    assert (ran.status, ran.err) == (
        0,
        f"error: docs/list.md:{line_of(text, '## EV Charger List')}: {reported}\n",
    )
    assert (place.folder / "docs/list.md").read_text(encoding="utf-8") == text.replace(
        "1.6j", "1.6J"
    )


def test_a_file_that_is_no_text_is_reported_with_its_line(place):
    place.write("README.md", LIST.encode() + b"\xff")
    ran = place.bot("check")
    assert ran.status == 1
    assert f"README.md:{LIST.count(chr(10)) + 1}:1: error: This line is not UTF-8." in ran.out


def test_a_file_that_is_not_there_is_reported(place):
    ran = place.bot("check", "nowhere.md")
    assert ran.status == 1
    assert ran.err == "error: nowhere.md: No such file or directory.\n"


def test_an_unknown_format_is_wrong_usage(place):
    assert place.bot("check", "--format", "xml").status == 2


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


@pytest.mark.parametrize(
    "after", ["", b"\xff", LIST.replace("| Zaptec Pro", "<<<<<<< HEAD\n| Zaptec Pro")]
)
def test_where_the_list_cannot_be_read_the_summary_says_that_no_rows_are_reported(
    place, monkeypatch, after
):
    assert what_differs(place, monkeypatch, after).startswith("They cannot be shown")


def test_the_summary_stays_below_what_a_step_may_leave(place, monkeypatch):
    (row,) = (line for line in LIST.splitlines() if line.startswith("| Zaptec Pro"))
    many = "\n".join(
        row.replace("Zaptec Pro", f"Zaptec {'🔌' * 850} {number}") for number in range(1, 401)
    )
    rows = what_differs(place, monkeypatch, LIST.replace(row, f"{row}\n{many}"))
    assert re.search(r"\n… \([0-9,]+ more\)\n$", rows)
    assert 700_000 < (place.folder / "summary").stat().st_size < 1_048_576
