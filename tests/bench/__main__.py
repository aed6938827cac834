"""`make bench`: the figures of the bot against the targets, with the ratios; `make bench` never fails on time.

Times within this process are those of its processor, so that a busy machine counts less; the others are by the clock.
"""

import gc
import os
import re
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bot.__main__ import main as call_bot
from bot.decision.situation import Situation
from bot.document.parse import parse
from bot.export.catalogue import read_catalogue
from bot.export.site import as_page
from tests.bench.material import charger_list, hostile_cases, hostile_issue, submissions
from tests.bench.table import figure as _figure
from tests.bench.table import line as _line
from tests.bench.traffic import after_merges, contributions, end_to_end, sweeps
from tests.charger_list import FORMS, LIST, ROOT, SHAPE
from tests.desired import desired_state
from tests.export.chromium import chromium
from tests.stage import new_charger

_QUEUE_MEMORY = 98  # MiB, a fifth of what it was before buffers were freed
_IMPORT = """
import importlib, sys
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError:  # of another system, and so only tried
        pass
"""
_SIZES = (8192, 16384, 32768, 65536)
# Modules are compiled once and kept, as on any machine where nobody has forbidden it.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
_PEAK = """import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"""  # from a small process: a child inherits a peak
_FILTER = """(words) => {
  const field = document.forms[0].elements.q;
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight;  // asks for the layout
}"""
_fresh = count()


def main() -> None:
    """Print the table, line by line as it is found."""
    gc.freeze()  # the fake and its schemas, which no run of the bot has in memory
    _line("figure", "target", "measured", "of target", "growth")
    for measure in (
        _decisions,
        _hostile_bodies,
        _queue,
        _whole_process,
        _check,
        _memory,
        contributions,
        sweeps,
        after_merges,
        end_to_end,
        _page,
    ):
        measure()


def _milliseconds(issue, readme: str) -> float:
    """The time of one decision, on a list that no cache knows."""
    seen = Situation(issue, f"{readme}<!-- {next(_fresh)} -->\n")
    start = process_time()
    desired_state(seen, FORMS)
    return (process_time() - start) * 1000


