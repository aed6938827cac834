"""Where a text mentions OCPP and its versions."""

import re
from bisect import bisect_left
from typing import Literal

MentionedVersion = Literal["1.6", "1.6S", "1.6J", "2.0", "2.0.1", "2.1"]  # 1.6: neither J nor S

PROTOCOL = "OCPP"

_NEAR = 80  # characters between "OCPP" and a version
_GAP = r"[\W_]{0,3}"
_OCPP = re.compile(rf"(?<![a-z])o{_GAP}c{_GAP}p{_GAP}p(?![a-z]{{3}})|open charge point protocol")
_VERSION = re.compile(
    r"(?:ocpp[\W_]?(?P<before>json|soap|j|s)[\W_]{1,3}(?:v\.? ?)?)?"
    r"(?<![\d.])(?P<number>1\.6|2\.0\.1|2\.0|2\.1)(?P<footnote>\d?)(?!\d|\.\d)"
    r"(?:[\W_]{0,3}(?P<after>json|soap|j|s)(?![a-z0-9])"
    r"(?:[/&+, ]{1,3}(?P<also>json|soap|j|s)(?![a-z0-9]))?)?"
)
_ENCODINGS = {"j": "J", "json": "J", "s": "S", "soap": "S"}


def ocpp_places(text: str) -> tuple[int, ...]:
    """The places of OCPP, by its short or full name, in a text in small letters."""
    return tuple(match.start() for match in _OCPP.finditer(text))


def mentioned_versions(text: str, places: tuple[int, ...]) -> dict[MentionedVersion, bool]:
    """The versions in a text in small letters, in order; True for those near a place of OCPP.

    One digit more is no sure sign: readers of PDF put the mark of a footnote there, and there is no
    version 2.01.
    """
    versions: dict[MentionedVersion, bool] = {}
    for match in _VERSION.finditer(text):
        is_sure = not match["footnote"] and _is_near(places, match.start())
        encodings = [match[name] for name in ("before", "after", "also") if match[name]]
        for encoding in encodings or [""]:
            version = _version(match["number"], encoding)
            versions[version] = is_sure or versions.get(version, False)
    return dict(sorted(versions.items()))


def may_mean(mentioned: str, version: str) -> bool:
    """Whether a version without its transport, as most pages name 1.6, may be a version."""
    return mentioned == "1.6" and version.startswith("1.6")


def _version(number: str, encoding: str) -> MentionedVersion:
    match number, _ENCODINGS.get(encoding):
        case "1.6", "J":
            return "1.6J"
        case "1.6", "S":
            return "1.6S"
        case "1.6", _:
            return "1.6"
        case "2.0", _:
            return "2.0"
        case "2.0.1", _:
            return "2.0.1"
        case _:
            return "2.1"


def _is_near(places: tuple[int, ...], place: int) -> bool:
    first = bisect_left(places, place - _NEAR)
    return first < len(places) and places[first] <= place + _NEAR
