"""What people have decided: to close, to merge, to label, to push."""

from ...octofake.issues import Issue
from ...stage import Stage, new_charger
from .scenario import of_one
from .submissions import proposed, pull_request


@of_one
def declined(stage: Stage) -> Issue:
    issue = proposed(stage)
    pull_request(stage).comment("It is not sold any more.", by=stage.maintainer)
    pull_request(stage).close(by=stage.maintainer)
    return issue


@of_one
def edited_after_a_person_closed_the_pull_request(stage: Stage) -> Issue:
    issue = declined(stage)
    issue.edit(body=new_charger(notes="Please!"))
    return issue


@of_one
def edited_after_the_issue_was_closed(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.close(by=stage.ada)
    issue.edit(body=new_charger(notes="Never mind"))
    return issue


@of_one
def edited_after_the_merge(stage: Stage) -> Issue:
    issue = proposed(stage)
    pull_request(stage).merge(by=stage.maintainer)
    issue.edit(body=new_charger(notes="Thanks"))
    return issue


@of_one
def issue_closed(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.close(by=stage.ada)
    return issue


@of_one
def issue_reopened(stage: Stage) -> Issue:
    issue = issue_closed(stage)
    stage.run(issue)
    issue.reopen(by=stage.ada)
    return issue


@of_one
def label_taken_off(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.remove_label("new-charger", by=stage.maintainer)
    return issue


@of_one
def label_put_on_anew(stage: Stage) -> Issue:
    issue = declined(stage)
    stage.run(issue)
    issue.remove_label("new-charger", by=stage.maintainer)
    issue.add_label("new-charger", by=stage.maintainer)
    return issue


@of_one
def merged(stage: Stage) -> Issue:
    issue = proposed(stage)
    pull_request(stage).merge(by=stage.maintainer)
    return issue


@of_one
def taken_over(stage: Stage) -> Issue:
    issue = proposed(stage)
    push(stage, issue)
    return issue


@of_one
def edited_after_a_push(stage: Stage) -> Issue:
    issue = taken_over(stage)
    issue.edit(body=new_charger(notes="Other"))
    return issue


def push(stage: Stage, issue: Issue) -> None:
    """A person commits to the branch of an issue."""
    branch = f"bot/issue-{issue.number}"
    text = stage.list_on(branch).replace("Zaptec Go 2", "Zaptec Go Two")
    stage.repository.commit(
        {"README.md": text}, message="Better", branch=branch, author=stage.maintainer
    )


def amend(stage: Stage, issue: Issue) -> None:
    """A person puts another change in place of the bot's, in a commit that tells all else of the bot's."""
    branch = f"bot/issue-{issue.number}"
    stage.repository.amend(
        {"README.md": stage.list_on(branch) + "Amended\n"}, branch, by=stage.maintainer
    )


@of_one
def pointed_at_another_branch(stage: Stage) -> Issue:
    issue = proposed(stage)
    stage.repository.create_branch("next")
    pull_request(stage).retarget("next")
    return issue
