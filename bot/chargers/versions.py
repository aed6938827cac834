"""OCPP versions as people word them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from bot.chargers import version_rules
from bot.names.cleaning import clean, unique
from bot.names.marks import without_bullet
from bot.names.near import within_edits
from bot.names.order import normalize_name
from bot.names.requests import asks_to_add
from bot.names.vocabulary import JOINING, PLUS, is_nothing
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, combine, field_error

_LINES = re.compile(r"[,;\r\n]+")
# A decimal comma: `1,6J`, `2,0,1`.
_COMMA = re.compile(r"(?<![0-9.,])(?:1,6|2,0,1|2,0|2,1)(?![.,]?[0-9])")
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)*|[^\W\d_]+|[+&]|[^\s\w.]|\S")
_ANY = r"v?(?:1[.,]6(?:[ -]?(?:json|soap|j|s))?|2[.,]0[.,]1|2[.,]0|2[.,]1)(?![\w.,]?[0-9])"
_VERSION_IN_NAME = re.compile(
    r"(?:\bocpp[ :_-]*v?[0-9]+(?:[.,][0-9]+)*[ -]?(?:json|soap|j|s)?\b"
    r"|\b1[.,]6[ -]?(?:json|soap|j|s)\b"
    rf"|(?<=:)\s*{_ANY}(?=$|\s?[,/&+])"  # `Go: 2.0`, but `Go 2.0` may be a name
    r"|(?<=[(\[])\s*v?(?:1\.6|2\.0\.1)(?=\s*[)\]]$|\s?[,/&+])"
    rf")(?:\s?[,/&+]\s?{_ANY})*",
    re.IGNORECASE,
)
# One transport that is called the other: `1.6J (SOAP)`.
_TRANSPORT_TWICE = re.compile(
    r"1\.6[ -]?(?:j[ (\[-]+(?:over |via |with )?(?:soap|xml)|s[ (\[-]+(?:over |via |with )?json)\b"
)
_NUMBERS = {"1.6", "2.0", "2.0.1", "2.1"}
_BY_DIGITS = {number.replace(".", ""): number for number in _NUMBERS}
_SLIP_LETTERS = 4  # of a word, from which on one slip makes no other word
_TRANSPORTS = {
    **dict.fromkeys(
        ["j", "json", "websocket", "websockets", "socket", "sockets", "ws", "wss"], "J"
    ),
    **dict.fromkeys(["s", "soap", "xml"], "S"),
}
_OVER_HTTP = frozenset(["http", "https"])
_JOINING = JOINING | PLUS | {"sowie"}
# Words that say no more about the version; those of certificates and profiles are from
# https://openchargealliance.org/certificationocpp/
_SAYING_NOTHING = frozenset(
    normalize_name("""
ocpp version versions versión versão v ver protocol protokoll protocole protocolo protocollo
over via with using on in the web per through über mit von avec sur con met op med przez
certified certification certificate zertifiziert certifié certificado compliant compliance
compatible kompatibel supported supports support unterstützt full fully only nur just both open
charge point core profile profiles advanced security smart charging firmware management remote
trigger local auth authorization list reservation basic final secure tls and official native
""").split()
)
_BEFORE_VERSION = _JOINING | {"with", "via", "over", "w/", "mit", "avec", "con", "met", "med"}
_EDITION = frozenset(["edition", "ed", "errata"])
_RANGE = frozenset("-.~>")
_PUNCTUATION = frozenset("()[]{}-_:.,/'\"*`|")
_KNOWN = _SAYING_NOTHING | _JOINING | _EDITION | _PUNCTUATION | _OVER_HTTP
_KNOWN_LONG = [word for word in sorted(_KNOWN.union(_TRANSPORTS)) if len(word) >= _SLIP_LETTERS]
_MOST_PARTS = 20  # of an answer; there are five versions to choose
_MOST_LINES = 200  # that are looked at; several can make one part
_LONGEST = 120  # characters of one part of an answer


class OcppVersion(StrEnum):
    """The OCPP versions, oldest first: https://openchargealliance.org/protocols/."""

    V1_6S = "1.6S"
    V1_6J = "1.6J"
    V2_0 = "2.0"
    V2_0_1 = "2.0.1"
    V2_1 = "2.1"


@dataclass
class _Words:
    """One part of an answer taken apart: versions, transports, and whether a word is unknown.

    A transport is its letter and how many numbers are in front of it.
    """

    numbers: list[str] = field(default_factory=list)
    transports: list[tuple[str, int]] = field(default_factory=list)
    has_unknown: bool = False
    has_slip: bool = False

    def add_transport(self, letter: str) -> None:
        """Take a transport of the number before it."""
        self.transports.append((letter, len(self.numbers)))

    def add_unknown(self, word: str) -> None:
        """Take an unknown word, or a known one with a slip."""
        for known in _KNOWN_LONG:
            if len(word) >= _SLIP_LETTERS and within_edits(word, known):
                self.has_slip = True
                if known in _TRANSPORTS:
                    self.add_transport(_TRANSPORTS[known])
                return
        self.has_unknown = True

    def letters(self, number: str) -> set[str]:
        """The letters of the transports of a number; those in front of all are of the first."""
        letters = set()
        for letter, count in self.transports:
            if self.numbers[max(count, 1) - 1] == number:
                letters.add(letter)
        return letters


