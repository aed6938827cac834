"""Issues: what people and the bot do to them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .errors import GitHubError, invalid
from .records import Record
from .world import User, World

if TYPE_CHECKING:
    from .repository import Repository

BODY_LIMIT = 65_536
TITLE_LIMIT = 256
UNCHANGED: Any = object()


@dataclass(eq=False, repr=False)
class Label(Record):
    """A label of a repository."""

    repository: "Repository"
    id: int
    node_id: str
    name: str
    color: str
    description: str | None


@dataclass(eq=False, repr=False)
class Event(Record):
    """An entry of an issue's timeline; `more` holds what only its kind has, as GraphQL names it."""

    kind: str
    node_id: str
    subject: "Issue"
    actor: User
    created_at: int
    more: dict[str, Any]


@dataclass(eq=False, repr=False)
class Comment(Record):
    """A comment on an issue or a pull request."""

    issue: "Issue"
    id: int
    author: User
    body: str
    created_at: int
    node_id: str = ""
    updated_at: int = 0
    last_edited_at: int | None = None
    editor: User | None = None

    def __post_init__(self) -> None:
        """Give the comment its node id."""
        self.node_id = self.issue.world.new_node("IC", self)
        self.updated_at = self.created_at

    @property
    def repository(self) -> "Repository":
        """Return the repository that the comment is in."""
        return self.issue.repository

    def edit(self, body: str, by: User | None = None) -> None:
        """Write another text."""
        check_comment(body)
        self.body = body
        self.last_edited_at = self.updated_at = self.issue.world.tick()
        self.editor = by or self.author

    def delete(self) -> None:
        """Take the comment away."""
        self.issue.comments.remove(self)
        self.issue.touch()


@dataclass(eq=False, repr=False)
class Issue(Record):
    """An issue, or (as a PullRequest) what a pull request shares with one."""

    repository: "Repository"
    number: int
    author: User
    title: str
    body: str | None
    id: int = 0
    node_id: str = ""
    state: str = "open"
    state_reason: str | None = None
    locked: bool = False
    active_lock_reason: str | None = None
    created_at: int = 0
    updated_at: int = 0
    closed_at: int | None = None
    closed_by: User | None = None
    last_edited_at: int | None = None
    editor: User | None = None
    labels: list[Label] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    notifications: list[tuple[User, str]] = field(default_factory=list)
    timeline: list[Event] = field(default_factory=list)

    resource = "Issue"
    node_prefix = "I"

    def __post_init__(self) -> None:
        """Give the issue its ids and its date."""
        check_length(self.resource, self.title, self.body)
        self.id = self.world.new_id()
        self.node_id = self.world.new_node(self.node_prefix, self)
        self.created_at = self.touch()

    @property
    def world(self) -> World:
        """Return the root of all records."""
        return self.repository.world

    @property
    def label_names(self) -> list[str]:
        """Return the names of the labels."""
        return [label.name for label in self.labels]

    def touch(self) -> int:
        """Let a second pass and note that something has changed."""
        self.updated_at = self.world.tick()
        return self.updated_at

    def note(self, kind: str, by: User, **more: Any) -> Event:
        """Add an event to the timeline."""
        event = Event(kind, "", self, by, self.touch(), more)
        event.node_id = self.world.new_node("EV", event)
        self.timeline.append(event)
        return event

    def check_edit(self, title: str, body: str | None) -> tuple[str, str | None]:
        """Return the title and the body as they would be, or refuse them."""
        title = self.title if title is UNCHANGED else title
        body = self.body if body is UNCHANGED else body
        check_length(self.resource, title, body)
        return title, body

    def edit(
        self, title: str = UNCHANGED, body: str | None = UNCHANGED, by: User | None = None
    ) -> None:
        """Write another title or body."""
        title, body = self.check_edit(title, body)
        if title != self.title:
            self.note(
                "RenamedTitleEvent",
                by or self.author,
                previous_title=self.title,
                current_title=title,
            )
        self.title = title
        if body != self.body:
            self.body = body
            self.last_edited_at, self.editor = self.touch(), by or self.author

    def close(self, by: User | None = None, reason: str = "completed", closer: Any = None) -> None:
        """Close an open issue; closing a closed one changes nothing."""
        if self.state == "open":
            self.state, self.state_reason, self.closed_by = "closed", reason, by or self.author
            self.closed_at = self.note(
                "ClosedEvent", by or self.author, closer=closer, state_reason=reason
            ).created_at

    def reopen(self, by: User | None = None) -> None:
        """Open a closed issue; opening an open one changes nothing."""
        if self.state == "closed":
            self.state, self.state_reason, self.closed_by, self.closed_at = (
                "open",
                "reopened",
                None,
                None,
            )
            self.note("ReopenedEvent", by or self.author, state_reason="reopened")

    def add_label(self, name: str, by: User | None = None) -> None:
        """Put a label on; one that the repository does not have yet is made, as through REST."""
        label = self.repository.label(name) or self.repository.add_label(name)
        if label not in self.labels:
            self.labels.append(label)
            self.note("LabeledEvent", by or self.author, label=label)

    def remove_label(self, name: str, by: User | None = None) -> None:
        """Take a label off."""
        label = self.repository.label(name)
        if label not in self.labels:
            raise GitHubError(404, "Label does not exist")
        self.labels.remove(label)
        self.note("UnlabeledEvent", by or self.author, label=label)

    def comment(self, body: str, by: User) -> Comment:
        """Write a comment."""
        check_comment(body)
        if self.locked and by.login not in self.repository.associations:
            raise GitHubError(403, "Unable to create comment because issue is locked.")
        comment = Comment(self, self.world.new_id(), by, body, self.touch())
        self.comments.append(comment)
        self.notifications.append((by, body))
        return comment

    def written_by(self, user: User) -> list[str]:
        """Return all comments of somebody as they were first, the deleted ones too."""
        return [body for author, body in self.notifications if author is user]

    def lock(self, reason: str | None = None) -> None:
        """Let nobody but collaborators comment."""
        self.locked, self.active_lock_reason = True, reason
        self.touch()

    def unlock(self) -> None:
        """Let everybody comment again."""
        self.locked, self.active_lock_reason = False, None
        self.touch()

    def delete(self) -> None:
        """Delete the issue: its number is gone for good."""
        del self.repository.issues_and_pulls[self.number]
        self.repository.gone.add(self.number)

    def transfer(self, to: "Repository") -> "Issue":
        """Move the issue to another repository, where it gets another number."""
        del self.repository.issues_and_pulls[self.number]
        moved = to.open_issue(self.author, self.title, self.body, labels=self.label_names)
        moved.comments = self.comments
        for comment in moved.comments:
            comment.issue = moved
        self.repository.transferred[self.number] = moved
        return moved


def check_length(resource: str, title: str, body: str | None) -> None:
    """Refuse what GitHub cannot keep."""
    if len(title) > TITLE_LIMIT:
        raise invalid(resource, "title", f"title is too long (maximum is {TITLE_LIMIT} characters)")
    if not title.strip():
        raise invalid(resource, "title", "title can't be blank", code="missing_field")
    if len(body or "") > BODY_LIMIT:
        raise invalid(resource, "body", f"body is too long (maximum is {BODY_LIMIT} characters)")


def check_comment(body: str) -> None:
    """Refuse a comment that GitHub would refuse."""
    if not body.strip():
        raise invalid("IssueComment", "data", "Body cannot be blank", code="unprocessable")
    if len(body) > BODY_LIMIT:
        message = f"Body is too long (maximum is {BODY_LIMIT} characters)"
        raise invalid("IssueComment", "data", message, code="unprocessable")
