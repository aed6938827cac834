"""The shape of a list, bound to the options of its forms: what every other package asks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.chargers.words import RATING_UNIT, VOCABULARY
from bot.names.order import normalize_name
from bot.names.vocabulary import GENERAL, Vocabulary, own_vocabulary
from bot.shape.list_file import (
    About,
    AnyColumn,
    ChoiceColumn,
    ColumnKind,
    Correct,
    Direction,
    LinksColumn,
    ListFile,
    NameColumn,
    Noun,
    TextColumn,
    Words,
)

# What asks for a link in place of one, such as `Source needed!`; a lock or a dash does not.
_NEEDED = re.compile(r"\b(\w+) (?:is )?(?:still )?(?:needed|wanted|missing)\b", re.IGNORECASE)


def needed_word(text: str) -> str:
    """What a cell asks for in place of a link, in small letters: `source` of `Source needed!`.

    Empty for one which asks for nothing, such as a lock or a dash.
    """
    needed = _NEEDED.search(text)
    return needed[1].lower() if needed else ""


@dataclass(frozen=True, eq=False)
class ColumnShape:
    """One column: its place counted from 0, and its settings with the options of its form field.

    `is_strict` as the whole list is.
    """

    index: int
    name: str
    setting: AnyColumn
    options: tuple[str, ...] = ()
    is_strict: bool = False

    @cached_property
    def kind(self) -> ColumnKind:
        """The kind of its values."""
        return self.setting.kind

    @property
    def field(self) -> str:
        """The id of the form field with its answer."""
        return self.setting.field

    @cached_property
    def address(self) -> str | None:
        """The id of the form field with the address of a name, where names are links."""
        return self.setting.address if isinstance(self.setting, NameColumn) else None

    @cached_property
    def empty(self) -> str:
        """The content of a cell without a value."""
        return "" if isinstance(self.setting, NameColumn) else self.setting.empty

    @cached_property
    def separator(self) -> str:
        """The separator of several options in a cell, or of links as Markdown."""
        if isinstance(self.setting, ChoiceColumn | LinksColumn):
            return self.setting.separator
        return ""

    @property
    def link_title(self) -> str | None:
        """The title of a link given without one; None for its host."""
        return self.setting.title if isinstance(self.setting, LinksColumn) else None

    @property
    def allows_markup(self) -> bool:
        """Whether people may use links, code and emphasis in its cells."""
        return self.setting.markup

    @property
    def is_optional(self) -> bool:
        """Whether a cell may have no value."""
        if isinstance(self.setting, ChoiceColumn):
            return self.setting.optional or self.kind == "yes/no"
        return True

    @cached_property
    def holds_remarks(self) -> bool:
        """Whether words such as `no` and `ok` say nothing here; elsewhere they may be values."""
        return isinstance(self.setting, TextColumn) and self.setting.remarks

    @property
    def holds_dates(self) -> bool:
        """Whether its cells are dates, as list.yml says."""
        return isinstance(self.setting, TextColumn) and self.setting.date

    @property
    def words(self) -> Words | None:
        """Other wordings to understand."""
        return self.setting.words if isinstance(self.setting, ChoiceColumn) else None

    def shown(self, option: str) -> str:
        """The content of a cell for an option."""
        if isinstance(self.setting, ChoiceColumn):
            return self.setting.shown.get(option, option)
        return option

    def exported(self, option: str) -> str:
        """The name of an option in exports."""
        if isinstance(self.setting, ChoiceColumn):
            return self.setting.exported.get(option, option)
        return option

    @property
    def exported_options(self) -> list[str]:
        """The names of its options in exports."""
        return [self.exported(option) for option in self.options]


@dataclass(frozen=True, eq=False)  # a list has one, compared by identity
class Shape:
    """The shape of one list; `options` are those of the form's fields, by field id."""

    file: ListFile
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def columns(self) -> tuple[ColumnShape, ...]:
        """The columns, from left to right."""
        columns = []
        for index, (name, setting) in enumerate(self.file.columns.items()):
            options = self.options.get(setting.field, ())
            columns.append(ColumnShape(index, name, setting, options, self.file.strict))
        return tuple(columns)

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.file.columns)

    @cached_property
    def name_column(self) -> ColumnShape:
        """The column with the names of the entries."""
        return next(column for column in self.columns if column.kind == "name")

    @property
    def has_sections(self) -> bool:
        """Whether the list has a table for each section, not one for all."""
        return self.file.sections is not None

    @cached_property
    def names_start_with_section(self) -> bool:
        """Whether a name begins with the name of its section, as in `Zaptec Go` below Zaptec."""
        setting = self.name_column.setting
        return isinstance(setting, NameColumn) and setting.starts_with is not None

    @cached_property
    def entry(self) -> Noun:
        """The nouns for one row and for several."""
        noun = self.file.entry
        return noun if isinstance(noun, Noun) else Noun(one=noun, many=f"{noun}s")

    @property
    def section_noun(self) -> str:
        """The noun for one section."""
        return self.file.sections.name if self.file.sections else "list"

    @property
    def links_noun(self) -> str:
        """The noun for its links: the id of their one field if it is a plural such as `sources`."""
        fields = [column.field for column in self.columns if column.kind == "links"]
        is_plural = len(fields) == 1 and fields[0].endswith("s")
        return fields[0].replace("_", " ") if is_plural else "links"

    @cached_property
    def nouns(self) -> Mapping[str, str]:
        """The nouns of the list and the marks its names may have, as facts for messages."""
        noun = self.section_noun
        return {
            "entry": self.entry.one,
            "many": self.entry.many,
            "section": noun,
            "sections": f"{noun}s",
            "allowed_marks": self.file.names or "",
        }

    @cached_property
    def has_versions(self) -> bool:
        """Whether the list has a column for OCPP versions, and so chargers for entries."""
        return any(column.words is Words.OCPP_VERSIONS for column in self.columns)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words with a meaning of their own in the names of the list."""
        entry, section = self.entry, self.file.sections
        vocabulary = GENERAL | own_vocabulary(
            entry.one, entry.many, self.name_column.name, section.name if section else ""
        )
        if self.has_versions:
            vocabulary |= VOCABULARY
        if self.file.order.rows is Direction.POWER_RATING:
            vocabulary |= Vocabulary(unit=RATING_UNIT)
        return vocabulary

    @property
    def section_field(self) -> str:
        """The id of the form field with the section's name, empty for a list without sections."""
        return self.file.sections.field if self.file.sections else ""

    @property
    def address_field(self) -> str:
        """The id of the form field with the address of a name, empty where names are no links."""
        return self.name_column.address or ""

    @property
    def correct(self) -> Correct:
        """The fields of the correction form."""
        return self.file.correct

    def naming_answers(self, section: str, name: str) -> dict[str, str]:
        """The answers of a correction which name an entry, by the id of their field."""
        answers = {self.correct.row: name}
        if self.section_field:
            answers[self.section_field] = section
        return answers

    @property
    def about(self) -> About:
        """What exports say of the list itself; without a title, that it has such entries."""
        many = self.entry.many
        return self.file.about or About(title=self.file.heading or many[:1].upper() + many[1:])

    @cached_property
    def _aliases(self) -> dict[str, str]:
        if self.file.sections is None:
            return {}
        identities = {}
        for name, aliases in self.file.sections.aliases.items():
            for alias in aliases:
                identities[normalize_name(alias)] = normalize_name(name)
        return identities

    def section_identity(self, name: str) -> str:
        """Equal for names of the same section, an alias among them."""
        plain = normalize_name(name)
        return self._aliases.get(plain, plain)

    @cached_property
    def _columns_by_field(self) -> dict[str, ColumnShape]:
        return {column.field: column for column in self.columns}

    def column_of_field(self, field_id: str) -> ColumnShape | None:
        """The column with the answer to a form field."""
        return self._columns_by_field.get(field_id)
