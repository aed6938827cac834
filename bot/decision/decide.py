"""Observe, decide, act: this is the middle, and the only place where the bot makes up its mind."""

from bot.decision.desired import Desired, Existing, IssueLabel, Outcome, Proposed
from bot.decision.snapshot import Snapshot, Standing
from bot.faults import BrokenList
from bot.intake.body import Answers, form_of, read_answers
from bot.intake.form import Form, Forms, Kind
from bot.intake.hints import hints
from bot.intake.problem import Problem
from bot.listing.changes import Addition
from bot.listing.edit import edit
from bot.listing.listing import Listing, read_listing
from bot.listing.proof import prove
from bot.messages import comment, pull_request
from bot.proposal.proposal import AlreadyListed, Proposal, Refusal
from bot.proposal.propose import propose


def decide(snapshot: Snapshot, forms: Forms) -> Desired:
    """Say what should be true of an issue, its branch, its pull request and its comment."""
    wanted = kinds_of(snapshot.issue.labels, forms)
    if not snapshot.issue.is_open or not wanted:
        return Desired(Outcome.NOTHING, existing=Existing.CLOSE)
    form = form_of(forms, snapshot.issue.body)
    if form is None:
        return _not_a_form(snapshot, forms)
    chosen = choose_form(form, wanted)
    if isinstance(chosen, Problem):
        return _refused(snapshot, (chosen,))
    try:
        return _decide_on_list(snapshot, forms, read_answers(chosen, snapshot.issue.body))
    except BrokenList as fault:
        return Desired(Outcome.REPLY, comment=comment.list_broken(), fault=fault)


def kinds_of(labels: tuple[str, ...], forms: Forms) -> list[Form]:
    """The forms whose label an issue has; GitHub's labels know no case."""
    names = {label.casefold() for label in labels}
    return [form for form in forms if form.issue_label.casefold() in names]


def choose_form(made_with: Form, wanted: list[Form]) -> Form | Problem:
    """The form to read a body by: a label's, as long as the body was made with that form or one like it."""
    alike = [form for form in wanted if form.fields == made_with.fields]
    if not alike:
        return Problem("wrong_form", None, {"label": wanted[0].issue_label, "name": made_with.name})
    if len(alike) < len(wanted):
        return Problem("several_kinds", None, {"labels": tuple(form.issue_label for form in wanted)})
    return alike[0]


def _decide_on_list(snapshot: Snapshot, forms: Forms, answers: Answers) -> Desired:
    listing = read_listing(snapshot.readme)
    match propose(answers, listing):
        case Refusal(problems=problems):
            return _refused(snapshot, problems)
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


def _refused(snapshot: Snapshot, problems: tuple[Problem, ...]) -> Desired:
    said = comment.refused(problems, snapshot.issue, _open_link(snapshot))
    return Desired(
        Outcome.REPLY, existing=Existing.DRAFT, comment=said, label=IssueLabel.NEEDS_INFO, problems=problems
    )


def _proposed(snapshot: Snapshot, forms: Forms, answers: Answers, proposal: Proposal, before: Listing) -> Desired:
    """Edit the list and prove the edit. Raises BrokenList when the proof fails."""
    text, moved = edit(before, proposal.change)
    after = read_listing(text)
    prove(before, proposal.change, after)
    kind = Kind.INVALID
    if isinstance(proposal.change, Addition):
        kind = Kind.NEW_BRAND if proposal.new_brand else Kind.NEW_CHARGER
    proposed = Proposed(
        readme=text,
        commit_message=pull_request.commit_message(proposal, snapshot.issue, snapshot.host),
        title=pull_request.title(proposal),
        body=pull_request.body(proposal, answers, snapshot.issue, before, after, moved),
        label=next(form.issue_label for form in forms if form.kind is kind),
    )
    said = comment.proposed(proposal, _open_link(snapshot), before, after, snapshot.links)
    return Desired(Outcome.PULL_REQUEST, proposed, comment=said)


def _open_link(snapshot: Snapshot) -> str | None:
    pull = snapshot.pull_request
    return pull.link if pull and pull.standing is Standing.OPEN else None
