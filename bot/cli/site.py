"""`site`: a page to search the list, and its downloads, as files for any web server."""

import re
from pathlib import Path

from bot.cli.actions import repository_address
from bot.cli.terminal import shown
from bot.document.parse import read_listing
from bot.errors import UsageError
from bot.export.reading import read_catalogue
from bot.export.site import site_files
from bot.forms.form import load_forms
from bot.forms.links import Links
from bot.local.readme import read_readme

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(?:/[^\s/?#]+)+")


def site(readme: Path, output: Path, repository: str | None) -> int:
    """Write the page and its downloads into a folder. Raises MaintainerError and UsageError."""
    links = Links(_address(repository))
    forms = load_forms(readme.parent / ".github" / "ISSUE_TEMPLATE")
    texts = site_files(read_catalogue(read_listing(read_readme(readme))), forms, links)
    for name, text in texts.items():
        path = output / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        except OSError as error:
            raise UsageError(f"--output: {error.filename}: {error.strerror}") from None
        print(shown(str(path)))
    return 0


def _address(told: str | None) -> str:
    """The address of the repository, to whose forms the page links."""
    address = (told or repository_address() or "").rstrip("/")
    if not address:
        raise UsageError(
            "--repository URL says where the forms are; only GitHub Actions tells that by itself"
        )
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"--repository: {address} is not the address of a repository")
    return address
