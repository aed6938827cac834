"""What the properties share: hostile answers, lists as people write them, and what people ask for."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bot.decision.situation import Situation
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.forms.values import read_typed_name
from bot.names.cleaning import clean, forbidden_in_name, has_hidden_space, mixed_word
from bot.names.order import brand_key, identity, model_key, normalize_name
from bot.names.several import Several, several_brands, several_models
from bot.names.vocabulary import is_nothing
from bot.render.desired import DesiredState, desired_state
from bot.rules.rule import FieldErrors

from .charger_list import SHAPE
from .page import LIST_HEADING, Cell, Heading, Page, Row, anchors_of
from .stage import FORMS, filled_in, form

settings.register_profile(
    "properties",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    max_examples=120,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
settings.load_profile("properties")

HEADER = ("Model", "OCPP Version", "Communication", "Notes", "Source")
VERSIONS = ("1.6S", "1.6J", "2.0", "2.0.1", "2.1")
WAYS = {"Cloud": "☁️ Cloud", "Direct": "🔌 Direct"}

# --- Text that would like to be more than text ---------------------------------------------------------------------

_PIECES = str.split("""
| || \\ \\| \\\\| \\\\\\| ` `` * ** _ __ ~ ~~ [ ] ]( [x] [^1] ![ ](http://x.y) < > << <b> </td> <br> <img/src=x> <a@b.c>
<http://x.y> <!-- --> <!-- &amp; &lt;b&gt; &#124; &#x7c; &nbsp; &copy & @ @name @-x @org/team a@b.c a@-b.c a@.b.c
a_b@c.de # #12 GH-12 org/repo#3 www. www.x.y http:// http://x.y https://x.y/a_b ftp://x.y mailto:a@b.c xmpp:a@b.c/d :
:car: :+1: :a:b: $ $x$ $$ $`x`$ ^ = + - -- --- | --- | 1. ! " ' ( ) {{x}} /* // % é e\u0301 \u0301 ﬁ \u212b 日本 Ж ß İ
☁\ufe0f 🔌 👍🏽 👨\u200d👩\u200d👧 a b x 1 2.0.1 kW
""")
_BLANKS = [
    " ",
    " ",
    "  ",
    "\t",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2029",
    "\u00a0",
    "\u3000",
]
_UNSEEN = [
    "\0",
    "\x1b",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u00ad",
    "\u1160",
    "\U000e0041",
]
_UNSEEN += ["\u034f", "\ufe00", "\ufe0f", "\U000e0100"]
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")
_STARTS_FENCE = re.compile(r"\s*(?:```|~~~|###\s)")


def hostile(size: int = 12) -> st.SearchStrategy[str]:
    """One line that begins no block of code in the body of an issue."""
    piece = (
        st.sampled_from(_PIECES)
        | st.sampled_from(_BLANKS + _UNSEEN)
        | st.text(_CHARACTERS, max_size=4)
    )
    line = st.lists(piece, max_size=size).map("".join)
    return line.filter(lambda text: not _STARTS_FENCE.match(text) and len(clean(text)) <= 300)


def is_text(notes: str) -> bool:
    """Whether notes say something in words, without a picture or a space that nobody sees."""
    says_something = clean(notes) == "-" or not is_nothing(clean(notes))
    is_plain = "![" not in notes and "<img" not in notes.casefold() and not has_hidden_space(notes)
    return says_something and is_plain


_NAME_PIECES = [
    *str.split("""
- -- --- + & &amp; &lt;b &copy; / // ( ) . , : ; ' " ’ ” ® ™ ° ² _ __ | || ! % = == ~ ~~ 1. 2) 11 22kW 7.4 www. www.x.y
http://x.y ftp://x.y mailto:x :car: :1: a_b _c_ x go-e Élan Zap ß Ж 日本 e\u0301
"""),
    " ",
    " ",
    "\u00a0 ",
    "\u200b",
]


