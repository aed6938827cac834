"""Settings whose values are plainly of their kinds, taken without pydantic.

What pydantic accepts only after a conversion or a closer look is left to it.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from bot.shape.list_file import Settings

_Kind = TypeVar("_Kind", bound=Settings)


class NotPlainError(ValueError):
    """A value is not plainly of its kind; pydantic may know better."""


def take_settings(kind: type[_Kind], values: Any) -> _Kind:
    """Settings from a mapping of YAML, as pydantic makes them. Raises ValueError."""
    if type(values) is not dict:
        raise NotPlainError
    taken: dict[str, Any] = {}
    for setting in fields(kind):
        if setting.name in values:
            taken[setting.name] = _take(setting.type, values[setting.name])
        elif setting.default is MISSING and setting.default_factory is MISSING:
            raise NotPlainError
    if len(taken) != len(values):
        raise NotPlainError
    return kind(**taken)


def _take(kind: Any, value: Any) -> Any:
    """A value of an annotation. Raises ValueError."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _take_limited(arguments[0], arguments[1:], value)
    if origin in {Union, UnionType}:
        return _take_one_of(arguments, value)
    if origin is dict:
        return _take_mapping(arguments, value)
    if origin is list:
        if type(value) is not list:
            raise NotPlainError
        return [_take(arguments[0], item) for item in value]
    if origin is Literal:
        if type(value) is not str or value not in arguments:
            raise NotPlainError
        return value
    if issubclass(kind, Settings):
        return take_settings(kind, value)
    return _take_simple(kind, value)


def _take_limited(kind: Any, limits: Any, value: Any) -> Any:
    taken = _take(kind, value)
    for limit in limits:
        if not limit.is_kept(taken):
            raise NotPlainError
    return taken


def _take_one_of(kinds: Any, value: Any) -> Any:
    """No value of YAML is of two of the kinds that a setting may have. Raises NotPlainError."""
    for kind in kinds:
        try:
            return _take(kind, value)
        except ValueError:
            continue
    raise NotPlainError


def _take_mapping(kinds: Any, value: Any) -> Mapping[Any, Any]:
    key_kind, value_kind = kinds
    if type(value) is not dict:
        raise NotPlainError
    taken = {}
    for key, item in value.items():
        taken[_take(key_kind, key)] = _take(value_kind, item)
    return taken


def _take_simple(kind: type, value: Any) -> Any:
    """A text, a number, yes or no, nothing, or the member of an enumeration for a text.

    Raises ValueError.
    """
    if type(value) is str and issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        raise NotPlainError
    if type(value) is str:
        value.encode()  # fails for half of a pair of surrogates
    return value
