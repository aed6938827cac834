"""`sweep`: all issues, each brought to where it should be on the list of today."""

import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.cli.actions import add_to_summary
from bot.cli.connection import RETRY_DELAYS, connect, with_retries
from bot.cli.environment import read_environment
from bot.cli.merging import with_merges
from bot.cli.run import act_on, reconcile
from bot.cli.summary import SweepResult, sweep_line, sweep_summary
from bot.decision.claims import will_claim
from bot.decision.decide import decide
from bot.errors import MaintainerError
from bot.forms.body import form_of
from bot.forms.form import Form, Forms
from bot.forms.issue_form import labelled_forms
from bot.github.errors import BranchKept, RateLimited, TransientError
from bot.github.observation import Observation
from bot.github.overview import Stray
from bot.github.plan import is_settled
from bot.github.repository import Remote
from bot.local.forms import FORMS_FOLDER, load_forms
from bot.render.desired import DesiredState, render

# Of the 1,000 requests an hour that GitHub allows, some are left to single runs, whoever has used
# the others:
# https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
MAX_REQUESTS = 800
RESERVED_REQUESTS = 200
_SECONDS_BETWEEN_WRITES = 1
_MOST_UNCLEAR = 3  # issues, each of which was tried four times
_MOST_LOOKS = 5  # at all issues; each can free others that waited


def sweep() -> int:
    """Process all open issues. Returns the exit status; raises MaintainerError."""
    environment = read_environment()
    forms = load_forms(FORMS_FOLDER)
    remote = Remote(connect(environment, lambda: time.sleep(_SECONDS_BETWEEN_WRITES)), forms)
    swept: dict[int, SweepResult] = {}
    ended_by = ""
    try:
        for result, remaining in sweep_all(remote, forms, time.sleep):
            swept[result.number] = result
            if not result.is_settled:
                print(sweep_line(result, remaining), flush=True)
    except Exception as error:
        ended_by = _reason(error)
        raise
    finally:
        add_to_summary(sweep_summary(list(swept.values()), ended_by))
    return 1 if any(result.error for result in swept.values()) else 0


def sweep_all(
    remote: Remote, forms: Forms, pause: Callable[[float], None]
) -> Iterator[tuple[SweepResult, int]]:
    """Read all issues in few requests and act on those that need it; with each, how many remain.

    What an issue claims decides about those that come after it. Where a claim has changed, all are
    read again, so that an issue can come twice; the last result counts. Near a limit, and while
    GitHub gives no clear answers, the rest is left for the next sweep.
    """
    client = remote.client
    failed: set[int] = set()
    tried: set[int] = set()
    unclear = 0  # in a row
    for _ in range(_MOST_LOOKS):
        settled, pending = _look(remote, forms, failed, pause)
        changes_claims, is_limited = False, False
        for position, todo in enumerate(pending, start=1):
            is_reserved = client.rate_limit_remaining < RESERVED_REQUESTS
            if is_limited or is_reserved or client.request_count >= MAX_REQUESTS:
                is_limited = True
                swept = SweepResult(todo.number, is_left=True)
            else:
                swept = _sweep_one(remote, forms, todo, pause)
                unclear = unclear + 1 if swept.is_unclear else 0
                is_limited = swept.is_left or unclear == _MOST_UNCLEAR
            if swept.error:
                failed.add(todo.number)
            changes_claims = changes_claims or todo.changes_claim(swept.desired)
            yield swept, len(pending) - position
        for result in settled:
            if result.number not in tried:
                yield result, 0
        tried.update(todo.number for todo in pending)
        if is_limited or not changes_claims:
            break


def _reason(error: Exception) -> str:
    """The error in words for the summary; of a crash of ours only its kind."""
    if isinstance(error, MaintainerError):
        return str(error)
    return f"{type(error).__name__}, see the log"


