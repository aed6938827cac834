"""mutmut with a faster way to try a mutant: the tests are collected once, and each mutant runs them in a fork of that.

`python -P mutant_runner.py SEED COUNT`, in a folder that mutmut can work in: tries so many mutants, drawn by the seed.
All tests run once without a change, and must pass; this shows the tests that call a function. A mutant of it then
begins with those that have killed another one, goes on with the test file of the module, and ends with the slowest.
"""

import os
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable
from functools import lru_cache, wraps
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import Any

import mutmut.__main__ as mutmut
import pytest
from _pytest.config import _prepareconfig
from hypothesis import HealthCheck, Phase, settings
from mutmut.mutation import trampoline
from mutmut.mutation.trampoline_templates import mangle_function_name
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name
from mutmut.workers.isolation import ForkRunner

CHILDREN = 2
PATIENCE = (
    5.0  # seconds of the processor for one test; mutmut itself waits for many times all of them
)
Everything = tuple[list[Any], Any]
Mutants = dict[str, Callable[..., Any]]
TIMED_OUT = 36  # as mutmut calls it
OUT_OF_REACH = "out_of_reach"  # a file: the functions called only while modules are loaded
SMALL = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # nobody reads a smaller example
    suppress_health_check=list(HealthCheck),
)
settings.register_profile("killing", SMALL)
MUTANTS: dict[str, Mutants] = {}  # of each function by its name; what is called is `_mutmut_orig`
CALLED: set[str] = set()  # the functions since it was emptied last


class Results:
    """A plugin of pytest: notes how long each test took, and keeps failures to print them.

    `calls` has the functions that each fixture calls. One for many tests is made for the first.
    """

    def __init__(self) -> None:
        self.failures: list[str] = []
        self.calls: defaultdict[Any, set[str]] = defaultdict(set)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        before = set(CALLED)
        CALLED.clear()
        value = yield
        self.calls[fixturedef] |= CALLED
        CALLED.update(before)
        return value

    def calls_of_fixtures(self, item: Any) -> set[str]:
        """The functions called by the fixtures of a test."""
        definitions = item._fixtureinfo.name2fixturedefs.values()
        return set().union(*(self.calls[one] for each in definitions for one in each))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        state().duration_by_test[report.nodeid] += report.duration
        if report.failed:
            self.failures.append(f"{report.nodeid}\n{report.longreprtext}")


class OnceCollected(PytestRunner):
    """Collects the tests once, runs all of them once, and then those of a mutant in a fork."""

    def run_stats(self, *, tests: Iterable[str]) -> int:
        """Collect and run all tests without a change, and note the functions called by each."""
        trampoline.set_mutant_under_test("")
        trampoline.wrap_in_trampoline = wrap
        os.chdir("mutants")
        arguments = ["--rootdir=.", "-q", "--capture=no", *self._pytest_add_cli_args]
        config = _prepareconfig([*arguments, *self._pytest_add_cli_args_test_selection])
        config._do_configure()
        settings.load_profile("killing")  # in place of that of tests/conftest.py
        session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=session)
        config.hook.pytest_collection(session=session)
        results = Results()
        config.pluginmanager.register(results)
        at_load = set(CALLED)
        for item, following in zip_longest(session.items, session.items[1:]):
            forget()  # what a cache answers is not called
            CALLED.clear()
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            for function in CALLED:
                state().tests_by_mangled_function_name[function].add(item.nodeid)
        os.chdir("..")
        for item in session.items:
            for function in results.calls_of_fixtures(item):
                state().tests_by_mangled_function_name[function].add(item.nodeid)
        at_load -= state().tests_by_mangled_function_name.keys()
        Path(OUT_OF_REACH).write_text("\n".join(at_load), encoding="utf-8")
        print(*results.failures, sep="\n")
        self.session = session
        return session.testsfailed

    def run_tests(self, *, mutant_name: str | None, tests: Iterable[str]) -> int:
        assert mutant_name
        function = mangled_name_from_mutant_name(mutant_name)
        MUTANTS[function]["_mutmut_orig"] = MUTANTS[function][mutant_name.rpartition(".")[2]]
        killers = Path(f"{function}.killers").absolute()
        known = killers.read_text().splitlines() if killers.exists() else []
        os.chdir("mutants")
        items = {item.nodeid: item for item in self.session.items}
        ordered = [*reversed(known), *nearest_first(function, tests)]
        chosen = [items[name] for name in dict.fromkeys(ordered)]
        signal.signal(signal.SIGVTALRM, lambda *_: os._exit(TIMED_OUT))
        for item, following in zip_longest(chosen, chosen[1:]):
            signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.session.testsfailed:
                with killers.open("a") as file:
                    file.write(f"{item.nodeid}\n")
                return 1
        return 0


class Forks(ForkRunner):
    """Runs the tests without a change once, and hands no cache on that they have filled."""

    def run_clean_tests(self, tests: Iterable[str]) -> int:
        """Nothing: the run for the stats was one."""
        return 0

    def run_forced_fail(self) -> int:
        """Nothing: no process of pytest is started that could pass over a failure."""
        return 1

    def startup(self) -> None:
        forget()
        super().startup()


def wrap(mutants: Mutants, is_classmethod: bool = False) -> Callable[[Any], Any]:
    """Take the place of mutmut's decorator, which looks at each call for the mutant to try."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        class_name, _, name = function.__qualname__.rpartition(".")
        mangled = mangle_function_name(name=name, class_name=class_name or None)
        key = f"{function.__module__}.{mangled}"
        MUTANTS[key] = mutants

        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            CALLED.add(key)
            chosen = mutants["_mutmut_orig"]
            if is_classmethod:
                return getattr(args[0], chosen.__name__)(*args[1:], **kwargs)
            return chosen(*args, **kwargs)

        return call

    return decorate


def some_of(everything: Everything, seed: int, count: int) -> Everything:
    """The mutants to try, beside the data of all modules."""
    mutants, by_path = everything
    return Random(seed).sample(mutants, min(count, len(mutants))), by_path


def nearest_first(function: str, tests: Iterable[str]) -> list[str]:
    """The tests of the function's own module, then the others, each time the quickest first."""
    package, module = function.split(".")[1:3]
    own = f"tests/{package}/test_{module}.py::"
    seconds = state().duration_by_test
    return sorted(tests, key=lambda name: (not name.startswith(own), seconds[name]))


def forget() -> None:
    """Empty all caches of functions."""
    for cache in caches(len(sys.modules)):
        cache.cache_clear()


@lru_cache(maxsize=1)
def caches(_: int) -> list[Any]:
    """The caches of so many loaded modules."""
    found = []
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"bot", "tests"}:
            found += [value for value in vars(module).values() if hasattr(value, "cache_clear")]
    return found


if __name__ == "__main__":
    collect, (seed, count) = mutmut.collect_source_file_mutation_data, map(int, sys.argv[1:])
    mutmut.collect_source_file_mutation_data = lambda **names: some_of(
        collect(**names), seed, count
    )
    mutmut.get_mutant_runner = lambda children: Forks(children, OnceCollected())
    mutmut._run((), CHILDREN)
