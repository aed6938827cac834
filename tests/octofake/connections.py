"""Lists in the GraphQL interface, page by page."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from .errors import Violation

LARGEST_PAGE = 100
Key = Callable[[Any], Any]


@dataclass(frozen=True)
class Edge:
    """An item of a list and its place in it."""

    place: Any
    node: Any

    @property
    def cursor(self) -> str:
        """Return the place as GitHub reports it."""
        return cursor_of(self.place)


@dataclass(frozen=True)
class PageInfo:
    """Where a page begins and ends."""

    start_cursor: str | None
    end_cursor: str | None
    has_next_page: bool
    has_previous_page: bool


@dataclass(frozen=True)
class Connection:
    """A page of a list."""

    edges: list[Edge]
    page_info: PageInfo
    total_count: int
    updated_at: int | None = None

    @property
    def nodes(self) -> list[Any]:
        """Return the items without their places."""
        return [edge.node for edge in self.edges]


@dataclass(frozen=True)
class Page:
    """Which part of a list is asked for."""

    first: int | None = None
    last: int | None = None
    after: str | None = None
    before: str | None = None

    def check(self) -> None:
        """Refuse what GitHub refuses."""
        if self.first is None and self.last is None:
            raise Violation(
                "You must provide a `first` or `last` value to properly paginate a connection."
            )
        if not 0 <= (self.first if self.first is not None else self.last or 0) <= LARGEST_PAGE:
            raise Violation(f"Requesting {self} exceeds the limit of {LARGEST_PAGE} records.")


def connection(
    items: Sequence[Any],
    page: Page,
    key: Key | None = None,
    descending: bool = False,
    updated_at: int | None = None,
) -> Connection:
    """Return a page; a cursor holds the sorting key of an item, so that it stays valid when items come and go."""
    page.check()
    if key is None:
        rows = [(index, item) for index, item in enumerate(items)]
    else:
        rows = sorted(
            ((key(item), item) for item in items), key=lambda row: row[0], reverse=descending
        )
    inside = [row for row in rows if is_between(row[0], page, descending)]
    chosen = (
        inside[: page.first]
        if page.first is not None
        else inside[max(0, len(inside) - (page.last or 0)) :]
    )
    edges = [Edge(place, item) for place, item in chosen]
    before = bool(chosen) and rows.index(chosen[0]) > 0
    after = bool(chosen) and rows.index(chosen[-1]) < len(rows) - 1
    start, end = (edges[0].cursor, edges[-1].cursor) if edges else (None, None)
    page_info = PageInfo(start, end, has_next_page=after, has_previous_page=before)
    return Connection(edges, page_info, len(rows), updated_at)


def is_between(place: Any, page: Page, descending: bool) -> bool:
    """Tell whether an item is after `after` and before `before`."""
    after = page.after is None or (
        place < place_of(page.after) if descending else place > place_of(page.after)
    )
    return after and (
        page.before is None
        or (place > place_of(page.before) if descending else place < place_of(page.before))
    )


def cursor_of(place: Any) -> str:
    """Write a place in a list as a cursor."""
    return base64.b64encode(b"cursor:v2:" + json.dumps(place).encode()).decode()


def place_of(cursor: str) -> Any:
    """Read a cursor."""
    place = json.loads(base64.b64decode(cursor).removeprefix(b"cursor:v2:"))
    return tuple(place) if isinstance(place, list) else place
