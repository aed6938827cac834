"""The anchors that GitHub gives to the headings of a document."""

import re
from collections.abc import Iterable
from functools import lru_cache

import github_slugger

_DROPPED = re.compile(r"[^\w\- ]")


@lru_cache(maxsize=32768)
def slug(heading: str) -> str:
    """The anchor of a heading on its own; github-slugger takes a millisecond, which ASCII does not need."""
    if heading.isascii():
        return _DROPPED.sub("", heading.lower()).replace(" ", "-")
    return str(github_slugger.slug(heading))


def anchors(headings: Iterable[str]) -> list[str]:
    """One anchor a heading, in document order; repeats get -1, -2 as github-slugger does it."""
    used: dict[str, int] = {}
    result = []
    for heading in headings:
        first = anchor = slug(heading)
        while anchor in used:
            used[first] += 1
            anchor = f"{first}-{used[first]}"
        used[anchor] = 0
        result.append(anchor)
    return result
