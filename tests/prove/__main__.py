"""`python -m tests.prove [--seed N] [PART...]`: runs the parts of the proof and prints one table.

A part is a module of this package with a function `prove(seed)` that yields figures. Whatever a part draws by chance
comes from the seed, so that the same seed tries the same again.
"""

import argparse
import importlib
import random
import sys
import time

from .figure import Figure

PARTS: tuple[str, ...] = (
    "single_faults",
    "double_faults",
    "lost_events",
    "interleavings",
    "hostile_texts",
    "linear_time",
    "fuzzing",
    "mutation",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.prove")
    parser.add_argument(
        "--seed", type=int, default=random.randrange(10**6), help="what is drawn by chance"
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)} (all)")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    print(
        f"seed {options.seed}\n\n{'part':<15}{'what was tried':<72}{'tried':>9}{'held':>9}{'seconds':>9}",
        flush=True,
    )
    failed = False
    for part in options.parts or PARTS:
        before = time.monotonic()
        for figure in importlib.import_module(f"tests.prove.{part}").prove(options.seed):
            now = time.monotonic()
            print(line(part, figure, now - before), flush=True)
            before, failed = now, failed or not 0 < figure.tried == figure.held
    return 1 if failed else 0


def line(part: str, figure: Figure, seconds: float) -> str:
    reported = "".join(f"\n    {failure}" for failure in figure.failures[:20])
    return (
        f"{part:<15}{figure.what:<72}{figure.tried:>9,}{figure.held:>9,}{seconds:>9.1f}{reported}"
    )


if __name__ == "__main__":
    sys.exit(main())
