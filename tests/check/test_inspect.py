"""`check` finds what is wrong with a list and where, and `--fix` fixes what is certain.

Each folder in tests/check/lists is one edge case: a README.md, `findings.yml` with each finding
expected, and `fixed.diff` where `--fix` changes something. A list of another shape than that of the
chargers has a `list.yml`, with the options of its forms in `options.yml`. All are written by hand.
"""

import re
from cProfile import Profile
from itertools import product
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.check import fix as fixing
from bot.check import inspect as inspection
from bot.check.fix import FixResult
from bot.document.anchors import slug
from bot.document.lines import split_lines
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.names.cleaning import clean
from bot.names.order import skeleton
from bot.render.problems import message
from bot.rules.finding import Finding
from bot.rules.rule import Level
from bot.shape.load import bind, read_list_file
from bot.shape.shape import Shape
from tests.bench.material import hostile_list
from tests.charger_list import LIST, ROOT, SHAPE
from tests.diffs import diff
from tests.lists import WrittenList, lists
from tests.strategies import hostile


def inspect(text: str, shape: Shape = SHAPE) -> tuple[Finding, ...]:
    return inspection.inspect(parse(text, shape))


def fix(text: str, shape: Shape = SHAPE) -> FixResult:
    return fixing.fix(parse(text, shape))


ORDERED = {"section_order", "contents_order", "runs_on"}
FOLDERS = sorted(
    folder for folder in (Path(__file__).parent / "lists").iterdir() if folder.is_dir()
)


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def text(folder: Path) -> str:
    return (folder / "README.md").read_bytes().decode()


@pytest.fixture
def shape(folder: Path) -> Shape:
    file, options = folder / "list.yml", folder / "options.yml"
    if not file.exists():
        return SHAPE
    given = yaml.safe_load(options.read_text(encoding="utf-8")) if options.exists() else {}
    return bind(read_list_file(file.read_text(encoding="utf-8"), file.name), given)


def test_findings(folder: Path, text: str, shape: Shape):
    expected = yaml.safe_load((folder / "findings.yml").read_text(encoding="utf-8"))
    found = [
        (f"{f.place.line}:{f.place.column}", f.level, message(f.problem))
        for f in inspect(text, shape)
    ]
    places = [(one["at"], one["level"]) for one in expected]
    assert sorted(places) == sorted((at, level) for at, level, _ in found), found
    for one, place in zip(expected, places, strict=True):
        texts = [words for at, level, words in found if (at, level) == place]
        assert any(all(part in words for part in one["says"]) for words in texts), texts


def test_fixed(folder: Path, text: str, shape: Shape):
    wanted = folder / "fixed.diff"
    try:
        after = fix(text, shape).text
    except ReadmeError:
        after = text
    assert diff(text, after) == (wanted.read_bytes().decode() if wanted.exists() else "")


@given(lists())
def test_what_is_fixed_stays_fixed_and_is_in_order(written: WrittenList):
    try:
        result = fix(written.text)
    except ReadmeError:
        return
    after = result.text
    assert fix(after).text == after
    assert result.unfixed or not {found.problem.rule.code for found in inspect(after)} & ORDERED


NAMES = ("ABB", "go-e", "Zap 2", "Zaptec", "wall box", "License", "Notes")
SHAPES = (
    *["- [{name}](#{anchor})"] * 8,
    "* [{name}](#{anchor})",
    "2. [{name}](#{anchor})",
    "- [{name}](<#{anchor}>)",
    '- [{name}](#{anchor} "title")',
    "- **[{name}](#{anchor})**",
    "- [`{name}`](#{anchor}) and more",
    "- [{name}](#{anchor}-1)",
    "- [{name}](#{other}) or [this](#{anchor})",
    "- [{name}][1]",
    "- [{name}](README.md#{anchor})",
    "- {name}",
)
BELOW = (
    "",
    "",
    "",
    "",
    "",
    "",
    "\n",
    "    - [x](#contents)\n",
    "      more text\n",
    "    - plain\n",
)


