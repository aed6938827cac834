"""The anchors of headings."""

from bot.document.anchors import anchors, html_anchors


def test_anchors_of_repeated_headings_count_on():
    assert anchors(["a", "a", "a-1", "a", "a-1"]) == ["a", "a-1", "a-1-1", "a-2", "a-1-2"]


def test_an_anchor_keeps_letters_in_a_frame_but_no_other_symbols():
    assert anchors(["\u24b6 \U0001f130 \u2603!"]) == ["\u24d0-\U0001f130-"]


def test_html_has_anchors_of_ids_names_and_headings():
    text = '<a id="One"></a> <a name="two"> <h2> Three Four </h2>'
    assert html_anchors(text) == {"one", "two", "three-four"}
