"""What reaches a terminal or a pipe: it fits, has colour where wanted, and steers nothing."""

import json
import os
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from bot.cli.terminal import (
    columns,
    cut,
    error_line,
    escape_control,
    paint,
    pluralize,
    print_whole,
    printable_json,
    terminal_width,
    wrap,
)
from bot.errors import MaintainerError, ReadmeError
from bot.local.readme import README
from tests.charger_list import LIST
from tests.cli.screen import on_a_terminal
from tests.command_line import BODY, Place, markdown
from tests.stage import correction, new_charger

COLOUR = re.compile(r"\x1b\[(?:\d+(?:;\d+)*)?m")
STEERING = (
    "\x1b]0;owned\x07\x1b[2J\x9b31m\x9d\x08\x7f\r\x0b\x0c\x1c\x85\u202e\u2066\u200b\x1b[31m\x00"
)
SPOILED = f"ab{STEERING}cd"


def test_a_terminal_gets_the_diff_in_colour(place: Place):
    seen = on_a_terminal(place, "preview", place.write("a", markdown()))
    assert seen.startswith("\x1b[1ma: pull request\x1b[0m\n")
    assert "\n\x1b[32m  +| Zaptec Go 2 |" in seen
    removed = on_a_terminal(
        place,
        "preview",
        place.write("b", markdown(correction("Remove the entry"), labels=["invalid"])),
    )
    assert "\n\x1b[31m  -| Zaptec Pro |" in removed


def test_colour_ends_with_its_line(place: Place):
    for line in on_a_terminal(place, "preview", place.write("a", markdown())).split("\n"):
        codes = COLOUR.findall(line)
        assert codes == [] or (len(codes), codes[-1], line.endswith("\x1b[0m")) == (
            2,
            "\x1b[0m",
            True,
        )


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_terminal_with_no_color_and_a_pipe_get_the_same_without_colour(
    place: Place, options: list[str]
):
    arguments = ["preview", *options, place.write("a", markdown())]
    plain = place.process(*arguments).out
    assert "\x1b" not in plain
    assert on_a_terminal(place, *arguments, NO_COLOR="1") == plain
    assert COLOUR.sub("", on_a_terminal(place, *arguments)) == plain


def test_an_empty_no_color_does_not_count(place: Place):
    """https://no-color.org: "when present and not an empty string"."""
    assert "\x1b[32m  +" in on_a_terminal(
        place, "preview", place.write("a", markdown()), NO_COLOR=""
    )


HOSTILE = {
    "title, author and labels": json.dumps(
        {
            "title": SPOILED,
            "author": {"login": SPOILED},
            "labels": ["new-charger", SPOILED],
            "body": BODY,
        }
    ),
    "notes and sources": json.dumps(
        {
            "labels": ["new-charger"],
            "body": new_charger(notes=SPOILED, sources=f"{SPOILED} https://www.zaptec.com/go2"),
        }
    ),
    "names": json.dumps({"labels": ["new-charger"], "body": new_charger(SPOILED, brand=SPOILED)}),
    "choices": json.dumps(
        {
            "labels": ["new-charger"],
            "body": new_charger(ocpp_versions=SPOILED, communication=SPOILED),
        }
    ),
    "an address": json.dumps(
        {"labels": ["new-charger"], "body": new_charger(sources=f"https://{SPOILED}.org/{SPOILED}")}
    ),
    "a correction": json.dumps(
        {"labels": ["invalid"], "body": correction(SPOILED, SPOILED, new_model=SPOILED)}
    ),
    "free text": json.dumps({"title": SPOILED, "labels": ["new-charger"], "body": SPOILED}),
    "another label": json.dumps({"labels": [SPOILED], "body": BODY}),
    "broken JSON": f'{{"{SPOILED}": {SPOILED}',
    "broken YAML": f"---\n{SPOILED}: [\n---\n",
}


def steers(text: str) -> set[str]:
    """The characters in a text, line ends apart, that a terminal or an eye could be misled by."""
    return {
        char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    } - {"\n"}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_nothing_in_an_issue_steers_the_terminal(place: Place, content: str):
    ran = place.bot("preview", place.write("a", content))
    assert steers(ran.out) == set()
    assert steers(ran.err) == set()


def test_nothing_of_any_issue_steers_a_real_terminal(place: Place):
    issues = [text for what, text in HOSTILE.items() if what not in {"broken JSON", "broken YAML"}]
    files = [place.write(str(number), text) for number, text in enumerate(issues)]
    assert steers(on_a_terminal(place, "preview", *files, NO_COLOR="1")) == set()


@pytest.mark.parametrize("name", ["a\x1b[2Jb.md", "a\r\x07b.md", "a\x9b31mb.md", "a\nb.md"])
def test_the_name_of_a_file_does_not_steer_the_terminal(place: Place, name: str):
    there = place.bot("preview", place.write(name, markdown()))
    assert (there.status, steers(there.out.partition("\n")[0])) == (0, set())
    missing = place.bot("preview", "x" + name)
    assert (missing.status, steers(missing.err), missing.err.count("\n")) == (2, set(), 1)


