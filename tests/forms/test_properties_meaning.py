"""A value reads as itself, a brand is never there twice, and a suggestion is right."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.decision.decision import AppliedProposal
from bot.decision.proposal import Refusal
from bot.forms.form import Kind
from bot.forms.typed_links import read_link, read_links
from bot.forms.values import read_typed_name
from bot.names.full_name import without_section
from bot.names.near import is_near_name, nearest
from bot.names.near_section import is_near_section
from bot.names.order import normalize_name
from bot.names.stand_ins import replaces_name
from bot.names.vocabulary import NOTHING, is_nothing
from bot.rules import value_rules
from bot.rules.rule import FieldErrors
from tests.asked import submit
from tests.charger_list import LIST, SHAPE, VOCABULARY, full_name, identity
from tests.strategies import addresses, hostile, names

BRANDS = st.sampled_from(
    ["Zaptec", "Charge Amps", "go-e", "EN+", "Volt Électrique", "ABB", "E3/DC"]
)
OWN_NAMES = st.sampled_from(
    ["Go 3", "Halo", "PRO CABLE", "Terra 54", "Caro 22 kW", "X1", "Uno Duo"]
)
SHAPES = st.sampled_from(
    [
        "{brand} {own}",
        "{brand} {brand} {own}",
        "{brand} {brand} {brand} {own}",
        "The {brand} {own}",
        "der {brand} {own}",
        "EV charger {brand} {own}",
        "{brand}-{own}",
        "{brand}: {own}",
        "{brand}® {own}",
        "{own} by {brand}",
        "{own} von {brand}",
        "{own} ({brand})",
        "{brand} {own} {brand}",
        "{own}",
    ]
)
CASES = st.sampled_from([str, str.upper, str.lower])


@given(BRANDS, OWN_NAMES, SHAPES, CASES)
def test_a_brand_is_in_front_of_a_model_once_however_often_it_was_typed(brand, own, shape, case):
    typed = shape.format(brand=case(brand), own=own)
    assert full_name(brand, typed) == f"{brand} {own}"


@given(BRANDS, OWN_NAMES)
def test_a_brand_written_together_with_its_model_is_taken_apart(brand: str, own: str):
    joined = "".join(brand.split()) + own
    assume(own[0].isupper() and own[1:2].islower())
    is_word = brand.isalpha() and brand[-1].islower()  # as in `DeltaGrid` under Delta
    assert full_name(brand, joined) == f"{brand} {joined if is_word else own}"


@given(names(), names())
def test_a_full_name_is_its_own_full_name(brand: str, model: str):
    full = full_name(brand, model)
    again = full_name(brand, full)
    assert again == full or len(without_section(brand, full, VOCABULARY)) < len(full) - len(brand)
    assert full.startswith(brand)


@given(st.text(max_size=20) | names() | hostile(4))
def test_a_name_that_is_read_reads_as_itself(answer: str):
    try:
        name = read_typed_name(answer, 60, SHAPE)
    except FieldErrors:
        return
    assert read_typed_name(name, 60, SHAPE) == name


AROUND = st.sampled_from(
    [
        *("", "", "Manual", "see", "(German)", "- data sheet", "page 12", "Please add", "and"),
        *("https//x.example/y", "www.x.example/y", "[M](", "h", *'",;[]():!<>', "**"),
    ]
)


@given(st.lists(AROUND | addresses(), min_size=1, max_size=5).map(" ".join))
def test_a_suggested_source_reads_as_itself(line: str):
    try:
        sources = read_links(line)
    except FieldErrors as errors:
        for _, _, facts in errors.args:
            if meant := str(facts.get("suggestion", "")):
                found = read_link(meant)
                assert read_link(str(found)) == found
        return
    for source in sources:
        assert read_link(str(source)) == source


@given(names(), names())
def test_nearness_goes_both_ways_and_is_no_identity(one: str, other: str):
    assert is_near_name(one, other, VOCABULARY) == is_near_name(other, one, VOCABULARY)
    assert is_near_section(one, other, VOCABULARY) == is_near_section(other, one, VOCABULARY)
    assert not is_near_name(one, one, VOCABULARY)


CODES = st.from_regex(r"[A-Z]{1,3}[0-9]{2,3}[A-Z]{0,2}", fullmatch=True)


@given(CODES, CODES)
def test_codes_with_a_digit_are_near_only_if_they_have_the_same_characters(one: str, other: str):
    is_rating = one.casefold().endswith("kw") or other.casefold().endswith("kw")
    assume(not is_rating)
    assert (
        not is_near_name(f"Box {one}", f"Box {other}", VOCABULARY)
        or one.casefold() == other.casefold()
    )


@given(st.lists(names(), max_size=8, unique_by=identity), st.data())
def test_a_listed_name_is_its_own_nearest(listed: list[str], data: st.DataObject):
    assume(listed)
    name = data.draw(st.sampled_from(listed))
    found = nearest(name, listed, VOCABULARY)
    assert not found or normalize_name(name) in map(normalize_name, found)


@pytest.mark.parametrize("word", sorted(NOTHING))
def test_words_for_nothing_are_no_name(word: str):
    assert is_nothing(word)
    assert replaces_name(word, VOCABULARY)


@given(
    st.sampled_from(["brand", "models"]),
    names(),
    st.sampled_from(['"{}"', "**{}**", "{},", "«{}»"]),
)
def test_marks_around_a_name_are_no_part_of_it(field: str, name: str, marks: str):
    assume(not set(name) & set("\"'’“”*,;:.&"))
    answers = {
        "brand": "Voltwerk",
        "models": "Box",
        "ocpp_versions": "1.6J",
        "communication": "Cloud",
    }
    plain = submit(LIST, Kind.ADD_SECTION, answers | {field: f"Q1 {name} Z"})
    marked = submit(LIST, Kind.ADD_SECTION, answers | {field: marks.format(f"Q1 {name} Z")})
    if isinstance(plain.about, AppliedProposal):
        assert isinstance(marked.about, AppliedProposal)
        assert marked.about.applied.after.text == plain.about.applied.after.text
    else:
        assert isinstance(plain.about, Refusal)
        assert isinstance(marked.about, Refusal)
        rules = [problem.rule for problem in marked.about.problems]
        assert rules == [problem.rule for problem in plain.about.problems]
        assert value_rules.MISSING not in rules