def read_versions(answer: str) -> tuple[OcppVersion, ...]:
    """The OCPP versions of an answer, however they are worded, each once, oldest first.

    Raises FieldErrors: a version that is promised, or one among words that may mean anything, is
    asked about.
    """
    versions: list[OcppVersion] = []
    errors: list[FieldErrors] = []
    for part in _parts(answer):
        try:
            versions += _read_part(part)
        except FieldErrors as error:
            errors.append(error)
    if errors:
        raise combine(errors)
    return tuple(version for version in OcppVersion if version in versions)


def is_only_version(text: str) -> bool:
    """Whether a text is an OCPP version and nothing else, with or without its transport."""
    return text in _NUMBERS or _VERSION_IN_NAME.fullmatch(text) is not None


def without_version(name: str) -> str:
    """A name without an OCPP version, where it can be nothing else: `Gemini 2.0` may be a name."""
    rest = _VERSION_IN_NAME.sub("", name)
    if rest == name:
        return name
    kept = clean(re.sub(r"\(\s*\)|\[\s*\]", "", rest)).strip(" ,:;/-").split()
    while len(kept) > 1 and kept[-1] in _BEFORE_VERSION:
        kept.pop()
    return " ".join(kept)


def _parts(answer: str) -> list[str]:
    """The parts of an answer, each as it was typed; one without a version belongs to that before.

    Raises FieldErrors.
    """
    lines = [line for line in _LINES.split(_with_points(answer)) if line.strip()]
    if len(lines) > _MOST_LINES:
        raise field_error(value_rules.TOO_MANY_CHOICES, count=len(lines))
    parts: list[list[str]] = []
    for typed in lines:
        line = without_bullet(clean(typed))
        if is_nothing(line):
            continue
        joint = ", "
        for piece in line.split("/"):
            if parts and not _says_version(piece):
                parts[-1] += joint, piece
            elif piece.strip():
                parts.append([piece.strip()])
            joint = "/"
    if len(parts) > _MOST_PARTS:
        raise field_error(value_rules.TOO_MANY_CHOICES, count=len(parts))
    return unique("".join(part) for part in parts)


@lru_cache(maxsize=64)
def _says_version(piece: str) -> bool:
    words = _taken_apart(piece)
    return bool(words.numbers) or words.has_unknown or words.has_slip


def _with_points(answer: str) -> str:
    return _COMMA.sub(lambda match: match[0].replace(",", "."), answer)


def _read_part(part: str) -> list[OcppVersion]:
    """The versions in one part, of which each word must be known. Raises FieldErrors."""
    words = _taken_apart(part)
    if words.has_unknown and words.numbers and asks_to_add(part.partition(" ")[0]):
        raise field_error(version_rules.VERSION_ADDED, received=part)
    if words.has_unknown and not _NUMBERS.isdisjoint(words.numbers):
        raise field_error(version_rules.VERSION_UNCLEAR, received=part, allowed=tuple(OcppVersion))
    if words.has_unknown:
        raise _unread(part)
    others = [number for number in words.numbers if number not in _NUMBERS]
    if meant := _with_other_points(words):
        versions = _versions(part, meant)
        raise _unread(part, str(versions[0]) if len(versions) == 1 else "")
    if others and "." in others[0] and not words.has_slip:
        raise field_error(version_rules.VERSION_OTHER, received=part, allowed=tuple(OcppVersion))
    if not words.numbers or others:
        raise _unread(part)
    versions = _versions(part, words)
    if not versions or (words.has_slip and len(set(versions)) > 1):
        raise _unread(part)
    if words.has_slip:
        raise _unread(part, str(versions[0]))
    return unique(versions)


def _with_other_points(words: _Words) -> _Words | None:
    """The same where the only number is one of the list but for its points: `2.01`, `201`."""
    if len(words.numbers) != 1:
        return None
    (number,) = words.numbers
    meant = _BY_DIGITS.get(number.replace(".", ""))
    if meant in {None, number}:
        return None
    return _Words([meant], words.transports)


def _versions(part: str, words: _Words) -> list[OcppVersion]:
    """The versions of the list with the numbers of a part. Raises FieldErrors for a bare 1.6."""
    versions: list[OcppVersion] = []
    for number in words.numbers:
        transports = words.letters(number)
        is_unclear = not transports or _TRANSPORT_TWICE.search(normalize_name(part[:_LONGEST]))
        if number == "1.6" and is_unclear:  # nobody can tell 1.6S from 1.6J
            raise field_error(version_rules.VERSION_AMBIGUOUS, received=part)
        if number == "1.6":
            versions += [OcppVersion(f"1.6{letter}") for letter in sorted(transports)]
        elif "S" not in transports:  # from 2.0 on there is only JSON
            versions.append(OcppVersion(number))
    return versions


def _unread(part: str, suggestion: str = "") -> FieldErrors:
    """A part in which a word may mean anything: nothing is suggested but what its words say."""
    return field_error(
        value_rules.UNKNOWN_CHOICE, received=part, allowed=tuple(OcppVersion), suggestion=suggestion
    )


def _taken_apart(part: str) -> _Words:
    words = _Words(has_unknown=part.startswith("+"))
    word = before = ""  # the last word, and the last word or mark
    for token in _TOKEN.findall(normalize_name(_with_points(part[:_LONGEST]))):
        is_edition = word in _EDITION and token.isdigit()
        if token[0].isdigit() and not is_edition:
            if words.numbers and before in _RANGE:
                words.has_unknown = True
            words.numbers.append(token)
        elif token in _TRANSPORTS:
            words.add_transport(_TRANSPORTS[token])
        elif token not in _KNOWN and not is_edition:
            words.add_unknown(token)
        before = token
        if token.isalnum():
            word = token
    if before == "+" or len(part) > _LONGEST:
        words.has_unknown = True  # `1.6J+` is that and newer ones
    return words
