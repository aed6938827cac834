"""Where a submission can come to rest: one of the four states of the contract, read from GitHub alone."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from bot.decision.decision import ExistingPullRequest, IssueLabel
from bot.decision.situation import PullRequest as OpenPullRequest
from bot.decision.situation import Situation
from bot.forms.issue import Author
from bot.forms.issue import Issue as Asked
from bot.render.context import Context
from bot.render.desired import DesiredState
from bot.render.markers import written_for
from bot.render.repository_links import Links
from tests.desired import desired_state

from ..charger_list import FORMS
from ..octofake.issues import Event, Issue
from ..octofake.merging import merged_tree
from ..octofake.pulls import PullRequest
from ..stage import Stage
from .invariants import is_bots
from .prepared import check_no_crash, replies

KINDS = {form.issue_label for form in FORMS}
STATUS_LABELS = set(IssueLabel)
CONTEXT = Context(Links("https://github.com/acme/list", "main"))


class State(StrEnum):
    """What has become of a submission."""

    PULL_REQUEST = "one open pull request that is today's issue on today's list"
    REPLY = "one comment that says why not"
    DECIDED = "a person has decided"
    UNREACHABLE = "it is locked, and nothing can be written there"


def come_to_rest(stage: Stage) -> dict[int, State]:
    """After one sweep each submission is in one of the states, and a second sweep writes nothing."""
    check_no_crash(stage.sweep())
    states = {issue.number: state_of(stage, issue) for issue in stage.repository.issues()}
    check_gone(stage)
    stage.sweep()
    done = [f"{write.operation} {write.path}" for write in stage.hub.writes]
    assert not done, f"a second sweep writes: {', '.join(done)}"
    return states


def state_of(stage: Stage, issue: Issue) -> State:
    """The state of an issue; fails where it is in none of them."""
    reported, pulls = (
        replies(stage, issue, {}),
        [pull for pull in pulls_of(stage, issue) if pull.state == "open"],
    )
    assert issue.locked or len(reported) <= 1, f"#{issue.number}: {len(reported)} comments"
    check_past(stage, issue)
    if issue.locked and issue.state == "open":
        return State.UNREACHABLE
    if is_decided(stage, issue):
        check_hands_off(stage, issue, pulls)
        return State.DECIDED
    desired = expected(stage, issue)
    assert reported == [desired.comment], f"#{issue.number}: says {reported}, not {desired.comment}"
    if desired.proposed is None:
        check_left(issue, desired.existing, pulls)
        return State.REPLY
    check_proposed(stage, issue, desired, pulls)
    return State.PULL_REQUEST


def check_gone(stage: Stage) -> None:
    """Nothing is left of an issue that was deleted but what a person has taken over."""
    repository = stage.repository
    for branch in {f"bot/issue-{number}" for number in repository.gone}.intersection(
        repository.branches
    ):
        assert not is_bots(stage, repository.branches[branch]), (
            f"{branch}: is left of an issue that is gone"
        )
    for pull in repository.pull_requests("open"):
        assert pull.head in repository.branches, f"#{pull.number}: is open without its branch"


def check_past(stage: Stage, issue: Issue) -> None:
    """None of the bot's follows on a person's decision; one that is closed tells its commit or a person's words."""
    pulls = pulls_of(stage, issue)
    for pull, following in pairwise(pulls):
        is_ours = following.author is stage.hub.viewer
        assert not (is_ours and is_decision(stage, issue, pull)), (
            f"#{issue.number}: opened again after a decision"
        )
    for pull in pulls:
        subject = stage.repository.objects.commit(pull.head_sha).message.decode().partition("\n")[0]
        if pull.state == "closed" and is_bots(stage, pull.head_sha):
            reported = {subject, *names_by_people(stage, pull)}
            assert pull.title in reported, f"#{pull.number}: says {pull.title}, and was {subject}"


def names_by_people(stage: Stage, pull: PullRequest) -> Iterator[str]:
    for event in pull.timeline:
        if event.kind == "RenamedTitleEvent" and is_by_person(stage, event):
            yield event.more["current_title"]


def is_renamed(stage: Stage, pull: PullRequest) -> bool:
    """Whether a person was the last to change the title."""
    renamed = [event for event in pull.timeline if event.kind == "RenamedTitleEvent"]
    return bool(renamed) and is_by_person(stage, renamed[-1])


def check_left(issue: Issue, existing: ExistingPullRequest, pulls: list[PullRequest]) -> None:
    """What becomes of an open pull request while there is nothing to propose."""
    assert existing is not ExistingPullRequest.CLOSE or not pulls, (
        f"#{issue.number}: a pull request is open"
    )
    assert existing is not ExistingPullRequest.DRAFT or all(pull.draft for pull in pulls), (
        f"#{issue.number}: is no draft"
    )


