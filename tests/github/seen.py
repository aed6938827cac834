"""An issue whose pull request is as it should be: the state that was seen, and the desired one."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.decision.decision import Outcome, Status
from bot.decision.situation import PullRequest, PullRequestState, Situation
from bot.forms.issue import Issue
from bot.github.answers import Base
from bot.github.commit import BotBranch, blob_id, with_fingerprint
from bot.github.observation import Observation, PullRequestContent, StatusComment
from bot.github.timeline import NEVER
from bot.render.context import Context
from bot.render.desired import DesiredState, Proposed
from bot.render.markers import with_status

EARLY, LATE = (datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2))
PARENT, TREE, TIP, OTHER = (digit * 40 for digit in "1234")
OLD, NEW = "old list\n", "new list\n"
DIGEST = "0123456789ab"
LAST_LINE = f"<!-- charger-bot: written for {DIGEST} -->"

PROPOSED = Proposed(
    readme=NEW,
    commit_message="Add Zaptec Go 2",
    title="Add Zaptec Go 2",
    body=f"The rows\n\n{LAST_LINE}",
    label="new-charger",
    digest=DIGEST,
)
BRANCH = BotBranch(
    tip=TIP,
    parents=(PARENT,),
    tree=TREE,
    message=with_fingerprint(PROPOSED.commit_message, PARENT, TREE),
    readme=blob_id(NEW),
    parent_readme=blob_id(OLD),
)
CONTENT = PullRequestContent(
    number=2,
    node_id="PR_2",
    head=TIP,
    title=PROPOSED.title,
    body=PROPOSED.body,
    labels=("new-charger",),
    is_draft=False,
    is_our_draft=False,
)
COMMENT = StatusComment(
    node_id="IC_1",
    body=with_status("**Pull request #2**", Status.PROPOSED),
    status=Status.PROPOSED,
    written_at=EARLY,
)
SEEN = Observation(
    repository_id="R_1",
    label_ids={},
    number=1,
    node_id="I_1",
    situation=Situation(
        Issue(1, "New charger: ", "The answers", ("new-charger",)),
        OLD,
        pull_request=PullRequest(2),
    ),
    context=Context(),
    base=Base(branch="main", commit=PARENT, tree=OTHER, entries=(), readme=blob_id(OLD)),
    branch=BRANCH,
    pull=CONTENT,
    status_comments=(COMMENT,),
    was_labeled=True,
    is_whole=True,
    is_locked=False,
    is_claiming=True,
    edited_at=NEVER,
    author_edited_at=NEVER,
)
# Before the bot has looked at the issue.
NEW_ISSUE = replace(
    SEEN,
    situation=SEEN.situation._replace(pull_request=None),
    branch=None,
    pull=None,
    status_comments=(),
)
DESIRED = DesiredState(Outcome.PULL_REQUEST, PROPOSED, comment=COMMENT.body, status=Status.PROPOSED)


def with_state(state: PullRequestState) -> Observation:
    """The same issue after its pull request was merged or closed."""
    return replace(SEEN, situation=SEEN.situation._replace(pull_request=PullRequest(2, state)))
