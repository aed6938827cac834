"""The history as a file, written whole or not at all."""

from pathlib import Path

from pydantic import ValidationError

from bot.errors import MaintainerError
from bot.evidence.history import History
from bot.local.readme import write_whole


def read_history(path: Path) -> History:
    """The history in a file, an empty one where there is no file. Raises MaintainerError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return History(records={})
    except OSError as error:
        raise MaintainerError(f"{path}: {error.strerror}.") from None
    try:
        return History.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        message = "holds something else than the state of sources. Name another file."
        if first["type"] == "json_invalid":
            message = "is not JSON, or cut short. Restore the file, or remove it to start again."
        elif first["loc"] == ("version",):
            message = "was written by another version of the bot. Name another file."
        raise MaintainerError(f"{path} {message}") from None


def write_history(path: Path, history: History) -> None:
    """Write the history; a reader sees the old file or the new one. Raises MaintainerError."""
    write_whole(path, f"{history.model_dump_json(indent=1, exclude_none=True)}\n")
