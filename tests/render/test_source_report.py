"""The report issue: its text, and when it is written."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import cmarkgfm
import pytest

from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.entry import Entry
from bot.evidence.history import History
from bot.render.source_report import (
    ReportIssue,
    plan_report,
    source_report,
)

GOLDEN = Path(__file__).with_name("report.md")
START = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
DEAD, MOVED, FINE = "https://zaptec.com/old.pdf", "https://go-e.com/a|b", "https://abb.com/"
NEW = "https://go-e.com/new|one"
GO = Entry(144, "Zaptec", "Zaptec Go", (DEAD, FINE))
PRO = Entry(145, "Zaptec", "Zaptec Pro", (DEAD,))
GEMINI = Entry(130, "go-e", "go-e Gemini 11 kW", (MOVED,))


def link(row, sources, reason):
    answers = {"template": "invalid.yml", "brand": row.section, "model": row.name}
    return (
        f"../issues/new?{urlencode(answers | {'sources': chr(10).join(sources), 'reason': reason})}"
    )


def history(**verdicts):
    """Three weekly runs with the same verdicts."""
    known = History(records={})
    addresses = {"dead": DEAD, "moved": MOVED, "fine": FINE}
    for week in range(3):
        at = START + timedelta(days=7 * week)
        known = known.learn(
            answer(addresses[name], verdict, at) for name, verdict in verdicts.items()
        )
    return known


def answer(address, verdict, at):
    moved_to = NEW if verdict is Verdict.MOVED else None
    return SourceAnswer(
        address=address, verdict=verdict, reason="because", asked_at=at, moved_to=moved_to
    )


def report(entries=(GO, PRO, GEMINI), **verdicts):
    return source_report(entries, history(**verdicts), link)


ALL = {"dead": Verdict.MISSING, "moved": Verdict.MOVED, "fine": Verdict.ALIVE}
WELL = {"dead": Verdict.ALIVE, "moved": Verdict.ALIVE, "fine": Verdict.ALIVE}


def issue(one, *, is_open=True, notes=""):
    return ReportIssue(7, one.body("") + notes, is_open)


def test_the_text(request):
    aged = [(PRO, date(2024, 5, 1))]
    body = source_report((GO, PRO, GEMINI), history(**ALL), link, aged, aged).body("")
    if request.config.getoption("--bless"):
        GOLDEN.write_text(body + "\n", encoding="utf-8")
    assert body + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_where_all_is_well_there_is_no_issue():
    assert plan_report(report(**WELL), None) is None


@pytest.mark.parametrize("verdict", [Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.ALIVE])
def test_only_what_is_dead_or_moved_is_reported(verdict):
    assert report(dead=verdict, fine=verdict).keys == ()


def test_a_source_that_is_out_of_the_list_is_out_of_the_report():
    assert report(entries=(GEMINI,), dead=Verdict.MISSING).keys == ()


def test_the_first_report_opens_the_issue():
    found = report(**ALL)
    assert plan_report(found, None) == ReportIssue(None, found.body(""), is_open=True)


def test_a_run_with_nothing_new_writes_nothing():
    later = source_report((GO, PRO, GEMINI), history(**ALL).learn([
        answer(DEAD, Verdict.MISSING, START + timedelta(days=100)),
        answer(MOVED, Verdict.MOVED, START + timedelta(days=100)),
    ]), link)  # fmt: skip
    assert plan_report(later, issue(report(**ALL))) is None


def test_an_issue_that_a_person_edited_stays_as_it_is_while_nothing_is_new():
    before = issue(report(**ALL))
    edited = ReportIssue(
        7, before.body.replace("### Gone", "### Gone (asked Zaptec)"), is_open=True
    )
    assert plan_report(report(**ALL), edited) is None


def test_a_change_is_written_and_notes_below_stay():
    before = issue(report(dead=Verdict.MISSING), notes="\r\n\r\nI have written to Zaptec.")
    planned = plan_report(report(**ALL), before)
    body = report(**ALL).body("\r\n\r\nI have written to Zaptec.")
    assert planned == ReportIssue(7, body, is_open=True)


def test_it_is_closed_when_all_was_seen():
    planned = plan_report(report(**WELL), issue(report(**ALL), notes="\nThanks!"))
    assert planned == ReportIssue(7, report(**WELL).body("\nThanks!"), is_open=False)


def test_an_unclear_answer_closes_nothing():
    known = history(**ALL).learn([answer(DEAD, Verdict.UNKNOWN, START + timedelta(days=100))])
    assert (
        plan_report(source_report((GO,), known, link), issue(report(entries=(GO,), **ALL))) is None
    )


def test_a_closed_issue_is_left_alone_until_there_is_another_source():
    closed = issue(report(dead=Verdict.MISSING), is_open=False)
    assert plan_report(report(dead=Verdict.MISSING), closed) is None
    assert plan_report(report(**WELL), closed) is None
    planned = plan_report(report(**ALL), closed)
    assert planned == ReportIssue(7, report(**ALL).body(""), is_open=True)


def test_an_issue_whose_first_line_is_gone_is_written_anew():
    planned = plan_report(report(**ALL), ReportIssue(7, "", is_open=True))
    assert planned == ReportIssue(7, report(**ALL).body(""), is_open=True)


def test_a_long_list_of_dead_sources_fits_into_an_issue():
    addresses = [f"https://zaptec.com/{number}/{'x' * 900}" for number in range(500)]
    entries = [Entry(9, "Zaptec", f"Zaptec Go {'x' * 100}", (address,)) for address in addresses]
    known = History(records={})
    for week in range(2):
        at = START + timedelta(days=7 * week)
        known = known.learn(answer(address, Verdict.MISSING, at) for address in addresses)
    body = source_report(entries, known, link).body("")
    assert len(body) < 65_536
    assert f"And {500 - body.count('[copy]')} more." in body


HOSTILE = [
    "x` @everyone <script>alert(1)</script>",
    "|x| --> <!-- charger-ocpp-bot: end of sources --> closes #1",
    "[a](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "\n\n# Heading\n```\n",
    "``` `` ` \\| \\` $x$ :tada: GH-1 owner/repo#1",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_stranger_acts(text):
    address = f"https://zaptec.com/{text}"
    entry = Entry(9, text, f"Zaptec {text}", (address,))
    known = History(records={})
    for week in range(2):
        known = known.learn([answer(address, Verdict.MISSING, START + timedelta(days=7 * week))])
    found = source_report((entry,), known, link)
    body = found.body("")
    html = cmarkgfm.github_flavored_markdown_to_html(body)
    targets = re.findall(r'href="([^"]*)"', html)
    assert len(targets) == 2
    assert targets[0].startswith("https://web.archive.org/web/20261101/https://zaptec.com/")
    assert targets[1].startswith("../issues/new?template=invalid.yml")
    outside_code = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    assert not re.search(r"@everyone|<script|<img|#1\b", re.sub(r'href="[^"]*"', "", outside_code))
    assert html.count("<td>") == 4
    assert plan_report(found, ReportIssue(7, body, is_open=True)) is None
