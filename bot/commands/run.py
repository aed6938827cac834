"""`run`: one issue, from how it stands on GitHub to how it should stand."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.commands.actions import add_to_summary
from bot.commands.environment import Environment, read_environment
from bot.commands.summary import fault_summary, log_line, summary
from bot.decision.decide import decide
from bot.decision.desired import Desired, Outcome
from bot.faults import NeedsMaintainer
from bot.hosts.remote import Address, Gone, Remote, Unclear
from bot.intake.form import Forms, load_forms

T = TypeVar("T")
_PAUSES = (1, 5, 15)  # seconds; reads can lag 10 s behind a write


def run(issue: int | None) -> int:
    """Bring one issue to where it should be. Returns the exit status; raises NeedsMaintainer."""
    environment = read_environment()
    number = issue or environment.issue_number()
    if number is None:
        print("The branch of this pull request belongs to no issue.")
        return 0
    forms = load_forms(Path(".github/ISSUE_TEMPLATE"))
    try:
        desired = settle(connect(environment, forms), number, forms)
    except NeedsMaintainer as fault:
        add_to_summary(fault_summary(number, fault))
        raise
    print(log_line(number, desired))
    add_to_summary(summary(number, desired))
    if desired.fault:
        raise desired.fault
    return 0


def connect(environment: Environment, forms: Forms, before_write: Callable[[], None] = lambda: None) -> Remote:
    """The repository that the environment names."""
    token = environment.token.get_secret_value()
    address = Address(environment.repository, token, environment.api_url, environment.graphql_url)
    return Remote(address, forms, before_write)


def settle(remote: Remote, number: int, forms: Forms, pause: Callable[[float], None] = time.sleep) -> Desired:
    """Observe, decide, act; after an unclear answer do all three again, since each knows what is done already."""
    return persistently(lambda: _settle_once(remote, number, forms), pause)


def persistently(act: Callable[[], T], pause: Callable[[float], None]) -> T:
    """Do what can be done again, until GitHub gives a clear answer. Raises Unclear when it never does."""
    for seconds in _PAUSES:
        try:
            return act()
        except Unclear:
            pause(seconds)
    return act()


def _settle_once(remote: Remote, number: int, forms: Forms) -> Desired:
    try:
        seen = remote.observe(number)
    except Gone:
        if remote.let_go(number):
            raise
        return Desired(Outcome.NOTHING)
    desired = decide(seen.snapshot, forms)
    after = remote.publish(seen, desired)
    if after is not seen:  # a pull request was opened, and the comment names its number
        desired = decide(after.snapshot, forms)
    remote.reply(after, desired)
    return desired
