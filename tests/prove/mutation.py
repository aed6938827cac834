"""Mutation: each small change of the core must make a test fail, or be explained in `mutation.toml`.

mutmut works in a copy of the repository. It leaves functions with a decorator alone, so in the copy
`@lru_cache def f` is written `def f` and `f = lru_cache(f)`.
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
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .figure import Figure

ROOT = Path(__file__).parent.parent.parent
COPIED = ("bot", "tests", ".github", "examples", "README.md", "pyproject.toml")
CONFIGURATION = tomllib.loads((Path(__file__).parent / "mutation.toml").read_text(encoding="utf-8"))
KILLED = {1, 3}  # a failed test, or an error that pytest itself has stumbled over
CRASHED = {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS}
TIMED_OUT = {-24, 24, 36, 152, 255}
UNTESTED = {5, 33}
_STRICT = re.compile(r"strict=\w+")


class Mutant(NamedTuple):
    """A function, what was changed in it and what it became; how mutmut's run of the tests has ended."""

    module: str
    function: str
    was: str
    became: str
    exit_code: int | None

    @property
    def key(self) -> tuple[str, str, str]:
        if "strict=True" in self.was and _STRICT.sub("", self.was) == _STRICT.sub("", self.became):
            return "any", "strict=True", "anything else"
        return f"{self.module}:{self.function}", self.was, self.became

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


def prove(seed: int) -> Iterator[Figure]:  # nothing here is drawn by chance
    total, killed, stale = 0, 0, set(EXPLAINED)
    with tempfile.TemporaryDirectory() as folder:
        for group in CONFIGURATION["groups"]:
            copy = Path(folder) / group["name"]
            lay_out(copy, group)
            run_mutmut(copy)
            for module, mutants in by_module(copy).items():
                survivors = [mutant for mutant in mutants if mutant.survives]
                stale -= {mutant.key for mutant in survivors}
                total, killed = total + len(mutants), killed + len(mutants) - len(survivors)
                yield figure(module, mutants)
    yield overall(total, killed)
    yield Figure(
        "survivors explained that are still there",
        len(EXPLAINED),
        len(EXPLAINED) - len(stale),
        tuple(map(str, stale)),
    )


def figure(module: str, mutants: list[Mutant]) -> Figure:
    """A module holds when all its mutants are killed or explained."""
    left = [mutant for mutant in mutants if mutant.survives and mutant.key not in EXPLAINED]
    killed = sum(not mutant.survives for mutant in mutants)
    explained = len(mutants) - killed - len(left)
    what = f"{module}: {killed} killed, {explained} explained, {len(left)} left"
    return Figure(what, len(mutants), killed + explained, tuple(map(str, left)))


def overall(total: int, killed: int) -> Figure:
    share = 100 * killed / total
    return Figure(
        f"all: {killed} of {total} killed, {share:.1f} % (at least 90)",
        total,
        total if share >= 90 else killed,
    )


def lay_out(copy: Path, group: dict) -> None:
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
        "pytest_add_cli_args": ["--assert=plain", "--tb=no", "-p", "no:cacheprovider"],
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


def run_mutmut(copy: Path) -> None:
    command: list[str | Path] = [sys.executable, "-P", Path(__file__).with_name("mutant_runner.py")]
    with (copy / "log").open("w") as log:
        environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        subprocess.run(command, cwd=copy, env=environment, stdout=log, stderr=log, check=True)


def by_module(copy: Path) -> dict[str, list[Mutant]]:
    folder = copy / "mutants"
    found = {
        meta.relative_to(folder).with_suffix(""): list(read_mutants(meta))
        for meta in folder.rglob("*.meta")
    }
    return {str(module): mutants for module, mutants in sorted(found.items()) if mutants}


def read_mutants(meta: Path) -> Iterator[Mutant]:
    source = meta.with_suffix("").read_text(encoding="utf-8")
    lines = source.split("\n")
    functions = {
        node.name: lines[node.lineno : node.end_lineno]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }
    for key, exit_code in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].items():
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
