"""A change of the list as people see it: its rows, its cells, its lines."""

import pytest

from bot.document.document import Document
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.forms.form import Kind
from bot.render.changes import diff, differing_rows, shown_link, unchanged_ends
from tests.charger_list import LIST, SHAPE
from tests.decision.assessed import document
from tests.render.rendered import proposed

HEADER = "| | Model | OCPP Version | Communication | Notes | Source |\n" + "|" + " --- |" * 6
GO = LIST[LIST.index("| Zaptec Go |") : LIST.index("| Zaptec Pro |")]
PRO = LIST[LIST.index("| Zaptec Pro |") : LIST.index("\n### More Brands")]
DOCUMENT = parse(LIST, SHAPE)


def rows_of(body: str) -> list[tuple[str, str]]:
    """The mark and the name of each row which a pull request shows."""
    table = body[body.index(HEADER) + len(HEADER) :].partition("\n\n")[0]
    found = []
    for line in table.strip().split("\n"):
        cells = line.split(" | ")
        found.append((cells[0].strip("| "), cells[1]))
    return found


def test_new_rows_are_shown_between_their_neighbours():
    body = proposed(Kind.ADD, models="Lite\nGo 2").body
    assert rows_of(body) == [
        ("", "Zaptec Go"),
        ("**new**", "Zaptec Go 2"),
        ("**new**", "Zaptec Lite"),
        ("", "Zaptec Pro"),
    ]


def test_of_equal_rows_only_the_new_one_is_marked():
    body = proposed(Kind.ADD, brand="Charge Amps", models="Zero").body
    assert rows_of(body) == [("", "Charge Amps Halo"), ("**new**", "Charge Amps Zero")]


def test_all_rows_of_a_new_section_are_new():
    body = proposed(Kind.ADD_SECTION, models="B\nA").body
    assert rows_of(body) == [("**new**", "Quillon A"), ("**new**", "Quillon B")]


def test_a_changed_row_is_shown_below_its_old_and_new_cells():
    body = proposed(Kind.CORRECT, notes="a|b").body
    cells = "| Column | Old | New |\n| --- | --- | --- |\n| OCPP Version | 1.6J | 2.0.1 |\n"
    assert body.startswith(f"#### The reason\n\n> “So”\n\n{cells}| Notes |  | a\\|b |\n\n{HEADER}")
    assert rows_of(body) == [("", "Zaptec Go"), ("**changed**", "Zaptec Pro")]


def test_a_removed_row_is_shown_where_it_was():
    body = proposed(Kind.CORRECT, correction="Remove the entry", ocpp_versions="").body
    assert rows_of(body) == [("", "Zaptec Go"), ("**removed**", "Zaptec Pro")]


def test_a_row_is_shown_without_its_neighbours_where_these_are_endless():
    sources = " \\| ".join(
        f"[{'t' * 800}](https://x{place}.example/{'a' * 440})" for place in range(5)
    )
    endless = "".join(
        f"| Zaptec {name} | 1.6J | ☁️ Cloud | | {sources} |\n" for name in ("Prn", "Prt")
    )
    body = proposed(
        Kind.CORRECT,
        LIST.replace("| Zaptec Pro |", f"{endless}| Zaptec Pro |"),
        model="Prt",
        notes="x",
    ).body
    assert "| **changed** | Zaptec Prt |" in body
    assert "Zaptec Prn" not in body


@pytest.mark.parametrize(("length", "is_link"), [(500, True), (501, False)])
def test_an_endless_address_is_no_link_in_a_conversation(length: int, is_link: bool):
    address = f"https://x.example/{'a' * (length - 18)}"
    found = proposed(Kind.CORRECT, sources=f"[Manual]({address})")
    assert f"[Manual]({address})" in found.readme
    assert (f"[Manual]({address})" in found.body) is is_link


def test_an_endless_line_of_a_diff_is_cut_with_an_ellipsis():
    assert diff("a\n", f"{'b' * 1999}\n") == f"```diff\n-a\n+{'b' * 1999}\n```"
    assert diff("a\n", f"{'b' * 2000}\n") == f"```diff\n-a\n+{'b' * 1999}…\n```"


def test_a_row_of_which_an_entity_ends_a_line_is_shown_as_one_row():
    text = LIST.replace(
        "| Zaptec Pro | 1.6J | ☁️ Cloud | |", "| Zaptec Pro | 1.6J | ☁️ Cloud | a&#10;# b |"
    )
    assert "| Notes | a<br># b | x |" in proposed(Kind.CORRECT, text, notes="x").body
    assert "| ☁️ Cloud | a<br># b |" in proposed(Kind.CORRECT, text, model="Go", notes="x").body


@pytest.mark.parametrize("kind", ["issues", "pull", "discussions", "commit"])
def test_a_source_on_github_is_no_link_in_a_conversation_where_it_would_be_a_reference(kind: str):
    address = f"https://github.com/acme/list/{kind}/1"
    found = proposed(Kind.CORRECT, sources=address)
    assert f"]({address})" in found.readme
    assert f"]({address})" not in found.body
    assert f"(`{address}`)" in found.body


@pytest.mark.parametrize(
    ("path", "is_link"), [("@ada", True), ("a@ada", True), (".@ada", False), ("@@ada", False)]
)
def test_a_source_is_no_link_in_a_conversation_where_it_would_mention_somebody(
    path: str, is_link: bool
):
    address = f"https://x.example/{path}"
    found = proposed(Kind.CORRECT, sources=address)
    assert f"]({address})" in found.readme
    assert (f"]({address})" in found.body) is is_link


