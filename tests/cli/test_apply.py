"""`apply` makes real commits on real branches, and touches nothing else."""

import json
from pathlib import Path

import pytest

from tests.charger_list import LIST
from tests.command_line import ADDED, BODY, Place, make_clone, markdown
from tests.stage import correction, new_charger

BRANCH = "bot/issue-12"


@pytest.fixture
def place(place: Place) -> Place:
    return make_clone(place)


@pytest.fixture
def issues(tmp_path) -> Path:
    """A folder outside of the clone, for issues that came by e-mail."""
    folder = tmp_path / "mail"
    folder.mkdir()
    return folder


def apply(place: Place, issues: Path, text: str = "", *options: str) -> str:
    """Apply an issue; gives the first line, which says what became of it."""
    issues.joinpath("12.md").write_text(text or markdown())
    ran = place.bot("apply", *options, str(issues / "12.md"))
    assert (ran.status, ran.err) == (0, "")
    place.git("fsck", "--strict")
    return ran.out.splitlines()[0].partition("12.md: ")[2]


def state(place: Place) -> dict[str, bytes | str]:
    """The work tree, the index and where HEAD is, byte for byte."""
    files = [
        path for path in place.folder.rglob("*") if path.is_file() and ".git" not in path.parts
    ]
    tree: dict[str, bytes | str] = {str(path): path.read_bytes() for path in files}
    index = (place.folder / ".git" / "index").read_bytes()
    return tree | {
        "index": index,
        "HEAD": place.git("symbolic-ref", "HEAD"),
        "main": place.git("rev-parse", "main"),
    }


def test_a_submission_becomes_one_commit_on_top_of_the_list(place: Place, issues: Path):
    assert apply(place, issues) == f"branch {BRANCH} made"
    assert place.git("rev-parse", f"{BRANCH}^") == place.git("rev-parse", "main")
    assert place.git("diff", "--name-only", "main", BRANCH) == "README.md"
    assert place.git("diff", "--numstat", "main", BRANCH) == "1\t0\tREADME.md"
    assert f"+{ADDED}" in place.git("diff", "main", BRANCH).splitlines()
    assert place.git("branch", "--format=%(refname:short)").splitlines() == [BRANCH, "main"]


def test_preview_and_apply_report_the_same(place: Place, issues: Path):
    file = issues / "a.md"
    file.write_text(markdown())
    assert (
        place.bot("apply", "--json", str(file)).records
        == place.bot("preview", "--json", str(file)).records
    )


def test_two_issues_of_one_number_are_wrong_usage(place: Place):
    first, second = place.write("a.md", markdown()), place.write("b.md", markdown())
    ran = place.bot("apply", first, second)
    assert ran.status == 2
    assert ran.err.endswith(f"{second}: {first} has the number 12 too\n")
    assert place.git("branch", "--list", BRANCH) == ""


def test_work_tree_and_index_stay_as_they_are(place: Place, issues: Path):
    before = state(place)
    apply(place, issues)
    assert state(place) == before
    assert place.git("status", "--porcelain") == ""


def test_a_dirty_work_tree_stays_dirty_and_does_not_count(place: Place, issues: Path):
    place.write("README.md", LIST.replace("Zaptec", "Dirty"))
    place.write("staged.txt", "staged")
    place.git("add", "staged.txt")
    place.write("staged.txt", "changed after that")
    place.write("untracked.txt", "untracked")
    (place.folder / ".github" / "ISSUE_TEMPLATE" / "config.yml").unlink()
    before, status = state(place), place.git("status", "--porcelain")
    apply(place, issues)
    assert (state(place), place.git("status", "--porcelain")) == (before, status)
    assert place.git("diff", "--numstat", "main", BRANCH) == "1\t0\tREADME.md"


def test_the_same_again_is_the_same_commit(place: Place, issues: Path):
    apply(place, issues)
    made = place.git("rev-parse", BRANCH)
    assert apply(place, issues) == f"branch {BRANCH} unchanged"
    assert place.git("rev-parse", BRANCH) == made
    place.git("branch", "--delete", "--force", BRANCH)
    assert apply(place, issues) == f"branch {BRANCH} made"
    assert place.git("rev-parse", BRANCH) == made


