"""What `doctor` says of the files of forms; findings.txt has their whole texts."""

from bot.doctor import form_findings
from bot.rules.rule import Level

PLACE = ".github/ISSUE_TEMPLATE/a.yml:3"


def test_what_does_no_harm_is_a_note():
    assert form_findings.upload(PLACE).level is Level.NOTE
    assert form_findings.labels_as_text(PLACE, "a, b").level is Level.WARNING
    assert form_findings.no_label(PLACE).level is Level.ERROR


def test_the_right_line_is_ready_to_paste():
    assert form_findings.labels_as_text(PLACE, "a,b").fix == "Write `labels: [a, b]`."
    assert form_findings.option_not_text(PLACE, "2.0").fix == 'Put it in quotes: `"2.0"`.'


def test_the_nearest_heading_is_suggested():
    fix = form_findings.heading_gone(PLACE, "a", "b").fix
    assert fix == "Link to `#b`, or restore the heading."
    fix = form_findings.heading_gone(PLACE, "a", "").fix
    assert fix == "Link to a heading that is there, or restore the heading."
