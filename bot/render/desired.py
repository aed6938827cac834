"""From a decision to its texts and states on GitHub."""

import hashlib
from typing import NamedTuple

from bot.decision.decision import (
    EFFECTS,
    AppliedProposal,
    Decision,
    ExistingPullRequest,
    IssueLabel,
    Outcome,
    Status,
)
from bot.decision.proposal import Refusal
from bot.decision.situation import Situation
from bot.document.changes import Addition
from bot.errors import MaintainerError
from bot.evidence.question import Question, still_to_ask
from bot.forms.form import Forms, Kind
from bot.forms.issue import Issue
from bot.forms.issue_form import labelled_forms
from bot.render import pull_request
from bot.render.changes import rendered_change
from bot.render.comment import comment_on
from bot.render.context import Context
from bot.render.markers import as_taken_over, with_digest, with_status
from bot.render.quoting import code
from bot.rules.rule import Problem


class Proposed(NamedTuple):
    """One commit on the branch of an issue, and its pull request.

    `digest` is that of the submission, and is in the last line of the body.
    """

    readme: str
    commit_message: str
    title: str
    body: str
    label: str
    digest: str = ""


class DesiredState(NamedTuple):
    """What should be on GitHub; without a comment, an existing one is left as it is.

    `error` is what a maintainer must fix; the run ends red with it. `questions` are to be asked
    about sources, by whoever may ask strangers. `issue_title` is for an issue that has none of its
    own. `note` belongs on top of a pull request that a person has taken over.
    """

    outcome: Outcome
    proposed: Proposed | None = None
    existing: ExistingPullRequest = ExistingPullRequest.LEAVE
    comment: str | None = None
    label: IssueLabel | None = None
    problems: tuple[Problem, ...] = ()
    error: MaintainerError | None = None
    questions: tuple[Question, ...] = ()
    status: Status = Status.NOT_ASKED
    issue_title: str | None = None
    note: str | None = None


def render(
    decision: Decision, situation: Situation, context: Context, forms: Forms
) -> DesiredState:
    """Write the comment, and the commit and pull request of a proposed change."""
    about, effect = decision.about, EFFECTS[decision.status]
    rows = ""
    if isinstance(about, AppliedProposal) and decision.status is not Status.TAKEN_OVER:
        rows = rendered_change(about.proposal.change, about.applied)
    text = comment_on(decision, rows, situation, context, forms)
    desired = DesiredState(
        outcome=effect.outcome,
        existing=effect.existing,
        comment=with_status(text, decision.status) if text else None,
        label=effect.label,
        problems=about.problems if isinstance(about, Refusal) else (),
        error=decision.error,
        status=decision.status,
    )
    if decision.status is Status.TAKEN_OVER:
        person = code(situation.taken_over_by or "")
        note = f"**{person} has taken over this branch; the bot does not touch it any more.**"
        return desired._replace(note=as_taken_over(note))
    if not isinstance(about, AppliedProposal):
        return desired
    proposed = _proposed(about, rows, situation.issue, context, forms)
    return desired._replace(
        proposed=proposed,
        questions=still_to_ask(about.proposal.questions, context.evidence),
        issue_title=_issue_title(proposed, situation.issue, forms),
    )


def _issue_title(proposed: Proposed, issue: Issue, forms: Forms) -> str | None:
    """The form's prefix with what the pull request does, for a title that is the bare prefix."""
    title = issue.title.strip()
    for form in forms:
        if title and title == form.title.strip():
            return f"{title} {proposed.title.partition(' ')[2]}"
    return None


def _proposed(
    change: AppliedProposal, rows: str, issue: Issue, context: Context, forms: Forms
) -> Proposed:
    proposal, shape = change.proposal, forms.shape
    kind = Kind.CORRECT  # what is done need not be what was filled in
    if isinstance(proposal.change, Addition):
        kind = Kind.ADD_SECTION if proposal.is_new_section else Kind.ADD
    form = forms.of_kind(kind) or forms.add
    body = pull_request.body(change, rows, issue, context, shape)
    # The identity of a submission is the text of its issue, and its kinds.
    kinds = sorted(form.issue_label for form in labelled_forms(issue, forms))
    text = "\n".join([*kinds, *issue.body.splitlines()])
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Proposed(
        readme=change.applied.after.text,
        commit_message=pull_request.commit_message(proposal, shape, issue, context.host),
        title=pull_request.title(proposal, shape),
        body=with_digest(body, digest),
        label=form.issue_label,
        digest=digest,
    )
