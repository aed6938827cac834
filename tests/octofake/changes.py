"""What differs between two texts or two trees."""

import difflib
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from tempfile import TemporaryDirectory

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


@lru_cache(maxsize=1000)
def merged_text(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Let git put two changes of a text together, or find that they conflict."""
    with TemporaryDirectory() as folder:

        def git(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
            command = ["git", "-C", folder, *arguments]
            return subprocess.run(command, input=given, capture_output=True, check=False)

        git("init", "--quiet", "--bare")
        commits: list[str] = []
        for text in (base, ours, theirs):
            blob = git("hash-object", "-w", "--stdin", given=text).stdout.decode().strip()
            tree = git("mktree", given=f"100644 blob {blob}\ttext\n".encode()).stdout.decode()
            parent = ["-p", commits[0]] if commits else []
            who = ["-c", "user.name=octofake", "-c", "user.email=octofake"]
            made = git(*who, "commit-tree", tree.strip(), *parent, "-m", "text")
            commits.append(made.stdout.decode().strip())
        merged = git("merge-tree", "--write-tree", *commits[1:])
        assert merged.returncode in {0, 1}, merged.stderr
        tree = merged.stdout.decode().split()[0]
        return None if merged.returncode else git("cat-file", "blob", f"{tree}:text").stdout


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