def is_name(text: str) -> bool:
    plain = clean(text)
    if _STARTS_FENCE.match(text) or _STARTS_FENCE.match(plain):
        return False
    is_word = any(char.isalnum() for char in plain) and not mixed_word(plain)
    if (
        not is_word
        or len(plain) > 40
        or forbidden_in_name(plain, SHAPE.file.names)
        or has_hidden_space(text)
    ):
        return False
    return is_read_as_typed(plain)


def is_read_as_typed(name: str) -> bool:
    """Whether a name has no marks around it, is no address, and is one name."""
    try:
        is_kept = read_typed_name(name, 60, marks=SHAPE.file.names) == name
    except FieldErrors:
        return False
    is_one_model = several_models(name, lambda _: False) is Several.NO
    is_one_brand = several_brands(name, (), lambda _: False) is Several.NO
    return is_kept and is_one_model and is_one_brand


def names() -> st.SearchStrategy[str]:
    """A name of a brand or model with any characters that are allowed, as it comes out of cleaning."""
    skeleton = st.text(
        st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x2FFF), min_size=1, max_size=4
    )
    piece = st.sampled_from(_NAME_PIECES) | skeleton
    return st.lists(piece, min_size=1, max_size=7).map("".join).filter(is_name).map(clean)


_HOSTS = (
    "x.example",
    "www.x.example",
    "Sub.X-Y.example",
    "bücher.example",
    "xn--bcher-kva.example",
)
_PATHS = str.split(r"""
a / // ( ) ) | || % %20 %7C &copy; &amp; &lt &a=1 &b; = _ __ * ** ~ ~~ \ \| ' " [ ] ]( ]: { } ` $ $$ @ @name : :car: , ;
! é e 日本 ☁ .. . + ^ ?a=1 ?b #c #12 &#124; www.x.y http://x.y
""")


def addresses() -> st.SearchStrategy[str]:
    path = st.lists(st.sampled_from(_PATHS), max_size=8).map("".join)
    parts = st.tuples(st.sampled_from(["http", "https"]), st.sampled_from(_HOSTS), path)
    return parts.map(lambda part: f"{part[0]}://{part[1]}/{part[2]}")


# --- Lists as people write them ------------------------------------------------------------------------------------

