"""Single faults: each scenario, each request, each way in which GitHub or the machine can fail, or tell old news."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from bot.render.markers import status_in

from ..octofake.faults import (
    BAD_GATEWAY,
    GRAPHQL_RATE_LIMIT,
    GRAPHQL_RATE_LIMITED,
    KILLED,
    RATE_LIMITED,
    RESET,
    SECONDARY_LIMITED,
    SECONDARY_LIMITED_FOR,
    SERVER_ERROR,
    TIMED_OUT,
    TOO_MANY_REQUESTS,
    TOO_MANY_REQUESTS_FOR,
    UNDEFINED_FIELD,
    Interrupted,
    Kind,
    Refusal,
    Reply,
    Stale,
)
from .figure import Figure
from .invariants import Watch
from .prepared import World, seen_by_people, undisturbed, world
from .scenarios import SCENARIOS
from .trials import Trial, figures

KINDS: dict[str, Kind] = {
    "500": SERVER_ERROR,
    "502": BAD_GATEWAY,
    "time-out": TIMED_OUT,
    "reset": RESET,
    "killed": KILLED,
    "HTML": Reply(200, "<html><body>Unicorn!</body></html>"),
    "401": Reply(
        401, {"message": "Bad credentials", "documentation_url": "https://docs.github.com/rest"}
    ),
    "403 primary": RATE_LIMITED,
    "403 secondary": SECONDARY_LIMITED,
    "403 secondary, Retry-After": SECONDARY_LIMITED_FOR,
    "429": TOO_MANY_REQUESTS,
    "429, Retry-After": TOO_MANY_REQUESTS_FOR,
    "404": Reply(
        404, {"message": "Not Found", "documentation_url": "https://docs.github.com/rest"}
    ),
    "409": Reply(409, {"message": "Conflict", "documentation_url": "https://docs.github.com/rest"}),
    "422": Reply(
        422, {"message": "Validation Failed", "documentation_url": "https://docs.github.com/rest"}
    ),
}
GRAPHQL_KINDS: dict[str, Kind] = {
    "RATE_LIMITED": GRAPHQL_RATE_LIMITED,
    "RATE_LIMIT": GRAPHQL_RATE_LIMIT,
    "undefinedField": UNDEFINED_FIELD,
    "too slow": Reply(
        504, {"data": None, "errors": [{"message": "This may be the result of a timeout."}]}
    ),
    "no data": Reply(200, {"data": None}),
    "a rule": Reply(422, {"message": "Repository rule violations found\n\nNot here."}),
}
# To the author, as a maintainer's matter.
REPORTED = [GRAPHQL_KINDS["undefinedField"], GRAPHQL_KINDS["a rule"]]
MUTATION = re.compile(r"\bm\d+: (\w+)\(")
MAYBE_DONE = ("500", "502", "time-out", "reset", "killed", "HTML")
RERUNS = 2


class Accident(NamedTuple):
    """A fault at a request, before or after the request was done."""

    kind: str
    at: int
    done: bool

    def __str__(self) -> str:
        return f"{self.kind} {'after' if self.done else 'before'} request {self.at}"


def accidents(requests: int) -> Iterator[Accident]:
    """All that can happen to one of so many requests; a 404 right after a create is among them."""
    for at, kind in product(range(1, requests + 1), KINDS):
        yield Accident(kind, at, done=False)
        if kind in MAYBE_DONE:
            yield Accident(kind, at, done=True)


def photographs(name: str) -> Iterator[tuple[int, int]]:
    """Each request that reads after a write, the first of a rerun among them, and each number of writes it can miss."""
    writes = undisturbed(name)[1]
    return product(range(2, writes.count(False) + 2), range(1, writes.count(True) + 1))


def trials(seed: int) -> Iterator[Trial]:
    for name in SCENARIOS:
        for accident in accidents(len(undisturbed(name)[1])):
            yield Trial(
                "single faults", f"{name}: {accident}", leaves_no_trace, (name, (accident,))
            )
    for name in SCENARIOS:
        for at, reported, kind in graphql_faults(name):
            what = "answers that only GraphQL gives"
            yield Trial(what, f"{name}: {reported} at {at}", leaves_no_trace_of, (name, at, kind))
    for name in SCENARIOS:
        for at, missed in photographs(name):
            reported = f"{name}: reading request {at} misses {missed} writes"
            yield Trial("old states that are read", reported, overcomes, (name, at, missed))


def graphql_faults(name: str) -> Iterator[tuple[int, str, Kind]]:
    """What only GraphQL can answer to each of its requests: a limit, a field it lacks, a part that it refuses."""
    there = World(SCENARIOS[name])
    assert there.run()
    for at, request in enumerate(there.stage.hub.requests, start=1):
        if not request.request.is_graphql:
            continue
        yield from ((at, reported, kind) for reported, kind in GRAPHQL_KINDS.items())
        for mutation in dict.fromkeys(MUTATION.findall(request.request.body["query"])):
            refusal = Refusal(mutation, "UNPROCESSABLE", "Something went wrong.")
            yield at, f"{mutation} is not done", refusal
            limit = Refusal(mutation, "UNPROCESSABLE", "was submitted too quickly")
            yield at, f"{mutation} comes too quickly", limit
            missing = Refusal(mutation, "NOT_FOUND", "Could not resolve to a node.")
            yield at, f"{mutation} does not find what it names", missing
            yield at, f"the document ends before {mutation}", Interrupted(mutation)


def leaves_no_trace_of(name: str, at: int, kind: Kind) -> None:
    """The same for one answer of GraphQL."""
    there = world(name)
    watch = there.again()
    there.stage.hub.fault(kind, at)
    comes_to_its_end(there, watch, 1 + RERUNS)
    if kind not in REPORTED:
        assert heard(there) == heard_undisturbed(name), "the author has heard something else"


def leaves_no_trace(name: str, happening: tuple[Accident, ...]) -> None:
    """After at most two reruns all is as if nothing had happened, and one more run writes nothing."""
    there = world(name)
    watch = there.again()
    for kind, at, done in happening:
        there.stage.hub.fault(KINDS[kind], at, done)
    comes_to_its_end(there, watch, 1 + RERUNS)
    assert heard(there) == heard_undisturbed(name), "the author has heard something else"


def heard(there: World) -> list[list[str | None]]:
    """The statuses of the comments that the bot has written on each issue, of which GitHub has notified."""
    hub, issues = there.stage.hub, there.stage.repository.issues()
    return [[status_in(body) for body in issue.written_by(hub.viewer)] for issue in issues]


@cache
def heard_undisturbed(name: str) -> list[list[str | None]]:
    there = World(SCENARIOS[name])
    assert there.run()
    return heard(there)


def overcomes(name: str, at: int, missed: int) -> None:
    """The same where GitHub answers with the state before the latest writes.

    A run that reads so right after another may write a second comment, which the next deletes.
    """
    there = world(name)
    watch = there.again(comments=3)
    there.stage.hub.fault(Stale(missed), at, where=lambda request: not request.is_write)
    while there.stage.hub.faults:
        there.run()
    comes_to_its_end(there, watch, RERUNS)


def comes_to_its_end(there: World, watch: Watch, runs: int) -> None:
    expected = undisturbed(there.scenario.name)[0]
    for _ in range(runs):
        there.run()
        if seen_by_people(there.stage) == expected:
            break
    watch.verify()
    assert seen_by_people(there.stage) == expected, "another end"
    is_settled(there)


def is_settled(there: World) -> None:
    there.stage.hub.faults.clear()
    there.run()
    done = [write.operation for write in there.stage.hub.writes if write.is_done]
    assert not done, f"a settled rerun writes: {', '.join(done)}"


def prove(seed: int) -> Iterator[Figure]:
    return figures(__name__, seed)
