"""Columns of marks: ticks, crosses and other emoji, typed as such or as shortcodes of GitHub."""

import re
from collections import Counter

from bot.init.choices import Choices
from bot.init.values import ColumnValues
from bot.init.yes_no import meanings

# https://docs.github.com/en/get-started/writing-on-github (Using emojis)
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
_TICKS = (
    "✅",
    "✔",
    "✓",
    "☑",
    ":white_check_mark:",
    ":heavy_check_mark:",
    ":ballot_box_with_check:",
)
_MOST_MARKS = 12
_MOST = 0.7


def has_shortcode(text: str) -> bool:
    """Whether a text has what GitHub may show as an emoji, such as `:tada:`."""
    return _SHORTCODE.search(text) is not None


def find_marks(column: ColumnValues) -> Choices | None:
    """The marks of a column as options, where yes or no is shown in several ways, or more is.

    Each stays as it is shown. None for a column of words, or of one mark for yes and one for no.
    """
    counts = column.counts
    words = [_SHORTCODE.sub("", key) for key in counts]
    if len(counts) > _MOST_MARKS or any(map(str.isalnum, "".join(words))):
        return None
    meaning = meanings(counts)
    yes = Counter({key: count for key, count in counts.items() if meaning[key] is True})
    no = Counter({key: count for key, count in counts.items() if meaning[key] is False})
    is_plain = len(yes) <= 1 and len(no) <= 1 and len(yes) + len(no) == len(counts)
    if is_plain or not yes or column.share(yes.total() + no.total()) < _MOST:
        return None
    labels = {key: _label(key) for key, _ in counts.most_common()}
    usual = yes.most_common(1)[0][0]
    if usual.startswith(_TICKS):
        labels[usual] = "Yes"
        labels |= {key: "No" for key, _ in no.most_common(1)}
    options = tuple(labels.values())
    if len({option.casefold() for option in options}) < len(options):
        return None
    shown = {}
    for key, label in labels.items():
        if column.markdown_of(key) != label:
            shown[label] = column.markdown_of(key)
    return Choices(options, shown)


def _label(key: str) -> str:
    """A mark as an option: dropdowns show shortcodes as they are typed, so these are words."""
    if _SHORTCODE.fullmatch(key):
        return key.strip(":").replace("_", " ").capitalize()
    return key
