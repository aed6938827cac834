"""Each kind of mistake in list.yml, with its line and what is allowed."""

import pytest
import yaml

from bot.errors import ListFileError
from bot.shape.judge import judge
from bot.shape.list_file import ListFile

QUOTED = "a text, for which numbers, yes and no need quotes"
RIGHT = """\
entry: {one: tool, many: tools}
columns:
  Tool: {field: tool, kind: name}
  Made:
    field: made
    kind: choice
    shown: {a: A}
forms: {add: add.yml}
"""


def judged(text: str) -> ListFile:
    return judge(yaml.safe_load(text), yaml.compose(text), "list.yml")


def mistakes(text: str) -> list[str]:
    with pytest.raises(ListFileError) as caught:
        judged(text)
    return str(caught.value).splitlines()


def test_a_right_file_has_no_mistakes():
    assert list(judged(RIGHT).columns) == ["Tool", "Made"]


@pytest.mark.parametrize(
    ("right", "wrong", "mistake"),
    [
        ("forms: {add: add.yml}\n", "", "1: `forms` is missing"),
        ("one: tool, ", "", "1: `entry.one` is missing"),
        ("    field: made\n", "", "4: `columns.Made.field` is missing"),
        (
            "kind: name",
            "kind: named",
            "3: `columns.Tool.kind` is no kind; did you mean `name`? Allowed here are choice, "
            "choices, links, name, text, yes/no",
        ),
        (
            "    kind: choice\n",
            "    kind: number\n",
            "6: `columns.Made.kind` is no kind; allowed here are choice, choices, links, name, text, "
            "yes/no",
        ),
        (
            "forms:",
            "sections: {field: a, nmae: b, name: c}\nforms:",
            "8: `sections.nmae` is no setting; did you mean `name`? Allowed here are field, name, "
            "new, level, aliases",
        ),
        (
            "    kind: choice\n",
            "",
            "4: `columns.Made` needs a `kind`, one of choice, choices, links, name, text, yes/no",
        ),
        (
            "{one: tool, many: tools}",
            "[]",
            "1: `entry` should be a text, or settings, such as `name: value`",
        ),
        (
            "{field: tool, kind: name}",
            "~",
            "3: `columns.Tool` should be settings, such as `{field: players, kind: text}`",
        ),
        (
            "forms:",
            "7: a\nforms:",
            "8: `7` should be a text, for which numbers, yes and no need quotes",
        ),
        ("one: tool", "one: ~", "1: `entry.one` should be a text"),
        (
            "one: tool",
            "one: 2",
            "1: `entry.one` should be a text, for which numbers, yes and no need quotes",
        ),
        ("one: tool", "one: ' '", "1: `entry.one` should be a text which is not empty"),
        (
            "one: tool",
            "one: yes",
            "1: `entry.one` should be a text, for which numbers, yes and no need quotes",
        ),
        ("one: tool", "one: 1", f"1: `entry.one` should be {QUOTED}"),
        (
            "field: made",
            "field: Made of",
            "5: `columns.Made.field` should be an id, of the letters a to z, digits, - and _",
        ),
        (
            "add.yml",
            "a/add.yml",
            "8: `forms.add` should be the name of a .yml file, without its folder",
        ),
        (
            "shown: {a: A}",
            "shown: [a]",
            "7: `columns.Made.shown` should be settings, such as `name: value`",
        ),
        (
            "    shown: {a: A}",
            "    optional: 1",
            "7: `columns.Made.optional` should be true or false",
        ),
        ("forms:", "strict: maybe\nforms:", "8: `strict` should be true or false"),
        (
            "forms:",
            "sections: {field: a, name: b, level: 2.5}\nforms:",
            "8: `sections.level` should be a number from 1 to 6",
        ),
        (
            "forms:",
            "sections: {field: a, name: b, level: 7}\nforms:",
            "8: `sections.level` should be a number from 1 to 6",
        ),
        (
            "forms:",
            "sections: {field: a, name: b, aliases: {c: d}}\nforms:",
            "8: `sections.aliases.c` should be a list",
        ),
        (
            "forms:",
            "order: {x: 1}\nforms:",
            "8: `order.x` is no setting; allowed here are sections, rows",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(right: str, wrong: str, mistake: str):
    assert right in RIGHT
    assert mistakes(RIGHT.replace(right, wrong, 1)) == [f"list.yml:{mistake}."]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "the file should be settings, such as `name: value`"),
        ("- a", "the file should be settings, such as `name: value`"),
        (
            "entry: tool\nforms: {add: a.yml}\ncolumns: {}",
            "`columns` should be at least one setting",
        ),
    ],
)
def test_a_file_without_settings_is_named(text: str, mistake: str):
    (found,) = mistakes(text)
    assert found.endswith(f": {mistake}.")


def test_all_mistakes_are_named_each_once_and_in_order():
    text = RIGHT.replace("one: tool", "one: 1").replace("made\n", "5\n").replace("add.yml", "a")
    assert [one.partition("`")[2].partition("`")[0] for one in mistakes(text)] == [
        "entry.one",
        "columns.Made.field",
        "forms.add",
    ]


def test_of_several_kinds_of_value_only_the_one_that_is_meant_is_named():
    assert len(mistakes(f"{RIGHT}order: {{rows: {{by: Tool}}}}\n")) == 1
    (found,) = mistakes(f"{RIGHT}order: {{rows: upwards}}\n")
    assert found.startswith("list.yml:9: `order.rows` should be ")
    assert ", or settings, such as `name: value`." in found


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ("sections: {field: a, name: b, x: 1}", "field, name, new, level, aliases"),
        ("order: {x: 1}", "sections, rows"),
        ("order: {rows: {by: Tool, how: natural, x: 1}}", "by, how"),
        ("about: {title: Tools, x: 1}", "title, attribution, license, license_url, intro, terms"),
        ("correct: {x: 1}", "form, row, change, rename, reason"),
    ],
)
def test_an_unknown_setting_is_answered_with_those_around_it(line: str, allowed: str):
    (found,) = mistakes(RIGHT + line)
    assert found.endswith(f"x` is no setting; allowed here are {allowed}.")


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        ("text", "field, markup, kind, empty, remarks, date."),
        ("links", "field, markup, kind, separator, title, empty."),
        ("choice", "field, markup, kind, shown, separator, optional, exported, empty, words, sea"),
        ("yes/no", "field, markup, kind, shown, separator, optional, exported, empty, words, sea"),
    ],
)
def test_an_unknown_setting_of_a_column(kind: str, allowed: str):
    column = f"  Price: {{field: price, kind: {kind}, x: 1}}\n"
    text = RIGHT.replace("forms:", f"{column}forms:")
    begin = "list.yml:8: `columns.Price.x` is no setting; allowed here are "
    (found,) = mistakes(text)
    assert found.startswith(begin + allowed)
