"""A row as the charger that it stands for, judged by the rules of the forms and in their words."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

from bot.check.invisible import is_invisible_or_odd_space, unseen_problem
from bot.check.matching import model_problems
from bot.check.source_rows import SourceRow, normalization_problem
from bot.document.charger import (
    HEADER,
    NO_SOURCE,
    Cell,
    Charger,
    Communication,
    OcppVersion,
    Source,
)
from bot.document.escape import escape
from bot.document.rendering import OMITTED
from bot.forms.choices import split_words
from bot.forms.ocpp import read_communication, read_version
from bot.forms.sources import SOURCES_LIMIT, doubled_sources, read_source, titled_source
from bot.forms.values import BRAND_LIMIT, MODEL_LIMIT, read_name, read_notes
from bot.names.cleaning import clean, deceptive_words, is_invisible, unique
from bot.names.full_name import full_model
from bot.names.order import normalize_name, skeleton
from bot.rules import list_rules
from bot.rules.rule import Fact, FieldErrors, Level, Problem

MODEL, VERSIONS, COMMUNICATION, NOTES, SOURCE = HEADER
_FREE_COLUMNS = tuple(
    (index, column) for index, column in enumerate(HEADER) if column in {MODEL, NOTES, SOURCE}
)

_LINK_TAG = re.compile(
    r'<a href="[^"]*">(?!(?:(?!</a>).)*<a )|</a>', re.DOTALL
)  # not around another link
_TITLE_OF_LINK = ' title="'  # in a text the quote is an entity
_TAGS_OF_CELLS, _TAGS_OF_LINK = 2 * len(HEADER), 2
_BETWEEN = " / "
_TRIMMED = " \t\n\v\f\r"  # what GitHub takes off a cell
# What GitHub makes an emoji, a formula or a footnote of when it shows a file, which its renderer
# alone does not.
_LIVE = re.compile(
    r":(?:[+-]1|100|1234|[0-9_+-]*[a-z][a-z0-9_+-]*):|\$(?=\S)[^$]+(?<=\S)\$|\[\^[^\[\]\s]+\]"
)

_decoded = lru_cache(maxsize=16)(
    unquote
)  # which takes long for an endless address, and is asked again for each link

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")
Problems = tuple[Problem, ...]
Reading = tuple[Value | None, Problems]


class Columns(NamedTuple):
    """What the columns of a row say, None where it cannot be told, and all that is wrong with them."""

    model: str
    ocpp_versions: tuple[OcppVersion, ...] | None
    communication: tuple[Communication, ...] | None
    notes: str
    links: tuple[tuple[str, str], ...] | None
    problems: Problems

    @property
    def is_sure(self) -> bool:
        """Whether the row is one, and its model a name, so that its place in the order can be told."""
        doubtful = (
            p for p in self.problems if p.field in {None, MODEL} and p.rule.level is Level.ERROR
        )
        return next(doubtful, None) is None and (
            self.model.isascii() or not any(map(is_invisible, self.model))
        )

    def charger(self) -> Charger | None:
        """The charger that the row stands for, None when that cannot be told."""
        if self.ocpp_versions is None or self.communication is None or self.links is None:
            return None
        return Charger(
            model=self.model,
            ocpp_versions=self.ocpp_versions,
            communication=self.communication,
            notes=self.notes,
            sources=_as_sources(self.links),
        )


def read_columns(written: SourceRow) -> Columns:
    """Read a row."""
    model, versions, communication, notes, source = written.row.cells
    chosen, problems_of_versions = _read_versions(versions.text)
    ways, problems_of_ways = _read_communication(communication.text)
    links, problems_of_links = _read_links(written, source)
    is_regular = written.is_regular
    problems = (
        *(() if is_regular else _cell_problems(written)),
        *_model_problems(written, model.text),
        *problems_of_versions,
        *problems_of_ways,
        *_notes_problems(notes.text),
        *problems_of_links,
        *_markup_problems(written),
        *_live_problems(written),
        *_hidden_problems(written),
        *_look_alikes(NOTES, notes.text),
        *_look_alikes(SOURCE, source.text),
    )
    if not is_regular:
        untold = (
            HEADER[len(written.raw) :] if "|" in written.line else HEADER
        )  # missing cells are told once
        problems = tuple(problem for problem in problems if problem.field not in untold)
    return Columns(model.text, chosen, ways, notes.text, links, problems)


def _as_sources(links: Iterable[tuple[str, str]]) -> tuple[Source, ...]:
    return tuple(Source(title, url) for title, url in links)


def _cell_problems(written: SourceRow) -> Iterator[Problem]:
    if "|" not in written.line:
        yield Problem(list_rules.TEXT_IN_TABLE, None, {"received": written.line.strip()})
    elif len(written.raw) < len(HEADER):
        yield Problem(
            list_rules.CELLS_MISSING, None, {"count": len(written.raw), "limit": len(HEADER)}
        )
    if written.extra_text:
        yield Problem(
            list_rules.CELLS_BEYOND, None, {"received": written.extra_text, "limit": len(HEADER)}
        )


def _model_problems(written: SourceRow, model: str) -> Iterator[Problem]:
    brand = written.brand.name
    if foreign := _other_brand(written, model):
        yield Problem(list_rules.OTHER_BRAND, MODEL, {"received": model, "known": foreign})
        return
    try:
        name = read_name(model, MODEL_LIMIT)
    except FieldErrors as mistakes:
        yield from mistakes.problems(MODEL)
        return
    used = full_model(brand, name) if written.is_under_its_brand else name
    if used != model and (problem := normalization_problem(MODEL, model, used)):
        yield problem
    yield from model_problems(MODEL, brand, name)


def _other_brand(written: SourceRow, model: str) -> str | None:
    """Another brand of the list whose name a model begins with, if it does not begin with its own."""
    if model.startswith(f"{written.brand.name} ") or full_model(written.brand.name, model) == model:
        return None
    words, own = normalize_name(model).split(), normalize_name(written.brand.name)
    begins = takewhile(
        lambda begin: len(begin) <= BRAND_LIMIT, accumulate(words[:-1], "{} {}".format)
    )
    return next(
        (
            known[0].name
            for begin in begins
            if begin != own and (known := written.brands.get(begin))
        ),
        None,
    )


def _notes_problems(notes: str) -> Iterator[Problem]:
    try:
        used = read_notes(notes)
    except FieldErrors as mistakes:
        yield from mistakes.problems(NOTES)
    else:
        if used != notes and (problem := normalization_problem(NOTES, notes, used)):
            yield problem


def _markup_problems(written: SourceRow) -> Iterator[Problem]:
    """Cells in which something is marked up: what a person typed is shown as text, and only
    sources are links.
    """
    html = written.row.rendered.html
    tags = _TAGS_OF_CELLS + _TAGS_OF_LINK * len(written.row.cells[-1].links)
    if html.count("<") == tags and _TITLE_OF_LINK not in html:
        return
    for index, (column, fragment) in enumerate(
        zip(HEADER, written.row.rendered.fragments, strict=True)
    ):
        if "<" not in fragment:
            continue
        raw, cell = written.raw[index], written.row.cells[index]
        typed = [] if column == SOURCE else _typed_addresses(raw.markdown, cell)
        yield from (
            Problem(list_rules.AUTOLINK, column, {"received": one, "markdown": escape(one)})
            for one in typed
        )
        plain = _LINK_TAG.sub("", fragment) if typed or column == SOURCE else fragment
        if "<" in plain.replace(OMITTED, "") or (OMITTED in plain and raw.holds_html):
            yield Problem(list_rules.MARKUP, column, {"received": raw.markdown})


def _typed_addresses(raw: str, cell: Cell) -> list[str]:
    """The addresses of which GitHub alone makes all links of a cell, as they are typed."""
    if not all(_is_address(title, url) for title, url in cell.links):
        return []
    titles = unique(
        "www." if title == "www" else title for title, _ in cell.links
    )  # which is no link without its dot
    if "[" in raw and any(f"[{title}" in raw for title in titles):
        return []
    return (
        [f"<{title}>" if f"<{title}>" in raw else title for title in titles]
        if "<" in raw
        else titles
    )


def _is_address(title: str, url: str) -> bool:
    return _decoded(title) in {
        _decoded(url),
        _decoded(url.removeprefix("mailto:")),
        _decoded(url.removeprefix("http://")),
    }


def _live_problems(written: SourceRow) -> Iterator[Problem]:
    """What GitHub shows otherwise than it is typed; where a bracket is escaped, no footnote begins."""
    for index, column in _FREE_COLUMNS:
        if live := _LIVE.findall(written.row.cells[index].text):
            raw = written.raw[index].markdown.replace("\\[", "")
            for one in unique(live):
                if one in raw:
                    yield Problem(
                        list_rules.SHOWN_OTHERWISE,
                        column,
                        {"received": one, "markdown": escape(one)},
                    )


def _hidden_problems(written: SourceRow) -> Iterator[Problem]:
    """Characters that show nothing and are written as entities; the others are found where they
    stand.
    """
    for index, (column, cell) in (
        enumerate(zip(HEADER, written.row.cells, strict=True)) if "&" in written.line else ()
    ):
        if _cannot_be_typed(column, cell.text):
            yield Problem(
                list_rules.BLANK_AS_ENTITY, column, {"received": written.raw[index].markdown}
            )
        if not cell.text.isprintable():
            unseen = (
                char
                for char in unique(cell.text)
                if is_invisible_or_odd_space(char) and char not in written.line
            )
            yield from (unseen_problem(char, column) for char in unseen)


def _cannot_be_typed(column: str, text: str) -> bool:
    """Whether no row can hold a text as such, since a line ends in it or blanks are around it."""
    is_trimmed = column in {MODEL, NOTES} and text != text.strip(_TRIMMED)
    return is_trimmed or "\n" in text or "\r" in text


def _look_alikes(column: str, text: str) -> Iterator[Problem]:
    """Letters of another alphabet in a text, which look like those around them, but which no
    search finds.
    """
    return (
        Problem(list_rules.LOOK_ALIKES, column, {"received": word})
        for word in deceptive_words(text)
    )


@lru_cache(maxsize=1024)
def _read_versions(text: str) -> Reading[tuple[OcppVersion, ...]]:
    return _read_choices(
        VERSIONS, text, {str(version): version for version in OcppVersion}, read_version
    )


@lru_cache(maxsize=1024)
def _read_communication(text: str) -> Reading[tuple[Communication, ...]]:
    return _read_choices(
        COMMUNICATION, text, {kind.shown: kind for kind in Communication}, read_communication
    )


def _read_choices(
    column: str, text: str, known: dict[str, Choice], read: Callable[[str], Choice]
) -> Reading[tuple[Choice, ...]]:
    """Words of a few in the list's own order; what the form would understand is told as what was
    meant.
    """
    try:
        words = split_words(text)
    except FieldErrors as mistakes:
        return None, tuple(mistakes.problems(column))
    chosen: set[Choice] = set()
    problems: list[Problem] = []
    for word in words:
        try:
            chosen.add(read(word))
        except FieldErrors as mistakes:
            told = [_in_words_of_the_list(problem, known) for problem in mistakes.problems(column)]
            problems += _confusable_choice(column, word, known) or told
    if problems or not chosen:
        return None, tuple(problems) or (
            Problem(list_rules.MISSING_CHOICE, column, {"allowed": tuple(known)}),
        )
    wanted = _BETWEEN.join(word for word, kind in known.items() if kind in chosen)
    if wanted != text:
        return None, (
            Problem(list_rules.MISSPELT, column, {"received": text, "suggestion": wanted}),
        )
    return tuple(kind for kind in known.values() if kind in chosen), ()


def _confusable_choice(column: str, word: str, known: Iterable[str]) -> list[Problem]:
    """A word that the eye takes for one of a few, since only its letters are others."""
    meant = (
        next((one for one in known if skeleton(one) == skeleton(word)), None)
        if not word.isascii()
        else None
    )
    return (
        [Problem(list_rules.ONLY_ALIKE, column, {"received": word, "suggestion": meant})]
        if meant
        else []
    )


def _in_words_of_the_list(problem: Problem, known: dict[str, Choice]) -> Problem:
    """A problem that names what is allowed, with the words of a row for those of the form."""
    if "allowed" not in problem.facts:
        return problem
    words: dict[Fact, str] = {str(kind): word for word, kind in known.items()}
    suggestion = words.get(problem.facts.get("suggestion", ""), "")
    return replace(
        problem, facts={**problem.facts, "allowed": tuple(known), "suggestion": suggestion}
    )


def _read_links(written: SourceRow, cell: Cell) -> Reading[tuple[tuple[str, str], ...]]:
    """The links of the cell; an address that the form would refuse is told, and also one that
    the bot would mend.
    """
    if cell == Cell(NO_SOURCE):
        return (), (Problem(list_rules.NO_SOURCE, SOURCE),)
    if not cell.links or cell.text != " | ".join(title for title, _ in cell.links):
        meant = NO_SOURCE if not cell.links and skeleton(cell.text) == skeleton(NO_SOURCE) else ""
        return None, (
            Problem(list_rules.SOURCE_CELL, SOURCE, {"received": cell.text, "suggestion": meant}),
        )
    problems = [
        _as_typed(problem, written, link)
        for link in cell.links
        for problem in _source_problems(*link)
    ]
    if len(cell.links) > 1:
        problems += _doubled_sources(written, cell.links)
    if len(cell.links) > SOURCES_LIMIT:
        problems.append(
            Problem(
                list_rules.TOO_MANY_SOURCES,
                SOURCE,
                {"count": len(cell.links), "limit": SOURCES_LIMIT},
            )
        )
    return cell.links, tuple(problems)


def _source_problems(title: str, url: str) -> Iterator[Problem]:
    try:
        used = read_link(title, url)
    except FieldErrors as mistakes:
        yield from mistakes.problems(SOURCE)
    else:
        if used == (title, url):
            return
        received = str(Source(title, url))
        if not clean(title):
            yield Problem(
                list_rules.UNTITLED, SOURCE, {"received": received, "suggestion": str(used)}
            )
        elif problem := normalization_problem(SOURCE, received, str(used)):
            yield problem


def _parse_leniently(link: tuple[str, str]) -> Source:
    try:
        return read_link(*link)
    except FieldErrors:
        return Source(*link)


def _doubled_sources(written: SourceRow, links: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    sources = list(map(_parse_leniently, links))
    given = dict(zip(sources, links, strict=True))
    for source in doubled_sources(sources):
        problem = Problem(
            list_rules.SOURCE_DOUBLED, SOURCE, {"received": str(Source(*given[source]))}
        )
        yield _as_typed(problem, written, given[source])


def _as_typed(problem: Problem, written: SourceRow, link: tuple[str, str]) -> Problem:
    """A problem that quotes a link as it is typed; the renderer encodes an address, and makes a
    link of a bare one.
    """
    title, url = link
    raw, is_bare = written.raw[-1].markdown, _is_address(title, url)
    spellings = (url, _decoded(url), title) if is_bare else (url, _decoded(url))
    address = next((one for one in spellings if one in raw), url)
    typed: dict[Fact, str] = {
        url: address,
        str(Source(title, url)): address if is_bare else str(Source(title, address)),
    }
    received = problem.facts["received"]
    return replace(problem, facts={**problem.facts, "received": typed.get(received, received)})


def read_link(title: str, url: str) -> Source:
    """Read a link as the form would; GitHub makes a link of a bare address too, and knows where
    it ends.

    Raises FieldErrors.
    """
    if _decoded(title) == _decoded(url):
        return read_source(f"<{url}>")
    plain = clean(title)
    return titled_source(plain, url, str(Source(plain, url)))
