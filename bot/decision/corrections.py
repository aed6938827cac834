"""Corrections, held against the entry that they name."""

from collections.abc import Sequence
from dataclasses import replace

from bot.check.matching import rows_by_meaning
from bot.decision.claims import Claims
from bot.decision.names import (
    meant_listed_brand,
    new_model_problems,
    other_brand,
    several_brands_in,
    several_in,
    similar_models,
)
from bot.decision.normalized import normalised
from bot.decision.proposal import AlreadyListed, Outcome, Proposal, Refusal
from bot.document.changes import Alteration, Change, Removal
from bot.document.charger import (
    Cell,
    CellContent,
    communication_entry,
    source_entry,
    text_entry,
    version_entry,
)
from bot.document.escape import escape, escape_address
from bot.document.parse import Brand, Listing, Row
from bot.errors import ReadmeError
from bot.forms.body import Answers
from bot.forms.form import Form
from bot.forms.sources import asks_for_another
from bot.forms.submission import Correction
from bot.forms.values import CorrectionKind
from bot.names.full_name import full_model, model_without_brand
from bot.names.near import nearest
from bot.names.order import identity, skeleton
from bot.names.several import Several
from bot.rules import value_rules
from bot.rules.rule import Fact, Problem

_SOURCE = 4  # the column with links, in the order of HEADER


def propose_correction(
    answers: Answers, submission: Correction, listing: Listing, claims: Claims
) -> Outcome:
    """Hold a correction against the list.

    Raises ReadmeError when the entry is there more than once.
    """
    form = answers.form
    problems = entry_problems(form, submission.brand, submission.model, listing)
    brand = listing.brand(submission.brand)
    if problems or brand is None:
        return Refusal(tuple(problems))
    row = _find_row(brand, submission.model)
    if submission.correction is CorrectionKind.REMOVE:
        if len(listing.brands) == len(brand.rows) == 1:
            facts: dict[str, Fact] = {"received": row.model}
            return Refusal((Problem(value_rules.LAST_OF_LIST, form.field("model").label, facts),))
        return _proposal(answers, submission, Removal(brand.name, row.model), claims)
    problems = _problems_with_details(answers, submission, brand, row, listing)
    if problems:
        return Refusal(tuple(problems))
    entries = _changed(row, _wanted(submission, brand, row))
    if not any(entries):
        return AlreadyListed(submission, brand, (row,))
    change = Alteration(brand.name, row.model, entries)
    similar = []
    if entries[0]:
        found = similar_models(brand.name, [change.new_model], listing)
        similar = [one for one in found if one.known != row.model]
    replaced = _replaced_sources(row, submission) if entries[_SOURCE] else ()
    proposal = _proposal(answers, submission, change, claims)
    return replace(proposal, similar=tuple(similar), replaced=replaced)


def _proposal(answers: Answers, submission: Correction, change: Change, claims: Claims) -> Proposal:
    return Proposal(
        submission,
        change,
        normalised(answers, submission, change),
        same_brand=claims.others(change.brand),
    )


def entry_problems(form: Form, name: str, model: str | None, listing: Listing) -> list[Problem]:
    """What is wrong with the brand and model of an entry; None for an unreadable model."""
    brand = listing.brand(name)
    if brand is None:
        return [_unknown_brand(form, name, listing)]
    if model is None:
        return []
    rows = _rows_of(brand, model)
    if len(rows) > 1:
        told = f'"{rows[1].model}" is in the list twice; keep one of the two rows.'
        raise ReadmeError(rows[1].line, told)
    if rows:
        return []
    label = form.field("model").label
    if several_in(brand.name, model, listing) is Several.YES:
        return [Problem(value_rules.SEVERAL_ENTRIES, label, {"received": model})]
    near = _nearest_rows(brand, model)
    return [Problem(value_rules.ENTRY_UNKNOWN, label, {"received": model, "near": near})]


def _unknown_brand(form: Form, name: str, listing: Listing) -> Problem:
    label = form.field("brand").label
    if several_brands_in(name, (), listing) is Several.YES:
        return Problem(value_rules.SEVERAL_BRANDS, label, {"received": name})
    known = meant_listed_brand(name, listing)
    near = (known,) if known else nearest(name, [brand.name for brand in listing.brands])
    return Problem(value_rules.BRAND_UNKNOWN, label, {"received": name, "near": near})


