"""`--fix` fixes what is certain, and verifies it."""

import re
from cProfile import Profile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.check import fix as fixing
from bot.check.fix import FixResult
from bot.document.anchors import slug
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.names.cleaning import clean
from bot.names.order import skeleton
from bot.rules.rule import Level
from tests.bench.material import hostile_list
from tests.charger_list import LIST, SHAPE
from tests.check.pages import FOLDERS, document_in, inspect, sections
from tests.diffs import diff
from tests.games import TEXT, games
from tests.lists import WrittenList, lists

ORDERED = {"section_order", "contents_order", "runs_on"}


def fix(text: str) -> FixResult:
    return fixing.fix(parse(text, SHAPE))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_fixed(folder: Path):
    wanted = folder / "fixed.diff"
    before = document_in(folder)
    try:
        after = fixing.fix(before).text
    except ReadmeError:
        after = before.text
    assert diff(before.text, after) == (wanted.read_bytes().decode() if wanted.exists() else "")


@given(lists())
def test_what_is_fixed_stays_fixed_and_is_in_order(written: WrittenList):
    try:
        result = fix(written.text)
    except ReadmeError:
        return
    after = result.text
    assert fix(after).text == after
    assert result.unfixed or not {found.problem.rule.code for found in inspect(after)} & ORDERED


def test_a_row_in_which_a_character_is_lost_is_left_to_a_person():
    untidy = LIST.replace("| Zaptec Go | 1.6J |", "| Zaptec Go | 1.6j |")
    assert fix(untidy).text == LIST
    for lost in ("\0", "\N{REPLACEMENT CHARACTER}"):
        text = untidy.replace("firmware update |", f"firmware{lost}update |")
        assert fix(text).text == text


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


def test_a_list_in_order_stays_as_it_is():
    assert fixing.fix(games()) == FixResult(TEXT, ())


def test_a_list_which_cannot_be_read_is_refused():
    with pytest.raises(ReadmeError):
        fixing.fix(games("# Fun\n"))


def test_all_is_fixed_at_once():
    rows = "| Elite | 1988 |\n| Turrican | 1990 |\n"
    turned = rows.replace("Elite", "?").replace("Turrican", "Elite").replace("?", "Turrican")
    text = TEXT.replace(rows, turned).replace("(#nes)", "(#ness)")
    text = text.replace("| Metroid | 1986 |\n\n", "| Metroid | 1986 |\n")
    after = fixing.fix(games(text))
    assert after.unfixed == ()
    wanted = TEXT.replace(
        "| Elite | 1988 |\n| Turrican | 1990 |", "| Elite | 1990 |\n| Turrican | 1988 |"
    )
    assert after.text == wanted


def test_what_is_not_fixed_is_said_with_its_line():
    text = TEXT.replace("Amiga", "Zx").replace("amiga", "zx")
    start, stop = text.index("### Nes"), text.index("## License")
    html = text[:start] + "<details>\n\n" + text[start:stop] + "</details>\n\n" + text[stop:]
    after = fixing.fix(games(html))
    assert after.text == html
    assert [str(error) for error in after.unfixed] == [
        "README.md:10: the sections and their entries were not put in order: the HTML below may "
        "reach into other sections; put them in order by hand."
    ]


def test_one_part_of_a_step_may_be_taken_alone():
    """The row is moved, though the heading cannot be parted from it."""
    swapped = TEXT.replace("| Elite | 1988 |\n| Turrican | 1990 |", "| T | |\n| E | |")
    after = fixing.fix(
        games(swapped.replace("  - [Nes](#nes)\n", "  - [Nes](#nes)\n  - [Nes](#nes)\n    x\n"))
    )
    assert "| E | |\n| T | |" in after.text
