"""`python -m tests.bench.pairs OLD [--pairs N] [--parser DIR] [NAME ...]`: this build and an old one by turns.

OLD is a checkout of the bot, say of 9204787, and DIR one of issue-ops/parser, the action that only
parses. NAME is a part of a line's name; without any, all lines are measured. Both builds run under
this Python with byte code kept, in processes of their own, children counted. Each ratio is the
median of the ratios of the pairs.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.material import charger_list
from tests.charger_list import ROOT
from tests.stage import new_charger

# A small process of its own: a child inherits the peak of its parent.
_MEASURE = """import json, resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([status.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss, status.stderr]))"""
_ENVIRONMENT = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
_EXAMPLE = str(ROOT / "examples" / "101-new-charger.md")
_LINE = "{:<46} {:>7} {:>7} {:>6}  {:>11} {:>11}  {}"


@dataclass(frozen=True)
class Used:
    """What one process took: seconds of the processor, and MiB at its peak."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Line:
    """One line of the table: `prepare` fills a folder and gives the arguments of the bot.

    The second is that of the other side, another command than the bot's where it begins with a path.
    """

    name: str
    target: float
    prepare: Callable[[Path], Sequence[str]]
    other: Sequence[str] = ()
    measures: str = "seconds"


def main() -> None:
    """Print the table, line by line as it is measured."""
    parser = ArgumentParser("python -m tests.bench.pairs", description=__doc__)
    parser.add_argument("old", type=Path, help="a checkout of the old build")
    parser.add_argument("--pairs", type=int, default=11)
    parser.add_argument("--parser", type=Path, help="a checkout of issue-ops/parser")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a part of a line's name")
    given = parser.parse_intermixed_args()
    print(_LINE.format("what", "target", "now", "pairs", "old or peer", "this build", ""))
    for line in _lines(given.parser):
        if not given.names or any(name in line.name for name in given.names):
            _print(line, given.old.resolve(), given.pairs)


def _lines(parser: Path | None) -> list[Line]:
    python = [sys.executable, "-c", "pass"]
    lines = [
        Line("preview of one issue", 0.6, _preview_one),
        Line("preview of one issue, to a bare Python", 9, _preview_one, python),
        Line("preview, 10,000 rows of 1,000 brands", 0.65, _preview(1000)),
        Line("preview, 10,000 rows of one brand", 1, _preview(1)),
        Line("apply, one issue", 1, _apply),
        Line("check, 10,000 rows", 1, _on_list("check")),
        Line("check --fix, 10,000 rows out of order", 1, _fix),
        Line("export, 10,000 rows", 0.8, _on_list("export")),
        Line("export as CSV, 10,000 rows", 0.8, _on_list("export", "--format", "csv")),
        Line("site, 10,000 rows", 0.8, _site),
        Line("doctor --offline", 1, lambda folder: ["doctor", "--offline"]),
        Line("init --dry-run, to a bare Python", 9, _init, python),
        Line("sources --answers, to a bare Python", 15, _sources, python),
        Line("queue of 1,000 issues", 0.4, _queue),
        Line("queue of 1,000 issues, memory", 0.2, _queue, measures="memory"),
    ]
    if parser:
        peer = ["node", str(parser / "dist" / "index.js")]
        lines.insert(1, Line("preview of one issue, to issue-ops/parser", 1, _preview_one, peer))
    return lines


def _print(line: Line, old: Path, pairs: int) -> None:
    """Measure both by turns, each once before for its byte code."""
    sides = [(old, line.other), (ROOT, ())]
    for checkout, other in sides:
        _measure(line, checkout, other)
    before: list[float] = []
    now: list[float] = []
    for _ in range(pairs):
        for (checkout, other), found in zip(sides, (before, now), strict=True):
            found.append(getattr(_measure(line, checkout, other), line.measures))
    ratio = median(new / earlier for new, earlier in zip(now, before, strict=True))
    values = [
        f"{median(found) * 1000:.0f} ms"
        if line.measures == "seconds"
        else f"{median(found):.0f} MiB"
        for found in (before, now)
    ]
    missed = "missed" if ratio > line.target else ""
    text = _LINE.format(line.name, line.target, f"{ratio:.2f}", pairs, *values, missed)
    print(text.rstrip(), flush=True)