@st.composite
def lists_with_odd_contents(draw: st.DrawFn) -> str:
    """Sections and entries of the contents in any order.

    Some are missing, there twice or written differently.
    """
    names = st.lists(st.sampled_from(NAMES), max_size=6)
    indent = draw(st.sampled_from(["", "  ", "   "]))
    contents = draw(
        st.sampled_from(
            ["", "- [EV Charger List](#ev-charger-list)\n", "1. [The list](#ev-charger-list)\n"]
        )
    )
    for name in draw(names):
        facts = {"name": name, "anchor": slug(name), "other": slug(draw(st.sampled_from(NAMES)))}
        margin = draw(st.sampled_from([indent] * 6 + ["", "    "]))
        entry = draw(st.sampled_from(SHAPES)).format_map(facts)
        contents += f"{margin}{entry}\n{draw(st.sampled_from(BELOW))}"
    models = st.lists(st.sampled_from("ABC"), min_size=1, max_size=3, unique=True)
    brands = [
        (name, [f"{name} {model}" for model in draw(models)]) for name in draw(names.filter(bool))
    ]
    parts = [sections({name: rows}) for name, rows in brands]
    body = "\n".join(part.partition("\n\n")[2] for part in parts)
    text_only = draw(st.sampled_from(["", "", "### Notes\n\nNone yet.\n\n"]))
    above = f"# L\n\n## Contents\n\n{contents}\n[1]: #abb\n\n"
    return f"{above}## EV Charger List\n\n{text_only}{body}\n## License\n"


@given(lists_with_odd_contents())
def test_fixing_makes_no_new_mistake_and_is_done_at_once(text: str):
    once = fix(text)
    twice = fix(once.text)
    assert (twice.text, list(map(str, twice.unfixed))) == (once.text, list(map(str, once.unfixed)))
    assert codes(once.text) <= codes(text)


def codes(text: str) -> set[str]:
    return {found.problem.rule.code for found in inspect(text)}


def errors(text: str) -> set[str]:
    return {found.problem.rule.code for found in inspect(text) if found.level is Level.ERROR}


def models_of_zaptec() -> st.SearchStrategy[list[str]]:
    """Names as people write them under a brand, with and without it, joined by any mark."""
    begin = st.sampled_from(["", "Zaptec", "Zaptec ", "ZAPTEC ", "Zapptec ", "Zap"])
    mark = st.sampled_from(["", "-", ".", "_", "+", "/ ", " - ", "\N{REGISTERED SIGN}", "~", "("])
    end = st.sampled_from(
        ["", "5", "2 kW", "Go", "Zaptec", "Zaptec Go", "Goe\u0301", "Go / ZAPTEC 2"]
    )
    return st.lists(
        st.tuples(begin, mark, end).map("".join).filter(skeleton), min_size=1, max_size=4
    )


@given(models_of_zaptec())
def test_what_a_model_is_called_is_fixed_once_and_says_the_same(models: list[str]):
    rows = "".join(f"| {model} | 1.6J | ☁️ Cloud |  | Source needed! |\n" for model in models)
    before = LIST.replace("| Zaptec Pro |", f"{rows}| Zaptec Pro |")
    after = fix(before).text
    assert fix(after).text == after
    assert errors(after) <= errors(before) | {"row_twice"}
    names = [clean(row.name) for row in parse(after, SHAPE).sections[-1].rows]
    for model in map(clean, models):
        assert model in names or skeleton(model).removeprefix("zaptec") in [
            skeleton(n)[len("zaptec") :] for n in names
        ]
        assert any(
            re.findall(r"[.-]?[0-9]", model) == re.findall(r"[.-]?[0-9]", name) for name in names
        )


@given(st.permutations(range(9)), st.permutations(range(3)))
def test_what_was_shuffled_comes_back_to_its_place(rows: list[int], sections: list[int]):
    listing = parse(LIST, SHAPE)
    lines = list(listing.lines)
    places = [row.line - 1 for row in listing.sections[1].rows]
    for place, other in zip(places, rows, strict=True):
        lines[place] = listing.lines[places[other]]
    parts = [lines[brand.line - 1 : brand.end - 1] for brand in listing.sections]
    start, end = listing.sections[0].line - 1, listing.sections[-1].end - 1
    lines[start:end] = [line for index in sections for line in parts[index]]
    assert fix("".join(lines)).text == LIST


@settings(max_examples=60)
@given(lists(), st.lists(st.tuples(st.integers(min_value=0), hostile()), max_size=5))
def test_nothing_that_people_write_is_a_crash(written: WrittenList, typed: list[tuple[int, str]]):
    text = written.text
    for place, piece in typed:
        text = text[: place % (len(text) + 1)] + piece + text[place % (len(text) + 1) :]
    for found in inspect(text):
        assert 1 <= found.place.line <= max(len(split_lines(text)), 1)
        assert found.place.column >= 1
        assert "\n" not in message(found.problem)


