"""`run`: one issue, from its state on GitHub to the desired one.

The way down, here and in `act_on`, where each step takes what the one before it has returned:

    Remote.observe, with_merges                 GitHub's answer -> observation: situation, context
    decide                                      situation -> decision, with the list and the answers
    render                                      decision and context -> texts
    plan_branch_writes, plan_text_writes        observation and texts -> writes
    Remote.publish, Remote.reply                writes -> GitHub
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.cli.actions import add_to_summary
from bot.cli.connection import RETRY_DELAYS, connect, with_retries
from bot.cli.environment import read_environment
from bot.cli.merging import with_merges
from bot.cli.summary import error_summary, log_line, summary
from bot.decision.decide import decide
from bot.decision.decision import Outcome
from bot.errors import MaintainerError
from bot.evidence.answer import SourceAnswer
from bot.evidence.handover import read_source_answers, write_questions
from bot.evidence.kept_answers import newest_answers
from bot.forms.form import Forms
from bot.github.errors import BranchKept, Gone
from bot.github.observation import Observation
from bot.github.plan import plan_branch_writes, plan_text_writes
from bot.github.repository import Remote
from bot.local.forms import FORMS_FOLDER, load_forms
from bot.render.desired import DesiredState, render


def run(issue: int | None, answers: Path | None = None, questions: Path | None = None) -> int:
    """Bring one issue to where it should be. Returns the exit status; raises MaintainerError.

    `answers` is a file with what was found out about sources; to `questions` is written what is to
    be asked, if anything.
    """
    environment = read_environment()
    number = issue or environment.issue_number()
    if number is None:
        print("Nothing to do: this event belongs to no issue of the bot.")
        return 0
    forms = load_forms(FORMS_FOLDER)
    try:
        evidence = read_source_answers(answers) if answers else ()
        remote = Remote(connect(environment), forms)
        desired = reconcile(remote, number, forms, evidence=evidence)
    except MaintainerError as error:
        add_to_summary(error_summary(number, error))
        raise
    print(log_line(number, desired))
    add_to_summary(summary(number, desired))
    if questions and desired.questions:
        write_questions(questions, desired.questions)
    if desired.error:
        raise desired.error
    return 0


def reconcile(
    remote: Remote,
    number: int,
    forms: Forms,
    pause: Callable[[float], None] = time.sleep,
    evidence: Sequence[SourceAnswer] = (),
) -> DesiredState:
    """Observe, decide, act; after an unclear answer all three again.

    `evidence` are new answers about sources. Raises MaintainerError, and Gone where the issue is no
    more.
    """

    def once() -> DesiredState:
        try:
            (observation,) = with_merges(remote, [_observe(remote, number, pause)])
        except Gone:
            if remote.delete_orphaned_branch(number):
                raise
            return DesiredState(Outcome.NOTHING)
        known = newest_answers(observation.context.evidence, evidence)
        context = observation.context._replace(evidence=known)
        return act_on(remote, replace(observation, context=context), forms)

    return with_retries(once, pause)


def _observe(remote: Remote, number: int, pause: Callable[[float], None]) -> Observation:
    """Look at an issue, and again where it is gone: with it its branch would be deleted."""
    try:
        return remote.observe(number)
    except Gone:
        pause(RETRY_DELAYS[1])
        return remote.observe(number)


def act_on(remote: Remote, observation: Observation, forms: Forms) -> DesiredState:
    """Decide on an issue and act, from what was read. Raises TransientError where that is old."""
    decision = decide(observation.situation, forms)
    desired = render(decision, observation.situation, observation.context, forms)
    after = remote.publish(observation, plan_branch_writes(observation, desired))
    if after.cannot_reopen and not observation.cannot_reopen:
        return act_on(remote, after, forms)  # another pull request is to be opened
    if after is not observation:  # a pull request was opened, which the comment names, or forbidden
        decision = decide(after.situation, forms)
        desired = render(decision, after.situation, after.context, forms)
    try:
        remote.reply(after, plan_text_writes(after, desired, forms))
    except BranchKept as kept:
        return desired._replace(error=kept)
    return desired