def check_proposed(
    stage: Stage, issue: Issue, desired: DesiredState, pulls: list[PullRequest]
) -> None:
    (pull,), proposed, repository = pulls, desired.proposed, stage.repository
    assert proposed
    if not is_renamed(stage, pull) or written_for(pull.body or "") != proposed.digest:
        assert (pull.title, pull.body) == (proposed.title, proposed.body), (
            f"#{issue.number}: says something else"
        )
    (commit,) = pull.commits
    merged = merged_tree(repository.objects, repository.branches["main"], commit)
    assert merged, f"#{issue.number}: conflicts with today's list"
    files = repository.objects.files(merged)
    assert repository.objects.blob(files["README.md"][1]).decode() == proposed.readme, (
        f"#{issue.number}: the branch is another change"
    )
    assert not pull.draft or is_by_person(stage, last(pull, "ConvertToDraftEvent")), (
        f"#{issue.number}: is a draft"
    )


def check_hands_off(stage: Stage, issue: Issue, pulls: list[PullRequest]) -> None:
    """Where a person has pushed, their pull request stays; where the issue is withdrawn, nothing does."""
    if is_taken_over(stage, issue):
        return
    assert not pulls, f"#{issue.number}: a pull request is open"
    if not is_asked_for(issue):
        assert branch_of(issue) not in stage.repository.branches, (
            f"#{issue.number}: the branch is still there"
        )


def is_decided(stage: Stage, issue: Issue) -> bool:
    return (
        not is_asked_for(issue) or is_taken_over(stage, issue) or is_closed_by_person(stage, issue)
    )


def is_asked_for(issue: Issue) -> bool:
    return issue.state == "open" and bool(KINDS.intersection(issue.label_names))


def is_taken_over(stage: Stage, issue: Issue) -> bool:
    tip = stage.repository.branches.get(branch_of(issue))
    return tip is not None and not is_bots(stage, tip)


def is_closed_by_person(stage: Stage, issue: Issue) -> bool:
    """The latest pull request is closed by a person's decision."""
    pulls = pulls_of(stage, issue)
    return (
        bool(pulls)
        and not any(pull.state == "open" for pull in pulls)
        and is_decision(stage, issue, pulls[-1])
    )


def is_decision(stage: Stage, issue: Issue, pull: PullRequest) -> bool:
    """Merged or declined by a person, and nobody has put the label on again, or opened a merged one's issue again."""
    closed = last(pull, "ClosedEvent")
    kinds = ["LabeledEvent", "ReopenedEvent"] if pull.merged else ["LabeledEvent"]
    since = [
        event
        for event in issue.timeline
        if event.kind in kinds and event.created_at > closed.created_at
    ]
    return (pull.merged or is_by_person(stage, closed)) and not any(map(is_way_back, since))


def is_way_back(event: Event) -> bool:
    return event.kind == "ReopenedEvent" or event.more["label"].name in KINDS


def last(issue: Issue, kind: str) -> Event:
    return [event for event in issue.timeline if event.kind == kind][-1]


def is_by_person(stage: Stage, event: Event) -> bool:
    return event.actor is not stage.hub.viewer


def pulls_of(stage: Stage, issue: Issue) -> list[PullRequest]:
    """The pull requests of an issue; one that a person has pointed at another branch is theirs."""
    pulls = [
        pull
        for pull in stage.repository.pull_requests()
        if pull.base == stage.repository.default_branch
    ]
    return [
        pull for pull in pulls if pull.head == branch_of(issue) and not pull.is_cross_repository
    ]


def branch_of(issue: Issue) -> str:
    return f"bot/issue-{issue.number}"


def expected(stage: Stage, issue: Issue) -> DesiredState:
    """What should be true of an issue on which nobody has decided."""
    return desired_state(snapshot_of(stage, issue), FORMS, CONTEXT)


def snapshot_of(stage: Stage, issue: Issue) -> Situation:
    """The state of an issue on which nobody has decided, and which the bot has looked at."""
    pulls = [pull for pull in pulls_of(stage, issue) if pull.state == "open"]
    snapshot = Situation(
        issue=asked(stage, issue),
        readme=stage.list_on(),
        earlier=tuple(asked(stage, other) for other in earlier(stage, issue)),
        has_comment=True,
    )
    return snapshot._replace(pull_request=OpenPullRequest(pulls[0].number)) if pulls else snapshot


def asked(stage: Stage, issue: Issue) -> Asked:
    may_write = stage.repository.association(issue.author) in {"OWNER", "MEMBER", "COLLABORATOR"}
    author = Author(issue.author.login, issue.author.id, may_write)
    labels = tuple(issue.label_names)
    return Asked(
        issue.number, issue.title, issue.body or "", labels, author, is_open=issue.state == "open"
    )


def earlier(stage: Stage, issue: Issue) -> list[Issue]:
    """The submissions before this one that can still become a row: by their authors' answers, or by a person's push."""
    others = [other for other in stage.repository.issues("open") if other.number < issue.number]
    claiming = [
        other for other in others if is_asked_for(other) and not is_closed_by_person(stage, other)
    ]
    return [other for other in claiming if is_waited_for(stage, other)]


def is_waited_for(stage: Stage, issue: Issue) -> bool:
    """Of one that is locked the bot can say nothing new, so that its open pull request and its labels stay."""
    if issue.locked:
        is_open = any(pull.state == "open" for pull in pulls_of(stage, issue))
        return is_open and STATUS_LABELS.isdisjoint(issue.label_names)
    return is_taken_over(stage, issue) or expected(stage, issue).label is None
