"""Each folder in tests/cases is one edge case: an issue goes in, an edit of README.md and a text for people come out.

`expected.yml` and `README.diff` are written by hand from the contract; `pull_request.md` and `comment.md` are what the
bot says today, written by `make cases` and read by a person before they are committed.
"""

from pathlib import Path

import pytest
import yaml

from bot.decision.decision import IssueLabel, Outcome
from bot.decision.situation import PullRequest, PullRequestState, Situation
from bot.errors import ReadmeError
from bot.forms.issue import Issue
from bot.local.forms import load_forms
from bot.local.issue_file import read_issues_from
from bot.render.context import Context
from bot.render.desired import DesiredState
from bot.render.problems import sentence
from bot.render.repository_links import Links
from tests.desired import desired_state

from .diffs import diff

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir())
FORMS = load_forms(Path(__file__).parent.parent / ".github" / "ISSUE_TEMPLATE")
KEYS = {"outcome", "title", "branch", "labels", "problems", "notes", "line", "says", "existing"}
EXISTING = {
    IssueLabel.NEEDS_INFO: "draft",
    IssueLabel.DUPLICATE: "close",
}  # what becomes of a pull request, by the label of the issue


def test_there_are_cases():
    assert len(FOLDERS) >= 60


def list_of(folder: Path) -> str:
    own = folder / "list.md"
    return (own if own.exists() else CASES / "list.md").read_bytes().decode()


def issue_in(path: Path) -> Issue:
    ((_, issue),) = read_issues_from(str(path))
    return issue


def snapshot_of(folder: Path) -> tuple[Situation, Context]:
    """The issue and the list, and what has become of it so far, if the folder says so."""
    snapshot = Situation(issue_in(folder / "issue.md"), list_of(folder))
    reported = folder / "snapshot.yml"
    if not reported.exists():
        return snapshot, Context()
    seen = yaml.safe_load(reported.read_text(encoding="utf-8"))
    if pull := seen.get("pull_request"):
        seen["pull_request"] = PullRequest(**pull | {"state": PullRequestState(pull["state"])})
    seen["earlier"] = tuple(issue_in(folder / name) for name in seen.get("earlier", ()))
    links, has_branch = Links("https://github.com/acme/list", "main"), seen.pop("has_branch", False)
    return snapshot._replace(**seen), Context(links, has_branch=has_branch)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(folder: Path, request: pytest.FixtureRequest):
    snapshot, context = snapshot_of(folder)
    desired = desired_state(snapshot, FORMS, context)
    if request.config.getoption("--bless"):
        write_texts(folder, desired)
    expected = yaml.safe_load((folder / "expected.yml").read_text(encoding="utf-8"))
    assert set(expected) <= KEYS, "a key that nobody checks"
    check_outcome(desired, expected)
    check_problems(desired, expected)
    check_readme(folder, desired)
    check_pull_request(snapshot.issue, desired, expected)
    for name, text in texts_of(folder, desired).items():
        difference = diff(text_in(folder / name) or "", text or "")
        assert not difference, f"{name} differs. Is it meant? Then run `make cases`.\n{difference}"


def check_outcome(desired: DesiredState, expected: dict):
    if expected["outcome"] == "broken":
        assert isinstance(desired.error, ReadmeError)
        assert desired.outcome is Outcome.REPLY
        assert desired.error.line == expected["line"]
        assert all(fragment in str(desired.error) for fragment in expected["says"])
    else:
        assert str(desired.error or "") == expected.get("says", "")
        assert desired.outcome == expected["outcome"]
        existing = EXISTING[desired.label] if desired.label else "leave"
        assert labels(desired) == expected.get("labels", [])
        assert desired.existing == expected.get("existing", existing)


def labels(desired: DesiredState) -> list[str]:
    if desired.proposed:
        return [desired.proposed.label]
    return [desired.label] if desired.label else []


def check_problems(desired: DesiredState, expected: dict):
    reported = [(problem.field, sentence(problem)) for problem in desired.problems]
    wanted = expected.get("problems")
    if wanted is not None:
        assert sorted(str(field) for field, _ in reported) == sorted(
            str(problem["field"]) for problem in wanted
        )
        for problem in wanted:
            texts = [text for field, text in reported if field == problem["field"]]
            assert any(
                all(fragment in text for fragment in problem.get("says", [])) for text in texts
            ), texts


def check_pull_request(issue: Issue, desired: DesiredState, expected: dict):
    assert (issue.branch if desired.proposed else None) == expected.get("branch")
    title, body = (
        (desired.proposed.title, desired.proposed.body) if desired.proposed else (None, "")
    )
    assert title == expected.get("title", title)
    assert all(fragment in body for fragment in expected.get("notes", []))


def check_readme(folder: Path, desired: DesiredState):
    before = list_of(folder)
    after = desired.proposed.readme if desired.proposed else before
    wanted = folder / "README.diff"
    assert diff(before, after) == (wanted.read_bytes().decode() if wanted.exists() else "")


def texts_of(folder: Path, desired: DesiredState) -> dict[str, str | None]:
    """What people read: the pull request, and the comment where there is none or the folder has one."""
    proposed, comment = desired.proposed, desired.comment
    reported = comment and (not proposed or (folder / "comment.md").exists())
    return {
        "pull_request.md": f"# {proposed.title}\n\n{proposed.body}\n" if proposed else None,
        "comment.md": f"{comment}\n" if reported else None,
    }


def text_in(path: Path) -> str | None:
    return path.read_bytes().decode() if path.exists() else None


def write_texts(folder: Path, desired: DesiredState):
    for name, text in texts_of(folder, desired).items():
        (folder / name).unlink(missing_ok=True)
        if text:
            (folder / name).write_bytes(text.encode())
