"""How much of what a pull request shows is needed to review it, over the golden pull requests.

`python -m tests.needed_share [FOLDER]` prints it for the cases of another version too. Needed are
the rows of the change, the reason, the sources, and points to review, unless nearly all pull
requests have the same; not needed are headings, other answers and what a reviewer can do. What is
folded away counts as not shown, but for its heading.
"""

import re
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

_CASES = Path(__file__).parent / "cases"
_NEARLY_ALL = 0.9
_FOLDED = re.compile(r"<details>(<summary>.*?</summary>).*?</details>", re.DOTALL)
_VALUES = re.compile(r"`+[^`]*`+|\d+")
_NEEDED_ANSWERS = ("| Reason ", "| Sources ")


def main(folder: Path) -> None:
    """Print the share of needed characters of the pull requests in a folder of cases."""
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*/pull_request.md")]
    pages = [_FOLDED.sub(r"\1", text.partition("\n")[2]).strip() for text in texts]
    habits = habitual(pages)
    shown = sum(length(page) for page in pages)
    needed = sum(length("\n".join(needed_lines(page, habits))) for page in pages)
    print(f"{len(pages)} pull requests in {folder}")
    print(f"characters shown: {shown:,}, {shown / len(pages):.0f} in each")
    print(f"needed: {needed:,}, {needed / shown:.0%}")


def habitual(pages: list[str]) -> set[str]:
    """Lines that nearly all pull requests have, but for names and numbers."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_VALUES.sub("x", line) for line in page.split("\n")})
    return {line for line, count in counts.items() if count >= _NEARLY_ALL * len(pages)}


def needed_lines(page: str, habits: set[str]) -> list[str]:
    """The Markdown of what a reviewer needs."""
    found = []
    for block in page.split("\n\n"):
        lines = block.split("\n")
        if block.startswith("| Field "):
            found += [line for line in lines if line.startswith(_NEEDED_ANSWERS)]
        elif block.startswith("|"):
            found += ["", *lines]
        elif block.startswith(("- ", "> ")):
            found += [line for line in lines if _VALUES.sub("x", line) not in habits]
    return found


def length(markdown: str) -> int:
    """The number of characters a reader sees, without spaces."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    text = _Text()
    text.feed(html)
    text.close()
    return len("".join("".join(text.parts).split()))


class _Text(HTMLParser):
    """The text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _CASES)
