"""The page for readers, with its downloads beside it."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from types import MappingProxyType

from bot.export.addresses import Addresses
from bot.export.catalogue import Catalogue
from bot.export.charts import charts
from bot.export.csv_text import as_csv
from bot.export.drawing import figure
from bot.export.filters import filters, phrases, quick_views, sort_options
from bot.export.json_text import SCHEMA_FILE, as_json, as_schema
from bot.export.markup import html_text, is_web_address
from bot.export.page_table import TableWriter
from bot.shape.nouns import with_article
from bot.shape.shape import Shape

_SCRIPTS = ("search.js", "entries.js", "page.js")
NO_DATES: Mapping[int, date] = MappingProxyType({})


def site_files(
    catalogue: Catalogue, repository: str, changed: Mapping[int, date]
) -> dict[str, str]:
    """The texts of all files of the site, by their paths in it.

    `repository` is the address of the repository with the forms. `changed` holds the day of the
    last change by line of README.md, as far as known.
    """
    return {
        "index.html": as_page(catalogue, repository, changed),
        "catalogue.json": as_json(catalogue),
        "catalogue.csv": as_csv(catalogue),
        SCHEMA_FILE: as_schema(catalogue.shape),
    }


def as_page(catalogue: Catalogue, repository: str, changed: Mapping[int, date] = NO_DATES) -> str:
    """The page: all in one file, asking no other machine for anything."""
    shape = catalogue.shape
    dated = any(entry["line"] in changed for entry in catalogue.entries)
    addresses = Addresses(repository, shape)
    table = TableWriter(catalogue, addresses, changed if dated else NO_DATES)
    figures = []
    for number, chart in enumerate(charts(catalogue, changed), 1):
        figures.append(figure(chart, f"picture-{number}"))
    pictures = pictures_link = ""
    if figures:
        pictures = f'<section id="pictures"><h2>In pictures</h2>{"".join(figures)}</section>'
        pictures_link = '<li><a href="#pictures">Pictures</a></li>'
    intro = f"<p>{html_text(shape.about.intro)}</p>" if shape.about.intro else ""
    style = _part("style.css") + table.widths()
    script = "".join(map(_part, _SCRIPTS))
    count = len(catalogue.entries)
    noun = shape.entry.one if count == 1 else shape.entry.many
    return Template(_part("index.html")).substitute(
        policy=_policy(style, script),
        style=style,
        script=script,
        title=html_text(shape.about.title),
        intro=intro,
        actions=_actions(shape, addresses),
        schema_file=SCHEMA_FILE,
        one=html_text(shape.entry.one),
        many=html_text(shape.entry.many),
        many_capitalized=html_text(shape.entry.many.capitalize()),
        phrases=html_text(phrases(shape)),
        filters="".join(filters(catalogue)),
        sort_options="".join(sort_options(shape, dated=dated)),
        quick_views=" ".join(quick_views(catalogue, dated=dated)),
        count=f"{count:,} {html_text(noun)}",
        terms=_terms(shape),
        left_out=_left_out(catalogue, addresses),
        head=table.head(),
        rows="\n".join(table.rows()),
        missing=_missing(shape, addresses),
        pictures=pictures,
        pictures_link=pictures_link,
        about=_about(shape),
    )


@cache
def _part(name: str) -> str:
    return files("bot.export").joinpath("page", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing but the page's own style and script, not even what a hostile row would bring.

    https://www.w3.org/TR/CSP3/
    """
    digests = []
    for part in (style, script):
        digests.append("sha256-" + b64encode(sha256(part.encode()).digest()).decode())
    return (
        f"default-src 'none'; style-src '{digests[0]}'; script-src '{digests[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _add(noun: str) -> str:
    return html_text(f"Add {with_article(noun)}")


def _actions(shape: Shape, addresses: Addresses) -> str:
    """Links to the forms, with the fields for the script to fill in."""
    fields = f'data-name="{html_text(shape.name_column.field)}"'
    if addresses.section_field:
        fields += f' data-section="{html_text(addresses.section_field)}"'
    add = html_text(addresses.form(shape.file.forms.add, {}))
    links = [f'<a class="action" id="add" {fields} href="{add}">{_add(shape.entry.one)}</a>']
    if shape.file.forms.add_section:
        form = html_text(addresses.form(shape.file.forms.add_section, {}))
        links.append(f'<a href="{form}">{_add(shape.section_noun)}</a>')
    return "".join(f"<li>{link}</li>" for link in links) + (
        f'<li><a href="{html_text(addresses.repository)}">About the list</a></li>'
    )


def _missing(shape: Shape, addresses: Addresses) -> str:
    """Advice where nothing matches."""
    add = html_text(addresses.form(shape.file.forms.add, {}))
    return (
        f"<h2>No {html_text(shape.entry.one)} matches</h2>"
        f"<p>Try fewer words or filters. Missing here? "
        f'<a id="missing" href="{add}">{_add(shape.entry.one)}</a>: '
        "a form asks for what is needed.</p>"
    )


def _terms(shape: Shape) -> str:
    if not shape.about.terms:
        return ""
    terms = []
    for term, meaning in shape.about.terms.items():
        terms.append(f"<dt>{html_text(term)}</dt><dd>{html_text(meaning)}</dd>")
    return f"<details><summary>What the words mean</summary><dl>{''.join(terms)}</dl></details>"


def _left_out(catalogue: Catalogue, addresses: Addresses) -> str:
    """The rows left out, each with the reason and a link to its line."""
    count = len(catalogue.left_out)
    if not count:
        return ""
    rows = "row" if count == 1 else "rows"
    items = []
    for part in catalogue.left_out:
        link = f'<a href="{html_text(addresses.line(part.line))}">Line {part.line:,}</a>'
        name = f" ({html_text(part.name)})" if part.name.strip() else ""
        items.append(f"<li>{link}{name}: {html_text(part.reason)}</li>")
    return (
        f'<details id="left-out"><summary>{count:,} {rows} of the list could not be read'
        f"</summary><ul>{''.join(items)}</ul></details>"
    )


def _about(shape: Shape) -> str:
    """The attribution and the licence, as far as list.yml has them."""
    about = shape.about
    license_name = html_text(about.license)
    if is_web_address(about.license_url):
        address = html_text(about.license_url)
        license_name = f'<a rel="license" href="{address}">{license_name or address}</a>'
    parts = [f"The list: {html_text(about.attribution or about.title)}"]
    if license_name:
        parts.append(f"licensed under {license_name}")
    return f"<p>{', '.join(parts)}.</p>"
