"""Chargers and brands that are in the list twice, or nearly so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import groupby, islice

from bot.check.finding import Finding, Place
from bot.check.matching import rows_by_meaning
from bot.document.parse import Brand, Row
from bot.forms.values import BRAND_LIMIT, MODEL_LIMIT
from bot.names.near import digits, is_near_brand, is_near_spelling
from bot.names.order import normalize_name, skeleton
from bot.rules import list_rules
from bot.rules.rule import Fact, Problem

_SLIPS_IN_BRANDS, _SLIPS_IN_MODELS = 2, 1
_LONG = 20  # letters of a name
_MOST_LOOKED_AT = (
    1_000  # texts that a name shares with earlier ones: a list of look-alikes takes no hour
)


def find_duplicate_rows(brand: Brand) -> Iterator[tuple[Row, Problem]]:
    """Rows of a brand that name the charger of an earlier row, or probably do."""
    line = {row.model: row.line for row in reversed(brand.rows)}
    meant = rows_by_meaning(brand).values()
    doubled = {row.line for _, *others in meant for row in others}
    for first, *others in meant:
        for row in others:
            yield (
                row,
                Problem(list_rules.DOUBLED, "Model", {"received": row.model, "line": first.line}),
            )
    rows = {
        row.model: row
        for row in brand.rows
        if len(row.model) <= MODEL_LIMIT and row.line not in doubled
    }
    for earlier, later in close_pairs(rows, skeleton, is_near_spelling, _SLIPS_IN_MODELS):
        facts: dict[str, Fact] = {"received": later, "known": earlier, "line": line[earlier]}
        yield rows[later], Problem(list_rules.NEARLY_DOUBLED, "Model", facts)


def inspect_doubled_brands(brands: Iterable[Brand]) -> Iterator[Finding]:
    """Brands that have the name of an earlier one, or probably so."""
    first: dict[str, Brand] = {}
    for brand in brands:
        known = first.setdefault(normalize_name(brand.name), brand)
        if known is not brand:
            yield Finding(
                Place(brand.line),
                Problem(
                    list_rules.BRAND_DOUBLED, None, {"received": brand.name, "line": known.line}
                ),
            )
    named = {brand.name: brand for brand in first.values() if len(brand.name) <= BRAND_LIMIT}
    pairs = [
        *close_pairs(named, normalize_name, is_near_brand, _SLIPS_IN_BRANDS),
        *_longer_by_a_word(named),
    ]
    known_of: dict[str, Brand] = {}
    for earlier, later in pairs:
        known_of[later] = min(
            named[earlier], known_of.get(later, named[earlier]), key=lambda brand: brand.line
        )
    for later, known in known_of.items():
        facts: dict[str, Fact] = {"received": later, "known": known.name, "line": known.line}
        yield Finding(Place(named[later].line), Problem(list_rules.NEARLY_DOUBLED, None, facts))


def close_pairs(
    names: Iterable[str],
    plain: Callable[[str], str],
    is_close: Callable[[str, str], bool],
    slips: int,
) -> Iterator[tuple[str, str]]:
    """Each name near an earlier one, with the first of these, found without comparing all pairs.

    Names that differ by a slip have a text in common once a character is taken out of both, or of
    one: https://en.wikipedia.org/wiki/Edit_distance. Names with other digits are other things. In a
    long name no more than one slip is looked for, since the texts that are left when more is taken
    out would fill the memory.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[digits(name)].append(name)
    for group in alike.values():
        earlier: dict[str, list[int]] = defaultdict(list)
        for position, name in enumerate(group if len(group) > 1 else ()):
            text = plain(name)
            texts = {
                skeleton(name),
                *_with_characters_taken_out(text, 1 if len(text) > _LONG else slips),
            }
            sharing = merge(*(earlier[left] for left in texts if left in earlier))
            candidates = (group[place] for place, _ in groupby(islice(sharing, _MOST_LOOKED_AT)))
            if known := next((one for one in candidates if is_close(one, name)), None):
                yield known, name
            for left in texts:
                earlier[left].append(position)


def _with_characters_taken_out(text: str, count: int) -> set[str]:
    found = {text}
    for _ in range(count):
        found |= {one[:place] + one[place + 1 :] for one in found for place in range(len(one))}
    return found


def _longer_by_a_word(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of brands of which one is the other and a word more, the earlier one first."""
    order = {normalize_name(name): (position, name) for position, name in enumerate(names)}
    for text, (position, name) in order.items():
        words = text.split()
        for count in range(1, len(words)):
            if shorter := order.get(" ".join(words[:count])):
                first, second = sorted([shorter, (position, name)])
                yield first[1], second[1]
