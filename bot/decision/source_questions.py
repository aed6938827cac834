"""What to find out about the sources of a submission."""

from bot.decision.proposal import Proposal
from bot.document.changes import Addition, Alteration
from bot.evidence.answer import Question


def proposed_models(proposal: Proposal) -> tuple[str, ...]:
    """The models that a change is about, as the list will have them."""
    change = proposal.change
    if isinstance(change, Addition):
        return tuple(charger.model for charger in change.chargers)
    return (change.new_model if isinstance(change, Alteration) else change.model,)


def source_questions(proposal: Proposal) -> tuple[Question, ...]:
    """One question for each source, in the order of the submission."""
    models = proposed_models(proposal)
    return tuple(
        Question(address=source.url, models=models) for source in proposal.submission.sources
    )
