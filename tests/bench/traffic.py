"""How many requests the bot sends, and what they take on a slow line."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, sleep

from bot.cli.sweep import MAX_REQUESTS
from tests.bench.material import charger_list
from tests.bench.table import line
from tests.charger_list import LIST, ROOT
from tests.octofake.exchange import Request
from tests.octofake.hub import OctoFake
from tests.octofake.issues import Issue
from tests.stage import Stage, new_charger

_DELAY = 0.25  # seconds, of each request
_PAIRS = 5
# Requests after one merge by the number of open pull requests, when each of them was moved; the
# last sweep stopped at its limit and left 51.
_ALL_MOVED = {10: 46, 50: 205, 200: 655}
_TARGETS = {14: 0.3, 100: 0.07, 1000: 0.07}  # of that
# The same requests without a bot, from a process that imports no more than it needs.
_BARE = """
import http.client, json, sys
port, *requests = json.load(sys.stdin)
connection = http.client.HTTPConnection("127.0.0.1", port)
for method, path, body in requests:
    connection.request(method, path, json.dumps(body) if body else None)
    connection.getresponse().read()
"""


def contributions() -> None:
    """The requests of one contribution on the fake, whose own work is in the times."""
    stage = Stage()
    issue = stage.submit(new_charger())
    _contribution("new issue to pull request", 4, stage, issue)
    _contribution("settled issue", 1, stage, issue)
    issue.edit(body=new_charger(notes="Edited"))
    _contribution("edited issue", 7, stage, issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    _contribution("edited, no longer valid", 7, stage, issue)
    _contribution("new issue, not valid", 4, stage, stage.submit(new_charger(brand="")))


def _contribution(name: str, target: int, stage: Stage, issue: Issue) -> None:
    start = perf_counter()
    stage.run(issue)
    took = perf_counter() - start
    _requests(name, target, stage, f", {took * 1000:.0f} ms")


def sweeps() -> None:
    """Two hundred submissions, a tenth of them valid, since the fake is slow with many."""
    stage = Stage()
    for number in range(200):
        version = "1.6" if number % 10 else "1.6J"
        _submit(stage, f"Model {number}", number, f"Maker {number % 20}", ocpp_versions=version)
    for name, target in (("new, 20 valid", MAX_REQUESTS), ("settled", 9)):
        left = _sweep(stage)
        _requests(f"sweep of 200, {name}", target, stage, f", {left} left for the next sweep")


def after_merges() -> None:
    """The sweep after one of many pull requests was merged."""
    lists = {14: LIST, 100: charger_list(100, "m", 10), 1000: charger_list(1000, "m", 100)}
    for count, before in _ALL_MOVED.items():
        for rows, text in lists.items():
            stage = _with_pull_requests(text, rows, count)
            stage.repository.pull_requests("open")[0].merge(by=stage.maintainer)
            tips = dict(stage.repository.branches)
            left = _sweep(stage)
            name = f"sweep after a merge, {count} open, {rows:,} rows"
            note = f", {_moved(stage, tips)} moved, {left} left; {before} when all were"
            _requests(name, round(_TARGETS[rows] * before), stage, note)


def _with_pull_requests(text: str, rows: int, count: int) -> Stage:
    """So many open pull requests, for brands of the list by turns, at any place among their rows."""
    stage, chance = Stage(text), Random(rows)
    brands = [line[4:] for line in text.splitlines() if line.startswith("### ")]
    for number in range(count):
        model = f"Unit {chance.randrange(10):05} Type {number}"
        _submit(stage, model, number, brands[number % len(brands)])
    for _ in range(count * 4 // MAX_REQUESTS + 1):  # one sweep stops near its limit
        stage.sweep()
    return stage


def _moved(stage: Stage, tips: dict[str, str]) -> int:
    now = stage.repository.branches
    return sum(now.get(name, tip) != tip for name, tip in tips.items() if name != "main")


def _submit(stage: Stage, model: str, number: int, brand: str, **answers: str) -> None:
    author = stage.hub.user(f"person-{number}")
    body = new_charger(model, brand, **answers)
    stage.repository.open_issue(author, "New charger: ", body, ["new-charger"])


def _sweep(stage: Stage) -> int:
    """How many issues are left for the next sweep."""
    return sum(one.is_left for one in stage.sweep())


def _requests(name: str, target: int, stage: Stage, note: str) -> None:
    asked, writes = len(stage.hub.requests), len(stage.hub.writes)
    note = f"{asked - writes} reads, {writes} writes{note}"
    line(f"requests, {name}", f"{target}", f"{asked}", f"{asked / target:.2f}", note)


def end_to_end() -> None:
    """A new submission by the whole process, and the bare requests of it, by turns."""
    pairs = [_both_ways() for _ in range(_PAIRS)]
    whole, bare = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(one / other for one, other in pairs)
    name = f"end to end, {_DELAY * 1000:.0f} ms a request"
    note = f"{bare:.2f} s for the bare requests, x {ratio:.2f}"
    line(name, f"{1.8 * bare:.2f} s", f"{whole:.2f} s", f"{ratio / 1.8:.2f}", note)


def _both_ways() -> tuple[float, float]:
    """Seconds with the bot and without."""
    stage = Stage()
    issue = stage.submit(new_charger())
    stage.hub.clear_requests()
    asked: list[Request] = []

    def answer_late(request: Request) -> None:
        asked.append(request)
        sleep(_DELAY)

    with stage.hub.serve() as url:
        stage.hub.before_each_request = answer_late
        with_bot = _seconds([sys.executable, "-m", "bot", "run"], _environment(stage, issue, url))
    assert stage.repository.pull_requests("open"), "the submission was refused"
    other = OctoFake()  # knows nothing of it, and takes as long to say so
    other.before_each_request = lambda request: sleep(_DELAY)
    with other.serve() as url:
        port = int(url.rpartition(":")[2])
        flow = [port, *([one.method, one.path, one.body] for one in asked)]
        without = _seconds([sys.executable, "-c", _BARE], os.environ, json.dumps(flow))
    return with_bot, without


def _environment(stage: Stage, issue: Issue, url: str) -> dict[str, str]:
    event = Path(tempfile.gettempdir(), "charger-bot-event.json")
    event.write_text(json.dumps({"issue": {"number": issue.number}}))
    kept = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    event_and_proxy = {"GITHUB_EVENT_PATH": str(event), "NO_PROXY": "127.0.0.1"}
    return kept | stage.variables(url) | event_and_proxy


def _seconds(command: list[str], environment, given: str = "") -> float:
    start = perf_counter()
    subprocess.run(
        command,
        check=True,
        cwd=ROOT,
        env=environment,
        input=given,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    return perf_counter() - start
