"""`site`: a page to search the list, and its downloads, as files for any web server."""

import re
from pathlib import Path

from bot.cli.actions import repository_address
from bot.cli.terminal import escape_control
from bot.errors import UsageError
from bot.export.catalogue import read_catalogue
from bot.export.site import site_files
from bot.local.blame import line_dates
from bot.local.forms import read_document
from bot.local.origin import origin_address

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(?:/[^\s/?#]+)+")


def site(readme: Path, output: Path, repository: str | None) -> int:
    """Write the page and its downloads into a folder.

    `repository` is the address of the repository with the forms. Returns 0. Raises MaintainerError
    and UsageError.
    """
    address = _address(repository, readme.parent)
    catalogue = read_catalogue(read_document(readme))
    texts = site_files(catalogue, address, line_dates(readme))
    for name, text in texts.items():
        path = output / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        except OSError as error:
            raise UsageError(f"--output: {error.filename}: {error.strerror}") from None
        print(escape_control(str(path)))
    return 0


def _address(repository: str | None, folder: Path) -> str:
    """The address that was given, else that of GitHub Actions, else the remote of the clone.

    Raises UsageError.
    """
    address = repository or repository_address() or origin_address(folder)
    if not address:
        raise UsageError("--repository URL is missing, and origin has no web address")
    address = address.rstrip("/")
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"--repository: {address} is not the address of a repository")
    return address
