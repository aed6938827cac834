"""What an accepted submission must make of the page, in the words of the documentation."""

from collections.abc import Iterator
from functools import cache, lru_cache

from bot.decision.names import known_names
from bot.document.cells import Link
from bot.document.parse import parse
from bot.forms.body import read_answers
from bot.forms.corrections import CorrectionKind
from bot.forms.field_values import Known
from bot.forms.submission import Correction, NewEntries, Submission, read_submission
from bot.names.order import Rated, normalize_name
from tests.charger_list import FORMS, LIST, SHAPE, full_name, identity
from tests.page import Cell, Page, Part, Row, brand_places
from tests.promised import with_other_row, with_rows, with_section, without_entry
from tests.prove.hostile_places import Trial
from tests.stage import form


def submission_of(trial: Trial) -> Submission | None:
    """All that was typed, but for what the documentation says."""
    answers = read_answers(form(trial.kind), trial.issue.body)
    return read_submission(answers, FORMS, _known()).submission


@cache
def _known() -> Known:
    return known_names(parse(LIST, SHAPE).checked())


@lru_cache(maxsize=4)
def seen(page: str) -> Page:
    return Page(page)


def names_waiting(trial: Trial) -> set[Rated]:
    """The names that earlier issues ask for."""
    waiting: set[Rated] = set()
    for other in trial.snapshot.earlier:
        found = read_submission(read_answers(FORMS.add, other.body), FORMS).submission
        names = found.names if isinstance(found, NewEntries) else ()
        waiting.update(identity(full_name("Zaptec", name)) for name in names)
    return waiting


def promised(submission: Submission, waiting: set[Rated]) -> list[Part]:
    """The parts of the page with what a submission asks for."""
    parts = seen(LIST).parts
    brand = brand_of(submission)
    if isinstance(submission, Correction):
        model = next(rows_named(parts, brand, submission.name))
        if submission.kind is CorrectionKind.REMOVE:
            return without_entry(parts, brand, model)
        return with_other_row(parts, brand, model, _changed_cells(submission, brand))
    listed = {identity(part.cells[0].text) for part in parts if isinstance(part, Row)} | waiting
    models: dict[Rated, str] = {}
    for name in submission.names:
        model = full_name(brand, name)
        if identity(model) not in listed:
            models.setdefault(identity(model), model)
    rows = [Row((Cell(model), *_details(submission))) for model in models.values()]
    is_known = brand in {name for name, _, _ in brand_places(parts)}
    return with_rows(parts, brand, rows) if is_known else with_section(parts, brand, rows)


def brand_of(submission: Submission) -> str:
    """The brand in the spelling of the list, if it is there."""
    known = {normalize_name(name): name for name, _, _ in brand_places(seen(LIST).parts)}
    return known.get(normalize_name(submission.section), submission.section)


def rows_named(parts: list[Part], brand: str, model: str) -> Iterator[str]:
    """The names in the list which are this one, with or without its brand, then those with its letters."""
    wanted = {full_name(brand, model), model}
    listed = [part.cells[0].text for part in parts if isinstance(part, Row)]
    for same in (identity, _letters):
        yield from (name for name in listed if same(name) in set(map(same, wanted)))


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def sources_of(submission: Submission) -> list[Link]:
    return [one for one in submission.values.get("sources", ()) if isinstance(one, Link)]


def _details(submission: Submission) -> list[Cell]:
    values = submission.values
    sources = sources_of(submission)
    links = tuple((source.url, source.title) for source in sources)
    ways = SHAPE.columns[2]
    return [
        Cell(" / ".join(map(str, values.get("ocpp_versions", ())))),
        Cell(" / ".join(ways.shown(str(way)) for way in values.get("communication", ()))),
        Cell(str(values.get("notes", ""))),
        Cell(" | ".join(source.title for source in sources) or "Source needed!", links),
    ]


def _changed_cells(submission: Correction, brand: str) -> dict[int, Cell]:
    fields = ("ocpp_versions", "communication", "notes", "sources")
    cells = {}
    for place, (field, cell) in enumerate(zip(fields, _details(submission), strict=True), start=1):
        if field in submission.values:
            cells[place] = cell
    if submission.new_name:
        cells[0] = Cell(full_name(brand, submission.new_name))
    return cells


def is_listed(trial: Trial) -> bool:
    """Whether the list says all that a submission asks for."""
    submission = submission_of(trial)
    if isinstance(submission, Correction):
        return promised(submission, set()) == seen(LIST).parts
    assert submission
    names = {identity(full_name(submission.section, name)) for name in submission.names}
    rows = [part for part in seen(LIST).parts if isinstance(part, Row)]
    return names <= {identity(row.cells[0].text) for row in rows}
