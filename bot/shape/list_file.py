"""What .github/list.yml may hold, as dataclasses; schema/list-1.json is made from them.

pydantic judges their values in `bot.shape.judge`. This module does without it: loading it takes
half the time of a `preview`.
"""

from dataclasses import dataclass
from dataclasses import field as setting
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, TypeVar, dataclass_transform

from bot.shape.limits import ByKind, FieldId, FileName, HeadingLevel, Limit, Separator, Text, YesNo

_Kind = TypeVar("_Kind")


def _help(description: str) -> dict[str, Any]:
    """The metadata of a setting, as pydantic reads them."""
    return {"description": description}


def _empty(description: str) -> dict[str, Any]:
    """The same where the default is empty, since pydantic does not show a `default_factory`."""
    return _help(description) | {"json_schema_extra": {"default": {}}}


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


class DefaultId(StrEnum):
    """The ids which list.yml need not name; a form need not have these fields."""

    ROW = "model"
    CHANGE = "correction"
    RENAME = "new_model"
    REASON = "reason"


class Words(StrEnum):
    """How answers to a choice may be worded besides the options themselves."""

    OCPP_VERSIONS = "ocpp-versions"


class Settings:
    """Settings by name; pydantic refuses other names."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    __dataclass_fields__: ClassVar[dict[str, Any]]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(setting,))
def _settings(kind: type[_Kind]) -> type[_Kind]:
    """A dataclass which type checkers see as frozen.

    What refuses to set, compares or shows a value at run time is code, which takes time to make.
    """
    return dataclass(kw_only=True, eq=False, repr=False)(kind)


@_settings
class Noun(Settings):
    """A word for one and for many."""

    one: Text
    many: Text


@_settings
class Sections(Settings):
    """The sections of the list, each a heading with a table below."""

    field: FieldId = setting(metadata=_help("id of the form field with the name of the section"))
    name: Text = setting(metadata=_help("what a section is called in messages, such as brand"))
    new: YesNo = setting(default=True, metadata=_help("may a form make a section?"))
    level: HeadingLevel | None = setting(
        default=None, metadata=_help("heading level; by default found in the page")
    )
    aliases: dict[Text, list[Text]] = setting(
        default_factory=dict, metadata=_empty("other names of a section, by its heading")
    )


@_settings
class Column(Settings):
    """The settings common to all columns."""

    field: FieldId = setting(metadata=_help("id of the form field with the answer"))
    markup: YesNo = setting(
        default=False, metadata=_help("may people use links, code and emphasis in its cells?")
    )


@_settings
class NameColumn(Column):
    """The name of an entry, as plain text or as a link."""

    kind: Literal["name"]
    starts_with: FieldId | None = setting(
        default=None, metadata=_help("the names begin with the section's name: its field id")
    )
    address: FieldId | None = setting(
        default=None, metadata=_help("names are links: id of the form field with the address")
    )
    exported: FieldId | None = setting(
        default=None, metadata=_help("what exports call the name, if not the id of its field")
    )


@_settings
class TextColumn(Column):
    """One line of plain text."""

    kind: Literal["text"]
    empty: str = setting(default="", metadata=_help("what the cell shows without an answer"))
    remarks: YesNo = setting(
        default=False, metadata=_help("free remarks, where words such as `no` or `ok` say nothing")
    )
    date: YesNo = setting(
        default=False,
        metadata=_help("takes only dates with the year first, such as `2026-11-30` or `2026`"),
    )


@_settings
class ChoiceColumn(Column):
    """One or several of the options of a dropdown."""

    kind: Literal["choice", "choices", "yes/no"]
    shown: dict[Text, Text] = setting(
        default_factory=dict,
        metadata=_empty("what a cell shows for an option, if not the option itself"),
    )
    separator: Text = setting(default=" / ", metadata=_help("between several options in a cell"))
    optional: YesNo = setting(default=False, metadata=_help("may a cell have no option?"))
    exported: dict[Text, Text] = setting(
        default_factory=dict,
        metadata=_empty("what exports call an option, if not the option itself"),
    )
    empty: str = setting(default="", metadata=_help("what the cell shows without an answer"))
    words: Words | None = setting(default=None, metadata=_help("other wordings to understand"))
    search: dict[Text, list[Text]] = setting(
        default_factory=dict, metadata=_empty("other phrases by which the page finds an option")
    )


@_settings
class LinksColumn(Column):
    """Links, each with a title and an address."""

    kind: Literal["links"]
    separator: Separator = setting(
        default=" \\| ", metadata=_help("Markdown between several links in a cell")
    )
    title: Text | None = setting(
        default=None, metadata=_help("the title of a link given without one; by default its host")
    )
    empty: str = setting(default="", metadata=_help("what the cell shows without an answer"))


ColumnKind = Literal["name", "text", "choice", "choices", "yes/no", "links"]
AnyColumn = Annotated[NameColumn | TextColumn | ChoiceColumn | LinksColumn, ByKind()]
Columns = Annotated[dict[Text, AnyColumn], Limit({"min_length": 1}, bool)]


@_settings
class ByColumn(Settings):
    """An order by one column; rows without a value go last."""

    by: Text = setting(metadata=_help("the name of the column"))
    how: Direction


@_settings
class Order(Settings):
    """The order of sections and of rows."""

    sections: Direction | ListEnd = Direction.ALPHABETICAL
    rows: Direction | ListEnd | ByColumn = Direction.NATURAL


@_settings
class FormFiles(Settings):
    """The files of the forms in .github/ISSUE_TEMPLATE."""

    add: FileName
    add_section: FileName | None = None
    correct: FileName | None = None


@_settings
class Correct(Settings):
    """The correction form, and its fields whose ids are not those of the columns."""

    form: FileName | None = setting(default=None, metadata=_help("the file, if not under `forms`"))
    row: FieldId = setting(default=DefaultId.ROW, metadata=_help("names the entry"))
    change: FieldId = setting(default=DefaultId.CHANGE, metadata=_help("change, rename or remove"))
    rename: FieldId = setting(default=DefaultId.RENAME, metadata=_help("the new name"))
    reason: FieldId = setting(default=DefaultId.REASON, metadata=_help("why"))


@_settings
class About(Settings):
    """What exports and the page say of the list itself."""

    title: Text
    attribution: Text = ""
    license: Text = ""
    license_url: Text = ""
    intro: str = setting(default="", metadata=_help("what the page says above the list"))
    terms: dict[Text, Text] = setting(
        default_factory=dict, metadata=_empty("terms which the page explains, with their meanings")
    )


@_settings
class ListFile(Settings):
    """The whole of .github/list.yml."""

    heading: Text | None = setting(
        default=None, metadata=_help("the list is below this heading; without one, the whole page")
    )
    entry: Text | Noun = setting(metadata=_help("what one row is called in messages"))
    sections: Sections | None = setting(default=None, metadata=_help("without: one table"))
    columns: Columns = setting(metadata=_help("by their name in the table"))
    order: Order = Order()
    forms: FormFiles
    correct: Correct = Correct()
    names: str | None = setting(
        default=None,
        metadata=_help("marks allowed in names besides letters, digits and spaces; without: all"),
    )
    same_names: YesNo = setting(
        default=False, metadata=_help("may rows of a section share a name? their cells must differ")
    )
    near_duplicates: YesNo = setting(
        default=True, metadata=_help("report names nearly the same; false for order codes")
    )
    strict: YesNo = setting(
        default=False,
        metadata=_help(
            "does check hold rows written by hand to the limits of the forms, for lengths "
            "and addresses, and ask for a table of contents?"
        ),
    )
    about: About | None = None

    @property
    def correction_form(self) -> str | None:
        """The file of the correction form, if there is one."""
        return self.forms.correct or self.correct.form
