"""GitHub's answers, as far as the bot reads them: the fields are those of the queries.

https://docs.github.com/en/graphql/reference/objects
"""

from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import (
    AliasPath,
    Base64Bytes,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    field_validator,
)
from pydantic.alias_generators import to_camel

from bot.names.cleaning import encodable

T = TypeVar("T")
Text = Annotated[str, BeforeValidator(encodable)]


class GitHubObject(BaseModel):
    """An object of an answer; its fields are GitHub's, in Python's spelling."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, validate_by_name=True)


class PageInfo(GitHubObject):
    """Where a page of a connection begins and ends."""

    has_next_page: bool = False
    end_cursor: str | None = None
    has_previous_page: bool = False
    start_cursor: str | None = None


class Connection(GitHubObject, Generic[T]):
    """A page of a long list."""

    nodes: tuple[T, ...] = ()
    page_info: PageInfo = PageInfo()
    total_count: int = 0

    @field_validator("nodes", mode="before")
    @classmethod
    def _without_null(cls, nodes: Any) -> Any:
        """GitHub puts null where it cannot show one: cesarferreira/needle#8."""
        return tuple(node for node in nodes or () if node is not None)


class Actor(GitHubObject):
    """An account; an app has no `database_id` here."""

    login: str
    database_id: int | None = None


class Label(GitHubObject):
    """A label; `id` where it is asked for."""

    id: str = ""
    name: Text


class Event(GitHubObject):
    """An entry of a timeline; fields its kind lacks keep their defaults."""

    created_at: datetime | None = None
    actor: Actor | None = None
    label: Label | None = None


class Comment(GitHubObject):
    """A comment on an issue."""

    id: str
    body: Text
    viewer_did_author: bool
    author: Actor | None = None
    created_at: datetime | None = None
    last_edited_at: datetime | None = None


class Node(GitHubObject):
    """Any object, by its id for mutations."""

    id: str


class PullRequestReference(GitHubObject):
    """A pull request meant to close an issue; it can be one of another repository."""

    state: str
    head_ref_name: Text
    is_cross_repository: bool
    repository: Node


class IssueNode(GitHubObject):
    """An issue; `comments`, `labeling` and `reopening` are asked for only where they count."""

    id: str
    number: int
    title: Text
    body: Text
    state: str
    locked: bool
    author: Actor | None
    author_association: str
    labels: Connection[Label]
    closing: Connection[PullRequestReference] | None = Field(alias="closedByPullRequestsReferences")
    created_at: datetime | None = None
    last_edited_at: datetime | None = None
    editor: Actor | None = None
    comments: Connection[Comment] = Connection[Comment]()
    labeling: Connection[Event] = Connection[Event]()
    reopening: Connection[Event] = Connection[Event]()


class Object(GitHubObject):
    """A git object; `text` is that of a blob, cut near 500 kB."""

    oid: str
    text: Text | None = None


class Signature(GitHubObject):
    """The author or committer of a commit; `user` where the address belongs to an account."""

    name: Text | None
    user: Actor | None


class Parent(GitHubObject):
    """A parent of a commit; `readme` is the id of the list in it."""

    oid: str
    readme: str | None = Field(None, validation_alias=AliasPath("file", "oid"))


class Commit(GitHubObject):
    """A commit; `tree` and `readme` are the ids of its top folder and of the list in it."""

    oid: str
    message: Text
    tree: str = Field(validation_alias=AliasPath("tree", "oid"))
    author: Signature | None
    committer: Signature | None
    readme: str | None = Field(None, validation_alias=AliasPath("file", "oid"))
    parents: Connection[Parent]


class PullRequestCommit(GitHubObject):
    """A commit of a pull request."""

    commit: Commit


class Ref(GitHubObject):
    """A branch of the bot; its open pull requests are asked for only where they count."""

    target: Commit
    pulls: Connection[Node] = Field(Connection[Node](), alias="associatedPullRequests")


class TreeEntry(GitHubObject):
    """A file or folder, as git has it: `name` is bytes, `mode` a number."""

    name: Base64Bytes = Field(validation_alias="nameRaw")
    mode: int
    oid: str


class Base(GitHubObject):
    """The default branch, and its tip: the commit, the top folder, and the blob of README.md.

    The blob is asked for apart from these.
    """

    branch: Text = Field(validation_alias="name")
    commit: str = Field(validation_alias=AliasPath("target", "oid"))
    tree: str = Field(validation_alias=AliasPath("target", "tree", "oid"))
    entries: tuple[TreeEntry, ...] = Field(
        (), validation_alias=AliasPath("target", "tree", "entries")
    )
    readme: str | None = None


class LineRemark(GitHubObject):
    """A review's remark on a single line."""

    body: Text
    created_at: datetime


class Review(GitHubObject):
    """A review; `body` is empty where it says something of single lines only."""

    body: Text
    submitted_at: datetime | None
    author: Actor | None
    comments: Connection[LineRemark]


class PullRequestNode(GitHubObject):
    """A pull request from a branch of the bot."""

    number: int
    id: str
    head_ref_oid: str
    state: str
    is_draft: bool
    title: Text
    body: Text
    is_cross_repository: bool
    closed_at: datetime | None
    merged_at: datetime | None
    base_ref_name: Text
    mergeable: str
    merge_state_status: str
    changed_files: int
    commits: Connection[PullRequestCommit]
    labels: Connection[Label]
    closing: Connection[Event]
    deletion: Connection[Event]
    drafting: Connection[Event]
    renaming: Connection[Event]
    editor: Actor | None
    last_edited_at: datetime | None
    comments: Connection[Comment]
    reviews: Connection[Review] | None


class BaseAnswer(GitHubObject):
    """The fields of each query of a repository."""

    id: str
    url: str
    labels: Connection[Label]
    default_branch_ref: Base


class Repository(BaseAnswer):
    """The fields of the snapshot of one issue."""

    object: Object | None
    issue: IssueNode
    issues: Connection[IssueNode]
    ref: Ref | None
    pull_requests: Connection[PullRequestNode]


class Answer(GitHubObject, Generic[T]):
    """The answer to a query, and the account which asked."""

    viewer: Actor
    repository: T


Snapshot = Answer[Repository]  # of one issue


class BranchRepository(GitHubObject):
    """The fields of the query of a branch alone."""

    id: str
    has_issues_enabled: bool
    ref: Ref | None


class RefName(GitHubObject):
    """The name of a branch, and how many pull requests are open from it."""

    name: Text
    pulls: Connection[Node] = Field(alias="associatedPullRequests")


class OverviewRepository(BaseAnswer):
    """A page of all issues; `refs` are all branches of the bot."""

    object: Object | None
    issues: Connection[IssueNode] = Connection[IssueNode]()
    closed: Connection[IssueNode] = Connection[IssueNode]()
    refs: Connection[RefName]


OverviewPage = Answer[OverviewRepository]  # of all issues; what belongs to each is read apart
