"""What is wrong with YAML is said in one way, whatever reads it, and in no words of a parser."""

import pytest
import yaml

from bot.shape.yaml_loader import BAD_VALUE, yaml_problem

BROKEN = {
    "a:\n\tb: 1\n": "tab",
    "a:\n  b\n\tc: 1\n": "tab",
    "a: @b\n": "quotes",
    "a: `b`\n": "quotes",
    "a: [b\nc: 1\n": "`]`",
    "a: [b\n": "`]`",
    "a: {b: 1\nc: 2\n": "`}`",
    "a: b: c\n": "colon",
    "a: 1\nb\nc: 1\n": "lacks its colon",
    "a:\n  b: 1\n c: 2\n": "indentation",
    "- a\nb: 1\n": "indentation",
    "a: 1\n- b\n": "indentation",
    'a: "b" c\n': "quotes",
    'a: "b\nc: 1\n': "quote at its end",
    "a: *x\n": "begins with *",
    "a: *\n": "begins with * or &",
    "a: & b\n": "begins with * or &",
    "a: !x 1\n": "begins with !",
    'a: "\\q"\n': "backslash",
    "a: 1\n---\nb: 1\n": "`---`",
    "? [a]\n: 1\n": "must be a word",
    "a: \x07\n": "control character",
    b"a: \xff\n": "UTF-8",
}


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize(("text", "words"), BROKEN.items())
def test_a_mistake_is_named_in_words_of_people(loader, text: str | bytes, words: str):
    with pytest.raises((yaml.YAMLError, *BAD_VALUE)) as caught:
        yaml.load(text, loader)
    problem = yaml_problem(caught.value)[1]
    assert words in problem
    for jargon in ("token", "expected", "scalar", "mapping", "codec", "recursion"):
        assert jargon not in problem


def test_what_is_nested_too_deep_is_named():
    with pytest.raises(RecursionError) as caught:
        yaml.load("a: " + "[" * 5000, yaml.SafeLoader)
    assert yaml_problem(caught.value) == (None, "it is nested too deep, or holds itself")
