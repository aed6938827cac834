"""Hostile values: the corpus, which lies in files for people to add to, and what chance makes of it."""

import random
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

CORPUS = Path(__file__).parent / "corpus"


class Value(NamedTuple):
    """A text that would like to be more than text, and where it is in the corpus: its class and its place there."""

    name: str
    text: str


@lru_cache
def corpus() -> tuple[Value, ...]:
    """All values; a file holds a class, an entry a text, or a text and how often it is repeated."""
    return tuple(
        Value(f"{path.stem} {place}", _text(entry))
        for path in sorted(CORPUS.glob("*.yml"))
        for place, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1)
    )


def _text(entry: str | list) -> str:
    match entry:
        case str():
            return entry
        case [str(unit), int(times)]:
            return unit * times
    raise TypeError(f"neither a text nor a text and a number: {entry!r}")


# --- Mutations: what a fuzzer without a guide does ------------------------------------------------------------------

_ODD = [
    *"\\|`*_<>[]()&;#@:$~!\"'{}%/.-= \n\t\r1a",
    "\u200b",
    "\u202e",
    "\u2028",
    "\u0301",
    "\u0430",
    "\0",
    "\x1b",
]
_ODD += [
    "<!-- -->",
    "&amp;",
    "\r\n",
    "](",
    "://",
    "www.",
    "```",
    "\n\n### Brand\n\n",
    "\\|",
    "##[",
    "::",
    " | ",
]
_LONGEST = 2000  # a part of what is repeated tries the same


def _inserted(text: str, draw: random.Random) -> str:
    place = draw.randint(0, len(text))
    return text[:place] + draw.choice(_ODD) + text[place:]


def _replaced(text: str, draw: random.Random) -> str:
    place = draw.randint(0, len(text))
    return text[:place] + draw.choice(_ODD) + text[place + 1 :]


def _cut(text: str, draw: random.Random) -> str:
    start = draw.randint(0, len(text))
    return text[:start] + text[start + draw.randint(1, 8) :]


def _doubled(text: str, draw: random.Random) -> str:
    start = draw.randint(0, len(text))
    stop = start + draw.randint(1, 8)
    return text[:stop] + text[start:]


def _joined(text: str, draw: random.Random) -> str:
    return text + draw.choice(["", " ", "\n", "|"]) + draw.choice(corpus()).text[:_LONGEST]


def _in_other_case(text: str, _: random.Random) -> str:
    return text.swapcase()


def _shuffled(text: str, draw: random.Random) -> str:
    return "".join(draw.sample(text, len(text)))


_MUTATIONS: list[Callable[[str, random.Random], str]] = [
    *[_inserted, _replaced, _cut, _doubled] * 2,
    _joined,
    _in_other_case,
    _shuffled,
]


def mutated(value: Value, draw: random.Random) -> str:
    """The text of a value after one to four mutations."""
    text = value.text[:_LONGEST]
    for _ in range(draw.randint(1, 4)):
        text = draw.choice(_MUTATIONS)(text, draw)
    return text
