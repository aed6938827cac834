"""Names as people give them, held against the rows of the list."""

from functools import lru_cache
from typing import Any

from bot.document.parse import Brand, Row
from bot.forms.values import MODEL_LIMIT
from bot.names.full_name import canonical_model, full_model
from bot.names.order import PowerRated, identity, model_key, normalize_name
from bot.names.several import names_again
from bot.rules import value_rules
from bot.rules.rule import Fact, Problem


def meant_key(brand: str, model: str) -> tuple[Any, ...]:
    """Sorts the models of a brand by what is meant."""
    return model_key(canonical_model(brand, model, MODEL_LIMIT))


@lru_cache(maxsize=4)
def rows_by_meaning(brand: Brand) -> dict[PowerRated, list[Row]]:
    """The rows of a brand by the chargers that are meant. Raises ReadmeError."""
    found: dict[PowerRated, list[Row]] = {}
    for row in brand.rows:
        key = identity(canonical_model(brand.name, row.model, MODEL_LIMIT))
        found.setdefault(key, []).append(row)
    return found


def model_problems(label: str, brand: str, typed: str) -> list[Problem]:
    """What is wrong with the name of a model once the brand is in front."""
    model = full_model(brand, typed)
    if model == brand:
        return [Problem(value_rules.MODEL_IS_BRAND, label, {"received": typed})]
    if names_again(normalize_name(brand), normalize_name(model)):
        return [Problem(value_rules.SEVERAL_IN_ONE, label, {"received": typed})]
    if len(model) > MODEL_LIMIT:
        facts: dict[str, Fact] = {"received": model, "limit": MODEL_LIMIT, "length": len(model)}
        return [Problem(value_rules.TOO_LONG, label, facts)]
    return []
