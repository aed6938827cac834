"""`apply` in clones of all kinds, with all kinds of settings."""

from pathlib import Path

import pytest

from bot.local.clone import Clone, WrongClone
from tests.charger_list import LIST
from tests.command_line import ADDED, FORMS, NEIGHBOUR, Place, make_clone, markdown
from tests.stage import correction, new_charger

BRANCH = "bot/issue-12"


@pytest.fixture
def clone(place: Place) -> Place:
    return make_clone(place)


def applied(place: Place, text: str = "", *options: str) -> str:
    """Apply an issue twice; gives what became of it, which is nothing more the second time."""
    file = place.folder.parent / "12.md"
    file.write_text(text or markdown())
    status = ""
    for again in (False, True):
        ran = place.bot("apply", *options, str(file))
        assert (ran.status, ran.err) == (0, "")
        reported = ran.out.splitlines()[0].partition("12.md: ")[2]
        assert reported == f"branch {BRANCH} unchanged" or not again
        status = status or reported
    place.git("fsck", "--strict")
    return status


def test_nobody_needs_an_identity(clone: Place):
    clone.write("a", markdown())
    ran = clone.process("apply", "a")
    assert (ran.status, ran.err) == (0, "")
    assert clone.git("log", "-1", "--format=%s", BRANCH) == "Add Zaptec Go 2"


