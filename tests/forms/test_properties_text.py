"""What was typed is what a reader sees, and what was answered is what the bot reads."""

import re
import unicodedata
from urllib.parse import unquote

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.decision.decision import EFFECTS, Outcome, Status
from bot.decision.situation import Situation
from bot.document.appearance import section_name
from bot.errors import ReadmeError
from bot.forms.addresses import without_entities
from bot.forms.body import form_of, read_answers
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.forms.typed_links import read_link
from bot.names.cleaning import clean
from bot.names.marks import without_emphasis
from bot.names.requests import is_request
from bot.names.several import is_only_rating, without_brackets
from bot.render.desired import DesiredState
from bot.rules.rule import FieldErrors
from tests.asked import answers_a_choice, edited, submit
from tests.charger_list import FORMS, LIST, SHAPE, VOCABULARY
from tests.desired import desired_state
from tests.page import Cell, Heading, Page, Row
from tests.stage import correction, filled_in, form, new_charger
from tests.strategies import addresses, hostile, is_read_as_typed, is_text, names

# What GitHub looks for after it has rendered: a mention, a reference, an emoji, a formula.
ALIVE = re.compile(r"[@#]\w|:[\w+-]+:|\$.*\$")
ANSWERS = {"ocpp_versions": "1.6J", "communication": "Cloud"}


def shown(text: str) -> Cell:
    """The cell of a reader who sees this text and nothing else."""
    return Cell(text)


def new_row(text: str, model: str) -> Row:
    row = Page(text).row(model)
    assert not [run for cell in row.cells for run in cell.runs if ALIVE.search(run)]
    return row


