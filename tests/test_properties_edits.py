"""An edit is the promised change and no other: for a reader, who sees the page, and in the bytes of the file."""

import re
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.names.cleaning import clean
from bot.names.order import brand_key, model_key, normalize_name

from .page import Cell, Heading, Link, Page, anchors_of, brand_places, list_start, row_places
from .promised import brand_entries, with_other_row, with_rows, with_section, without_entry
from .strategies import (
    Details,
    Document,
    add,
    correct,
    details,
    documents,
    hostile,
    new_brands,
    new_models,
)

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

# --- What stays, as bytes ------------------------------------------------------------------------------------------


def lines_of(text: str) -> list[str]:
    """The lines with their ends; a last line without one is closed, and where an entry leads is left open."""
    end = re.search(r"\r\n|\r|\n", text)[0]
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

# --- The properties ------------------------------------------------------------------------------------------------


@FEWER
@given(st.data(), documents(), details())
def test_a_charger_of_a_known_brand_brings_its_rows_and_nothing_else(
    data, document: Document, wanted: Details
):
    brand = data.draw(st.sampled_from(list(document.brands)))
    models = data.draw(new_models(brand, document.brands[brand]))
    after = add(document.text, brand, models, wanted)
    promised = with_rows(Page(document.text).parts, brand, [wanted.row(model) for model in models])
    assert Page(after).parts == promised
    assert_only_lines_come(document.text, after, len(models))


@FEWER
@given(st.data(), documents(), details())
def test_a_new_brand_brings_its_section_and_its_entry_and_nothing_else(
    data, document: Document, wanted: Details
):
    brand = data.draw(new_brands(document.brands))
    models = data.draw(new_models(brand))
    after = add(document.text, brand, models, wanted)
    before = Page(document.text).parts
    promised = with_section(before, brand, [wanted.row(model) for model in models])
    assert Page(after).parts == promised
    has_entry = bool(brand_entries(before, list(document.brands)))
    extra = len(lines_of(after)) - len(lines_of(document.text)) - len(models) - has_entry
    assert (
        extra
        in {
            4,
            5,
        }
    )  # heading, blank line, header, delimiters; one blank line around them, or none at the very end
    assert_only_lines_come(document.text, after, extra + len(models) + has_entry)


@FEWER
@given(
    st.data(),
    documents(least_rows=1),
    details(),
    st.sets(st.sampled_from(["ocpp_versions", "communication", "notes", "sources"]), min_size=1),
)
def test_details_change_their_cells_and_nothing_else(
    data, document: Document, wanted: Details, chosen: set[str]
):
    brand = data.draw(st.sampled_from(list(document.brands)))
    model = data.draw(st.sampled_from(document.brands[brand]))
    answers = {
        field: answer
        for field, answer in wanted.answers.items()
        if field in chosen and clean(answer)
    }
    cells = {i: cell for i, (field, cell) in enumerate(wanted.cells.items(), 1) if field in answers}
    assume(cells)
    before = Page(document.text)
    promised = with_other_row(before.parts, brand, model, cells)
    assume(promised != before.parts)
    after = correct(document.text, brand, model, "Change the details", **answers)
    assert Page(after).parts == promised
    (changed,) = [
        (one, other)
        for one, other in zip(lines_of(document.text), lines_of(after), strict=True)
        if one != other
    ]
    old, new = (re.split(r"(?<!\\)\|", line) for line in changed)
    assert len(old) != len(new) or sum(
        one != other for one, other in zip(old, new, strict=True)
    ) <= len(cells)


@FEWER
@given(st.data(), documents(least_rows=1))
def test_a_rename_changes_the_name_and_moves_the_row_only_out_of_disorder(data, document: Document):
    brand = data.draw(st.sampled_from(list(document.brands)))
    model = data.draw(st.sampled_from(document.brands[brand]))
    new_model = data.draw(new_models(brand, document.brands[brand]))[0]
    after = correct(document.text, brand, model, "Rename the model", new_model=new_model)
    assert Page(after).parts == with_other_row(
        Page(document.text).parts, brand, model, {0: Cell(new_model)}
    )
    old, new = lines_of(document.text), lines_of(after)
    assert len(old) == len(new)
    assert (
        len([line for line in old if line not in new])
        == len([line for line in new if line not in old])
        == 1
    )
    rest = [[line for line in some if line in other] for some, other in ((old, new), (new, old))]
    assert rest[0] == rest[1]


