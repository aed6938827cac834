"""An edit is the promised change and no other, for a reader of the page and in bytes."""

import re
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.names.cleaning import clean
from bot.names.order import alphabetical_key, normalize_name
from tests.asked import Details, add, correct, details, new_brands, new_models
from tests.charger_list import row_key
from tests.lists import WrittenList, lists
from tests.page import (
    Cell,
    Heading,
    Link,
    Page,
    anchors_of,
    brand_places,
    list_start,
    row_at,
    row_places,
)
from tests.promised import (
    brand_entries,
    name_in,
    with_other_row,
    with_rows,
    with_section,
    without_entry,
)
from tests.strategies import hostile, is_text

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    """The lines with their ends, the last one closed, without the targets of entries."""
    (end, *_) = re.findall(r"\r\n|\r|\n", text)
    closed = text if text[-1] in "\r\n" else text + end
    return [re.sub(r"\]\(#[^)]*\)", "](#)", line) for line in LINE.findall(closed)]


def is_within(few: list[str], many: list[str]) -> bool:
    """Whether lines are all there, in the same order, among others."""
    rest = iter(many)
    return all(line in rest for line in few)


def assert_only_lines_come(before: str, after: str, count: int) -> None:
    old, new = lines_of(before), lines_of(after)
    assert is_within(old, new)
    assert len(new) == len(old) + count
    assert (before[-1] in "\r\n") == (after[-1] in "\r\n")
    for above, line in pairwise(new[:-1]):
        assert line in old or line.endswith("\r\n") == above.endswith("\r\n")


def assert_only_lines_go(before: str, after: str) -> None:
    assert is_within(lines_of(after), lines_of(before))
    assert (before[-1] in "\r\n") == (after[-1] in "\r\n")


FEWER = settings(max_examples=50)  # a list takes a while to think up


@FEWER
@given(st.data(), lists(), details())
def test_a_charger_of_a_known_brand_brings_its_rows_and_nothing_else(
    data, written: WrittenList, wanted: Details
):
    brand = data.draw(st.sampled_from(list(written.brands)))
    models = data.draw(new_models(brand, written.brands[brand]))
    after = add(written.text, brand, models, wanted)
    promised = with_rows(Page(written.text).parts, brand, [wanted.row(model) for model in models])
    assert Page(after).parts == promised
    assert_only_lines_come(written.text, after, len(models))


@FEWER
@given(st.data(), lists(), details())
def test_a_new_brand_brings_its_section_and_its_entry_and_nothing_else(
    data, written: WrittenList, wanted: Details
):
    brand = data.draw(new_brands(written.brands))
    models = data.draw(new_models(brand))
    after = add(written.text, brand, models, wanted)
    before = Page(written.text).parts
    promised = with_section(before, brand, [wanted.row(model) for model in models])
    assert Page(after).parts == promised
    has_entry = bool(brand_entries(before, list(written.brands)))
    extra = len(lines_of(after)) - len(lines_of(written.text)) - len(models) - has_entry
    # Heading, empty line, header, delimiters; one empty line around them, or none at the very end.
    assert extra in {4, 5}
    assert_only_lines_come(written.text, after, extra + len(models) + has_entry)


@FEWER
@given(
    st.data(),
    lists(least_rows=1),
    details(),
    st.sets(st.sampled_from(["ocpp_versions", "communication", "notes", "sources"]), min_size=1),
)
def test_details_change_their_cells_and_nothing_else(
    data, written: WrittenList, wanted: Details, chosen: set[str]
):
    brand = data.draw(st.sampled_from(list(written.brands)))
    model = data.draw(st.sampled_from(written.brands[brand]))
    answers = {
        field: answer
        for field, answer in wanted.answers.items()
        if field in chosen and clean(answer)
    }
    cells = {i: cell for i, (field, cell) in enumerate(wanted.cells.items(), 1) if field in answers}
    assume(cells)
    before = Page(written.text)
    promised = with_other_row(before.parts, brand, model, cells)
    assume(promised != before.parts)
    after = correct(written.text, brand, model, "Change the details", **answers)
    assert Page(after).parts == promised
    (changed,) = [
        (one, other)
        for one, other in zip(lines_of(written.text), lines_of(after), strict=True)
        if one != other
    ]
    old, new = (re.split(r"(?<!\\)\|", line) for line in changed)
    assert len(old) != len(new) or sum(
        one != other for one, other in zip(old, new, strict=True)
    ) <= len(cells)


