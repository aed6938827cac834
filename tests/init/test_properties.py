"""Lists of any shape, written as people write them: init sees the shape, and entries fit in."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.document.apply import apply_change
from tests.init.reading import addition, written

WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "jetty")
PHRASES = st.lists(st.sampled_from(WORDS), min_size=3, max_size=6).map(" ".join)
HOSTS = st.sampled_from(WORDS).map(lambda word: f"https://{word}.example/")
PRICES = ("Free", "Paid", "Trial")
SYSTEMS = ("Linux", "macOS", "Windows")
YES_NO = (("Yes", "No"), ("✅", "❌"), (":white_check_mark:", ":x:"), ("✔️", "✖️"))


@dataclass(frozen=True)
class Column:
    """A column to write: its kind in list.yml, its name, and the strategy of its cells."""

    kind: str
    name: str
    cells: st.SearchStrategy


@dataclass(frozen=True)
class Made:
    """A README.md, and what is in it."""

    text: str
    columns: list[Column]
    sections: list[str]


@st.composite
def columns(draw) -> list[Column]:
    """Columns of some kinds, each at most once, the name among them."""
    separator = draw(st.sampled_from((" / ", ", ", "; ")))
    several = st.lists(st.sampled_from(SYSTEMS), min_size=1, unique=True)
    known = [
        Column("text", "Details", PHRASES),
        Column("choice", "Price", st.sampled_from(PRICES)),
        Column("choices", "Systems", several.map(lambda words: separator.join(sorted(words)))),
        Column("yes/no", "Offline", st.sampled_from(draw(st.sampled_from(YES_NO)))),
        Column("links", "Site", HOSTS.map(lambda host: f"[Website]({host})")),
    ]
    chosen = draw(st.lists(st.sampled_from(known), unique_by=lambda column: column.kind))
    name = st.just("{}")
    if draw(st.booleans()):
        name = HOSTS.map(lambda host: f"[{{}}]({host})")
    chosen.insert(draw(st.integers(0, len(chosen))), Column("name", "Tool", name))
    return chosen


@st.composite
def lists(draw) -> Made:
    chosen = draw(columns())
    hashes = "#" * draw(st.integers(2, 4))
    sections = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
    parts = ["# Some tools", "Text."]
    number = 0
    for section in sections:
        rows = [f"| {' | '.join(column.name for column in chosen)} |"]
        rows.append("|" + " --- |" * len(chosen))
        for _ in range(draw(st.integers(9, 12))):
            number += 1
            cells = [draw(column.cells).format(f"Tool {number:03}") for column in chosen]
            rows.append(f"| {' | '.join(cells)} |")
        parts += [f"{hashes} {section}", "\n".join(rows)]
    return Made("\n\n".join([*parts, "## License", "MIT.\n"]), chosen, sections)


@settings(deadline=None)
@given(lists())
def test_columns_and_sections_are_recognised(made):
    found = written(made.text)
    assert found.shape.header == tuple(column.name for column in made.columns)
    assert found.shape.name_column.name == "Tool"
    for column, expected in zip(found.shape.columns, made.columns, strict=True):
        if expected.kind in {"name", "text", "links"}:
            assert column.kind == expected.kind
        else:  # by chance, its cells can be those of a text
            assert column.kind in {expected.kind, "choice", "text", "yes/no"}
    names = [section.name for section in found.document.sections]
    assert names == (made.sections if len(made.sections) > 1 else [""])


@settings(deadline=None)
@given(lists(), st.data())
def test_an_entry_lands_in_its_table(made, data):
    found = written(made.text)
    place = data.draw(st.integers(0, len(found.document.sections) - 1))
    target = found.document.sections[place]
    change = addition(found.shape, target.name, "Tool 999", {})
    after = apply_change(found.document, change).after.sections[place]
    assert [row.name for row in after.rows] == [*(row.name for row in target.rows), "Tool 999"]
