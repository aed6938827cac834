"""Names of sections that are probably those of one, such as of a company."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.names.near import IN_BRACKETS, SLIP_LETTERS, digits, have_same_sign, within_edits
from bot.names.order import normalize_name, skeleton
from bot.names.vocabulary import ARTICLES, COMPANY, LEGAL_FORMS, MARKS_AROUND, Vocabulary


def with_words_for_signs(name: str) -> str:
    """A name as it is spoken: `EN+` is `EN plus`."""
    return name.replace("+", " plus ").replace("&", " and ")


def is_near_section(name: str, known: str, vocabulary: Vocabulary) -> bool:
    """Whether two names are probably those of one section: a slip, a word more, a legal form."""
    if not have_same_sign(name, known):
        return False
    for text, other in ((name, known), (known, name)):
        for inside in IN_BRACKETS.findall(text):
            if _core(inside, vocabulary) == _core(other, vocabulary):
                return True
    shorter, longer = sorted((normalize_name(name), normalize_name(known)), key=len)
    core = _core(shorter, vocabulary)
    if skeleton(shorter) == skeleton(longer) or core == _core(longer, vocabulary):
        return True
    slips = min(len(shorter) // SLIP_LETTERS, 2)
    if digits(shorter) == digits(longer) and within_edits(shorter, longer, slips):
        return True
    words, more = shorter.split(), longer.split()
    if more[: len(words)] == words:
        return True
    rest = skeleton(longer).removeprefix(core)
    return rest != skeleton(longer) and rest in vocabulary.trade and len(core) > 2


@lru_cache(maxsize=4096)
def _core(name: str, vocabulary: Vocabulary) -> str:
    """The skeleton of a company's name without legal form and trade, with signs as words."""
    words = normalize_name(with_words_for_signs(name)).split()
    while len(words) > 1 and words[-1].strip(MARKS_AROUND) in LEGAL_FORMS | vocabulary.trade:
        words.pop()
    while len(words) > 1 and words[0].strip(MARKS_AROUND) in ARTICLES | COMPANY:
        words.pop(0)
    return skeleton(" ".join(words))


def probable_section(
    name: str, sections: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> str:
    """The section of the list that a name is probably another name of, else nothing.

    `sections` have the names of their entries, without their own, which may begin with a product
    line: `AMTRON`, `Schneider EVlink`.
    """
    for known in sections:
        if is_near_section(name, known, vocabulary):
            return known
    words = normalize_name(name).split()
    is_generic = normalize_name(name) in vocabulary.generic
    may_begin_one = len(words) > 1 and words[0] not in vocabulary.generic  # such as `terra ac`
    for known, own_names in sections.items():
        lines = {skeleton(own.split()[0]) for own in own_names if own.split()}
        first = normalize_name(known).split()[0]
        begins_alike = words[0] in {first, _core(known, vocabulary)}
        if begins_alike and skeleton("".join(words[1:])) in lines:
            return known
        is_line = skeleton(name) in lines and skeleton(name).isalpha()
        if is_line and len(skeleton(name)) >= SLIP_LETTERS and not is_generic:
            return known
        if may_begin_one:
            for own in own_names:
                if normalize_name(own).split()[: len(words)] == words:
                    return known
    return ""
