"""`sweep`: all issues, each brought to where it should be on the list of today."""

import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.cli.actions import add_to_summary
from bot.cli.environment import read_environment
from bot.cli.run import connect, reconcile, with_retries
from bot.cli.summary import SweepResult, sweep_line, sweep_summary
from bot.errors import MaintainerError
from bot.forms.body import form_of
from bot.forms.choice import kinds_of
from bot.forms.form import Form, Forms, load_forms
from bot.github.errors import RateLimited
from bot.github.observation import Observation
from bot.github.repository import Remote
from bot.render.desired import desired_state

# Of the 1,000 requests an hour that GitHub allows, some are left to single runs, whoever has used
# the others:
# https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
MAX_REQUESTS = 800
RESERVED_REQUESTS = 200
_SECONDS_BETWEEN_WRITES = 1


def sweep() -> int:
    """Bring every open issue to where it should be. Returns the exit status; raises
    MaintainerError.
    """
    environment = read_environment()
    forms = load_forms(Path(".github/ISSUE_TEMPLATE"))
    remote = connect(environment, forms, lambda: time.sleep(_SECONDS_BETWEEN_WRITES))
    swept = []
    for one, remaining in sweep_all(remote, forms, time.sleep):
        swept.append(one)
        if not one.is_settled:
            print(sweep_line(one, remaining), flush=True)
    add_to_summary(sweep_summary(swept))
    return 1 if any(one.fault for one in swept) else 0


def sweep_all(
    remote: Remote, forms: Forms, pause: Callable[[float], None]
) -> Iterator[tuple[SweepResult, int]]:
    """Look at all issues in few requests, then bring each that needs it about; with each, how
    many remain.

    What is done for one issue can free another that was settled until then, so that it goes on
    until a look finds no further one.
    """
    tried: set[int] = set()
    is_limited = False
    while True:
        settled, pending = _look(remote, forms, tried, pause)
        for position, (number, lost) in enumerate(pending, start=1):
            is_limited = (
                is_limited
                or remote.client.request_count >= MAX_REQUESTS
                or remote.client.rate_limit_remaining < RESERVED_REQUESTS
            )
            swept = SweepResult(number, is_left=True)
            if not is_limited:
                swept = _sweep_one(remote, forms, number, lost, pause)
                is_limited = swept.is_left
            yield swept, len(pending) - position
        tried.update(number for number, _ in pending)
        if is_limited or not pending:
            yield from ((one, 0) for one in settled if one.number not in tried)
            return


def _look(
    remote: Remote, forms: Forms, tried: set[int], pause: Callable[[float], None]
) -> tuple[list[SweepResult], list[tuple[int, Form | None]]]:
    """What is settled, and what needs something and was not tried yet, with the label that it
    has lost.
    """
    observations, strays = with_retries(remote.overview, pause)
    settled: list[SweepResult] = []
    pending: list[tuple[int, Form | None]] = [(number, None) for number in strays]
    for seen in observations:
        lost, one = missing_label(seen, forms), _settled(remote, seen, forms)
        if lost or one is None:
            pending.append((seen.number, lost))
        else:
            settled.append(one)
    return settled, [(number, lost) for number, lost in pending if number not in tried]


def _settled(remote: Remote, seen: Observation, forms: Forms) -> SweepResult | None:
    """An issue for which nothing is to be done; None when something is, or when it cannot be
    decided on.
    """
    try:
        desired = desired_state(seen.situation, forms)
    except Exception:  # noqa: BLE001 it is looked at again on its own, where a crash of ours is told
        return None
    is_settled = remote.is_settled(seen, desired)
    return (
        SweepResult(seen.number, desired, is_settled=True, fault=str(desired.fault or ""))
        if is_settled
        else None
    )


def missing_label(seen: Observation, forms: Forms) -> Form | None:
    """The form that an issue was made with, if its label never was on it: GitHub drops a label
    that does not exist.
    """
    issue = seen.situation.issue
    if not issue.is_open or seen.was_labeled or kinds_of(issue, forms):
        return None
    made_with = form_of(forms, issue.body)
    alike = [form for form in forms if made_with and form.fields == made_with.fields]
    return next((form for form in alike if issue.title.startswith(form.title)), made_with)


def _sweep_one(
    remote: Remote, forms: Forms, number: int, lost: Form | None, pause: Callable[[float], None]
) -> SweepResult:
    """Bring one issue about; whatever is wrong with it, the others are not held up."""
    try:
        if lost:
            remote.put_label(number, lost.issue_label)
        desired = reconcile(remote, number, forms, pause)
    except RateLimited:
        return SweepResult(number, is_left=True)
    except MaintainerError as fault:
        return SweepResult(number, fault=str(fault))
    except Exception as error:  # noqa: BLE001 a crash of ours is told, and the sweep goes on
        traceback.print_exc()
        return SweepResult(number, fault=f"{type(error).__name__}, see the log")
    return SweepResult(number, desired, fault=str(desired.fault or ""))
