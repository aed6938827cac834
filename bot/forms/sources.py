"""Sources as people write them: addresses with titles, as links or in plain words."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.document.cells import Link as Source
from bot.forms.address_ends import (
    END_OF_SENTENCE,
    encode_in_angle_brackets,
    end_of_cut_file,
    end_of_cut_link,
    is_file_name,
    place_behind,
    until_bracket,
)
from bot.forms.addresses import ADDRESS_LIMIT, read_address, readable_host
from bot.forms.items import split_lines
from bot.names.cleaning import clean, unique
from bot.names.marks import without_bullet, without_emphasis
from bot.names.vocabulary import AND, asks_to_add, is_nothing, is_request
from bot.rules import value_rules
from bot.rules.rule import Fact, FieldErrors, combine, field_error

TITLE_LIMIT = 120
SOURCES_LIMIT = 5

_SCHEME = re.compile(r"https?://(?=[^\s/])", re.IGNORECASE)
_RUN = re.compile(r"[^\s<>]*")
_SCHEME_AGAIN = re.compile(r"(?:https?://)+(?=https?://)", re.IGNORECASE)
_APART = re.compile(r"(?<=[,;|])(?=https?://)", re.IGNORECASE)
_ASIDE = re.compile(r"\s?(\([^()]*\))\s?(?=[,;|/&+]|$)")  # right behind an address: ` (German), `
_SEPARATOR = re.compile(rf"^\s*(?:[,;|/&+]|(?:{'|'.join(sorted(AND))})\b)\s*", re.IGNORECASE)
_PLACEHOLDERS = {"", "url", "link", "address", "href"}
_END_OF_TITLE = " :-\N{EN DASH}\N{EM DASH}"
_AROUND_TITLE = " \t:-\N{EN DASH}\N{EM DASH}\N{RIGHTWARDS ARROW}|"
_ARROWS = ("=>", "->", ">>")
_FIRST = ("- ", "\N{EN DASH} ", "\N{EM DASH} ")  # what parts an address from a title behind it
_MOST_ADDRESSES = 10  # in a line
_LONGEST_ASIDE = 60  # characters behind an address that are taken for part of its title
_LINE_LIMIT = 8 * ADDRESS_LIMIT  # characters of a line that are looked at

# How `https://` comes out of a hurried hand.
_SLIP = re.compile(
    r"\b(?P<scheme>h{0,3}t{1,3}ps?|https?)(?:\s?[:;.]{1,2}\s?[/\\]{1,3}|[/\\]{2}|:)\s?(?=[\w-]+\.\w)",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,}(?:[/?#]\S*)?")
_COMMON_ENDS = (".com", ".net", ".org", ".de", ".eu", ".io", ".fr", ".nl", ".info", ".uk")


class _Address(NamedTuple):
    """One address of a line, with the words in front of it, and the title of a link."""

    before: str
    title: str
    address: str
    is_link: bool


class _Line(NamedTuple):
    """A line taken apart: its addresses, and the words behind the last."""

    addresses: list[_Address]
    after: str


def read_sources(answer: str) -> tuple[Source, ...]:
    """The sources of an answer, one or several a line, each once. Raises FieldErrors."""
    found: list[Source] = []
    errors: list[FieldErrors] = []
    without_address: list[str] = []
    lines = [clean(line) for line in split_lines(answer, SOURCES_LIMIT, ADDRESS_LIMIT)]
    for line in unique(line for line in lines if not is_nothing(without_bullet(line))):
        try:
            sources = read_source_line(line)
        except FieldErrors as error:
            errors.append(error)
        else:
            found += sources
            if not sources:
                without_address.append(line)
    if without_address:
        errors.append(field_error(value_rules.ADDRESS_MISSING, received=tuple(without_address)))
    if errors:
        raise combine(errors)
    once = tuple(unique(found))
    if len(once) > SOURCES_LIMIT:
        raise field_error(value_rules.TOO_MANY, limit=SOURCES_LIMIT, count=len(once))
    return once


def read_source(line: str) -> Source:
    """The one source of a line. Raises FieldErrors."""
    sources = read_source_line(line)
    if not sources:
        raise field_error(value_rules.ADDRESS_MISSING, received=(line,))
    if len(sources) > 1:
        raise field_error(value_rules.ADDRESSES_UNCLEAR, received=line)
    return sources[0]


def read_source_line(line: str) -> list[Source]:
    """The sources of one line, none where it holds no address. Raises FieldErrors."""
    if len(line) > _LINE_LIMIT:
        raise _too_long(line, ADDRESS_LIMIT)
    if whole := _whole_link(line):
        return [titled_source(*whole, line)]
    text = encode_in_angle_brackets(_without_marks_around(without_bullet(line)))
    if "<img" in text.casefold() or "![" in text:
        raise field_error(value_rules.PICTURE, received=line)
    taken = _take_apart(text, line)
    if not taken.addresses:
        _refuse_without_address(text, line)
        return []
    sources = []
    behind = [*(one.before for one in taken.addresses[1:]), taken.after]
    for place, (one, after) in enumerate(zip(taken.addresses, behind, strict=True)):
        is_last = place == len(taken.addresses) - 1
        aside = after if is_last else _aside(after)
        title = _title(one, place, aside, line)
        if "](" in title or title.count("[") != title.count("]"):
            raise field_error(value_rules.ADDRESS_UNREAD, received=line)
        sources.append(titled_source(title, one.address, line))
    return sources


def _aside(text: str) -> str:
    """What is in brackets right behind an address that is not the last of its line."""
    match = _ASIDE.match(text)
    return match[1] if match else ""


def asks_for_another(line: str) -> bool:
    """Whether a line asks to add its address to those that are there: `Please add https://…`."""
    before = _SCHEME.split(without_bullet(line), maxsplit=1)[0].rstrip(_AROUND_TITLE + "<([")
    return is_request(before) and asks_to_add(before)


def titled_source(title: str, address: str, line: str) -> Source:
    """The source of a line as a title and an address; without a title, it is the host's name.

    Raises FieldErrors.
    """
    if "://" in title:
        raise field_error(value_rules.ADDRESS_TWO_WAYS, received=line)
    url = read_address(address)
    title = title.strip().rstrip(_END_OF_TITLE)
    if not any(char.isalnum() for char in title):
        title = readable_host(url)
    if len(title) > TITLE_LIMIT:
        raise _too_long(title, TITLE_LIMIT)
    return Source(title, url)


def doubled_sources(sources: Iterable[Source]) -> list[Source]:
    """The sources with the address of one before them."""
    seen: set[str] = set()
    doubled = []
    for source in sources:
        if source.url in seen:
            doubled.append(source)
        seen.add(source.url)
    return doubled


def _whole_link(line: str) -> tuple[str, str] | None:
    """The title and address of a line that is just `[title](address)`."""
    title, mark, target = line.rpartition("](")
    is_whole = mark and title.startswith("[") and target.endswith(")")
    if not is_whole or "](" in title or "://" in title:
        return None
    address = target[:-1].strip()
    if address.startswith("<") and address.endswith(">"):
        address = address[1:-1]
    if not _SCHEME.match(address) or not _RUN.fullmatch(address):
        return None
    return without_emphasis(title[1:]), address


def _without_marks_around(line: str) -> str:
    """A line without emphasis or quotation marks around all of it."""
    inner = without_emphasis(line)
    for mark in "\"'`":
        if inner.startswith(mark) and inner.endswith(mark) and inner.count(mark) == 2:
            inner = inner[1:-1]
    return inner.strip()


def _take_apart(text: str, line: str) -> _Line:
    """Find the addresses of a line and what is around them, from left to right."""
    addresses: list[_Address] = []
    place = 0
    while match := _SCHEME.search(text, place):
        if len(addresses) == _MOST_ADDRESSES:
            raise field_error(value_rules.ADDRESSES_UNCLEAR, received=line)
        before = text[place : match.start()]
        if before[-1:].isalnum():
            _refuse_without_address(text, line)
        run = _RUN.findall(text[match.start() : match.start() + _LINE_LIMIT])[0]
        link = _split_link(before)
        if link is not None:
            target = until_bracket(run)
            end = match.start() + len(target)
            _refuse_cut(text, match.start(), end_of_cut_link(text, match.start(), end), line)
            found, length = _Address(*link, target, is_link=True), len(target)
        elif before.endswith("[") and "](" in run:
            found, length = _address_as_title(before, run, line)
        else:
            address = run if before.endswith("<") else _without_sentence(run, line)
            end = match.start() + len(address)
            _refuse_cut(text, match.start(), end_of_cut_file(text, match.start(), end), line)
            plain = _SCHEME_AGAIN.sub("", address)
            found, length = (
                _Address(before.removesuffix("<"), "", plain, is_link=False),
                len(address),
            )
        addresses.append(found)
        place = place_behind(text, match.start() + length, is_link=found.is_link)
    return _Line(addresses, text[place:])


def _refuse_cut(text: str, start: int, end: int, line: str) -> None:
    """Refuse an address up to `end` which a space cuts short; 0 for a whole one.

    Raises FieldErrors.
    """
    if not end:
        return
    address = text[start:end]
    if " " not in address:
        raise field_error(value_rules.ADDRESS_UNREAD, received=line)
    meant = text[:start] + address.replace(" ", "%20") + text[end:]
    is_one = address.count("://") == 1 and not set(address) & set(",;\"'")
    suggestion = meant if is_one and _is_readable(meant) else ""
    raise field_error(value_rules.ADDRESS_SPACE, received=line, suggestion=suggestion)


def _is_readable(line: str) -> bool:
    try:
        return bool(read_source_line(line))
    except FieldErrors:
        return False


def _split_link(before: str) -> tuple[str, str] | None:
    """The words before a link and its title, where its address comes next; None without a link."""
    plain = before.rstrip().removesuffix("<").rstrip()
    if not plain.endswith("("):
        return None
    plain = plain[:-1].rstrip(" ")
    if not plain.endswith("]"):
        return None
    start = _opening_bracket(plain)
    return (plain[:start], plain[start + 1 : -1]) if start >= 0 else None


def _opening_bracket(text: str) -> int:
    """The place of the bracket that the last one closes, else of the first one."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        if text[place] == "]":
            depth += 1
        elif text[place] == "[":
            depth -= 1
        if depth == 0:
            return place
    return text.find("[")