@FEWER
@given(st.data(), documents(least_rows=1))
def test_a_removal_takes_the_row_or_with_the_last_one_the_section(data, document: Document):
    brand = data.draw(st.sampled_from(list(document.brands)))
    models = document.brands[brand]
    assume(len(models) > 1 or len(document.brands) > 1)
    model = data.draw(st.sampled_from(models))
    after = correct(document.text, brand, model, "Remove the entry")
    assert Page(after).parts == without_entry(Page(document.text).parts, brand, model)
    assert len(models) == 1 or len(lines_of(after)) == len(lines_of(document.text)) - 1
    assert_only_lines_go(document.text, after)


Step = tuple[str, str, Details]


@st.composite
def independent_steps(draw: st.DrawFn, document: Document) -> list[Step]:
    """Chargers of known and new brands, each to be added by itself."""
    known = draw(st.lists(st.sampled_from(list(document.brands)), max_size=2, unique=True))
    new = draw(st.lists(new_brands(document.brands), max_size=3, unique_by=normalize_name))
    chargers = [
        (b, model)
        for b in [*known, *new]
        for model in draw(new_models(b, document.brands.get(b, ())))
    ]
    return [(brand, model, draw(details())) for brand, model in chargers]


def after_steps(text: str, steps: list[Step]) -> str:
    for brand, model, wanted in steps:
        text = add(text, brand, [model], wanted)
    return text


@FEWER
@given(st.data(), documents(in_order=True, same_line_ends=True))
def test_independent_additions_make_the_same_list_in_any_order(data, document: Document):
    steps = data.draw(independent_steps(document))
    assert after_steps(document.text, steps) == after_steps(
        document.text, data.draw(st.permutations(steps))
    )


@FEWER
@given(st.data(), documents(in_order=True))
def test_a_list_in_order_stays_in_order_and_its_contents_lead_where_they_say(
    data, document: Document
):
    parts = Page(after_steps(document.text, data.draw(independent_steps(document)))).parts
    brands = [name for name, _, _ in brand_places(parts)]
    assert brands == sorted(brands, key=brand_key)
    for brand in brands:
        models = [parts[place].cells[0].text for place in row_places(parts, brand)[1:]]
        assert models == sorted(models, key=model_key)
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
@given(st.data(), documents(least_rows=1), details())
def test_removing_the_charger_just_added_gives_back_every_byte(
    data, document: Document, wanted: Details
):
    brand = data.draw(st.sampled_from(list(document.brands)))
    model = data.draw(new_models(brand, document.brands[brand]))[0]
    after = add(document.text, brand, [model], wanted)
    assert correct(after, brand, model, "Remove the entry") == document.text


@FEWER
@given(st.data(), documents(), details())
def test_removing_the_only_charger_of_a_brand_just_added_gives_back_every_byte(
    data, document: Document, wanted: Details
):
    brand = data.draw(new_brands(document.brands))
    model = data.draw(new_models(brand))[0]
    after = add(document.text, brand, [model], wanted)
    assert correct(after, brand, model, "Remove the entry") == document.text


@FEWER
@given(st.data(), documents(least_rows=1), hostile(4))
def test_a_correction_there_and_back_gives_back_every_byte_of_a_plain_row(
    data, document: Document, notes: str
):
    brand = data.draw(st.sampled_from(list(document.brands)))
    wanted = Details(("1.6J",), ("Cloud",), "as it was", ())
    model = data.draw(new_models(brand, document.brands[brand]))[0]
    before = add(document.text, brand, [model], wanted)
    assume(notes.strip())
    changed = correct(
        before, brand, model, "Change the details", notes=f"x {notes}", ocpp_versions="2.1"
    )
    assert (
        correct(
            changed, brand, model, "Change the details", notes="as it was", ocpp_versions="1.6J"
        )
        == before
    )
