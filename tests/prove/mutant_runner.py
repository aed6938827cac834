"""mutmut with a faster way to try a mutant: the tests are collected once, and each mutant runs them in a fork of that.

`python -P mutant_runner.py SEED COUNT`, in a folder that mutmut can work in: tries so many mutants, drawn by the seed.
mutmut itself lets pytest begin anew for each mutant, which takes longer than the few tests until one fails; and what
has killed another mutant of a function is tried first, then the quickest.
"""

import os
import signal
import sys
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import Any

import mutmut.__main__ as mutmut
import pytest
from _pytest.config import _prepareconfig
from hypothesis import HealthCheck, Phase, settings
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.workers.isolation import ForkRunner

CHILDREN = 2
PATIENCE = (
    5.0  # seconds of the processor for one test; mutmut itself waits for many times all of them
)
Everything = tuple[list[Any], Any]
TIMED_OUT = 36  # as mutmut calls it
SMALL = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # nobody reads a smaller example
    suppress_health_check=list(HealthCheck),
)
settings.register_profile("killing", SMALL)
settings.load_profile("killing")


class OnceCollected(PytestRunner):
    """Runs the tests of a mutant in the session of the process that was forked."""

    session: pytest.Session | None = None

    def collect(self) -> None:
        os.chdir("mutants")
        arguments = ["--rootdir=.", "-q", "--capture=no", *self._pytest_add_cli_args]
        config = _prepareconfig([*arguments, *self._pytest_add_cli_args_test_selection])
        config._do_configure()
        self.session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=self.session)
        config.hook.pytest_collection(session=self.session)
        os.chdir("..")

    def run_tests(self, *, mutant_name: str | None, tests: Iterable[str]) -> int:
        if self.session is None:
            return super().run_tests(mutant_name=mutant_name, tests=tests)
        assert mutant_name
        killers = Path(mutant_name.rpartition("__mutmut")[0] + ".killers").absolute()
        known = killers.read_text().splitlines() if killers.exists() else []
        os.chdir("mutants")
        items = {item.nodeid: item for item in self.session.items}
        chosen = [items[name] for name in dict.fromkeys([*reversed(known), *quickest_first(tests)])]
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
    """Collects before the first fork, and hands no cache on that the tests have filled while they were collected."""

    def startup(self) -> None:
        self.test_runner.collect()
        forget()
        super().startup()


def some_of(everything: Everything, seed: int, count: int) -> Everything:
    """The mutants to try, beside the data of all modules."""
    mutants, by_path = everything
    return Random(seed).sample(mutants, min(count, len(mutants))), by_path


def quickest_first(tests: Iterable[str]) -> list[str]:
    seconds = state().duration_by_test
    return sorted(tests, key=lambda name: seconds[name])


def forget() -> None:
    """Empty all caches."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"bot", "tests"}:
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


if __name__ == "__main__":
    collect, (seed, count) = mutmut.collect_source_file_mutation_data, map(int, sys.argv[1:])
    mutmut.collect_source_file_mutation_data = lambda **names: some_of(
        collect(**names), seed, count
    )
    mutmut.get_mutant_runner = lambda children: Forks(children, OnceCollected())
    mutmut._run((), CHILDREN)
