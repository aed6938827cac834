"""What a reader should find of what was typed: the documented normalisation, written again without the bot's own."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import pairwise
from urllib.parse import unquote

import idna

from bot.forms.form import Field
from bot.names.requests import is_request
from bot.names.vocabulary import is_nothing

# Default_Ignorable_Code_Point of https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt, but for the
# variation selectors of emoji, and the empty pattern of Braille.
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ufdd0-\ufdef\ufffe\uffff]"
)
_SELECTORS = "\ufe0e\ufe0f"  # which show after a symbol, a digit, and few marks
_SELECTED = re.compile(f"(?<=(.))[{_SELECTORS}]", re.DOTALL)


def _is_unseen(char: str, before: str) -> bool:
    """Whether nobody sees a character that is no white space, or that ends a line where nobody expects it."""
    if char in _SELECTORS:
        is_symbol = (
            unicodedata.category(before) in {"So", "Sm"}
            and unicodedata.normalize("NFD", before) == before
        )
        return not (is_symbol or before in set("0123456789#*\u203c\u2049\u3030"))
    return bool(_IGNORABLE.match(char)) or unicodedata.category(char) in {
        "Cc",
        "Cf",
        "Cs",
        "Zl",
        "Zp",
    }


def unseen(text: str) -> set[str]:
    """The characters of a text that nobody sees."""
    odd = {char for char in set(text) - {"\n", *_SELECTORS} if _is_unseen(char, "")}
    return odd | {
        found[0] for found in _SELECTED.finditer(f" {text}") if _is_unseen(found[0], found[1])
    }


def spelt_out(text: str) -> str:
    """A text with invisible characters as their code points, and the bot's own marks broken."""
    shown = "".join(
        f"<U+{ord(c):04X}>" if _is_unseen(c, before) else c for before, c in pairwise(f" {text}")
    )
    return shown.replace("<!-- charger-", "<!- - charger-")


def line(text: str) -> str:
    """One line: NFC, single spaces, nothing that nobody sees, and not more than 30 marks on a letter."""
    kept, marks = [" "], 0
    text = re.sub("[\u2800\u3164\uffa0]", " ", text)  # as wide as a space
    for char in " ".join(text.split()):
        marks = marks + 1 if unicodedata.combining(char) else marks * (_is_unseen(char, kept[-1]))
        if marks <= 30 and not _is_unseen(char, kept[-1]):
            kept.append(char)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def answered(field: Field, typed: str) -> str:
    """The answer to a field: without what GitHub writes where there is none, and without boxes."""
    answer = typed.replace("\r\n", "\n").replace("\r", "\n").strip()
    answer = re.sub(r"(?m)^[ \t]*_No response_|_No response_[ \t]*$", "", answer).strip()
    if fenced := re.fullmatch(r"(?s)(`{3,}|~{3,})[^`\n]*\n(.*\n)?\1", answer):
        inside = fenced[2] or ""
        if not re.search(rf"(?m)^\s*{fenced[1]}", inside):
            answer = inside.strip()
    if answer == "None" and field.options:
        return ""
    unchecked, box = r"(?m)^[ \t]*[-*] \[ \].*\n?", r"(?m)^[ \t]*[-*] \[[xX]\][ \t]*"
    return re.sub(box, "", re.sub(unchecked, "", answer)).strip() if field.options else answer


_PAIRS = [
    '""',
    "''",
    "``",
    "“”",
    "””",
    "„“",
    "„”",
    "‘’",
    "’’",
    "‚‘",
    "«»",
    "»«",
    "‹›",
    "「」",
    "[]",
    "||",
]
_STRESS = ["**", "__", "~~", "*", "_"]
_SAME = str.maketrans("‘∙⋅✕⨯", "’··××")


def name(text: str) -> str:
    """A name without marks around it, in which every dash is a hyphen and every entity its character."""
    text = re.sub(r"&#?\w{1,12};", lambda entity: html.unescape(entity[0]), text)
    found = re.sub("[\u2010-\u2015\u2212]", "-", line(text)).translate(_SAME)
    found = re.sub("(?<=[®™©0-9])[\ufe0e\ufe0f]", "", found)
    for _ in range(8):
        bare = _bare(found)
        if not any(map(str.isalnum, bare)):
            break
        found = bare
    return found


