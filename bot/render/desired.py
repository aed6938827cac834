"""From a decision to the texts and states which make it visible on GitHub."""

from dataclasses import dataclass

from bot.decision.decide import MAX_OPEN, decide
from bot.decision.decision import (
    LABELS,
    OUTCOMES,
    Change,
    Decision,
    ExistingPullRequest,
    IssueLabel,
    Outcome,
    Status,
)
from bot.decision.proposal import Proposal
from bot.decision.situation import Situation, Standing
from bot.decision.source_questions import source_questions
from bot.document.changes import Addition
from bot.errors import MaintainerError
from bot.evidence.answer import Question
from bot.evidence.kept import still_to_ask
from bot.forms.choice import kinds_of
from bot.forms.form import Form, Forms, Kind, form_of_kind
from bot.render import comment, pull_request
from bot.render.changes import diff
from bot.rules import value_rules
from bot.rules.rule import Problem


@dataclass(frozen=True)
class Proposed:
    """One commit on the branch of an issue, and its pull request."""

    readme: str
    commit_message: str
    title: str
    body: str
    label: str


@dataclass(frozen=True)
class DesiredState:
    """The state to bring about; without a comment, an existing one is left as it is.

    `fault` is what a maintainer must fix; the run ends red with it. `questions` are to be asked
    about sources, by whoever may ask strangers.
    """

    outcome: Outcome
    proposed: Proposed | None = None
    existing: ExistingPullRequest = ExistingPullRequest.LEAVE
    comment: str | None = None
    label: IssueLabel | None = None
    problems: tuple[Problem, ...] = ()
    fault: MaintainerError | None = None
    questions: tuple[Question, ...] = ()


def desired_state(situation: Situation, forms: Forms) -> DesiredState:
    """Decide on an issue and render the decision."""
    return render(decide(situation, forms), situation, forms)


def render(decision: Decision, situation: Situation, forms: Forms) -> DesiredState:
    """Write the comment, and the commit and pull request of a proposed change."""
    proposed = None
    questions: tuple[Question, ...] = ()
    if decision.change and decision.status is not Status.TAKEN_OVER:
        proposed = _proposed(decision.change, situation, forms)
        questions = still_to_ask(source_questions(decision.change.proposal), situation.evidence)
    return DesiredState(
        outcome=OUTCOMES.get(decision.status, Outcome.NOTHING),
        proposed=proposed,
        existing=decision.existing,
        comment=_comment(decision, situation, forms),
        label=LABELS.get(decision.status),
        problems=decision.problems,
        fault=decision.error,
        questions=questions,
    )


def _proposed(change: Change, situation: Situation, forms: Forms) -> Proposed:
    proposal, issue = change.proposal, situation.issue
    return Proposed(
        readme=change.edited.after.text,
        commit_message=pull_request.commit_message(proposal, issue, situation.host),
        title=pull_request.title(proposal),
        body=pull_request.body(proposal, change.answers, issue, change.edited, situation.evidence),
        label=form_of_kind(forms, _kind_of(proposal)).issue_label,
    )


def _kind_of(proposal: Proposal) -> Kind:
    """The kind of what is done, which need not be the kind that was asked for."""
    if not isinstance(proposal.change, Addition):
        return Kind.INVALID
    return Kind.NEW_BRAND if proposal.new_brand else Kind.NEW_CHARGER


def _comment(decision: Decision, situation: Situation, forms: Forms) -> str | None:
    """The comment for a status; None leaves everything unsaid."""
    issue = situation.issue
    match decision.status:
        case Status.PROPOSED if decision.change:
            change, links = decision.change, situation.links
            return comment.proposed(change.proposal, _open_link(situation), change.edited, links)
        case Status.REFUSED:
            another = _other_form(decision, situation, forms)
            return comment.refused(decision.problems, issue, _open_link(situation), another)
        case Status.NOT_A_FORM:
            return comment.not_a_form(forms, issue, decision.hints or {}, situation.links)
        case Status.DUPLICATE if decision.listed:
            return comment.already_listed(decision.listed, forms, situation.links)
        case Status.WAITING | Status.QUEUED | Status.README_BROKEN | Status.FORBIDDEN:
            return _comment_on_waiting(decision, situation)
        case _:
            return _comment_on_decision_of_a_person(decision, situation, forms)


def _comment_on_waiting(decision: Decision, situation: Situation) -> str:
    match decision.status:
        case Status.WAITING:
            return comment.queued(decision.waiting)
        case Status.QUEUED:
            return comment.over_the_cap(MAX_OPEN)
        case Status.README_BROKEN:
            return comment.list_broken()
        case _:
            branch = situation.issue.branch if situation.has_branch else None
            compare = situation.links.compare(branch) if branch else None
            return comment.forbidden(compare, situation.forbidden)


def _comment_on_decision_of_a_person(
    decision: Decision, situation: Situation, forms: Forms
) -> str | None:
    pull = situation.pull_request
    match decision.status:
        case Status.MERGED if pull:
            row = decision.row
            link = situation.links.row(row.anchor, row.model) if row else None
            return comment.merged(pull.link, link)
        case Status.DECLINED if pull:
            return comment.declined(pull.link, kinds_of(situation.issue, forms)[0])
        case Status.TAKEN_OVER if situation.taken_over_by:
            change = decision.change
            lines = diff(situation.readme, change.edited.after.text) if change else ""
            return comment.taken_over(situation.taken_over_by, lines)
        case Status.WITHDRAWN:
            return comment.withdrawn()
        case _:
            return None


def _other_form(decision: Decision, situation: Situation, forms: Forms) -> str | None:
    """The link to the form for a new brand, filled in, where the brand is close to a known one."""
    is_close = any(problem.rule is value_rules.BRAND_CLOSE for problem in decision.problems)
    if not is_close or decision.answers is None:
        return None
    new_brand: Form = form_of_kind(forms, Kind.NEW_BRAND)
    return situation.links.form(new_brand, decision.answers.texts)


def _open_link(situation: Situation) -> str | None:
    pull = situation.pull_request
    return pull.link if pull and pull.standing is Standing.OPEN else None
