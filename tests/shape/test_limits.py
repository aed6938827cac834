"""The limits of single values, which hold at least as much as those of pydantic."""

import typing

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.shape.limits import FieldId, FileName, HeadingLevel, Text, YesNo

ACCEPTED = [
    (Text, "a"),
    (Text, " - "),
    (FieldId, "ocpp_versions-2"),
    (FileName, "new charger.yaml"),
    (YesNo, False),
    (HeadingLevel, 1),
    (HeadingLevel, 6),
]
REFUSED = [
    (Text, ""),
    (Text, " \N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}"),
    (FieldId, "a b"),
    (FieldId, "a\n"),
    (FileName, "folder/a.yml"),
    (FileName, "a.json"),
    (HeadingLevel, 0),
    (HeadingLevel, 7),
]


@pytest.mark.parametrize(("kind", "value"), ACCEPTED)
def test_what_is_within_the_limit(kind, value):
    _, limit = typing.get_args(kind)
    assert limit.is_kept(value)
    assert TypeAdapter(kind).validate_python(value) == value


@pytest.mark.parametrize(("kind", "value"), REFUSED)
def test_what_is_not(kind, value):
    _, limit = typing.get_args(kind)
    assert not limit.is_kept(value)
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)
