"""The states of an issue for the bot: each scenario prepares a stage and names the issue."""

from collections.abc import Callable
from dataclasses import dataclass

from ..charger_list import LIST
from ..octofake.issues import Issue
from ..octofake.pulls import PullRequest
from ..stage import Stage, correction, new_charger

ROW = "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | Source needed! |\n"
LISTED = LIST.replace("| Zaptec Pro |", ROW + "| Zaptec Pro |")
MOVED = LIST.replace("Zaptec Pro |", "Zaptec Pro X |")


@dataclass(frozen=True)
class Scenario:
    """A state; the bot is run on the issue, or sweeps if the scenario is of many issues."""

    prepare: Callable[[Stage], Issue]
    is_swept: bool = False

    @property
    def name(self) -> str:
        return self.prepare.__name__


SCENARIOS: dict[str, Scenario] = {}


def of_one(prepare: Callable[[Stage], Issue]) -> Callable[[Stage], Issue]:
    SCENARIOS[prepare.__name__] = Scenario(prepare)
    return prepare


def of_many(prepare: Callable[[Stage], Issue]) -> Callable[[Stage], Issue]:
    SCENARIOS[prepare.__name__] = Scenario(prepare, is_swept=True)
    return prepare


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


def declined(stage: Stage) -> Issue:
    issue = proposed(stage)
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
def listed_meanwhile(stage: Stage) -> Issue:
    issue = proposed(stage)
    stage.repository.commit({"README.md": LISTED}, message="Add it by hand")
    return issue


@of_one
def list_moved(stage: Stage) -> Issue:
    issue = proposed(stage)
    stage.repository.commit({"README.md": MOVED}, message="Rename by hand")
    return issue


@of_one
def branch_without_pull_request(stage: Stage) -> Issue:
    issue = new(stage)
    stage.repository.actions_may_open_pull_requests = False
    stage.run(issue)
    stage.repository.actions_may_open_pull_requests = True
    return issue


@of_one
def pull_requests_forbidden(stage: Stage) -> Issue:
    stage.repository.actions_may_open_pull_requests = False
    return new(stage)


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
def issue_reopened_after_the_list_moved(stage: Stage) -> Issue:
    issue = issue_reopened(stage)
    stage.repository.commit({"README.md": MOVED}, message="Rename by hand")
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


@of_one
def queued(stage: Stage) -> Issue:
    proposed(stage)
    return stage.submit(new_charger(models="Go 2"))


@of_one
def queued_behind_a_second_pull_request(stage: Stage) -> Issue:
    """A maintainer has closed that of the earlier issue, and opened another one from its branch."""
    first = declined(stage)
    text = f"Closes #{first.number}"
    stage.repository.open_pull_request(
        stage.maintainer, f"bot/issue-{first.number}", "Add it", text
    )
    return new(stage)


@of_one
def taken_up(stage: Stage) -> Issue:
    issue = queued(stage)
    stage.run(issue)
    stage.repository.issues()[0].close(by=stage.maintainer)
    return issue


@of_one
def over_the_cap(stage: Stage) -> Issue:
    for n in range(2, 7):
        stage.submit(new_charger(models=f"Zaptec Go {n}"))
    return stage.submit(new_charger(models="Zaptec Go 7"))


@of_one
def list_broken(stage: Stage) -> Issue:
    issue = proposed(stage)
    stage.repository.commit({"README.md": "# Nothing here\n"}, message="Break it")
    return issue


@of_one
def list_fixed(stage: Stage) -> Issue:
    issue = list_broken(stage)
    stage.run(issue)
    stage.repository.commit({"README.md": MOVED}, message="Fix it")
    return issue


@of_one
def comment_doubled(stage: Stage) -> Issue:
    issue = proposed(stage)
    issue.comment(stage.reply(issue).body, by=stage.hub.viewer)
    return issue


@of_many
def locked(stage: Stage) -> Issue:
    """A new one is locked, and holds nobody up who asks for the same."""
    new(stage).lock()
    return new(stage)


@of_many
def three_new_ones(stage: Stage) -> Issue:
    stage.submit(new_charger())
    stage.submit(new_charger(brand="Easee", models="Home"))
    return stage.submit(new_charger(ocpp_versions="1.6"))


@of_many
def label_lost(stage: Stage) -> Issue:
    issue = new(stage)
    issue.labels.clear()
    issue.timeline.clear()
    return issue


@of_many
def all_events_lost(stage: Stage) -> Issue:
    edited(stage)
    closed = stage.submit(new_charger(models="Zaptec Go 4"))
    stage.run(closed)
    closed.close(by=stage.ada)
    accepted = stage.submit(new_charger(models="Zaptec Go 5"))
    stage.run(accepted)
    pull_request(stage).merge(by=stage.maintainer)
    return stage.submit(new_charger(models="Go 3"))
