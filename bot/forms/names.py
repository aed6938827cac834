"""The name of an entry with the name of its section in front."""

from bot.forms.values import MODEL_LIMIT
from bot.names.full_name import full_model
from bot.names.order import normalize_name
from bot.names.several import names_again
from bot.rules import value_rules
from bot.rules.rule import Fact, Problem


def name_problems(label: str, section: str, typed: str) -> list[Problem]:
    """What is wrong with a name once the section's name is in front."""
    name = full_model(section, typed)
    if name == section:
        return [Problem(value_rules.MODEL_IS_BRAND, label, {"received": typed})]
    if names_again(normalize_name(section), normalize_name(name)):
        return [Problem(value_rules.SEVERAL_IN_ONE, label, {"received": typed})]
    if len(name) > MODEL_LIMIT:
        facts: dict[str, Fact] = {"received": name, "limit": MODEL_LIMIT, "length": len(name)}
        return [Problem(value_rules.TOO_LONG, label, facts)]
    return []
