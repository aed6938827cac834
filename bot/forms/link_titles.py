"""The title of a link, from the words around its address."""

import re

from bot.document.cells import Link
from bot.forms.address_ends import END_OF_SENTENCE
from bot.forms.addresses import read_address, readable_host
from bot.forms.link_lines import SCHEME, FoundAddress, whole_link
from bot.names.marks import without_bullet, without_emphasis
from bot.names.vocabulary import AND, asks_to_add, is_request
from bot.rules import value_rules
from bot.rules.rule import Fact, field_error

TITLE_LIMIT = 120  # characters

_ASIDE = re.compile(r"\s?(\([^()]*\))\s?(?=[\\,;|/&+]|$)")  # right behind an address: ` (German), `
_SEPARATOR = re.compile(rf"^[\s)]*(?:\\?[,;|/&+]|(?:{'|'.join(sorted(AND))})\b)\s*", re.IGNORECASE)
_END_OF_TITLE = " :-\N{EN DASH}\N{EM DASH}"
_AROUND_TITLE = " \t:-\N{EN DASH}\N{EM DASH}\N{RIGHTWARDS ARROW}|"
_ARROWS = ("=>", "->", ">>")
_FIRST = ("- ", "\N{EN DASH} ", "\N{EM DASH} ")  # what parts an address from a title behind it
_LONGEST_ASIDE = 60  # characters behind an address that are taken for part of its title


def titled_link(title: str, address: str, line: str) -> Link:
    """The link of a line as a title and an address; without a title, it is the host's name.

    Raises FieldErrors.
    """
    if "://" in title:
        raise field_error(value_rules.ADDRESS_TWO_WAYS, received=line)
    url = read_address(address)
    title = title.strip().rstrip(_END_OF_TITLE)
    if not any(map(str.isalnum, title)):
        title = readable_host(url)
    if len(title) > TITLE_LIMIT:
        raise field_error(
            value_rules.TOO_LONG, received=title, limit=TITLE_LIMIT, length=len(title)
        )
    return Link(title, url)


def title_around(found: FoundAddress, after: str, line: str, *, is_first: bool) -> str:
    """The title of an address from the words around it, empty for none. Raises FieldErrors.

    `after` are the words behind it, up to the next address of the line.
    """
    before = found.before
    if not is_first:
        before = _behind_separator(found, line)
    before = words_of_title(before)
    aside = after.strip().strip(END_OF_SENTENCE + "*_").strip()
    own = without_emphasis(found.title.strip())
    if not own or SCHEME.match(own) or own.casefold().startswith("www."):
        if not any(map(str.isalnum, aside)):
            return before
        return _title_behind(before, aside, found.address, line)
    if before and found.before.rstrip().endswith(":"):
        before += ":"
    if len(aside) > _LONGEST_ASIDE:
        aside = ""
    return f"{before} {own} {aside}".strip()


def aside(text: str) -> str:
    """What is in brackets right behind an address that is not the last of its line."""
    match = _ASIDE.match(text)
    return match[1] if match else ""


def _behind_separator(found: FoundAddress, line: str) -> str:
    """The words between an address and the one before it in its line. Raises FieldErrors."""
    before = found.before
    if match := _ASIDE.match(before):
        before = before[match.end() :]
    separator = _SEPARATOR.match(before)
    if separator:
        return before[separator.end() :]
    if before.strip(" \t)\"'") and not found.is_link:
        raise field_error(value_rules.ADDRESSES_UNCLEAR, received=line)
    return before


def words_of_title(text: str) -> str:
    """The words in front of an address, nothing where they only ask for something."""
    words = without_bullet(f"{text.strip()} ").strip().strip(_AROUND_TITLE).rstrip("([<")
    words = without_emphasis(words.strip()).strip(_AROUND_TITLE + "\"'")
    for arrow in _ARROWS:
        words = words.removesuffix(arrow).rstrip(_AROUND_TITLE)
    return "" if is_request(words) else words


def asks_for_another(line: str) -> bool:
    """Whether a line asks to add its address to those that are there: `Please add https://…`."""
    before = SCHEME.split(without_bullet(line), maxsplit=1)[0].rstrip(_AROUND_TITLE + "<([")
    return is_request(before) and asks_to_add(before)


def _title_behind(before: str, aside: str, address: str, line: str) -> str:
    """A title behind its address, where it can be nothing else: `… (German)`, `… - data sheet`."""
    is_short = len(aside) <= _LONGEST_ASIDE
    if is_short and aside.startswith("(") and aside.find(")") in {-1, len(aside) - 1}:
        return f"{before or readable_host(read_address(address))} {aside.removesuffix(')')})"
    if is_short and aside.startswith(_FIRST) and not before:
        return aside.partition(" ")[2]
    title = f"{before} {aside.lstrip(_AROUND_TITLE + '()')}".strip()
    facts: dict[str, Fact] = {"received": line, "rest": aside}
    suggestion = f"[{title}]({address})"
    is_plain = not set("[]<>") & set(title) and len(title) <= _LONGEST_ASIDE
    is_decoded = not address.isascii()  # so that a space may be one of the address
    if is_plain and not is_decoded and whole_link(suggestion) == (title, address):
        titled_link(title, address, line)  # which has the last word on the address
        facts["suggestion"] = suggestion
    raise field_error(value_rules.ADDRESS_BESIDE, **facts)
