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
    yes = Counter({key: counts[key] for key in counts if meaning[key] is True})
    no = Counter({key: counts[key] for key in counts if meaning[key] is False})
    is_plain = len(yes) <= 1 and len(no) <= 1 and len(yes) + len(no) == len(counts)
    if is_plain or not yes or column.share(yes.total() + no.total()) < _MOST:
        return None
    labels = {}
    for key, _ in counts.most_common():
        labels[key] = key
        if SHORTCODE.fullmatch(key):  # which dropdowns show as they are typed
            labels[key] = key.strip(":").replace("_", " ").capitalize()
    usual = yes.most_common(1)[0][0]
    if usual.startswith(_TICKS):
        labels[usual] = "Yes"
        for key, _ in no.most_common(1):
            labels[key] = "No"
    if len(set(map(str.casefold, labels.values()))) < len(labels):
        return None
    return Choices({label: column.markdown_of(key) for key, label in labels.items()})
