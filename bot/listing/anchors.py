"""The anchors that GitHub gives to the headings of a document."""

from collections.abc import Iterable
from functools import lru_cache

from github_slugger import slug as _slug

slug = lru_cache(maxsize=8192)(_slug)


def anchors(headings: Iterable[str]) -> list[str]:
    """One anchor a heading, in document order; repeats get -1, -2 as github-slugger does it."""
    used: dict[str, int] = {}
    result = []
    for heading in headings:
        first = anchor = slug(heading)
        count = used.get(first, 0)
        while anchor in used:
            count += 1
            anchor = f"{first}-{count}"
        used[first] = count
        used[anchor] = 0
        result.append(anchor)
    return result