def _measure(line: Line, checkout: Path, other: Sequence[str]) -> Used:
    """One run in a folder with the files of its build. Raises RuntimeError where it fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(checkout / ".github", folder / ".github")
        shutil.copy(ROOT / "README.md", folder)
        arguments = line.prepare(folder)
        command = list(other) or [sys.executable, "-m", "bot", *arguments]
        ran = subprocess.run(
            [sys.executable, "-c", _MEASURE, *command],
            check=True,
            capture_output=True,
            text=True,
            cwd=folder,
            env=_ENVIRONMENT | {"PYTHONPATH": str(checkout)} | _inputs_of_parser(folder),
        )
    status, seconds, memory, errors = json.loads(ran.stdout)
    if status not in {0, 1} or "Traceback" in errors:
        raise RuntimeError(f"{line.name} in {checkout}: {errors}")
    return Used(seconds, memory / 1024)


def _inputs_of_parser(folder: Path) -> dict[str, str]:
    """What GitHub Actions hands to issue-ops/parser."""
    output = folder / "output"
    output.touch()
    _, _, body = Path(_EXAMPLE).read_text(encoding="utf-8").split("---\n", 2)
    return {
        "INPUT_BODY": body,
        "INPUT_WORKSPACE": str(ROOT),
        "INPUT_ISSUE-FORM-TEMPLATE": "new-charger.yml",
        "GITHUB_OUTPUT": str(output),
    }


def _preview_one(folder: Path) -> Sequence[str]:
    return ["preview", _EXAMPLE]


def _preview(brands: int) -> Callable[[Path], Sequence[str]]:
    def prepare(folder: Path) -> Sequence[str]:
        issue = folder / "issue.md"
        body = new_charger("Unit 00005 q 22 kW", "Maker q0000")
        issue.write_text(f"---\nlabels: [new-charger]\n---\n{body}", encoding="utf-8")
        return ["preview", "--json", "--readme", _list(folder, 10_000, brands), str(issue)]

    return prepare


def _list(folder: Path, rows: int, brands: int) -> str:
    """Write a list; returns its path."""
    path = folder / "README.md"
    path.write_text(charger_list(rows, "q", brands), encoding="utf-8")
    return str(path)


def _on_list(*command: str) -> Callable[[Path], Sequence[str]]:
    def prepare(folder: Path) -> Sequence[str]:
        return [*command, _list(folder, 10_000, 1000)]

    return prepare


def _fix(folder: Path) -> Sequence[str]:
    """The first two rows of each brand have changed places."""
    path = Path(_list(folder, 10_000, 1000))
    text = re.sub(r"(.*Unit 00000 .*\n)(.*\n)", r"\2\1", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return ["check", "--fix", str(path)]


def _apply(folder: Path) -> Sequence[str]:
    """In a clone of its own, so that each run makes the branch."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C", str(folder)]
    for arguments in (["init", "--quiet"], ["add", "README.md"], ["commit", "--quiet", "-m", "a"]):
        subprocess.run([*git, *arguments], check=True)
    return ["apply", _EXAMPLE]


def _site(folder: Path) -> Sequence[str]:
    readme, output = _list(folder, 10_000, 1000), str(folder / "site")
    return ["site", "--output", output, "--repository", "https://ghe.example/a/b", readme]


def _init(folder: Path) -> Sequence[str]:
    """The list without the files of a bot."""
    shutil.rmtree(folder / ".github")
    return ["init", "--dry-run", "--action", f"a/b@{'0' * 40}"]


def _sources(folder: Path) -> Sequence[str]:
    answers = folder / "answers.json"
    answers.write_text('{"version": 1, "answers": []}')
    return ["sources", "--answers", str(answers)]


def _queue(folder: Path) -> Sequence[str]:
    """A thousand files, on a list which grows from 100 to 1,100 rows."""
    files = []
    for number in range(1000):
        file = folder / f"{number:04}.md"
        body = new_charger(f"Unit {number:05} 22 kW", f"Maker q{number % 10:04}")
        file.write_text(body, encoding="utf-8")
        files.append(str(file))
    options = ["--json", "--cumulative", "--label", "new-charger"]
    return ["preview", *options, "--readme", _list(folder, 100, 10), *files]


if __name__ == "__main__":
    main()
