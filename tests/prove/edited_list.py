"""The judge of a list that a stranger has edited by hand: what `check`, `export` and `site` make of it acts nowhere."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from html.parser import HTMLParser
from io import StringIO

from bot.check.fix import fix
from bot.check.inspect import inspect
from bot.cli.check import FORMATS
from bot.cli.formats import as_summary
from bot.cli.summary import SweepResult, error_summary, summary, sweep_summary
from bot.cli.terminal import error_line
from bot.decision.decision import Outcome
from bot.document.cells import Link
from bot.document.document import Document
from bot.document.parse import parse
from bot.document.style import TableStyle
from bot.document.values import value_content
from bot.errors import ReadmeError
from bot.export.catalogue import Catalogue, key_of, read_catalogue
from bot.export.csv_text import as_csv
from bot.export.json_text import as_json
from bot.export.site import as_page
from bot.export.statistics import as_statistics
from bot.local.readme import README
from bot.names.vocabulary import is_nothing
from bot.render.changes import ROWS_UNREADABLE, differing_rows
from bot.render.desired import DesiredState
from bot.rules.finding import Finding
from bot.rules.rule import Level
from tests.charger_list import SHAPE
from tests.page import Cell, Page, Row, brand_places
from tests.prove import expected_answers
from tests.prove.active_markup import COMMAND, Ours, acting
from tests.prove.conversation import Conversation
from tests.prove.hostile_places import FEW, NUMBER

_ANNOTATION = re.compile(r"::(?:error|warning|notice) file=README\.md,line=\d+,col=\d+::[^\r\n]+")
_FORMULA = re.compile(r"""(?:^|[;\t\r\n])[\s"]*[=+\-@＝＋－＠]""")
_TAG = re.compile("<[A-Za-z/]")  # of which GitHub takes away what a parser may take for a row
# What is strong in the summary, besides the names of brands.
_OURS = ("new", "changed", "removed", "(nothing)")
_MOST_BYTES = 1 << 20  # in the summary of a step
_TABLE = f"| {' | '.join(SHAPE.header)} |\n|{' --- |' * len(SHAPE.header)}\n"
_NOTES = SHAPE.header.index("Notes")
_SITE = "https://github.com/acme/list"


def read_list(readme: str) -> Document:
    return parse(readme, SHAPE).checked()


def row_of(record: dict) -> str:
    """The row of an exported record, made again."""
    contents = []
    for column in SHAPE.columns:
        value = record[key_of(column)]
        if column.kind == "choices":
            value = [option for option in column.options if column.exported(option) in value]
        elif column.kind == "links":
            value = [Link(link["title"], link["url"]) for link in value]
        contents.append(value_content(column, value, None))
    return TableStyle().row(contents)


def complaints_of_list(readme: str) -> Iterator[str]:
    """What is wrong with what is made of a list with a stranger's text in it."""
    found, page = inspect(parse(readme, SHAPE)), Page(readme)
    yield from _findings(readme, found)
    yield from _summary(readme, page, found)
    yield from _fixed(readme)
    yield from _exported(
        readme, page, is_right=not any(finding.level is Level.ERROR for finding in found)
    )


def complaints_of_error(reported: str) -> Iterator[str]:
    """What is wrong with the summaries of a run that an error with a stranger's text has ended."""
    for text, plain in zip(_summaries(reported), _summaries("a"), strict=True):
        yield from acting("the summary", text, Ours(signs={f"#{NUMBER}"}))
        if text.count("\n") != plain.count("\n"):
            yield f"lines of a stranger in the summary: {text[:60]!a}"
    yield from _error_line(ReadmeError(1, reported))


def _summaries(reported: str) -> tuple[str, ...]:
    error = ReadmeError(1, reported)
    desired = DesiredState(Outcome.REPLY, error=error)
    return (
        summary(NUMBER, desired),
        error_summary(NUMBER, error),
        sweep_summary([SweepResult(NUMBER, error=str(error))]),
    )


# --- `check` --------------------------------------------------------------------------------------------------------


def _findings(readme: str, found: tuple[Finding, ...]) -> Iterator[str]:
    lines = re.split(r"\r\n|\r|\n", readme)
    for place in {finding.place for finding in found}:
        if not (
            1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1
        ):
            yield f"nothing is at {place}"
    printed = {form: write("README.md", found) for form, write in FORMATS.items()}
    annotations = printed.pop("github")
    if found and (
        odd := [line for line in annotations.split("\n") if not _ANNOTATION.fullmatch(line)]
    ):
        yield f"no annotation: {odd[0][:60]!a}"
    printed["annotations"] = annotations.replace("::", "")
    for form, text in printed.items():
        yield from _printed(form, text)
    if len(json.loads(printed["json"])) != len(found):
        yield "another number of findings in JSON"


def _printed(name: str, text: str) -> Iterator[str]:
    if command := COMMAND.search(text):
        yield f"a command to the runner in {name}: {text[command.start() :][:40]!a}"
    if odd := expected_answers.unseen(text):
        yield f"printed in {name}, though nobody sees them: {odd!a}"


def _bare(text: str) -> str:
    return "".join(text.split())


