"""Yes and no, as words and as emoji."""

from bot.init.values import ColumnValues, most_common

_SELECTOR = "\N{VARIATION SELECTOR-16}"
# Ways to show yes, each with the no of the same style.
_PAIRS = {
    "yes": "No",
    "y": "N",
    "true": "False",
    "✅": "❌",
    "✔": "✖",
    "✓": "✗",
    "☑": "☐",
    "👍": "👎",
    "🟢": "🔴",
    "🟩": "🟥",
    "x": "",
    ":white_check_mark:": ":x:",
    ":heavy_check_mark:": ":x:",
    ":ballot_box_with_check:": ":x:",
    ":+1:": ":-1:",
}
_NO = {"no", "n", "false", "❌", "✖", "✗", "✘", "×", "❎", "☐", "👎", "🔴", "🟥", "🚫", "⛔"}
_NO |= {":x:", ":heavy_multiplication_x:", ":no_entry:", ":no_entry_sign:", ":-1:"}
_NEARLY_ALL = 0.95


def yes_or_no(text: str) -> bool | None:
    """Whether a value is a yes; None for what is neither. `✅ Yes` is a yes too."""
    words = text.replace(_SELECTOR, "").casefold().split()
    if words and all(word in _PAIRS for word in words):
        return True
    if words and all(word in _NO for word in words):
        return False
    return None


def shown_for_yes_no(column: ColumnValues) -> dict[str, str] | None:
    """What the cells of a column show for Yes and No; None for a column of anything else.

    Without No, an empty cell means it.
    """
    meanings = {key: yes_or_no(key) for key in column.counts}
    known = sum(column.counts[key] for key, meaning in meanings.items() if meaning is not None)
    if column.share(known) < _NEARLY_ALL or True not in meanings.values():
        return None
    addresses = {
        link.url for v in column.filled if meanings[v.key] is not None for link in v.cell.links
    }
    if len(addresses) > 1:
        return None  # links, each called by a mark or a letter such as x
    yes = most_common(v.markdown for v in column.filled if meanings[v.key] is True)
    no = most_common(v.markdown for v in column.filled if meanings[v.key] is False)
    if no is None and not column.has_gaps:
        no = _PAIRS.get((yes or "").replace(_SELECTOR, "").casefold())
    shown = {"Yes": yes or "", "No": no or ""}
    return {option: text for option, text in shown.items() if text}
