"""The states of an issue for the bot: each scenario prepares a stage and names the issue."""

from collections.abc import Callable
from dataclasses import dataclass

from ...octofake.issues import Issue
from ...stage import Stage

Prepare = Callable[[Stage], Issue]


@dataclass(frozen=True)
class Scenario:
    """A state; the bot is run on the issue, or sweeps if the scenario is of many issues."""

    prepare: Prepare
    is_swept: bool = False

    @property
    def name(self) -> str:
        return self.prepare.__name__


SCENARIOS: dict[str, Scenario] = {}


def of_one(prepare: Prepare) -> Prepare:
    SCENARIOS[prepare.__name__] = Scenario(prepare)
    return prepare


def of_many(prepare: Prepare) -> Prepare:
    SCENARIOS[prepare.__name__] = Scenario(prepare, is_swept=True)
    return prepare
