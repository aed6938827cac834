"""Mutation: small changes of the code must make a test fail; `mutation.toml` says which, and explains the others.

mutmut works in a copy of the repository. It leaves functions with a decorator alone, so in the copy
`@lru_cache def f` is written `def f` and `f = lru_cache(f)`.

`python -m tests.prove.mutation SEED GROUP...` tries some groups alone, and prints every survivor.
"""

import ast
import difflib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .figure import Figure

ROOT = Path(__file__).parent.parent.parent
COPIED = (
    "bot",
    "tests",
    ".github",
    "examples",
    "schema",
    "README.md",
    "action.yml",
    "pyproject.toml",
)
CONFIGURATION = tomllib.loads((Path(__file__).parent / "mutation.toml").read_text(encoding="utf-8"))
LEFT_OUT = (
    "--ignore=tests/forms/test_second_opinion.py",  # it needs packages of npm
    "--ignore=tests/render/test_hostile.py",  # a part of this proof
)
KILLED = {1, 3}  # a failed test, or an error that pytest itself has stumbled over
CRASHED = {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS}
TIMED_OUT = {-24, 24, 36, 152, 255}
UNTESTED = {5, 33}
_STRICT = re.compile(r"\bstrict=\w+")


class Mutant(NamedTuple):
    """A function, what was changed in it and what it became; how the tests ended, None where they were not run."""

    module: str
    function: str
    was: str
    became: str
    exit_code: int | None

    @property
    def key(self) -> tuple[str, str, str]:
        return f"{self.module}:{self.function}", self.was, self.became

    @property
    def differs(self) -> bool:
        """Whether a run could notice; none can where only `strict` of a `zip` has changed.

        `strict=True` says that two sequences have one length, and `strict=False` is what `zip` does.
        """
        is_about_strict = _STRICT.sub("", self.was) == _STRICT.sub("", self.became)
        is_new_claim = "strict=False" in self.was and "strict=True" in self.became
        return not is_about_strict or is_new_claim

    @property
    def survives(self) -> bool:
        return self.exit_code not in KILLED | CRASHED | TIMED_OUT

    def __str__(self) -> str:
        return f"{self.function}: {self.was}  =>  {self.became}" + (
            "  (no test)" if self.exit_code in UNTESTED else ""
        )


def explained_key(entry: dict[str, str]) -> tuple[str, str, str]:
    return entry["function"], entry["was"], entry["became"]


EXPLAINED = {explained_key(entry): entry["why"] for entry in CONFIGURATION.get("explained", ())}


def prove(seed: int, names: Sequence[str] = ()) -> Iterator[Figure]:
    """Try all groups, or those with these names."""
    stale = dict(EXPLAINED)
    groups = [one for one in CONFIGURATION["groups"] if not names or one["name"] in names]
    for group in groups:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder)
            lay_out(copy, group)
            run_mutmut(copy, seed, group["tried"])
            mutants = all_mutants(copy)
        for mutant in mutants:
            if mutant.exit_code is None or mutant.survives:
                stale.pop(mutant.key, None)
        yield figure(group, [mutant for mutant in mutants if mutant.exit_code is not None])
    if not names:
        reported = tuple(map(str, stale))
        held = len(EXPLAINED) - len(stale)
        yield Figure("survivors explained that are still there", len(EXPLAINED), held, reported)


def figure(group: dict[str, Any], tried: list[Mutant]) -> Figure:
    """A group holds when enough of its mutants are killed and, in the core, all others explained."""
    survivors = [mutant for mutant in tried if mutant.survives]
    left = [mutant for mutant in survivors if mutant.key not in EXPLAINED]
    share = 100 * (1 - len(survivors) / len(tried))
    explained = len(survivors) - len(left)
    what = f"{group['name']}: {share:.1f} % killed (of {group['killed']}), {explained} explained, {len(left)} left"
    holds = share >= group["killed"] and not (group.get("explained") and left)
    held = len(tried) if holds else len(tried) - len(left)
    return Figure(what, len(tried), held, tuple(map(str, left)))


