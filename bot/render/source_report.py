"""The one issue about sources gone or moved."""

import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote

from bot.evidence.entry import Aged, Entry, entries_by_address
from bot.evidence.history import History, Record, archived_copy
from bot.render.quoting import code, neutralize
from bot.render.table import table, table_row

TITLE = "Sources that are gone or have moved"
MARKER = "<!-- charger-ocpp-bot: sources"
_END = "<!-- charger-ocpp-bot: end of sources -->"
_FIRST_LINE = re.compile(
    rf"{MARKER} (?P<text>[0-9a-f]{{16}})(?P<keys>(?: [0-9a-f]{{16}})*) -->\r?\n"
)
_LONGEST_TABLE = 25_000  # characters for each of two tables; an issue can have 65,536
_KEY_LENGTH = 17
_MOST_ENTRIES = 5  # for one source
_SAFE_IN_LINK = "!#$%&'()*+,-./:;=?@_~[]"  # an address as it is, but for what ends a link or a cell
_OPENING = "A program asked each source of the list. It can be wrong: look before you correct."
_ALL_WELL = "Every source in this report was seen alive since, or is out of the list."

# From an entry, its right addresses and a reason to the address of the form filled in with them.
CorrectionLink = Callable[[Entry, Sequence[str], str], str]


class SourceReport(NamedTuple):
    """The text for the issue; `keys` has one for each source in it, and none where all is well."""

    text: str
    keys: tuple[str, ...]

    def body(self, notes: str) -> str:
        """The body of the issue, with the notes of people below the report."""
        keys = "".join(f" {key}" for key in self.keys)
        return f"{MARKER} {_digest(self.text)}{keys} -->\n{self.text}\n\n{_END}{notes}"


class ReportIssue(NamedTuple):
    """The issue, opened by the bot itself, with MARKER at the start of its body.

    It has no `number` before it is opened.
    """

    number: int | None
    body: str
    is_open: bool


def plan_report(report: SourceReport, issue: ReportIssue | None) -> ReportIssue | None:
    """The issue as it should be, or None where nothing is to be written.

    An issue that a person has closed stays closed until there is a source that it does not name.
    """
    if issue is None:
        if not report.keys:
            return None
        return ReportIssue(None, report.body(""), is_open=True)
    known: set[str] = set()
    first = _FIRST_LINE.match(issue.body)
    if first:
        known.update(first["keys"].split())
    if not issue.is_open and known.issuperset(report.keys):
        return None
    if issue.is_open and report.keys and first and first["text"] == _digest(report.text):
        return None
    notes = issue.body.partition(_END)[2]
    return ReportIssue(issue.number, report.body(notes), is_open=bool(report.keys))


def source_report(
    entries: Sequence[Entry],
    history: History,
    correction: CorrectionLink,
    unchanged: Sequence[Aged] = (),
    unsourced: Sequence[Aged] = (),
) -> SourceReport:
    """The report on all sources of the list.

    It has nothing in it that changes from run to run while the sources stay as they are.
    """
    gone = _Table("Gone", "Archived copy")
    moved = _Table("Moved", "New address")
    for address, rows in entries_by_address(entries).items():
        record = history.records.get(address)
        if record and record.absence and record.is_dead:
            since = record.absence.since
            copy = archived_copy(address, (record.alive_at or since).date())
            reason = f"Its source is gone since {since:%Y-%m-%d}: {address}"
            links = _corrections(address, copy, rows, reason, correction)
            shown = f"[copy](<{quote(copy, safe=_SAFE_IN_LINK)}>)"
            gone.add(address, record, (_cell(address), f"{since:%Y-%m-%d}", shown, links))
        elif record and record.moved_to:
            reason, new = f"Its source has moved: {address}", record.moved_to
            links = _corrections(address, new, rows, reason, correction)
            since = record.since
            moved.add(address, record, (_cell(address), f"{since:%Y-%m-%d}", _cell(new), links))
    keys = (*gone.keys, *moved.keys)
    if not keys:
        return SourceReport(_ALL_WELL, ())
    parts = [_OPENING, *gone.parts(), *moved.parts()]
    parts += _aged("Longest without a change", unchanged)
    parts += _aged("Longest without a source", unsourced)
    parts.append("The bot keeps this up to date and closes it. Notes below this line stay.")
    return SourceReport("\n\n".join(parts), keys)


class _Table:
    """One table of sources, as far as its characters go; `keys` are those of its rows."""

    def __init__(self, title: str, column: str) -> None:
        self.keys: list[str] = []
        self._title = title
        self._header = ("Source", "Since", column, "Correct")
        self._rows: list[tuple[str, ...]] = []
        self._left = _LONGEST_TABLE
        self._left_out = 0

    def add(self, address: str, record: Record, row: tuple[str, ...]) -> None:
        self._left -= len(table_row(row)) + _KEY_LENGTH
        if self._left < 0:
            self._left_out += 1
            return
        self.keys.append(_digest(f"{address} {record.moved_to}"))
        self._rows.append(row)

    def parts(self) -> list[str]:
        """The heading and the table; nothing without rows."""
        if not self.keys:
            return []
        parts = [f"### {self._title}", table(self._header, self._rows)]
        if self._left_out:
            parts.append(f"And {self._left_out:,} more.")
        return parts


def _corrections(
    address: str, better: str, rows: list[Entry], reason: str, correction: CorrectionLink
) -> str:
    """A link for each row to the form, with the other sources of the row kept."""
    links = []
    for row in rows[:_MOST_ENTRIES]:
        sources = [better if source == address else source for source in row.addresses]
        links.append(f"[{_text(row.name)}](<{correction(row, sources, reason)}>)")
    if len(rows) > _MOST_ENTRIES:
        links.append(f"and {len(rows) - _MOST_ENTRIES:,} more")
    return ", ".join(links)


def _aged(title: str, rows: Sequence[Aged]) -> list[str]:
    if not rows:
        return []
    lines = []
    for entry, day in rows:
        lines.append(f"- {_text(entry.name)} (line {entry.line}), {day:%Y-%m-%d}")
    return [f"### {title}", "\n".join(lines)]


def _cell(address: str) -> str:
    return code(address).replace("|", "\\|")


def _text(name: str) -> str:
    return neutralize(name).replace("\n", " ")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
