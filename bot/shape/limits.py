"""The limits of single values of list.yml: for pydantic, and for a reading without it.

The patterns mean the same to pydantic, to JSON Schema checkers and to editors: classes such as
`[0-9]` do, and categories of Unicode, while the short names of letters, digits and spaces differ.
What pydantic would convert, such as the text "yes" to true, is refused as the schema refuses it.
"""

import re
from collections.abc import Callable
from typing import Annotated, Any

VISIBLE = r"[\p{L}\p{M}\p{N}\p{P}\p{S}]"  # a letter, mark, digit, punctuation or symbol
SEPARATOR = "."  # a space is one
FIELD_ID = r"^[A-Za-z0-9_-]+$"
FILE_NAME = r"^[^/\\]+\.ya?ml$"


class Limit:
    """A limit of a value: `settings` of pydantic's core schema.

    `is_kept` is true only of values which pydantic accepts, and may be false of some of these.
    https://docs.pydantic.dev/latest/concepts/types/#customizing_validation_with_get_pydantic_core_schema
    """

    def __init__(
        self, settings: dict[str, Any], is_kept: Callable[[Any], object] = lambda _: True
    ) -> None:
        self.settings = settings
        self.is_kept = is_kept

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return handler(source) | self.settings


class ByKind(Limit):
    """Tells pydantic to choose among dataclasses by their `kind`."""

    def __init__(self) -> None:
        super().__init__({})

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic import Field

        return handler(Annotated[source, Field(discriminator="kind")])


def _is_visible(text: str) -> bool:
    return any(character.isprintable() and character != " " for character in text)


Text = Annotated[str, Limit({"pattern": VISIBLE}, _is_visible)]
Separator = Annotated[str, Limit({"pattern": SEPARATOR}, re.compile(SEPARATOR).search)]
FieldId = Annotated[str, Limit({"pattern": FIELD_ID}, re.compile(FIELD_ID).fullmatch)]
FileName = Annotated[str, Limit({"pattern": FILE_NAME}, re.compile(FILE_NAME).fullmatch)]
YesNo = Annotated[bool, Limit({"strict": True})]
HeadingLevel = Annotated[
    int, Limit({"strict": True, "ge": 1, "le": 6}, lambda level: 1 <= level <= 6)
]
