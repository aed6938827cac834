"""The marks git leaves in a text it could not merge."""

import re
from collections.abc import Mapping, Sequence

from bot.document.cmark import render
from bot.document.html import Handler
from bot.document.lines import line_end, split_lines
from bot.rules import list_rules
from bot.rules.finding import Finding, finding

# https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
_MARK = re.compile(r"(?:(?:<{7}|>{7})(?: .*)?|\|{7} [^|]+|={7})\s*")
_SIGNS = tuple(7 * sign for sign in "<=>|")
_BETWEEN = "======="
_BLOCKS = frozenset({"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


def find_conflict(text: str) -> Finding | None:
    """The first mark of a conflict a reader sees.

    None in code or comments, nor where it underlines a heading.
    """
    lines, marks = split_lines(text), {}
    for number, line in enumerate(lines, start=1):
        if line.startswith(_SIGNS) and _MARK.fullmatch(line):
            marks[number] = line
    if not marks:
        return None
    shown, alone = _shown_marks(lines, marks)
    for number, line in marks.items():
        if number in alone or (number in shown and not line.startswith(_BETWEEN)):
            return finding(list_rules.MERGE_CONFLICT, number)
    return None


def _shown_marks(lines: Sequence[str], marks: Mapping[int, str]) -> tuple[set[int], set[int]]:
    """The lines of the marks a reader sees, and of those alone in their paragraph or cell.

    A word takes the place of each mark, since marks also mean quotes and headings to Markdown.
    """
    plain = list(lines)
    for number, line in marks.items():
        plain[number - 1] = f"{_WORD}{number}{_WORD}{line_end(line)}"
    reader = _MarkReader()
    reader.feed(f"<page>{render(''.join(plain))}</page>")
    return reader.shown, reader.alone


_WORD = "\N{REPLACEMENT CHARACTER}"
_NUMBERED = re.compile(f"{_WORD}([0-9]+){_WORD}")


class _MarkReader(Handler):
    """Collects the numbers of the words for marks, outside of code."""

    def __init__(self) -> None:
        self.shown: set[int] = set()
        self.alone: set[int] = set()
        self._code = 0
        self._texts: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self._texts = []
        elif tag in {"code", "img"}:
            self._texts.append(tag)  # a mark below it is not alone: it underlines a heading
        if tag == "code":
            self._code += 1

    def end(self, tag: str) -> None:
        if tag == "code":
            self._code -= 1
        elif tag in _BLOCKS:
            match = _NUMBERED.fullmatch("".join(self._texts).strip())
            if match:
                self.alone.add(int(match[1]))
            self._texts = []

    def text(self, text: str) -> None:
        if self._code:
            return
        self._texts.append(text)
        self.shown.update(int(number) for number in _NUMBERED.findall(text))

    def omitted(self, comment: str) -> None:
        pass
