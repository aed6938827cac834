"""What is around an issue: the list, the forms, the settings and other issues."""

from bot.forms.form import Forms

from ...charger_list import FORMS, LIST
from ...octofake.issues import Issue
from ...stage import Stage, new_charger
from .decisions import declined, issue_reopened
from .scenario import of_many, of_one
from .submissions import correct, edited, new, proposed, pull_request

ROW = "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | Source needed! |\n"
LISTED = LIST.replace("| Zaptec Pro |", ROW + "| Zaptec Pro |")
MOVED = LIST.replace("Zaptec Pro |", "Zaptec Pro X |")


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
def invalid_since_the_list_moved(stage: Stage) -> Issue:
    issue = correct(stage)
    stage.run(issue)
    stage.repository.commit({"README.md": MOVED}, message="Rename by hand")
    return issue


@of_one
def invalid_since_the_form_changed(stage: Stage) -> Issue:
    """The form did not ask for versions yet when the bot accepted the answers."""
    optional = [field._replace(required=False) for field in FORMS.add.fields]
    form = FORMS.add._replace(fields=tuple(optional))
    forms = [form if one is FORMS.add else one for one in FORMS]
    stage.forms = Forms(FORMS.shape, tuple(forms))
    issue = stage.submit(new_charger(ocpp_versions=""))
    stage.run(issue)
    stage.forms = FORMS
    return issue


@of_one
def issue_reopened_after_the_list_moved(stage: Stage) -> Issue:
    issue = issue_reopened(stage)
    stage.repository.commit({"README.md": MOVED}, message="Rename by hand")
    return issue


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
def waiting(stage: Stage) -> Issue:
    proposed(stage)
    return stage.submit(new_charger(models="Go 2"))


@of_one
def waiting_for_a_second_pull_request(stage: Stage) -> Issue:
    """A maintainer has closed that of the earlier issue, and opened another one from its branch."""
    first = declined(stage)
    text = f"Closes #{first.number}"
    stage.repository.open_pull_request(
        stage.maintainer, f"bot/issue-{first.number}", "Add it", text
    )
    return new(stage)


@of_one
def taken_up(stage: Stage) -> Issue:
    issue = waiting(stage)
    stage.run(issue)
    stage.repository.issues()[0].close(by=stage.maintainer)
    return issue


@of_one
def over_limit(stage: Stage) -> Issue:
    for n in range(2, 7):
        stage.submit(new_charger(models=f"Zaptec Go {n}"))
    return stage.submit(new_charger(models="Zaptec Go 7"))


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
