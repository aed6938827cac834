"""`doctor --offline` names file, line and fix of what cannot be read in a form."""

import pytest

from bot.doctor.findings import SetupFinding
from bot.doctor.form_files import check_config, check_form_file, check_links
from bot.rules.rule import Level
from tests.charger_list import ROOT
from tests.command_line import FORMS

FORM = """\
name: New charger
description: Add a charger
labels: [new-charger]
body:
  - type: markdown
    attributes:
      value: Thank you!
  - type: input
    id: brand
    attributes:
      label: Brand
  - type: dropdown
    id: versions
    attributes:
      label: Versions
      options:
        - "1.6J"
        - "2.0"
  - type: checkboxes
    id: agree
    attributes:
      label: Terms
      options:
        - label: I agree
"""
CONFIG = """\
blank_issues_enabled: false
contact_links:
  - name: E-mail
    url: https://example.com/mail
    about: Without an account
"""


def found_in(text: str) -> list[SetupFinding]:
    return list(check_form_file("a.yml", text.encode()))


def test_the_forms_of_this_repository_are_fine():
    for path in (ROOT / FORMS).glob("*.yml"):
        check = check_config if path.name == "config.yml" else check_form_file
        assert list(check(path.name, path.read_bytes())) == []
    assert found_in(FORM) == []
    assert list(check_config("config.yml", CONFIG.encode())) == []


MISTAKES = {
    "labels as a text": (
        "[new-charger]",
        "new-charger, help",
        Level.WARNING,
        "a.yml:3: `labels` is a text instead of a list.",
        "Write `labels: [new-charger, help]`.",
    ),
    "two fields with one label": (
        "label: Versions",
        "label: Brand",
        Level.ERROR,
        "a.yml:15: The label `Brand` is there twice, first on line 11.",
        "Give each its own label.",
    ),
    "two fields with one id": (
        "id: versions",
        "id: brand",
        Level.ERROR,
        "a.yml:13: The id `brand` is there twice, first on line 9.",
        "Give each its own id.",
    ),
    "an option that is a number": (
        '"2.0"',
        "2.0",
        Level.ERROR,
        "a.yml:18: YAML does not read the option `2.0` as text.",
        'Put it in quotes: `"2.0"`.',
    ),
    "an option that is true": (
        '"2.0"',
        "Yes",
        Level.ERROR,
        "a.yml:18: YAML does not read the option `Yes` as text.",
        'Put it in quotes: `"Yes"`.',
    ),
    "an option that is a date": (
        '"2.0"',
        "2026-01-02",
        Level.ERROR,
        "a.yml:18: YAML does not read the option `2026-01-02` as text.",
        'Put it in quotes: `"2026-01-02"`.',
    ),
    "an option that is nothing": (
        '"2.0"',
        "null",
        Level.ERROR,
        "a.yml:18: YAML does not read the option `null` as text.",
        'Put it in quotes: `"null"`.',
    ),
    "an option with a colon": (
        '"2.0"',
        "2.0: in part",
        Level.ERROR,
        "a.yml:18: YAML reads this option as a list or a mapping, not as text.",
        "Put the whole option in quotes.",
    ),
    "a box that is true": (
        "label: I agree",
        "label: on",
        Level.ERROR,
        "a.yml:24: YAML does not read the option `on` as text.",
        'Put it in quotes: `"on"`.',
    ),
    "the option None": (
        '"2.0"',
        "None",
        Level.ERROR,
        "a.yml:18: The option `None` is reserved.",
        "Use another word, such as `Not known`.",
    ),
    "an option twice": (
        '"2.0"',
        "1.6J",
        Level.ERROR,
        "a.yml:18: The option `1.6J` is there twice, first on line 17.",
        "Give each its own option.",
    ),
    "no description": (
        "description: Add a charger\n",
        "",
        Level.ERROR,
        "a.yml: The form has no text for `description`.",
        "Add `description:` with a text at the top, in quotes if it is a number, yes or no.",
    ),
    "a name that is a number": (
        "name: New charger",
        "name: 5",
        Level.ERROR,
        "a.yml:1: The form has no text for `name`.",
        "Add `name:` with a text at the top, in quotes if it is a number, yes or no.",
    ),
    "an unknown type": (
        "type: input",
        "type: text",
        Level.ERROR,
        "a.yml:8: There is no type `text` of fields.",
        "Write `type:` with one of checkboxes, dropdown, input, markdown, textarea, upload.",
    ),
    "no type": (
        "  - type: input\n    id: brand\n",
        "  - id: brand\n",
        Level.ERROR,
        "a.yml:8: This field has no type.",
        "Write `type:` with one of checkboxes, dropdown, input, markdown, textarea, upload.",
    ),
    "required by a word": (
        "      label: Brand\n",
        "      label: Brand\n    validations:\n      required: maybe\n",
        Level.ERROR,
        "a.yml:13: `maybe` is neither true nor false.",
        "Write `true` or `false`.",
    ),
    "several by a word": (
        "      label: Versions\n",
        "      label: Versions\n      multiple: many\n",
        Level.ERROR,
        "a.yml:16: `many` is neither true nor false.",
        "Write `true` or `false`.",
    ),
    "a field without label": (
        "      label: Brand\n",
        "      description: The maker\n",
        Level.ERROR,
        "a.yml:8: This field has no label.",
        "Add `label:` with the question under `attributes:`.",
    ),
    "a field with an empty label": (
        "label: Brand",
        "label:",
        Level.ERROR,
        "a.yml:8: This field has no label.",
        "Add `label:` with the question under `attributes:`.",
    ),
    "a field for files": (
        "type: input",
        "type: upload",
        Level.NOTE,
        "a.yml:8: This field takes files.",
        "Leave it, or remove it if nobody needs it.",
    ),
    "no fields": (
        "body:",
        "fields:",
        Level.ERROR,
        "a.yml: The form has no fields.",
        "Restore the list `body:` with its fields.",
    ),
    "a line that is no YAML": (
        "description: Add a charger",
        "description: Add: a charger",
        Level.ERROR,
        "a.yml:2: This is not valid YAML: a colon which begins a value here; put a text with a "
        "colon in quotes, and look at the indentation.",
        "Correct the line; often an indentation, or a text with a colon that needs quotes.",
    ),
}


