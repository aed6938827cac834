"""One answer as a value."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from bot.forms.items import PRECHECK_FACTOR
from bot.names.cleaning import (
    around_hidden_space,
    clean,
    clean_name,
    forbidden_in_name,
    in_allowed_characters,
    mixed_word,
)
from bot.names.entities import ENTITY, unescaped
from bot.names.full_name import NAME_LIMIT, with_section
from bot.names.marks import without_marks
from bot.names.order import normalize_name
from bot.names.several import names_again
from bot.names.stand_ins import means_several, replaces_name
from bot.names.vocabulary import ARTICLES, POINTING, is_none, says_only, without_pointing
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, Problem, Rule, combine, field_error
from bot.shape.shape import Shape

SECTION_LIMIT = 60  # characters
NOTES_LIMIT = 300  # characters
NAMES_LIMIT = 40  # in one submission
EMPTY = "-"  # what empties the notes or the links of an entry

_LINK = re.compile(r"\[([^\[\]]+)\]\s?\(\s*<?\w[^\s()]*>?\s*\)")
_ADDRESS = re.compile(
    r"\w+://|www\.\w|mailto:|(?:[\w-]+\.)+[a-z]{2,}/|[\w.+-]+@[\w-]+\.\w"
    r"|(?:[\w-]+\.)+(?:(?:com|net|org|info)(?=\s|$)|(?:eu|de|fr|nl|co\.uk)$)",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"~~[^~]+~~")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\s?\(|<img[\s/][^<>]*src|<picture>", re.IGNORECASE)


def read_name(text: str, limit: int, marks: str | None) -> str:
    """The name of a section or an entry, as headings and rows have it.

    `limit` is in characters. `marks` are allowed besides letters, digits and spaces; None allows
    all. Raises FieldErrors for no name, several lines, a name too long, without a letter or digit,
    with other characters or with letters of several alphabets.
    """
    name = clean_name(_one_line(text, limit))
    if not name:
        raise field_error(value_rules.MISSING)
    return _judged(name, limit, marks)


def read_typed_name(
    answer: str,
    limit: int,
    shape: Shape,
    is_listed: Callable[[str], bool] = lambda _: False,
    several: Rule = value_rules.NO_NAME,
) -> str:
    """The name of a section or an entry as it was typed into a form, without marks around it.

    `limit` is in characters. A name in the list is taken as it is, whatever characters it has.
    `several` is the rule for words such as `all models`.
    Raises FieldErrors for what `read_name` refuses, an address, a phrase in place of a name, or a
    space of no width.
    """
    whole = clean_name(_one_line(answer, limit))
    name = typed_name(answer)
    if name != whole and is_listed(whole):
        return whole
    try:
        return _judged_answer(answer, name, limit, shape, several)
    except FieldErrors:
        if is_listed(name):
            return name
        raise


def typed_name(answer: str) -> str:
    """A name without marks around it and entities in it, before it is judged."""
    return without_marks(clean_name(_without_entities(answer)))


def _without_entities(answer: str) -> str:
    """Copied from the source of a page or from an address: `Plug &amp; Charge`, `Go%202`."""
    plain = unquote(answer) if "%20" in answer else answer
    return ENTITY.sub(lambda match: unescaped(match[0]), plain)


def _judged_answer(answer: str, name: str, limit: int, shape: Shape, several: Rule) -> str:
    """The name of an answer, judged. Raises FieldErrors."""
    if not name:
        raise field_error(value_rules.MISSING)
    if _PICTURE.search(name):
        raise field_error(value_rules.PICTURE, received=name)
    if _STRUCK.search(answer):
        meant = _if_name(typed_name(_STRUCK.sub(" ", answer)), shape)
        raise field_error(value_rules.STRUCK_OUT, received=answer.strip(), suggestion=meant)
    if link := _LINK.search(name):
        meant = _if_name(link[1].strip(), shape)
        raise field_error(value_rules.NAME_IS_ADDRESS, received=name, suggestion=meant)
    if _ADDRESS.search(name):
        words = [word for word in name.split() if not _ADDRESS.search(word)]
        meant = _if_name(without_marks(without_pointing(" ".join(words))), shape)
        raise field_error(value_rules.NAME_IS_ADDRESS, received=name, suggestion=meant)
    if replaces_name(name, shape.vocabulary):
        raise field_error(several if means_several(name) else value_rules.NO_NAME, received=name)
    answer = _without_entities(answer)
    if around := around_hidden_space(answer):
        raise field_error(value_rules.HIDDEN_SPACE, received=around)
    return _judged(name, limit, shape.file.names)


def _if_name(meant: str, shape: Shape) -> str:
    """A name to suggest; nothing for words in its place, or which lead to one."""
    no_name = replaces_name(meant, shape.vocabulary) or says_only(meant, POINTING, ARTICLES)
    return "" if no_name else meant


def _judged(name: str, limit: int, marks: str | None) -> str:
    """A name with allowed characters only. Raises FieldErrors."""
    errors = []
    if len(name) > limit:
        errors.append(value_rules.too_long(name, limit))
    if bad := forbidden_in_name(name, marks):
        facts = {"received": name, "characters": bad}
        meant = in_allowed_characters(name, marks)
        if meant and not meant.endswith(".."):  # which would go on
            facts["suggestion"] = meant
        errors.append(field_error(value_rules.FORBIDDEN, **facts))
    elif not any(map(str.isalnum, name)):
        errors.append(field_error(value_rules.NO_LETTERS, received=name))
    if word := mixed_word(name):
        errors.append(field_error(value_rules.MIXED_SCRIPTS, received=name, word=word))
    if errors:
        raise combine(errors)
    return name


def name_problems(label: str, section: str, typed: str, shape: Shape) -> list[Problem]:
    """What is wrong with a name once the section's name is in front."""
    name = with_section(section, typed, shape.vocabulary)
    if name == section:
        return [value_rules.NAME_IS_SECTION.problem(label, received=typed)]
    if names_again(normalize_name(section), normalize_name(name)):
        return [value_rules.SEVERAL_IN_ONE.problem(label, received=typed)]
    if len(name) > NAME_LIMIT:
        return value_rules.too_long(name, NAME_LIMIT).problems(label)
    return []


