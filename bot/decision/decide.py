"""Observe, decide, act: this is the middle, and the only place where the bot makes up its mind."""

from dataclasses import replace

from bot.check.matching import full_model, rows_by_meaning
from bot.decision.claims import claims_of
from bot.decision.decision import Change, Decision, RowPlace, Status
from bot.decision.proposal import AlreadyListed, Queued, Refusal
from bot.decision.propose import propose
from bot.decision.situation import Situation, Standing
from bot.document.edited import apply_change
from bot.document.parse import read_listing
from bot.errors import MaintainerError, ReadmeError
from bot.forms.body import Answers, form_of, read_answers
from bot.forms.choice import answers_in, kinds_of
from bot.forms.form import Forms
from bot.forms.hints import hints
from bot.forms.submission import Correction, Submission, read_submission
from bot.names.order import identity
from bot.rules.rule import Problem

MAX_OPEN = 5  # submissions of one author worked on at a time


def decide(situation: Situation, forms: Forms) -> Decision:
    """Decide what should be true of an issue, its branch, its pull request and its comment."""
    decision = _decide(situation, forms)
    if not situation.forbidden:
        return decision
    status = decision.status
    if status is Status.PROPOSED:
        status = Status.FORBIDDEN
    return replace(decision, status=status, error=MaintainerError(situation.forbidden))


def _decide(situation: Situation, forms: Forms) -> Decision:
    issue, pull = situation.issue, situation.pull_request
    is_wanted = issue.is_open and bool(kinds_of(issue, forms))
    if pull and (pull.is_done or (pull.standing is Standing.MERGED and not is_wanted)):
        return Decision(Status.MERGED, row=_merged_row(situation, forms))
    if situation.taken_over_by:
        own = _decide(replace(situation, taken_over_by=None), forms)
        return Decision(Status.TAKEN_OVER, change=own.change)
    if not is_wanted:
        is_silent = not situation.has_comment or (pull and pull.is_declined)
        return Decision(Status.NOT_ASKED if is_silent else Status.WITHDRAWN)
    if pull and pull.is_declined:
        return Decision(Status.DECLINED)
    return _decide_on_answers(situation, forms)


def _decide_on_answers(situation: Situation, forms: Forms) -> Decision:
    answers = answers_in(situation.issue, forms)
    if answers is None:
        return Decision(Status.NOT_A_FORM, hints=_hints(situation))
    if isinstance(answers, Problem):
        return Decision(Status.REFUSED, problems=(answers,))
    if _is_over_the_cap(situation):
        return Decision(Status.QUEUED)
    try:
        return _decide_on_list(situation, forms, answers)
    except ReadmeError as error:
        return Decision(Status.README_BROKEN, error=error)


def _hints(situation: Situation) -> dict[str, str]:
    """Answers found in free text; none where the list cannot be read."""
    issue = situation.issue
    try:
        brands = [brand.name for brand in read_listing(situation.readme).brands]
    except ReadmeError:
        return {}
    return hints(f"{issue.title}\n{issue.body}", brands)


def _is_over_the_cap(situation: Situation) -> bool:
    """Whether the author has enough open submissions before this one.

    A submission whose pull request is open already is never put back into the queue.
    """
    author, pull = situation.issue.author, situation.pull_request
    if author is None or author.may_write or (pull and pull.standing is Standing.OPEN):
        return False
    return sum(other.author == author for other in situation.earlier) >= MAX_OPEN


def _decide_on_list(situation: Situation, forms: Forms, answers: Answers) -> Decision:
    before = read_listing(situation.readme)
    outcome = propose(answers, before, claims_of(situation.earlier, forms))
    match outcome:
        case Queued(waiting=waiting):
            return Decision(Status.WAITING, waiting=waiting)
        case Refusal(problems=problems):
            return Decision(Status.REFUSED, problems=problems, answers=answers)
        case AlreadyListed():
            return Decision(Status.DUPLICATE, listed=outcome)
    change = Change(answers, outcome, apply_change(before, outcome.change))
    return Decision(Status.PROPOSED, change=change)


def _merged_row(situation: Situation, forms: Forms) -> RowPlace | None:
    """The row of a merged submission, if it can still be found."""
    form = form_of(forms, situation.issue.body)
    if form is None:
        return None
    submission = read_submission(read_answers(form, situation.issue.body)).submission
    if submission is None:
        return None
    try:
        brand = read_listing(situation.readme).brand(submission.brand)
        if brand is None:
            return None
        rows = rows_by_meaning(brand).get(identity(full_model(brand.name, _final_name(submission))))
    except ReadmeError:
        return None
    return RowPlace(brand.anchor, rows[0].model) if rows else None


def _final_name(submission: Submission) -> str:
    if isinstance(submission, Correction):
        return submission.new_model or submission.model
    return submission.models[0]
