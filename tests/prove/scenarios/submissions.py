"""What an author has written, and written again."""

from ...octofake.issues import Issue
from ...octofake.pulls import PullRequest
from ...stage import Stage, correction, new_charger
from .scenario import of_one


def pull_request(stage: Stage) -> PullRequest:
    """The latest one."""
    return stage.repository.pull_requests()[-1]


@of_one
def new(stage: Stage) -> Issue:
    return stage.submit(new_charger())


@of_one
def new_brand(stage: Stage) -> Issue:
    return stage.submit(new_charger(brand="Easee", models="Home\nCharge"), "new-brand")


@of_one
def correct(stage: Stage) -> Issue:
    return stage.submit(correction(communication="Cloud, Direct"), "invalid")


def proposed(stage: Stage) -> Issue:
    issue = new(stage)
    stage.run(issue)
    return issue


@of_one
def edited(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    return issue


@of_one
def edited_to_another_kind(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.edit(body=new_charger(brand="Easee", models="Home"))
    return issue


@of_one
def no_longer_valid(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    return issue


@of_one
def valid_at_last(stage: Stage) -> Issue:
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.edit(body=new_charger())
    return issue


@of_one
def valid_again(stage: Stage) -> Issue:
    issue = no_longer_valid(stage)
    stage.run(issue)
    issue.edit(body=new_charger())
    return issue


@of_one
def free_text(stage: Stage) -> Issue:
    return stage.submit("Please add the Zaptec Go 2!")


@of_one
def duplicate(stage: Stage) -> Issue:
    return stage.submit(new_charger(models="zaptec PRO"))


@of_one
def comment_doubled(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.comment(stage.reply(issue).body, by=stage.hub.viewer)
    return issue