def _address_as_title(before: str, run: str, line: str) -> tuple[_Address, int]:
    """`[address](url)`, as a button of GitHub leaves it, or `[address](the same address)`."""
    shown, _, rest = run.partition("](")
    target = until_bracket(rest)
    length = len(shown) + len("](") + len(target)
    if not is_placeholder(target) and target.rstrip("/") != shown.rstrip("/"):
        raise field_error(value_rules.ADDRESS_TWO_WAYS, received=line)
    address = target if _SCHEME.match(target) else shown
    return _Address(before[:-1], "", address, is_link=True), length


def is_placeholder(target: str) -> bool:
    """Whether a link has a word where its address should be, as GitHub's button puts it there."""
    return target.casefold() in _PLACEHOLDERS


def _without_sentence(run: str, line: str) -> str:
    """An address without the marks of the sentence around it, or another address behind a comma."""
    parts = _APART.split(run, maxsplit=1)
    bare = parts[0]
    if bare.rstrip(",;)").endswith(("..", "\N{HORIZONTAL ELLIPSIS}")):
        raise field_error(value_rules.ADDRESS_CUT, received=line)
    if len(parts) > 1:
        return bare[:-1]
    bare = bare.rstrip(END_OF_SENTENCE)
    if bare.endswith(("**", "__")):
        bare = bare[:-2]
    if bare.endswith("]") and "[" not in bare:
        bare = bare[:-1]
    if bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(END_OF_SENTENCE)
    return bare