def lay_out(copy: Path, group: dict[str, Any]) -> None:
    """The copy with mutmut's configuration."""
    for name in COPIED:
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, copy / name, ignore=ignored) if source.is_dir() else shutil.copy(
            source, copy / name
        )
    for path in (copy / "bot").rglob("*.py"):
        path.write_text(undecorated(path.read_text(encoding="utf-8")), encoding="utf-8")
    settings = {
        "source_paths": ["bot"],
        "only_mutate": group["mutate"],
        "also_copy": [name for name in COPIED if name not in {"bot", "tests", "pyproject.toml"}],
        "pytest_add_cli_args_test_selection": group["tests"],
        "pytest_add_cli_args": ["--assert=plain", "--tb=no", "-p", "no:cacheprovider", *LEFT_OUT],
        "track_dependencies": False,
        "use_git_change_detection": False,
        "timeout_constant": 1.0,
        "timeout_multiplier": 15.0,
    }
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as configuration:
        configuration.write("\n[tool.mutmut]\n")
        configuration.writelines(
            f"{name} = {json.dumps(value)}\n" for name, value in settings.items()
        )


def undecorated(source: str) -> str:
    lines = source.splitlines(keepends=True)
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    for function in sorted(functions, key=lambda function: function.lineno, reverse=True):
        if (
            len(function.decorator_list) == 1
            and ast.unparse(function.decorator_list[0]) != "classmethod"
        ):
            (decorator,) = function.decorator_list
            name, indent = function.name, " " * function.col_offset
            assert function.end_lineno
            last = f"{indent}{name} = {ast.unparse(decorator)}({name})\n"
            lines.insert(function.end_lineno, last)
            del lines[decorator.lineno - 1 : decorator.end_lineno]
    return "".join(lines)


def run_mutmut(copy: Path, seed: int, tried: int) -> None:
    runner = Path(__file__).with_name("mutant_runner.py")
    command = [sys.executable, "-P", str(runner), str(seed), str(tried)]
    environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    with (copy / "log").open("w") as log:
        done = subprocess.run(
            command, cwd=copy, env=environment, stdout=log, stderr=log, check=False
        )
    assert done.returncode == 0, (copy / "log").read_text()[-3000:]


def all_mutants(copy: Path) -> list[Mutant]:
    """The mutants which differ, of all functions but those called only while modules are loaded."""
    metas = sorted((copy / "mutants").rglob("*.meta"))
    out_of_reach = (copy / "out_of_reach").read_text(encoding="utf-8").split()
    mutants = [mutant for meta in metas for mutant in read_mutants(meta, out_of_reach)]
    return [mutant for mutant in mutants if mutant.differs]


def read_mutants(meta: Path, out_of_reach: Sequence[str]) -> Iterator[Mutant]:
    source = meta.with_suffix("").read_text(encoding="utf-8")
    lines = source.split("\n")
    functions = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            first = lines[node.lineno - 1].replace(node.name, "")
            functions[node.name] = [first, *lines[node.lineno : node.end_lineno]]
    for key, exit_code in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].items():
        if key.rpartition("__mutmut")[0] in out_of_reach:
            continue
        name = key.rpartition(".")[2]
        changes = list(
            difflib.unified_diff(functions[name.rpartition("_")[0] + "_orig"], functions[name], n=0)
        )[2:]
        was, became = (
            " ".join(line[1:].strip() for line in changes if line[0] == sign) for sign in "-+"
        )
        function = (
            name.rpartition("__mutmut")[0].removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
        )
        yield Mutant(key.rpartition(".")[0], function, was, became, exit_code)


if __name__ == "__main__":
    for found in prove(int(sys.argv[1]), sys.argv[2:]):
        print(found.what, *found.failures, sep="\n    ")
