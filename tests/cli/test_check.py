"""`check` as people, editors and workflows call it."""

import json
import os
import resource

from tests.charger_list import DISORDER, LIST, ROOT
from tests.command_line import make_clone


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


def test_in_a_clone_the_rows_longest_without_a_change_or_a_source_are_named(place):
    make_clone(place)
    lines = place.bot("check").out.partition("\nLongest without a change:\n")[2].splitlines()
    unsourced = lines[lines.index("Longest without a source:") + 1 :]
    assert 0 < lines.index("") <= 10
    assert lines[0].endswith(", last changed 2026-02-03")
    assert [line.split(": ")[1] for line in unsourced] == [
        "Charge Amps Dawn, last changed 2026-02-03"
    ]


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


def test_json_is_for_programs(place):
    place.write("README.md", DISORDER)
    found = json.loads(place.bot("check", "--format", "json").out)
    assert [one["code"] for one in found] == ["no_link", "row_order", "version_other"]
    assert found[2] == {
        "file": "README.md",
        "line": line_of(DISORDER, "1.7"),
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
    (run,) = json.loads(place.bot("check", "my list.md", "--format", "sarif").out)["runs"]
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
    assert where["region"] == {"startLine": line_of(DISORDER, "1.7"), "startColumn": 16}


def test_a_list_that_cannot_be_fixed_stays_as_it_is_and_says_why(place):
    twice = LIST.replace("## License", "## EV Charger List").replace(
        "| Zaptec Go |", "| Zaptec Zz |"
    )
    place.write("README.md", twice)
    ran = place.bot("check", "--fix")
    assert ran.status == 1
    assert ran.err.endswith("Nothing was fixed.\n")
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