def read_notes(text: str) -> str:
    """Notes as a cell has them, empty for the mark EMPTY.

    Raises FieldErrors for several lines, or more than NOTES_LIMIT characters.
    """
    notes = clean(_one_line(text, NOTES_LIMIT))
    if len(notes) > NOTES_LIMIT:
        raise value_rules.too_long(notes, NOTES_LIMIT)
    return "" if notes == EMPTY else notes


def read_typed_notes(answer: str) -> str:
    """Notes as they were typed into a form.

    Raises FieldErrors for what `read_notes` refuses, a picture, or a space of no width.
    """
    if _PICTURE.search(answer[: PRECHECK_FACTOR * NOTES_LIMIT]):
        raise field_error(value_rules.PICTURE, received=clean(answer))
    if around := around_hidden_space(answer):
        raise field_error(value_rules.HIDDEN_SPACE, received=around)
    return read_notes(answer)


def _one_line(answer: str, limit: int) -> str:
    if "\n" in answer.strip():
        raise field_error(value_rules.SEVERAL_LINES, received=answer)
    if len(answer) > PRECHECK_FACTOR * limit:
        raise value_rules.too_long(answer, limit)
    return answer


def read_reason(answer: str) -> str:
    """A text as it was typed. Raises FieldErrors for one which says nothing: `?`, `N/A`, `none`."""
    if not clean(answer):
        raise field_error(value_rules.MISSING)
    if not any(map(str.isalnum, answer)) or is_none(answer):
        raise field_error(value_rules.NOTHING_SAID, received=clean(answer))
    return answer
