"""New chargers and new brands, held against the list."""

from collections.abc import Iterable

from bot.check.matching import (
    close_brand,
    close_models,
    full_model,
    model_problems,
    rows_by_meaning,
)
from bot.decision.claims import Claim, Claims
from bot.decision.normalized import normalised
from bot.decision.proposal import AlreadyListed, Outcome, Proposal, Queued, Refusal, Waiting
from bot.document.changes import Addition
from bot.document.charger import Charger
from bot.document.parse import Brand, Listing
from bot.forms.body import Answers
from bot.forms.form import Form
from bot.forms.submission import NewBrand, NewCharger
from bot.names.order import identity, normalize_name
from bot.rules import value_rules
from bot.rules.rule import Problem


def propose_addition(
    answers: Answers, submission: NewCharger, listing: Listing, claims: Claims
) -> Outcome:
    """Hold new chargers against the list. Raises ReadmeError when the brand's section cannot be
    trusted.
    """
    form, brand = answers.form, listing.brand(submission.brand)
    name = brand.name if brand else submission.brand
    if problems := _problems(form, submission, listing):
        return Refusal(problems)
    wanted = {
        identity(model): model
        for model in (full_model(name, typed) for typed in reversed(submission.models))
    }
    keys = list(reversed(wanted))
    known = rows_by_meaning(brand) if brand else {}
    listed = tuple(known[key][0] for key in keys if key in known)
    held = {
        key: holder for key in keys if (holder := _holder(claims.chargers.get(key, ()), listing))
    }
    waiting = tuple(
        Waiting(wanted[key], held[key]) for key in keys if key in held and key not in known
    )
    new = [wanted[key] for key in keys if key not in known and key not in held]
    if not new:
        return Queued(waiting) if waiting or not brand else AlreadyListed(submission, brand, listed)
    change = Addition(name, tuple(_charger(model, submission) for model in new))
    return Proposal(
        submission,
        change,
        normalised(answers, submission, change),
        new_brand=brand is None,
        listed=listed,
        waiting=waiting,
        similar=_similar(name, new, brand, listing),
        same_brand=claims.others(name),
    )


def _holder(claims: Iterable[Claim], listing: Listing) -> int | None:
    """The earliest issue that claims a charger, of those that can become a pull request on this
    list.
    """
    return next(
        (claim.issue for claim in claims if not _problems(claim.form, claim.submission, listing)),
        None,
    )


def _problems(form: Form, submission: NewCharger, listing: Listing) -> tuple[Problem, ...]:
    brand = listing.brand(submission.brand)
    name = brand.name if brand else submission.brand
    problems = brand_problems(
        form, submission.brand, listing, sure=isinstance(submission, NewBrand)
    )
    return (
        *problems,
        *(
            p
            for typed in submission.models
            for p in model_problems(form.field("models").label, name, typed)
        ),
    )


def brand_problems(form: Form, name: str, listing: Listing, *, sure: bool) -> list[Problem]:
    """What is wrong with a brand that is not in the list, unless the contributor is sure that it
    is new.
    """
    if listing.brand(name):
        return []
    label = form.field("brand").label
    taken = (h for h in listing.headings if h.level == 3 and listing.start < h.line < listing.end)
    if any(normalize_name(heading.text) == normalize_name(name) for heading in taken):
        return [Problem(value_rules.HEADING_TAKEN, label, {"received": name})]
    known = close_brand(name, (brand.name for brand in listing.brands))
    return (
        [Problem(value_rules.BRAND_CLOSE, label, {"received": name, "suggestion": known})]
        if known and not sure
        else []
    )


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
) -> tuple[str, ...]:
    if brand is None:
        known = close_brand(name, (other.name for other in listing.brands))
        return (known,) if known else ()
    rows = [row.model for row in brand.rows]
    return tuple(dict.fromkeys(close for model in models for close in close_models(model, rows)))
