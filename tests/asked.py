"""What people ask for with the forms of the charger list, and the list after it."""

from collections.abc import Collection
from dataclasses import dataclass

from hypothesis import strategies as st

from bot.decision.decide import decide
from bot.decision.decision import AppliedProposal, Decision
from bot.decision.names import typed_name_problem
from bot.decision.situation import Situation
from bot.document.appearance import section_name
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.forms.options import is_only_options
from bot.names.cleaning import clean
from bot.names.order import normalize_name
from bot.names.remarks import has_open_end
from bot.names.vocabulary import is_nothing
from bot.rules import entry_rules
from tests.charger_list import identity

from .charger_list import FORMS, SHAPE
from .lists import BRANDS, RATINGS, WAYS, WORDS
from .page import LIST_HEADING, Cell, Row
from .stage import filled_in, form
from .strategies import hostile, is_text, names

VERSIONS = SHAPE.options["ocpp_versions"]


@dataclass(frozen=True)
class Details:
    """What a contributor chose and typed, and the cells that this promises."""

    versions: tuple[str, ...]
    ways: tuple[str, ...]
    notes: str
    sources: tuple[tuple[str, str], ...]

    @property
    def answers(self) -> dict[str, str]:
        return {
            "ocpp_versions": ", ".join(self.versions),
            "communication": ", ".join(self.ways),
            "notes": self.notes,
            "sources": "\n".join(f"[{title}]({address})" for title, address in self.sources),
        }

    @property
    def cells(self) -> dict[str, Cell]:
        links = tuple((address, title) for title, address in self.sources)
        shown = clean(self.notes)
        return {
            "ocpp_versions": Cell(
                " / ".join(version for version in VERSIONS if version in self.versions)
            ),
            "communication": Cell(
                " / ".join(shown for way, shown in WAYS.items() if way in self.ways)
            ),
            "notes": Cell("" if is_nothing(shown) else shown),
            "sources": Cell(
                " | ".join(title for title, _ in self.sources) or "Source needed!", links
            ),
        }

    def row(self, model: str) -> Row:
        return Row((Cell(model), *self.cells.values()))


def _some(choices: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(choices), min_size=1, unique=True).map(tuple)


def details() -> st.SearchStrategy[Details]:
    title = st.sampled_from(
        ["Manual", "Data sheet", "A_b | c", "[x] `y`", "www.x.y", "@name #12", "1 * 2 * 3", "&lt;"]
    )
    address = st.sampled_from(
        ["https://x.example/a", "http://www.y.example/(b)_c", "https://z.example/?q=1&r=2#s"]
    )
    source = st.tuples(title, address.map(lambda url: url.replace("(", "%28").replace(")", "%29")))
    sources = st.lists(source, max_size=3, unique_by=lambda one: one[1]).map(tuple)
    notes = hostile(6).filter(
        lambda text: not clean(text) or (is_text(text) and not answers_a_choice(text))
    )
    return st.builds(Details, _some(VERSIONS), _some(tuple(WAYS)), notes, sources)


def answers_a_choice(notes: str) -> bool:
    """Whether notes are only options of another field, which the bot asks about."""
    return any(is_only_options(column, clean(notes)) for column in SHAPE.columns)


def new_models(brand: str, known: Collection[str] = ()) -> st.SearchStrategy[list[str]]:
    """Models of a brand, none of which is known and no two of which are one."""
    word = st.sampled_from([*WORDS, "Duo", "gemini 3", "x|y", "q_r_s", "Pro 2 b"])
    model = st.tuples(word, st.sampled_from(RATINGS)).map(lambda parts: f"{brand} {''.join(parts)}")
    taken = {identity(name) for name in known}
    return st.lists(
        model.filter(lambda name: identity(name) not in taken),
        min_size=1,
        max_size=3,
        unique_by=identity,
    )


_COLLIDING = (
    "License",
    "OCPP Versions",
    "Chargers",
    "Table of Contents",
    "zaptec 1",
)


def new_brands(known: Collection[str]) -> st.SearchStrategy[str]:
    """A brand which is not in the list, but may have the anchor of another heading.

    Names the bot asks about, such as a version alone, are left out.
    """
    taken = {normalize_name(name) for name in [*known, "More Brands...", "Quoted", LIST_HEADING]}

    def is_new(name: str) -> bool:
        several = entry_rules.SEVERAL_SECTIONS
        problem = typed_name_problem("Brand", name, name, SHAPE, several)
        is_more = has_open_end(name) or section_name(name, SHAPE) != name
        is_asked_about = problem or is_more
        return normalize_name(name) not in taken and not is_asked_about

    return (st.sampled_from(BRANDS + _COLLIDING) | names()).filter(is_new)


def issue_of(kind: Kind, **answers: str) -> Issue:
    """An issue made with a form."""
    return Issue(7, "", filled_in(kind, **answers), (form(kind).issue_label,))


def submit(text: str, kind: Kind, answers: dict[str, str]) -> Decision:
    """What the bot makes of a form filled in by somebody."""
    return decide(Situation(issue_of(kind, **answers), text), FORMS)


def edited(text: str, kind: Kind, answers: dict[str, str]) -> str:
    """The list after a submission which must be accepted."""
    decision = submit(text, kind, answers)
    assert isinstance(decision.about, AppliedProposal), decision
    return decision.about.applied.after.text


def add(
    text: str, brand: str, models: list[str], wanted: Details, kind: Kind = Kind.ADD_SECTION
) -> str:
    """The list with chargers added.

    The form for a new brand never asks whether another one was meant.
    """
    return edited(text, kind, {"brand": brand, "models": "\n".join(models), **wanted.answers})


def correct(text: str, brand: str, model: str, kind: str, **answers: str) -> str:
    """The list with a charger corrected."""
    given = {"brand": brand, "model": model, "correction": kind, "reason": "It is so."}
    return edited(text, Kind.CORRECT, given | answers)
