"""The catalogue as JSON, and the schema that describes it."""

import json
from typing import Any

from bot.export.catalogue import Catalogue

SCHEMA_FILE = "schema/catalogue-1.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def as_json(catalogue: Catalogue) -> str:
    """The whole catalogue; characters that show nothing are written as escapes."""
    return _written(catalogue.model_dump(mode="json"))


def as_schema() -> str:
    """The JSON schema of catalogues, which is published as SCHEMA_FILE."""
    return _written({"$schema": _DIALECT, **Catalogue.model_json_schema(mode="serialization")})


def _written(value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    unseen = {
        ord(char): json.dumps(char)[1:-1]
        for char in set(text)
        if not char.isprintable() and char != "\n"
    }
    return text.translate(unseen) + "\n"