def differing(before: Document, after: Document) -> list[str]:
    """What is shown of two lists, without the header of each table."""
    return differing_rows(before, after).replace(f"{HEADER}\n", "").split("\n")


def test_two_lists_of_the_same_rows_do_not_differ():
    assert differing_rows(DOCUMENT, DOCUMENT) == ""
    elsewhere = document("## License", "Text.\n\n## License")
    assert differing_rows(DOCUMENT, elsewhere) == ""
    assert differing_rows(DOCUMENT, document(GO + PRO, PRO + GO)) == ""


def test_a_row_in_one_list_only_is_new_or_removed():
    without = document(GO, "")
    assert differing(without, DOCUMENT)[0] == "**Zaptec**"
    assert [line[:22] for line in differing(without, DOCUMENT)[2:]] == [
        "| **new** | Zaptec Go ",
        "|  | Zaptec Pro | 1.6J",
    ]
    assert differing(DOCUMENT, without)[2].startswith("| **removed** | Zaptec Go | 1.6J |")


def test_a_section_whose_heading_shows_nothing_is_named_so():
    nameless = parse(LIST.replace("### Zaptec\n", "###\n"), SHAPE)
    without = parse(nameless.text.replace(GO, ""), SHAPE)
    assert differing(without, nameless)[0] == "**(nothing)**"


def test_a_row_with_other_cells_is_changed():
    changed = document("| Zaptec Pro | 1.6J |", "| Zaptec PRO | 2.1 |")
    lines = differing(DOCUMENT, changed)
    assert [line[:30] for line in lines[2:]] == [
        "|  | Zaptec Go | 1.6J | ☁️ Clo",
        "| **changed** | Zaptec PRO | 2",
    ]


def test_a_row_of_another_section_is_removed_there_and_new_here():
    moved = parse(
        LIST.replace(GO, "").replace(
            "| go-e Charger PRO CABLE |", f"{GO}| go-e Charger PRO CABLE |"
        ),
        SHAPE,
    )
    lines = differing(DOCUMENT, moved)
    marks = [line.split(" | ")[0] for line in lines if "Zaptec Go" in line]
    assert marks == ["| **new**", "| **removed**"]
    assert lines[lines.index("**Zaptec**") - 1] == ""


def test_up_to_240_000_characters_differ():
    rows = "".join(f"| Zaptec {n} | 1.6J | ☁️ Cloud | {'x' * 800} | |\n" for n in range(400))
    lines = differing_rows(DOCUMENT, document(GO, GO + rows)).split("\n")
    assert lines[-1].endswith(" more)")
    assert 235_000 < sum(map(len, lines)) < 240_000


def test_of_equal_rows_the_last_is_the_new_one():
    twice = document(PRO, PRO + GO + GO)
    lines = differing(DOCUMENT, twice)
    assert [line.split(" | ")[:2] for line in lines[2:]] == [
        ["| ", "Zaptec Pro"],
        ["| **new**", "Zaptec Go"],
        ["| **new**", "Zaptec Go"],
    ]
    assert [line.split(" | ")[0] for line in differing(twice, DOCUMENT)[2:]] == [
        "| ",
        "| **removed**",
        "| **removed**",
    ]


def test_a_list_which_cannot_be_read_is_an_error():
    broken = parse("no list", SHAPE)
    for before, after in ((broken, DOCUMENT), (DOCUMENT, broken)):
        with pytest.raises(ReadmeError):
            differing_rows(before, after)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb\nc\nd\ne\n", "a\nb\nC\nd\ne\n", [" b", "-c", "+C", " d"]),
        ("a\nb\nc\n", "A\nb\nc\n", ["-a", "+A", " b"]),
        ("a\nb\nc\n", "a\nb\nC\n", [" b", "-c", "+C"]),
        ("X\r\nhard  \r\n", "X\r\nbreak  \r\n", [" X", "-hard  ", "+break  "]),
        ("a\n", "a\nb\n", [" a", "+b"]),
        ("a\na\na\n", "a\na\n", [" a", "-a"]),
        ("a\nb\nc\nd\ne\nf\n", "A\nb\nc\nd\ne\nF\n", ["-a", "+A", " b", "…", " e", "-f", "+F"]),
    ],
)
def test_a_diff_shows_the_lines_that_change_and_their_neighbours(
    before: str, after: str, lines: list[str]
):
    assert diff(before, after).split("\n")[1:-1] == lines


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ("", "", (0, 0)),
        ("a", "b", (0, 0)),
        ("abc", "abXc", (1, 0)),
        ("abcd", "aXcd", (0, 1)),
        ("aa", "aaa", (1, 0)),
        ("abc", "Xabc", (0, 1)),
        ("ab", "", (0, 0)),
    ],
)
def test_lines_that_both_ends_share_are_counted_once_but_one_for_context(old, new, ends):
    assert unchanged_ends(old, new) == ends


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://x.example/a_(b)", "[a\\*b](https://x.example/a_\\(b\\))"),
        ("https://github.com/a/b/issues/1", "a\\*b (`https://github.com/a/b/issues/1`)"),
    ],
)
def test_a_link_leads_nowhere_else(address: str, shown: str):
    assert shown_link("a*b", address) == shown