@FEWER
@given(st.data(), lists(least_rows=1))
def test_a_rename_changes_the_name_and_moves_the_row_only_out_of_disorder(
    data, written: WrittenList
):
    brand = data.draw(st.sampled_from(list(written.brands)))
    model = data.draw(st.sampled_from(written.brands[brand]))
    new_model = data.draw(new_models(brand, written.brands[brand]))[0]
    after = correct(written.text, brand, model, "Rename the model", new_model=new_model)
    assert Page(after).parts == with_other_row(
        Page(written.text).parts, brand, model, {0: Cell(new_model)}
    )
    old, new = lines_of(written.text), lines_of(after)
    assert len(old) == len(new)
    assert (
        len([line for line in old if line not in new])
        == len([line for line in new if line not in old])
        == 1
    )
    rest = [[line for line in some if line in other] for some, other in ((old, new), (new, old))]
    assert rest[0] == rest[1]


@FEWER
@given(st.data(), lists(least_rows=1))
def test_a_removal_takes_the_row_or_with_the_last_one_the_section(data, written: WrittenList):
    brand = data.draw(st.sampled_from(list(written.brands)))
    models = written.brands[brand]
    assume(len(models) > 1 or len(written.brands) > 1)
    model = data.draw(st.sampled_from(models))
    after = correct(written.text, brand, model, "Remove the entry")
    assert Page(after).parts == without_entry(Page(written.text).parts, brand, model)
    assert len(models) == 1 or len(lines_of(after)) == len(lines_of(written.text)) - 1
    assert_only_lines_go(written.text, after)


Step = tuple[str, str, Details]


@st.composite
def independent_steps(draw: st.DrawFn, written: WrittenList) -> list[Step]:
    """Chargers of known and new brands, each to be added by itself."""
    known = draw(st.lists(st.sampled_from(list(written.brands)), max_size=2, unique=True))
    new = draw(st.lists(new_brands(written.brands), max_size=3, unique_by=normalize_name))
    chargers = [
        (b, model)
        for b in [*known, *new]
        for model in draw(new_models(b, written.brands.get(b, ())))
    ]
    return [(brand, model, draw(details())) for brand, model in chargers]


def after_steps(text: str, steps: list[Step]) -> str:
    for brand, model, wanted in steps:
        text = add(text, brand, [model], wanted)
    return text


@FEWER
@given(st.data(), lists(in_order=True, same_line_ends=True))
def test_independent_additions_make_the_same_list_in_any_order(data, written: WrittenList):
    steps = data.draw(independent_steps(written))
    assert after_steps(written.text, steps) == after_steps(
        written.text, data.draw(st.permutations(steps))
    )


@FEWER
@given(st.data(), lists(in_order=True))
def test_a_list_in_order_stays_in_order_and_its_contents_lead_where_they_say(
    data, written: WrittenList
):
    parts = Page(after_steps(written.text, data.draw(independent_steps(written)))).parts
    brands = [name for name, _, _ in brand_places(parts)]
    assert brands == sorted(brands, key=alphabetical_key)
    for brand in brands:
        models = [name_in(row_at(parts, place)) for place in row_places(parts, brand)[1:]]
        assert models == sorted(models, key=row_key)
    headings = [part.cell.text for part in parts if isinstance(part, Heading)]
    leads = dict(zip(anchors_of(headings), headings, strict=True))
    entries = [
        part
        for part in parts[: list_start(parts)]
        if isinstance(part, Link) and part.href[0] == "#"
    ]
    assert [leads[entry.href[1:]] for entry in entries] == [entry.text for entry in entries]
    assert not entries or {*brands} <= {entry.text for entry in entries}


@FEWER
@given(st.data(), lists(least_rows=1), details())
def test_removing_the_charger_just_added_gives_back_every_byte(
    data, written: WrittenList, wanted: Details
):
    brand = data.draw(st.sampled_from(list(written.brands)))
    model = data.draw(new_models(brand, written.brands[brand]))[0]
    after = add(written.text, brand, [model], wanted)
    assert correct(after, brand, model, "Remove the entry") == written.text


@FEWER
@given(st.data(), lists(), details())
def test_removing_the_only_charger_of_a_brand_just_added_gives_back_every_byte(
    data, written: WrittenList, wanted: Details
):
    brand = data.draw(new_brands(written.brands))
    model = data.draw(new_models(brand))[0]
    after = add(written.text, brand, [model], wanted)
    assert correct(after, brand, model, "Remove the entry") == written.text


@FEWER
@given(st.data(), lists(least_rows=1), hostile(4))
def test_a_correction_there_and_back_gives_back_every_byte_of_a_plain_row(
    data, written: WrittenList, notes: str
):
    brand = data.draw(st.sampled_from(list(written.brands)))
    wanted = Details(("1.6J",), ("Cloud",), "as it was", ())
    model = data.draw(new_models(brand, written.brands[brand]))[0]
    before = add(written.text, brand, [model], wanted)
    assume(notes.strip() and is_text(f"x {notes}"))
    changed = correct(
        before, brand, model, "Change the details", notes=f"x {notes}", ocpp_versions="2.1"
    )
    assert (
        correct(
            changed, brand, model, "Change the details", notes="as it was", ocpp_versions="1.6J"
        )
        == before
    )
