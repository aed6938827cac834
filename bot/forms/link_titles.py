"""The title of a link, from the words around its address."""

import re
from bisect import bisect

from bot.document.cells import Link
from bot.forms.address_ends import END_OF_SENTENCE, QUOTES
from bot.forms.addresses import read_address, readable_host
from bot.forms.link_lines import SCHEME, FoundAddress, whole_link
from bot.names.marks import without_bullet, without_emphasis
from bot.names.requests import asks_to_add, is_request
from bot.names.vocabulary import AND, without_pointing
from bot.rules import value_rules
from bot.rules.rule import Fact, field_error

TITLE_LIMIT = 120  # characters

_ASIDE = re.compile(r"\s?(\([^()]*\))\s?(?=[\\,;|/&+]|$)")  # right after an address: ` (German), `
# Between an address and the words in front of the next: `, Manual`, `\| Manual`, `) and Manual`
_SEPARATOR = re.compile(
    rf"^[\s)]*(?:\\?[,;|/&+]|(?:{'|'.join(sorted(AND))})\b(?!:))\s*", re.IGNORECASE
)
_END_OF_TITLE = " :-\N{EN DASH}\N{EM DASH}"
_AROUND_TITLE = " \t:-\N{EN DASH}\N{EM DASH}\N{RIGHTWARDS ARROW}|"
_ARROWS = ("=>", "->", ">>", "=")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
# `**Manual**`, `_Manual_`, `~~Manual~~` and the like, as whole words
_EMPHASIS = re.compile(
    r"(?<![^\s(\[])(\*{1,2}|_{1,2}|~~|`)(?=\S)([^*_~`]+)(?<=\S)\1(?=[\s,.:;!?)\]]|$)"
)
# A quotation mark; an apostrophe before a word or after one, not that of `User's guide`
_QUOTE = re.compile(r"[\"`«»‚‛“”„‟‹›「」『』〝〞〟‘]|(?<!\w)['’]|['’](?!\w)")
_EDGES = "*_" + QUOTES  # half a pair of these may be left at the ends of a title
_LONE_EDGE = re.compile(rf"\A[{re.escape(_EDGES)}]\s|\s[{re.escape(_EDGES)}]\Z")
_NUMBER = re.compile(
    r"""\A(?:
        (?:
            \[[0-9]{1,2}\]        # [1] Manual
            | [0-9]{1,2}\.?[):]   # 1) Manual, 1.) Manual, 1: Manual
            | \(?[a-zA-Z][.)](?!\s?[0-9])  # a) Manual, (a) Manual, a. Manual, but p. 3
            | [ivx]{1,4}[.)]      # iii) Manual, ii. Manual
            | [¹²³⁰⁴-⁹]+          # ¹ Manual
            | [①-⑳]              # ① Manual
        )(?:\s+|$)
        | [0-9]{1,2}$             # 1, and nothing else
    )""",
    re.VERBOSE,
)
_IN_BRACKETS = re.compile(r"\A[\[(]([^\[\]()]+)[\])]\Z")
_LAST_NUMBER = re.compile(r"\s+#?[0-9]{1,2}$")  # as in `Link 2`
# `page 3`, `S. 12-14, Kap. 3`; compiled when it is needed
_PAGES = (
    r"(?:(?:pp?|pg|pages?|s|seiten?|kap|kapitel|ch|chapter|section|abschnitt|p[aá]ginas?|p[aá]g|sid"
    r"|sida|side|sivu|strona|str)\b\.? ?[0-9][0-9.,\u2013-]*(?: |$))+"
)
_FIRST = ("- ", "\N{EN DASH} ", "\N{EM DASH} ")  # what parts an address from a title after it
_LONGEST_ASIDE = 60  # characters after an address that are taken for part of its title


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
        raise value_rules.too_long(title, TITLE_LIMIT)
    return Link(title, url)


def title_around(found: FoundAddress, after: str, line: str, *, is_first: bool) -> str:
    """The title of an address from the words around it, empty for none. Raises FieldErrors.

    `after` are the words after it, up to the next address of the line.
    """
    before = found.before
    if not is_first:
        before = _after_separator(found, line)
    before = words_of_title(before)
    aside = _without_half_brackets(after.strip().strip(END_OF_SENTENCE + "*_").strip())
    own = own_title(without_emphasis(found.title.strip()))
    if not own or _is_address(own, found.address):
        if not any(map(str.isalnum, aside)) or is_request(aside):
            return before
        return _title_after(before, aside, found.address, line)
    if before and found.before.rstrip().endswith(":"):
        before += ":"
    if len(aside) > _LONGEST_ASIDE:
        aside = ""
    return f"{before} {own} {aside}".strip()


