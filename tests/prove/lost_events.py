"""Lost events: people act, and the runs that should follow get lost, duplicated and reordered; then one sweep."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import compress, product
from random import Random

from bot.errors import MaintainerError

from ..charger_list import LIST
from ..octofake.issues import Issue
from ..octofake.pulls import PullRequest
from ..octofake.records import Photograph
from ..stage import Stage, new_charger
from .figure import Figure
from .invariants import Watch
from .scenarios import decisions
from .scenarios.surroundings import LISTED, MOVED
from .states_of_rest import branch_of, come_to_rest, is_taken_over, pulls_of
from .trials import Trial, figures

COUNT = 5_000
Act = Callable[[Stage, Issue], None]


def open_pull(stage: Stage, issue: Issue) -> PullRequest | None:
    return next((pull for pull in pulls_of(stage, issue) if pull.state == "open"), None)


def has_branch_of_bot(stage: Stage, issue: Issue) -> bool:
    return branch_of(issue) in stage.repository.branches and not is_taken_over(stage, issue)


# What people do


def edit_to(**answers: str) -> Act:
    return lambda stage, issue: issue.edit(body=new_charger(**answers))


go_2, go_3 = edit_to(models="Zaptec Go 2"), edit_to(models="Zaptec Go 3")
another_brand, field_error = edit_to(brand="Easee", models="Home"), edit_to(ocpp_versions="1.6")


def free_text(stage: Stage, issue: Issue) -> None:
    issue.edit(body="Please add it!")


def close(stage: Stage, issue: Issue) -> None:
    issue.close(by=stage.ada)


def reopen(stage: Stage, issue: Issue) -> None:
    issue.reopen(by=stage.ada)


def lock(stage: Stage, issue: Issue) -> None:
    issue.lock()


def unlock(stage: Stage, issue: Issue) -> None:
    issue.unlock()


def delete(stage: Stage, issue: Issue) -> None:
    if issue in stage.repository.issues():
        issue.delete()


def label_off(stage: Stage, issue: Issue) -> None:
    if "new-charger" in issue.label_names:
        issue.remove_label("new-charger", by=stage.maintainer)


def label_on(stage: Stage, issue: Issue) -> None:
    issue.add_label("new-charger", by=stage.maintainer)


def merge(stage: Stage, issue: Issue) -> None:
    pull = open_pull(stage, issue)
    if pull and not pull.draft and pull.mergeable:
        pull.merge(by=stage.maintainer)


def decline(stage: Stage, issue: Issue) -> None:
    if pull := open_pull(stage, issue):
        pull.close(by=stage.maintainer)


def take_over(stage: Stage, issue: Issue) -> None:
    if has_branch_of_bot(stage, issue):
        decisions.push(stage, issue)


def amend(stage: Stage, issue: Issue) -> None:
    if has_branch_of_bot(stage, issue):
        decisions.amend(stage, issue)


def rename(stage: Stage, issue: Issue) -> None:
    if pull := open_pull(stage, issue):
        pull.edit(title="The better one", by=stage.maintainer)


def list_it(stage: Stage, issue: Issue) -> None:
    stage.repository.commit({"README.md": LISTED}, message="Add it by hand")


def move_list(stage: Stage, issue: Issue) -> None:
    text = MOVED if stage.list_on() == LIST else LIST
    stage.repository.commit({"README.md": text}, message="Change by hand")


ACTS = (
    *(go_2, go_3, another_brand, field_error, free_text),
    *(close, reopen, lock, unlock, delete, label_off, label_on),
    *(merge, decline, take_over, amend, rename, list_it, move_list),
)

# Six deliveries each: who acts on which of two issues that ask for the same
LIVES: dict[str, tuple[tuple[Act, int], ...]] = {
    "edits": ((go_3, 0), (field_error, 0), (go_2, 0), (close, 0), (go_3, 0), (reopen, 0)),
    "decisions": (
        (go_2, 0),
        (decline, 0),
        (go_3, 0),
        (label_off, 0),
        (label_on, 0),
        (move_list, 0),
    ),
    "a merge": ((go_3, 0), (move_list, 0), (merge, 0), (go_2, 0), (reopen, 0), (list_it, 0)),
    "a queue": ((go_2, 0), (go_2, 1), (go_3, 0), (decline, 1), (go_2, 0), (label_on, 1)),
    "a mistake in front": (
        (field_error, 0),
        (go_2, 1),
        (go_2, 0),
        (decline, 0),
        (close, 1),
        (reopen, 1),
    ),
    "a push": ((go_2, 0), (take_over, 0), (go_3, 0), (move_list, 0), (close, 0), (reopen, 0)),
}


@cache
def neighbours() -> tuple[Stage, tuple[Issue, Issue], Photograph]:
    stage = Stage()
    issues = stage.submit(new_charger()), stage.submit(new_charger())
    return stage, issues, stage.hub.snapshot()


def live(steps: list[tuple[Act, int]], runs: list[list[int]]) -> None:
    """After each step the bot runs on the issues named beside it; in the end it sweeps."""
    stage, issues, beginning = neighbours()
    stage.hub.restore(beginning)
    stage.hub.violations.clear()
    watch = Watch(stage)
    for (act, number), delivered in zip(steps, runs, strict=True):
        act(stage, issues[number])
        for event in delivered:
            with suppress(MaintainerError):  # a red run, for which the sweep makes good
                stage.run(issues[event])
    come_to_rest(stage)
    watch.verify()


def subsets(name: str) -> Iterator[Trial]:
    steps = LIVES[name]
    for kept in product((True, False), repeat=len(steps)):
        runs = [
            list(compress([number], [keep])) for (_, number), keep in zip(steps, kept, strict=True)
        ]
        reported = f"{name}: {''.join('x' if keep else '-' for keep in kept)}"
        yield Trial("each subset of six deliveries, six lives", reported, live, (steps, runs))


def trials(seed: int) -> Iterator[Trial]:
    for name in LIVES:
        yield from subsets(name)
    chance = Random(seed)
    for index in range(COUNT):
        yield Trial(
            "deliveries dropped, repeated and reordered", f"life {index}", live, draw(chance)
        )


def draw(chance: Random) -> tuple[list[tuple[Act, int]], list[list[int]]]:
    """Some steps, each of which is delivered never, once or twice, now or later."""
    steps = [(chance.choice(ACTS), chance.randrange(2)) for _ in range(chance.randint(3, 6))]
    runs: list[list[int]] = [[] for _ in steps]
    for position, (_, number) in enumerate(steps):
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            late = min(len(steps) - 1, position + chance.choice((0, 0, 0, 1, 2)))
            runs[late].insert(chance.randint(0, len(runs[late])), number)
    return steps, runs


def prove(seed: int) -> Iterator[Figure]:
    return figures(__name__, seed)
