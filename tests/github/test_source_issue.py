"""The report about sources is found, opened and edited in place."""

import pytest

from bot.github.errors import PermissionDenied
from bot.github.source_issue import SourceIssue
from bot.render.source_report import MARKER, TITLE, ReportIssue
from tests.octofake.issues import Issue
from tests.stage import API, Stage

BODY = f"{MARKER}\n\nAll fine"


@pytest.fixture
def report(stage: Stage) -> SourceIssue:
    return SourceIssue(stage.client())


def issue_of(stage: Stage, body: str = BODY, *, by_us: bool = True) -> Issue:
    author = stage.hub.viewer if by_us else stage.ada
    return stage.repository.open_issue(author, "Sources", body, labels=[])


def test_without_a_report_none_is_found(stage, report):
    issue_of(stage, by_us=False)
    issue_of(stage, f"x\n{BODY}")
    with stage.hub.in_process(API):
        assert report.find() is None


def test_the_newest_report_counts_open_or_closed(stage, report):
    issue_of(stage)
    newer = issue_of(stage, f"{BODY}!")
    with stage.hub.in_process(API):
        assert report.find() == ReportIssue(newer.number, f"{BODY}!", True)
        newer.close(by=stage.ada)
        assert report.find() == ReportIssue(newer.number, f"{BODY}!", False)


def test_a_report_after_many_issues_is_found(stage, report):
    old = issue_of(stage)
    for _ in range(50):
        stage.submit("x")
    with stage.hub.in_process(API):
        found = report.find()
    assert found
    assert found.number == old.number
    assert len(stage.hub.requests) == 2


def test_pages_which_are_too_large_are_asked_for_in_halves(stage, report):
    old = issue_of(stage)
    for _ in range(20):
        stage.submit("x")
    stage.hub.world.node_limit = 13
    with stage.hub.in_process(API):
        found = report.find()
    assert found
    assert found.number == old.number
    assert len(stage.hub.requests) == 4


def test_a_report_after_too_many_issues_is_taken_for_none(stage, report, monkeypatch):
    monkeypatch.setattr("bot.github.source_issue._MAX_PAGES", 1)
    issue_of(stage)
    for _ in range(50):
        stage.submit("x")
    with stage.hub.in_process(API):
        assert report.find() is None
    assert len(stage.hub.requests) == 1


def test_a_report_is_opened_where_there_is_none(stage, report):
    with stage.hub.in_process(API):
        assert report.find() is None
        number = report.write(ReportIssue(None, BODY, True))
    (issue,) = stage.repository.issues()
    assert (issue.number, issue.title, issue.body) == (number, TITLE, BODY)


@pytest.mark.parametrize(("is_open", "state"), [(True, "open"), (False, "closed")])
def test_a_report_is_edited_in_place(stage, report, is_open, state):
    issue = issue_of(stage)
    with stage.hub.in_process(API):
        found = report.find()
        assert found
        assert report.write(ReportIssue(found.number, "other", is_open)) == issue.number
    assert (issue.body, issue.state) == ("other", state)


def test_writes_are_announced_and_reads_are_not(stage):
    writes = []
    report = SourceIssue(stage.client(lambda: writes.append("write")))
    with stage.hub.in_process(API):
        assert report.find() is None
        assert writes == []
        number = report.write(ReportIssue(None, BODY, True))
        assert writes == ["write"]
        report.find()
        report.write(ReportIssue(number, "other", False))
    assert writes == ["write"] * 2


@pytest.mark.parametrize("planned", [ReportIssue(None, BODY, True), ReportIssue(1, "x", True)])
def test_a_refusal_is_raised(stage, report, planned):
    issue_of(stage)
    with stage.hub.in_process(API):
        report.find()
        stage.repository.permissions["issues"] = "read"
        with pytest.raises(PermissionDenied):
            report.write(planned)
