"""Corrections, held against the entry that they name."""

from bot.check.matching import close_models, full_model, model_problems, nearest, rows_by_meaning
from bot.decision.claims import Claims
from bot.decision.normalized import normalised
from bot.decision.proposal import AlreadyListed, Outcome, Proposal, Refusal
from bot.document.changes import Alteration, Change, Removal
from bot.document.charger import (
    CellContent,
    communication_entry,
    source_entry,
    text_entry,
    version_entry,
)
from bot.document.parse import Brand, Listing, Row
from bot.errors import ReadmeError
from bot.forms.body import Answers
from bot.forms.form import Form
from bot.forms.submission import Correction
from bot.forms.values import CorrectionKind
from bot.names.order import identity
from bot.rules import value_rules
from bot.rules.rule import Fact, Problem


def propose_correction(
    answers: Answers, submission: Correction, listing: Listing, claims: Claims
) -> Outcome:
    """Hold a correction against the list. Raises ReadmeError when the entry is there more than
    once.
    """
    form = answers.form
    problems = entry_problems(form, submission.brand, submission.model, listing)
    brand = listing.brand(submission.brand)
    if problems or brand is None:
        return Refusal(tuple(problems))
    row = _find_row(brand, submission.model)
    if submission.correction is CorrectionKind.REMOVE:
        if len(listing.brands) == len(brand.rows) == 1:
            return Refusal(
                (
                    Problem(
                        value_rules.LAST_OF_LIST, form.field("model").label, {"received": row.model}
                    ),
                )
            )
        return _proposal(answers, submission, Removal(brand.name, row.model), claims)
    new_model = row.model
    if submission.new_model:
        if problems := _renaming_problems(form, brand, row, submission.new_model):
            return Refusal(tuple(problems))
        new_model = full_model(brand.name, submission.new_model)
    entries = _changed(row, _wanted(submission, new_model))
    if not any(entries):
        return AlreadyListed(submission, brand, (row,))
    similar = close_models(new_model, (other.model for other in brand.rows if other is not row))
    change = Alteration(brand.name, row.model, entries)
    return _proposal(answers, submission, change, claims, similar if entries[0] else ())


def _proposal(
    answers: Answers,
    submission: Correction,
    change: Change,
    claims: Claims,
    similar: tuple[str, ...] = (),
) -> Proposal:
    used = normalised(answers, submission, change)
    return Proposal(
        submission, change, used, similar=similar, same_brand=claims.others(change.brand)
    )


def entry_problems(form: Form, name: str, model: str | None, listing: Listing) -> list[Problem]:
    """What is wrong with a brand and model that should be in the list; None for a model that
    could not be read.
    """
    brand = listing.brand(name)
    if brand is None:
        facts: dict[str, Fact] = {
            "received": name,
            "near": nearest(name, (known.name for known in listing.brands)),
        }
        return [Problem(value_rules.BRAND_UNKNOWN, form.field("brand").label, facts)]
    if model is None:
        return []
    rows = _rows_of(brand, model)
    if len(rows) > 1:
        raise ReadmeError(
            rows[1].line, f'"{rows[1].model}" is in the list twice; keep one of the two rows.'
        )
    if not rows:
        near = nearest(full_model(brand.name, model), (row.model for row in brand.rows))
        return [
            Problem(
                value_rules.ENTRY_UNKNOWN,
                form.field("model").label,
                {"received": model, "near": near},
            )
        ]
    return []


def _rows_of(brand: Brand, model: str) -> list[Row]:
    known = rows_by_meaning(brand)
    return known.get(identity(full_model(brand.name, model))) or known.get(identity(model)) or []


def _find_row(brand: Brand, model: str) -> Row:
    (row,) = _rows_of(brand, model)
    return row


def _renaming_problems(form: Form, brand: Brand, row: Row, typed: str) -> list[Problem]:
    field = form.field("new_model")
    known = rows_by_meaning(brand).get(identity(full_model(brand.name, typed)), [])
    taken = [
        Problem(value_rules.NAME_TAKEN, field.label, {"received": other.model})
        for other in known
        if other is not row
    ]
    return model_problems(field.label, brand.name, typed) + taken


def _wanted(submission: Correction, new_model: str) -> tuple[CellContent | None, ...]:
    return (
        text_entry(new_model),
        version_entry(submission.ocpp_versions) if submission.ocpp_versions else None,
        communication_entry(submission.communication) if submission.communication else None,
        text_entry(submission.notes) if submission.notes is not None else None,
        source_entry(submission.sources) if submission.sources else None,
    )


def _changed(row: Row, wanted: tuple[CellContent | None, ...]) -> tuple[CellContent | None, ...]:
    pairs = zip(wanted, row.cells, strict=True)
    return tuple(entry if entry and entry.shown != cell else None for entry, cell in pairs)
