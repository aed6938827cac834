"""A fake GitHub with a repository, and a client of it."""

from collections.abc import Iterator

import pytest
from github import Github
from github.Repository import Repository as Client

from tests.octofake import (
    OctoFake,
)
from tests.octofake.asking import (
    README,
    client,
)
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository


@pytest.fixture
def hub() -> OctoFake:
    return OctoFake()


@pytest.fixture
def repo(hub: OctoFake) -> Repository:
    return hub.repository(
        "octo/list", files={"README.md": README}, labels=["new-charger", "invalid"]
    )


@pytest.fixture
def issue(hub: OctoFake, repo: Repository) -> Issue:
    return repo.open_issue(
        hub.user("ada"), "Add a charger", "### Brand\n\nZaptec", labels=["new-charger"]
    )


@pytest.fixture
def gh(hub: OctoFake, repo: Repository) -> Iterator[Github]:
    with hub.in_process():
        yield client()


@pytest.fixture
def api(gh: Github) -> Client:
    return gh.get_repo("octo/list")
