"""What earlier open submissions ask for, so no two pull requests add the same charger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from bot.forms.body import Answers
from bot.forms.choice import answers_in
from bot.forms.form import Form, Forms
from bot.forms.issue import Issue
from bot.forms.submission import NewCharger, Submission, read_submission
from bot.names.full_name import full_model
from bot.names.order import PowerRated, identity, normalize_name


class Claim(NamedTuple):
    """An issue, the form that it was made with, and the chargers that it would add."""

    issue: int
    form: Form
    submission: NewCharger


@dataclass(frozen=True)
class Claims:
    """Claims by charger, the earliest first, and the issues on a brand by its normalized name."""

    chargers: Mapping[PowerRated, tuple[Claim, ...]] = field(default_factory=dict)
    brands: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def others(self, brand: str) -> tuple[int, ...]:
        """The issues that touch a brand too."""
        return self.brands.get(normalize_name(brand), ())


def claims_of(issues: Iterable[Issue], forms: Forms) -> Claims:
    """Gather what issues ask for; what the list of today would refuse is among it."""
    chargers: dict[PowerRated, tuple[Claim, ...]] = {}
    brands: dict[str, tuple[int, ...]] = {}
    for issue in sorted(issues, key=lambda issue: issue.number or 0):
        form, submission = _read(issue, forms)
        if form is None or submission is None or issue.number is None:
            continue
        brand = normalize_name(submission.brand)
        brands[brand] = (*brands.get(brand, ()), issue.number)
        if isinstance(submission, NewCharger):
            claim = Claim(issue.number, form, submission)
            for key in [
                identity(full_model(submission.brand, model)) for model in submission.models
            ]:
                chargers[key] = (*chargers.get(key, ()), claim)
    return Claims(chargers, brands)


@lru_cache(maxsize=512)
def _read(issue: Issue, forms: Forms) -> tuple[Form | None, Submission | None]:
    answers = answers_in(issue, forms)
    return (
        (answers.form, read_submission(answers).submission)
        if isinstance(answers, Answers)
        else (None, None)
    )