def _bare(text: str) -> str:
    for mark in _STRESS:
        inside = text[len(mark) : -len(mark)]
        if inside and text == f"{mark}{inside}{mark}" and mark not in inside:
            text = inside.strip()
            break
    for pair in _PAIRS:
        first, last = pair[0], pair[1]
        inside = text[1:-1]
        if inside and text == f"{first}{inside}{last}" and first not in inside.strip(first + last):
            return inside.strip()
    if text.endswith(" -"):
        return text[:-2].rstrip()
    if (whole := _without_half_a_pair(text)) != text:
        return whole
    if text.endswith((",", ";")) or (text.endswith(":") and text.count(":") == 1):
        return text[:-1].rstrip()
    (word,) = text.split()[-1:] or [""]
    is_short = "." in word[:-1] or (word[:-1].isalpha() and len(word) <= 4)
    return text if is_short else text.rstrip(".")


def _without_half_a_pair(text: str) -> str:
    if sum(text.count(mark) for mark in '"“„«‹`”»›') == 1:
        text = re.sub('^["“„«‹`]+ ?| ?[”»›]+$', "", text)
    for first, last in ("()", "[]", "{}"):
        more = text.count(first) - text.count(last)
        if (more < 0 and text[-1:] == last) or (more > 0 and text[-1:] == first):
            return text[:-1].rstrip()
        if (more < 0 and text[:1] == last) or (more > 0 and text[:1] == first):
            return text[1:].lstrip()
    return text


def items(answer: str) -> list[str]:
    """The lines that say something, without bullets, each once."""
    lines = [
        one for one in answer.split("\n") if not re.fullmatch(r"\s*(```+|~~~+)[ \t]*[\w-]*\s*", one)
    ]
    bare = dict.fromkeys(bare_of_bullets(line(one)) for one in lines)
    return [one for one in bare if re.sub(r"[\W_]", "", one.casefold()) not in {"", "none", "na"}]


def bare_of_bullets(text: str) -> str:
    """A line without marks of a list, a quote or a box in front."""
    dash, bullet = (
        "-\u2010-\u2015\u2212",
        "\u2022\u2023\u2043\u25aa-\u25ff\u2190-\u21ff\u27a1-\u27bf",
    )
    apart = rf"(?:[{dash}*+>=~]+|#{{1,6}}|=>|->|\(?[0-9]{{1,2}}[.)]|[a-zA-Z]\)|\[[ xX]?\])\s+"
    mark = rf"{apart}|[{bullet}]\ufe0f?\s*|[{dash}](?=[^\W\d_])"
    return re.sub(f"^(?:{mark}){{0,8}}", "", text)


def _choices(answer: str) -> list[str]:
    """What is between commas, slashes and the word for that."""
    return [line(word) for word in re.split(r"[,;/\n]| and ", answer)]


def versions(answer: str) -> set[str]:
    """The versions that are named, whatever is written around them but for other letters and digits.

    A transport may be named twice, as in the heading `1.6J (JSON)` of README.md.
    """
    words = (re.sub(r"[-_() ]", "", word).lower() for word in _choices(answer))
    short = {
        re.sub(r"s?soap$|s$", "S", re.sub(r"j?json$|j$", "J", re.sub("^(ocpp)?v?", "", word)))
        for word in words
    }
    return short - {""}


def ways(answer: str) -> set[str]:
    """The ways to communicate that are named, each with or without its own icon."""
    words = {re.sub("[\ufe0e\ufe0f]", "", word).lower() for word in _choices(answer)} - {""}
    icons = {"cloud": "\u2601 ", "direct": "\N{ELECTRIC PLUG} "}
    return {
        next((way for way, icon in icons.items() if word.strip(icon) == way), word).title()
        for word in words
    }


_ADDRESS = re.compile(
    r"\[([^\[\]]*)\] ?\( ?<?(https?://[^\s<>)]*)>?(?: \"[^\"]*\")? ?\)"  # or with a text to point at
    r"|<(https?://[^\s<>]+)>|(https?://[^\s<>]+)",
    re.IGNORECASE,
)
_IN_ANGLES = re.compile(r"(?<=\]\(<)[^<>]*(?=>\))")  # where an address may have spaces
_ASIDE = re.compile(r" ?(\([^()]*\))")
# Where more than a link is in a line, a title which is an address is none: it may be another one.
_IS_ADDRESS = re.compile(r"^(?:https?://|www\.)", re.IGNORECASE)
_AROUND = " :-\u2013\u2014\u2192|"
_LIKE_LATIN = frozenset("авекмнорстухѕіјһԛԝӏαβεζηικμνορτυχ")


