"""Settings taken without pydantic are those which pydantic makes, and a wrong one is left to it."""

import copy
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from bot.shape.judge import LIST_FILE_ADAPTER
from bot.shape.list_file import ListFile, Noun
from bot.shape.plain import NotPlainError, take_settings

FILES = sorted(Path(__file__).with_name("list_files").glob("*/*.yml"))
GOOD = [
    yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES if path.parent.name == "good"
]
TEXTS = ("", " ", "x", "☁", "\ud800", "a b", "a\n", "a.yml", "a.yml\n", "/a.yml")
WORDS = ("name", "text", "choices", "links", "natural", "top", "ocpp-versions")
SCALARS = st.sampled_from([None, True, 0, 1, 6, 7, 1.5, b"x", *TEXTS, *WORDS])
KEYS = st.sampled_from(
    ["field", "kind", "empty", "shown", "one", "new", "by", "level", " ", "x", 2.0, True]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=4,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Each setting at any depth, as the mapping or list around it and its key."""
    keys = (
        list(value)
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else ()
    )
    found = []
    for key in keys:
        found += [(value, key), *places(value[key])]
    return found


@given(st.sampled_from(GOOD), st.data())
def test_pydantic_takes_what_is_taken_without_it(settings, data):
    changed = copy.deepcopy(settings)
    for _ in range(data.draw(st.integers(0, 2))):
        around, key = data.draw(st.sampled_from(places(changed)))
        if data.draw(st.booleans()):
            around[key] = data.draw(VALUES)
        elif isinstance(around, dict):
            around[data.draw(KEYS)] = around.pop(key)
    try:
        taken = take_settings(ListFile, changed)
    except ValueError:
        return
    assert asdict(taken) == asdict(LIST_FILE_ADAPTER.validate_python(changed))


@pytest.mark.parametrize("settings", GOOD)
def test_a_good_file_needs_no_pydantic(settings):
    taken = take_settings(ListFile, settings)
    assert asdict(taken) == asdict(LIST_FILE_ADAPTER.validate_python(settings))


def test_half_of_a_pair_of_surrogates_is_not_taken():
    settings = {"one": "tool \ud800", "many": "tools"}
    with pytest.raises(ValueError, match="surrogates"):
        take_settings(Noun, settings)
    with pytest.raises(ValidationError):
        TypeAdapter(Noun).validate_python(settings)


@pytest.mark.parametrize("settings", [None, [], {}, {"entry": "tool"}])
def test_settings_which_lack_something_are_not_taken(settings):
    with pytest.raises(NotPlainError):
        take_settings(ListFile, settings)
    with pytest.raises(ValidationError):
        LIST_FILE_ADAPTER.validate_python(settings)
