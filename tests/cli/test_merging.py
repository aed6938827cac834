"""A branch stays where merging it as it is gives the right text."""

import pytest

from bot.local.merge import merges_cleanly
from tests.charger_list import LIST
from tests.local.test_merge import row, with_change
from tests.octofake.pulls import PullRequest
from tests.stage import Stage, new_charger


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