@dataclass(frozen=True)
class _Pending:
    """An issue that needs something, as it was observed, and the form whose label it has lost.

    Of a stray, whose branch is all that is known, there is no `observation`; where it `is_bare`, no
    pull request is open from that branch.
    """

    number: int
    observation: Observation | None = None
    lost: Form | None = None
    is_bare: bool = False

    def changes_claim(self, desired: DesiredState | None) -> bool:
        """Whether others have to wait for the issue from now on, or no longer."""
        if self.lost:
            return True
        if self.observation is None or desired is None:
            return False
        return (
            will_claim(self.observation.situation, desired.status) != self.observation.is_claiming
        )


def _look(
    remote: Remote, forms: Forms, failed: set[int], pause: Callable[[float], None]
) -> tuple[list[SweepResult], list[_Pending]]:
    """The settled issues, and those that need something and have not failed yet.

    Strays come last: where a rule keeps their branches, there are more with each submission.
    """
    observations, strays = with_retries(lambda: _read(remote), pause)
    settled: list[SweepResult] = []
    pending: list[_Pending] = []
    for observation in observations:
        lost, result = _missing_label(observation, forms), _settled(observation, forms)
        if lost or result is None:
            pending.append(_Pending(observation.number, observation, lost))
        else:
            settled.append(result)
    pending += [_Pending(stray.number, is_bare=not stray.has_pull_request) for stray in strays]
    return settled, [todo for todo in pending if todo.number not in failed]


def _read(remote: Remote) -> tuple[list[Observation], list[Stray]]:
    observations, strays = remote.overview()
    return with_merges(remote, observations), strays


def _settled(observation: Observation, forms: Forms) -> SweepResult | None:
    """The result for a settled issue; None for any other, or one not to be decided on."""
    try:
        situation = observation.situation
        desired = render(decide(situation, forms), situation, observation.context, forms)
    except Exception:  # noqa: BLE001 it is decided on again on its own, where a crash is reported
        return None
    if not is_settled(observation, desired, forms):
        return None
    return SweepResult(observation.number, desired, is_settled=True, error=str(desired.error or ""))


def _missing_label(observation: Observation, forms: Forms) -> Form | None:
    """The form of an issue that never had its label: GitHub drops a label that does not exist."""
    issue = observation.situation.issue
    if not issue.is_open or observation.was_labeled or labelled_forms(issue, forms):
        return None
    made_with = form_of(forms, issue.body)
    for form in forms:
        is_alike = made_with and form.questions == made_with.questions
        if is_alike and issue.title.startswith(form.title):
            return form
    return made_with


def _sweep_one(
    remote: Remote, forms: Forms, todo: _Pending, pause: Callable[[float], None]
) -> SweepResult:
    """Process one issue; whatever is wrong with it, the others are not held up."""
    number = todo.number
    if todo.is_bare and remote.kept_by:  # nothing is left to close
        return SweepResult(number, kept_by=remote.kept_by)
    try:
        if todo.lost:
            remote.client.put_label(number, todo.lost.issue_label)
        desired = _act(remote, forms, todo, pause)
    except RateLimited:
        return SweepResult(number, is_left=True)
    except BranchKept as kept:
        return SweepResult(number, kept_by=str(kept))
    except Exception as error:  # noqa: BLE001 a crash of ours is reported, and the sweep goes on
        if not isinstance(error, MaintainerError):
            traceback.print_exc()
        is_unclear = isinstance(error, TransientError)
        return SweepResult(number, error=_reason(error), is_unclear=is_unclear)
    if isinstance(desired.error, BranchKept):
        return SweepResult(number, desired, kept_by=str(desired.error))
    return SweepResult(number, desired, error=str(desired.error or ""))


def _act(
    remote: Remote, forms: Forms, todo: _Pending, pause: Callable[[float], None]
) -> DesiredState:
    """Act from what was read; read again where that was not all, or somebody else has written."""
    observation = todo.observation
    if observation and not todo.lost and observation.is_whole and not observation.may_be_leftover:
        try:
            return act_on(remote, observation, forms)
        except TransientError:
            pause(RETRY_DELAYS[0])
    return reconcile(remote, todo.number, forms, pause)
