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
