"""What an issue written freely says of an entry: the form that fits, and answers to fill it in."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.chargers.versions import is_only_version
from bot.decision.names import meant_section
from bot.document.document import Document
from bot.document.section import Section
from bot.forms.form import Forms, Kind
from bot.forms.issue import Issue
from bot.names.cleaning import clean, unique
from bot.names.order import label_key, normalize_name, skeleton
from bot.names.requests import asks_to_correct
from bot.names.vocabulary import is_nothing
from bot.shape.entry_names import entry_identity, full_name

_LONGEST = 4_000  # characters of a text that are read
_MOST_WORDS = 8  # of a name after the section's
_MOST_MENTIONS = 20
_MOST_NAMES = 5
_MOST_ADDRESSES = 5
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]{1,500}")
_MARKS = ".,:;!?()[]{}<>\"'`*_#-"  # around a word
_END_OF_CLAUSE = ".,:;!?)"


class FreeText(NamedTuple):
    """The form that fits a text, None where the text does not say, and answers by field id."""

    kind: Kind | None
    answers: dict[str, str]


class _Mention(NamedTuple):
    """A section of the list named in a text, and the name after it, which may be empty."""

    section: Section
    own_name: str


def read_free_text(issue: Issue, forms: Forms, document: Document) -> FreeText:
    """Read the title of an issue and its text, 4,000 characters in all.

    A line such as `Brand: Zaptec` answers the question with this label. Otherwise the first
    section of the list named in the text counts, and the words after it are the name of an entry.
    """
    shape = forms.shape
    text = _whole_words(f"{issue.title}\n{issue.body}")
    answers = _labelled_answers(text, forms)
    mentions = _mentions(text, document)
    typed_section = answers.get(shape.section_field, "")
    typed_name = answers.get(shape.name_column.field) or answers.get(shape.correct.row)
    section = _section_meant(typed_section, mentions, document)
    names = [mention.own_name for mention in mentions if mention.section is section]
    names = unique(filter(None, names))[:_MOST_NAMES]
    if typed_name:
        names = [typed_name]
    if section:
        if shape.section_field:
            answers[shape.section_field] = section.name
        names = unique(_as_listed(section, name) for name in names)
    if names:
        answers[shape.name_column.field] = "\n".join(names)
        answers[shape.correct.row] = names[0]
    addresses = unique(address.rstrip(_END_OF_CLAUSE) for address in _ADDRESS.findall(text))
    for column in shape.columns:
        if column.kind == "links" and addresses:
            answers[column.field] = "\n".join(addresses[:_MOST_ADDRESSES])
    if section is None:
        return FreeText(Kind.ADD_SECTION if typed_section else None, answers)
    kind = _kind(text, section, names)
    if kind is Kind.CORRECT:
        answers.setdefault(shape.correct.reason, issue.body.strip())
    return FreeText(kind, answers)


def _whole_words(text: str) -> str:
    """The beginning of a text without the word in which it is cut off."""
    kept = text[:_LONGEST]
    if not text[_LONGEST : _LONGEST + 1].strip() or kept[-1].isspace():
        return kept
    return kept.removesuffix(kept.split()[-1])


def _labelled_answers(text: str, forms: Forms) -> dict[str, str]:
    """The answers after a label and a colon, by the id of each text field with that label."""
    fields: dict[str, list[str]] = {}
    for form in forms:
        for field in form.fields:
            fields.setdefault(label_key(field.label), []).append(field.id)
    answers: dict[str, str] = {}
    for line in text.split("\n"):
        label, _, answer = line.partition(":")
        answer = clean(answer).strip("*_` ")
        if is_nothing(answer):
            continue
        for field_id in fields.get(label_key(label[:100]), ()):
            answers.setdefault(field_id, answer)
    return answers


def _section_meant(typed: str, mentions: Sequence[_Mention], document: Document) -> Section | None:
    """The section typed after its label, else the one mentioned first, or the only one."""
    if typed:
        return _section_called(typed, document)
    if not document.shape.has_sections and document.sections:
        return document.sections[0]
    return mentions[0].section if mentions else None


def _section_called(name: str, document: Document) -> Section | None:
    """The section of the list with this name, or with nearly this name."""
    for section in document.sections_called(name):
        if section in document.sections:
            return section
    if meant := meant_section(name, document):
        return _section_called(meant, document)
    return None


def _mentions(text: str, document: Document) -> list[_Mention]:
    """The sections named in a text, in its order; those called by a common word come last."""
    if not document.shape.has_sections:
        return []
    sections: dict[tuple[str, ...], Section] = {}
    for section in document.sections:
        sections.setdefault(_plain_words(section.name.split()), section)
    sections.pop(("",), None)
    longest = max(map(len, sections), default=0)
    mentions: list[_Mention] = []
    for line in text.split("\n"):
        words = line.split()
        plain = _plain_words(words)
        end = 0
        for index in range(len(words)):
            for count in range(longest, 0, -1):
                named = sections.get(plain[index : index + count])
                if named and index >= end:
                    end = index + count
                    own = _name_after(words[end - 1 :], document)
                    mentions.append(_Mention(named, own))
                    break
    generic = document.shape.vocabulary.generic
    mentions.sort(key=lambda mention: normalize_name(mention.section.name) in generic)
    return mentions[:_MOST_MENTIONS]


def _plain_words(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(normalize_name(word).strip(_MARKS) for word in words)


def _name_after(words: Sequence[str], document: Document) -> str:
    """The name of an entry after the first word, up to the end of the clause.

    It goes on with words which begin with a capital letter or a digit, or are a name in the list.
    """
    unit = document.shape.vocabulary.unit
    name: list[str] = []
    for before, word in pairwise(words[: _MOST_WORDS + 1]):
        bare = word.strip(_MARKS)
        if not bare or "://" in bare or before.endswith(tuple(_END_OF_CLAUSE)):
            break
        if document.shape.has_versions and (is_only_version(bare) or skeleton(bare) == "ocpp"):
            break
        is_unit = bool(name) and name[-1][-1].isdigit() and normalize_name(bare) == unit
        is_known = document.has_entry(" ".join([*name, bare]))
        if not (bare[0].isupper() or bare[0].isdigit() or is_unit or is_known):
            break
        name.append(bare)
    return " ".join(name)


def _as_listed(section: Section, name: str) -> str:
    """The full name of an entry, with the spelling of the list where it is there."""
    rows = section.rows_called(name)
    return rows[0].name if rows else full_name(section.shape, section.name, name)


def _kind(text: str, section: Section, names: Sequence[str]) -> Kind | None:
    """The kind of form for entries: what is listed can be corrected, what is not can be added."""
    known = section.rows_by_meaning
    are_listed = [entry_identity(section.shape, name) in known for name in names]
    asks = asks_to_correct(text)
    if not names:
        return Kind.CORRECT if asks else None
    if all(are_listed) or (any(are_listed) and asks):
        return Kind.CORRECT
    return Kind.ADD
