"""What `doctor` says of the files of forms; findings.txt has their whole texts."""

from bot.doctor import form_findings
from bot.doctor.form_files import check_form_file, check_links
from bot.rules.rule import Level


def test_what_does_no_harm_is_a_note():
    assert form_findings.UPLOAD.level is Level.NOTE
    assert form_findings.LABELS_AS_TEXT.level is Level.WARNING
    assert form_findings.NO_LABEL.level is Level.ERROR


def test_the_right_line_is_ready_to_paste():
    form = b"""\
name: A
description: B
labels: a,b
body: [{type: dropdown, id: c, attributes: {label: D, options: [2.0, E]}}]
"""
    labels, option = check_form_file("a.yml", form)
    assert labels.fix == "Write `labels: [a, b]`."
    assert option.fix == 'Put it in quotes: `"2.0"`.'


def test_the_nearest_heading_is_suggested():
    (found,) = check_links("a.yml", b"README.md#lisense", {"license"})
    assert found.fix == "Link to `#license`, or restore the heading."
    (found,) = check_links("a.yml", b"README.md#lisense", {"other"})
    assert found.fix == "Link to a heading that is there, or restore the heading."
