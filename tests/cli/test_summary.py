"""What the summary of a job says."""

from bot.cli.summary import (
    SweepResult,
    error_summary,
    log_line,
    summary,
    sweep_line,
    sweep_summary,
)
from bot.decision.decision import IssueLabel, Outcome
from bot.errors import MaintainerError
from bot.render.desired import DesiredState, Proposed
from bot.render.problems import problem_line
from bot.rules.rule import Problem
from bot.rules.value_rules import MISSING

REPLY = DesiredState(Outcome.REPLY, label=IssueLabel.NEEDS_INFO)


def test_a_sweep_of_nothing_is_short():
    assert sweep_summary([]) == "### Sweep of 0 issues\n\nSettled: 0.\n\n"


def test_a_sweep_has_a_table_of_what_was_not_settled():
    swept = [
        SweepResult(1, REPLY, is_settled=True),
        SweepResult(2, REPLY),
        SweepResult(3, error="a\nrule", is_settled=True),
        SweepResult(4, kept_by="Rule *x*"),
        SweepResult(5, kept_by="Rule *x*"),
        SweepResult(6, is_left=True),
    ]
    assert sweep_summary(swept) == (
        "### Sweep of 6 issues\n\nSettled: 2.\n\n"
        "| Issue | What became of it | What is wrong |\n| --- | --- | --- |\n"
        "| #2 | reply |  |\n| #3 | needs a maintainer | a rule |\n"
        "| #6 | left for the next sweep |  |\n\n"
        "Branches that could not be deleted: 2. Rule \\*x\\*\n\n"
        "Left for the next sweep, since GitHub's limits were near: 1.\n"
    )


def test_a_line_has_fixed_words_and_numbers_only():
    assert log_line(7, REPLY) == "issue 7: reply, label needs-info, 0 problems"
    assert log_line(7, DesiredState(Outcome.NOTHING)) == "issue 7: nothing, 0 problems"
    assert sweep_line(SweepResult(7, REPLY), 3) == "issue 7: reply; 3 remain"
    kept = SweepResult(7, kept_by="Rule *x*")
    assert sweep_line(kept, 0) == "issue 7: its branch is kept by a rule; 0 remain"
    assert sweep_line(SweepResult(7), 0) == "issue 7: ; 0 remain"


def test_a_proposal_is_named_as_text():
    proposed = Proposed("", "", "Add `x` *y*", "", "new-charger")
    reported = summary(7, DesiredState(Outcome.PULL_REQUEST, proposed=proposed))
    assert reported == "### Issue #7: pull request\n\n``Add `x` *y*``, label `new-charger`\n\n"


def test_each_problem_has_a_line():
    found = (Problem(MISSING, "Brand"), Problem(MISSING, "Models"))
    lines = summary(7, DesiredState(Outcome.REPLY, problems=found)).splitlines()
    assert lines[:2] == ["### Issue #7: reply", ""]
    assert lines[2:] == [problem_line(one) for one in found]


def test_the_summary_reports_what_is_wrong_and_what_is_left():
    reported = sweep_summary(
        [
            SweepResult(1, is_settled=True),
            SweepResult(2, error="README.md:3: @all"),
            SweepResult(3, is_left=True),
        ],
        "no\n*answer*",
    )
    assert "Settled: 1." in reported
    assert reported.endswith("\n\nAn error ended the sweep early: no \\*answer\\*\n")
    assert "@<!-- -->all" in reported
    assert "limits were near: 1." in reported
    error = MaintainerError("README.md:3: @all")
    assert "@<!-- -->all" in error_summary(1, error)
    assert "@<!-- -->all" in summary(1, DesiredState(Outcome.REPLY, error=error))
