"""The output of `sources`."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.cli.source_results import Result, as_json, as_text
from bot.evidence.answer import (
    ModelMention,
    PageReading,
    Presence,
    SourceAnswer,
    Verdict,
    VersionMention,
)
from bot.evidence.entry import Entry
from bot.evidence.history import History

ADDRESS = "https://x.example/a"
START = datetime(2026, 2, 3, 4, 5, tzinfo=UTC)
README = Path("docs/list.md")
GO = Entry(12, "Zaptec", "Zaptec Go", addresses=(ADDRESS,))
READING = PageReading(
    kind="HTML",
    is_complete=False,
    title="Go",
    ocpp=Presence.NOT_FOUND,
    versions=(VersionMention(version="1.6", presence=Presence.MAYBE),),
    models=(ModelMention(model="Zaptec Go", presence=Presence.YES),),
)


def result(*verdicts: Verdict, **fields) -> Result:
    """The last of several runs, a day apart."""
    answers = []
    for day, verdict in enumerate(verdicts):
        at = START + timedelta(days=day)
        reason = "it answers so"
        answers.append(
            SourceAnswer(address=ADDRESS, verdict=verdict, reason=reason, asked_at=at, **fields)
        )
    return answers[-1], History(records={}).learn(answers).records[ADDRESS]


def lines_of(one: Result, *entries: Entry) -> list[str]:
    return as_text([one], entries, README).splitlines()


def test_without_answers_there_was_nothing_to_ask():
    assert as_text([], [GO], README) == "There is no source to ask for."
    assert json.loads(as_json([])) == {"version": 1, "answers": []}


def test_what_is_alive_is_counted_and_without_a_list_named():
    alive = result(Verdict.ALIVE)
    assert lines_of(alive, GO) == ["1 alive"]
    assert lines_of(alive) == [f"alive: {ADDRESS}", "    it answers so", "1 alive"]


def test_what_is_not_alive_is_named_with_its_rows():
    assert lines_of(result(Verdict.BLOCKED), GO) == [
        f"blocked: {ADDRESS}",
        "    it answers so",
        "    docs/list.md:12: Zaptec Go",
        "1 blocked",
    ]


def test_what_has_moved_says_where_to():
    moved = result(Verdict.MOVED, moved_to="https://y.example")
    assert lines_of(moved, GO)[1] == "    it answers so, to https://y.example"


def test_what_is_dead_says_since_when_and_where_a_copy_may_be():
    assert lines_of(result(Verdict.ALIVE, Verdict.MISSING, Verdict.MISSING), GO)[:4] == [
        f"dead: {ADDRESS}",
        "    it answers so",
        "    missing since 2026-02-04, runs: 2",
        f"    https://web.archive.org/web/20260203/{ADDRESS}",
    ]
    never_seen = lines_of(result(Verdict.MISSING, Verdict.MISSING), GO)
    assert f"    https://web.archive.org/web/20260203/{ADDRESS}" in never_seen


def test_what_was_read_is_listed():
    assert lines_of(result(Verdict.ALIVE, reading=READING))[2:-1] == [
        "    HTML, titled: Go",
        "    OCPP: not found",
        "    OCPP 1.6: maybe",
        "    Zaptec Go: yes",
        "    Not found here is no proof of absence.",
    ]
    found = READING.model_copy(update={"ocpp": Presence.YES, "title": None})
    lines = lines_of(result(Verdict.ALIVE, reading=found))
    assert "    HTML, titled: (no title)" in lines
    assert not any("no proof" in line for line in lines)


def test_a_page_that_was_not_read_says_why():
    assert "    not read: too large" in lines_of(result(Verdict.ALIVE, unread="too large"))


def test_verdicts_are_counted_in_a_fixed_order():
    both = [result(Verdict.BLOCKED), result(Verdict.ALIVE), result(Verdict.BLOCKED)]
    assert as_text(both, [GO], README).endswith("\n1 alive, 2 blocked")


def test_json_has_the_answer_with_what_is_known_of_its_address():
    dead = result(Verdict.MISSING, Verdict.MISSING)
    text = as_json([dead])
    assert text.startswith('{\n "version": 1,\n "answers": [\n  {\n   "address"')
    (answer,) = json.loads(text)["answers"]
    assert answer == {
        "address": ADDRESS,
        "verdict": "dead",
        "reason": "it answers so",
        "asked_at": "2026-02-04T04:05:00Z",
        "since": "2026-02-03T04:05:00+00:00",
        "runs": 2,
    }


def test_a_title_steers_no_terminal_and_no_runner():
    hostile = READING.model_copy(update={"title": "##[error]x\x1b[31m"})
    text = as_text([result(Verdict.ALIVE, reading=hostile)], [], README)
    assert "##[" not in text
    assert "\x1b" not in text
