"""The questions about the sources of a submission."""

from bot.decision.proposal import Proposal
from bot.document.changes import Addition, Alteration
from bot.evidence.answer import Question


def proposed_names(proposal: Proposal) -> tuple[str, ...]:
    """The names a change is about, as the list will have them."""
    change = proposal.change
    if isinstance(change, Addition):
        return tuple(row.name for row in change.rows)
    return (change.new_name if isinstance(change, Alteration) else change.name,)


def source_questions(proposal: Proposal) -> tuple[Question, ...]:
    """One question for each link, in the order of the submission."""
    names = proposed_names(proposal)
    return tuple(Question(address=link.url, models=names) for link in proposal.links)
