"""Yes and no, as words and as emoji."""

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
    "+": "",
    "⭕": "❌",
    "○": "×",
    "〇": "×",
    "◯": "×",
    ":white_check_mark:": ":x:",
    ":heavy_check_mark:": ":x:",
    ":ballot_box_with_check:": ":x:",
    ":+1:": ":-1:",
}
_NO = {"no", "n", "false", "❌", "✖", "✗", "✘", "❎", "☐", "⬜", "👎", "🔴", "🟥", "🚫", "⛔"}
_NO |= {":x:", ":heavy_multiplication_x:", ":no_entry:", ":no_entry_sign:", ":-1:"}


def yes_or_no(text: str) -> bool | None:
    """Whether a value is a yes; None for what is neither. `✅ Yes` is a yes too.

    An `x` or `×` is a tick in one list and a cross in another, so it is neither here.
    """
    words = _without_selectors(text).casefold().split()
    if words and all(word in _PAIRS for word in words):
        return True
    if words and all(word in _NO for word in words):
        return False
    return None


def no_beside(yes: str) -> str | None:
    """The no in the style of a yes; None for a yes of another style."""
    return _PAIRS.get(_without_selectors(yes).casefold())


def _without_selectors(text: str) -> str:
    return text.replace("\N{VARIATION SELECTOR-15}", "").replace("\N{VARIATION SELECTOR-16}", "")
