"""The state of an issue on GitHub, read at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from bot.decision.situation import PullRequest, Situation
from bot.forms.issue import branch_of
from bot.github.answers import Base
from bot.github.commit import BotBranch, BranchUpdate
from bot.github.timeline import NEVER
from bot.render.context import Context


@dataclass(frozen=True)
class PullRequestContent:
    """The content of a pull request; `node_id` names it in GraphQL, `head` is its last commit.

    `is_our_draft` when the bot made it a draft, and no person. `must_be_rebuilt` when it cannot be
    merged as it is: it conflicts, or the repository demands branches that are up to date.
    `is_edited` when somebody else has changed title or text last, and the text at `edited_at`.
    `head_is_ours` when its last commit is the bot's own.
    """

    number: int
    node_id: str
    head: str
    title: str
    body: str
    labels: tuple[str, ...]
    is_draft: bool
    is_our_draft: bool
    must_be_rebuilt: bool = False
    is_edited: bool = False
    edited_at: datetime = NEVER
    head_is_ours: bool = True


class StatusComment(NamedTuple):
    """A comment of the bot on the status; `node_id` names it in GraphQL.

    `status` is empty where the comment names none.
    """

    node_id: str
    body: str
    status: str
    written_at: datetime


@dataclass(frozen=True)
class Observation:
    """The state of an issue: its situation, the context of its texts, and the objects for both.

    - `label_ids`: of the repository's labels, by their case-folded names.
    - `node_id`: names the issue in GraphQL.
    - `status_comments`: our own, the oldest first; of several, made by two runs at the same time,
      one stays.
    - `was_labeled`: a label of a kind was once on the issue; a form cannot put one there that the
      repository lacks.
    - `is_whole`: nothing that counts can be on a further page.
    - `is_claiming`: others have to wait for what the issue asks for.
    - `edited_at`, `author_edited_at`: the last edit of the issue's text, by anybody and by its
      author if nobody else has edited it since.
    - `cannot_reopen`: GitHub has refused to open the closed pull request again.
    - `update`: the branch has merges of the default branch.
    - `merged_readme`: what merging the branch as it is makes of today's list, where that was tried
      and is clean.
    """

    repository_id: str
    label_ids: Mapping[str, str]
    number: int
    node_id: str
    situation: Situation
    context: Context
    base: Base
    branch: BotBranch | None
    pull: PullRequestContent | None
    status_comments: tuple[StatusComment, ...]
    was_labeled: bool
    is_whole: bool
    is_locked: bool
    is_claiming: bool
    edited_at: datetime
    author_edited_at: datetime
    cannot_reopen: bool = False
    update: BranchUpdate | None = None
    merged_readme: str | None = None

    @property
    def may_be_leftover(self) -> bool:
        """Whether the branch may hold nothing but an older commit of the default branch.

        A branch that somebody has pushed to is that of a pull request, as a rule.
        """
        if self.branch is None or self.branch.is_ours or self.update:
            return False
        return self.pull is None or self.pull.head != self.branch.tip

    @property
    def branch_name(self) -> str:
        """The branch of the issue."""
        return branch_of(self.number)

    @property
    def open_pull(self) -> PullRequestContent | None:
        """The pull request, if it is open."""
        return self.pull if self.situation.open_pull_request else None

    @property
    def is_behind(self) -> bool:
        """Whether an open pull request is for an older list than today's."""
        branch = self.branch
        if not self.open_pull or branch is None or not branch.has_fingerprint:
            return False
        return branch.parent_readme != self.base.readme

    def with_update(self, update: BranchUpdate) -> "Observation":
        """The same where nobody has taken the branch over by merging the default branch."""
        situation = self.situation._replace(taken_over_by=None)
        return replace(self, branch=update.branch, situation=situation)

    def with_pull_request(self, pull: PullRequestContent) -> "Observation":
        """The same after a pull request was opened."""
        situation = self.situation._replace(pull_request=PullRequest(pull.number))
        return replace(self, situation=situation, pull=pull)

    def without_permission(self, reason: str, *, has_branch: bool) -> "Observation":
        """The same after GitHub has refused a write for good."""
        situation = self.situation._replace(forbidden=reason)
        context = self.context._replace(has_branch=has_branch)
        return replace(self, situation=situation, context=context)
