"""Whether everything is fit for the bot: a pure look at a repository's files and settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.check.inspect import inspect
from bot.decision.decision import IssueLabel
from bot.document.charger import Communication, OcppVersion
from bot.forms.form import Form, Forms, Kind
from bot.forms.submission import Correction, NewCharger
from bot.forms.values import CorrectionKind
from bot.render import findings, setting_findings
from bot.render.findings import Finding
from bot.rules.rule import Level

WORKFLOWS = ("contribute.yml", "sweep.yml")
PERMISSIONS = ("contents", "issues", "pull-requests")


@dataclass(frozen=True)
class Settings:
    """What only GitHub knows; `may_open` is None when the token may not read it.

    `allowed_actions` and `fork_approval` are GitHub's words; `rules` are the types of the rules for
    the bot's branches. `merges_unseen` when a push after an approval could be merged by itself.
    """

    labels: frozenset[str]
    may_open: bool | None
    is_archived: bool
    has_issues: bool
    has_pull_requests: bool = True
    is_for_collaborators: bool = False
    allowed_actions: str = "all"
    fork_approval: str = ""
    rules: frozenset[str] = frozenset()
    merges_unseen: bool = False


def needed_labels(forms: Forms) -> list[str]:
    """The labels that the forms and the bot set."""
    return list(dict.fromkeys([*(form.issue_label for form in forms), *IssueLabel]))


def diagnose_list(text: str) -> Iterator[Finding]:
    """Whether README.md is a list in order and not too large; notes do not concern the bot."""
    return (findings.in_list(found) for found in inspect(text) if found.level is not Level.NOTE)


def diagnose_forms(forms: Forms) -> Iterator[Finding]:
    """Whether the forms ask what the code reads."""
    for form in forms:
        model = Correction if form.kind is Kind.INVALID else NewCharger
        yield from _differences(form, list(model.model_fields))


def _differences(form: Form, ids: list[str]) -> Iterator[Finding]:
    name = f"{form.kind}.yml"
    if [field.id for field in form.fields] != ids:
        yield findings.form_differs(name, f"does not ask for {', '.join(ids)}, in this order")
        return
    if form.issue_label != form.kind:
        yield findings.form_differs(
            name, f"sets the label {form.issue_label} instead of {form.kind}"
        )
    words = {
        "ocpp_versions": OcppVersion,
        "communication": Communication,
        "correction": CorrectionKind,
    }
    for field in form.fields:
        if field.id in words and field.options != tuple(words[field.id]):
            yield findings.form_differs(
                name, f"offers other {field.label} than {', '.join(words[field.id])}"
            )


def diagnose_workflows(permissions: Mapping[str, Mapping[str, str] | None]) -> Iterator[Finding]:
    """Whether the workflows are there, and may write.

    `permissions` are those of each workflow's job, None where it is missing.
    """
    for name in WORKFLOWS:
        given = permissions.get(name)
        if given is None:
            yield findings.no_workflow(f".github/workflows/{name}")
            continue
        yield from (
            findings.workflow_lacks(f".github/workflows/{name}", f"{permission}: write")
            for permission in PERMISSIONS
            if given.get(permission) != "write"
        )


def diagnose_settings(settings: Settings, forms: Forms) -> Iterator[Finding]:
    """Whether the repository on GitHub lets the bot work."""
    if settings.is_archived:
        yield findings.archived()
    if not settings.has_issues:
        yield findings.no_issues()
    there = {label.casefold() for label in settings.labels}
    yield from (
        findings.no_label(label) for label in needed_labels(forms) if label.casefold() not in there
    )
    if settings.may_open is None:
        yield findings.unknown_setting()
    elif not settings.may_open:
        yield findings.may_not_open()
    yield from _diagnose_pull_requests(settings)
    yield from _diagnose_actions(settings)


def _diagnose_pull_requests(settings: Settings) -> Iterator[Finding]:
    if not settings.has_pull_requests:
        yield setting_findings.no_pull_requests()
    if settings.is_for_collaborators:
        yield setting_findings.collaborators_only()
    for rule in sorted(settings.rules & setting_findings.RULES):
        yield setting_findings.rule_forbids(rule)
    if settings.merges_unseen:
        yield setting_findings.merges_unseen()


def _diagnose_actions(settings: Settings) -> Iterator[Finding]:
    if settings.allowed_actions != "all":
        yield setting_findings.selected_actions(settings.allowed_actions)
    if settings.fork_approval == "first_time_contributors_new_to_github":
        yield setting_findings.weak_fork_approval()
