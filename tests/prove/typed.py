"""What a reader should find of what was typed: the documented normalisation, written anew without the bot's own."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import unquote

import idna

from bot.forms.form import Field

# Default_Ignorable_Code_Point of https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt, but for the
# variation selectors of emoji, and the empty pattern of Braille.
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SELECTORS = "\ufe0e\ufe0f"  # which show behind a symbol, a digit, and few marks
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
    """A text in which characters that nobody sees are told by their code points."""
    return "".join(
        f"<U+{ord(c):04X}>" if _is_unseen(c, before) else c for before, c in pairwise(f" {text}")
    )


def line(text: str) -> str:
    """One line: NFC, single blanks, nothing that nobody sees, and not more than 30 marks on a letter."""
    kept, marks = [" "], 0
    for char in " ".join(text.split()):
        marks = marks + 1 if unicodedata.combining(char) else marks * (_is_unseen(char, kept[-1]))
        if marks <= 30 and not _is_unseen(char, kept[-1]):
            kept.append(char)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def answered(field: Field, typed: str) -> str:
    """The answer to a field: without what GitHub writes where there is none, and without boxes."""
    answer = typed.replace("\r\n", "\n").replace("\r", "\n").strip()
    if answer == "_No response_" or (answer == "None" and field.options):
        return ""
    unchecked, box = r"(?m)^[ \t]*[-*] \[ \].*\n?", r"(?m)^[ \t]*[-*] \[[xX]\][ \t]*"
    return re.sub(box, "", re.sub(unchecked, "", answer)).strip() if field.options else answer


def name(text: str) -> str:
    """A name, in which every dash is a hyphen."""
    return re.sub("[\u2010-\u2015\u2212]", "-", line(text))


def items(answer: str) -> list[str]:
    """The lines that say something, without bullets, each once."""
    bare = (
        re.sub(r"^([-*\u2022]|\d\d?[.)]) +", "", line(one), flags=re.ASCII)
        for one in answer.split("\n")
    )
    return [
        item
        for item in dict.fromkeys(bare)
        if item.casefold() not in {"", "none", "n/a", "unknown"}
    ]


def versions(answer: str) -> set[str]:
    """The versions that are named, whatever is written around them but for other letters and digits."""
    words = (re.sub(r"[-_() ]", "", line(word)).lower() for word in re.split(r"[,;/\n]", answer))
    short = {
        re.sub(r"s(oap)?$", "S", re.sub(r"j(son)?$", "J", re.sub("^(ocpp)?v?", "", word)))
        for word in words
    }
    return short - {""}


def ways(answer: str) -> set[str]:
    """The ways to communicate that are named, each with or without its own icon."""
    words = {
        re.sub("[\ufe0e\ufe0f]", "", line(word)).lower() for word in re.split(r"[,;/\n]", answer)
    } - {""}
    icons = {"cloud": "\u2601 ", "direct": "\N{ELECTRIC PLUG} "}
    return {
        next((way for way, icon in icons.items() if word.strip(icon) == way), word).title()
        for word in words
    }


def source(item: str) -> tuple[str, tuple]:
    """The title that a source is given, and its address in parts."""
    if linked := re.fullmatch(r"\[(.*)\]\( ?<?([^ <>]+)>? ?\)", item):
        title, address = linked.groups()
    else:
        title, _, address = item.rpartition(" ")
        address = address.removeprefix("<").removesuffix(">").rstrip(".,;")
        if address.startswith("("):
            address = address[1:].removesuffix(")")
        elif address.count(")") > address.count("("):
            address = address.removesuffix(")")
    parts = in_parts(address)
    return title.strip().rstrip(" :-\u2013\u2014") or parts[1], parts


def in_parts(address: str) -> tuple:
    """An address decoded, its host as it is asked for, and its query without what only follows people."""
    scheme, host, path, query, fragment = re.fullmatch(
        r"([a-z]+)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", address, re.IGNORECASE
    ).groups("")
    following = r"utm_[^=]*|gclid|fbclid|msclkid|mc_cid|mc_eid|igshid"
    kept = [part for part in query.split("&") if not re.fullmatch(f"({following})(=.*)?", part)]
    ascii_host = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode()
    return scheme.lower(), ascii_host, unquote(path), unquote("&".join(kept)), unquote(fragment)


READ: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(("brand", "model", "new_model"), name),
    "models": lambda answer: tuple(map(name, items(answer))),
    "ocpp_versions": versions,
    "communication": ways,
    "notes": lambda answer: (
        line(answer).removeprefix("-") if len(line(answer)) == 1 else line(answer)
    ),
    "sources": lambda answer: list(dict.fromkeys(map(source, items(answer)))),
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
