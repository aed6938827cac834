"""What the summary of a job says."""

from bot.cli.summary import SweepResult, error_summary, summary, sweep_summary
from bot.decision.decision import Outcome
from bot.errors import MaintainerError
from bot.render.desired import DesiredState


def test_the_summary_reports_what_is_wrong_and_what_is_left():
    reported = sweep_summary(
        [
            SweepResult(1, is_settled=True),
            SweepResult(2, error="README.md:3: @all"),
            SweepResult(3, is_left=True),
        ]
    )
    assert "Settled: 1." in reported
    assert "@<!-- -->all" in reported
    assert "limits were near: 1." in reported
    error = MaintainerError("README.md:3: @all")
    assert "@<!-- -->all" in error_summary(1, error)
    assert "@<!-- -->all" in summary(1, DesiredState(Outcome.REPLY, error=error))