def _error_line(error: ReadmeError) -> Iterator[str]:
    line = error_line(error, README)
    if COMMAND.search(line) or not line.isprintable():
        yield f"the error is printed as {line[:60]!a}"


def _summary(readme: str, page: Page, found: tuple[Finding, ...]) -> Iterator[str]:
    try:
        before, after = read_list(FEW), read_list(readme)
        differing = differing_rows(before, after)
        strong = [*_OURS, *(brand.name for brand in (*before.sections, *after.sections))]
    except ReadmeError:
        differing, strong = ROWS_UNREADABLE, []

    def is_strong(said: str) -> bool:
        shown = (form(known) for known in strong for form in (str, expected_answers.spelt_out))
        return any(_bare(said) in _bare(name) for name in shown)  # of which comments part one

    links = {
        address
        for seen in (_page(), page)
        for row in seen.rows
        for cell in row.cells
        for address, _ in cell.links
    }
    text = as_summary(found, differing)
    yield from acting("the summary", text, Ours(is_strong, {"", *links}))
    if len(text.encode()) > _MOST_BYTES:
        yield f"{len(text)} characters, which no step may leave"


def _fixed(readme: str) -> Iterator[str]:
    with suppress(ReadmeError):
        fixed = fix(parse(readme, SHAPE))
        for error in fixed.unfixed:
            yield from _error_line(error)
        if fixed.text != readme and fix(parse(fixed.text, SHAPE)).text != fixed.text:
            yield "fixing again changes more"


# --- `export` and `site` --------------------------------------------------------------------------------------------


def _exported(readme: str, page: Page, *, is_right: bool) -> Iterator[str]:
    try:
        catalogue = read_catalogue(parse(readme, SHAPE))
    except ReadmeError as error:
        yield from _error_line(error)
        if is_right:
            yield f"passes the check, but cannot be exported: {error}"
        return
    if is_right and catalogue.left_out:
        yield f"passes the check, but is left out of the export: {catalogue.left_out!a}"
    records = json.loads(as_json(catalogue))["chargers"]
    rows = "".join(f"{row_of(record)}\n" for record in records)
    if is_right and not _TAG.search(readme) and Page(_TABLE + rows).rows != _rows(page):
        yield "the rows made again from the export show something else"
    table = list(csv.reader(StringIO(as_csv(catalogue))))[1:]
    if len(table) != len(catalogue.entries) or any(
        _FORMULA.search(cell) for row in table for cell in row
    ):
        yield f"the CSV runs as a formula, or has other rows: {table!a}"
    numbers = as_statistics(catalogue)
    seen = Conversation(numbers)
    if (
        list(seen.alive())
        or seen.links
        or set(seen.elements) - _plain_elements()
        or expected_answers.unseen(numbers)
    ):
        yield "the statistics are more than text"
    yield from _site(as_page(catalogue, _SITE))


def _rows(page: Page) -> list[Row]:
    """The rows below the headings of brands as an export has them."""
    inside = (
        part for _, start, stop in brand_places(page.parts) for part in page.parts[start:stop]
    )
    return [_exported_row(part) for part in inside if isinstance(part, Row) and not part.is_header]


def _exported_row(row: Row) -> Row:
    """A row as an export has it: notes which say nothing are none."""
    cells = list(row.cells)
    notes = cells[_NOTES].text
    if not notes.strip() or (any(map(str.isalnum, notes)) and is_nothing(notes)):
        cells[_NOTES] = Cell("")
    return Row(tuple(cells))


class _Tags(HTMLParser):
    """The tags in lines of a page with the names of their attributes, and the addresses that they link to."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self.tags: set[tuple[str, ...]] = set()
        self.links: set[str] = set()
        self.feed("\n".join(lines))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, *(name for name, _ in attrs)))
        self.links.update(value or "" for name, value in attrs if name in {"href", "src"})


def _site(page: str) -> Iterator[str]:
    lines = [line for line in page.split("\n") if line not in _plain_lines()]
    tags = _Tags(lines)
    if odd := tags.tags - _plain_page().tags:
        yield f"tags in the page: {odd!a}"
    links = tags.links - _plain_page().links  # of which one is the filter for rows without a source
    if links := {link for link in links if not re.match("(?i)https?:|#entry/", link)}:
        yield f"links in the page: {links!a}"
    if unseen := expected_answers.unseen("\n".join(lines)):
        yield f"characters in the page that nobody sees: {unseen!a}"


# --- The same of a list in which nothing is hostile -----------------------------------------------------------------


@cache
def _page() -> Page:
    return Page(FEW)


@cache
def _plain() -> Catalogue:
    """With a source that is no link in the page, and a row left out."""
    few = FEW.replace("https://x.example/sheet", "ftp://x.example/sheet")
    return read_catalogue(parse(f"{few}| Zaptec Odd | 3 |  |  |  |\n", SHAPE))


@cache
def _plain_elements() -> set[str]:
    return {"span", "br", *Conversation(as_statistics(_plain())).elements}


@cache
def _plain_lines() -> dict[str, None]:
    return dict.fromkeys(as_page(_plain(), _SITE).split("\n"))


@cache
def _plain_page() -> _Tags:
    return _Tags(_plain_lines())
