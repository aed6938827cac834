"""The variables of GitHub Actions for any command, and the summary of the job."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO


def is_in_actions(variables: Mapping[str, str] = os.environ) -> bool:
    """Whether a workflow runs this."""
    return variables.get("GITHUB_ACTIONS") == "true"


def is_log(output: TextIO) -> bool:
    """Whether the runner of a workflow reads an output: it is not redirected to a file."""
    if not is_in_actions():
        return False
    try:
        return not stat.S_ISREG(os.fstat(output.fileno()).st_mode)
    except OSError:  # it is no file of the system
        return True


def add_to_summary(text: str, variables: Mapping[str, str] = os.environ) -> None:
    """Add Markdown to the summary of the job, if this is one."""
    if path := variables.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("ab") as file:
            file.write(text.encode())


def repository_address(variables: Mapping[str, str] = os.environ) -> str | None:
    """The address of the repository, where GitHub Actions provides it."""
    server, name = variables.get("GITHUB_SERVER_URL"), variables.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else None
