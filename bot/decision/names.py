"""Names in answers, held against the names of the list: what is meant, and what to ask about."""

from collections.abc import Iterator, Mapping, Sequence

from bot.check.matching import model_problems, rows_by_meaning
from bot.decision.proposal import Similar
from bot.document.parse import Brand, Listing, Row
from bot.errors import ReadmeError
from bot.forms.submission import Known
from bot.names.full_name import full_model, has_brand_inside, model_without_brand
from bot.names.near import (
    is_near_brand,
    is_near_model,
    is_same_product,
    meant_brand,
    order_codes,
    shared_words,
)
from bot.names.order import identity, normalize_name, skeleton
from bot.names.several import Several, names_again, several_brands, several_models
from bot.names.vocabulary import GENERIC, stands_for_name
from bot.rules import value_rules
from bot.rules.rule import Fact, Problem

_MOST_SIMILAR = 3  # rows that are named to a reviewer for one new name


def known_names(listing: Listing) -> Known:
    """The names of the list, for a form to be read with."""

    def is_brand(name: str) -> bool:
        return normalize_name(name) in listing.brands_by_name

    def is_model(name: str) -> bool:
        wanted = normalize_name(name)
        for brand in listing.brands:
            for row in _readable_rows(brand):
                own = model_without_brand(brand.name, row.model)
                if wanted in {normalize_name(row.model), normalize_name(own)}:
                    return True
        return False

    return Known(is_brand, is_model)


def _readable_rows(brand: Brand) -> Sequence[Row]:
    """The rows of a brand, none where they cannot be told."""
    try:
        return brand.rows
    except ReadmeError:
        return ()


def own_names(listing: Listing) -> Mapping[str, Sequence[str]]:
    """The models of each brand, without the brand."""
    found = {}
    for brand in listing.brands:
        rows = _readable_rows(brand)
        found[brand.name] = [model_without_brand(brand.name, row.model) for row in rows]
    return found


def several_brands_in(name: str, models: Sequence[str], listing: Listing) -> Several:
    """Whether the answer to the question for the brand names several."""
    return several_brands(name, models, known_names(listing).is_brand)


def new_model_problems(label: str, brand: str, typed: str, listing: Listing) -> list[Problem]:
    """What is wrong with the name of a new model of a brand, or must be asked about."""
    if foreign := other_brand(brand, typed, listing):
        return [Problem(value_rules.OTHER_BRAND, label, {"received": typed, "known": foreign})]
    own = model_without_brand(brand, typed)
    if several_in(brand, typed, listing) is Several.YES:
        return [Problem(value_rules.SEVERAL_IN_ONE, label, {"received": typed})]
    if stands_for_name(own):
        return [Problem(value_rules.NO_NAME, label, {"received": typed})]
    if own and has_brand_inside(brand, own):
        facts: dict[str, Fact] = {"received": typed, "known": brand}
        return [Problem(value_rules.BRAND_INSIDE, label, facts)]
    return model_problems(label, brand, typed)


def several_in(brand: str, typed: str, listing: Listing) -> Several:
    """Whether the name of a model names several."""
    own = model_without_brand(brand, typed)
    if names_again(normalize_name(brand), normalize_name(own)):
        return Several.YES
    section = _section(listing, brand)
    known = rows_by_meaning(section) if section else {}
    return several_models(own, lambda part: identity(full_model(brand, part)) in known)


def _section(listing: Listing, brand: str) -> Brand | None:
    return listing.brands_by_name.get(normalize_name(brand), [None])[0]


def other_brand(brand: str, typed: str, listing: Listing) -> str:
    """Another listed brand in front of a model, unless chargers are called that too."""
    if skeleton(typed).startswith(skeleton(brand)):
        return ""
    words = normalize_name(typed).split()
    for count in range(len(words) - 1, 0, -1):
        begin = " ".join(words[:count])
        known = listing.brands_by_name.get(begin)
        if known and begin not in GENERIC and not is_near_brand(begin, brand):
            return known[0].name
    return ""


def meant_listed_brand(name: str, listing: Listing) -> str:
    """The listed brand that a name may be another name of, else nothing."""
    return meant_brand(name, own_names(listing))


def similar_brand(name: str, listing: Listing) -> list[Similar]:
    """The listed brand that a new one may be."""
    known = meant_listed_brand(name, listing)
    section = _section(listing, known) if known else None
    return [Similar(name, section.anchor, section.name, is_brand=True)] if section else []


def similar_models(brand: str, models: Sequence[str], listing: Listing) -> list[Similar]:
    """The rows that may be the same charger as one of the new models, of this or another brand."""
    found: list[Similar] = []
    section = _section(listing, brand)
    rows = _readable_rows(section) if section else ()
    for model in models:
        own = model_without_brand(brand, model)
        near = list(_near_rows(brand, own, rows)) if section else []
        found += [Similar(model, section.anchor, row.model) for row in near if section]
        if not near:
            found += _elsewhere(brand, model, own, listing)
    return found


def _near_rows(brand: str, own: str, rows: Sequence[Row]) -> Iterator[Row]:
    """At most three rows of the brand with nearly the same name."""
    names = [model_without_brand(brand, row.model) for row in rows]
    shared = shared_words(names)
    candidates = {own, _without_joined_brand(brand, own)}
    count = 0
    for row, name in zip(rows, names, strict=True):
        is_near = any(is_near_model(one, name, shared) for one in candidates)
        is_near = is_near or (len(candidates) > 1 and identity(name) in map(identity, candidates))
        if is_near and count < _MOST_SIMILAR:
            count += 1
            yield row


def _without_joined_brand(brand: str, own: str) -> str:
    """A name without the brand that is written together with it in small letters: `zaptecgo`."""
    letters = normalize_name(brand)
    return own[len(letters) :] if normalize_name(own).startswith(letters) else own


def _elsewhere(brand: str, model: str, own: str, listing: Listing) -> Iterator[Similar]:
    """Rows of other brands with the same order code or the same telling name."""
    codes = order_codes(own)
    letters = skeleton(own)
    for other in listing.brands:
        if normalize_name(other.name) == normalize_name(brand):
            continue
        for row in _readable_rows(other):
            there = skeleton(row.model)
            if letters not in there and not any(code in there for code in codes):
                continue
            name = model_without_brand(other.name, row.model)
            if codes & order_codes(name) or is_same_product(own, name):
                yield Similar(model, other.anchor, row.model)
                return
