"""Observe, decide, act: this is the middle, and the only place where the bot makes up its mind."""

from dataclasses import replace

from bot.decision.desired import Desired, Existing, IssueLabel, Outcome, Proposed
from bot.decision.snapshot import Snapshot, Standing
from bot.faults import BrokenList, NeedsMaintainer
from bot.intake.body import Answers, form_of, read_answers
from bot.intake.choice import answers_in, kinds_of
from bot.intake.form import Forms, Kind, form_of_kind
from bot.intake.hints import hints
from bot.intake.problem import Problem
from bot.intake.submission import Correction, Submission, read_submission
from bot.listing.changes import Addition
from bot.listing.edited import carry_out
from bot.listing.listing import Listing, read_listing
from bot.listing.order import identity
from bot.messages import comment, pull_request
from bot.messages.changes import diff
from bot.proposal.claims import claims_of
from bot.proposal.names import full_model, rows_by_meaning
from bot.proposal.proposal import AlreadyListed, Proposal, Queued, Refusal
from bot.proposal.propose import propose

_MOST_OPEN = 5  # submissions of one author that the bot works on at a time


def decide(snapshot: Snapshot, forms: Forms) -> Desired:
    """Say what should be true of an issue, its branch, its pull request and its comment."""
    issue, pull = snapshot.issue, snapshot.pull_request
    wanted = kinds_of(issue, forms)
    is_asked_for = issue.is_open and bool(wanted)
    if pull and (pull.is_done or (pull.standing is Standing.MERGED and not is_asked_for)):
        thanks = comment.merged(pull.link, _row_link(snapshot, forms))
        return Desired(Outcome.NOTHING, existing=Existing.CLOSE, comment=thanks)
    if snapshot.taken_over_by:
        return _taken_over(snapshot, snapshot.taken_over_by, forms)
    if not is_asked_for:
        said = comment.withdrawn() if snapshot.has_comment and not (pull and pull.is_declined) else None
        return Desired(Outcome.NOTHING, existing=Existing.CLOSE, comment=said)
    if pull and pull.is_declined:
        return Desired(Outcome.NOTHING, comment=comment.declined(pull.link, wanted[0]))
    return _decide_on_answers(snapshot, forms)


def _decide_on_answers(snapshot: Snapshot, forms: Forms) -> Desired:
    match answers_in(snapshot.issue, forms):
        case None:
            return _not_a_form(snapshot, forms)
        case Problem() as problem:
            return _refused(snapshot, forms, (problem,))
        case answers if _is_over_the_cap(snapshot):
            return Desired(Outcome.REPLY, comment=comment.over_the_cap(_MOST_OPEN))
        case answers:
            try:
                return _decide_on_list(snapshot, forms, answers)
            except BrokenList as fault:
                return Desired(Outcome.REPLY, comment=comment.list_broken(), fault=fault)


def _is_over_the_cap(snapshot: Snapshot) -> bool:
    """Whether the author has enough submissions before this one; an open pull request is never taken back for it."""
    author = snapshot.issue.author
    if author is None or author.may_write or _open_link(snapshot):
        return False
    return sum(other.author == author for other in snapshot.earlier) >= _MOST_OPEN


def _decide_on_list(snapshot: Snapshot, forms: Forms, answers: Answers) -> Desired:
    listing = read_listing(snapshot.readme)
    match propose(answers, listing, claims_of(snapshot.earlier, forms)):
        case Queued(waiting=waiting):
            return Desired(Outcome.REPLY, existing=Existing.CLOSE, comment=comment.queued(waiting))
        case Refusal(problems=problems):
            return _refused(snapshot, forms, problems, answers)
        case AlreadyListed() as found:
            said = comment.already_listed(found, forms, snapshot.links)
            return Desired(Outcome.REPLY, existing=Existing.CLOSE, comment=said, label=IssueLabel.DUPLICATE)
        case proposal:
            return _proposed(snapshot, forms, answers, proposal, listing)


def _not_a_form(snapshot: Snapshot, forms: Forms) -> Desired:
    issue = snapshot.issue
    try:
        found = hints(f"{issue.title}\n{issue.body}", [brand.name for brand in read_listing(snapshot.readme).brands])
    except BrokenList:
        found = {}
    said = comment.not_a_form(forms, issue, found, snapshot.links)
    return Desired(Outcome.REPLY, existing=Existing.DRAFT, comment=said, label=IssueLabel.NEEDS_INFO)


def _refused(
    snapshot: Snapshot, forms: Forms, problems: tuple[Problem, ...], answers: Answers | None = None
) -> Desired:
    is_close = any(problem.code == "brand_close" for problem in problems)
    new_brand = form_of_kind(forms, Kind.NEW_BRAND)
    another = snapshot.links.form(new_brand, answers.texts) if answers and is_close else None
    said = comment.refused(problems, snapshot.issue, _open_link(snapshot), another)
    return Desired(Outcome.REPLY, existing=Existing.DRAFT, comment=said, label=IssueLabel.NEEDS_INFO, problems=problems)


def _proposed(snapshot: Snapshot, forms: Forms, answers: Answers, proposal: Proposal, before: Listing) -> Desired:
    edited = carry_out(before, proposal.change)
    proposed = Proposed(
        readme=edited.after.text,
        commit_message=pull_request.commit_message(proposal, snapshot.issue, snapshot.host),
        title=pull_request.title(proposal),
        body=pull_request.body(proposal, answers, snapshot.issue, edited),
        label=form_of_kind(forms, _kind_of(proposal)).issue_label,
    )
    link = _open_link(snapshot)
    if link is None and snapshot.forbidden:
        said = comment.may_not_open(snapshot.links.compare(snapshot.issue.branch or ""), snapshot.forbidden)
        return Desired(Outcome.PULL_REQUEST, proposed, comment=said, fault=NeedsMaintainer(snapshot.forbidden))
    return Desired(Outcome.PULL_REQUEST, proposed, comment=comment.proposed(proposal, link, edited, snapshot.links))


def _kind_of(proposal: Proposal) -> Kind:
    """The kind of what is done, which need not be the kind that was asked for."""
    if not isinstance(proposal.change, Addition):
        return Kind.INVALID
    return Kind.NEW_BRAND if proposal.new_brand else Kind.NEW_CHARGER


def _taken_over(snapshot: Snapshot, person: str, forms: Forms) -> Desired:
    """Hands off the branch and the pull request; the comment tells what the bot would have done."""
    own = decide(replace(snapshot, taken_over_by=None), forms).proposed
    changes = diff(snapshot.readme, own.readme) if own else ""
    return Desired(Outcome.NOTHING, comment=comment.taken_over(person, changes))


def _row_link(snapshot: Snapshot, forms: Forms) -> str | None:
    """A link to the row that a merged submission has become, if it can still be found."""
    form = form_of(forms, snapshot.issue.body)
    submission = read_submission(read_answers(form, snapshot.issue.body)).submission if form else None
    if submission is None:
        return None
    name = _name_in_list(submission)
    try:
        brand = read_listing(snapshot.readme).brand(submission.brand)
        rows = rows_by_meaning(brand).get(identity(full_model(brand.name, name))) if brand else None
    except BrokenList:
        return None
    return snapshot.links.row(brand.anchor, rows[0].model) if brand and rows else None


def _name_in_list(submission: Submission) -> str:
    if isinstance(submission, Correction):
        return submission.new_model or submission.model
    return submission.models[0]


def _open_link(snapshot: Snapshot) -> str | None:
    pull = snapshot.pull_request
    return pull.link if pull and pull.standing is Standing.OPEN else None
