"""What earlier submissions that are still open ask for, so that no two pull requests add the same charger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bot.intake.body import Answers
from bot.intake.choice import answers_in
from bot.intake.form import Forms
from bot.intake.issue import Issue
from bot.intake.submission import NewCharger, read_submission
from bot.listing.order import Rated, fold, identity
from bot.proposal.names import full_model


@dataclass(frozen=True)
class Claims:
    """The issue that claims a charger, by the charger; and the issues that add to a brand, by its folded name."""

    chargers: Mapping[Rated, int] = field(default_factory=dict)
    brands: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def claims_of(issues: Iterable[Issue], forms: Forms) -> Claims:
    """Gather what issues claim; of two that claim the same, the earlier one has it."""
    chargers: dict[Rated, int] = {}
    brands: dict[str, tuple[int, ...]] = {}
    for issue in sorted(issues, key=lambda issue: issue.number or 0):
        submission = _addition(issue, forms)
        if submission and issue.number:
            brand = fold(submission.brand)
            brands[brand] = (*brands.get(brand, ()), issue.number)
            for model in submission.models:
                chargers.setdefault(identity(full_model(submission.brand, model)), issue.number)
    return Claims(chargers, brands)


@lru_cache(maxsize=512)
def _addition(issue: Issue, forms: Forms) -> NewCharger | None:
    answers = answers_in(issue, forms)
    submission = read_submission(answers).submission if isinstance(answers, Answers) else None
    return submission if isinstance(submission, NewCharger) else None
