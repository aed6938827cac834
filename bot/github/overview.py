"""All issues at once, in few requests: what a sweep looks at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.forms.form import Forms
from bot.forms.issue import number_of
from bot.github.observation import Observation, read_observation
from bot.github.queries import overview

Ask = Callable[[str, dict[str, Any]], dict[str, Any]]

_NO_PAGE: dict[str, Any] = {"nodes": [], "pageInfo": {"hasNextPage": False, "endCursor": None}}


@dataclass
class Overview:
    """What the pages have brought so far: the first page whole, all issues by number, and what
    belongs to each.
    """

    data: dict[str, Any] = field(default_factory=dict)
    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    belongings: dict[str, Any] = field(default_factory=dict)
    branches: set[str] = field(default_factory=set)

    def observations(self, forms: Forms, readme: str) -> Iterator[Observation]:
        """How each of the issues stands, in the order of their numbers."""
        opened = {
            "pageInfo": {"hasNextPage": False},
            "nodes": [issue for issue in self.issues.values() if issue["state"] == "OPEN"],
        }
        for number, issue in sorted(self.issues.items()):
            own = {
                "ref": self.belongings[f"ref{number}"],
                "pullRequests": self.belongings[f"pulls{number}"],
            }
            repository = self.data["repository"] | own | {"issue": issue, "issues": opened}
            yield read_observation(self.data | {"repository": repository}, forms, readme)

    def strays(self) -> list[int]:
        """The issues that have a branch, but are neither open nor among the newest closed ones."""
        numbers = map(number_of, self.branches)
        return sorted({number for number in numbers if number} - set(self.issues))

    def take(self, data: dict[str, Any]) -> list[int]:
        """Take in a page; what comes back are the numbers of its issues."""
        repository = data["repository"]
        self.data = self.data or data
        self.belongings |= {
            name: part for name, part in repository.items() if name.startswith(("ref", "pulls"))
        }
        self.branches |= {ref["name"] for ref in repository["refs"]["nodes"]}
        found = (
            repository.get("issues", _NO_PAGE)["nodes"]
            + repository.get("closed", _NO_PAGE)["nodes"]
        )
        new = {issue["number"]: issue for issue in found if issue["number"] not in self.issues}
        self.issues |= new
        return list(new)


def read_overview(ask: Ask, variables: dict[str, Any]) -> Overview:
    """Read all pages: as many as the issues have, and one more for what belongs to the last of
    them.
    """
    seen = Overview()
    cursors: dict[str, str | None] = {"after": None, "refs": None}
    last: list[int] = []
    more = True
    while more or last:
        data = ask(overview(last), variables | cursors | {"first": not seen.data, "more": more})
        last = seen.take(data)
        issues, refs = (
            data["repository"].get("issues", _NO_PAGE)["pageInfo"],
            data["repository"]["refs"]["pageInfo"],
        )
        cursors = {"after": issues["endCursor"], "refs": refs["endCursor"] or cursors["refs"]}
        more = issues["hasNextPage"]
    return seen
