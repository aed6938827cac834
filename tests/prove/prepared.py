"""A stage as a scenario has prepared it, to be had again and again; and what people see in the end."""

import re
from functools import cache
from typing import Any

from bot.cli.summary import SweepResult
from bot.errors import MaintainerError

from ..octofake import ProcessKilled
from ..octofake.issues import Issue
from ..stage import Stage
from .invariants import Watch
from .scenarios import SCENARIOS, Scenario

Seen = dict[str, Any]


class World:
    """One scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.stage = Stage()
        self.issue = self.scenario.prepare(self.stage)
        self.photograph = self.stage.hub.snapshot()

    def again(self, comments: int = 2) -> Watch:
        """Go back to the beginning; what comes back looks at each request from now on."""
        self.stage.hub.restore(self.photograph)
        self.stage.hub.faults.clear()
        self.stage.hub.violations.clear()
        return Watch(self.stage, comments)

    def run(self) -> bool:
        """Let the bot do its work, as a workflow would. Tells whether it came to its end."""
        try:
            if self.scenario.is_swept:
                check_no_crash(self.stage.sweep())
            else:
                self.stage.run(self.issue)
        except (MaintainerError, ProcessKilled):
            return False
        return True


def check_no_crash(swept: list[SweepResult]) -> None:
    errors = [one.error for one in swept if one.error]
    assert not any("see the log" in error for error in errors), errors


@cache
def world(name: str) -> World:
    return World(SCENARIOS[name])


@cache
def undisturbed(name: str) -> tuple[Seen, tuple[bool, ...]]:
    """What people see after a run in which nothing goes wrong, and of each of its requests whether it writes."""
    there = world(name)
    watch = there.again()
    assert there.run()
    watch.verify()
    return seen_by_people(there.stage), tuple(
        request.is_write for request in there.stage.hub.requests
    )


def seen_by_people(stage: Stage) -> Seen:
    """All that can be read on GitHub, whichever number each pull request got.

    A commit made a second later is the same with another id; and where one of several issues has to wait for the next
    run, its pull request is opened after those of the others.
    """
    repository = stage.repository
    ways = {
        f"#{pull.number}": f"#{pull.head} into {pull.base}" for pull in repository.pull_requests()
    }
    return {
        "lists": {branch: stage.list_on(branch) for branch in repository.branches},
        "pulls": sorted(
            (
                pull.head,
                pull.base,
                pull.state,
                pull.draft,
                pull.title,
                pull.body,
                sorted(pull.label_names),
            )
            for pull in repository.pull_requests()
        ),
        "issues": [
            (
                issue.number,
                issue.title,
                issue.state,
                sorted(issue.label_names),
                replies(stage, issue, ways),
            )
            for issue in repository.issues()
        ],
    }


def replies(stage: Stage, issue: Issue, ways: dict[str, str]) -> list[str]:
    """What the bot says on an issue, with the branches of a pull request for its number."""
    said = (comment.body for comment in issue.comments if comment.author is stage.hub.viewer)
    return [re.sub(r"#\d+\b", lambda number: ways.get(number[0], number[0]), body) for body in said]
