"""From the text of list.yml to a shape, or to messages for its keeper."""

from pathlib import Path

import pytest

from bot.errors import ListFileError
from bot.shape.load import bind, read_list_file

FILES = Path(__file__).with_name("list_files")
GOOD, BAD, UNQUOTED, CONTRADICTORY = (
    sorted((FILES / name).iterdir()) for name in ("good", "bad", "unquoted", "contradictory")
)
SMALLEST = (FILES / "good" / "smallest.yml").read_text(encoding="utf-8")


def message(text: str) -> str:
    with pytest.raises(ListFileError) as caught:
        read_list_file(text, "list.yml")
    return str(caught.value)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file(path):
    read_list_file(path.read_text(encoding="utf-8"), path.name)


def test_the_settings():
    file = read_list_file(SMALLEST, "list.yml")
    assert (file.entry, file.forms.add, list(file.columns)) == ("tool", "new-tool.yml", ["Tool"])


def test_options_are_bound_by_the_fields_of_their_forms():
    file = read_list_file(SMALLEST, "list.yml")
    assert bind(file, {}).options == {}
    shape = bind(file, {"tool": ["Saw", "Axe"], "price": []})
    assert shape.file is file
    assert shape.options == {"tool": ("Saw", "Axe"), "price": ()}
    assert shape.columns[0].options == ("Saw", "Axe")


def test_the_messages(request):
    """Each names the line, the setting, and what is allowed."""
    messages = []
    for path in BAD + UNQUOTED + CONTRADICTORY:
        with pytest.raises(ListFileError) as caught:
            read_list_file(path.read_text(encoding="utf-8"), path.name)
        messages.append(f"{caught.value}\n")
    expected = FILES / "messages.txt"
    if request.config.getoption("--bless"):
        expected.write_text("".join(messages), encoding="utf-8")
    assert "".join(messages) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("", "list.yml:1: the file should be settings"),
        ("- [", "list.yml:2: not valid YAML: "),
        ("\0", "list.yml: not valid YAML: it holds a control character"),
        ("entry: 2024-13-01", "list.yml: not valid YAML: month must be in 1..12."),
        ("[" * 5000, "list.yml:2: not valid YAML: "),
    ],
)
def test_a_file_which_is_no_settings(text: str, begin: str):
    assert message(text).startswith(begin)
    assert "\n" not in message(text)


def test_a_setting_there_twice():
    """PyYAML alone would take the last one."""
    assert message(f"{SMALLEST}entry: saw\n") == "list.yml:5: `entry` is there twice."
    twice = SMALLEST.replace("kind: name", "kind: name, field: saw")
    assert message(f"{twice}entry: saw\n") == (
        "list.yml:3: `field` is there twice.\nlist.yml:5: `entry` is there twice."
    )
    nested = "sections: {aliases: {Saws: [{a: 1, a: 2}]}}\n"
    assert message(SMALLEST + nested) == "list.yml:5: `a` is there twice."


def test_all_mistakes_are_named_each_with_its_line():
    text = SMALLEST.replace("entry: tool", "entry: 1").replace("new-tool.yml", "tool.txt")
    assert message(text).splitlines() == [
        "list.yml:1: `entry` should be a text, for which numbers, yes and no need quotes, or "
        "settings, such as `name: value`.",
        "list.yml:4: `forms.add` should be the name of a .yml file, without its folder.",
    ]
    two = SMALLEST.replace("{field: tool, kind: name}", "{field: tool, kind: text, empty: a|b}")
    assert message(two).splitlines() == [
        "list.yml:2: exactly one column needs `kind: name`.",
        "list.yml:3: a pipe would end the cell; write `\\|` for one in it.",
    ]


@pytest.mark.parametrize("path", UNQUOTED, ids=lambda path: path.stem)
def test_yes_without_quotes_is_text_for_others_and_true_for_the_bot(path):
    """PyYAML reads YAML 1.1, hooks and editors YAML 1.2; the message says what to do."""
    with pytest.raises(ListFileError, match="quotes"):
        read_list_file(path.read_text(encoding="utf-8"), "list.yml")


def test_a_key_is_there_twice_wherever_it_is():
    text = f"{SMALLEST}order: {{rows: top, rows: bottom}}\nentry: saw\n"
    assert [line.partition(": ")[2] for line in message(text).splitlines()] == [
        "`rows` is there twice.",
        "`entry` is there twice.",
    ]


def test_many_aliases_of_aliases_are_looked_at_once():
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 100)]
    assert "`a0` is no setting" in message("\n".join(lines))


def test_what_an_alias_repeats_is_passed_over():
    text = "forms: {add: a.yml, add: b.yml}\nentry: &a [x]\ncolumns: *a\n"
    assert message(text) == "list.yml:1: `add` is there twice."


def test_deep_nesting_is_a_mistake_as_any_other():
    assert message(f"entry: {'[' * 2_000}{']' * 2_000}").startswith("list.yml:")
