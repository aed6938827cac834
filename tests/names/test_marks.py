"""Marks around a name, in front of a line, and without their other half."""

import pytest

from bot.names.marks import without_bullet, without_marks


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("– Go", "Go"),
        ("— Go", "Go"),
        ("-Go", "Go"),
        ("•\tGo", "Go"),
        ("•Go", "Go"),
        ("a) Go", "Go"),
        ("B) Go", "Go"),
        ("-40 °C Edition", "-40 °C Edition"),
        ("(e) Go", "(e) Go"),
        ("a)Go", "a)Go"),
        ("2.0 Go", "2.0 Go"),
    ],
)
def test_a_bullet_in_front(line: str, item: str):
    assert without_bullet(line) == item


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Go 3)", "Go 3"),
        ("(Go 3", "Go 3"),
        ("Go 3 (", "Go 3"),
        (") Go 3", "Go 3"),
        ("Go 3]", "Go 3"),
        ("Go 3 -", "Go 3"),
        ("Go 3”", "Go 3"),
        ("“Go 3", "Go 3"),
        ("“Zaptec” Go", "“Zaptec” Go"),
        ("„Zaptec“ Go", "„Zaptec“ Go"),
        ("(e)Box 22 (RFID)", "(e)Box 22 (RFID)"),
        ('Screen 7"', 'Screen 7"'),
        ("Go -22", "Go -22"),
        ("Go -", "Go"),
        ("Go+", "Go+"),
    ],
)
def test_marks_without_their_other_half(typed: str, name: str):
    assert without_marks(typed) == name
