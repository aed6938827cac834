"""Lists to check: those in `lists`, and lists of brands with the names of their models.

Each folder in tests/check/lists is one edge case: a README.md, `findings.yml` with each finding
expected, and `fixed.diff` where `--fix` changes something. A list of another shape than that of the
chargers has a `list.yml`, with the options of its forms in `options.yml`. All are written by hand.
"""

from pathlib import Path

import yaml

from bot.check import inspect as inspection
from bot.document.document import Document
from bot.document.parse import parse
from bot.rules.finding import Finding
from bot.shape.load import bind, read_list_file
from bot.shape.shape import Shape
from tests.charger_list import SHAPE

FOLDERS = sorted(
    folder for folder in (Path(__file__).parent / "lists").iterdir() if folder.is_dir()
)


def document_in(folder: Path) -> Document:
    return parse((folder / "README.md").read_bytes().decode(), _shape_in(folder))


def _shape_in(folder: Path) -> Shape:
    file, options = folder / "list.yml", folder / "options.yml"
    if not file.exists():
        return SHAPE
    given = yaml.safe_load(options.read_text(encoding="utf-8")) if options.exists() else {}
    return bind(read_list_file(file.read_text(encoding="utf-8"), file.name), given)


def inspect(text: str) -> tuple[Finding, ...]:
    """Everything wrong with a list of chargers."""
    return inspection.inspect(parse(text, SHAPE))


def sections(brands: dict[str, list[str]]) -> str:
    """A list of brands with the names of their models."""
    header = f"| {' | '.join(SHAPE.header)} |\n|{' --- |' * 5}\n"
    return "## EV Charger List\n\n" + "\n".join(
        f"### {brand}\n\n{header}"
        + "".join(f"| {model} | 1.6J | ☁️ Cloud | | Source needed! |\n" for model in models)
        for brand, models in brands.items()
    )
