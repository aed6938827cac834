"""`site` as people and the workflow call it; what the files hold is in `tests/export`."""

import os
import subprocess

import pytest

from tests.charger_list import LIST
from tests.command_line import Place

HOME = "https://github.com/acme/list"
FILES = ["catalogue.csv", "catalogue.json", "index.html", "schema/catalogue-1.json"]


def page_of(place: Place) -> str:
    return (place.folder / "out" / "index.html").read_text(encoding="utf-8")


def test_the_files_are_written_and_named(place: Place):
    ran = place.bot("site", "--output", "out", "--repository", f"{HOME}/")
    assert (ran.status, ran.err) == (0, "")
    out = place.folder / "out"
    written = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert written == FILES
    assert sorted(ran.out.splitlines()) == [f"out/{name}" for name in FILES]
    for name, format_ in (("catalogue.json", "json"), ("catalogue.csv", "csv")):
        assert (out / name).read_bytes().decode() == place.bot("export", "--format", format_).out
    assert f"{HOME}/issues/new?template=new-brand.yml" in page_of(place)
    assert "<time>" not in page_of(place)


def test_in_a_clone_the_days_of_the_last_changes_are_shown(place: Place):
    day = "2024-02-29T12:00:00Z"
    people = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_AUTHOR_DATE": day}
    people |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in people.items()}
    commands = (["init", "--quiet"], ["add", "README.md"], ["commit", "--quiet", "--message", "x"])
    for arguments in commands:
        environment = {**os.environ, **people}
        subprocess.run(["git", *arguments], cwd=place.folder, check=True, env=environment)
    assert place.bot("site", "--output", "out", "--repository", HOME).status == 0
    assert page_of(place).count("<time>2024-02-29</time>") == 14


def test_a_workflow_says_where_the_repository_is(place: Place):
    ran = place.process(
        "site",
        "--output",
        "out",
        GITHUB_SERVER_URL="https://ghe.example",
        GITHUB_REPOSITORY="team/chargers",
    )
    assert (ran.status, ran.err) == (0, "")
    assert "https://ghe.example/team/chargers/issues/new?template=new-brand.yml" in page_of(place)


@pytest.mark.parametrize(
    "address",
    [
        "github.com/a/b",
        "javascript:alert(1)",
        "https://",
        "https://x.example",
        "https://x.example/a?b",
        "https://u@x.example/a/b",
        "https://x.example/a b",
    ],
)
def test_what_is_no_repository_is_refused(place: Place, address: str):
    ran = place.bot("site", "--output", "out", "--repository", address)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("python -m bot site: --repository: ")
    assert not (place.folder / "out").exists()


def test_without_a_repository_the_option_is_asked_for(place: Place):
    ran = place.bot("site", "--output", "out")
    assert (ran.status, ran.out) == (2, "")
    assert "--repository URL" in ran.err


def test_a_list_that_cannot_be_read_leaves_nothing(place: Place):
    place.write("README.md", "# No list\n")
    ran = place.bot("site", "--output", "out", "--repository", HOME)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("error: README.md:1: ")
    assert not (place.folder / "out").exists()


def test_a_row_that_cannot_be_read_is_named_on_the_page(place: Place):
    place.write("README.md", LIST.replace("| 1.6J |", "| 3.0 |", 1))
    assert place.bot("site", "--output", "out", "--repository", HOME).status == 0
    assert "1 row of the list could not be read" in page_of(place)


def test_the_name_of_a_folder_that_is_no_text_is_no_reason_to_fail(place: Place):
    ran = place.process("site", "--output", os.fsdecode(b"o\xff"), "--repository", HOME)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "o<U+DCFF>/index.html"


def test_a_folder_that_cannot_be_written_is_named(place: Place):
    place.write("out", "a file")
    ran = place.bot("site", "--output", "out", "--repository", HOME)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("python -m bot site: --output: out")


@pytest.mark.parametrize(
    "arguments", [[], ["--output"], ["--output", "out", "a", "b"]], ids=" ".join
)
def test_a_wrong_call_shows_the_usage(place: Place, arguments: list[str]):
    ran = place.bot("site", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: python -m bot")


def test_in_a_clone_the_origin_says_where_the_repository_is(place: Place):
    place.git("init", "--quiet")
    place.git("remote", "add", "origin", "git@github.com:acme/list.git")
    ran = place.bot("site", "--output", "out")
    assert (ran.status, ran.err) == (0, "")
    assert f"{HOME}/issues/new?template=" in page_of(place)
