"""The name of an entry with the name of its section in front."""

from bot.forms.values import NAME_LIMIT
from bot.names.full_name import with_section
from bot.names.order import normalize_name
from bot.names.several import names_again
from bot.rules import value_rules
from bot.rules.rule import Fact, Problem
from bot.shape.shape import Shape


def name_problems(label: str, section: str, typed: str, shape: Shape) -> list[Problem]:
    """What is wrong with a name once the section's name is in front."""
    name = with_section(section, typed, shape.vocabulary)
    if name == section:
        return [Problem(value_rules.NAME_IS_SECTION, label, {"received": typed})]
    if names_again(normalize_name(section), normalize_name(name)):
        return [Problem(value_rules.SEVERAL_IN_ONE, label, {"received": typed})]
    if len(name) > NAME_LIMIT:
        facts: dict[str, Fact] = {"received": name, "limit": NAME_LIMIT, "length": len(name)}
        return [Problem(value_rules.TOO_LONG, label, facts)]
    return []
