"""Lists to make pages of: of chargers, and of another shape."""

from collections.abc import Mapping
from datetime import date

from bot.document.parse import parse
from bot.export.catalogue import Catalogue, read_catalogue
from bot.export.site import NO_DATES, as_page
from bot.shape.load import bind, read_list_file
from bot.shape.shape import Shape
from tests.charger_list import SHAPE

HOME = "https://ghe.example/team/chargers"
TABLE = "| Model | OCPP Version | Communication | Notes | Source |\n" + "|" + " --- |" * 5 + "\n"
HEAD = f"# List\n\n## EV Charger List\n\n### Zaptec\n\n{TABLE}"
FIRST = HEAD.count("\n") + 1  # the line of the first row below it
CLOUD, DIRECT = "☁️ Cloud", "🔌 Direct"
NO_SOURCE = "Source needed!"
MODELS = {
    "ABB Terra 22 kW": ("1.6S / 1.6J", CLOUD, "", NO_SOURCE),
    "ABB Terra 11 kW": (
        "1.6J / 2.0.1",
        f"{CLOUD} / {DIRECT}",
        "Firmware 2.1.4",
        "[Manual](https://abb.example/m)",
    ),
    "Élan Uno": (
        "2.0",
        DIRECT,
        "5 m cable",
        "[Data sheet](https://elan.example/d) \\| [Shop](https://elan.example/)",
    ),
    "go-e Gemini": ("1.6J", DIRECT, "", "[Manual](https://go-e.example/m)"),
    "Wallbox Pulsar": ("1.6S", CLOUD, "", "[Manual](https://wallbox.example/m)"),
    "Zaptec Go 2": ("1.6J / 2.0.1 / 2.1", CLOUD, "Needs the portal", NO_SOURCE),
}
BRANDS = ("ABB", "Élan", "go-e", "Wallbox", "Zaptec", "Ørsted", "Weiß")
ALL = list(MODELS)


def text_of_list(models: Mapping[str, tuple[str, ...]] = MODELS) -> str:
    """README.md with a section for each brand that has models."""
    sections = []
    for brand in BRANDS:
        rows = [
            f"| {name} | {' | '.join(cells)} |\n"
            for name, cells in models.items()
            if name.startswith(brand)
        ]
        if rows:
            sections.append(f"### {brand}\n\n{TABLE}{''.join(rows)}")
    return "# List\n\n## EV Charger List\n\n" + "\n".join(sections)


def long_list(count: int) -> str:
    """README.md with so many chargers of one brand."""
    cells = ("1.6J", CLOUD, "", NO_SOURCE)
    return text_of_list({f"ABB M{number:04}": cells for number in range(count)})


def catalogue_of(text: str, shape: Shape = SHAPE) -> Catalogue:
    """The catalogue of a list."""
    return read_catalogue(parse(text, shape))


def dates_of(catalogue: Catalogue) -> dict[int, date]:
    """A date for each entry: the first changed in 2021, each further one a year later."""
    lines = [entry["line"] for entry in catalogue.entries]
    return {line: date(2021 + place % 5, 3, 1) for place, line in enumerate(lines)}


def html_of(text: str, shape: Shape = SHAPE, *, dated: bool = True) -> str:
    """The page of a list."""
    catalogue = catalogue_of(text, shape)
    return as_page(catalogue, HOME, dates_of(catalogue) if dated else NO_DATES)


APPS = bind(
    read_list_file(
        """\
entry: {one: app, many: apps}
columns:
  Name: {field: name, kind: name, address: url}
  Kind: {field: sort, kind: choice}
  Free: {field: hidden, kind: yes/no, shown: {"Yes": "✅", "No": "❌"}}
  Platforms: {field: platforms, kind: choices, separator: ","}
  About: {field: about, kind: text}
  Team: {field: team, kind: text}
order: {rows: bottom}
forms: {add: add-app.yml}
about: {title: "Apps & <Tools>"}
""",
        "list.yml",
    ),
    {"sort": ["Editor", "Game"], "hidden": ["Yes", "No"], "platforms": ["Linux", "Web", "iOS"]},
)
APP_LIST = """\
# Apps

| Name | Kind | Free | Platforms | About | Team |
| --- | --- | --- | --- | --- | --- |
| [Ink](https://ink.example) | Editor | ✅ | Linux,Web | Writes | Ada |
| [Ark](https://ark.example) | Game | ❌ | iOS | Sails |  |
| [Oak](https://oak.example) | Game | ✅ | Web | Grows | Bo |
"""


def catalogue(*rows: str) -> Catalogue:
    """The catalogue of a list with these rows of one brand."""
    return read_catalogue(parse(HEAD + "".join(f"{row}\n" for row in rows), SHAPE))


def row(
    model="Zaptec Go", versions="1.6J", ways="☁️ Cloud", notes="", source="Source needed!"
) -> str:
    """A row of a list."""
    return f"| {model} | {versions} | {ways} | {notes} | {source} |"
