"""When the lines of a file last changed, from git."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from bot.local.git import ask_git

# Spaces and the order of rows are no change: https://git-scm.com/docs/git-blame
_BLAME = ("blame", "--line-porcelain", "-w", "-M")
_HEADER = re.compile(r"([0-9a-f]{40,64}) [0-9]+ ([0-9]+)(?: [0-9]+)?")


def line_dates(file: Path) -> dict[int, date]:
    """The day (UTC) each line of a file was last committed, by line number counted from 1.

    Lines that are not committed are left out, as are in a shallow clone those older than its
    history. Empty without git, outside of a clone, and for a file git does not know.
    """
    folder = file.resolve().parent
    is_shallow = ask_git(folder, "rev-parse", "--is-shallow-repository") == "true\n"
    blamed = ask_git(folder, *_BLAME, "--", file.name) or ""
    dates: dict[int, date] = {}
    line, is_known = 0, False
    # Each line's header comes before its text, which begins with a tab.
    for text in blamed.split("\n"):
        if header := _HEADER.fullmatch(text):
            line, is_known = int(header[2]), set(header[1]) != {"0"}
        elif text.startswith("committer-time ") and is_known:
            dates[line] = datetime.fromtimestamp(int(text.split()[1]), UTC).date()
        elif text == "boundary" and is_shallow:
            dates.pop(line, None)
    return dates
