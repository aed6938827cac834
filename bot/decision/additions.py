"""New chargers and new brands, held against the list."""

from collections.abc import Iterable, Sequence

from bot.check.matching import rows_by_meaning
from bot.decision.claims import Claim, Claims
from bot.decision.names import (
    meant_listed_brand,
    new_model_problems,
    several_brands_in,
    several_in,
    similar_brand,
    similar_models,
)
from bot.decision.normalized import normalised
from bot.decision.proposal import (
    AlreadyListed,
    Outcome,
    Proposal,
    Queued,
    Refusal,
    Similar,
    Waiting,
)
from bot.document.changes import Addition
from bot.document.charger import Charger
from bot.document.parse import Brand, Listing
from bot.forms.body import Answers
from bot.forms.form import Form
from bot.forms.submission import NewBrand, NewCharger
from bot.names.full_name import full_model
from bot.names.order import PowerRated, identity, normalize_name
from bot.names.several import Several
from bot.rules import value_rules
from bot.rules.rule import Problem


def propose_addition(
    answers: Answers, submission: NewCharger, listing: Listing, claims: Claims
) -> Outcome:
    """Hold new chargers against the list.

    Raises ReadmeError when the brand's section cannot be trusted.
    """
    brand = listing.brand(submission.brand)
    name = brand.name if brand else submission.brand
    if problems := _problems(answers.form, submission, listing):
        return Refusal(problems)
    wanted = _wanted(name, submission)
    known = rows_by_meaning(brand) if brand else {}
    listed = tuple(known[key][0] for key in wanted if key in known)
    waiting, new = [], []
    for key, model in wanted.items():
        if key in known:
            continue
        holder = _holder(claims.chargers.get(key, ()), listing)
        if holder:
            waiting.append(Waiting(model, holder))
        else:
            new.append(model)
    if not new and (waiting or brand is None):
        return Queued(tuple(waiting))
    if not new and brand:
        return AlreadyListed(submission, brand, listed)
    change = Addition(name, tuple(_charger(model, submission) for model in new))
    return Proposal(
        submission,
        change,
        normalised(answers, submission, change),
        new_brand=brand is None,
        listed=listed,
        waiting=tuple(waiting),
        similar=_similar(name, new, brand, listing),
        same_brand=claims.others(name),
        several=_maybe_several(submission, name, listing),
    )


def _wanted(brand: str, submission: NewCharger) -> dict[PowerRated, str]:
    """The full names of the models by what they mean; of two spellings the first one typed."""
    wanted: dict[PowerRated, str] = {}
    for typed in submission.models:
        model = full_model(brand, typed)
        wanted.setdefault(identity(model), model)
    return wanted


def _holder(claims: Iterable[Claim], listing: Listing) -> int | None:
    """The earliest issue with a claim to a charger, if it can become a pull request."""
    return next(
        (claim.issue for claim in claims if not _problems(claim.form, claim.submission, listing)),
        None,
    )


def _problems(form: Form, submission: NewCharger, listing: Listing) -> tuple[Problem, ...]:
    brand = listing.brand(submission.brand)
    name = brand.name if brand else submission.brand
    is_sure = isinstance(submission, NewBrand)
    models = submission.models
    problems = brand_problems(form, submission.brand, listing, models, sure=is_sure)
    if any(problem.rule is value_rules.SEVERAL_BRANDS for problem in problems):
        return tuple(problems)
    label = form.field("models").label
    for typed in models:
        problems += new_model_problems(label, name, typed, listing)
    return tuple(problems)


def brand_problems(
    form: Form, name: str, listing: Listing, models: Sequence[str], *, sure: bool
) -> list[Problem]:
    """What is wrong with a brand outside the list; `sure` when it was called a new one."""
    if listing.brand(name):
        return []
    label = form.field("brand").label
    taken = (h for h in listing.headings if h.level == 3 and listing.start < h.line < listing.end)
    if any(normalize_name(heading.text) == normalize_name(name) for heading in taken):
        return [Problem(value_rules.HEADING_TAKEN, label, {"received": name})]
    if several_brands_in(name, models, listing) is Several.YES:
        return [Problem(value_rules.SEVERAL_BRANDS, label, {"received": name})]
    known = "" if sure else meant_listed_brand(name, listing)
    if known:
        return [Problem(value_rules.BRAND_CLOSE, label, {"received": name, "suggestion": known})]
    return []


def _maybe_several(submission: NewCharger, brand: str, listing: Listing) -> tuple[str, ...]:
    """The names that may be those of several things, for a reviewer to look at."""
    is_unsure = several_brands_in(submission.brand, submission.models, listing) is Several.MAYBE
    found = [submission.brand] if is_unsure else []
    found += [
        full_model(brand, typed)
        for typed in submission.models
        if several_in(brand, typed, listing) is Several.MAYBE
    ]
    return tuple(found)


def _charger(model: str, submission: NewCharger) -> Charger:
    return Charger(
        model=model,
        ocpp_versions=submission.ocpp_versions,
        communication=submission.communication,
        notes=submission.notes,
        sources=submission.sources,
    )


def _similar(
    name: str, models: list[str], brand: Brand | None, listing: Listing
) -> tuple[Similar, ...]:
    brands = [] if brand else similar_brand(name, listing)
    return (*brands, *similar_models(name, models, listing))
