"""Hostile text in whole runs of the bot: what GitHub holds afterwards is judged, and one more run writes nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot.render.desired import DesiredState, Proposed
from bot.render.markers import written_for

from ..octofake.issues import BODY_LIMIT, TITLE_LIMIT, Issue
from ..octofake.records import Photograph
from ..stage import Stage
from .hostile_places import NUMBER, Trial
from .judge import complaints
from .states_of_rest import CONTEXT, branch_of, pulls_of, snapshot_of

_SEAL = re.compile(r"\n\n?Bot-Commit: .*\Z")


def is_typable(trial: Trial) -> bool:
    """Whether GitHub takes such an issue from a person."""
    return len(trial.issue.body) <= BODY_LIMIT and 0 < len(trial.issue.title.strip()) <= TITLE_LIMIT


def complaints_of_run(trial: Trial) -> Iterator[str]:
    """What is wrong with what a run makes of an issue with the text of a trial.

    The log and the summary are made of what a run returns.
    """
    stage, beginning = _ground()
    stage.hub.restore(beginning)
    issue = stage.submit(trial.issue.body, *trial.issue.labels, title=trial.issue.title)
    desired = stage.run(issue)
    made = _stub(stage, issue, desired)
    if made != desired:
        yield "GitHub holds something else than the run has reported"
    yield from complaints(
        replace(trial, snapshot=snapshot_of(stage, issue), links=CONTEXT.links), made
    )
    stage.run(issue)
    yield from (f"a second run writes: {write.operation}" for write in stage.hub.writes)


@cache
def _ground() -> tuple[Stage, Photograph]:
    """A repository in which the next issue has the number that the judge expects."""
    stage = Stage()
    for _ in range(NUMBER - 1):
        stage.submit("Hello").close(by=stage.ada)
    return stage, stage.hub.snapshot()


def _stub(stage: Stage, issue: Issue, desired: DesiredState) -> DesiredState:
    """What GitHub holds, put as what the bot should have wanted."""
    comment, pulls = stage.reply(issue).body, pulls_of(stage, issue)
    if not pulls:
        return desired._replace(proposed=None, comment=comment)
    (pull,) = pulls
    message = stage.repository.objects.commit(pull.head_sha).message.decode()
    readme = stage.list_on(branch_of(issue))
    (label,) = pull.label_names
    body = pull.body or ""
    digest = written_for(body) or ""
    proposed = Proposed(readme, _SEAL.sub("", message), pull.title, body, label, digest)
    return desired._replace(proposed=proposed, comment=comment)
