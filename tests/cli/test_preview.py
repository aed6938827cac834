"""`preview` and `apply` as people call them: their input, and the answer to it."""

import pytest

from tests.charger_list import LIST
from tests.command_line import ADDED, BODY, FORMS, NEIGHBOUR, Place, markdown
from tests.stage import correction, new_charger

KEYS = ["issue", "outcome", "title", "body", "comment", "branch", "labels", "problems", "readme"]


def test_list_and_forms_may_lie_elsewhere(place: Place):
    place.write("docs/LIST.md", LIST.replace("Zaptec Go |", "Zaptec Go 2 |"))
    (place.folder / "forms").mkdir()
    for form in (place.folder / FORMS).iterdir():
        form.rename(place.folder / "forms" / form.name)
    issue = place.write("a", markdown())
    ran = place.bot("preview", "--json", "--readme", "docs/LIST.md", "--forms", "forms", issue)
    assert (ran.status, ran.records[0]["labels"]) == (0, ["duplicate"])


def test_forms_are_looked_for_beside_the_list(place: Place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = place.bot(
        "preview", "--json", "--readme", "list/README.md", "list/" + place.write("a", markdown())
    )
    assert (ran.status, ran.records[0]["outcome"]) == (0, "pull_request")


def test_json_is_one_line_for_each_issue_in_order_with_the_keys_of_the_contract(place: Place):
    texts = [
        markdown(number=30),
        markdown(new_charger("<b>", ocpp_versions="3.0"), number=10),
        markdown("Please add my charger", number=20),
        markdown(labels=[], number=5),
        markdown(correction(communication="Direct"), number=40, labels=["invalid"]),
    ]
    ran = place.bot(
        "preview", "--json", *(place.write(str(i), text) for i, text in enumerate(texts))
    )
    assert (ran.status, ran.err, ran.out.count("\n")) == (0, "", 5)
    assert [list(record) for record in ran.records] == [KEYS] * 5
    assert [(record["issue"], record["outcome"]) for record in ran.records] == [
        (30, "pull_request"),
        (10, "reply"),
        (20, "reply"),
        (5, "nothing"),
        (40, "pull_request"),
    ]
    for record in ran.records:
        proposed = record["outcome"] == "pull_request"
        assert all(
            (record[key] is not None) is proposed for key in ("title", "body", "branch", "readme")
        )
        assert (record["comment"] is None) is (record["outcome"] == "nothing")
    assert [record["labels"] for record in ran.records] == [
        ["new-charger"],
        ["needs-info"],
        ["needs-info"],
        [],
        ["invalid"],
    ]


def test_a_refused_submission_is_done_and_names_each_field(place: Place):
    body = new_charger("<b>", brand="Zaptek", ocpp_versions="3.0", communication="Bluetooth")
    ran = place.bot("preview", "--json", place.write("a", markdown(body)))
    problems = ran.records[0]["problems"]
    assert ran.status == 0
    assert [set(problem) for problem in problems] == [{"field", "message"}] * len(problems)
    assert {problem["field"] for problem in problems} == {
        "Brand",
        "Models",
        "OCPP versions",
        "Communication",
    }


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_whole_new_list_is_there_byte_for_byte(place: Place, ends: str):
    before = LIST.replace("\n", ends)
    place.write("README.md", before)
    (record,) = place.bot("preview", "--json", place.write("a", markdown())).records
    assert record["readme"] == before.replace(NEIGHBOUR, f"{NEIGHBOUR}{ends}{ADDED}")


def test_cumulative_issues_see_the_list_as_the_ones_before_left_it(place: Place):
    files = [
        place.write("a", markdown(number=1)),
        place.write("b", markdown("Hello", number=2)),
        place.write("c", markdown(new_charger("Zaptec Go 3"), number=3)),
        place.write("d", markdown(number=4)),
    ]
    alone = place.bot("preview", "--json", *files).records
    assert [record["outcome"] for record in alone] == [
        "pull_request",
        "reply",
        "pull_request",
        "pull_request",
    ]
    assert "Zaptec Go 2 |" not in alone[2]["readme"]
    combine = place.bot("preview", "--json", "--cumulative", *files).records
    assert [record["outcome"] for record in combine] == [
        "pull_request",
        "reply",
        "pull_request",
        "reply",
    ]
    assert ADDED in combine[2]["readme"]
    assert combine[3]["labels"] == ["duplicate"]


def test_people_read_the_status_and_the_row_with_its_neighbours(place: Place):
    ran = place.bot("preview", place.write("my issue.md", markdown()))
    lines = ran.out.splitlines()
    assert lines[:2] == [
        "my issue.md: pull request",
        "  Add Zaptec Go 2 (label new-charger, branch bot/issue-12)",
    ]
    row = lines.index(f"  +{ADDED}")
    assert lines[row - 1].startswith("   | Zaptec Go |")
    assert lines[row + 1].startswith("   | Zaptec Pro |")
    assert sum("Zaptec Go 2" in line for line in lines) == 2


def test_a_long_row_is_wrapped_and_whole(place: Place):
    ran = place.bot("preview", place.write("a", markdown(new_charger(notes="word " * 50))))
    lines = ran.out.splitlines()
    (start,) = [at for at, line in enumerate(lines) if line.startswith("  +")]
    row = [lines[start].strip()]
    for line in lines[start + 1 :]:
        if not line.startswith(" " * 6):
            break
        row.append(line.strip())
    assert len(row) == 4
    assert " ".join(row).count("word") == 50
    assert row[-1].endswith("(https://www.zaptec.com/go2) |")


def test_problems_are_plain_text(place: Place):
    body = new_charger("a|b *c* <d>", ocpp_versions="3.0", sources="see `www.x.example` @ada")
    ran = place.bot("preview", place.write("a", markdown(body)))
    assert ran.out.startswith("a: reply with 3 problems, label needs-info\n  - Models: ")
    assert '"a|b *c* <d>"' in ran.out
    assert not any(mark in ran.out for mark in ("**", "<!--", "\\", "&#", "@ada:"))


def test_a_reply_is_plain_text_with_the_address_of_each_link(place: Place):
    ran = place.bot("preview", place.write("a", markdown("Please add my charger")))
    lines = ran.out.splitlines()
    assert lines[0] == "a: reply, label needs-info"
    assert "This issue was not made with a form" in lines[1]
    assert not any(mark in ran.out for mark in ("**", "<!--", "](", "<p>"))


def test_a_change_of_what_was_typed_is_remarked(place: Place):
    source = "https://www.zaptec.com/go2?utm_source=mail"
    ran = place.bot("preview", place.write("a", markdown(new_charger(sources=source))))
    assert f"  - Sources: {source} is read as" in ran.out
    untouched = place.bot("preview", place.write("a", markdown()))
    assert "is read as" not in untouched.out


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


def test_markdown_prints_the_texts_for_github(place: Place):
    issue = place.write("a", markdown())
    (record,) = place.bot("preview", "--json", issue).records
    lines = place.bot("preview", "--markdown", issue).out.splitlines()
    assert "Pull request: Add Zaptec Go 2" in lines
    assert "Branch: bot/issue-12   Label: new-charger" in lines
    for text in (record["body"], record["comment"]):
        assert "\n".join(f"    {line}" for line in text.split("\n")) in "\n".join(lines)


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


def test_forms_are_looked_for_here_where_none_are_beside_the_list(place: Place):
    place.write("docs/LIST.md", LIST)
    issue = place.write("a", markdown())
    ran = place.bot("preview", "--json", "--readme", "docs/LIST.md", issue)
    assert (ran.status, ran.records[0]["outcome"]) == (0, "pull_request")


def test_preview_writes_nothing(place: Place):
    issue = place.write("a", markdown())
    before = {path: path.stat().st_mtime_ns for path in place.folder.rglob("*")}
    assert place.process("preview", issue).status == 0
    assert {path: path.stat().st_mtime_ns for path in place.folder.rglob("*")} == before
