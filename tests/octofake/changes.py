"""What differs between two texts or two trees."""

import difflib
from dataclasses import dataclass
from itertools import pairwise

from .objects import CellContent, GitObjects

Lines = list[bytes]


@dataclass(frozen=True)
class Hunk:
    """Lines of an old text, and those that have taken their place."""

    start: int
    end: int
    lines: tuple[bytes, ...]


@dataclass(frozen=True)
class FileChange:
    """A file that is not the same in two trees."""

    path: str
    status: str
    sha: str
    additions: int
    deletions: int


def hunks(old: Lines, new: Lines) -> list[Hunk]:
    """Return the differences between two texts; what is equal at both ends is left out quickly."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = difflib.SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False
    )
    return [
        Hunk(head + start, head + end, tuple(new[head + new_start : head + new_end]))
        for kind, start, end, new_start, new_end in middle.get_opcodes()
        if kind != "equal"
    ]


def merged_lines(base: Lines, ours: Lines, theirs: Lines) -> Lines | None:
    """Put two changes of a text together; they conflict, as in git, when they overlap or touch."""
    both = sorted(
        {*hunks(base, ours), *hunks(base, theirs)}, key=lambda hunk: (hunk.start, hunk.end)
    )
    if any(following.start <= hunk.end for hunk, following in pairwise(both)):
        return None
    result = base.copy()
    for hunk in reversed(both):
        result[hunk.start : hunk.end] = hunk.lines
    return result


def changed_files(objects: GitObjects, old: str | None, new: str) -> list[FileChange]:
    """Return the files that differ between the trees of two commits."""
    before = objects.files(objects.tree_of(old)) if old else {}
    after = objects.files(objects.tree_of(new))
    paths = sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )
    return [file_change(objects, path, before.get(path), after.get(path)) for path in paths]


def file_change(objects: GitObjects, path: str, old: CellContent, new: CellContent) -> FileChange:
    """Count the lines that have come and gone."""
    status = "modified" if old and new else "added" if new else "removed"
    before, after = (objects.blob(entry[1]).splitlines() if entry else [] for entry in (old, new))
    found = hunks(before, after)
    additions = sum(len(hunk.lines) for hunk in found)
    deletions = sum(hunk.end - hunk.start for hunk in found)
    return FileChange(path, status, (new or old or (0, ""))[1], additions, deletions)
