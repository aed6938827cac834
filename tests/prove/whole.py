"""Hostile text in whole runs of the bot: what GitHub holds afterwards is judged, and one more run writes nothing."""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from functools import cache
from io import StringIO
from pathlib import Path

from bot.__main__ import main
from bot.commands.summary import log_line, summary
from bot.decision.decide import decide
from bot.decision.desired import Desired, Proposed

from ..octofake.issues import BODY_LIMIT, TITLE_LIMIT, Issue
from ..octofake.records import Photograph
from ..stage import API, FORMS, Stage
from .judge import complaints
from .places import NUMBER, Trial
from .rest import branch_of, pulls_of, snapshot_of

_SEAL = re.compile(r"\n\n?Bot-Commit: .*\Z")


def is_typable(trial: Trial) -> bool:
    """Whether GitHub takes such an issue from a person."""
    return len(trial.issue.body) <= BODY_LIMIT and 0 < len(trial.issue.title.strip()) <= TITLE_LIMIT


def complaints_of_run(trial: Trial) -> Iterator[str]:
    """What is wrong with what a run makes of an issue with the text of a trial."""
    stage, beginning = _ground()
    stage.hub.restore(beginning)
    issue = stage.submit(trial.issue.body, *trial.issue.labels, title=trial.issue.title)
    written = _outputs(stage, issue)
    snapshot = snapshot_of(stage, issue)
    made = _made(stage, issue, decide(snapshot, FORMS))
    yield from complaints(replace(trial, snapshot=snapshot), made)
    if written != (log_line(issue.number, made) + "\n", summary(issue.number, made), ""):
        yield f"log, summary and outputs are {written!a}"
    stage.run(issue)
    yield from (f"a second run writes: {write.operation}" for write in stage.hub.writes)


@cache
def _ground() -> tuple[Stage, Photograph]:
    """A repository in which the next issue has the number that the judge expects."""
    stage = Stage()
    for _ in range(NUMBER - 1):
        stage.submit("Hello").close(by=stage.ada)
    return stage, stage.hub.snapshot()


def _made(stage: Stage, issue: Issue, desired: Desired) -> Desired:
    """What GitHub holds, put as what the bot should have wanted."""
    comment, pulls = stage.reply(issue).body, pulls_of(stage, issue)
    if not pulls:
        return replace(desired, proposed=None, comment=comment)
    (pull,) = pulls
    message = stage.repository.objects.commit(pull.head_sha).message.decode()
    readme = stage.list_on(branch_of(issue))
    (label,) = pull.label_names
    proposed = Proposed(readme, _SEAL.sub("", message), pull.title, pull.body, label)
    return replace(desired, proposed=proposed, comment=comment)


def _outputs(stage: Stage, issue: Issue) -> tuple[str, str, str]:
    """Run the bot as a workflow does: what is in the log, in the summary of the job, and in the outputs of the step."""
    with tempfile.TemporaryDirectory() as name, redirect_stdout(StringIO()) as log:
        told, outputs = Path(name) / "summary", Path(name) / "outputs"
        outputs.touch()
        variables = {"GITHUB_STEP_SUMMARY": str(told), "GITHUB_OUTPUT": str(outputs)}
        with stage.hub.in_process(API), _environment(variables):
            main(["run", "--issue", str(issue.number)])
        return log.getvalue(), told.read_text(encoding="utf-8"), outputs.read_text(encoding="utf-8")


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update({"GITHUB_REPOSITORY": "acme/list", "GITHUB_TOKEN": "secret", "GITHUB_API_URL": API}, **variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
