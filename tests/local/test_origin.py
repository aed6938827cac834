"""The web address of a clone's remote, however git writes it."""

from pathlib import Path

import pytest

from bot.local.origin import origin_address, origin_name
from tests.command_line import Place

WEB = "https://github.com/acme/list"


@pytest.fixture
def place(place: Place) -> Place:
    place.git("init", "--quiet")
    return place


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        (WEB, WEB),
        (f"{WEB}.git", WEB),
        (f"{WEB}/", WEB),
        ("https://ada:secret@github.com/acme/list.git", WEB),
        ("http://github.com/acme/list", WEB),
        ("git@github.com:acme/list.git", WEB),
        ("github.com:acme/list", WEB),
        ("ssh://git@github.com/acme/list.git", WEB),
        ("ssh://git@github.com:22/acme/list.git", WEB),
        ("git@github.example.com:team/list.git", "https://github.example.com/team/list"),
        ("/srv/git/list.git", None),
        ("../list", None),
        ("file:///srv/git/list.git", None),
    ],
)
def test_the_address_of_a_remote(place: Place, remote: str, address: str | None):
    place.git("remote", "add", "origin", remote)
    assert origin_address(place.folder) == address


def test_a_clone_without_origin_and_a_folder_outside_of_one_have_none(place: Place, tmp_path: Path):
    assert origin_address(place.folder) is origin_name(place.folder) is None
    assert origin_address(tmp_path) is None


def test_a_repository_is_named_by_its_owner_whatever_is_above(place: Place):
    place.git("remote", "add", "origin", "https://git.example/a/acme/list.git")
    assert origin_name(place.folder) == "acme/list"
