"""The loader of YAML files."""

import pytest
import yaml

from bot.shape.yaml_loader import invalid_yaml, safe_loader


@pytest.mark.parametrize("text", ["", "a: b", b"a: b"])
def test_short_texts_are_read_fast(text):
    assert safe_loader(text) is yaml.CSafeLoader


def test_long_texts_are_read_in_python():
    assert safe_loader("x" * 20_000) is yaml.CSafeLoader
    assert safe_loader("x" * 20_001) is yaml.SafeLoader


@pytest.mark.parametrize("text", ["a: b\nc: d: e", "a: b\n\t- c"])
def test_the_line_of_broken_yaml(text):
    with pytest.raises(yaml.YAMLError) as caught:
        yaml.load(text, safe_loader(text))
    assert invalid_yaml("list.yml", caught.value).startswith("list.yml:2: not valid YAML: ")
