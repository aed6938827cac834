"""`doctor --offline` names file, line and fix of what cannot be read in a form."""

from pathlib import Path

import pytest

from bot.doctor.form_files import check_config, check_form_file, check_links
from bot.render.findings import SetupFinding
from bot.rules.rule import Level
from tests.charger_list import ROOT
from tests.command_line import FORMS, Place, make_place, markdown

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
        "a.yml:2: This is not valid YAML: mapping values are not allowed here.",
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


@pytest.mark.parametrize("text", ["", "- a", "contact_links: 5", "a: [" + "[" * 3000])
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


@pytest.fixture
def place(tmp_path: Path, monkeypatch, capsys) -> Place:
    """A folder with the list, the forms and the workflows of this repository."""
    place = make_place(tmp_path, monkeypatch, capsys)
    for name in ("contribute.yml", "sweep.yml"):
        workflow = (ROOT / ".github/workflows" / name).read_bytes()
        place.write(f".github/workflows/{name}", workflow)
    place.write("README.md", (ROOT / "README.md").read_bytes())
    return place


def test_doctor_names_a_mistake_in_a_form_once(place: Place):
    path = FORMS / "new-charger.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    place.write(str(path), text.replace("      label: Models\n", ""))
    ran = place.bot("doctor", "--offline")
    line = text[: text.index("    id: models")].count("\n")
    assert ran.status == 1
    assert f"error: {path}:{line}: This field has no label.\n" in ran.out
    assert ran.out.endswith("1 error, 0 warnings (GitHub was not asked)\n")


def test_doctor_looks_at_config_and_links(place: Place):
    place.write(str(FORMS / "config.yml"), "blank_issues_enabled: maybe\n")
    readme = (place.folder / "README.md").read_text(encoding="utf-8")
    place.write("README.md", readme.replace("## OCPP Versions", "## Versions"))
    ran = place.bot("doctor", "--offline")
    assert "config.yml:1: `blank_issues_enabled` must be true or false." in ran.out
    form = (place.folder / FORMS / "new-charger.yml").read_text(encoding="utf-8")
    line = form[: form.index("README.md#ocpp-versions")].count("\n") + 1
    message = "README.md has no heading with the anchor `#ocpp-versions`."
    assert f"new-charger.yml:{line}: {message}" in ran.out


def test_doctor_without_variables_names_two_ways_on(place: Place, monkeypatch):
    for name in ("GITHUB_REPOSITORY", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    place.git("init", "--quiet")
    place.git("remote", "add", "origin", "git@github.com:acme/list.git")
    ran = place.bot("doctor")
    assert ran.status == 1
    assert "`python -m bot doctor --offline`" in ran.err
    assert "GITHUB_REPOSITORY=acme/list GITHUB_TOKEN=$(gh auth token)" in ran.err


def test_labels_can_only_be_made_on_github(place: Place):
    ran = place.bot("doctor", "--offline", "--fix")
    assert (ran.status, ran.out) == (2, "")


def test_doctor_minds_neither_files_to_upload_nor_labels_as_a_text(place: Place):
    path = FORMS / "new-charger.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    upload = "  - type: upload\n    id: photo\n    attributes:\n      label: Photo\n"
    place.write(str(path), text.replace("[new-charger]", "new-charger, help") + upload)
    ran = place.bot("doctor", "--offline")
    assert (ran.status, "note: " in ran.out) == (0, True)
    assert ran.out.endswith("0 errors, 1 warning (GitHub was not asked)\n")
    issue = place.write("a.md", markdown())
    assert "a.md: pull request" in place.bot("preview", issue).out


UNREADABLE = {
    "a label that is a number": ("label: Brand", "label: 5"),
    "a label that is true": ("label: Brand", "label: Yes"),
    "a label that is a list": ("label: Brand", "label: [a]"),
    "a body that is a number": ("body:", "body: 3\nrest:"),
    "labels as settings": ("labels: [new-charger]", "labels: {}"),
    "a name that is a number": ("name: New charger", "name: 5"),
    "a link to a heading that is gone too": ("label: Brand", "label: 5 # README.md#none"),
}


@pytest.mark.parametrize(("before", "after"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_the_bot_cannot_read_is_an_error_of_doctor_too(place: Place, before: str, after: str):
    path = FORMS / "new-charger.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    place.write(str(path), text.replace(before, after, 1))
    previewed = place.bot("preview", place.write("a.md", markdown()))
    assert previewed.status == 1
    assert f"{path}: not an issue form: `" in previewed.err
    ran = place.bot("doctor", "--offline")
    assert ran.status == 1
    assert f"error: {path}:" in ran.out


def test_an_empty_form_is_an_error(place: Place):
    path = place.write(str(FORMS / "new-charger.yml"), "")
    previewed = place.bot("preview", place.write("a.md", markdown()))
    assert f"{path}: not an issue form: it has no settings" in previewed.err
    assert f"error: {path}" in place.bot("doctor", "--offline").out
