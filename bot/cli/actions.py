"""The variables of GitHub Actions for any command, and the summary of the job."""

import os
from collections.abc import Mapping
from pathlib import Path


def is_in_actions(variables: Mapping[str, str] = os.environ) -> bool:
    """Whether a workflow runs this."""
    return variables.get("GITHUB_ACTIONS") == "true"


def add_to_summary(text: str, variables: Mapping[str, str] = os.environ) -> None:
    """Add Markdown to the summary of the job, if this is one."""
    if path := variables.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


def repository_address(variables: Mapping[str, str] = os.environ) -> str | None:
    """The address of the repository, where GitHub Actions provides it."""
    server, name = variables.get("GITHUB_SERVER_URL"), variables.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else None
