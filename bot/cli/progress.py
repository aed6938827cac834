"""Progress of long work, on a terminal only."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
_LONG = 20  # items
_CLEAR_LINE = "\r\x1b[K"


def with_progress(issues: Sequence[T]) -> Iterator[T]:
    """The issues, with a count of those done on standard error.

    Silent for less than 20, and where the output itself shows how far the work is.
    """
    is_shown = len(issues) >= _LONG and sys.stderr.isatty() and not sys.stdout.isatty()
    for position, issue in enumerate(issues):
        if is_shown:
            sys.stderr.write(f"{_CLEAR_LINE}{position} of {len(issues)} issues")
            sys.stderr.flush()
        yield issue
    if is_shown:
        sys.stderr.write(_CLEAR_LINE)
        sys.stderr.flush()
