"""Columns of marks: ticks, crosses and other emoji, typed as such or as shortcodes of GitHub."""

from collections import Counter

from bot.init.choices import Choices
from bot.init.values import SHORTCODE, ColumnValues
from bot.init.yes_no import meanings

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


def find_marks(column: ColumnValues) -> Choices | None:
    """The marks of a column as options, where yes or no is shown in several ways, or more is.

    Each stays as it is shown. None for a column of words, or of one mark for yes and one for no.
    """
    counts = column.counts
    words = [SHORTCODE.sub("", key) for key in counts]
    if len(counts) > _MOST_MARKS or any(map(str.isalnum, "".join(words))):
        return None
    meaning = meanings(counts)
    yes: Counter[str] = Counter()
    no: Counter[str] = Counter()
    for key, count in counts.items():
        if meaning[key] is True:
            yes[key] = count
        elif meaning[key] is False:
            no[key] = count
    is_plain = len(yes) <= 1 and len(no) <= 1 and len(yes) + len(no) == len(counts)
    if is_plain or not yes or column.share(yes.total() + no.total()) < _MOST:
        return None
    labels = {key: _label(key) for key, _ in counts.most_common()}
    usual = yes.most_common(1)[0][0]
    if usual.startswith(_TICKS):
        labels[usual] = "Yes"
        for key, _ in no.most_common(1):
            labels[key] = "No"
    if len(set(map(str.casefold, labels.values()))) < len(labels):
        return None
    return Choices({label: column.markdown_of(key) for key, label in labels.items()})


def _label(key: str) -> str:
    """A mark as an option: dropdowns show shortcodes as they are typed, so these are words."""
    if SHORTCODE.fullmatch(key):
        return key.strip(":").replace("_", " ").capitalize()
    return key