@given(hostile())
def test_cleaning_leaves_visible_text_in_normal_form_with_single_spaces(text: str):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned == unicodedata.normalize("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split(" "))
    assert not [
        c for c in cleaned if c != " " and (c.isspace() or unicodedata.category(c) in {"Cc", "Cf"})
    ]
    assert seen_letters(cleaned) == seen_letters(text)


def seen_letters(text: str) -> list[str]:
    """The letters with case and the digits, without accents.

    Some letters of other scripts show nothing.
    """
    return [
        c
        for c in unicodedata.normalize("NFD", text)
        if c.isalnum() and unicodedata.category(c) != "Lo"
    ]


@given(hostile())
@example("write to a@-b.c")
@example("a\\|b\\\\|c\\")
def test_notes_are_shown_as_they_were_typed(notes: str):
    assume(is_text(notes) and not answers_a_choice(notes))
    text = edited(
        LIST,
        Kind.ADD,
        {"brand": "Zaptec", "models": "Zaptec Go 2", "notes": notes, **ANSWERS},
    )
    assert new_row(text, "Zaptec Go 2").cells[3] == shown(
        "" if clean(notes) == "-" else clean(notes)
    )


@given(hostile())
def test_corrected_notes_are_shown_as_they_were_typed(notes: str):
    assume(is_text(notes) and not answers_a_choice(notes))
    assume(clean(notes) not in {"", "-", "Direct OCPP connection supported after firmware update"})
    answers = {
        "brand": "Zaptec",
        "model": "Go",
        "correction": "Change the details",
        "notes": notes,
        "reason": "so",
    }
    text = edited(LIST, Kind.CORRECT, answers)
    assert new_row(text, "Zaptec Go").cells[3] == shown(clean(notes))


@given(names())
def test_a_model_is_shown_as_it_was_typed(name: str):
    assume(is_read_as_typed(f"X1 {name}"))
    text = edited(LIST, Kind.ADD, {"brand": "Zaptec", "models": f"Zaptec X1 {name}", **ANSWERS})
    assert new_row(text, f"Zaptec X1 {name}").cells[0] == shown(f"Zaptec X1 {name}")


@given(names())
@example("Wallbox (NL)")
@example("C++")
def test_a_brand_is_shown_as_it_was_typed(brand: str):
    assume(not {brand.casefold()} & {"charge amps", "go-e", "zaptec", "more brands..."})
    assume(not is_only_rating(brand, VOCABULARY) and without_brackets(brand).strip())
    assume(is_read_as_typed(brand) and section_name(brand, SHAPE) == brand)
    text = edited(LIST, Kind.ADD_SECTION, {"brand": brand, "models": f"{brand} X1", **ANSWERS})
    page = Page(text)
    assert shown(brand) in [part.cell for part in page.parts if isinstance(part, Heading)]
    assert new_row(text, f"{brand} X1").cells[0] == shown(f"{brand} X1")


@given(hostile(8), addresses())
@example("Manual", "https://x.example/?a=1&copy;=2")
def test_a_source_is_shown_with_its_title_and_leads_to_its_address(title: str, address: str):
    wanted = clean(title).rstrip(" :-\N{EN DASH}\N{EM DASH}\N{RIGHTWARDS ARROW}|")
    assume(wanted and "://" not in wanted and "](" not in wanted + address and len(wanted) <= 120)
    assume(any(map(str.isalnum, wanted)) and not is_cut(address) and clean(title) == wanted)
    assume(without_emphasis(wanted) == wanted and is_read_alone(f"[x]({address})"))
    assume(not is_request(wanted))  # such as `y`, which is "and" in Spanish
    answers = {"brand": "Zaptec", "models": "Go 2", "sources": f"[{title}]({address})", **ANSWERS}
    cell = new_row(edited(LIST, Kind.ADD, answers), "Zaptec Go 2").cells[4]
    stored = read_link(f"[x]({address})").url
    assert cell == Cell(wanted, ((stored, wanted),))
    meant = without_entities(clean(address))
    assert unquote(stored).partition("example/")[2] == unquote(meant).partition("example/")[2]


def is_cut(address: str) -> bool:
    """Whether dots in an address look like what was cut off."""
    return ".." in address


def is_read_alone(address: str) -> bool:
    """Whether it is one address, and no more beside it."""
    try:
        return bool(read_link(address))
    except FieldErrors:
        return False


def place_of(address: str) -> str:
    """What an address leads to, with http or https, with or without a slash at its end."""
    return read_link(address).url.partition("://")[2].rstrip("/")


@given(st.lists(addresses().filter(is_read_alone), min_size=1, max_size=5, unique_by=place_of))
def test_bare_addresses_are_shown_with_the_name_of_their_host(typed: list[str]):
    sources = [read_link(clean(address)) for address in typed]
    answers = {"brand": "Zaptec", "models": "Go 2", "sources": "\n".join(typed), **ANSWERS}
    cell = new_row(edited(LIST, Kind.ADD, answers), "Zaptec Go 2").cells[4]
    assert cell.links == tuple((source.url, source.title) for source in sources)
    assert cell.text == " | ".join(source.title for source in sources)


LINES = st.lists(
    hostile(5) | st.sampled_from(["### Other", "#### Brand", " ### Brand", "### Brands", ""]),
    max_size=4,
)
BLOCKS = LINES.map("\n".join) | LINES.map(
    lambda lines: "\n".join(["~~~~ x", "### Brand", "```", *lines, "~~~~", "."])
)


@given(st.sampled_from(FORMS.forms), st.data(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_answers_come_back_from_the_body_of_an_issue(asked, data: st.DataObject, line_end: str):
    options = {
        field.id: st.lists(st.sampled_from(field.options or ["-"])).map(", ".join)
        for field in asked.fields
    }
    answers = {
        field.id: data.draw(options[field.id] if field.options else BLOCKS)
        for field in asked.fields
    }
    body = filled_in(asked.kind, **answers).replace("\n", line_end)
    found = read_answers(form(asked.kind), body)
    assert not found.problems
    assert found.texts == {field_id: answer.strip() for field_id, answer in answers.items()}
    recognised = form_of(FORMS, body)
    assert recognised
    assert recognised.questions == asked.questions


LABELS = st.sampled_from([f"### {field.label}" for asked in FORMS for field in asked.fields])
TYPED = st.sampled_from(
    [
        "```",
        "~~~",
        "_No response_",
        "None",
        "- [x] Cloud",
        "- [ ] 2.0",
        "1.6",
        "Zaptec",
        "Zaptec Go",
    ]
)
CHOSEN = st.sampled_from(
    [option for asked in FORMS for field in asked.fields for option in field.options]
)
BODIES = (
    st.lists(LABELS | LABELS | TYPED | CHOSEN | hostile(4) | st.text(max_size=30)).map("\n".join)
    | st.text()
)
KINDS = st.lists(
    st.sampled_from(["new-brand", "new-charger", "Invalid", "needs-info", "bug"]), max_size=3
).map(tuple)


def judged(title: str, body: str, labels: tuple[str, ...]) -> DesiredState:
    return desired_state(Situation(Issue(7, title, body, labels), LIST), FORMS)


@given(hostile(4), BODIES, KINDS)
@example("", "### Models\n```", ("new-brand",))
def test_any_text_gets_the_same_answer_each_time_and_never_an_error(
    title: str, body: str, labels: tuple[str, ...]
):
    first = judged(title, body, labels)
    assert first.error is None
    assert first.outcome is not Outcome.REPLY or first.comment
    judged("", new_charger(), ("new-charger",))
    assert judged(title, body, labels) == first


@given(st.data(), st.sampled_from(FORMS.forms))
def test_any_answers_to_a_form_get_an_answer(data: st.DataObject, asked):
    field = st.one_of(hostile(6), BLOCKS, TYPED, CHOSEN, names(), addresses())
    decision = submit(LIST, asked.kind, {each.id: data.draw(field) for each in asked.fields})
    assert decision.error is None
    assert EFFECTS[decision.status].outcome is not Outcome.NOTHING


@given(names(), hostile(), st.booleans())
def test_a_repeated_submission_is_called_a_duplicate(name: str, notes: str, is_new_brand: bool):
    assume(is_read_as_typed(f"X1 {name}"))
    brand = "Wallbox" if is_new_brand else "Zaptec"
    assume(is_text(notes) or not clean(notes))
    assume(not answers_a_choice(notes))
    answers = {
        "brand": brand,
        "models": f"X1 {name}",
        "notes": notes,
        "sources": "https://x.example",
        **ANSWERS,
    }
    again = submit(edited(LIST, Kind.ADD_SECTION, answers), Kind.ADD_SECTION, answers)
    assert (again.status, again.error) == (Status.DUPLICATE, None)


@given(hostile())
def test_a_repeated_correction_is_called_a_duplicate(notes: str):
    assume(is_text(notes) and not answers_a_choice(notes))
    answers = {
        "brand": "Zaptec",
        "model": "Pro",
        "correction": "Change the details",
        "reason": "so",
    }
    answers |= {"notes": notes, "ocpp_versions": "2.1, 1.6S", "sources": "https://x.example"}
    again = submit(edited(LIST, Kind.CORRECT, answers), Kind.CORRECT, answers)
    assert (again.status, again.error) == (Status.DUPLICATE, None)


def test_a_list_that_is_none_is_an_error_and_no_crash():
    body = correction()
    error = desired_state(Situation(Issue(7, "", body, ("invalid",)), "no list"), FORMS).error
    assert isinstance(error, ReadmeError)
