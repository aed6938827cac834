"""The JSON Schema of .github/list.yml, for editors and hooks; committed as schema/list-1.json."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.shape.judge import LIST_FILE_ADAPTER

SCHEMA_FILE = "schema/list-1.json"


class _ListSchema(GenerateJsonSchema):
    """Describes keys by `propertyNames`.

    pydantic's `patternProperties` lets other keys pass, and check-jsonschema, where
    other keys are forbidden, reads the patterns as Python does, which knows no categories.
    """

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        for pattern, value in made.pop("patternProperties").items():
            made |= {"propertyNames": {"pattern": pattern}, "additionalProperties": value}
        return made


def list_schema() -> str:
    """The text of the schema.

    It names its dialect: without, editors read an older one.
    """
    schema: dict[str, Any] = {"$schema": GenerateJsonSchema.schema_dialect}
    schema |= LIST_FILE_ADAPTER.json_schema(schema_generator=_ListSchema)
    return json.dumps(schema, indent=2) + "\n"
