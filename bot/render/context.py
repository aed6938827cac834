"""What the texts for an issue need besides the decision and its situation."""

from typing import TYPE_CHECKING, NamedTuple

from bot.render.repository_links import Links

if TYPE_CHECKING:
    from bot.evidence.answer import SourceAnswer


class Context(NamedTuple):
    """The repository, and what people and the bot have said and found out so far.

    `host` is the name of the GitHub server, for the addresses of contributors. `has_branch` once
    the change is on a branch although GitHub has refused its pull request. `author_commented` when
    the author has commented since the last edit of the issue. `evidence` is what was found out
    about sources.
    """

    links: Links = Links()
    host: str = "github.com"
    has_branch: bool = False
    author_commented: bool = False
    evidence: "tuple[SourceAnswer, ...]" = ()
