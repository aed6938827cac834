"""The variables of GitHub Actions for a run, as one typed object whose token cannot be printed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import AliasPath, BaseModel, ConfigDict, Field, SecretStr, ValidationError

from bot.errors import MaintainerError
from bot.forms.issue import number_of

_URL = r"^https?://[^/\s]+"


class _Event(BaseModel):
    """https://docs.github.com/en/webhooks/webhook-events-and-payloads."""

    branch: str | None = Field(None, validation_alias=AliasPath("pull_request", "head", "ref"))
    issue: int | None = Field(None, validation_alias=AliasPath("issue", "number"))
    # It is there if a pull request is meant.
    issue_pull_request: Any = Field(None, validation_alias=AliasPath("issue", "pull_request"))
    input: int | None = Field(None, validation_alias=AliasPath("inputs", "issue"))


class Environment(BaseModel):
    """https://docs.github.com/en/actions/reference/workflows-and-actions/variables."""

    model_config = ConfigDict(frozen=True)

    repository: str = Field(alias="GITHUB_REPOSITORY", pattern=r"^[^/\s]+/[^/\s]+$")
    token: SecretStr = Field(alias="GITHUB_TOKEN", min_length=1)
    api_url: str = Field(alias="GITHUB_API_URL", default="https://api.github.com", pattern=_URL)
    graphql_url: str = Field(
        alias="GITHUB_GRAPHQL_URL", default="https://api.github.com/graphql", pattern=_URL
    )
    event_path: Path | None = Field(alias="GITHUB_EVENT_PATH", default=None)

    def issue_number(self) -> int | None:
        """The issue that the event is about, or that a person named; None where there is none.

        There is none for a pull request from another branch, and for a comment on a pull request.
        The name of the branch is read in any case, as GitHub reads that of a group of runs. Raises
        MaintainerError.
        """
        event = _Event()
        try:
            if self.event_path:
                event = _Event.model_validate_json(self.event_path.read_bytes())
        except (OSError, ValidationError) as error:
            raise MaintainerError(_no_issue(self.event_path)) from error
        if event.branch is not None:
            # A fork's BOT/issue-5 takes the place of a waiting run of issue 5, and has to do its
            # work:
            # https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency
            return number_of(event.branch.lower())
        if event.issue is not None:
            return event.issue if event.issue_pull_request is None else None
        if event.input is not None:
            return event.input
        raise MaintainerError(_no_issue(self.event_path))


def _no_issue(path: Path | None) -> str:
    return f"{path}: no issue is named there; use --issue N."


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read the environment.

    Raises MaintainerError, with the names of missing variables, never with a value.
    """
    try:
        return Environment.model_validate(
            {name: value for name, value in variables.items() if value}
        )
    except ValidationError as error:
        names = ", ".join(str(detail["loc"][0]) for detail in error.errors())
        raise MaintainerError(
            f"These variables of GitHub Actions are missing or not valid: {names}."
        ) from None
