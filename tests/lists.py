"""Lists of chargers as people write them."""

from dataclasses import dataclass

from hypothesis import strategies as st

from bot.names.order import alphabetical_key
from tests.charger_list import identity, row_key

from .charger_list import SHAPE
from .page import LIST_HEADING, Heading, Page, anchors_of

BRANDS = (
    "ABB",
    "Alfen",
    "Charge Amps",
    "C++ Power",
    "Easee",
    "Élan",
    "EVBox (NL)",
    "go-e",
    "Ökö",
    "Zaptec",
    "Жар",
    "2.0",
)
WORDS = (
    "Go",
    "go x",
    "Pro",
    "Pro 2",
    "Pro 10",
    "Gemini",
    "Gemini 2.0",
    "Gemini Flex",
    "Home",
    "home²",
    "A-1",
    "A-1b",
)
RATINGS = ("", "", " 11 kW", " 22kW", " 7.4 kW", " 3,7 kW")
_NOTES = (
    "",
    " ",
    "plain",
    "a \\| b",
    "`code \\| pipe`",
    "**bold**",
    "x \u2028 y",
    "see [it](https://x.example)",
    "☁️",
    "&amp;",
)
_SOURCES = (
    "Source needed!",
    "[manual](https://x.example/a_b)",
    "[a](https://x.example) \\| [b](https://y.example)",
    "",
)
_ROW_STYLES = (
    "| {} |",
    "| {} |",
    "| {} |",
    "|{}|",
    "|  {}\t|  ",
    "  | {} |",
    "{}",
    "| {}",
    "| {} | one more |",
)
_JOINTS = {"|{}|": "|", "|  {}\t|  ": "  |\t"}
_DELIMITERS = (
    "| --- | --- | --- | --- | --- |",
    "|---|:--|--:|:-:|-|",
    "|-----|--|---|---|---------|",
    "--- | --- | --- | --- | ---",
)
_DECOYS: tuple[list[str], ...] = (
    [],
    ["```", "### Fenced", "", "| Model | OCPP Version |", "```", ""],
    ["<!--", "### Commented out", "-->", ""],
    ["> ### Quoted", ">", "> text", ""],
    ["Some prose with [a link](https://x.example), *stress* and", "two lines.", ""],
)
_TITLE = ["# Chargers", "", "A list.", "", "## Table of Contents", ""]
_CHAPTER = ["", "## OCPP Versions", "", "### 2.0.1", "", "Text.", "", f"## {LIST_HEADING}", ""]
_AFTERBRANDS: tuple[list[str], ...] = (["### More Brands...", "", "Add yours.", ""], [])
_LAST = ["## License", "", "| Model | Table of others |", "| --- | --- |", "| a | b |", ""]


WAYS = {"Cloud": "☁️ Cloud", "Direct": "🔌 Direct"}


@dataclass(frozen=True)
class WrittenList:
    """A list, with the names of its brands and their models, in order."""

    text: str
    brands: dict[str, list[str]]


@st.composite
def _rows(draw: st.DrawFn, model: str, is_plain: bool) -> str:
    cells = [
        model,
        draw(st.sampled_from(["1.6J", "1.6J / 2.0.1"])),
        draw(st.sampled_from(list(WAYS.values()))),
    ]
    cells += [draw(st.sampled_from(_NOTES)), draw(st.sampled_from(_SOURCES))]
    style = _ROW_STYLES[0] if is_plain else draw(st.sampled_from(_ROW_STYLES))
    if not is_plain and draw(st.integers(0, 9)) == 0:
        del cells[3:]
    return style.format(_JOINTS.get(style, " | ").join(cells))


@st.composite
def _sections(draw: st.DrawFn, name: str, models: list[str], blank_lines: int) -> list[str]:
    is_plain = draw(st.booleans())
    rows = [draw(_rows(model, is_plain)) for model in models]
    prose = draw(st.sampled_from([[], [], ["Made somewhere.", ""]]))
    below = draw(st.sampled_from([[], [], ["", "*Text below the table.*"]]))
    table = [f"| {' | '.join(SHAPE.header)} |", draw(st.sampled_from(_DELIMITERS)), *rows]
    return [f"### {name}", "", *prose, *table, *below, *[""] * blank_lines]


def _contents(text: list[str], bullet: str, indent: str) -> list[str]:
    """The table of contents for all chapters and the brands."""
    headings = [part for part in Page("\n".join(text)).parts if isinstance(part, Heading)]
    texts = [heading.cell.text for heading in headings]
    inside, lines = False, []
    for heading, anchor in zip(headings, anchors_of(texts), strict=True):
        inside = heading.cell.text == LIST_HEADING if heading.level == 2 else inside
        is_brand = (
            inside and heading.level == 3 and heading.cell.text not in {"Quoted", "More Brands..."}
        )
        if heading.level == 2 and heading.cell.text != "Table of Contents":
            lines.append(f"{bullet}[{heading.cell.text}](#{anchor})")
        elif is_brand:
            lines.append(f"{indent}{bullet}[{heading.cell.text}](#{anchor})")
    return lines


def _models(least: int) -> st.SearchStrategy[list[str]]:
    model = st.tuples(st.sampled_from(WORDS), st.sampled_from(RATINGS)).map("".join)
    return st.lists(model, min_size=least, max_size=5, unique_by=identity)


@st.composite
def lists(
    draw: st.DrawFn, in_order: bool = False, least_rows: int = 0, same_line_ends: bool = False
) -> WrittenList:
    found = draw(st.lists(st.sampled_from(BRANDS), min_size=1, max_size=4, unique=True))
    brands = sorted(found, key=alphabetical_key) if in_order or draw(st.booleans()) else found
    is_sorted, blank_lines = in_order or draw(st.booleans()), draw(st.integers(1, 2))
    models = {name: [f"{name} {model}" for model in draw(_models(least_rows))] for name in brands}
    models = {
        name: sorted(those, key=row_key) if is_sorted else those for name, those in models.items()
    }
    body = [line for name in brands for line in draw(_sections(name, models[name], blank_lines))]
    after = draw(st.sampled_from(_AFTERBRANDS)) + (_LAST if draw(st.integers(0, 3)) else [])
    rest = _CHAPTER + draw(st.sampled_from(_DECOYS)) + body + after
    bullet = draw(st.sampled_from(["- ", "* "]))
    contents = (
        _contents(_TITLE + rest, bullet, draw(st.sampled_from(["  ", "    "])))
        if draw(st.integers(0, 4))
        else []
    )
    return WrittenList(_joined(draw, _TITLE + contents + rest, same_line_ends), models)


def _joined(draw: st.DrawFn, lines: list[str], same_line_ends: bool) -> str:
    while not lines[-1]:
        lines = lines[:-1]
    mixed = st.lists(st.sampled_from(["\n", "\r\n"]), min_size=2, max_size=5)
    same = st.sampled_from([["\n"], ["\n"], ["\r\n"], ["\r"]])
    ends = draw(same if same_line_ends else same | mixed)
    text = "".join(line + ends[number % len(ends)] for number, line in enumerate(lines))
    text = text if draw(st.booleans()) else text.rstrip("\r\n")
    return draw(st.sampled_from(["", "", "\ufeff"])) + text
