"""How a line with links is taken apart: its addresses, and the words around each."""

import re
from typing import NamedTuple

from bot.forms.address_ends import (
    end_of_cut_file,
    end_of_cut_link,
    end_of_marks,
    until_bracket,
    without_marks_after,
)
from bot.names.marks import without_emphasis
from bot.rules import value_rules
from bot.rules.rule import field_error

SCHEME = re.compile(r"https?://(?=[^\s/])", re.IGNORECASE)
# `https://x .example/a` or `https://www. x.example`; a sentence may begin after a whole host.
_SPLIT_HOST = re.compile(
    r"https?://(?:www\.)?[\w-]{1,63}(?: (?=\.\w)|\. (?=\w[\w-]{0,62}(?:\.\w|/)))",
    re.IGNORECASE,
)
# What browsers put in front of an address whose source or document they show.
_SHOWN_BY_BROWSER = re.compile(
    r"(?<!\S)(?:view-source:|[a-z]+(?:-[a-z]+)?-extension://[^\s/]+/(?:\S*?=)?)(?=https?://)",
    re.IGNORECASE,
)
_RUN = re.compile(r"[^\s<>]*")
# `https://https://x.example`
_SCHEME_AGAIN = re.compile(r"(?:https?://)+(?=https?://)", re.IGNORECASE)
# Where another address begins, as in `https://x.example,https://y.example`, unless it belongs to
# the first: `web.archive.org/web/2020/https://…`
_APART = re.compile(r"(?<=[^/=?#&_:!@~-])(?=https?://)", re.IGNORECASE)
_TITLE_BEHIND = re.compile(r"([^\s<>()]+)\)\s?\[([^\[\]]*)\]")  # `https://x.example)[Manual]`
_NUMBER = re.compile(r"\[[0-9]{1,2}\]\s?\[")  # of a footnote: `[1] [Manual](…)`
_PLACEHOLDERS = {"", "url", "link", "address", "href"}
_MOST_ADDRESSES = 10  # in a line
_LONGEST_RUN = 8000  # characters without a space


class FoundAddress(NamedTuple):
    """One address of a line, with the words in front of it, and the title of a link."""

    before: str
    title: str
    address: str
    is_link: bool


class LinkLine(NamedTuple):
    """A line taken apart: its addresses, and the words after the last."""

    addresses: list[FoundAddress]
    after: str


def whole_link(line: str) -> tuple[str, str] | None:
    """The title and address of a line that is just `[title](address)`."""
    title, mark, target = line.rpartition("](")
    is_whole = mark and title.startswith("[") and target.endswith(")")
    if not is_whole or _NUMBER.match(title) or "](" in title or "://" in title:
        return None
    address = target[:-1].strip()
    if address.startswith("<") and address.endswith(">"):
        address = address[1:-1]
    if not SCHEME.match(address) or not _RUN.fullmatch(address):
        return None
    return without_emphasis(title[1:]), address


def lacks_address(target: str) -> bool:
    """Whether a link has only a word such as `url` for its address, as GitHub's button has it."""
    return target.casefold() in _PLACEHOLDERS


def take_apart(text: str, line: str) -> LinkLine:
    """Find the addresses of a text and what is around them, from left to right.

    An address written together with a word is none, and ends the search. `line` is the text as it
    was typed. Raises FieldErrors.
    """
    text = _SHOWN_BY_BROWSER.sub("", text)
    addresses: list[FoundAddress] = []
    position = 0
    while match := SCHEME.search(text, position):
        if len(addresses) == _MOST_ADDRESSES:
            raise field_error(value_rules.ADDRESSES_UNCLEAR, received=line)
        before = text[position : match.start()]
        if before[-1:].isalnum() or before.endswith("blob:"):  # this is only in one browser
            return LinkLine([], text)
        address, end = _address_at(text, match.start(), before, line)
        addresses.append(address)
        position = end_of_marks(text, end, is_link=address.is_link)
    return LinkLine(addresses, text[position:])


