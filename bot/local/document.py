"""The list as a file, read by its shape."""

from pathlib import Path

from bot.document.document import Document
from bot.document.parse import parse
from bot.forms.form import Forms, load_forms
from bot.local.readme import read_readme

FORMS_FOLDER = Path(".github", "ISSUE_TEMPLATE")


def forms_folder(readme: Path) -> Path:
    """The folder of forms beside a list, else the one in the working directory."""
    beside = readme.parent / FORMS_FOLDER
    return beside if beside.is_dir() else FORMS_FOLDER


def forms_of(readme: Path) -> Forms:
    """The forms of a list. Raises ListFileError and FormError."""
    return load_forms(forms_folder(readme))


def read_document(readme: Path) -> Document:
    """Read a list from a file, as far as it can be read. Raises MaintainerError."""
    return parse(read_readme(readme), forms_of(readme).shape)
