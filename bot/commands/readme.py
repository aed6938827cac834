"""The list as a file."""

from pathlib import Path

from bot.faults import NeedsMaintainer
from bot.listing.lines import decode

README = Path("README.md")


def read_readme(path: Path) -> str:
    """Read the list from a file, keeping its line ends. Raises NeedsMaintainer."""
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise NeedsMaintainer(f"{path}: {error.strerror}.") from None