def _address_at(text: str, start: int, before: str, line: str) -> tuple[FoundAddress, int]:
    """The address whose scheme is at a place, and where it ends. Raises FieldErrors."""
    _refuse_split_host(text, start, line)
    run = _RUN.findall(text[start : start + _LONGEST_RUN])[0]
    link = _split_link(before)
    if link is not None:
        address = until_bracket(run)
        end = start + len(address)
        _refuse_cut(text, start, end_of_cut_link(text, start, end), line)
        return FoundAddress(*link, address, is_link=True), end
    if before.endswith("[") and "](" in run:
        return _address_as_title(start, before, run, line)
    turned = _TITLE_BEHIND.match(text, start) if before.endswith("(") else None
    if turned:  # `(address)[title]`
        return FoundAddress(before[:-1], turned[2], turned[1], is_link=True), turned.end()
    address = run if before.endswith("<") else _without_sentence(run, before, line)
    end = start + len(address)
    _refuse_cut(text, start, end_of_cut_file(text, start, end), line)
    plain = _SCHEME_AGAIN.sub("", address)
    return FoundAddress(before.removesuffix("<"), "", plain, is_link=False), end


def _refuse_split_host(text: str, start: int, line: str) -> None:
    """Refuse an address with a space inside its host. Raises FieldErrors."""
    if split := _SPLIT_HOST.match(text, start):
        suggestion = text[: split.end()].rstrip() + text[split.end() :]
        raise field_error(value_rules.ADDRESS_SPACE, received=line, suggestion=suggestion)


def _refuse_cut(text: str, start: int, end: int, line: str) -> None:
    """Refuse an address up to `end` which a space cuts short; 0 for a whole one.

    Raises FieldErrors.
    """
    if not end:
        return
    address = text[start:end]
    if " " not in address:
        raise field_error(value_rules.ADDRESS_UNREAD, received=line)
    suggestion = ""
    if address.count("://") == 1 and not set(address) & set(",;\"'"):
        suggestion = text[:start] + address.replace(" ", "%20") + text[end:]
    raise field_error(value_rules.ADDRESS_SPACE, received=line, suggestion=suggestion)


def _split_link(before: str) -> tuple[str, str] | None:
    """The words before a link and its title, where its address comes next; None without a link."""
    plain = before.rstrip().removesuffix("<").rstrip()
    if not plain.endswith("("):
        return None
    plain = plain[:-1].rstrip()
    if not plain.endswith("]"):
        return None
    start = _opening_bracket(plain)
    return (plain[:start], plain[start + 1 : -1]) if start >= 0 else None


def _opening_bracket(text: str) -> int:
    """The place of the bracket that the last one closes, else of the first one."""
    depth = 0
    for index in reversed(range(len(text))):
        if text[index] == "]":
            depth += 1
        elif text[index] == "[":
            depth -= 1
        if depth == 0:
            return index
    return text.find("[")


def _address_as_title(start: int, before: str, run: str, line: str) -> tuple[FoundAddress, int]:
    """`[address](url)`, as a button of GitHub leaves it, or `[address](the same address)`.

    Raises FieldErrors.
    """
    shown, _, rest = run.partition("](")
    target = until_bracket(rest)
    if not lacks_address(target) and target.rstrip("/") != shown.rstrip("/"):
        raise field_error(value_rules.ADDRESS_TWO_WAYS, received=line)
    address = target if SCHEME.match(target) else shown
    end = start + len(shown) + len("](") + len(target)
    return FoundAddress(before[:-1], "", address, is_link=True), end


def _without_sentence(run: str, before: str, line: str) -> str:
    """An address without the marks of the sentence around it, or another address after it.

    `before` are the words in front of it. Raises FieldErrors for one which is cut off.
    """
    bare = _APART.split(run)[0]
    if bare.rstrip(",;)").endswith(("..", "\N{HORIZONTAL ELLIPSIS}")):
        raise field_error(value_rules.ADDRESS_CUT, received=line)
    if len(bare) < len(run):
        bare = bare.rstrip("|\\([{")  # the list itself puts `\|` between two links
    return without_marks_after(bare, before)
