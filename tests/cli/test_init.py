"""The command in clones: what it writes, prints and refuses."""

import subprocess
from pathlib import Path

import pytest

import bot
from bot.cli.init import init, write_all
from bot.errors import MaintainerError, ReadmeError, UsageError
from tests.charger_list import ROOT
from tests.init.reading import ACTION

README = ROOT / "tests/init/shapes" / "devices-by-brand" / "README.md"


@pytest.fixture
def clone(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "clone"
    folder.mkdir()
    git(folder, "init", "--quiet")
    git(folder, "remote", "add", "origin", "git@github.com:acme/devices.git")
    (folder / "README.md").write_bytes(README.read_bytes())
    monkeypatch.chdir(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def files_in(folder: Path) -> list[str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    names = [path.relative_to(folder).as_posix() for path in paths]
    return sorted(name for name in names if not name.startswith(".git/"))


def test_files_are_written(clone, capsys):
    assert init(action=ACTION, dry_run=False) == 0
    assert files_in(clone) == [
        ".github/ISSUE_TEMPLATE/correction.yml",
        ".github/ISSUE_TEMPLATE/new-brand.yml",
        ".github/ISSUE_TEMPLATE/new-device.yml",
        ".github/list.yml",
        ".github/workflows/check.yml",
        ".github/workflows/contribute.yml",
        ".github/workflows/sweep.yml",
        "README.md",
    ]
    guessed, written = capsys.readouterr().out.split("\n\nWritten:\n")
    assert guessed.startswith(
        "Guessed from README.md; correct it in .github/list.yml and the forms:"
    )
    assert "\n  Local: yes/no" in guessed
    assert (
        written
        == """\
  .github/list.yml
  .github/ISSUE_TEMPLATE/new-device.yml
  .github/ISSUE_TEMPLATE/new-brand.yml
  .github/ISSUE_TEMPLATE/correction.yml
  .github/workflows/contribute.yml
  .github/workflows/sweep.yml
  .github/workflows/check.yml

Left to do:
  correct the guesses, then commit the files and push them to the default branch
  allow GitHub Actions to create and approve pull requests: \
https://github.com/acme/devices/settings/actions
  make the labels: python -m bot doctor --fix, or https://github.com/acme/devices/labels
  optional, so that checks run on the bot's pull requests: a token as the secret BOT_TOKEN, \
https://github.com/acme/devices/settings/secrets/actions

Found by `python -m bot check`: 0 errors, 0 warnings, 0 notes
"""
    )


def test_a_dry_run_prints_them(clone, capsys):
    assert init(action=ACTION, dry_run=True) == 0
    assert files_in(clone) == ["README.md"]
    assert "\n\n--- .github/list.yml\n# The shape" in capsys.readouterr().out


@pytest.fixture
def running(tmp_path, monkeypatch) -> Path:
    """A clone from which the bot runs."""
    folder = tmp_path / "running"
    (folder / "bot").mkdir(parents=True)
    (folder / "bot" / "__init__.py").touch()
    git(folder, "init", "--quiet")
    git(folder, "add", "bot")
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    git(folder, *who, "commit", "--quiet", "--message", "a")
    monkeypatch.setattr(bot, "__file__", str(folder / "bot" / "__init__.py"))
    return folder


@pytest.mark.parametrize(("origin", "name"), [("acme/bot", "acme/bot"), ("", "OWNER/NAME")])
def test_the_action_is_the_clone_which_runs(clone, running, capsys, origin: str, name: str):
    if origin:
        git(running, "remote", "add", "origin", f"git@github.com:{origin}.git")
    commit = (running / ".git" / "HEAD").read_text().removeprefix("ref: ").strip()
    sha = (running / ".git" / commit).read_text().strip()
    assert init(action=None, dry_run=True) == 0
    output = capsys.readouterr().out
    assert f" {name}@{sha}\n" in output
    assert ("\n  replace OWNER/NAME in the workflows" in output) is (origin == "")


def test_an_installed_bot_is_no_clone_though_it_may_be_in_one(clone, running):
    git(running, "rm", "--quiet", "--cached", "bot/__init__.py")
    with pytest.raises(UsageError, match="does not run from a clone; give --action OWNER/NAME@SHA"):
        init(action=None, dry_run=True)


def test_nothing_is_overwritten(clone):
    file = clone / ".github" / "list.yml"
    file.parent.mkdir()
    file.write_text("mine")
    with pytest.raises(UsageError, match=r"\.github/list\.yml$"):
        init(action=ACTION, dry_run=False)
    assert files_in(clone) == [".github/list.yml", "README.md"]
    assert file.read_text() == "mine"


def test_it_works_from_a_folder_inside_the_clone(clone, monkeypatch):
    folder = clone / "docs"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert init(action=ACTION, dry_run=False) == 0
    assert (clone / ".github" / "list.yml").exists()


def test_without_an_action_the_workflows_name_the_commit_which_runs(clone, capsys):
    assert init(action=None, dry_run=True) == 0
    root = Path(__file__).parents[2]
    head = ["git", "-C", str(root), "rev-parse", "HEAD"]
    commit = subprocess.run(head, check=True, capture_output=True, text=True).stdout.strip()
    assert f"@{commit}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "action", ["acme/bot", "acme/bot@main", "bot@" + "0" * 40, "a/b@" + "G" * 40]
)
def test_an_action_without_a_commit(clone, action):
    with pytest.raises(UsageError, match="40 hex digits"):
        init(action=action, dry_run=False)


def test_outside_a_clone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MaintainerError, match="no clone"):
        init(action=ACTION, dry_run=False)


def test_without_a_readme(clone):
    (clone / "README.md").unlink()
    with pytest.raises(MaintainerError, match=r"README\.md: there is none"):
        init(action=ACTION, dry_run=False)


def test_a_readme_in_other_letters(clone):
    (clone / "README.md").rename(clone / "readme.md")
    with pytest.raises(MaintainerError, match=r"`git mv readme\.md README\.md`"):
        init(action=ACTION, dry_run=False)


def test_a_list_which_cannot_be_served(clone):
    (clone / "README.md").write_text("# Devices\n\n- Arvik 10\n")
    with pytest.raises(ReadmeError) as caught:
        init(action=ACTION, dry_run=False)
    assert caught.value.line == 3
    assert files_in(clone) == ["README.md"]


def test_what_check_finds_is_printed(clone, capsys):
    text = README.read_text(encoding="utf-8")
    (clone / "README.md").write_text(text.replace("pairing |", "pairing | more |"))
    assert init(action=ACTION, dry_run=True) == 0
    assert "\n  README.md:16:" in capsys.readouterr().out


def test_tables_of_another_kind_are_named(clone, capsys):
    other = "\n## Other\n\n| One | Two |\n| --- | --- |\n| a | b |\n"
    (clone / "README.md").write_text(README.read_text(encoding="utf-8") + other)
    assert init(action=ACTION, dry_run=True) == 0
    output = capsys.readouterr().out
    said = "Tables which are not part of the list, and stay as they are:"
    assert f"\n\n{said}\n  README.md:" in output


def test_of_each_kind_of_mistake_the_first_is_printed(clone, capsys):
    text = README.read_text(encoding="utf-8")
    (clone / "README.md").write_text(text.replace("pairing |", "pairing | more |") * 2)
    assert init(action=ACTION, dry_run=True) == 0
    printed = capsys.readouterr().out.partition("Found by `python -m bot check`: ")[2].splitlines()
    assert printed[0].endswith(" notes")
    assert "more of this kind." in "".join(printed)
    assert len(printed) < 8


def test_a_bot_from_a_folder_says_what_to_replace(clone, capsys):
    assert init(action=f"OWNER/NAME@{'0' * 40}", dry_run=True) == 0
    printed = capsys.readouterr().out
    assert (
        "\n  replace OWNER/NAME in the workflows and list.yml with the repository of the bot on "
        "GitHub, since the clone you run has no such origin\n"
    ) in printed


def test_a_clone_without_an_origin_leaves_its_address_open(clone, capsys):
    git(clone, "remote", "remove", "origin")
    assert init(action=ACTION, dry_run=True) == 0
    printed = capsys.readouterr().out
    assert "https://github.com/YOUR/LIST/settings/actions" in printed
    assert "OWNER/NAME" not in printed


def test_control_characters_steer_no_terminal(clone, capsys):
    text = "# List\n\n| Na&#27;[31mme | City |\n|---|---|\n| Pond | Ghent |\n"
    (clone / "README.md").write_text(text)
    assert init(action=ACTION, dry_run=False) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_all_files_are_written_or_none(tmp_path):
    (tmp_path / "taken").write_text("a file where a folder is needed")
    with pytest.raises(MaintainerError, match="Nothing was written"):
        write_all(tmp_path, {"first.yml": "a", "taken/second.yml": "b"})
    assert files_in(tmp_path) == ["taken"]