def test_the_list_itself_does_not_steer_the_terminal(place: Place):
    spoiled = SPOILED.replace("\r", "").replace("\0", "")
    place.write(
        "README.md",
        LIST.replace("assuming cloud connection", spoiled).replace("after firmware", spoiled),
    )
    assert steers(place.bot("preview", place.write("a", markdown())).out) == set()
    place.write(
        "README.md",
        LIST.replace("### go-e", f"### {spoiled}").replace("### Zaptec", f"### {spoiled}"),
    )
    broken = place.bot("preview", place.write("a", markdown()))
    assert (broken.status, steers(broken.err)) == (1, set())


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_narrow_locale_is_no_reason_to_fail(place: Place, encoding: str, options: list[str]):
    arguments = ["preview", *options, place.write("a", markdown())]
    ran = place.process(*arguments, PYTHONIOENCODING=encoding)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == place.process(*arguments).out


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_nothing_that_is_printed_is_a_command_to_the_runner_or_steers_a_terminal(
    place: Place, options: tuple[str, ...]
):
    refused = place.write("refused.md", markdown(new_charger(brand="##[error]x")))
    proposed = place.write("proposed.md", markdown(new_charger(notes="a\u2028b\x85c\u202ed")))
    ran = place.bot("preview", *options, refused, proposed)
    assert "##[" not in ran.out
    assert all(char.isprintable() or char == "\n" for char in ran.out)
    assert not options or "##[error]x" in ran.records[0]["comment"]


def test_lines_fit_the_terminal(place: Place):
    issues = [
        place.write("long", markdown(new_charger(notes="Größe 電気 🔌 " * 20))),
        place.write("word", markdown(new_charger(sources=f"https://www.zaptec.com/{'a' * 400}"))),
        place.write("problems", markdown(new_charger(f"<{'x' * 90}>", ocpp_versions="3.0"))),
        place.write("free", markdown("Hello")),
        place.write("rename", markdown(correction(notes="b " * 140), labels=["invalid"])),
    ]
    for width in (60, 80):
        seen = on_a_terminal(place, "preview", *issues, COLUMNS=str(width), NO_COLOR="1")
        assert max(map(columns, seen.splitlines())) <= width


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("abc", 3),
        ("Größe", 5),
        ("e\u0301", 1),
        ("電気", 4),
        ("🔌", 2),
        ("☁️", 2),
        ("a\u200bb", 2),
        ("a\u20dd", 1),
    ],
)
def test_columns(text: str, number: int):
    assert columns(text) == number


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two", ["one two"]),
        ("one four", ["one four"]),
        ("one two three", ["one two", "  three"]),
        ("one  two", ["one  two"]),
        ("abcdefghijklm", ["abcdef", "  ghijkl", "  m"]),
        ("電気電気電気", ["電気電", "  気電気"]),
    ],
)
def test_wrapping(text: str, lines: list[str]):
    assert list(wrap(text, 8, "  ")) == lines


@pytest.mark.parametrize(
    ("line", "harmless"),
    [
        ("  ::error::x", "  : :error::x"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[error]x", "a # #[error]x"),
        ("::a::b\x1b", ": :a::b<U+001B>"),
    ],
)
def test_no_line_commands_the_runner(line: str, harmless: str):
    assert escape_control(line) == harmless


def test_json_escapes_what_steers_a_terminal_and_nothing_else():
    text = "é\u2028\x1b##[x \U000e0041"
    written = printable_json({"a": text}, indent=1)
    assert written == '{\n "a": "é\\u2028\\u001b##\\u005bx \\udb40\\udc41"\n}'
    assert json.loads(written) == {"a": text}


def test_a_text_for_programs_has_no_command_in_a_log(monkeypatch, capsys):
    text = "a\n ::error::x\r\n##[y]\u2028\n"
    for value, printed in (("", text), ("true", "a\n : :error::x\r\n# #[y]\u2028\n")):
        monkeypatch.setenv("GITHUB_ACTIONS", value)
        print_whole(text)
        assert capsys.readouterr().out == printed


def test_an_error_is_one_line_which_names_the_list():
    assert error_line(ReadmeError(3, "a\nb"), README) == "error: README.md:3: a b"
    assert error_line(ReadmeError(3, "a"), Path("my/list.md")) == "error: my/list.md:3: a"
    assert error_line(MaintainerError("README.md is gone"), Path("x")) == "error: README.md is gone"


def test_one_is_no_plural():
    assert [pluralize(number, "row") for number in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]


@pytest.mark.parametrize(
    ("named", "terminal", "width"),
    [
        ("60", 80, 60),
        ("5", 80, 20),
        ("0", 80, 80),
        ("x", 80, 80),
        (None, 80, 80),
        (None, 5, 20),
        (None, 0, 100),
        (None, None, 100),
    ],
)
def test_the_width_is_named_or_that_of_the_terminal(monkeypatch, named, terminal, width):
    def size(_: int) -> os.terminal_size:
        if terminal is None:
            raise OSError
        return os.terminal_size((terminal, 24))

    monkeypatch.delenv("COLUMNS", raising=False)
    if named is not None:
        monkeypatch.setenv("COLUMNS", named)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", size)
    assert terminal_width() == width


def test_a_line_is_painted_by_its_sign(monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    painted = [paint("x", sign) for sign in ("+", "-", "")]
    assert painted == ["\x1b[32mx\x1b[0m", "\x1b[31mx\x1b[0m", "\x1b[1mx\x1b[0m"]
    monkeypatch.setenv("NO_COLOR", "1")
    assert paint("x", "+") == "x"
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert paint("x", "+") == "x"


def test_cutting():
    assert [cut(text, 4) for text in ("abcd", "abcde", "電気電")] == ["abcd", "abc…", "電…"]
