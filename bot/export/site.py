"""The page to search the list, with its downloads beside it."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import urlsplit

from bot.document.charger import NO_SOURCE, OcppVersion
from bot.export.catalogue import Catalogue, ChargerRecord, SourceRecord, Way
from bot.export.document import SCHEMA_FILE, as_json, as_schema
from bot.export.table import as_csv
from bot.forms.form import Form, Forms, Kind, form_of_kind
from bot.forms.links import Links
from bot.names.order import brand_key, model_key
from bot.render.quoting import reveal_invisible

_WAYS: tuple[Way, ...] = ("direct", "cloud")


def site_files(catalogue: Catalogue, forms: Forms, links: Links) -> dict[str, str]:
    """The texts of all files of the site, by their paths in it."""
    return {
        "index.html": as_page(catalogue, forms, links),
        "catalogue.json": as_json(catalogue),
        "catalogue.csv": as_csv(catalogue),
        SCHEMA_FILE: as_schema(),
    }


def as_page(catalogue: Catalogue, forms: Forms, links: Links) -> str:
    """The page: all in one file, which asks no other machine for anything."""
    style, script = _part("style.css"), _part("search.js")
    chargers = catalogue.chargers
    return Template(_part("index.html")).substitute(
        policy=_policy(style, script),
        style=style,
        script=script,
        repository=_text(links.repository),
        attribution=_text(catalogue.attribution),
        license_url=_text(catalogue.license_url),
        schema_file=SCHEMA_FILE,
        add_charger=_text(links.form(form_of_kind(forms, Kind.NEW_CHARGER), {})),
        add_brand=_text(links.form(form_of_kind(forms, Kind.NEW_BRAND), {})),
        count=f"{len(chargers):,} {'charger' if len(chargers) == 1 else 'chargers'}",
        rows="\n".join(_rows(chargers, form_of_kind(forms, Kind.INVALID), links)),
        **_options(catalogue),
    )


def _part(name: str) -> str:
    return files("bot.export").joinpath("page", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing but the page's own style and script, not even what a hostile row would bring.

    https://www.w3.org/TR/CSP3/
    """
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(part: str) -> str:
    return "sha256-" + b64encode(sha256(part.encode()).digest()).decode()


def _text(text: str) -> str:
    """Text of strangers for HTML, between tags or in quotes, with what shows nothing or turns a
    line around named.
    """
    return escape(reveal_invisible(text))


def _rows(chargers: tuple[ChargerRecord, ...], correction: Form, links: Links) -> Iterator[str]:
    """The rows, each with its place in the order of the list, which the script does not know."""
    keys = [(brand_key(charger.brand), model_key(charger.model)) for charger in chargers]
    in_order = sorted(range(len(chargers)), key=keys.__getitem__)
    ranks = {index: rank for rank, index in enumerate(in_order)}
    for index, charger in enumerate(chargers):
        link = links.form(correction, {"brand": charger.brand, "model": charger.model})
        yield _row(charger, ranks[index], link)


def _row(charger: ChargerRecord, rank: int, correction: str) -> str:
    ways = (way for way in _WAYS if way in charger.communication)
    sources = "".join(map(_source, charger.sources)) or f'<span class="needed">{NO_SOURCE}</span>'
    return (
        f'<tr role="row" data-rank="{rank}"><td role="cell" class="brand">{_text(charger.brand)}</td>'
        f'<th role="rowheader" scope="row">{_text(charger.model)}</th>'
        f'<td role="cell">{" ".join(_tag(version, "version") for version in charger.ocpp_versions)}</td>'
        f'<td role="cell">{" ".join(_tag(way.capitalize(), way) for way in ways)}</td>'
        f'<td role="cell" class="notes">{_text(charger.notes)}</td>'
        f'<td role="cell" class="sources">{sources}</td>'
        f'<td role="cell" class="correct"><a href="{_text(correction)}">Correct'
        f'<span class="unseen"> {_text(charger.model)}</span></a></td></tr>'
    )


def _tag(text: str, name: str) -> str:
    return f'<span class="tag {name}">{text}</span>'


def _source(source: SourceRecord) -> str:
    if urlsplit(source.url).scheme not in {"http", "https"}:
        return f"<span>{_text(source.title)} ({_text(source.url)})</span> "
    return f'<a rel="nofollow ugc" href="{_text(source.url)}">{_text(source.title)}</a> '


def _options(catalogue: Catalogue) -> dict[str, str]:
    """The choices of each filter, with the number of chargers that it leaves."""
    chargers = catalogue.chargers
    versions = Counter(version for charger in chargers for version in charger.ocpp_versions)
    ways = Counter(way for charger in chargers for way in charger.communication)
    brands = Counter(charger.brand for charger in chargers)
    without = sum(not charger.sources for charger in chargers)
    return {
        "ocpp_options": _choices((version, version, versions[version]) for version in OcppVersion),
        "communication_options": _choices((way, way.capitalize(), ways[way]) for way in _WAYS),
        "brand_options": _choices((brand, brand, count) for brand, count in brands.items()),
        "source_options": _choices(
            [("with", "With", len(chargers) - without), ("without", "Without", without)]
        ),
    }


def _choices(choices: Iterable[tuple[str, str, int]]) -> str:
    return "".join(
        f'<option value="{_text(value)}">{_text(name)} ({count:,})</option>'
        for value, name, count in choices
    )
