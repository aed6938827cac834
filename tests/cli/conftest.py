"""What the tests of commands share."""

import pytest

from tests.command_line import Place, make_place


@pytest.fixture
def place(tmp_path, monkeypatch, capsys) -> Place:
    """A folder with the list and its forms, outside of GitHub Actions."""
    for name in ("GITHUB_ACTIONS", "GITHUB_REPOSITORY", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return make_place(tmp_path, monkeypatch, capsys)