def test_the_same_in_another_clone_is_the_same_commit(
    place: Place, issues: Path, tmp_path, monkeypatch
):
    place.git("clone", "--quiet", ".", "../other")
    other = Place(tmp_path / "other", place.capsys)
    apply(place, issues)
    monkeypatch.chdir(other.folder)
    apply(other, issues)
    assert other.git("rev-parse", BRANCH) == place.git("rev-parse", BRANCH)


def test_an_edited_issue_moves_its_branch(place: Place, issues: Path):
    apply(place, issues)
    assert apply(place, issues, markdown(new_charger("Zaptec Go 3"))) == f"branch {BRANCH} moved"
    assert place.git("rev-list", "--count", f"main..{BRANCH}") == "1"
    assert "Zaptec Go 2" not in place.git("show", f"{BRANCH}:README.md")
    assert place.git("log", "-1", "--format=%s", BRANCH) == "Add Zaptec Go 3"


def test_a_branch_follows_the_list(place: Place, issues: Path):
    apply(place, issues)
    place.write("README.md", LIST.replace("Zaptec Info Hub", "The Info Hub"))
    place.commit()
    assert apply(place, issues) == f"branch {BRANCH} moved"
    assert place.git("rev-parse", f"{BRANCH}^") == place.git("rev-parse", "main")
    assert "The Info Hub" in place.git("show", f"{BRANCH}:README.md")


def test_a_commit_that_leaves_the_list_alone_moves_no_branch(place: Place, issues: Path):
    apply(place, issues)
    made = place.git("rev-parse", BRANCH)
    place.write("other.txt", "other")
    place.commit()
    assert apply(place, issues) == f"branch {BRANCH} unchanged"
    assert place.git("rev-parse", BRANCH) == made


def test_a_submission_that_is_in_the_list_meanwhile_gets_a_reply(place: Place, issues: Path):
    apply(place, issues)
    place.git("merge", "--quiet", BRANCH)
    assert (
        apply(place, issues)
        == f"reply, label duplicate; the earlier branch {BRANCH} is left as it is"
    )


def commit_on_top(place: Place) -> None:
    place.git("switch", "--quiet", BRANCH)
    place.write("README.md", (place.folder / "README.md").read_text() + "\nMore.\n")
    place.git("commit", "--quiet", "--all", "--message", "A person's")
    place.git("switch", "--quiet", "main")


def amend(place: Place) -> None:
    place.git("switch", "--quiet", BRANCH)
    place.write("README.md", (place.folder / "README.md").read_text() + "\nMore.\n")
    place.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    place.git("switch", "--quiet", "main")


def rebase(place: Place) -> None:
    place.write("other.txt", "other")
    place.commit()
    place.git("rebase", "--quiet", "main", BRANCH)
    place.git("switch", "--quiet", "main")


def merge(place: Place) -> None:
    place.write("other.txt", "other")
    place.commit()
    place.git("switch", "--quiet", BRANCH)
    place.git("merge", "--quiet", "--no-edit", "main")
    place.git("switch", "--quiet", "main")


def latin_1(place: Place) -> None:
    place.git("switch", "--quiet", BRANCH)
    message = place.folder.parent / "message"
    message.write_bytes(b"Gr\xfc\xdfe\n")
    place.git("commit", "--quiet", "--allow-empty", "--file", str(message))
    place.git("switch", "--quiet", "main")


def orphan(place: Place) -> None:
    place.git("branch", "--delete", "--force", BRANCH)
    place.git("switch", "--quiet", "--orphan", BRANCH)
    place.write("other.txt", "other")
    place.commit()
    place.git("switch", "--quiet", "main")


@pytest.mark.parametrize("take_over", [commit_on_top, amend, rebase, merge, latin_1, orphan])
def test_a_branch_that_a_person_has_taken_over_is_left_alone(place: Place, issues: Path, take_over):
    apply(place, issues)
    take_over(place)
    theirs = place.git("rev-parse", BRANCH)
    for text in (markdown(), markdown(new_charger("Zaptec Go 3"))):
        assert (
            apply(place, issues, text)
            == f"branch {BRANCH} left alone, since a person has taken it over"
        )
        assert place.git("rev-parse", BRANCH) == theirs


