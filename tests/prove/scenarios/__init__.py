"""The states of an issue for the bot, which the parts of the proof begin with."""

from . import decisions, submissions, surroundings
from .scenario import SCENARIOS, Scenario

__all__ = ["SCENARIOS", "Scenario", "decisions", "submissions", "surroundings"]
