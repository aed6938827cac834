"""Words for a list: ids of form fields, and what an entry and a section are called."""

import re
from collections.abc import Collection, Iterable

from bot.document.appearance import comparable, without_count
from bot.names.order import normalize_name
from bot.shape.nouns import in_small_letters

_NO_WORD = re.compile(r"[^a-z0-9]+")
_MANY = re.compile(r"[^\W\d_][\w-]*s")
# Headers of a name column which say nothing of the entries.
_ANY_NAME = {"name", "title", "entry", "item", "link", "id", "what", "description"}
# What sections can be called, in the plural in the heading above them.
SECTION_WORDS = (
    "brand", "category", "chapter", "city", "continent", "country", "field", "language", "maker",
    "manufacturer", "month", "platform", "region", "state", "topic", "type", "vendor", "year",
)  # fmt: skip


def slug(text: str) -> str:
    """The letters a-z and digits of a text, joined by underscores; empty where it has none.

    GitHub allows these, and `-`, in the id of a form field.
    """
    return _NO_WORD.sub("_", normalize_name(text)).strip("_")


def unique_id(base: str, taken: Collection[str]) -> str:
    """The id of a form field, unlike those taken, made from a slug."""
    field_id, number = base, 2
    while field_id in taken:
        field_id, number = f"{base}_{number}", number + 1
    return field_id


def plural(noun: str) -> str:
    """The plural of an English noun, as far as spelling shows it."""
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|ch|sh)$", noun) else f"{noun}s"


def entry_noun(header: str) -> str:
    """What an entry is called, by the header of the column with the names."""
    words = without_count(header).split()
    plain = " ".join(words)
    is_word = plain.isascii() and plain.replace(" ", "").replace("-", "").isalpha()
    if not is_word or len(words) > 2 or comparable(plain) in _ANY_NAME:
        return "entry"
    if words[-1].casefold() == "name":
        words = words[:-1]
    if _MANY.fullmatch(words[-1].casefold()) and not words[-1].casefold().endswith("ss"):
        return "entry"
    return in_small_letters(" ".join(words))


def section_noun(headings: Iterable[str], names_start_with_section: bool) -> str:
    """What a section is called, by the headings above the list, the nearest first."""
    by_plural = dict(zip(map(plural, SECTION_WORDS), SECTION_WORDS, strict=True))
    for heading in headings:
        for word in reversed(slug(heading).split("_")):
            if word in by_plural:
                return by_plural[word]
    return "brand" if names_start_with_section else "section"
