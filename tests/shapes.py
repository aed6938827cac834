"""Lists of other shapes than that of the charger list, as files and texts."""

from dataclasses import dataclass

from hypothesis import strategies as st

from bot.document.apply import apply_change
from bot.document.cells import CellContent, Link
from bot.document.changes import Addition, Alteration, Change, NewRow, Removal
from bot.document.document import Document
from bot.document.parse import parse
from bot.document.values import value_content
from bot.shape.list_file import ListFile
from bot.shape.load import bind
from bot.shape.ordering import is_date_column, section_key
from bot.shape.plain import take_settings
from bot.shape.shape import ColumnShape, Shape

_OPTIONS = ("Free", "Paid", "For a fee")
_ORDERS = ("natural", "alphabetical", "newest-first", "oldest-first", "top", "bottom")
_SECTIONS = ("Audio", "Video (old)", "C++", "Éditeurs", "Games & Toys", "2023", "2024-05")
_NAMES = ("Ada", "b2", "b10", "Caddy", "Élan", "go_x", "Zoo | Park", "x*y", "1.0", "Notes")
_TEXTS = ("", "plain", "a | b", "*", "see #1", "2024-05-01", "2023", "`c`")
_DATES = ("", "2024-05-01", "2023")
_LINKS = (
    (),
    (Link("Manual", "https://x.example/a_b"),),
    (Link("A [b]", "https://y.example/%28c%29"),),
)


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """A list file with names as text or links, with and without sections, in any order."""
    has_sections = draw(st.booleans())
    name: dict = {"kind": "name", "field": "name"}
    if draw(st.booleans()):
        name["address"] = "url"
    choice: dict = {"kind": draw(st.sampled_from(["choice", "choices"])), "field": "price"}
    if draw(st.booleans()):
        choice |= {"shown": {"Free": "✅ Free"}, "separator": ", ", "empty": "?"}
    links = {"kind": "links", "field": "links", "empty": draw(st.sampled_from(["", "None yet"]))}
    others = {"About": {"kind": "text", "field": "about"}, "Price": choice, "Links": links}
    chosen = draw(st.lists(st.sampled_from(list(others)), min_size=1, unique=True))
    columns = {"Name": name, **{column: others[column] for column in chosen}}
    columns = {column: columns[column] for column in draw(st.permutations(list(columns)))}
    rows = st.sampled_from(_ORDERS) | st.just({"by": chosen[0], "how": "newest-first"})
    orders = {"rows": draw(rows), "sections": draw(st.sampled_from(_ORDERS))}
    settings = {
        "heading": draw(st.sampled_from([None, "The list"])),
        "entry": "tool",
        "sections": {"field": "section", "name": "group"} if has_sections else None,
        "columns": columns,
        "order": orders,
        "forms": {"add": "add.yml"},
    }
    return bind(take_settings(ListFile, settings), {"price": _OPTIONS})


@dataclass(frozen=True)
class ShapedList:
    """A list of some shape, read from the text of its README.md."""

    document: Document
    names: dict[str, list[str]]  # by section; one without a name where there are none

    @property
    def shape(self) -> Shape:
        return self.document.shape


def contents(draw: st.DrawFn, shape: Shape, name: str) -> tuple[CellContent, ...]:
    """The cells of an entry with this name."""
    return tuple(_content(draw, shape, column, name) for column in shape.columns)


def _content(draw: st.DrawFn, shape: Shape, column: ColumnShape, name: str) -> CellContent:
    if column.kind == "name":
        return value_content(column, name, "https://x.example/n" if column.address else None)
    if column.kind == "text":
        texts = _DATES if is_date_column(shape, column) else _TEXTS
        return value_content(column, draw(st.sampled_from(texts)), None)
    if column.kind == "links":
        return value_content(column, draw(st.sampled_from(_LINKS)), None)
    most = 1 if column.kind == "choice" else 3
    least = 0 if column.empty else 1
    options = st.lists(st.sampled_from(_OPTIONS), min_size=least, max_size=most, unique=True)
    return value_content(column, tuple(draw(options)), None)


@st.composite
def new_rows(draw: st.DrawFn, shape: Shape, names: list[str]) -> NewRow:
    name = draw(st.sampled_from(names))
    return NewRow(name, contents(draw, shape, name))


@st.composite
def shaped_lists(draw: st.DrawFn) -> ShapedList:
    """A list in order, made of a bare page by additions."""
    shape = draw(shapes())
    sections = [""]
    if shape.has_sections:
        found = draw(st.lists(st.sampled_from(_SECTIONS), min_size=1, max_size=3, unique=True))
        key = section_key(shape)
        sections = sorted(found, key=key) if key else found
    names = {}
    for section in sections:
        names[section] = draw(st.lists(st.sampled_from(_NAMES[:6]), max_size=3, unique=True))
    lines = _page(draw, shape, sections)
    document = parse("\n".join(lines) + "\n", shape).checked()
    for section, own in names.items():
        rows = tuple(NewRow(name, contents(draw, shape, name)) for name in own)
        if rows:
            document = apply_change(document, Addition(section, rows)).after
    return ShapedList(document, names)


def _page(draw: st.DrawFn, shape: Shape, sections: list[str]) -> list[str]:
    """A page whose tables have no rows; a section may have two, one below a heading of its own."""
    heading = shape.file.heading
    lines = ["# Things", "", "Some prose | with a pipe.", ""]
    if draw(st.booleans()):
        lines += ["## Contents", "", *_entries(heading, sections), ""]
    if heading:
        lines += [f"## {heading}", ""]
    table = [f"| {' | '.join(shape.header)} |", f"|{' --- |' * len(shape.header)}", ""]
    for section in sections:
        if section:
            lines += [f"{'###' if heading else '##'} {section}", ""]
        lines += table
        if section and draw(st.booleans()):
            lines += [f"{'####' if heading else '###'} Older ones", "", "Text.", "", *table]
    return [*lines, "## License", "", "MIT"]


def _entries(heading: str | None, sections: list[str]) -> list[str]:
    """The entries of the table of contents, those of sections below that of the list."""
    above = [f"- [{heading}](#{_anchor(heading)})"] if heading else []
    indent = "  " if heading else ""
    inside = [f"{indent}- [{name}](#{_anchor(name)})" for name in sections if name]
    return [*above, *inside, "- [License](#license)"]


def _anchor(section: str) -> str:
    kept = [char for char in section.lower() if char.isalnum() or char in " -"]
    return "".join(kept).replace(" ", "-")


@st.composite
def changes(draw: st.DrawFn, shaped: ShapedList) -> Change:
    """A change of a list which it can take."""
    section = draw(st.sampled_from(list(shaped.names)))
    own = shaped.names[section]
    if not own or draw(st.booleans()):
        rows = draw(st.lists(new_rows(shaped.shape, list(_NAMES[6:])), min_size=1, max_size=2))
        return Addition(section, tuple({row.name: row for row in rows}.values()))
    name = draw(st.sampled_from(own))
    if len(own) > 1 and draw(st.booleans()):
        return Removal(section, name)
    new_name = draw(st.sampled_from([name, *_NAMES[6:]]))
    cells = contents(draw, shaped.shape, new_name)
    kept = draw(st.lists(st.booleans(), min_size=len(cells), max_size=len(cells)))
    index = shaped.shape.name_column.index
    given = []
    for place, (cell, is_kept) in enumerate(zip(cells, kept, strict=True)):
        is_other = new_name != name if place == index else not is_kept
        given.append(cell if is_other else None)
    return Alteration(section, name, new_name, tuple(given))
