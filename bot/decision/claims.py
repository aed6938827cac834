"""The entries claimed by earlier open submissions, so no two pull requests add the same one."""

from collections.abc import Hashable, Iterable, Mapping, Set
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from bot.decision.decision import EFFECTS, ExistingPullRequest, IssueLabel, Status
from bot.decision.situation import PullRequestState, Situation
from bot.forms.body import Answers
from bot.forms.form import Form, Forms
from bot.forms.issue import Issue, folded
from bot.forms.issue_form import answers_in
from bot.forms.submission import NewEntries, Submission, read_submission
from bot.shape.entry_names import entry_identity, full_name
from bot.shape.shape import Shape

Key = tuple[str, Hashable]


class Claimant(NamedTuple):
    """An issue that others may have to wait for.

    `pulls` are the states of the pull requests from its branch that are to close it.
    """

    issue: Issue
    is_locked: bool
    pulls: frozenset[PullRequestState]


class Claim(NamedTuple):
    """An issue, the form it was made with, and the entries it would add."""

    issue: int
    form: Form
    submission: NewEntries


class Claims(NamedTuple):
    """Who claims an entry, the earliest first, and the issues on a section, by its identity."""

    entries: Mapping[Key, tuple[Claim, ...]] = MappingProxyType({})
    sections: Mapping[str, tuple[int, ...]] = MappingProxyType({})


def is_claiming(claimant: Claimant, kinds: Set[str]) -> bool:
    """Whether an issue can still become a row, so that others have to wait for it.

    `kinds` are the case-folded labels of the forms. An open issue with closed pull requests only is
    declined: the bot closes one only where the issue itself waits. A locked issue keeps the bot
    from working on it.
    """
    labels = claimant.issue.labels
    is_submission = not kinds.isdisjoint(folded(labels))
    if not claimant.issue.is_open or not is_submission or not set(IssueLabel).isdisjoint(labels):
        return False
    is_stuck = claimant.is_locked and PullRequestState.OPEN not in claimant.pulls
    return claimant.pulls != {PullRequestState.CLOSED} and not is_stuck


def will_claim(situation: Situation, status: Status) -> bool:
    """The same, once the bot has done what it decided."""
    if status is Status.WAITING:  # whose pull request is closed
        return situation.pull_request is None
    if status is Status.DECLINED or not situation.issue.is_open:
        return False
    effect = EFFECTS[status]
    return effect.label is None and effect.existing is not ExistingPullRequest.CLOSE


def claim_key(shape: Shape, submission: NewEntries, name: str) -> Key:
    """Equal for the same entry of the same section."""
    identity = entry_identity(shape, name)
    if shape.file.same_names:  # another row, unless it says the same
        details = tuple(sorted(submission.values.items()))
        identity = (identity, details, submission.addresses)
    return shape.section_identity(submission.section), identity


def claims_of(issues: Iterable[Issue], forms: Forms) -> Claims:
    """Gather what issues ask for, also what the list of today would refuse."""
    entries: dict[Key, tuple[Claim, ...]] = {}
    sections: dict[str, tuple[int, ...]] = {}
    for issue in sorted(issues, key=lambda issue: issue.number or 0):
        form, submission = _read(issue, forms)
        if form is None or submission is None or issue.number is None:
            continue
        section = forms.shape.section_identity(submission.section)
        sections[section] = (*sections.get(section, ()), issue.number)
        if not isinstance(submission, NewEntries):
            continue
        claim = Claim(issue.number, form, submission)
        for name in submission.names:
            full = full_name(forms.shape, submission.section, name)
            key = claim_key(forms.shape, submission, full)
            entries[key] = (*entries.get(key, ()), claim)
    return Claims(entries, sections)


@lru_cache(maxsize=512)
def _read(issue: Issue, forms: Forms) -> tuple[Form | None, Submission | None]:
    answers = answers_in(issue, forms)
    if not isinstance(answers, Answers):
        return None, None
    return answers.form, read_submission(answers, forms).submission