def test_cumulative_issues_are_commits_on_each_other(place: Place, issues: Path):
    texts = {
        1: new_charger(),
        2: "Hello",
        3: new_charger("Zaptec Go 3"),
        4: correction(communication="Direct"),
    }
    files = [issues / f"{number}.md" for number in texts]
    for file, (number, body) in zip(files, texts.items(), strict=True):
        file.write_text(
            markdown(body, number=number, labels=["invalid" if number == 4 else "new-charger"])
        )
    assert place.bot("apply", "--cumulative", *map(str, files)).status == 0
    assert place.git("log", "--format=%s", "main..bot/issue-4").splitlines() == [
        "Correct Zaptec Pro",
        "Add Zaptec Go 3",
        "Add Zaptec Go 2",
    ]
    made = place.git("rev-parse", "bot/issue-4")
    assert place.bot("apply", "--cumulative", *map(str, files)).out.count(" unchanged") == 3
    assert place.git("rev-parse", "bot/issue-4") == made


def test_what_gets_a_reply_or_nothing_makes_no_branch(place: Place, issues: Path):
    assert apply(place, issues, markdown("Hello")) == "reply, label needs-info"
    assert apply(place, issues, markdown(labels=[])).startswith("nothing to do")
    assert apply(place, issues, markdown(state="closed")).startswith("nothing to do")
    assert place.git("branch") == "* main"


def test_a_broken_list_makes_no_branch(place: Place, issues: Path):
    place.write("README.md", "# Nothing\n")
    place.commit()
    issues.joinpath("a.md").write_text(markdown())
    ran = place.bot("apply", str(issues / "a.md"))
    assert (ran.status, place.git("branch")) == (1, "* main")
    assert ran.err.startswith("error: README.md:1: ")


# The commit


def payload(login: str, number: object) -> str:
    author = {"login": login, "id": number}
    return json.dumps({"number": 12, "labels": ["new-charger"], "author": author, "body": BODY})


@pytest.mark.parametrize("login", ["ada", "Ada-42", "ada_acme", "dependabot[bot]"])
def test_the_contributor_is_co_author_through_the_no_reply_address(
    place: Place, issues: Path, login: str
):
    apply(place, issues, payload(login, 583231))
    assert place.git(
        "log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)", BRANCH
    ).strip() == (f"{login} <583231+{login}@users.noreply.github.com>")


@pytest.mark.parametrize(
    ("login", "number"),
    [
        ("ada", None),
        ("ada", "MDQ6VXNlcjE="),
        ("ada", 0),
        ("ada", -1),
        ("a\nSigned-off-by: Eve <eve@example.org>", 5),
        ("a> <eve@example.org", 5),
        ("a\0b", 5),
        ("\ud800", 5),
        ("", 5),
    ],
)
def test_what_is_no_account_is_no_co_author(place: Place, issues: Path, login: str, number: object):
    apply(place, issues, payload(login, number))
    message = place.git("log", "-1", "--format=%B", BRANCH)
    assert not any(word in message for word in ("Co-authored-by", "Signed-off-by", "eve@"))


@pytest.mark.parametrize(
    "text", [markdown(), payload("ada", 583231)], ids=["nobody", "a co-author"]
)
def test_the_seal_is_a_trailer_of_its_own_line(place: Place, issues: Path, text: str):
    apply(place, issues, text)
    seal = place.git("log", "-1", "--format=%(trailers:key=Bot-Commit,valueonly)", BRANCH).strip()
    assert (
        seal.rpartition(" ")[0]
        == f"{place.git('rev-parse', 'main')} {place.git('rev-parse', BRANCH + '^{tree}')}"
    )
    assert place.git("log", "-1", "--format=%s", BRANCH) == "Add Zaptec Go 2"


def test_the_commit_is_the_bots_whoever_runs_it(place: Place, issues: Path):
    place.git("config", "user.name", "Maintainer")
    place.git("config", "user.email", "maintainer@example.org")
    apply(place, issues)
    said = place.git("log", "-1", "--format=%an <%ae> %cn <%ce>", BRANCH)
    assert said == "charger-bot <charger-bot@localhost> charger-bot <charger-bot@localhost>"