_BRANDS = (
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
_WORDS = (
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
_RATINGS = ("", "", " 11 kW", " 22kW", " 7.4 kW", " 3,7 kW")
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
_DECOYS = (
    [],
    ["```", "### Fenced", "", "| Model | OCPP Version |", "```", ""],
    ["<!--", "### Commented out", "-->", ""],
    ["> ### Quoted", ">", "> text", ""],
    ["Some prose with [a link](https://x.example), *stress* and", "two lines.", ""],
)
_TITLE = ["# Chargers", "", "A list.", "", "## Table of Contents", ""]
_CHAPTER = ["", "## OCPP Versions", "", "### 2.0.1", "", "Text.", "", f"## {LIST_HEADING}", ""]
_AFTER_BRANDS = (["### More Brands...", "", "Add yours.", ""], [])
_LAST = ["## License", "", "| Model | Table of others |", "| --- | --- |", "| a | b |", ""]


@dataclass(frozen=True)
class Document:
    """A list, with the names of its brands and their models in the order in which they stand."""

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
def _sections(draw: st.DrawFn, name: str, models: list[str], blanks: int) -> list[str]:
    is_plain = draw(st.booleans())
    rows = [draw(_rows(model, is_plain)) for model in models]
    prose = draw(st.sampled_from([[], [], ["Made somewhere.", ""]]))
    below = draw(st.sampled_from([[], [], ["", "*Text below the table.*"]]))
    table = [f"| {' | '.join(HEADER)} |", draw(st.sampled_from(_DELIMITERS)), *rows]
    return [f"### {name}", "", *prose, *table, *below, *[""] * blanks]


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
    model = st.tuples(st.sampled_from(_WORDS), st.sampled_from(_RATINGS)).map("".join)
    return st.lists(model, min_size=least, max_size=5, unique_by=identity)


@st.composite
def documents(
    draw: st.DrawFn, in_order: bool = False, least_rows: int = 0, same_line_ends: bool = False
) -> Document:
    found = draw(st.lists(st.sampled_from(_BRANDS), min_size=1, max_size=4, unique=True))
    brands = sorted(found, key=brand_key) if in_order or draw(st.booleans()) else found
    is_sorted, blanks = in_order or draw(st.booleans()), draw(st.integers(1, 2))
    models = {name: [f"{name} {model}" for model in draw(_models(least_rows))] for name in brands}
    models = {
        name: sorted(those, key=model_key) if is_sorted else those for name, those in models.items()
    }
    body = [line for name in brands for line in draw(_sections(name, models[name], blanks))]
    after = draw(st.sampled_from(_AFTER_BRANDS)) + (_LAST if draw(st.integers(0, 3)) else [])
    rest = _CHAPTER + draw(st.sampled_from(_DECOYS)) + body + after
    bullet = draw(st.sampled_from(["- ", "* "]))
    contents = (
        _contents(_TITLE + rest, bullet, draw(st.sampled_from(["  ", "    "])))
        if draw(st.integers(0, 4))
        else []
    )
    return Document(_joined(draw, _TITLE + contents + rest, same_line_ends), models)


def _joined(draw: st.DrawFn, lines: list[str], same_line_ends: bool) -> str:
    while not lines[-1]:
        lines = lines[:-1]
    mixed = st.lists(st.sampled_from(["\n", "\r\n"]), min_size=2, max_size=5)
    same = st.sampled_from([["\n"], ["\n"], ["\r\n"], ["\r"]])
    ends = draw(same if same_line_ends else same | mixed)
    text = "".join(line + ends[number % len(ends)] for number, line in enumerate(lines))
    text = text if draw(st.booleans()) else text.rstrip("\r\n")
    return draw(st.sampled_from(["", "", "\ufeff"])) + text


# --- What people ask for -------------------------------------------------------------------------------------------


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
    notes = hostile(6).filter(lambda text: not clean(text) or is_text(text))
    return st.builds(Details, _some(VERSIONS), _some(tuple(WAYS)), notes, sources)


def new_models(brand: str, known: Collection[str] = ()) -> st.SearchStrategy[list[str]]:
    """Models of a brand, none of which is known and no two of which are one."""
    word = st.sampled_from([*_WORDS, "Duo", "gemini 3", "x|y", "q_r_s", "Pro 2 b"])
    model = st.tuples(word, st.sampled_from(_RATINGS)).map(
        lambda parts: f"{brand} {''.join(parts)}"
    )
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
    "More Brands",
    "2.0.1",
    LIST_HEADING,
    "Chargers",
    "Table of Contents",
    "zaptec 1",
)


def new_brands(known: Collection[str]) -> st.SearchStrategy[str]:
    """A brand that is not in the list, but may have the anchor of another heading."""
    taken = {normalize_name(name) for name in [*known, "More Brands...", "Quoted"]}
    return (st.sampled_from(_BRANDS + _COLLIDING) | names()).filter(
        lambda name: normalize_name(name) not in taken
    )


def submit(text: str, kind: Kind, answers: dict[str, str]) -> DesiredState:
    """What the bot makes of a form that somebody filled in."""
    body = filled_in(kind, **answers)
    return desired_state(Situation(Issue(7, "", body, (form(kind).issue_label,)), text), FORMS)


def edited(text: str, kind: Kind, answers: dict[str, str]) -> str:
    """The list after a submission that must be accepted."""
    desired = submit(text, kind, answers)
    assert desired.proposed, (desired.fault, desired.problems)
    return desired.proposed.readme


def add(
    text: str, brand: str, models: list[str], wanted: Details, kind: Kind = Kind.ADD_SECTION
) -> str:
    """The list with chargers added; the form for a new brand never asks whether another one was meant."""
    return edited(text, kind, {"brand": brand, "models": "\n".join(models), **wanted.answers})


def correct(text: str, brand: str, model: str, kind: str, **answers: str) -> str:
    given = {"brand": brand, "model": model, "correction": kind, "reason": "It is so."}
    return edited(text, Kind.CORRECT, given | answers)
