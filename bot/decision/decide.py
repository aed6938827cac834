"""Observe, decide, act: this is the middle, where one status is chosen for an issue."""

from bot.decision.claims import claims_of
from bot.decision.decision import AppliedProposal, Decision, RowPlace, Status
from bot.decision.free_text import read_free_text
from bot.decision.proposal import AlreadyClaimed, AlreadyListed, Refusal
from bot.decision.propose import propose
from bot.decision.situation import PullRequestState, Situation
from bot.document.apply import apply_change
from bot.document.parse import parse
from bot.errors import MaintainerError, ReadmeError
from bot.forms.body import form_of, read_answers
from bot.forms.form import Forms
from bot.forms.issue_form import answers_in, labelled_forms
from bot.forms.submission import Correction, read_submission
from bot.rules.rule import Problem

MAX_OPEN = 5  # submissions of one author worked on at a time


def decide(situation: Situation, forms: Forms) -> Decision:
    """Decide on the desired state of an issue, its branch, its pull request and its comment.

    What people have done comes first. The questions, of which the first with an answer decides:

    1. Is its pull request merged, and nothing asked for again? MERGED
    2. Has a person pushed to its branch? TAKEN_OVER
    3. Is it closed, or without a label of a form? NOT_ASKED without a comment of the bot or after
       a decline, else WITHDRAWN
    4. Has a person closed its pull request? DECLINED
    5. Is it made with no form? NOT_A_FORM
    6. Are its labels or headings those of another form? REFUSED
    7. Has its author enough others open? OVER_LIMIT
    8. Is the list broken? README_BROKEN, as where its section cannot be edited
    9. Is something wrong with its answers, alone or held against the list? REFUSED
    10. Is all of it in the list, or asked for earlier? DUPLICATE or WAITING

    Where only a maintainer can change what is wrong, FOR_MAINTAINER takes the place of REFUSED.
    Else it is PROPOSED, or FORBIDDEN where GitHub refuses to let the bot write; that error comes
    with any other status too.
    """
    decision = _decide(situation, forms)
    if not situation.forbidden:
        return decision
    status = decision.status
    if status is Status.PROPOSED:
        status = Status.FORBIDDEN
    return decision._replace(status=status, error=MaintainerError(situation.forbidden))


def _decide(situation: Situation, forms: Forms) -> Decision:
    issue, pull = situation.issue, situation.pull_request
    is_wanted = issue.is_open and bool(labelled_forms(issue, forms))
    if pull and (pull.is_done or (pull.state is PullRequestState.MERGED and not is_wanted)):
        return Decision(Status.MERGED, _merged_row(situation, forms))
    if situation.taken_over_by:
        own = _decide(situation._replace(taken_over_by=None), forms)
        return Decision(Status.TAKEN_OVER, own.about if own.status is Status.PROPOSED else None)
    if not is_wanted:
        if situation.has_comment and not (pull and pull.is_declined):
            return Decision(Status.WITHDRAWN)
        return Decision(Status.NOT_ASKED)
    if pull and pull.is_declined:
        return Decision(Status.DECLINED)
    return _decide_on_answers(situation, forms)


def _decide_on_answers(situation: Situation, forms: Forms) -> Decision:
    answers = answers_in(situation.issue, forms)
    if answers is None:
        document = parse(situation.readme, forms.shape)
        return Decision(Status.NOT_A_FORM, read_free_text(situation.issue, forms, document))
    if isinstance(answers, Problem):
        return _refused(Refusal((answers,)), forms)
    if _is_over_limit(situation):
        return Decision(Status.OVER_LIMIT)
    try:
        before = parse(situation.readme, forms.shape).checked()
        outcome = propose(answers, forms, before, claims_of(situation.earlier, forms))
        match outcome:
            case AlreadyClaimed():
                return Decision(Status.WAITING, outcome)
            case AlreadyListed():
                return Decision(Status.DUPLICATE, outcome)
            case Refusal():
                return _refused(outcome, forms)
        change = AppliedProposal(answers, outcome, apply_change(before, outcome.change))
    except ReadmeError as error:
        return Decision(Status.README_BROKEN, error=error)
    return Decision(Status.PROPOSED, change)


def _is_over_limit(situation: Situation) -> bool:
    """Whether the author has enough open submissions before this one.

    A submission whose pull request is open already is never put back into the queue.
    """
    author = situation.issue.author
    if author is None or author.may_write or situation.open_pull_request:
        return False
    return sum(other.author == author for other in situation.earlier) >= MAX_OPEN


def _refused(refusal: Refusal, forms: Forms) -> Decision:
    """Refuse answers, in the nouns of the list."""
    nouns = forms.shape.nouns
    problems = tuple(problem.with_nouns(nouns) for problem in refusal.problems)
    is_for_maintainer = all(problem.rule.for_maintainer for problem in problems)
    status = Status.FOR_MAINTAINER if is_for_maintainer else Status.REFUSED
    return Decision(status, refusal._replace(problems=problems))


def _merged_row(situation: Situation, forms: Forms) -> RowPlace | None:
    """The row of a merged submission, if it can still be found."""
    form = form_of(forms, situation.issue.body)
    if form is None:
        return None
    submission = read_submission(read_answers(form, situation.issue.body), forms).submission
    if submission is None:
        return None
    try:
        section = parse(situation.readme, forms.shape).checked().section(submission.section)
    except ReadmeError:
        return None
    if section is None:
        return None
    if isinstance(submission, Correction):
        name = submission.new_name or submission.name
    else:
        name = submission.names[0]
    rows = section.rows_called(name)
    return RowPlace(section.anchor, rows[0].name) if rows else None
