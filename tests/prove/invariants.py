"""What must hold after every single request, whatever goes wrong and whoever acts at the same time."""

from collections.abc import Iterator

from ..octofake.exchange import Request
from ..octofake.repository import Repository
from ..stage import Stage

PREFIX = "refs/heads/bot/issue-"


class Watch:
    """Looks at a stage around each request, and remembers what was broken.

    A new comment comes before the one that it replaces goes, so that there may be two for a moment. Of two runs on one
    issue that read at the very same moment each may write one: then `comments` is 3.
    """

    def __init__(self, stage: Stage, comments: int = 2) -> None:
        self.stage, self.comments = stage, comments
        self.broken: list[str] = []
        self.refs: dict[str, str] = {}
        self.reported: dict[int, int] = {}
        stage.hub.before_each_request = self.before
        stage.hub.after_each_request = self.after

    def before(self, request: Request) -> None:
        """What people have done since the last request is theirs to answer for."""
        self.refs, self.reported = dict(self.stage.repository.refs), comments_of(self.stage)

    def after(self, request: Request, response: object) -> None:
        found = [*broken_by_refs(self.stage, self.refs), *broken_pulls(self.stage)]
        for number, count in comments_of(self.stage).items():
            if count > max(self.comments, self.reported[number]):
                found.append(f"another comment on #{number}")
        self.broken += [f"{request.method} {request.path}: {words}" for words in found]

    def verify(self) -> None:
        assert not self.broken, "; ".join(self.broken)


def broken_pulls(stage: Stage) -> Iterator[str]:
    main, ways = stage.repository.branches["main"], set()
    for pull in stage.repository.pull_requests():
        if pull.closed_for_good or (pull.state == "open" and pull.head_sha == main):
            yield f"the head of #{pull.number} equals its base"
        if pull.state == "open" and not pull.is_cross_repository:
            if (way := (pull.head, pull.base)) in ways:
                yield f"a second pull request from {pull.head} into {pull.base}"
            ways.add(way)


def comments_of(stage: Stage) -> dict[int, int]:
    """How many comments of the bot each issue has."""
    return {
        issue.number: sum(comment.author is stage.hub.viewer for comment in issue.comments)
        for issue in stage.repository.issues()
    }


def broken_by_refs(stage: Stage, before: dict[str, str]) -> Iterator[str]:
    """What a request has done wrong to a branch, between how the refs were and how they are."""
    repository = stage.repository
    for name in {name for name, sha in {*before.items()} ^ {*repository.refs.items()}}:
        if not name.startswith(PREFIX):
            yield f"{name} was written"
            continue
        if name in before and (
            lost := sorted(foreign(stage, before[name]) - reachable(repository))
        ):
            yield f"the commits {', '.join(lost)} are lost"
        if (tip := repository.refs.get(name)) and is_bots(stage, tip):
            yield from broken_commit(repository, tip)


def broken_commit(repository: Repository, tip: str) -> Iterator[str]:
    objects, (parent, *others) = repository.objects, repository.objects.parents(tip)
    if others or not objects.contains(repository.branches["main"], parent):
        yield f"{tip} is not one commit on the default branch"
    before, after = (objects.files(objects.tree_of(sha)).items() for sha in (parent, tip))
    if changed := {path for path, _ in before ^ after} - {"README.md"}:
        yield f"{', '.join(sorted(changed))} differs on a branch of the bot"


def foreign(stage: Stage, tip: str) -> set[str]:
    """The commits up to this one that are not the bot's."""
    return {sha for sha in stage.repository.objects.history(tip) if not is_bots(stage, sha)}


def reachable(repository: Repository) -> set[str]:
    return set(repository.objects.history(*set(repository.refs.values())))


def is_bots(stage: Stage, sha: str) -> bool:
    """A commit that was made through the API without an author is the viewer's, and committed by GitHub."""
    commit = stage.repository.objects.commit(sha)
    names = (commit.author.partition(b" <")[0], commit.committer.partition(b" <")[0])
    return names == (stage.hub.viewer.login.encode(), b"GitHub")
