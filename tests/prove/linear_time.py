"""Linear time: whatever fills a body, an answer or README.md, twice the length takes at most 2.5 times as long.

`python -m tests.prove.linear_time NAME` tries one again.
"""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import count, pairwise
from math import inf
from multiprocessing import get_context
from shlex import quote
from time import process_time

from bot.chargers.versions import read_versions
from bot.check.fix import fix
from bot.check.inspect import inspect
from bot.cli.export import FORMATS as EXPORTS
from bot.decision.situation import Situation
from bot.document.escape import escape
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.export.catalogue import read_catalogue
from bot.export.site import as_page
from bot.forms.typed_links import read_link
from bot.forms.values import read_typed_name, read_typed_notes
from bot.names.cleaning import clean, forbidden_in_name, mixed_word
from bot.names.full_name import with_section
from bot.names.marks import without_bullet, without_marks
from bot.names.near import is_near_name, nearest
from bot.names.several import several_names
from bot.render.changes import differing_rows
from bot.render.quoting import block, code, neutralize, reveal_invisible
from tests.bench.material import SHAPES, hostile_cases, hostile_issue, hostile_list, hostile_lists
from tests.charger_list import FORMS, LIST, SHAPE, VOCABULARY
from tests.desired import desired_state
from tests.prove.figure import Figure

SIZES = (8192, 16384, 32768, 65536)
MOST = 2.5
_WHOLE = 12  # characters: where most of what is repeated ends whole, since one mark left open can double the time
_FLOOR = 0.002  # seconds, below which a clock says little
_PROCESSES = 2
_AT_LEAST, _AGAIN = 3, 15  # times, of which the fastest counts, before a growth is believed
_FUNCTIONS = (
    clean,
    forbidden_in_name,
    mixed_word,
    escape,
    neutralize,
    code,
    reveal_invisible,
    block,
    read_link,
    read_versions,
    read_typed_name,
    read_typed_notes,
    without_marks,
    without_bullet,
    with_section,
    several_names,
    nearest,
    is_near_name,
)
_GIVEN = {
    block: ("diff",),
    read_typed_name: (120, SHAPE),
    forbidden_in_name: (SHAPE.file.names,),
    with_section: ("Zaptec", VOCABULARY),
    several_names: (VOCABULARY, lambda _: False),
    nearest: (["Zaptec Go", "Zaptec Pro 22 kW"], VOCABULARY),
    is_near_name: ("Zaptec Go", VOCABULARY),
}
_REPOSITORY = "https://github.com/acme/list"
_fresh = count()

Task = Callable[[int], Callable[[], object]]


def prove(seed: int) -> Iterator[Figure]:
    """Nothing is drawn by chance here."""
    yield _figure(
        "shapes in a body and in each answer, decided on at 8k, 16k, 32k and 64k", _answers()
    )
    yield _figure("shapes in README.md, checked, fixed and exported at these lengths", _lists())
    yield _figure("shapes in each function that looks at text, at these lengths", _texts())


@cache
def _tasks() -> dict[str, Task]:
    return _answers() | _lists() | _texts()


def _answers() -> dict[str, Task]:
    return {str(case): _decision(case) for case in hostile_cases()}


def _lists() -> dict[str, Task]:
    return {f"README.md of {case}": _reading(case) for case in hostile_lists()}


def _texts() -> dict[str, Task]:
    return {
        f"{f.__name__} of {name}": _call(f, shape)
        for name, shape in SHAPES.items()
        for f in _FUNCTIONS
    }


def _decision(case: tuple) -> Task:
    """Each measurement has a body of its own, which no cache knows."""

    def prepared(size: int) -> Callable[[], object]:
        seen = Situation(hostile_issue(case, size - next(_fresh) % 64), LIST)
        return lambda: desired_state(seen, FORMS)

    return prepared


def _reading(case: tuple) -> Task:
    """All that the bot does with README.md by itself: `check` with and without `--fix`, `export` and `site`."""

    def prepared(size: int) -> Callable[[], object]:
        text = hostile_list(case, size - size % _WHOLE - next(_fresh) % 64 * _WHOLE)

        def read() -> None:
            document = parse(text, SHAPE)
            inspect(document)
            with suppress(ReadmeError):
                fix(document)
                differing_rows(parse(LIST, SHAPE).checked(), document.checked())
                catalogue = read_catalogue(document)
                as_page(catalogue, _REPOSITORY)
                for exported in EXPORTS.values():
                    exported(catalogue)

        return read

    return prepared


def _call(function: Callable, shape: Callable[[int], str]) -> Task:
    def prepared(size: int) -> Callable[[], object]:
        text = shape(size)
        return lambda: _refusing(function, text, *_GIVEN.get(function, ()))

    return prepared


def _refusing(function: Callable, *arguments: object) -> None:
    with suppress(ValueError):  # so pydantic calls a refusal
        function(*arguments)


def _seconds(task: Task, size: int) -> float:
    """Measured as timeit does it, without the collector, which takes long for what other parts have left."""
    act = task(size)
    gc.disable()
    before = process_time()
    act()
    took = process_time() - before
    gc.enable()
    return took


def growth(task: Task) -> str:
    """The first doubling that takes too long, measured again where it seems so; empty when there is none."""
    times = [_seconds(task, size) for size in SIZES]
    for (small, less), (large, more) in pairwise(zip(SIZES, times, strict=True)):
        if _is_too_much(less, more):
            fast, slow = _fastest(task, small, large)
            if _is_too_much(fast, slow):
                return f"{small} takes {fast * 1000:.1f} ms, {large} takes {slow * 1000:.1f} ms"
    return ""


def _fastest(task: Task, small: int, large: int) -> tuple[float, float]:
    """The fastest of two sizes, measured by turns, since clocks change, until their growth is right."""
    fast = slow = inf
    for turn in range(_AGAIN):
        fast = min(fast, _seconds(task, small))
        slow = min(slow, _seconds(task, large))
        if turn + 1 >= _AT_LEAST and not _is_too_much(fast, slow):
            break
    return fast, slow


def _is_too_much(less: float, more: float) -> bool:
    return more > _FLOOR and more > MOST * less


def _growth_elsewhere(name: str) -> str:
    """The same of a fresh process: where much was freed before, memory given back and taken again is what takes long.

    https://man7.org/linux/man-pages/man3/mallopt.3.html (M_TRIM_THRESHOLD)
    """
    again = subprocess.run(
        [sys.executable, "-m", __spec__.name, name], capture_output=True, text=True, check=False
    )
    return again.stderr.strip()


def _complaint(name: str) -> str:
    """What is wrong with a task, and how to see it again; empty when nothing is."""
    reported = growth(_tasks()[name]) and _growth_elsewhere(name)
    return (
        reported and f"{name}: {reported}\n        python -m tests.prove.linear_time {quote(name)}"
    )


def _figure(what: str, tasks: dict[str, Task]) -> Figure:
    with get_context("fork").Pool(_PROCESSES) as pool:
        failures = tuple(filter(None, pool.imap(_complaint, tasks, chunksize=10)))
    return Figure(f"{len(tasks)} {what}", len(tasks), len(tasks) - len(failures), failures)


if __name__ == "__main__":
    sys.exit(growth(_tasks()[sys.argv[1]]) or 0)
