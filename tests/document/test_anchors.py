"""The anchors of headings."""

from bot.document.anchors import anchors


def test_anchors_of_repeated_headings_count_on():
    assert anchors(["a", "a", "a-1", "a", "a-1"]) == ["a", "a-1", "a-1-1", "a-2", "a-1-2"]


def test_an_anchor_keeps_letters_in_a_frame_but_no_other_symbols():
    assert anchors(["\u24b6 \U0001f130 \u2603!"]) == ["\u24d0-\U0001f130-"]
