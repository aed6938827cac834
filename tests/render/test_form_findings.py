"""What `doctor` says of the files of forms."""

import pytest

from bot.render import form_findings
from bot.render.findings import SetupFinding
from bot.rules.rule import Level

PLACE = ".github/ISSUE_TEMPLATE/a.yml:3"


@pytest.mark.parametrize(
    ("found", "level", "what"),
    [
        (form_findings.invalid_yaml(PLACE, "bad"), Level.ERROR, "This is not valid YAML: bad."),
        (form_findings.no_fields(PLACE), Level.ERROR, "The form has no fields."),
        (form_findings.no_label(PLACE), Level.ERROR, "This field has no label."),
        (form_findings.upload(PLACE), Level.NOTE, "This field takes files."),
        (form_findings.config(PLACE, "Bad."), Level.ERROR, "Bad."),
        (
            form_findings.labels_as_text(PLACE, "a,b"),
            Level.WARNING,
            "`labels` is a text instead of a list.",
        ),
        (
            form_findings.repeated(PLACE, "id", "a", 2),
            Level.ERROR,
            "The id `a` is there twice, first on line 2.",
        ),
        (
            form_findings.option_not_text(PLACE, "2.0"),
            Level.ERROR,
            "YAML does not read the option `2.0` as text.",
        ),
        (
            form_findings.option_none(PLACE, "none"),
            Level.ERROR,
            "The option `none` is reserved.",
        ),
        (
            form_findings.heading_gone(PLACE, "a", None),
            Level.WARNING,
            "README.md has no heading with the anchor `#a`.",
        ),
    ],
)
def test_a_finding_names_its_place(found: SetupFinding, level: Level, what: str):
    assert (found.level, found.what) == (level, f"{PLACE}: {what}")


def test_the_right_line_is_ready_to_paste():
    assert form_findings.labels_as_text(PLACE, "a, b").fix == "Write `labels: [a, b]`."
    assert form_findings.option_not_text(PLACE, "2.0").fix == 'Put it in quotes: `"2.0"`.'
    assert form_findings.repeated(PLACE, "id", "a", 2).fix == "Give each its own id."


def test_the_nearest_heading_is_suggested():
    fix = form_findings.heading_gone(PLACE, "a", "b").fix
    assert fix == "Link to `#b`, or restore the heading."
    fix = form_findings.heading_gone(PLACE, "a", None).fix
    assert fix == "Link to a heading that is there, or restore the heading."
