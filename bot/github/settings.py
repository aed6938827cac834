"""What a repository's settings let the bot do, read for the doctor."""

from github import GithubException

from bot.doctor.diagnosis import Settings
from bot.github.client import Client
from bot.github.errors import translate_errors


def read_settings(client: Client) -> Settings:
    """Read the settings: three requests, and one more for each further hundred labels."""
    with translate_errors():
        data = client.get("")
        labels = frozenset(label.name for label in client.repository.get_labels())
        may_open = _may_open(client)
    return Settings(labels, may_open, is_archived=data["archived"], has_issues=data["has_issues"])


def _may_open(client: Client) -> bool | None:
    """Whether Actions may open pull requests; None where only an administrator may know."""
    try:
        data = client.get("/actions/permissions/workflow")
    except GithubException as error:
        if error.status in {403, 404}:
            return None
        raise
    return bool(data["can_approve_pull_request_reviews"])