def titled(lines: list[str]) -> list[str]:
    """The lines, in which an address is in one line with its title above.

    That has a colon at its end, or no address is the first line.
    """
    kept: list[str] = []
    begin = re.compile(r"(?i)https?://[^\s/]")
    for one in map(str.strip, lines):
        above = kept[-1] if kept else ""
        is_title = "://" not in above and not is_nothing(above)
        if is_title and begin.match(one) and (above[-1] == ":" or not begin.match(kept[0])):
            kept[-1] += f" {one}"
        else:
            kept.append(one)
    return kept


def each_place_once(
    found: Iterable[tuple[str, tuple[str, ...]]],
) -> list[tuple[str, tuple[str, ...]]]:
    """The sources, of which those to one place are one: with https, and with the title of its own."""
    places: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    for title, parts in found:
        place = (*parts[1:2], (f"{parts[2]}?{parts[3]}#{parts[4]}").rstrip("?#/"))
        before, old = places.get(place, (title, parts))
        own = [one for one in (before, title) if one != shown_host(parts[1])]
        places[place] = ((own or [title])[0], max(old, parts, key=lambda one: one[0]))
    return list(places.values())


def sources(item: str) -> list[tuple[str, tuple[str, ...]]]:
    """The title of each source in a line, and its address in parts."""
    item = _IN_ANGLES.sub(lambda found: found[0].replace(" ", "%20"), item)
    browser = r"(?i)(?<!\S)(?:view-source:|[a-z]+(?:-[a-z]+)?-extension://[^\s/]+/)(?=https?://)"
    item = re.sub(browser, "", item)
    linked = re.fullmatch(r"\[(?!\d{1,2}\] ?\[)(.*)\]\( ?<?([^ <>]+)>? ?\)", item)
    if linked and "://" not in linked[1]:
        title, address = linked.groups()
        title = _no_request(_bare_of_stress(title)).rstrip(" :-\u2013\u2014\u2192")
        return [_titled(title, _without_entities(address))]
    item = _without_entities(item)
    found, end = [], 0
    for match in _ADDRESS.finditer(item):
        before = _words_before(item[end : match.start()])
        own = "" if _IS_ADDRESS.search(match[1] or "") else _no_request(match[1] or "")
        if before and own and item[: match.start()].rstrip().endswith(":"):
            before += ":"
        aside = _ASIDE.match(item, match.end())
        end = (aside or match).end()
        address = match[2] or match[3] or _bare_address(match[4])
        found.append(
            _titled(" ".join(filter(None, [before, own])), address, aside[1] if aside else "")
        )
    return found


def _words_before(text: str) -> str:
    """The words in front of an address which are its title."""
    before = bare_of_bullets(text.strip() + " ").strip(_AROUND)
    before = _bare_title(before).strip(_AROUND)
    before = re.sub("(=>|->|>>|=)$", "", before).rstrip(_AROUND)
    before = re.sub(r"^(?:\[([^\[\]()]+)\]|\(([^\[\]()]+)\))$", r"\1\2", before)
    return _no_request(before)


def _no_request(title: str) -> str:
    return "" if is_request(re.sub(r" \d{1,2}$", "", title)) else title


def _bare_of_stress(text: str) -> str:
    for mark in _STRESS:
        inside = text[len(mark) : -len(mark)]
        if inside and text == f"{mark}{inside}{mark}" and mark not in inside:
            return inside.strip()
    return text


_QUOTES = "\"'`«»‘’‚‛“”„‟‹›「」『』〝〞〟"
_ENDS = ".,;:!|。、，；：！" + _QUOTES


def _without_entities(text: str) -> str:
    entity = r"(?i)&(?:amp;)*(amp|lt|gt|quot|apos|nbsp|#\d{1,5}|#x[0-9a-f]{1,4});"
    return re.sub(entity, lambda found: html.unescape(f"&{found[1]};"), text)


