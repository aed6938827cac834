"""The list as a file, read, and files written whole."""

from contextlib import suppress
from pathlib import Path

from bot.document.lines import decode
from bot.errors import MaintainerError

README = Path("README.md")


def read_readme(path: Path) -> str:
    """Read the list from a file, keeping its line ends. Raises MaintainerError."""
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise MaintainerError(f"{path}: {error.strerror}.") from None


def write_whole(path: Path, text: str) -> None:
    """Write a file, all of it or, where the disk is full, nothing. Raises MaintainerError."""
    import shutil  # these two take 4 ms to load, and few commands write
    from tempfile import TemporaryDirectory

    file = path.resolve()
    try:
        with TemporaryDirectory(dir=file.parent) as folder:
            whole = Path(folder, file.name)
            whole.write_bytes(text.encode())
            if file.exists():
                with suppress(OSError):  # only root may give a file to another
                    shutil.chown(whole, file.stat().st_uid, file.stat().st_gid)
                shutil.copymode(file, whole)
            whole.replace(file)
    except OSError as error:
        raise MaintainerError(f"{path}: {error.strerror}.") from None