def test_a_character_that_the_renderer_counts_otherwise_is_no_crash():
    row = "| Zaptec Go\0 | 1.6J | ☁️ Cloud | \0 | \x85 | \0 beyond |\n"
    place = LIST.index("| Zaptec")
    found = [
        one
        for one in inspect(LIST[:place] + row + LIST[place:])
        if one.problem.rule.code == "cells_beyond"
    ]
    assert [one.place.column for one in found] == [row.index("\0 beyond") + 1]


def test_a_row_in_which_a_character_is_lost_is_left_to_a_person():
    untidy = LIST.replace("| Zaptec Go | 1.6J |", "| Zaptec Go | 1.6j |")
    assert fix(untidy).text == LIST
    for lost in ("\0", "\N{REPLACEMENT CHARACTER}"):
        text = untidy.replace("firmware update |", f"firmware{lost}update |")
        assert fix(text).text == text


def sections(brands: dict[str, list[str]]) -> str:
    """A list of brands with the names of their models."""
    header = f"| {' | '.join(SHAPE.header)} |\n|{' --- |' * 5}\n"
    return "## EV Charger List\n\n" + "\n".join(
        f"### {brand}\n\n{header}"
        + "".join(f"| {model} | 1.6J | ☁️ Cloud | | Source needed! |\n" for model in models)
        for brand, models in brands.items()
    )


def nearly_twice(text: str) -> list[tuple[str, str]]:
    found = [one.problem.facts for one in inspect(text) if one.problem.rule.code == "nearly_twice"]
    return [(str(facts["received"]), str(facts["known"])) for facts in found]


def test_each_name_is_held_against_the_first_that_is_close():
    names = ["Wallbrand", "Wallbrant", "Wallbrond", "Other Name", "Other Nbme", "Wallbrand Two"]
    known = [("Wallbrant", "Wallbrand"), ("Wallbrond", "Wallbrand"), ("Other Nbme", "Other Name")]
    assert nearly_twice(sections({name: [f"{name} x"] for name in names})) == [
        *known,
        ("Wallbrand Two", "Wallbrand"),
    ]
    models = [f"{brand} {name}" for brand, name in zip("A" * 5, names, strict=False)]
    assert nearly_twice(sections({"A": models})) == [
        (f"A {later}", f"A {earlier}") for later, earlier in known
    ]


def test_of_a_long_name_one_slip_is_looked_for():
    short, long = "Abcdefghij Klmnopqrs", "Abcdefghij Klmnopqrst"
    one, two = str.maketrans("d", "x"), str.maketrans("dm", "xx")
    close = [(short.translate(two), short), (long.translate(one), long)]
    for name, known in [*close, (long.translate(two), long)]:
        expected = [(name, known)] if (name, known) in close else []
        assert (
            nearly_twice(sections({brand: [f"{brand} x"] for brand in (known, name)})) == expected
        )


def test_a_list_of_look_alikes_is_reported_once_for_each():
    names = [f"Brand{one}{two}" for one, two in product("abcdefghijklmnopqrst", repeat=2)]
    assert len(nearly_twice(sections({name: [f"{name} x"] for name in names}))) == len(names) - 1


def test_names_without_end_are_only_too_long():
    text = sections({f"{letter * 20_000}": [f"A {letter * 60_000}"] for letter in "ab"})
    assert nearly_twice(text) == []
    assert [one.problem.rule.code for one in inspect(text)].count("too_long") == 4


def test_the_readme_has_no_error():
    found = inspect((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [one.problem.rule.code for one in found if one.level is not Level.NOTE] == []


def calls_to_fix_rows_without_prefix(size: int) -> int:
    """How many functions are called to fix a list of so many characters."""
    case = ("rows without the name of their section", "lines above the list and below a row")
    document = parse(hostile_list(case, size), SHAPE)
    profile = Profile()
    profile.runcall(fixing.fix, document)
    return sum(entry.callcount for entry in profile.getstats())


def test_names_are_not_compared_in_pairs():
    """Twice the rows take about twice the calls, where pairs would take four times as many."""
    few = calls_to_fix_rows_without_prefix(6000)
    assert calls_to_fix_rows_without_prefix(12000) < 3 * few
