"""The cells of one column as values: what is shown, how it is written, how often."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.document.cells import Cell

# What GitHub may show as an emoji, such as `:tada:`:
# https://docs.github.com/en/get-started/writing-on-github (Using emojis)
SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
# What lists write into a cell which has no value.
_NOTHING = {"", "-", "--", "---", "–", "—", "?", "/", "n/a", "n.a.", "na", "none", "nil", "tbd"}


class CellValue(NamedTuple):
    """One cell: as GitHub shows it, and its Markdown."""

    cell: Cell
    markdown: str

    @property
    def key(self) -> str:
        """Equal for cells which look the same to a form: the text, or the HTML of a picture."""
        return self.cell.text.strip() or self.cell.html.strip()

    @property
    def label(self) -> str:
        """The value in words: the text, or that of its picture."""
        return self.cell.label

    @property
    def is_one_link(self) -> bool:
        """Whether the cell is one link and nothing else."""
        links = self.cell.links
        return bool(links) and links[0].title.strip() == self.cell.text.strip() != ""

    @property
    def has_html_link(self) -> bool:
        """Whether there is a link written in HTML, which GitHub shows and its renderer omits."""
        return "omitted" in self.cell.markup and "<a " in self.markdown.casefold()

    @property
    def begins_with_link(self) -> bool:
        """Whether the cell is a link, in Markdown or HTML, with nothing before it."""
        links = self.cell.links
        is_first = bool(links) and self.cell.text.strip().startswith(links[0].title.strip() or " ")
        return is_first or self.has_html_link

    @property
    def is_nothing(self) -> bool:
        """Whether the cell is empty, or says that there is no value."""
        is_text = not self.cell.links and not self.cell.html
        return is_text and self.cell.text.strip().casefold() in _NOTHING


@dataclass(frozen=True)
class ColumnValues:
    """All cells of a column."""

    name: str
    values: Sequence[CellValue]

    @cached_property
    def filled(self) -> list[CellValue]:
        """The cells with a value."""
        return [value for value in self.values if not value.is_nothing]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each value is there."""
        return Counter(value.key for value in self.filled)

    @property
    def has_gaps(self) -> bool:
        """Whether a cell has no value."""
        return len(self.filled) < len(self.values)

    @cached_property
    def empty(self) -> str:
        """The most frequent cell without a value, as Markdown."""
        return most_common(v.markdown for v in self.values if v.is_nothing)

    def markdown_of(self, key: str) -> str:
        """The Markdown of most cells with a value."""
        return most_common(v.markdown for v in self.filled if v.key == key) or key

    def share(self, count: int) -> float:
        """A number of cells as a share of those which have a value; 0 where there is none."""
        return count / len(self.filled) if self.filled else 0.0


def most_common(texts: Iterable[str]) -> str:
    """The most frequent text, the first of equals; empty where there is none."""
    for text, _ in Counter(texts).most_common(1):
        return text
    return ""
