"""YAML whose values know their line."""

import pytest

from bot.doctor.located_yaml import InvalidYaml, Located, read_yaml

TEXT = b"""\
# A comment
name: New charger
body:
  - id: brand
    many: yes
  - "1.6"
"""


def test_an_empty_document_is_nothing():
    assert read_yaml(b"") == read_yaml(b"# only a comment\n") == Located(None, 1)


def test_each_value_knows_its_line():
    found = read_yaml(TEXT)
    name, body = found.get("name"), found.get("body")
    assert name == Located("New charger", 2, "New charger")
    assert body
    assert [one.line for one in body.items] == [4, 6]
    assert body.items[0].get("many") == Located(True, 5, "yes")
    assert body.items[1] == Located("1.6", 6, "1.6")


def test_aliases_of_aliases_are_read_once():
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 100)]
    last = read_yaml("\n".join(lines).encode()).get("a99")
    assert last
    assert last.items[0] is last.items[1]


def test_what_is_not_there_is_none():
    found = read_yaml(TEXT)
    assert found.get() is found
    assert found.get("missing") is found.get("missing", "below") is None
    assert found.get("name", "below") is None
    assert found.items == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"a: [1\n", 2),
        (b"a: 1\n\tb: 2\n", 2),
        (b"a: *unknown\n", 1),
        (b"a: \xff\n", None),
        (b"a: 2026-02-30\n", None),
        (b"a: !!bool maybe\n", None),
        (b"a: !!timestamp soon\n", None),
        (b"[" * 5_000, None),
    ],
)
def test_what_is_no_yaml_is_named_with_its_line(text: bytes, line: int | None):
    with pytest.raises(InvalidYaml) as caught:
        read_yaml(text)
    assert caught.value.line == line
    assert str(caught.value)