def _bare_title(text: str) -> str:
    """A title without a number in front, emphasis, quotation marks around it, or half a pair."""
    numbers = r"\[\d{1,2}\]|\d{1,2}\.?[:)]|\(?[a-zA-Z][.)]|[ivx]{1,4}[.)]|[¹²³⁰⁴-⁹]+|[①-⑳]"
    text = re.sub(rf"^(?:(?:{numbers})(?: +|$)|\d{{1,2}}$)", "", text).rstrip("([{<（").strip()
    text = _in_whole_brackets(text)
    stress = r"(?<![^\s(\[])(\*\*|\*|__|_|~~|`)(?=\S)([^*_~`]+)(?<=\S)\1(?=[\s,.:;!?)\]]|$)"
    text = re.sub(stress, r"\2", text).strip(" :-\u2013\u2014\u2192|,;")
    inner = text.strip("*_" + _QUOTES)
    quoted = re.search(r"[^\w\s'’]", "".join(c for c in inner if c in _QUOTES))
    edged = re.search(r"(?<!\w)['’]|['’](?!\w)", inner)
    return text if quoted or edged else inner.strip()


def _in_whole_brackets(text: str) -> str:
    """A title in which each bracket is one of a pair: one that opens inside is closed at its end."""
    shape, before = text, ""
    while shape != before:
        before, shape = shape, re.sub(r"\(([^()]*)\)", r"<\1>", shape)  # pairs, from inside
    text = "".join(char for char, of_pair in zip(text, shape, strict=True) if of_pair != ")")
    shape = shape.replace(")", "")
    while shape.startswith("("):
        text, shape = text[1:].lstrip(), shape[1:].lstrip()
    place, more = shape.find("("), shape.count("(")
    if not more:
        return text.strip()
    front, rest = text[:place].rstrip(), text[place + 1 :].strip()
    return front if is_request(rest) else f"{front} ({rest}{')' * more}"


def _bare_address(address: str) -> str:
    for _ in range(8):
        address = address.rstrip(_ENDS)
        for pair in ("()", "{}", "[]", "（）", "【】", "《》"):
            if address.endswith(pair[1]) and address.count(pair[1]) > address.count(pair[0]):
                address = address[:-1]
        half = re.search(r"(\*\*+|__+)$", address)  # of emphasis which has no beginning
        if half and half[1][:2] not in address[: half.start()]:
            address = address[: half.start()]
    return address


def _titled(title: str, address: str, aside: str = "") -> tuple[str, tuple[str, ...]]:
    """A source with its title, or else its host, and what is in brackets after its address."""
    parts = in_parts(address)
    shown = title.strip() if any(map(str.isalnum, title)) else shown_host(parts[1])
    return f"{shown} {aside}".strip(), parts


def shown_host(host: str) -> str:
    """A host in its own letters, unless those of a part all look like Latin ones."""
    try:
        shown = idna.decode(host)
    except idna.IDNAError:
        return host
    for label in shown.casefold().split("."):
        if not label.isascii() and all(char in _LIKE_LATIN for char in label if char.isalpha()):
            return host
    return shown


def in_parts(address: str) -> tuple[str, ...]:
    """An address decoded, its host as it is asked for, and its query without what only follows people."""
    found = re.fullmatch(
        r"([a-z]+)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", address, re.IGNORECASE
    )
    assert found
    scheme, host, path, query, fragment = found.groups("")
    following = r"(?i:utm_[^=]*|gclid|fbclid|msclkid|mc_cid|mc_eid|igshid|gbraid|srsltid|hsa_[^=]*)"
    kept = [part for part in query.split("&") if not re.fullmatch(f"({following})(=.*)?", part)]
    ascii_host = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode()
    return scheme.lower(), ascii_host, unquote(path), unquote("&".join(kept)), unquote(fragment)


READ: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(("brand", "model", "new_model"), name),
    "models": lambda answer: tuple(map(name, items(answer))),
    "ocpp_versions": lambda answer: set() if is_nothing(line(answer)) else versions(answer),
    "communication": lambda answer: set() if is_nothing(line(answer)) else ways(answer),
    "notes": lambda answer: "" if is_nothing(line(answer)) else line(answer),
    "sources": lambda answer: each_place_once(
        one for item in items("\n".join(titled(answer.split("\n")))) for one in sources(item)
    ),
    "correction": lambda answer: line(answer).capitalize(),
    "reason": str,
}


def is_named(model: str, brand: str, typed: str) -> bool:
    """Whether a model has the brand in front of what was typed, and nothing is lost but another spelling of it."""
    rest = model.removeprefix(brand).removeprefix(" ")
    if not model.startswith(brand) or not typed.endswith(rest):
        return False
    lost = typed.removesuffix(rest)
    return not lost or _letters(re.sub(r"[ :,./|_®™\u2013-]+$", "", lost)) == _letters(brand)


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if c.isalnum())
