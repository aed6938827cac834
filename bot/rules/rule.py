"""What a rule is, and a problem: one breach of a rule with its facts."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


class Level(StrEnum):
    """How bad a breach is: an error must be fixed, a warning should be, a note is for later."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Quoted = str | tuple[str, ...]
Fact = Quoted | int

# Facts which `Problem` itself or `with_nouns` gives.
_NOUNS = {"allowed_marks", "entry", "field", "many", "section", "sections"}


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule of forms or of the list.

    `code` is its name for programs. `message` describes one breach, with a place in braces for each
    fact. `summary` is the rule itself, for rules `check` reports. `for_maintainer` where a
    contributor can do nothing about a breach, `needs_issues` where the answer belongs in several.
    `insist` follows what may be meant, and says what to write where it is not.
    """

    code: str
    message: str
    summary: str = ""
    level: Level = Level.ERROR
    for_maintainer: bool = False
    needs_issues: bool = False
    insist: str = ""

    def problem(self, field: str | None = None, /, **facts: Fact) -> "Problem":
        """One breach, see Problem. Raises TypeError where the message needs more facts."""
        missing = self._needed_facts - facts.keys()
        if missing:
            raise TypeError(f"{self.code} needs {', '.join(sorted(missing))}")
        return Problem(self, field, facts)

    @cached_property
    def _needed_facts(self) -> set[str]:
        return set(re.findall(r"\{(\w+)", self.message + self.insist)) - _NOUNS


class Problem(NamedTuple):
    """One breach of a rule.

    `field` is the label of the form's field or the name of the column, None for neither. `facts`
    fill in the message.
    """

    rule: Rule
    field: str | None = None
    facts: Mapping[str, Fact] = MappingProxyType({})

    def plain(self) -> str:
        """The message as plain text, with texts of people in quotation marks."""
        return self.format(self.rule.message, _plain)

    def format(self, template: str, quote: Callable[[str, Quoted], str]) -> str:
        """A sentence with the facts; `quote` shows texts of people, by the name of the fact."""
        shown = {}
        for name, fact in self.facts.items():
            if isinstance(fact, int):
                shown[name] = str(fact) if name == "line" else f"{fact:,}"
            elif name in _UNQUOTED:
                shown[name] = str(fact)
            else:
                shown[name] = quote(name, fact)
        return template.format(field=self.field, **shown)

    def with_nouns(self, nouns: Mapping[str, Fact]) -> "Problem":
        """The same with the nouns of a list among its facts."""
        return Problem(self.rule, self.field, {**nouns, **self.facts})


# Facts which are words of ours, of the form or of list.yml, not of strangers.
_UNQUOTED = frozenset({
    "before", "entry", "many", "name", "section", "sections", "separator", "why", "without",
})  # fmt: skip


def _plain(_: str, fact: Quoted) -> str:
    return ", ".join(fact) if isinstance(fact, tuple) else f'"{fact}"'


class FieldErrors(ValueError):
    """Everything wrong with one value; its `args` are problems whose field is not known yet.

    `readable` are the names of a list of names which could be read anyway.
    """

    args: tuple[Problem, ...]

    def __init__(self, *problems: Problem, readable: tuple[str, ...] = ()) -> None:
        super().__init__(*problems)
        self.readable = readable

    def problems(self, field: str) -> list[Problem]:
        """The problems, of the field with this label."""
        return [problem._replace(field=field) for problem in self.args]


def field_error(rule: Rule, **facts: Fact) -> FieldErrors:
    """The error of one breach, to raise for a value whose field the reader does not know."""
    return FieldErrors(rule.problem(**facts))


def combine(errors: Iterable[FieldErrors], readable: tuple[str, ...] = ()) -> FieldErrors:
    """One error with all breaches of several, in their order; `readable` as in FieldErrors."""
    found: list[Problem] = []
    for error in errors:
        found += error.args
    return FieldErrors(*found, readable=readable)