@pytest.mark.parametrize("setting", ["true", "input", "false"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_stay_whatever_git_would_make_of_them(place: Place, setting: str, ends: str):
    before = LIST.replace("\n", ends)
    place.write("README.md", before)
    make_clone(place)  # with the setting off, so that the repository holds these line ends
    place.git("config", "core.autocrlf", setting)
    place.write(".gitattributes", "*.md text=auto\n")
    applied(place)
    assert place.git("diff", "--numstat", "main", BRANCH) == "1\t0\tREADME.md"
    after = before.replace(NEIGHBOUR, f"{NEIGHBOUR}{ends}{ADDED}")
    assert place.git("cat-file", "blob", f"{BRANCH}:README.md") == after.rstrip("\n")


def test_the_mode_of_the_list_is_kept(place: Place):
    (place.folder / "README.md").chmod(0o755)
    make_clone(place)
    applied(place)
    assert place.git("ls-tree", BRANCH, "README.md").startswith("100755 ")


def test_a_list_after_a_link_is_changed_where_it_lies(place: Place):
    place.write("docs/LIST.md", LIST)
    (place.folder / "README.md").unlink()
    (place.folder / "README.md").symlink_to("docs/LIST.md")
    make_clone(place)
    applied(place)
    assert place.git("diff", "--name-only", "main", BRANCH) == "docs/LIST.md"


@pytest.mark.parametrize("folder", ["docs", "Größe und * [a] :(top)", "-x"])
def test_the_list_may_lie_in_a_folder(place: Place, folder: str):
    place.write(f"{folder}/LIST.md", LIST)
    make_clone(place)
    applied(place, "", "--readme", f"./{folder}/LIST.md", "--forms", str(FORMS))
    assert (
        place.git("-c", "core.quotePath=false", "diff", "--name-only", "main", BRANCH)
        == f"{folder}/LIST.md"
    )


def test_the_clone_may_be_named_from_anywhere(clone: Place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    applied(clone, "", "--readme", "list/README.md")
    (tmp_path / "link").symlink_to("list")
    applied(clone, "", "--readme", "link/README.md")
    assert clone.git("diff", "--numstat", "main", BRANCH) == "1\t0\tREADME.md"


def test_a_worktree_is_a_clone(clone: Place, tmp_path, monkeypatch):
    clone.git("worktree", "add", "--quiet", "-b", "other", "../work")
    work = Place(tmp_path / "work", clone.capsys)
    monkeypatch.chdir(work.folder)
    applied(work)
    assert work.git("status", "--porcelain") == ""
    assert clone.git("rev-parse", f"{BRANCH}^") == clone.git("rev-parse", "main")


def test_a_branch_that_is_checked_out_elsewhere_is_not_moved_from_under_it(clone: Place, tmp_path):
    applied(clone)
    clone.git("worktree", "add", "--quiet", "../work", BRANCH)
    made = clone.git("rev-parse", BRANCH)
    clone.write("edited.md", markdown(new_charger("Zaptec Go 3")))
    ran = clone.bot("apply", "edited.md")
    assert (ran.status, ran.out) == (2, "")
    assert f"{BRANCH} is checked out" in ran.err
    assert clone.git("rev-parse", BRANCH) == made
    assert Place(tmp_path / "work", clone.capsys).git("status", "--porcelain") == ""


def test_a_shallow_clone_is_enough(clone: Place, tmp_path, monkeypatch):
    clone.write("other.txt", "other")
    clone.commit()
    clone.git("clone", "--quiet", "--depth=1", f"file://{clone.folder}", str(tmp_path / "shallow"))
    shallow = Place(tmp_path / "shallow", clone.capsys)
    monkeypatch.chdir(shallow.folder)
    assert applied(shallow) == f"branch {BRANCH} made"


def test_a_repository_with_longer_object_names(place: Place):
    make_clone(place, "--object-format=sha256")
    assert applied(place) == f"branch {BRANCH} made"


def test_a_branch_in_the_way_is_reported(clone: Place):
    clone.git("branch", "bot")
    clone.write("a", markdown())
    ran = clone.bot("apply", "a")
    assert (ran.status, ran.err.startswith("python -m bot apply: "), ran.err.count("\n")) == (
        2,
        True,
        1,
    )


def signed_head(place: Place) -> None:
    """Make HEAD a commit with a signature, as those are that GitHub makes."""
    header, _, message = place.git("cat-file", "commit", "HEAD").partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----"
    path = place.folder.parent / "commit"
    path.write_text(f"{header}\n{signature}\n\n{message}\n")
    place.git(
        "reset", "--quiet", "--soft", place.git("hash-object", "-t", "commit", "-w", str(path))
    )


SETTINGS = {
    "log.showSignature": "true",
    "log.decorate": "full",
    "log.date": "relative",
    "log.mailmap": "true",
    "color.ui": "always",
    "core.quotePath": "false",
    "core.abbrev": "5",
    "i18n.logOutputEncoding": "latin1",
    "i18n.commitEncoding": "latin1",
    "commit.gpgSign": "true",
    "core.fsmonitor": "true",
    "core.hooksPath": "hooks",
    "diff.external": "/bin/false",
    "core.pager": "/bin/false",
}


@pytest.mark.parametrize(("name", "value"), SETTINGS.items())
def test_no_setting_of_git_is_in_the_way(clone: Place, name: str, value: str):
    signed_head(clone)
    text = markdown(new_charger("Zaptec Größe"))
    applied(clone, text)
    plain = clone.git("cat-file", "commit", BRANCH)
    clone.git("branch", "--delete", "--force", BRANCH)
    clone.git("config", name, value)
    assert applied(clone, text) == f"branch {BRANCH} made"
    clone.git("config", "--unset", name)
    assert clone.git("cat-file", "commit", BRANCH) == plain


def test_no_hook_runs(clone: Place):
    hooks = clone.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("pre-commit", "commit-msg", "post-commit", "prepare-commit-msg", "post-checkout"):
        (hooks / hook).write_text("#!/bin/sh\nexit 1\n")
        (hooks / hook).chmod(0o755)
    assert applied(clone) == f"branch {BRANCH} made"


def test_variables_of_git_about_people_and_dates_do_not_count(clone: Place, monkeypatch):
    applied(clone)
    made = clone.git("rev-parse", BRANCH)
    clone.git("branch", "--delete", "--force", BRANCH)
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ):
        monkeypatch.setenv(name, "Eve")
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, "2001-02-03T04:05:06Z")
    applied(clone)
    assert clone.git("rev-parse", BRANCH) == made


def test_the_last_entry_of_a_brand_takes_its_section_along(place: Place):
    lines = LIST.splitlines(keepends=True)
    place.write(
        "README.md", "".join(line for line in lines if not line.startswith("| Zaptec Go |"))
    )
    make_clone(place)
    applied(place, markdown(correction("Remove the entry"), labels=["invalid"]))
    after = place.git("show", f"{BRANCH}:README.md")
    assert "Zaptec" not in after
    assert Path(place.folder / "README.md").read_text() != after


def test_a_branch_is_there_once_it_was_made(clone: Place):
    there = Clone(Path("README.md"))
    assert not there.has(BRANCH)
    clone.git("branch", f"{BRANCH}0")
    assert not there.has(BRANCH)
    applied(clone)
    assert there.has(BRANCH)


def test_where_no_branch_can_be_made_the_reason_is_named(place: Place, monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    with pytest.raises(WrongClone, match=r"is in no git repository$"):
        Clone(Path("README.md"))
    place.git("init", "--quiet", "--initial-branch=main")
    with pytest.raises(WrongClone, match="no commit yet"):
        Clone(Path("README.md")).base()
    place.commit()
    place.git("switch", "--quiet", "--create", BRANCH)
    with pytest.raises(WrongClone, match=f"the branch {BRANCH} is checked out"):
        Clone(Path("README.md")).base()
    place.git("switch", "--quiet", "--detach")
    assert Clone(Path("README.md")).base().readme == LIST
