"""Everything there is on the fake GitHub: people, repositories, a clock and numbers."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .records import Record

if TYPE_CHECKING:
    from .repository import Repository

ACTIONS = "github-actions[bot]"
# The account ids that GitHub has given these.
KNOWN_IDS = {ACTIONS: 41898282, "web-flow": 19864447, "dependabot[bot]": 49699333, "ghost": 10137}
START = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())


@lru_cache(maxsize=10_000)
def iso(moment: int) -> str:
    """Write a moment as GitHub does."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(eq=False, repr=False)
class User(Record):
    """An account of a person or of an app."""

    login: str
    id: int
    type: str
    node_id: str
    deleted: bool = False

    @property
    def is_bot(self) -> bool:
        """Tell whether an app acts under this account."""
        return self.type == "Bot"

    @property
    def email(self) -> str:
        """Return the no-reply address that GitHub knows the account's commits by."""
        return (
            "noreply@github.com"
            if self.login == "web-flow"
            else f"{self.id}+{self.login}@users.noreply.github.com"
        )

    def delete(self) -> None:
        """Close the account: its work is shown as the ghost's from now on."""
        self.deleted = True


@dataclass(eq=False, repr=False)
class World(Record):
    """The root of all records."""

    now: int = START
    last_id: int = 1000
    token: str | None = "secret"
    node_limit: int | None = None
    blob_limit: int | None = None
    unknown_mutations: set[str] = field(default_factory=set)
    refusal: Any = None
    users: dict[str, User] = field(default_factory=dict)
    repositories: dict[str, "Repository"] = field(default_factory=dict)
    nodes: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Create the accounts that exist everywhere."""
        self.viewer = self.user(ACTIONS)
        self.web_flow = self.user("web-flow")
        self.ghost = self.user("ghost")

    def tick(self) -> int:
        """Let a second pass and return the time."""
        self.now += 1
        return self.now

    def new_id(self) -> int:
        """Return a number that nothing else has."""
        self.last_id += 1
        return self.last_id

    def new_node(self, prefix: str, record: Record) -> str:
        """Return a new node id for a record and remember whose it is."""
        node_id = f"{prefix}_octofake{self.new_id():06}"
        self.nodes[node_id] = record
        return node_id

    def user(self, login: str) -> User:
        """Return the account of that name; it is made when first named."""
        if login.lower() not in self.users:
            kind = "Bot" if login.endswith("[bot]") else "User"
            user = User(login, KNOWN_IDS.get(login) or self.new_id(), kind, "")
            user.node_id = self.new_node("BOT" if user.is_bot else "U", user)
            self.users[login.lower()] = user
        return self.users[login.lower()]

    def user_of(self, email: str) -> User | None:
        """Return the account that a commit's address belongs to."""
        return next((user for user in self.users.values() if user.email == email), None)

    def repository(self, name_with_owner: str) -> "Repository | None":
        """Return the repository of that name, in any case."""
        return self.repositories.get(name_with_owner.lower())
