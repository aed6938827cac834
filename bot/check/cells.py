"""A cell of the list as a value, by the kind of its column, with everything wrong with it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from bot.check.markup import leads_anywhere, link_spelling, same_address
from bot.document.cells import Cell, CellContent, Link, text_content
from bot.document.rows import WrittenCell
from bot.document.values import (
    choices_content,
    column_links_content,
    empty_content,
    is_empty,
    separator_text,
    shown_cell,
)
from bot.forms.choices import split_words
from bot.forms.link_lines import is_placeholder
from bot.forms.link_titles import titled_link
from bot.forms.options import read_choice
from bot.forms.typed_links import LINKS_LIMIT, read_link
from bot.forms.values import read_notes
from bot.names.cleaning import clean, has_excess_combining_marks
from bot.names.order import skeleton
from bot.names.vocabulary import is_nothing
from bot.rules import row_rules, value_rules
from bot.rules.rule import FieldErrors, Problem
from bot.shape.shape import ColumnShape
from bot.shape.yes_no import yes_or_no

# What asks for a link in place of one, such as `Source needed!`; a lock or a dash does not.
_NEEDED = re.compile(r"\b(\w+) (?:is )?(?:still )?(?:needed|wanted|missing)\b", re.IGNORECASE)
# What is wrong with the address of a source, and may be right elsewhere.
_NOT_PUBLIC = {
    value_rules.ADDRESS_UNREAD,
    value_rules.ADDRESS_HOST,
    value_rules.ADDRESS_PORT,
    value_rules.ADDRESS_USER,
}
_UNCLEAR_MARKS = {"x", "×"}  # a tick in one list, a cross in another


class CellReading(NamedTuple):
    """What a cell says.

    `value` is None where that cannot be said; `fix` is the cell as the bot would write it, where
    that is certain and differs.
    """

    value: Any
    problems: Sequence[Problem] = ()
    fix: CellContent | None = None


def normalization_problem(column: str, text: str, used: str) -> Problem | None:
    """What is wrong with a text the bot would write differently.

    Spaces and invisible characters are reported elsewhere.
    """
    if used != clean(text) or has_excess_combining_marks(text):
        return Problem(row_rules.NOT_NORMALIZED, column, {"received": text, "suggestion": used})
    if not unicodedata.is_normalized("NFC", text):
        return Problem(row_rules.DECOMPOSED, column, {"received": text, "suggestion": used})
    return None


def written_problems(errors: FieldErrors, field: str, *, is_strict: bool) -> list[Problem]:
    """What is wrong with a value in the list; its length only where the list is strict.

    The limits of the forms are for strangers, and the keeper of a list may write more.
    """
    problems = errors.problems(field)
    return [p for p in problems if is_strict or p.rule is not value_rules.TOO_LONG]


def read_text_cell(column: ColumnShape, cell: Cell) -> CellReading:
    """One line of plain text."""
    if is_empty(column, cell):
        return CellReading("")
    if column.holds_remarks and skeleton(cell.text) and is_nothing(cell.text):
        facts = {"received": cell.text, "without": _without(column)}
        empty_words = Problem(row_rules.WORD_FOR_NOTHING, column.name, facts)
        return CellReading("", [empty_words], empty_content(column))
    try:
        used = read_notes(cell.text)
    except FieldErrors as errors:
        return CellReading(
            cell.text, written_problems(errors, column.name, is_strict=column.is_strict)
        )
    if used == cell.text:
        return CellReading(used)
    problem = normalization_problem(column.name, cell.text, used)
    fix = text_content(used) if used else empty_content(column)
    return CellReading(cell.text, [problem], fix) if problem else CellReading(cell.text)


def read_choice_cell(column: ColumnShape, cell: Cell) -> CellReading:
    """One or several options, as a tuple in the order of the form."""
    if is_empty(column, cell) and (column.empty or column.is_optional):
        return CellReading(())
    return _read_choices(column, cell)


@lru_cache(maxsize=2048)
def _read_choices(column: ColumnShape, cell: Cell) -> CellReading:
    known = _shown_options(column)
    exact = _exact_options(column, cell, known)
    if exact is not None:
        return CellReading(exact)
    if column.kind == "yes/no" and cell.text.casefold() not in _UNCLEAR_MARKS:
        meaning = yes_or_no(cell.text)
        if meaning is not None:
            return _other_mark(column, cell, is_yes=meaning)
    try:
        words = split_words(cell.text)
    except FieldErrors as errors:
        return CellReading(None, errors.problems(column.name))
    chosen: set[str] = set()
    problems: list[Problem] = []
    for word in words:
        try:
            chosen.add(known.get(word) or read_choice(column, word))
        except FieldErrors as errors:
            problems += _choice_problems(column, word, errors)
    if problems:
        return CellReading(None, problems)
    if not chosen:
        return CellReading(
            None, [Problem(row_rules.MISSING_CHOICE, column.name, {"allowed": tuple(known)})]
        )
    content = choices_content(column, chosen)
    return CellReading(
        None,
        [
            Problem(
                row_rules.UNKNOWN_SPELLING,
                column.name,
                {"received": cell.text, "suggestion": content.text},
            )
        ],
        content,
    )


def _other_mark(column: ColumnShape, cell: Cell, *, is_yes: bool) -> CellReading:
    """A yes or no which is not written as the column shows it, such as `Yes` among `✅`.

    A column may show nothing for no.
    """
    chosen = column.options[:1] if is_yes else column.options[1:2]
    content = choices_content(column, chosen)
    facts = {"received": cell.text, "suggestion": content.text}
    problem = Problem(row_rules.NOT_NORMALIZED, column.name, facts)
    return CellReading(chosen, [problem], content)


@lru_cache(maxsize=16)
def _shown_options(column: ColumnShape) -> Mapping[str, str]:
    """The options by what a cell shows for them."""
    found = {}
    for option in column.options:
        cell = shown_cell(column.shown(option))
        found[cell.text or cell.html] = option
    return found


def _exact_options(
    column: ColumnShape, cell: Cell, known: Mapping[str, str]
) -> tuple[str, ...] | None:
    """The options of a cell written just as the bot would write it."""
    shown = cell.text or cell.html
    parts = [shown] if column.kind != "choices" else shown.split(column.separator)
    chosen = [known.get(part) for part in parts]
    found = tuple(option for option in column.options if option in chosen)
    return found if list(found) == chosen else None


def _choice_problems(column: ColumnShape, word: str, errors: FieldErrors) -> Iterator[Problem]:
    """What is wrong with a word, with the words of a cell in place of those of the form."""
    known = _shown_options(column)
    if not word.isascii():
        for shown in known:
            if skeleton(word) and skeleton(shown) == skeleton(word):
                yield Problem(
                    row_rules.CONFUSABLE_CHOICE,
                    column.name,
                    {"received": word, "suggestion": shown},
                )
                return
    for problem in errors.problems(column.name):
        if "allowed" not in problem.facts:
            yield problem
            continue
        words = {option: shown for shown, option in known.items()}
        suggestion = words.get(str(problem.facts.get("suggestion", "")), "")
        yield Problem(
            problem.rule,
            column.name,
            {
                **problem.facts,
                "allowed": tuple(known),
                "suggestion": suggestion,
            },
        )


def read_links_cell(column: ColumnShape, cell: Cell, written: WrittenCell | None) -> CellReading:
    """Links, as a tuple; an address a form would refuse is reported."""
    markdown = written.markdown if written else ""
    if is_empty(column, cell):
        return _no_links(column, cell)
    if column.allows_markup and cell.markup:  # such as a picture, or a link written in HTML
        return CellReading(cell.links)
    if not cell.links or not _is_only_links(column, cell):
        return _unread_links(column, cell, markdown)
    problems: list[Problem] = []
    sources: list[Link] = []
    is_certain = True
    for link in cell.links:
        try:
            source = _as_a_form_reads(*link)
        except FieldErrors as errors:
            source, is_certain = link, False
            found = written_problems(errors, column.name, is_strict=column.is_strict)
            if not column.is_strict and leads_anywhere(link.url):
                found = [problem for problem in found if problem.rule not in _NOT_PUBLIC]
        else:
            if link.title == column.link_title:  # even one of no letters, such as an emoji
                source = Link(link.title, source.url)
            found = list(_link_problems(column, link, source))
        sources.append(source)
        problems += [link_spelling(problem, markdown, link) for problem in found]
    problems += _too_many_links(column, cell, sources, markdown)
    fix = None
    if is_certain and problems and tuple(sources) != cell.links:
        fix = column_links_content(column, sources)
    is_whole = all(link.title and link.url for link in cell.links)
    return CellReading(cell.links if is_whole else None, problems, fix)


def _too_many_links(
    column: ColumnShape, cell: Cell, sources: Sequence[Link], markdown: str
) -> Iterator[Problem]:
    """Repeated links, and more links than a form takes."""
    for place in _repeated(sources):
        link = cell.links[place]
        problem = Problem(row_rules.LINK_TWICE, column.name, {"received": str(link)})
        yield link_spelling(problem, markdown, link)
    if column.is_strict and len(cell.links) > LINKS_LIMIT:
        facts = {"count": len(cell.links), "limit": LINKS_LIMIT}
        yield Problem(row_rules.TOO_MANY_LINKS, column.name, facts)


def _repeated(links: Sequence[Link]) -> Iterator[int]:
    """The places of links with the address of one before them."""
    seen = set()
    for place, link in enumerate(links):
        if link.url in seen:
            yield place
        seen.add(link.url)


def _is_only_links(column: ColumnShape, cell: Cell) -> bool:
    """Whether a cell has nothing but links and what separates them."""
    titles = [link.title for link in cell.links]
    return cell.text == separator_text(column.separator).join(titles)


def _no_links(column: ColumnShape, cell: Cell) -> CellReading:
    needed = _NEEDED.search(cell.text)
    if not needed:
        return CellReading(())
    facts = {"received": cell.text, "name": needed[1].lower()}
    return CellReading((), [Problem(row_rules.NO_LINK, column.name, facts)])


def _unread_links(column: ColumnShape, cell: Cell, markdown: str) -> CellReading:
    """A cell which is no links; where it means none, the fix is to say so."""
    empty = shown_cell(column.empty).text
    is_none = not cell.links and skeleton(cell.text) in {skeleton(empty), ""}
    suggestion = (
        empty if not cell.links and empty and skeleton(cell.text) == skeleton(empty) else ""
    )
    problem = Problem(
        row_rules.LINKS_CELL,
        column.name,
        {"received": cell.text, "without": _without(column), "suggestion": suggestion},
    )
    fix = empty_content(column) if is_none and (suggestion or not markdown) else None
    return CellReading(None, [problem], fix)


def _without(column: ColumnShape) -> str:
    """The advice for a cell without a value, as part of a sentence."""
    empty = shown_cell(column.empty).text
    return f"write `{empty}`" if empty else "leave the cell empty"


def _link_problems(column: ColumnShape, link: Link, source: Link) -> Iterator[Problem]:
    if source == link:
        return
    if not clean(link.title):
        yield Problem(
            row_rules.UNTITLED, column.name, {"received": str(link), "suggestion": str(source)}
        )
        return
    problem = normalization_problem(column.name, str(link), str(source))
    if problem:
        yield problem


def _as_a_form_reads(title: str, url: str) -> Link:
    """A link as a form would read it; GitHub makes links of bare addresses too.

    Raises FieldErrors.
    """
    if same_address(title, url):
        return read_link(f"<{url}>")
    if is_placeholder(url):
        return read_link(title)  # both pasted between the brackets of GitHub's button for links
    plain = clean(title)
    return titled_link(plain, url, str(Link(plain, url)))
