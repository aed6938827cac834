"""What strangers typed, quoted so that it is read as text and nothing in it acts."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bot.document.escape import BREAK, escape
from bot.names.cleaning import is_invisible, without_stray_selectors

_LONGEST = 100  # characters of quoted code
_LONGEST_PART = 12_000  # characters of one of at most four parts of a message
_LONGEST_FENCE = 80  # backticks around a piece of code: https://github.com/github/cmark-gfm/blob/master/src/inlines.c
_CODE_POINT = "<U+{:04X}>"
_RUNS = re.compile(r"`+")
# What GitHub links in conversations but not in files: other forms of references, advisories,
# commits, whole addresses.
_REFERENCE = re.compile(
    r"\b(?:GH|CVE)(?=-\d)|\bGHSA(?=-)|\b[0-9a-f]{7,40}\b|(?<=:)(?=//)", re.IGNORECASE
)
# What acts in the message of a commit, into which GitHub can put the text of a pull request:
# https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/configuring-commit-squashing-for-pull-requests
# No Markdown is read there, so a span of code keeps nothing quiet.
# Besides references and mentions it is what keeps workflows from running:
# https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs
# https://learn.microsoft.com/en-us/azure/devops/pipelines/repos/azure-repos-git#skipping-ci-for-individual-pushes
ALIVE_IN_COMMIT = r"#\d|@\w|\bGH-\d|\[skip[ _-]|[ _-]skip\]|\[no ci\]|\*NO_CI\*"
_ALIVE_IN_COMMIT = re.compile(
    rf"{ALIVE_IN_COMMIT}|\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b:?\s+\w+://", re.IGNORECASE
)
# Of the marks of the bot itself, see bot.render.markers: no text of a stranger has one.
_MARK = "<!-- charger-"
_BROKEN_MARK = "<!- - charger-"
_PART_OF_COMMIT = re.compile(r".{1,6}")  # GitHub takes seven digits for a commit


def code(text: str, longest: int = _LONGEST) -> str:
    """One line of code, in which GitHub links and mentions nothing; long text is cut."""
    return _fenced(_line(text, longest))


def inert(text: str) -> str:
    """One line of code for a pull request, quiet in the message of a squashed commit too."""
    line = _line(text, _LONGEST)
    if acts_in_commit(line):
        return f"<code>{neutralize(line)}</code>"
    return _fenced(line)


def acts_in_commit(text: str) -> bool:
    """Whether a text does something in the message of a commit."""
    return _ALIVE_IN_COMMIT.search(text) is not None


def _line(text: str, longest: int) -> str:
    line = reveal_invisible(" ".join(text[: longest * 4].split())).replace(_MARK, _BROKEN_MARK)
    if len(line) > longest:
        line = line[: longest - 1] + "…"
    return line


def _fenced(line: str) -> str:
    if not line:
        return "(nothing)"
    fence = "`" * (max(map(len, _RUNS.findall(line)), default=0) + 1)
    if len(fence) > _LONGEST_FENCE:
        return neutralize(line)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def reveal_invisible(text: str) -> str:
    """The text with the code points of invisible characters, and of those for a terminal."""
    if text.isascii() and text.isprintable():
        return text
    shown = {}
    for char in set(text) - {"\n"}:
        if is_invisible(char) or unicodedata.category(char) in {"Cc", "Zl", "Zp"}:
            shown[ord(char)] = _CODE_POINT.format(ord(char))
    text = without_stray_selectors(text, _CODE_POINT)
    return text.translate(shown) if shown else text


def escape_unprintable(text: str) -> str:
    """JSON with an escape for each character that a terminal does not show as it is."""
    if text.replace("\n", "").isprintable():
        return text
    import json  # takes 1.5 ms to load

    escapes = {}
    for char in set(text) - {"\n"}:
        if not char.isprintable():
            escapes[char] = json.dumps(char)[1:-1]
    return "".join([escapes.get(char, char) for char in text])


def neutralize(text: str) -> str:
    """Text for a sentence or a table of a conversation: it shows as typed and refers to nothing."""
    return _REFERENCE.sub(
        lambda match: _PART_OF_COMMIT.sub(rf"\g<0>{BREAK}", match[0]) or BREAK,
        escape(text.replace(_MARK, _BROKEN_MARK)),
    )


def in_one_line(markdown: str) -> str:
    """Quiet text in which lines end, as they can by an entity in the list, for a row or a name."""
    return markdown.replace("\n", "<br>")


@lru_cache(maxsize=1024)  # the cells of rows come again: choices, and the rows around a new one
def neutralize_and_truncate(text: str, most: int) -> str:
    """Neutralized text of at most `most` characters, in which nothing is invisible.

    One typed character can take 14.
    """
    visible = reveal_invisible(text[: most + 1])  # since none takes less than one character
    kept = visible[:most]
    while len(shown := neutralize(kept)) > most:
        kept = kept[: len(kept) * most // len(shown)]
    return shown if kept == visible else f"{shown}…"


def block(text: str, language: str) -> str:
    """A fenced block, with a fence longer than any in the text."""
    fence = "`" * (1 + max([2, *map(len, _RUNS.findall(text))]))
    return f"{fence}{language}\n{text.replace(_MARK, _BROKEN_MARK)}\n{fence}"


def shortened(text: str, most: int = _LONGEST_PART) -> str:
    """Lines of a table or diff, cut at a line end to keep within GitHub's 65,536 characters."""
    if len(text) <= most:
        return text
    kept = text[:most].rpartition("\n")[0]
    return f"{kept}\n… ({len(text[len(kept) + 1 :].splitlines()):,} more)"


def quoted(text: str, most: int = 1_000) -> str:
    """A quotation of what a person said, as plain text of at most `most` characters.

    After a quotation mark nothing begins a heading, list, alert or block of code.
    """
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    shown = neutralize_and_truncate("\n".join(lines), most)
    return f"> “{in_one_line(shown)}”"


def listed(words: Sequence[str], most: int | None = None) -> str:
    """`a, b and c`; of more than `most` words, those and how many more: `a, b and 7 more`."""
    if most is not None and len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def counted(items: Sequence[str], most: int) -> str:
    """At most so many items of a list, and how many more there are."""
    lines = list(items[:most])
    if len(items) > most:
        lines.append(f"- … and {len(items) - most} more.")
    return "\n".join(lines)
