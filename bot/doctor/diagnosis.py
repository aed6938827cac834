"""Whether everything is fit for the bot: a pure look at a repository's files and settings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.check.fix import fix
from bot.check.inspect import inspect
from bot.doctor import findings
from bot.doctor.branch_rules import BranchRule, diagnose_rules
from bot.doctor.findings import SetupFinding
from bot.doctor.labels import missing_labels
from bot.document.document import Document
from bot.document.parse import parse
from bot.forms.corrections import correction_kind
from bot.forms.form import Forms, Kind
from bot.render.quoting import code, listed
from bot.rules import list_rules
from bot.rules.finding import by_rule
from bot.rules.rule import Level, Rule

_MOST_NAMES = 5


@dataclass(frozen=True)
class Settings:
    """What only GitHub knows; `may_open` is None when the token may not read it.

    `allowed_actions` and `fork_approval` are GitHub's words; `rules` are those for the bot's
    branches. `merges_unseen` when a push after an approval could be merged by itself.
    """

    labels: frozenset[str]
    may_open: bool | None
    is_archived: bool
    has_issues: bool
    has_pull_requests: bool = True
    is_for_collaborators: bool = False
    allowed_actions: str = "all"
    fork_approval: str = ""
    rules: tuple[BranchRule, ...] = ()
    merges_unseen: bool = False


def diagnose_list(document: Document) -> Iterator[SetupFinding]:
    """Whether README.md is a list in order and not too large.

    An error is what keeps the bot from editing, which other mistakes do not; notes do not concern
    it. Of each kind of mistake the first one is named.
    """
    blocking = list(document.errors)
    for section in (*document.sections, *document.unreadable):
        blocking += section.errors
    blocked = {(finding.place.line, finding.problem.rule) for finding in blocking}
    keeping, others = [], []
    in_list = inspect(document)
    for finding in in_list:
        rule = finding.problem.rule
        is_twice = rule in {list_rules.SECTION_TWICE, list_rules.SECTION_MISNAMED}
        if is_twice or (finding.place.line, rule) in blocked:
            keeping.append(finding)
        elif finding.level is not Level.NOTE:
            others.append(finding)
    for finding, count in by_rule(keeping):
        yield findings.keeps_from_editing(finding, count)
    fixable: Counter[Rule] = Counter()
    if others and not document.errors:
        fixed = parse(fix(document).text, document.shape)
        fixable.update(finding.problem.rule for finding in in_list)
        fixable -= Counter(finding.problem.rule for finding in inspect(fixed))
    for finding, count in by_rule(others):
        yield findings.in_list(finding, count, fixable[finding.problem.rule])


def diagnose_forms(forms: Forms) -> Iterator[SetupFinding]:
    """Whether the forms suit each other and the list."""
    labels: dict[str, str] = {}
    for form in forms:
        other = labels.setdefault(form.issue_label.casefold(), form.file)
        if other != form.file:
            label = form.issue_label
            yield findings.SAME_LABEL.of(file=form.file, label=label, other=other)
        for field in form.fields:
            column = forms.shape.column_of_field(field.id)
            if column and column.options != field.options:
                what = f"offers other {field.label} than {', '.join(column.options)}"
                yield findings.FORM_DIFFERS.of(file=form.file, what=what)
            if form.kind is Kind.CORRECT and field.id == forms.shape.correct.change:
                for option in field.options:
                    if correction_kind(field, option) is None:
                        what = (
                            f"offers {option}, which begins with none of change, rename and remove"
                        )
                        yield findings.FORM_DIFFERS.of(file=form.file, what=what)


def diagnose_sections(document: Document, forms: Forms) -> Iterator[SetupFinding]:
    """Whether the forms offer the sections of the list, where people choose one.

    A renamed heading or column makes a section another one, or none.
    """
    identity = document.shape.section_identity
    sections = {}
    for section in (*document.sections, *document.unreadable):
        sections[identity(section.name)] = section.name
    for form in forms:
        field = form.find(document.shape.section_field)
        if field is None or not field.options or not sections:
            continue
        offered = {identity(option): option for option in field.options}
        gone = [option for key, option in offered.items() if key not in sections]
        if gone:
            yield findings.SECTION_GONE.of(file=form.file, names=_named(gone))
        missing = [name for key, name in sections.items() if key not in offered]
        if missing:
            yield findings.SECTION_NOT_OFFERED.of(file=form.file, names=_named(missing))


def _named(sections: Sequence[str]) -> str:
    return listed(list(map(code, sections)), _MOST_NAMES)


def diagnose_settings(settings: Settings, forms: Forms) -> Iterator[SetupFinding]:
    """Whether the repository on GitHub lets the bot work."""
    actions, approval = settings.allowed_actions, settings.fork_approval
    wrong = {
        findings.ARCHIVED: settings.is_archived,
        findings.NO_ISSUES: not settings.has_issues,
        findings.UNKNOWN_SETTING: settings.may_open is None,
        findings.MAY_NOT_OPEN: settings.may_open is False,
        findings.NO_PULL_REQUESTS: not settings.has_pull_requests,
        findings.COLLABORATORS_ONLY: settings.is_for_collaborators,
        findings.MERGES_UNSEEN: settings.merges_unseen,
        findings.OWN_ACTIONS: actions == "local_only",
        findings.SELECTED_ACTIONS: actions not in {"all", "local_only"},
        findings.WEAK_FORK_APPROVAL: approval == "first_time_contributors_new_to_github",
    }
    for finding, is_so in wrong.items():
        if is_so:
            yield finding
    for label in missing_labels(forms, settings.labels):
        yield findings.NO_LABEL.of(label=label.name)
    yield from diagnose_rules(settings.rules)
