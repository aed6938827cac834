"""The JSON of `preview` and `apply` is what schema/preview-1.json says."""

import json

import pytest
from jsonschema import Draft202012Validator

from bot.decision.decision import Outcome
from tests.charger_list import LIST, ROOT
from tests.command_line import BODY, Place, markdown
from tests.stage import correction, new_charger

SCHEMA = json.loads((ROOT / "schema" / "preview-1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

KEYS = ["issue", "outcome", "title", "body", "comment", "branch", "labels", "problems", "readme"]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["outcome"]["enum"] == list(Outcome)


def test_each_outcome_is_what_the_schema_says(place: Place):
    texts = [
        markdown(),
        markdown(new_charger("<b>", ocpp_versions="3.0")),
        markdown("Please add my charger"),
        markdown(new_charger("Zaptec Go")),
        markdown(correction(communication="Direct"), labels=["invalid"]),
        markdown(labels=["new-charger", "invalid"]),
        markdown(labels=[]),
        f"---\nlabels: [new-charger]\n---\n{BODY}",
    ]
    files = [place.write(str(number), text) for number, text in enumerate(texts)]
    ran = place.bot("preview", "--json", *files)
    outcomes = [record["outcome"] for record in ran.records]
    assert [outcomes.count(outcome) for outcome in Outcome] == [3, 4, 1]
    for record in ran.records:
        VALIDATOR.validate(record)
        assert list(record) == SCHEMA["required"] == list(SCHEMA["properties"])


def test_a_broken_list_is_what_the_schema_says(place: Place):
    place.write("README.md", "# Nothing\n")
    (record,) = place.bot("preview", "--json", place.write("a", markdown())).records
    VALIDATOR.validate(record)


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "reply"},
        {"readme": None},
        {"labels": []},
        {"issue": 0},
        {"branch": "main"},
        {"problems": [{"message": "No field"}]},
        {"more": 1},
    ],
    ids=str,
)
def test_the_schema_refuses_anything_else(place: Place, change: dict):
    (record,) = place.bot("preview", "--json", place.write("a", markdown())).records
    assert record["readme"] != LIST
    assert VALIDATOR.is_valid(record)
    assert not VALIDATOR.is_valid(record | change)


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


def test_markdown_prints_the_texts_for_github(place: Place):
    issue = place.write("a", markdown())
    (record,) = place.bot("preview", "--json", issue).records
    assert place.bot("preview", "--markdown", issue).out == (
        "a: pull request\n\nPull request: Add Zaptec Go 2\n"
        "Branch: bot/issue-12   Label: new-charger\n\n"
        f"{indented(record['body'])}\n\nReply:\n\n{indented(record['comment'])}\n\n"
    )


def test_markdown_of_a_reply_names_its_label(place: Place):
    issue = place.write("a", markdown("Hello"))
    (record,) = place.bot("preview", "--json", issue).records
    assert place.bot("preview", "--markdown", issue).out == (
        "a: reply, label needs-info\n\nReply (label needs-info):\n\n"
        f"{indented(record['comment'])}\n\n"
    )


def test_an_issue_without_a_number_has_no_branch_yet(place: Place):
    issue = place.write("a", f"---\nlabels: [new-charger]\n---\n{BODY}")
    lines = place.bot("preview", "--markdown", issue).out.splitlines()
    assert "Branch: (the issue has no number)   Label: new-charger" in lines


def indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
