"""A stage for scenarios: a repository with the list and the forms, people, and the bot that is run on issues."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.cli.run import reconcile
from bot.cli.summary import SweepResult
from bot.cli.sweep import sweep_all
from bot.forms.form import Form, Kind
from bot.github.client import Client
from bot.github.observation import Observation
from bot.github.repository import Remote
from bot.render.desired import DesiredState
from bot.render.markers import status_in

from .charger_list import FORMS, LIST, ROOT
from .octofake.hub import OctoFake
from .octofake.issues import Comment, Issue
from .octofake.pulls import PullRequest

if TYPE_CHECKING:
    import pytest

API = "https://api.github.com"
_CHARGER = {"brand": "Zaptec", "models": "Go 2", "ocpp_versions": "1.6J", "communication": "Cloud"}
# Answers to the questions that must be answered, with which each form is accepted.
RIGHT = {
    Kind.ADD: _CHARGER,
    Kind.ADD_SECTION: _CHARGER | {"brand": "Quillon"},
    Kind.CORRECT: {
        "brand": "Zaptec",
        "model": "Zaptec Pro",
        "correction": "Change the details",
        "reason": "So",
    }
    | {"ocpp_versions": "2.0.1"},
}


def form(kind: Kind) -> Form:
    found = FORMS.of_kind(kind)
    assert found
    return found


def filled_in(kind: Kind, **answers: str) -> str:
    """The body that GitHub makes of a form."""
    sections = (
        f"### {f.label}\n\n{answers.get(f.id) or '_No response_'}" for f in form(kind).fields
    )
    return "\n\n".join(sections)


def new_charger(models: str = "Zaptec Go 2", brand: str = "Zaptec", **answers: str) -> str:
    given = {
        "ocpp_versions": "1.6J",
        "communication": "Cloud",
        "sources": "https://www.zaptec.com/go2",
    }
    return filled_in(Kind.ADD, brand=brand, models=models, **given | answers)


def correction(kind: str = "Change the details", model: str = "Zaptec Pro", **answers: str) -> str:
    given = {"brand": "Zaptec", "reason": "The maker says so."}
    return filled_in(Kind.CORRECT, model=model, correction=kind, **given | answers)


class Stage:
    """One repository and the bot; `look` is called after each request, with the stage."""

    def __init__(self, text: str = LIST, look: Callable[["Stage"], None] | None = None) -> None:
        self.hub = OctoFake()
        labels = ("new-brand", "new-charger", "invalid", "needs-info", "duplicate")
        self.repository = self.hub.repository(
            "acme/list", files={"README.md": text, "LICENSE": "MIT"}, labels=labels
        )
        self.ada = self.hub.user("ada")
        self.maintainer = self.hub.user("maintainer")
        self.token = self.hub.token or ""
        self.pauses: list[float] = []
        self.forms = FORMS

    def submit(self, body: str | None, *labels: str, title: str = "New charger: ") -> Issue:
        """Somebody fills in a form."""
        return self.repository.open_issue(
            author=self.ada, title=title, body=body, labels=list(labels or ["new-charger"])
        )

    def submit_many(self, count: int) -> None:
        """As many people each ask for a charger, of twenty brands at most."""
        for n in range(count):
            body = new_charger(brand=f"Nordlicht {n % 20}", models=f"Model {n}")
            author = self.hub.user(f"person-{n}")
            self.repository.open_issue(
                author=author, title="New charger: ", body=body, labels=["new-charger"]
            )

    def propose(self, **answers: str) -> Issue:
        """The author fills in the form, and the bot opens a pull request."""
        issue = self.submit(new_charger(**answers))
        self.run(issue)
        return issue

    def run(self, issue: Issue) -> DesiredState:
        """The bot looks at an issue."""
        self.hub.clear_requests()
        with self.hub.in_process(API):
            return self.reconcile(issue)

    def reconcile(self, issue: Issue) -> DesiredState:
        """The same, where GitHub is served already."""
        return reconcile(self.remote(), issue.number, self.forms, self.pauses.append)

    def sweep(self) -> list[SweepResult]:
        """The bot looks at all issues."""
        self.hub.clear_requests()
        with self.hub.in_process(API):
            return self.look_over()

    def look_over(self) -> list[SweepResult]:
        """The same, where GitHub is served already."""
        swept = sweep_all(self.remote(), self.forms, self.pauses.append)
        return list({one.number: one for one, _ in swept}.values())

    def observe(self, issue: Issue) -> Observation:
        """What the bot sees of an issue."""
        with self.hub.in_process(API):
            return self.remote().observe(issue.number)

    def remote(self) -> Remote:
        return Remote(self.client(), self.forms)

    def client(self, before_write: Callable[[], None] = lambda: None) -> Client:
        return Client("acme/list", self.token, API, f"{API}/graphql", before_write)

    def variables(self, url: str = API) -> dict[str, str]:
        """What a workflow tells a command of the repository, served there."""
        return {
            "GITHUB_REPOSITORY": "acme/list",
            "GITHUB_TOKEN": self.token,
            "GITHUB_API_URL": url,
            "GITHUB_GRAPHQL_URL": f"{url}/graphql",
        }

    def enter_workflow(self, monkeypatch: "pytest.MonkeyPatch") -> None:
        """Begin where a workflow calls a command: in a clone, with its variables."""
        monkeypatch.chdir(ROOT)
        for name, value in self.variables().items():
            monkeypatch.setenv(name, value)

    def pull_request(self) -> PullRequest:
        """The only pull request."""
        (pull,) = self.repository.pull_requests()
        return pull

    def list_on(self, branch: str = "main") -> str:
        return self.repository.text("README.md", ref=branch)

    def reply(self, issue: Issue) -> Comment:
        """The one comment of the bot."""
        (comment,) = [comment for comment in issue.comments if comment.author is self.hub.viewer]
        return comment

    def heard(self, issue: Issue) -> list[str]:
        """The statuses of which the author was notified, in order."""
        bodies = issue.written_by(self.hub.viewer)
        return [status for body in bodies if (status := status_in(body))]

    def at_rest(self, issue: Issue) -> str:
        """The status of the one comment, after a run and one more that must write nothing."""
        self.run(issue)
        self.run(issue)
        assert not self.hub.writes
        return status_in(self.reply(issue).body) or ""