@pytest.mark.parametrize(
    ("before", "after", "level", "what", "fix"), MISTAKES.values(), ids=MISTAKES
)
def test_a_mistake_is_named_with_its_line(
    before: str, after: str, level: Level, what: str, fix: str
):
    (finding,) = found_in(FORM.replace(before, after, 1))
    assert (finding.level, finding.what, finding.fix) == (level, what, fix)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("false", '"no"', "config.yml:1: `blank_issues_enabled` must be true or false."),
        ("blank_issues_enabled", "blank_issue", "config.yml:1: There is no setting `blank_issue`."),
        (
            "    about: Without an account\n",
            "",
            "config.yml:3: A contact link needs the text `about`.",
        ),
        ("name: E-mail", "name:", "config.yml:3: A contact link needs the text `name`."),
        ("https://", "www.", "config.yml:4: The `url` of a contact link begins with https://."),
        (
            "https://",
            "mailto:a@",
            "config.yml:4: The `url` of a contact link begins with https://.",
        ),
        ("contact_links:", "contact_links: {", "config.yml:3: This is not valid YAML: "),
    ],
)
def test_a_mistake_in_the_config_is_named_with_its_line(before: str, after: str, what: str):
    (finding,) = check_config("config.yml", CONFIG.replace(before, after, 1).encode())
    assert finding.what.startswith(what)
    assert finding.level is Level.ERROR


def test_contact_links_that_are_no_list_are_named_with_their_line():
    (finding,) = check_config("config.yml", b"blank_issues_enabled: true\ncontact_links: none\n")
    assert finding.what == "config.yml:2: `contact_links` must be a list."


@pytest.mark.parametrize("text", ["", "- a", "false"])
def test_a_config_without_settings(text: str):
    (finding,) = check_config("config.yml", text.encode())
    assert finding.what == "config.yml:1: There are no settings in the file."


@pytest.mark.parametrize("text", ["contact_links: 5", "a: [" + "[" * 3000])
def test_a_config_of_another_kind_is_one_mistake(text: str):
    assert len(list(check_config("config.yml", text.encode()))) == 1


@pytest.mark.parametrize("text", ["", "- a", "5", "body: 5", "body: [5]", "body: [[]]", "\x00"])
def test_no_text_breaks_the_check_of_a_form(text: str):
    assert found_in(text) != []


def test_a_link_to_a_heading_that_is_gone_is_named_with_the_nearest():
    text = "a: |\n  See [versions](../blob/HEAD/README.md#ocpp-version).\n  And README.md#none\n"
    found = list(check_links("a.yml", text.encode(), {"ocpp-versions", "license"}))
    assert [(finding.level, finding.what, finding.fix) for finding in found] == [
        (
            Level.WARNING,
            "a.yml:2: README.md has no heading with the anchor `#ocpp-version`.",
            "Link to `#ocpp-versions`, or restore the heading.",
        ),
        (
            Level.WARNING,
            "a.yml:3: README.md has no heading with the anchor `#none`.",
            "Link to a heading that is there, or restore the heading.",
        ),
    ]


def test_a_link_to_a_heading_that_is_there_is_fine():
    text = b"a: ../blob/HEAD/README.md#ocpp-versions, README.md#gr%C3%B6%C3%9Fe and README.md"
    assert list(check_links("a.yml", text, {"ocpp-versions", "größe"})) == []