def _title(one: _Address, place: int, after: str, line: str) -> str:
    """The title of an address from the words around it. Raises FieldErrors."""
    before = one.before
    if place > 0:
        before = _ASIDE.sub("", before, count=1) if _ASIDE.match(before) else before
        separator = _SEPARATOR.match(before)
        if not separator and before.strip(" \t)\"'") and not one.is_link:
            raise field_error(value_rules.ADDRESSES_UNCLEAR, received=line)
        before = before[separator.end() :] if separator else before
    before = _words_of_title(before)
    aside = after.strip().strip(END_OF_SENTENCE + "*_").strip()
    own = without_emphasis(one.title.strip())
    if _SCHEME.match(own) or own.casefold().startswith("www."):
        own = ""
    if own:
        colon = ":" if one.before.rstrip().endswith(":") else ""
        title = f"{before}{colon} {own}" if before else own
        return f"{title} {aside}".strip() if len(aside) <= _LONGEST_ASIDE else title
    if not any(char.isalnum() for char in aside):
        return before
    return _title_behind(before, aside, one.address, line)


def _words_of_title(text: str) -> str:
    """The words in front of an address, nothing where they only ask for something."""
    words = without_bullet(f"{text.strip()} ").strip().strip(_AROUND_TITLE).rstrip("([<")
    words = without_emphasis(words.strip()).strip(_AROUND_TITLE + "\"'")
    for arrow in _ARROWS:
        words = words.removesuffix(arrow).rstrip(_AROUND_TITLE)
    return "" if is_request(words) else words


