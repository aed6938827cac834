"""A branch stays where git's own merge of it is the text that the submission gives on today's list."""

import pytest

from bot.decision.situation import Situation
from bot.errors import MaintainerError
from bot.forms.issue import Issue
from bot.local.merge import merges_cleanly
from bot.render.desired import desired_state
from tests.charger_list import FORMS, LIST
from tests.octofake.pulls import PullRequest
from tests.stage import Stage, correction, new_charger

HEAD = (
    "| Model | OCPP Version | Communication | Notes | Source |\n| --- | --- | --- | --- | --- |\n"
)


def short_list(**brands: str) -> str:
    """A list of brands with one row each."""
    sections = []
    for brand, model in brands.items():
        row = f"| {brand} {model} | 1.6J | ☁️ Cloud |  | Source needed! |\n"
        sections.append(f"### {brand}\n\n{HEAD}{row}")
    return "# List\n\n## EV Charger List\n\n" + "\n".join(sections)


def brand(name: str, models: str) -> tuple[str, str]:
    return new_charger(models, name, sources=""), "new-brand"


def row(brand: str, model: str) -> tuple[str, str]:
    return new_charger(model, brand, sources=""), "new-charger"


def corrected(brand: str, model: str) -> tuple[str, str]:
    return correction(brand=brand, model=model, notes="Corrected"), "invalid"


def with_change(text: str, body: str, label: str) -> str:
    """The list after a submission."""
    desired = desired_state(Situation(Issue(1, "", body, (label,)), text), FORMS)
    assert desired.proposed
    return desired.proposed.readme


TWO = short_list(ABL="Go", Zaptec="Go")
# The list, what a submission asks for, what others have changed meanwhile, what git makes of it.
RIGHT, WRONG, CONFLICT = "right", "wrong", "conflict"
PAIRS = {
    "the same brand twice, and the row above corrected": (
        TWO,
        brand("Easee", "Go"),
        [brand("Easee", "Home"), corrected("ABL", "ABL Go")],
        WRONG,
    ),
    "a row, and a new brand above it": (
        short_list(Zaptec="Go"),
        row("Zaptec", "Aa"),
        [brand("ABL", "Go")],
        RIGHT,
    ),
    "the same brand twice, and a row above": (
        TWO,
        brand("Easee", "Go"),
        [row("ABL", "Home"), brand("Easee", "Home")],
        WRONG,
    ),
    "two brands at one place": (TWO, brand("Easee", "Go"), [brand("Ensto", "Go")], CONFLICT),
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_branch_stays_only_if_git_makes_the_right_text_of_it(name):
    text, submission, others, expected = PAIRS[name]
    theirs = text
    for other in others:
        theirs = with_change(theirs, *other)
    ours, today = with_change(text, *submission), with_change(theirs, *submission)
    merged = merges_cleanly(text, ours, theirs)
    found = CONFLICT if merged is None else RIGHT if merged == today else WRONG
    assert found == expected

    stage = Stage(text)
    issue = stage.submit(*submission)
    stage.run(issue)
    (pull,) = stage.repository.pull_requests()
    tip = pull.head_sha
    stage.repository.commit({"README.md": theirs}, message="Others")
    stage.run(issue)
    assert (pull.head_sha == tip) == (expected == RIGHT)
    pull.merge(by=stage.maintainer)
    assert stage.list_on() == today


@pytest.fixture
def stage() -> Stage:
    return Stage()


def proposed(stage: Stage, **answers: str) -> PullRequest:
    issue = stage.submit(new_charger(**answers))
    stage.run(issue)
    return stage.repository.pull_requests()[-1]


def test_a_branch_that_merges_into_the_right_text_stays(stage):
    pull = proposed(stage)
    tip = pull.head_sha
    others = with_change(LIST, *row("go-e", "go-e Zz"))
    stage.repository.commit({"README.md": others}, message="Others")
    assert [one.is_settled for one in stage.sweep()] == [True]
    assert not stage.hub.writes
    assert pull.head_sha == tip
    pull.merge(by=stage.maintainer)
    assert stage.list_on() == with_change(others, new_charger(), "new-charger")


def test_an_edit_moves_a_branch_that_would_stay(stage):
    pull = proposed(stage)
    stage.repository.commit(
        {"README.md": with_change(LIST, *row("go-e", "go-e Zz"))}, message="Others"
    )
    (issue,) = stage.repository.issues()
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    (commit,) = pull.commits
    assert stage.repository.objects.parents(commit) == [stage.repository.branches["main"]]


def test_a_repository_that_demands_up_to_date_branches_gets_them(stage):
    stage.repository.needs_up_to_date_branches = True
    pull = proposed(stage)
    stage.repository.commit({"LICENSE": "other"}, message="Another licence")
    stage.sweep()
    (commit,) = pull.commits
    assert stage.repository.objects.parents(commit) == [stage.repository.branches["main"]]
    stage.sweep()
    assert not stage.hub.writes


def update_branch(stage: Stage, pull: PullRequest, **files: str) -> str:
    """A person merges the default branch into that of a pull request, perhaps with other files."""
    repository = stage.repository
    _objects, main = repository.objects, repository.branches["main"]
    merged = merges_cleanly(LIST, stage.list_on(pull.head), stage.list_on())
    assert merged
    text = files.get("text", merged)
    tree = repository.changed_tree(
        main, {"README.md": text, "LICENSE": files.get("licence", "MIT")}
    )
    return repository.push_merge(pull.head, tree, main, by=stage.maintainer)


def test_a_merge_of_the_default_branch_takes_nothing_over(stage):
    pull = proposed(stage)
    (issue,) = stage.repository.issues()
    stage.repository.commit(
        {"README.md": with_change(LIST, *row("go-e", "go-e Zz"))}, message="Others"
    )
    tip = update_branch(stage, pull)
    stage.run(issue)
    assert stage.repository.branches[pull.head] == tip
    assert stage.reply(issue).body.startswith("**Pull request #2**")
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    assert "| Other |" in stage.list_on(pull.head)
    (commit,) = pull.commits
    assert stage.repository.objects.parents(commit) == [stage.repository.branches["main"]]


@pytest.mark.parametrize("files", [{"text": LIST + "More\n"}, {"licence": "Mine"}])
def test_a_merge_with_a_change_of_its_own_takes_the_branch_over(stage, files):
    pull = proposed(stage)
    (issue,) = stage.repository.issues()
    stage.repository.commit(
        {"README.md": with_change(LIST, *row("go-e", "go-e Zz"))}, message="Others"
    )
    tip = update_branch(stage, pull, **files)
    stage.run(issue)
    assert stage.repository.branches[pull.head] == tip
    assert "has taken over the branch" in stage.reply(issue).body


def test_without_git_a_maintainer_hears_of_it(stage, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MaintainerError, match="git is not installed"):
        merges_cleanly("a\n", "b\n", "c\n")
