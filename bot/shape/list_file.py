"""What .github/list.yml may hold, as frozen pydantic models; schema/list-1.json is made from them.

The patterns mean the same to pydantic, to JSON Schema checkers and to editors: classes such as
`[0-9]` do, and categories of Unicode, while the short names of letters, digits and spaces differ.
What pydantic would convert, such as the text "yes" to true, is refused as the schema refuses it.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StringConstraints

VISIBLE = r"[\p{L}\p{M}\p{N}\p{P}\p{S}]"  # a letter, mark, digit, punctuation or symbol
FIELD_ID = r"^[A-Za-z0-9_-]+$"
FILE_NAME = r"^[^/\\]+\.ya?ml$"

Text = Annotated[str, StringConstraints(pattern=VISIBLE)]
FieldId = Annotated[str, StringConstraints(pattern=FIELD_ID)]
FileName = Annotated[str, StringConstraints(pattern=FILE_NAME)]


class Direction(StrEnum):
    """How values of one column are put in order."""

    NATURAL = "natural"
    ALPHABETICAL = "alphabetical"
    POWER_RATING = "power-rating"
    NEWEST_FIRST = "newest-first"
    OLDEST_FIRST = "oldest-first"


class ListEnd(StrEnum):
    """Where new rows or sections go in a list without order."""

    TOP = "top"
    BOTTOM = "bottom"


class Words(StrEnum):
    """How answers to a choice may be worded besides the options themselves."""

    OCPP_VERSIONS = "ocpp-versions"


class _Model(BaseModel):
    """Frozen, and strict about keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Noun(_Model):
    """A word for one and for many."""

    one: Text
    many: Text


class Sections(_Model):
    """The sections of the list, each a heading with a table below."""

    field: FieldId = Field(description="id of the form field with the name of the section")
    name: Text = Field(description="what a section is called in messages, such as brand")
    new: StrictBool = Field(default=True, description="may a form make a section?")
    level: StrictInt | None = Field(
        default=None, ge=1, le=6, description="heading level; by default found in the page"
    )
    aliases: dict[Text, list[Text]] = Field(
        default={}, description="other names of a section, by its heading"
    )


class Column(_Model):
    """The settings common to all columns."""

    field: FieldId = Field(description="id of the form field with the answer")
    markup: StrictBool = Field(
        default=False, description="may people use links, code and emphasis in its cells?"
    )


class NameColumn(Column):
    """The name of an entry, as plain text or as a link."""

    kind: Literal["name"]
    starts_with: FieldId | None = Field(
        default=None, description="the names begin with the section's name: its field id"
    )
    address: FieldId | None = Field(
        default=None, description="names are links: id of the form field with the address"
    )
    exported: FieldId | None = Field(
        default=None, description="what exports call the name, if not the id of its field"
    )


class TextColumn(Column):
    """One line of plain text."""

    kind: Literal["text"]
    empty: str = Field(default="", description="what the cell shows without an answer")
    remarks: bool = Field(
        default=False, description="free remarks, where words such as `no` or `ok` say nothing"
    )


class ChoiceColumn(Column):
    """One or several of the options of a dropdown."""

    kind: Literal["choice", "choices", "yes/no"]
    shown: dict[Text, Text] = Field(
        default={}, description="what a cell shows for an option, if not the option itself"
    )
    separator: str = Field(
        default=" / ", pattern=VISIBLE, description="between several options in a cell"
    )
    optional: StrictBool = Field(default=False, description="may a cell have no option?")
    exported: dict[Text, Text] = Field(
        default={}, description="what exports call an option, if not the option itself"
    )
    empty: str = Field(default="", description="what the cell shows without an answer")
    words: Words | None = Field(default=None, description="other wordings to understand")
    search: dict[Text, list[Text]] = Field(
        default={}, description="other phrases by which the page finds an option"
    )


class LinksColumn(Column):
    """Links, each with a title and an address."""

    kind: Literal["links"]
    separator: str = Field(
        default=" \\| ", pattern=VISIBLE, description="Markdown between several links in a cell"
    )
    title: Text | None = Field(
        default=None, description="the title of a link given without one; by default its host"
    )
    empty: str = Field(default="", description="what the cell shows without an answer")


ColumnKind = Literal["name", "text", "choice", "choices", "yes/no", "links"]
AnyColumn = Annotated[
    NameColumn | TextColumn | ChoiceColumn | LinksColumn, Field(discriminator="kind")
]


class ByColumn(_Model):
    """An order by one column; rows without a value go last."""

    by: Text = Field(description="the name of the column")
    how: Direction


class Order(_Model):
    """The order of sections and of rows."""

    sections: Direction | ListEnd = Direction.ALPHABETICAL
    rows: Direction | ListEnd | ByColumn = Direction.NATURAL


class FormFiles(_Model):
    """The files of the forms in .github/ISSUE_TEMPLATE."""

    add: FileName
    add_section: FileName | None = None
    correct: FileName | None = None


class Correct(_Model):
    """The correction form, and its fields whose ids are not those of the columns."""

    form: FileName | None = Field(default=None, description="the file, if not under `forms`")
    row: FieldId = Field(default="model", description="names the entry")
    change: FieldId = Field(default="correction", description="change, rename or remove")
    rename: FieldId = Field(default="new_model", description="the new name")
    reason: FieldId = Field(default="reason", description="why")


class About(_Model):
    """What exports and the page say of the list itself."""

    title: Text
    attribution: Text = ""
    license: Text = ""
    license_url: Text = ""
    intro: str = Field(default="", description="what the page says above the list")
    terms: dict[Text, Text] = Field(
        default={}, description="terms which the page explains, with their meanings"
    )


class ListFile(_Model):
    """The whole of .github/list.yml."""

    heading: Text | None = Field(
        default=None, description="the list is below this heading; without one, the whole page"
    )
    entry: Text | Noun = Field(description="what one row is called in messages")
    sections: Sections | None = Field(default=None, description="without: one table")
    columns: dict[Text, AnyColumn] = Field(min_length=1, description="by their name in the table")
    order: Order = Order()
    forms: FormFiles
    correct: Correct = Correct()
    names: str | None = Field(
        default=None,
        description="marks allowed in names besides letters, digits and spaces; without: all",
    )
    same_names: StrictBool = Field(
        default=False, description="may rows of a section share a name? their cells must differ"
    )
    near_duplicates: StrictBool = Field(
        default=True, description="report names nearly the same; false for order codes"
    )
    strict: StrictBool = Field(
        default=False,
        description="does check hold rows written by hand to the limits of the forms, for lengths "
        "and addresses, and ask for a table of contents?",
    )
    about: About | None = None
