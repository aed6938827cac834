"""Guided fuzzing: each target in a process of its own, which begins with the corpus.

`python -m tests.prove.fuzzing TARGET INPUT` tries one input again, which is in base64.
"""

import re
import subprocess
import sys
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.forms.form import Kind
from tests.charger_list import ROOT
from tests.prove.figure import Figure
from tests.prove.fuzz_targets import TARGETS
from tests.prove.hostile_values import corpus
from tests.stage import filled_in, new_charger

_TARGETS = {"form": "the form reader", "rows": "the row reader", "escaper": "the text escaper"}
_SECONDS, _LONGEST = 40, 4096
_MEMORY = 4096  # MiB; cmarkgfm 2025.10.22 frees no text it has rendered for the judges
_TIMEOUT = 1200  # seconds for one text, as is libFuzzer's own; linear_time says what takes too long
_RUNS = re.compile(r"number_of_executed_units: (\d+)")


def prove(seed: int) -> Iterator[Figure]:
    """Two at a time; the seed is libFuzzer's."""
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(lambda target: _figure(target, seed), _TARGETS)


def _figure(target: str, seed: int) -> Figure:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        for place, text in enumerate(_seeds(target)):
            (folder / "seeds" / str(place)).write_bytes(text.encode())
        done = _fuzzed(target, seed, folder)
        crashes = [path.read_bytes() for path in folder.glob("found-*")]
    runs = int(_RUNS.findall(done.stderr)[-1]) if _RUNS.search(done.stderr) else 0
    failures = tuple(reported(target, crash) for crash in crashes) or (
        (done.stderr[-500:],) if done.returncode else ()
    )
    return Figure(f"guided fuzzing of {_TARGETS[target]}", runs, runs - len(failures), failures)


def reported(target: str, crash: bytes) -> str:
    """What a target fails at, and how to see it again."""
    return f"{crash!a}\n        python -m tests.prove.fuzzing {target} {b64encode(crash).decode()}"


def again(target: str, encoded: str) -> None:
    TARGETS[target](b64decode(encoded).decode(errors="replace"))


def _seeds(target: str) -> list[str]:
    texts = [value.text[:_LONGEST] for value in corpus()]
    if target == "rows":  # each of which takes long
        return texts[::10]
    if target == "form":
        texts += [new_charger(notes=text) for text in texts[::10]] + [
            filled_in(kind) for kind in Kind
        ]
    return texts


def _fuzzed(target: str, seed: int, folder: Path) -> subprocess.CompletedProcess:
    options = [
        f"-seed={seed or 1}",
        f"-max_total_time={_SECONDS}",
        f"-max_len={_LONGEST}",
        "-print_final_stats=1",
        f"-rss_limit_mb={_MEMORY}",
        f"-report_slow_units={_TIMEOUT}",  # else a text of 10 seconds is left with those that failed
    ]
    command = [
        sys.executable,
        "-m",
        "tests.prove.fuzz_targets",
        target,
        f"{folder}/seeds",
        *options,
    ]
    return subprocess.run(
        [*command, f"-artifact_prefix={folder}/found-"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    again(*sys.argv[1:])
