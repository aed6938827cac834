"""MAINTAINING.md knows each reply of the bot by its words."""

import re

from bot.decision.decision import IssueLabel
from tests.charger_list import FORMS, ROOT

PAGE = (ROOT / "MAINTAINING.md").read_text(encoding="utf-8")
REPLIES = [
    path.read_text(encoding="utf-8").partition("\n")[0]
    for path in (ROOT / "tests" / "cases").glob("*/comment.md")
]


def plain(text: str) -> str:
    """Words without emphasis, thanks and marker, and with `#n` for a number."""
    bare = re.sub(r"<!--.*?-->|\*|`[^`]*`|Thank you(?:, @[\w-]+)?! ?", "", text)
    return re.sub(r"#\d+", "#n", bare)


def rows_of(heading: str) -> list[str]:
    """The first cells of the table below a heading."""
    table = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| (?!---)(.+?) \|", table, re.MULTILINE)[1:]


def test_the_table_of_replies_has_each_of_the_bot_and_no_other():
    phrases: set[str] = set()
    for cell in rows_of("Replies"):
        phrases.update(phrase.strip("… ") for phrase in re.findall(r"\*(.+?)\*", cell))
    used: set[str] = set()
    for reply in map(plain, REPLIES):
        known = {phrase for phrase in phrases if phrase in reply}
        assert known, reply
        used |= known
    assert used == phrases


def test_each_label_is_in_the_table():
    named = set(re.findall(r"`([\w-]+)`", "\n".join(rows_of("Labels"))))
    assert named == {form.issue_label for form in FORMS} | set(IssueLabel) | {"stale", "bug"}