def _nearest_rows(brand: Brand, model: str) -> tuple[str, ...]:
    """The rows with most of the words that were typed, the brand aside."""
    full_names = {model_without_brand(brand.name, row.model): row.model for row in brand.rows}
    near = nearest(model_without_brand(brand.name, model), list(full_names))
    return tuple(full_names[name] for name in near)


def _rows_of(brand: Brand, model: str) -> Sequence[Row]:
    """The rows that a name means: written alike, or with other punctuation where only one is so."""
    known = rows_by_meaning(brand)
    full = full_model(brand.name, model)
    found = known.get(identity(full)) or known.get(identity(model))
    if found:
        return found
    alike = [row for row in brand.rows if _letters(row.model) in {_letters(full), _letters(model)}]
    return alike if len(alike) == 1 else ()


def _letters(name: str) -> str:
    """The letters, digits and plus signs of a name: `Go+` is not `Go`."""
    return skeleton(name) + "+" * name.count("+")


def _find_row(brand: Brand, model: str) -> Row:
    (row,) = _rows_of(brand, model)
    return row


def _problems_with_details(
    answers: Answers, submission: Correction, brand: Brand, row: Row, listing: Listing
) -> list[Problem]:
    form = answers.form
    problems = []
    if submission.new_model:
        problems += _renaming_problems(form, brand, row, submission.new_model, listing)
    lines = answers.texts.get("sources", "").split("\n")
    adding = [line.strip() for line in lines if asks_for_another(line.strip())]
    if adding and row.cells[_SOURCE].links and submission.sources:
        old = tuple(f"[{title}]({url})" for title, url in row.cells[_SOURCE].links)
        facts: dict[str, Fact] = {"received": tuple(adding), "old": old}
        problems.append(Problem(value_rules.ADDING_SOURCE, form.field("sources").label, facts))
    return problems


def _renaming_problems(
    form: Form, brand: Brand, row: Row, typed: str, listing: Listing
) -> list[Problem]:
    label = form.field("new_model").label
    if foreign := other_brand(brand.name, typed, listing):
        facts: dict[str, Fact] = {"received": typed, "known": foreign}
        return [Problem(value_rules.OTHER_BRAND_IN_NEW_NAME, label, facts)]
    problems = new_model_problems(label, brand.name, typed, listing)
    if problems:
        return problems
    full = full_model(brand.name, typed)
    if full == row.model and typed != full and skeleton(typed) == skeleton(full):
        facts = {"received": typed, "known": brand.name}
        return [Problem(value_rules.BRAND_SPELLING, label, facts)]
    for other in rows_by_meaning(brand).get(identity(full), []):
        if other is not row:
            problems.append(Problem(value_rules.NAME_TAKEN, label, {"received": other.model}))
    return problems


def _replaced_sources(row: Row, submission: Correction) -> tuple[str, ...]:
    """The titles of the old sources that are not among the new ones."""
    kept = {source.url for source in submission.sources}
    return tuple(title for title, url in row.cells[_SOURCE].links if url not in kept)


def _wanted(submission: Correction, brand: Brand, row: Row) -> tuple[CellContent | None, ...]:
    return (
        _name_entry(row, full_model(brand.name, submission.new_model))
        if submission.new_model
        else None,
        version_entry(submission.ocpp_versions) if submission.ocpp_versions else None,
        communication_entry(submission.communication) if submission.communication else None,
        text_entry(submission.notes) if submission.notes is not None else None,
        source_entry(submission.sources) if submission.sources else None,
    )


def _name_entry(row: Row, name: str) -> CellContent:
    """The cell for a new name, which stays a link where the whole old name is one."""
    links = row.cells[0].links
    if len(links) != 1 or links[0][0] != row.model:
        return text_entry(name)
    address = links[0][1]
    markdown = f"[{escape(name)}]({escape_address(address)})"
    return CellContent(markdown, Cell(name, ((name, address),)))


def _changed(row: Row, wanted: tuple[CellContent | None, ...]) -> tuple[CellContent | None, ...]:
    """The cells to write: those that say something else. What a list marks up besides stays."""
    changed: list[CellContent | None] = []
    for column, (entry, cell) in enumerate(zip(wanted, row.cells, strict=True)):
        is_same = entry is None or entry.shown.text == cell.text
        if column == _SOURCE and entry is not None:
            is_same = entry.shown == cell
        changed.append(None if is_same else entry)
    return tuple(changed)
