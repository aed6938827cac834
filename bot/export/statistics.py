"""The catalogue in numbers, as Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.document.charger import OcppVersion
from bot.export.catalogue import Catalogue, Way
from bot.render.quoting import in_one_line, neutralize, reveal_invisible

_WAYS: dict[tuple[Way, ...], str] = {
    ("direct",): "direct only",
    ("cloud",): "cloud only",
    ("cloud", "direct"): "cloud or direct",
}


def as_statistics(catalogue: Catalogue) -> str:
    """Brands and chargers, by OCPP version, by communication and by brand, and how many lack a
    source.
    """
    return "\n".join(_lines(catalogue)) + "\n"


def _lines(catalogue: Catalogue) -> Iterator[str]:
    chargers = catalogue.chargers
    by_version = Counter(version for charger in chargers for version in charger.ocpp_versions)
    by_ways = Counter(charger.communication for charger in chargers)
    by_brand = Counter(charger.brand for charger in chargers)
    unsourced = Counter(charger.brand for charger in chargers if not charger.sources)
    yield f"# {catalogue.title} in numbers"
    yield from _table("The list", ("Count",), [
        ("Brands", len(catalogue.brands)),
        ("Chargers", len(chargers)),
        ("Chargers without a source", unsourced.total()),
    ])  # fmt: skip
    yield from _table(
        "OCPP version", ("Chargers",), [(str(one), by_version[one]) for one in OcppVersion]
    )
    yield from _table(
        "Communication", ("Chargers",), [(name, by_ways[ways]) for ways, name in _WAYS.items()]
    )
    yield from _table("Brand", ("Chargers", "Without a source"), [
        (in_one_line(neutralize(reveal_invisible(name))), by_brand[name], unsourced[name])
        for name in dict.fromkeys(brand.name for brand in catalogue.brands)
    ])  # fmt: skip


def _table(
    subject: str, counts: tuple[str, ...], rows: Iterable[tuple[str | int, ...]]
) -> Iterator[str]:
    yield ""
    yield _row((subject, *counts))
    yield _row(("---", *["---:"] * len(counts)))
    yield from map(_row, rows)


def _row(cells: Iterable[str | int]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
