"""The list as a file, read by its shape."""

from pathlib import Path

from bot.document.document import Document
from bot.document.parse import parse
from bot.local.forms import forms_of
from bot.local.readme import read_readme


def read_document(readme: Path) -> Document:
    """Read a list from a file, as far as it can be read. Raises MaintainerError."""
    return parse(read_readme(readme), forms_of(readme).shape)
