"""The kind of each column, recognised from its cells."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.document.appearance import comparable
from bot.init.choices import Choices, find_choice, find_choices
from bot.init.dates import day_number
from bot.init.marks import find_marks
from bot.init.name_column import LINK_HEADERS, PROSE_HEADERS
from bot.init.values import SHORTCODE, CellValue, ColumnValues, most_common
from bot.init.yes_no import shown_for_yes_no
from bot.names.vocabulary import is_nothing
from bot.shape.list_file import ColumnKind
from bot.shape.ordering import is_date

_REMARKS = PROSE_HEADERS - {"description", "details"}
_BETWEEN_LINKS = re.compile(r"</a>(.*?)<a ", re.DOTALL)
_ADDRESS = re.compile(r"\S+\.\S+|.*://.*")
_MOST = 0.7
_NEARLY_ALL = 0.8
_LONGEST_EXAMPLE = 80  # characters
_LONGEST_TITLE = 20  # characters of a title like "Website", which says nothing of one entry


@dataclass(frozen=True)
class ColumnGuess:
    """What a column is taken for, and why.

    `empty` is what a cell without a value shows, and `shown` what it shows for each option, both
    as Markdown. `separator` is that between several options or links. `title` is what most links
    are called. A name which is a link `has_address`. A column `has_markup` where a cell has links,
    code or emphasis beyond its kind.
    """

    name: str
    kind: ColumnKind
    reason: str = ""
    is_required: bool = False
    empty: str = ""
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

    @property
    def options(self) -> tuple[str, ...]:
        """The choices in a form; empty where people type."""
        return tuple(self.shown)


def guess_columns(columns: Sequence[ColumnValues], name: ColumnValues) -> list[ColumnGuess]:
    """Take each column for what it is; `name` is the one with the names."""
    guesses = []
    for column in columns:
        guess = _guess_name(column) if column is name else _guess_column(column)
        has_markup = any(_is_marked_up(guess, value) for value in column.values)
        holds_remarks = guess.kind == "text" and comparable(column.name) in _REMARKS
        if any(is_nothing(value.cell.text) for value in column.filled):
            holds_remarks = False  # a word such as `no` is a value
        guesses.append(replace(guess, has_markup=has_markup, holds_remarks=holds_remarks))
    return guesses


def _is_marked_up(guess: ColumnGuess, value: CellValue) -> bool:
    """Whether a cell has more than text, and than the links its column is for."""
    has_links = value.cell.links and guess.kind != "links" and not guess.has_address
    has_emoji = guess.kind == "text" and SHORTCODE.search(value.cell.text)
    return bool(has_links or has_emoji or value.cell.markup)


def _guess_name(column: ColumnValues) -> ColumnGuess:
    linked = sum(value.begins_with_link for value in column.filled)
    share = column.share(linked)
    has_address = share >= 0.3
    reasons = []
    if has_address:
        reasons.append(f"a link in {linked} of {len(column.filled)} rows")
    if column.has_gaps:
        nameless = len(column.values) - len(column.filled)
        reasons.append(
            f"missing in {nameless} of {len(column.values)} rows, which no form corrects"
        )
    return ColumnGuess(
        column.name,
        "name",
        ", ".join(reasons),
        is_required=not has_address or share > 0.9,
        has_address=has_address,
        example=_example(column),
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
        reason = f"shown as {' or '.join(shown.values())}"
        if "No" not in shown:
            reason += ", an empty cell is no"
        return _with_options(column, "yes/no", reason, Choices(shown))
    if comparable(column.name) not in PROSE_HEADERS:
        choice = find_choices(column) or find_choice(column)
        if choice:
            return _guess_choice(column, choice)
    return _guess_links(column) or _guess_text(column)


def _guess_choice(column: ColumnValues, choice: Choices) -> ColumnGuess:
    count = f"{len(choice.shown)} values in {len(column.filled)} cells"
    if choice.separator:
        reason = f"several of {count}, separated by `{choice.separator}`"
        return _with_options(column, "choices", reason, choice)
    return _with_options(column, "choice", f"one of {count}", choice)


def _with_options(
    column: ColumnValues, kind: ColumnKind, reason: str, choice: Choices
) -> ColumnGuess:
    return ColumnGuess(
        column.name,
        kind,
        reason,
        is_required=not column.has_gaps,
        empty=column.empty,
        shown=choice.shown,
        separator=choice.separator,
        unusual=choice.unusual,
    )


def _guess_links(column: ColumnValues) -> ColumnGuess | None:
    """Links, where most cells are nothing but links, in Markdown or in HTML."""
    linked: list[CellValue] = []
    others: Counter[str] = Counter()  # the Markdown of cells with no links, or with more
    without_link = set()  # of those with none: a lock, a dash or a phrase
    for value in column.values:
        if value.has_html_link or _is_only_links(value):
            linked.append(value)
            continue
        others[value.markdown] += 1
        # An address of which GitHub makes no link is a mistake.
        if not value.cell.links and not _ADDRESS.fullmatch(value.markdown):
            without_link.add(value.markdown)
    in_words = sum(count for text, count in others.items() if any(map(str.isalnum, text)))
    is_one_phrase = len(others) == 1 and in_words > 1  # such as "Source needed!"
    is_rare = len(linked) < _MOST * (len(linked) + in_words) and not is_one_phrase
    if not linked or is_rare or len(without_link) > 1:
        return None
    title = _usual_title(linked)
    reason = f"in {len(linked)} of {len(column.filled)} cells"
    if title:
        reason += f", most called {title}"
    return ColumnGuess(
        column.name,
        "links",
        reason,
        is_required=not others,
        empty=min(without_link, default=""),
        separator=_separator_of_links(linked),
        title=title,
    )


def _is_only_links(value: CellValue) -> bool:
    """Whether a cell has links, and only marks or spaces beside them."""
    links = value.cell.links
    if not links:
        return False
    rest = value.cell.text
    for link in links:
        rest = rest.replace(link.title, "", 1)
    return len(rest.strip()) <= 3 * (len(links) - 1) and not any(map(str.isalnum, rest))


def _usual_title(values: Sequence[CellValue]) -> str:
    """The title of nearly all links; empty where they are called differently."""
    titles = Counter(link.title.strip() for value in values for link in value.cell.links)
    for title, count in titles.most_common(1):
        if 1 < count >= _NEARLY_ALL * titles.total() and len(title) <= _LONGEST_TITLE:
            return title
    return ""


def _separator_of_links(values: Sequence[CellValue]) -> str:
    """What most cells have between two links, as Markdown; empty where none has two."""
    separators: list[str] = []
    for value in values:
        for between in _BETWEEN_LINKS.findall(value.cell.html):
            is_break = "omitted" in between and "<br" in value.markdown.casefold()
            separators.append("<br>" if is_break else between)
    separator = most_common(separators)
    if "<!" in separator:
        return ""
    return separator.replace("|", "\\|")


def _guess_text(column: ColumnValues) -> ColumnGuess:
    texts = [value.label for value in column.filled]
    is_of_dates = column.share(sum(day_number(text) is not None for text in texts)) >= _MOST
    has_months = any("-" in text for text in texts)  # years alone may be other numbers
    return ColumnGuess(
        column.name,
        "text",
        "dates" if is_of_dates else "",
        is_required=not column.has_gaps,
        empty=column.empty,
        is_date=is_of_dates,
        is_iso_date=is_of_dates and has_months and all(map(is_date, texts)),
        example=_example(column),
    )


def _example(column: ColumnValues) -> str:
    """A plain value of the column, of usual length but not too long, to show in the form."""
    plain = []
    for value in column.filled:
        text = value.cell.text.strip()
        is_plain = value.cell.links or not value.cell.html
        if text and is_plain and len(text) <= _LONGEST_EXAMPLE:
            plain.append(text)
    return sorted(plain, key=len)[len(plain) // 2] if plain else ""