def _title_behind(before: str, aside: str, address: str, line: str) -> str:
    """A title behind its address, where it can be nothing else: `… (German)`, `… - data sheet`."""
    is_short = len(aside) <= _LONGEST_ASIDE
    if is_short and aside.startswith("(") and aside.find(")") in {-1, len(aside) - 1}:
        inner = aside if aside.endswith(")") else f"{aside})"
        return f"{before or readable_host(read_address(address))} {inner}"
    if is_short and aside.startswith(_FIRST) and not before:
        return aside.partition(" ")[2]
    title = f"{before} {aside.lstrip(_AROUND_TITLE + '()')}".strip()
    facts: dict[str, Fact] = {"received": line, "rest": aside}
    suggestion = f"[{title}]({address})"
    is_plain = not set("[]<>") & set(title) and len(title) <= _LONGEST_ASIDE
    is_decoded = not address.isascii()  # so that a space may be one of the address
    if is_plain and not is_decoded and _whole_link(suggestion) == (title, address):
        titled_source(title, address, line)  # which has the last word on the address
        facts["suggestion"] = suggestion
    raise field_error(value_rules.ADDRESS_BESIDE, **facts)


def _refuse_without_address(text: str, line: str) -> None:
    """Say what is wrong with a line that has nearly an address. Raises FieldErrors."""
    if slip := _SLIP.search(text):
        scheme = "https" if slip["scheme"].casefold().endswith("s") else "http"
        meant = f"{text[: slip.start()]}{scheme}://{text[slip.end() :]}"
        raise _without_scheme(line, meant)
    if "://" in text:
        raise field_error(value_rules.ADDRESS_UNREAD, received=line)
    words = text.split()
    for place, word in enumerate(words):
        bare = word.strip("<>()[]" + END_OF_SENTENCE).removeprefix("//")
        if not _HOST.fullmatch(bare):
            continue
        if is_file_name(bare) and "/" not in bare and not bare.casefold().startswith("www."):
            if len(words) == 1:
                raise field_error(value_rules.FILE_NAME, received=line)
        elif _is_plain_host(bare, alone=len(words) == 1):
            title = _words_of_title(" ".join(words[:place]))
            is_last = place == len(words) - 1
            raise _without_scheme(line, f"{title} https://{bare}".strip() if is_last else "")


def _without_scheme(line: str, meant: str) -> FieldErrors:
    """What to say of a line with a slip in `https://`, with the right line if that can be read."""
    suggestion = meant if _is_readable(meant) else ""
    return field_error(value_rules.ADDRESS_SCHEME, received=line, suggestion=suggestion)


def _is_plain_host(word: str, *, alone: bool) -> bool:
    """Whether a word can only be an address without its scheme."""
    host = word.partition("/")[0].casefold()
    return alone or "/" in word or host.startswith("www.") or host.endswith(_COMMON_ENDS)


def _too_long(text: str, limit: int) -> FieldErrors:
    return field_error(value_rules.TOO_LONG, received=text, limit=limit, length=len(text))
