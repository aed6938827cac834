"""How one text differs from another, byte for byte."""

from difflib import unified_diff


def diff(before: str, after: str) -> str:
    """A unified diff with one line of context, in which only LF ends a line."""
    sides = [text.split("\n") for text in (before, after)]
    lines = []
    for side in sides:
        rest = [line for line in side[-1:] if line]
        lines.append([line + "\n" for line in side[:-1]] + rest)
    old, new = lines
    found = unified_diff(old, new, fromfile="README.md", tofile="README.md", n=1)
    shown = []
    for line in found:
        shown.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(shown)
