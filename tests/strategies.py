"""Hostile text, names and addresses for properties."""

import re

from hypothesis import strategies as st

from bot.chargers.versions import is_only_version
from bot.decision.names import typed_name_problem
from bot.forms.values import read_typed_name
from bot.names.cleaning import around_hidden_space, clean, forbidden_in_name, mixed_word
from bot.names.remarks import has_open_end
from bot.names.several import Several, several_names, several_sections
from bot.names.vocabulary import is_nothing
from bot.rules import value_rules
from bot.rules.rule import FieldErrors
from tests.charger_list import VOCABULARY

from .charger_list import SHAPE

MARKS = SHAPE.file.names

_PIECES = str.split("""
| || \\ \\| \\\\| \\\\\\| ` `` * ** _ __ ~ ~~ [ ] ]( [x] [^1] ![ ](http://x.y) < > << <b> </td>
<br> <img/src=x> <a@b.c> <http://x.y> <!-- --> <!-- &amp; &lt;b&gt; &#124; &#x7c; &nbsp; &copy &
@ @name @-x @org/team a@b.c a@-b.c a@.b.c a_b@c.de # #12 GH-12 org/repo#3 www. www.x.y http://
http://x.y https://x.y/a_b ftp://x.y mailto:a@b.c xmpp:a@b.c/d : :car: :+1: :a:b: $ $x$ $$ $`x`$
^ = + - -- --- | --- | 1. ! " ' ( ) {{x}} /* // % é e\u0301 \u0301 ﬁ  \u212b 日本 Ж ß İ ☁\ufe0f 🔌
👍🏽 👨\u200d👩\u200d👧 a b x 1 2.0.1 kW
""")
_BLANKS = [
    " ",
    " ",
    "  ",
    "\t",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2029",
    "\u00a0",
    "\u3000",
]
_UNSEEN = [
    "\0",
    "\x1b",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u00ad",
    "\u1160",
    "\U000e0041",
]
_UNSEEN += ["\u034f", "\ufe00", "\ufe0f", "\U000e0100", "\ufdd1", "\uffff"]
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")
_STARTS_FENCE = re.compile(r"\s*(?:```|~~~|###\s)")


def hostile(size: int = 12) -> st.SearchStrategy[str]:
    """One line that begins no block of code in the body of an issue."""
    piece = (
        st.sampled_from(_PIECES)
        | st.sampled_from(_BLANKS + _UNSEEN)
        | st.text(_CHARACTERS, max_size=4)
    )
    line = st.lists(piece, max_size=size).map("".join)
    return line.filter(lambda text: not _STARTS_FENCE.match(text) and len(clean(text)) <= 300)


def is_text(notes: str) -> bool:
    """Whether notes say something in words: no picture, hidden space, address or version alone."""
    says_something = clean(notes) == "-" or not is_nothing(clean(notes))
    is_plain = (
        "![" not in notes and "<img" not in notes.casefold() and not around_hidden_space(notes)
    )
    is_address = re.fullmatch(r"<?(https?://|www\.)\S+", clean(notes), re.IGNORECASE)
    return says_something and is_plain and not is_address and not is_only_version(clean(notes))


_NAME_PIECES = [
    *str.split("""
- -- --- + & &amp; &lt;b &copy; / // ( ) . , : ; ' " ’ ” ® ™ ° ² _ __ | || ! % = == ~ ~~ 1. 2)
11 22kW 7.4 www. www.x.y http://x.y ftp://x.y mailto:x :car: :1: a_b _c_ x go-e Élan Zap ß Ж 日本
e\u0301
"""),
    " ",
    " ",
    "\u00a0 ",
    "\u200b",
]


def is_name(text: str) -> bool:
    plain = clean(text)
    if _STARTS_FENCE.match(text) or _STARTS_FENCE.match(plain):
        return False
    is_word = any(char.isalnum() for char in plain) and not mixed_word(plain)
    if (
        not is_word
        or len(plain) > 40
        or forbidden_in_name(plain, MARKS)
        or around_hidden_space(text)
    ):
        return False
    return is_read_as_typed(plain)


def is_read_as_typed(name: str) -> bool:
    """Whether a name has no marks or joint around it, is no address, and is one whole name."""
    try:
        is_kept = read_typed_name(name, 60, SHAPE) == name
    except FieldErrors:
        return False
    is_one_model = several_names(name, VOCABULARY, lambda _: False) is Several.NO
    is_one_brand = several_sections(name, (), lambda _: False) is Several.NO
    problem = typed_name_problem("Model", name, name, SHAPE, value_rules.SEVERAL_IN_ONE)
    is_whole = not problem and not has_open_end(name)
    return is_kept and is_one_model and is_one_brand and is_whole


def names() -> st.SearchStrategy[str]:
    """A name of a brand or model with any allowed characters, as it comes out of cleaning."""
    skeleton = st.text(
        st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x2FFF), min_size=1, max_size=4
    )
    piece = st.sampled_from(_NAME_PIECES) | skeleton
    return st.lists(piece, min_size=1, max_size=7).map("".join).filter(is_name).map(clean)


_HOSTS = (
    "x.example",
    "www.x.example",
    "Sub.X-Y.example",
    "bücher.example",
    "xn--bcher-kva.example",
)
_PATHS = str.split(r"""
a / // ( ) ) | || % %20 %7C &copy; &amp; &lt &a=1 &b; = _ __ * ** ~ ~~ \ \| ' " [ ] ]( ]: { } `
$ $$ @ @name : :car: , ; ! é e 日本 ☁ .. . + ^ ?a=1 ?b #c #12 &#124; www.x.y http://x.y
""")


def addresses() -> st.SearchStrategy[str]:
    path = st.lists(st.sampled_from(_PATHS), max_size=8).map("".join)
    parts = st.tuples(st.sampled_from(["http", "https"]), st.sampled_from(_HOSTS), path)
    return parts.map(lambda part: f"{part[0]}://{part[1]}/{part[2]}")
