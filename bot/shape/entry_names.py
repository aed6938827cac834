"""The names of entries as the list has them: with that of their section, or without."""

from functools import lru_cache
from typing import Any

from bot.names.cleaning import clean_name
from bot.names.full_name import canonical_full_name, with_section, without_section
from bot.names.order import identity
from bot.shape.shape import Shape


def full_name(shape: Shape, section: str, name: str) -> str:
    """The name of an entry with that of its section in front, where the list has it so."""
    if not shape.names_start_with_section:
        return name
    return with_section(section, name, shape.vocabulary)


def own_name(shape: Shape, section: str, name: str) -> str:
    """The name of an entry without the name of its section."""
    if not shape.names_start_with_section:
        return name
    return without_section(section, name, shape.vocabulary)


def entry_identity(shape: Shape, name: str) -> Any:
    """Equal for two names of the same entry."""
    return identity(name, shape.vocabulary.unit)


@lru_cache(maxsize=32768)
def canonical_name(shape: Shape, section: str, name: str) -> str:
    """The name as the bot would write it, if certain."""
    if shape.names_start_with_section:
        return canonical_full_name(section, name, shape.vocabulary)
    return clean_name(name)


@lru_cache(maxsize=32768)
def meaning(shape: Shape, section: str, name: str) -> Any:
    """Equal for two names of the same entry of a section, however they are written."""
    return entry_identity(shape, canonical_name(shape, section, name))
