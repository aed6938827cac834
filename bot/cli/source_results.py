"""The output of `sources`: lines for people, JSON for programs and for `--answers`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.chargers.mentions import PROTOCOL
from bot.cli.terminal import escape_control, printable_json
from bot.evidence.answer import Presence, SourceAnswer, Verdict
from bot.evidence.entry import Entry, entries_by_address
from bot.evidence.history import Record, archived_copy

Result = tuple[SourceAnswer, Record]  # an answer, and the record of its address with it


def as_json(results: Sequence[Result]) -> str:
    """All answers, each with its verdict, since when and in how many runs in a row."""
    answers = []
    for given, record in results:
        answer = given.model_dump(mode="json", exclude_none=True)
        answer["verdict"] = record.status
        answer["since"] = record.since.isoformat()
        answer["runs"] = record.count
        answers.append(answer)
    return printable_json({"version": 1, "answers": answers}, indent=1)


def as_text(results: Sequence[Result], entries: Sequence[Entry], readme: Path) -> str:
    """Each source of the list not alive, with its rows; without a list every answer."""
    if not results:
        return "There is no source to ask for."
    rows = entries_by_address(entries)
    lines = []
    counts = dict.fromkeys(Verdict, 0)
    for answer, record in results:
        counts[record.status] += 1
        if record.status is not Verdict.ALIVE or not rows:
            lines.append(f"{record.status}: {answer.address}")
            lines += [f"    {detail}" for detail in _details(answer, record)]
            for row in rows.get(answer.address, []):
                lines.append(f"    {readme.as_posix()}:{row.line}: {row.name}")
    lines.append(", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count))
    return "\n".join(map(escape_control, lines))


def _details(answer: SourceAnswer, record: Record) -> Iterator[str]:
    if answer.moved_to:
        yield f"{answer.reason}, to {answer.moved_to}"
    else:
        yield answer.reason
    if record.absence:
        yield f"missing since {record.absence.since:%Y-%m-%d}, runs: {record.absence.count}"
        yield archived_copy(answer.address, (record.alive_at or record.absence.since).date())
    if answer.unread:
        yield f"not read: {answer.unread}"
    reading = answer.reading
    if reading is None:
        return
    yield f"{reading.kind}, titled: {reading.title or '(no title)'}"
    yield f"{PROTOCOL}: {reading.ocpp}"
    for mention in reading.versions:
        yield f"{PROTOCOL} {mention.version}: {mention.presence}"
    for named in reading.models:
        yield f"{named.model}: {named.presence}"
    if not reading.is_complete and reading.ocpp is not Presence.YES:
        yield "Not found here is no proof of absence."
