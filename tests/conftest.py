"""Options of the test run and of all its properties, the stage and the place."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.command_line import Place
    from tests.stage import Stage

settings.register_profile(
    "properties",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    max_examples=120,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
settings.load_profile("properties")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless",
        action="store_true",
        help="write the golden files with the present output of the bot",
    )


@pytest.fixture
def stage() -> "Stage":
    """A repository with the list, the forms and people, and the bot that is run on issues."""
    from tests.stage import Stage  # loads PyGithub, 0.3 s

    return Stage()


@pytest.fixture
def place(tmp_path, monkeypatch, capsys) -> "Place":
    """A folder with the list and its forms, outside of GitHub Actions."""
    from tests.command_line import make_place

    for name in ("GITHUB_ACTIONS", "GITHUB_REPOSITORY", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return make_place(tmp_path, monkeypatch, capsys)