def _decisions() -> None:
    """Each repetition has another list, in which every name is another; the slowest kind of submission counts."""
    for layout, per_brand in (("10 rows a brand", 10), ("one brand", 10_000)):
        before = None
        for rows, target in ((10, 150), (100, 150), (1000, 150), (10_000, 1500)):
            took = {
                kind: _decision(kind, rows, max(rows // per_brand, 1)) for kind in submissions("")
            }
            kind = max(took, key=took.__getitem__)
            growth = f"x {took[kind] / before:.1f} for x 10" if before else ""
            _figure(
                f"one decision, {rows:,} rows, {layout} ({kind})", target, took[kind], "ms", growth
            )
            before = took[kind]


def _decision(kind: str, rows: int, brands: int) -> float:
    seeds = [f"{next(_fresh):05}q" for _ in range(3 if rows > 1000 else 7)]
    return median(
        _milliseconds(submissions(seed)[kind], charger_list(rows, seed, brands)) for seed in seeds
    )


def _hostile_bodies() -> None:
    """Every case once at two sizes; the slowest and the fastest growing again, at all sizes."""
    small, large = ({case: _hostile(case, size) for case in hostile_cases()} for size in _SIZES[2:])
    slow = sorted(large, key=large.__getitem__)[-8:]
    growing = sorted(
        (case for case in large if large[case] > 10), key=lambda case: large[case] / small[case]
    )[-4:]
    above = sum(ms > 50 for ms in large.values())
    _figure(
        f"65,536 characters, the median of {len(large)} cases", 50, median(large.values()), "ms"
    )
    _figure(
        f"65,536 characters, the worst; {above} cases miss the target",
        50,
        max(large.values()),
        "ms",
    )
    for case in sorted({*slow, *growing}, key=large.__getitem__, reverse=True):
        times = [small[case], large[case]]  # what takes very long is measured once
        if large[case] < 1000:
            times = [median(_hostile(case, size) for _ in range(3)) for size in _SIZES]
        doubled = (
            "  ".join(f"{ms:.0f}" for ms in times) + f"  x {times[-1] / times[-2]:.1f} for x 2"
        )
        _figure(
            f"  {case[0]}, {f'{case[1]}: {case[2]}' if case[2] else 'whole body'}",
            50,
            times[-1],
            "ms",
            doubled,
        )


def _hostile(case, size: int) -> float:
    return _milliseconds(hostile_issue(case, size - next(_fresh) % 64), LIST)


def _bot(folder: Path, readme: str, *arguments: str) -> list[str]:
    (folder / "README.md").write_text(readme, encoding="utf-8")
    forms = ROOT / ".github" / "ISSUE_TEMPLATE"
    named = ("--readme", f"{folder}/README.md", "--forms", str(forms))
    return [sys.executable, "-m", "bot", "preview", *named, *arguments]


def _seconds(*command: str) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=_ENVIRONMENT)
    return perf_counter() - start


def _queue() -> None:
    """A thousand files through `preview --cumulative`, the whole process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number:04}.md" for number in range(1000)]
        for number, file in enumerate(files):
            file.write_text(
                new_charger(f"Unit {number:05} 22 kW", f"Maker q{number % 10:04}"), encoding="utf-8"
            )
        command = _bot(
            folder, charger_list(100, "q", 10), "--json", "--cumulative", "--label", "new-charger"
        )
        command += map(str, files)
        _figure("1,000 queued issues, 100 to 1,100 rows", 10, _seconds(*command), "s")
        _figure("the peak memory of it", _QUEUE_MEMORY, _peak(command), "MiB")


def _whole_process() -> None:
    """Runs of both in turn, so that both meet the same machine."""
    preview = (sys.executable, "-m", "bot", "preview", "--readme", "examples/list/README.md")
    example = (*preview, "examples/101-new-charger.md")
    imports = (sys.executable, "-c", _IMPORT, *_libraries(example))
    pairs = [(_seconds(*example), _seconds(*imports)) for _ in range(21)]
    whole, floor = (median(times) * 1000 for times in zip(*pairs, strict=True))
    _line("importing its libraries", "", f"{floor:.0f} ms")
    _figure(
        "python -m bot preview, the whole process",
        round(1.3 * floor),
        whole,
        "ms",
        f"x {whole / floor:.2f} of it",
    )


def _libraries(command: tuple[str, ...]) -> list[str]:
    """The modules of others that a command imports, as it is run."""
    program, *arguments = command
    run = [program, "-X", "importtime", *arguments]
    ran = subprocess.run(
        run, check=True, capture_output=True, text=True, cwd=ROOT, env=_ENVIRONMENT
    )
    imported = re.findall(r"^import time:.*\| +([\w.]+)$", ran.stderr, re.MULTILINE)
    return [name for name in imported if name.partition(".")[0] != "bot"]


def _check() -> None:
    """The command in a process that is up already, and a whole process; the slower of many brands and one counts."""
    lists = [charger_list(10_000, "c", brands) for brands in (1000, 1)]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "README.md")
        for label, measure in (
            ("check of 10,000 rows, without start-up", _check_here),
            ("the whole process", _check_file),
        ):
            found = []
            for text in lists:
                path.write_text(text, encoding="utf-8")
                found.append(measure(path))
            _figure(label, 1, max(found), "s")


def _check_here(path: Path) -> float:
    text = f"{path.read_text(encoding='utf-8')}<!-- {next(_fresh)} -->\n"
    path.write_text(text, encoding="utf-8")
    start = process_time()
    with redirect_stdout(StringIO()):
        call_bot(["check", str(path)])
    return process_time() - start


def _check_file(path: Path) -> float:
    return min(_seconds(sys.executable, "-m", "bot", "check", str(path)) for _ in range(3))


def _memory() -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "issue.md").write_text(submissions("q")["new charger"].body, encoding="utf-8")
        command = _bot(
            Path(name),
            charger_list(10_000, "q", 1000),
            "--label",
            "new-charger",
            f"{name}/issue.md",
        )
        _figure("peak memory of preview, 10,000 rows", 200, _peak(command), "MiB")


def _peak(command: list[str]) -> float:
    """The most memory of a process, in MiB."""
    ran = subprocess.run(
        [sys.executable, "-c", _PEAK, *command], check=True, capture_output=True, text=True
    )
    return float(ran.stdout)


def _page() -> None:
    """Filters of the page, each from the key to the rows laid out, in processor time of the page's own thread."""
    with chromium() as browser, tempfile.TemporaryDirectory() as name:
        file = Path(name, "index.html")
        catalogue = read_catalogue(parse(charger_list(5000, "q", 500), SHAPE))
        file.write_text(as_page(catalogue, "https://ghe.example/team/list"), encoding="utf-8")
        page = browser.new_page()
        page.goto(file.as_uri())
        for found, words in (
            ("all", "m"),
            ("10", "maker q0001"),
            ("500", "00003"),
            ("none", "zzz"),
        ):
            times = [_filter(page, words) for _ in range(15)]
            _figure(f"a filter of the page, 5,000 rows, finds {found}", 50, median(times), "ms")


def _filter(page, words: str) -> float:
    page.evaluate(_FILTER, "")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _task_seconds(session)
    page.evaluate(_FILTER, words)
    took = _task_seconds(session) - before
    session.detach()
    return took * 1000


def _task_seconds(session) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


if __name__ == "__main__":
    main()
