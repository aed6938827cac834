"""The kind of each column, recognised from its cells."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.document.appearance import comparable
from bot.init.choices import Choices, find_choice, find_choices
from bot.init.dates import day_number
from bot.init.marks import find_marks, has_shortcode
from bot.init.naming import LINK_HEADERS, is_one_link
from bot.init.values import CellValue, ColumnValues, most_common
from bot.init.yes_no import shown_for_yes_no
from bot.names.vocabulary import is_nothing
from bot.shape.list_file import ColumnKind
from bot.shape.ordering import is_date

_PROSE = {"comment", "comments", "description", "note", "notes", "remark", "remarks", "details"}
_REMARKS = {"comment", "comments", "note", "notes", "remark", "remarks"}
_BETWEEN_LINKS = re.compile(r"</a>(.*?)<a ", re.DOTALL)
_ADDRESS = re.compile(r"\S+\.\S+|.*://.*")
_MOST = 0.7
_NEARLY_ALL = 0.8
_LONGEST_EXAMPLE = 80  # characters
_LONGEST_TITLE = 20  # characters of a title like "Website", which says nothing of one entry


@dataclass(frozen=True)
class ColumnGuess:
    """What a column is taken for, and why.

    `empty` is what a cell without a value shows. `separator` is that between several options or
    links. `title` is what most links are called. A name which is a link `has_address`. A column
    `has_markup` where a cell has links, code or emphasis beyond its kind.
    """

    name: str
    kind: ColumnKind
    reason: str
    is_required: bool = False
    empty: str = ""
    options: tuple[str, ...] = ()
    shown: dict[str, str] = field(default_factory=dict)
    separator: str = ""
    title: str = ""
    has_address: bool = False
    is_date: bool = False
    is_iso_date: bool = False
    has_markup: bool = False
    holds_remarks: bool = False
    example: str = ""
    unusual: tuple[str, ...] = ()


def guess_columns(columns: Sequence[ColumnValues], name: ColumnValues) -> list[ColumnGuess]:
    """Take each column for what it is; `name` is the one with the names."""
    guesses = []
    for column in columns:
        found = _guess_name(column) if column is name else _guess_column(column)
        has_markup = any(_is_marked_up(found, value) for value in column.values)
        holds_remarks = found.kind == "text" and comparable(column.name) in _REMARKS
        if any(is_nothing(value.cell.text) for value in column.filled):
            holds_remarks = False  # a word such as `no` is a value
        guesses.append(replace(found, has_markup=has_markup, holds_remarks=holds_remarks))
    return guesses


def _is_marked_up(guess: ColumnGuess, value: CellValue) -> bool:
    """Whether a cell has more than text, and than the links its column is for."""
    has_links = bool(value.cell.links) and guess.kind != "links" and not guess.has_address
    has_emoji = guess.kind == "text" and has_shortcode(value.cell.text)
    return has_links or has_emoji or bool(value.cell.markup)


def _guess_name(column: ColumnValues) -> ColumnGuess:
    linked = [value for value in column.filled if is_one_link(value)]
    share = column.share(len(linked))
    example = _example(column)
    if share < 0.3:
        return ColumnGuess(column.name, "name", "", is_required=True, example=example)
    reason = f"a link in {len(linked)} of {len(column.filled)} rows"
    return ColumnGuess(
        column.name,
        "name",
        reason,
        is_required=share > 0.9,
        has_address=True,
        example=example,
    )


def _guess_column(column: ColumnValues) -> ColumnGuess:
    """Take a column which has no names for what it is."""
    if not column.filled:
        kind: ColumnKind = "links" if comparable(column.name) in LINK_HEADERS else "text"
        return ColumnGuess(column.name, kind, "by its name, since no cell has a value")
    marks = find_marks(column)
    if marks:
        return _guess_choice(column, marks)
    shown = shown_for_yes_no(column)
    if shown:
        return _guess_yes_no(column, shown)
    if comparable(column.name) in _PROSE:
        return _guess_links(column) or _guess_text(column)
    choice = find_choices(column) or find_choice(column)
    if choice:
        return _guess_choice(column, choice)
    return _guess_links(column) or _guess_text(column)


def _guess_yes_no(column: ColumnValues, shown: dict[str, str]) -> ColumnGuess:
    reason = f"shown as {' or '.join(shown.values())}"
    if "No" not in shown:
        reason += ", an empty cell is no"
    differing = {option: text for option, text in shown.items() if text != option}
    return ColumnGuess(
        column.name,
        "yes/no",
        reason,
        is_required=not column.has_gaps,
        empty=column.empty,
        options=tuple(shown),
        shown=differing,
    )


def _guess_choice(column: ColumnValues, choice: Choices) -> ColumnGuess:
    count = f"{len(choice.options)} values in {len(column.filled)} cells"
    kind: ColumnKind = "choice"
    reason = f"one of {count}"
    if choice.separator:
        kind = "choices"
        reason = f"several of {count}, separated by `{choice.separator}`"
    return ColumnGuess(
        column.name,
        kind,
        reason,
        is_required=not column.has_gaps,
        empty=column.empty,
        options=choice.options,
        shown=choice.shown,
        separator=choice.separator,
        unusual=choice.unusual,
    )


def _guess_links(column: ColumnValues) -> ColumnGuess | None:
    """Links, where most cells are nothing but links, in Markdown or in HTML."""
    found: list[CellValue] = []
    without: Counter[str] = Counter()  # the Markdown of cells with no links, or with more
    for value in column.values:
        if value.has_html_link or _is_only_links(value):
            found.append(value)
        else:
            without[value.markdown] += 1
    others = sum(count for text, count in without.items() if any(map(str.isalnum, text)))
    is_one_phrase = len(without) == 1 and others > 1  # such as "Source needed!"
    words = _words_for_no_link(column)
    is_rare = len(found) < _MOST * (len(found) + others) and not is_one_phrase
    if not found or is_rare or len(words) > 1:
        return None
    title = _usual_title(found)
    reason = f"in {len(found)} of {len(column.filled)} cells"
    if title:
        reason += f", most called {title}"
    return ColumnGuess(
        column.name,
        "links",
        reason,
        is_required=not without,
        empty=min(words, default=""),
        separator=_separator_of_links(found),
        title=title,
    )


def _usual_title(values: Sequence[CellValue]) -> str:
    """What nearly all links are called; empty where they are called differently."""
    titles = Counter(link.title.strip() for value in values for link in value.cell.links)
    if not titles:
        return ""
    common, count = titles.most_common(1)[0]
    is_usual = count >= _NEARLY_ALL * titles.total() and count > 1
    return common if is_usual and len(common) <= _LONGEST_TITLE else ""


def _words_for_no_link(column: ColumnValues) -> set[str]:
    """What cells without links show, as Markdown: nothing, a lock, a dash or a phrase, each once.

    Not an address of which GitHub makes no link, which is a mistake.
    """
    words = set()
    for value in column.values:
        is_link = value.cell.links or value.has_html_link or _ADDRESS.fullmatch(value.markdown)
        if not is_link:
            words.add(value.markdown)
    return words


def _is_only_links(value: CellValue) -> bool:
    """Whether a cell has links, and only marks or spaces beside them."""
    links = value.cell.links
    if not links:
        return False
    rest = value.cell.text
    for link in links:
        rest = rest.replace(link.title, "", 1)
    return len(rest.strip()) <= 3 * (len(links) - 1) and not any(map(str.isalnum, rest))


def _separator_of_links(values: Sequence[CellValue]) -> str:
    """What most cells have between two links, as Markdown; empty where none has two."""
    found: list[str] = []
    for value in values:
        for between in _BETWEEN_LINKS.findall(value.cell.html):
            if "omitted" in between and "<br" in value.markdown.casefold():
                found.append("<br>")
            else:
                found.append(between)
    separator = most_common(found) or ""
    if not separator.strip() or "<!" in separator:
        return ""
    return separator.replace("|", "\\|")


def _guess_text(column: ColumnValues) -> ColumnGuess:
    dates = sum(day_number(value.label) is not None for value in column.filled)
    has_dates, reason = False, ""
    if column.share(dates) >= _MOST:
        has_dates, reason = True, "dates"
    return ColumnGuess(
        column.name,
        "text",
        reason,
        is_required=not column.has_gaps,
        empty=column.empty,
        is_date=has_dates,
        is_iso_date=has_dates and _are_iso_dates([value.label for value in column.filled]),
        example=_example(column),
    )


def _are_iso_dates(texts: Sequence[str]) -> bool:
    """Whether all are dates the bot can compare; years alone may be other numbers."""
    return all(map(is_date, texts)) and any("-" in text for text in texts)


def _example(column: ColumnValues) -> str:
    """A plain value of the column, of usual length but not too long, to show in the form."""
    plain = []
    for value in column.filled:
        text = value.cell.text.strip()
        is_plain = value.cell.links or not value.cell.html
        if text and is_plain and len(text) <= _LONGEST_EXAMPLE:
            plain.append(text)
    return sorted(plain, key=len)[len(plain) // 2] if plain else ""
