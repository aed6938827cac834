"""`preview` and `apply` as people call them: their input, and the answer to it."""

import pytest

from tests.charger_list import LIST
from tests.command_line import ADDED, BODY, FORMS, NEIGHBOUR, Place, markdown
from tests.stage import new_charger

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


@pytest.mark.parametrize(("state", "outcome"), [("open", "pull_request"), ("closed", "nothing")])
def test_one_line_of_json_holds_all_of_an_issue(place: Place, state: str, outcome: str):
    issue = place.write("issue", markdown(author="ada", state=state))
    ran = place.bot("preview", "--json", issue)
    expected = dict.fromkeys(KEYS) | {"issue": 12, "outcome": outcome, "labels": [], "problems": []}
    if state == "open":
        (record,) = ran.records
        assert "Made from issue #12 by `ada`." in record["body"]
        expected |= {
            "title": "Add Zaptec Go 2",
            "body": record["body"],
            "comment": record["comment"],
            "branch": "bot/issue-12",
            "labels": ["new-charger"],
            "readme": LIST.replace(NEIGHBOUR, f"{NEIGHBOUR}\n{ADDED}"),
        }
    assert (ran.status, ran.err, ran.records) == (0, "", [expected])


def test_a_submission_without_an_issue_closes_none(place: Place):
    issue = place.write("a", f"---\nlabels: [new-charger]\n---\n{BODY}")
    (record,) = place.bot("preview", "--json", issue).records
    assert (record["issue"], record["branch"], record["title"]) == (None, None, "Add Zaptec Go 2")
    assert "Closes" not in record["body"]


def test_the_nearest_label_is_found_in_any_case(place: Place):
    form = place.folder / ".github/ISSUE_TEMPLATE/new-charger.yml"
    text = form.read_text(encoding="utf-8").replace("[new-charger]", "[NEW-CHARGER]")
    form.write_text(text, encoding="utf-8")
    ran = place.bot("preview", "--label", "NEW-CHRGER", place.write("a", BODY))
    assert "Did you mean NEW-CHARGER?" in ran.err