def aside_at_start(text: str) -> str:
    """What is in brackets right after an address that is not the last of its line."""
    match = _ASIDE.match(text)
    return match[1] if match else ""


def _after_separator(found: FoundAddress, line: str) -> str:
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
    """The words in front of an address, nothing where they only number it or ask for something."""
    words = without_bullet(f"{text.strip()} ").strip().strip(_AROUND_TITLE)
    words = _NUMBER.sub("", words).rstrip("([{<（")
    words = without_pointing(words.rstrip(_AROUND_TITLE))
    words = _EMPHASIS.sub(r"\2", _without_half_brackets(words))
    words = _without_half_quotes(words.strip(_AROUND_TITLE + ",;"))
    words = _IN_BRACKETS.sub(r"\1", words)
    for arrow in _ARROWS:
        words = words.removesuffix(arrow).rstrip(_AROUND_TITLE)
    return own_title(words)


def own_title(title: str) -> str:
    """The title of a link, nothing where it says only that there is one: `link`, `click here`."""
    return "" if is_request(_LAST_NUMBER.sub("", title)) else title


def _is_address(title: str, address: str) -> bool:
    """Whether a title is an address, such as its own without the scheme."""
    bare = address.partition("://")[2].rstrip("/")
    is_same = title.rstrip("/") == bare
    return is_same or bool(SCHEME.match(title)) or title.casefold().startswith("www.")


def _without_half_quotes(words: str) -> str:
    """A title without quotation marks around all of it, and without half a pair at its ends."""
    words = _LONE_EDGE.sub("", words).strip(_AROUND_TITLE)
    inner = words.strip(_EDGES)
    return words if _QUOTE.search(inner) else inner.strip(_AROUND_TITLE)


def _without_half_brackets(words: str) -> str:
    """A title without brackets of which only one is there, such as that around a whole line.

    One that opens between the words is closed: its other half is after the address.
    """
    kept: list[str] = []
    open_places: list[int] = []
    for char in words:
        if char == "(":
            open_places.append(len(kept))
        elif char == ")" and not open_places:
            continue
        elif char == ")":
            open_places.pop()
        kept.append(char)
    at_start = bisect(open_places, len(kept) - len("".join(kept).lstrip(" (")))
    for place in open_places[:at_start]:
        kept[place] = ""
    inside = open_places[at_start:]
    if not inside:
        return "".join(kept).strip()
    front, rest = "".join(kept[: inside[0]]).strip(), "".join(kept[inside[0] + 1 :]).strip()
    return front if is_request(rest) else f"{front} ({rest}{')' * len(inside)}"


def asks_for_another(line: str) -> bool:
    """Whether a line asks to add its address to those that are there: `+ https://…`."""
    if line.startswith("+"):
        return True
    pieces = _ADDRESS.split(without_bullet(line))
    return any(is_request(words) and asks_to_add(words) for words in (pieces[0], pieces[-1]))


def _title_after(before: str, aside: str, address: str, line: str) -> str:
    """A title after its address, where it can be nothing else: `… (German)`, `… - data sheet`.

    Raises FieldErrors.
    """
    is_short = len(aside) <= _LONGEST_ASIDE
    if re.fullmatch(_PAGES, aside.lstrip(_AROUND_TITLE), re.IGNORECASE):
        aside = f"({aside.lstrip(_AROUND_TITLE)})"
    if is_short and aside.startswith("(") and aside.find(")") == len(aside) - 1:
        return f"{before or readable_host(read_address(address))} {aside}"
    if is_short and aside.startswith(_FIRST) and not before:
        return aside.partition(" ")[2]
    rest = _without_half_brackets(aside.lstrip(_AROUND_TITLE + "()"))
    title = f"{before} {rest}".strip()
    facts: dict[str, Fact] = {"received": line, "rest": aside}
    suggestion = f"[{title}]({address})"
    is_plain = not set("[]<>") & set(title) and len(title) <= _LONGEST_ASIDE
    may_hold_space = not address.isascii()  # as browsers show an address
    is_title = is_plain and not may_hold_space and words_of_title(title)
    if is_title and whole_link(suggestion) == (title, address):
        read_address(address)  # which has the last word on it
        facts["suggestion"] = suggestion
    raise field_error(value_rules.ADDRESS_BESIDE, **facts)
