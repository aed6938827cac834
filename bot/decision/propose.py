"""From the answers in an issue and the list of today to a proposal."""

from bot.decision.additions import brand_problems, propose_addition
from bot.decision.claims import Claims
from bot.decision.corrections import entry_problems, propose_correction
from bot.decision.names import known_names
from bot.decision.proposal import Outcome, Refusal
from bot.document.parse import Listing
from bot.forms.body import Answers
from bot.forms.form import Kind
from bot.forms.submission import Correction, Reading, read_submission
from bot.rules.rule import Problem


def propose(answers: Answers, listing: Listing, claims: Claims) -> Outcome:
    """Validate answers and hold them against the list, with all problems at once.

    Raises ReadmeError.
    """
    reading = read_submission(answers, known_names(listing))
    match reading.submission:
        case None:
            return Refusal(
                _in_order(
                    answers, [*reading.problems, *_problems_with_names(answers, reading, listing)]
                )
            )
        case Correction() as correction:
            return propose_correction(answers, correction, listing, claims)
        case addition:
            return propose_addition(answers, addition, listing, claims)


def _in_order(answers: Answers, problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of the form."""
    labels: list[str | None] = [field.label for field in answers.form.fields]
    return tuple(sorted(problems, key=lambda problem: labels.index(problem.field)))


def _problems_with_names(answers: Answers, reading: Reading, listing: Listing) -> list[Problem]:
    """The names that could be read are looked up although other answers could not."""
    if reading.brand is None:
        return []
    if answers.form.kind is not Kind.INVALID:
        is_sure = answers.form.kind is Kind.NEW_BRAND
        return brand_problems(answers.form, reading.brand, listing, (), sure=is_sure)
    return entry_problems(answers.form, reading.brand, reading.model, listing)
