"""`doctor`: whether everything is fit for the bot, and what is to be done where it is not."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.cli.environment import read_environment
from bot.cli.formats import pluralize
from bot.cli.run import connect
from bot.cli.terminal import escape_control
from bot.doctor.diagnosis import (
    WORKFLOWS,
    diagnose_forms,
    diagnose_list,
    diagnose_settings,
    diagnose_workflows,
    needed_labels,
)
from bot.errors import FormError, MaintainerError
from bot.forms.form import Forms, load_forms
from bot.github.settings import read_settings
from bot.local.readme import README, read_readme
from bot.render import findings
from bot.render.findings import Finding
from bot.rules.rule import Level

_COLOURS = {
    "new-brand": ("0e8a16", "Chargers of a brand that is not in the list yet"),
    "new-charger": ("1d76db", "Chargers to add to the list"),
    "invalid": ("e4e669", "An entry of the list to correct"),
    "needs-info": ("d93f0b", "The bot waits for an answer of the author"),
    "duplicate": ("cfd3d7", "The list says this already"),
}


def doctor(*, offline: bool, fix: bool) -> int:
    """Print what is not as the bot needs it. Returns 1 when there is an error; raises
    MaintainerError.
    """
    found = list(_look_at_files())
    try:
        forms = load_forms(Path(".github/ISSUE_TEMPLATE"))
        found += diagnose_forms(forms)
        if not offline:
            found += _look_at_github(forms, fix=fix)
    except FormError as fault:
        found.append(findings.broken_form(str(fault)))
    for finding in found:
        print("\n".join(map(escape_control, str(finding).split("\n"))), end="\n\n")
    errors = sum(finding.level is Level.ERROR for finding in found)
    counts = f"{pluralize(errors, Level.ERROR)}, {pluralize(len(found) - errors, Level.WARNING)}"
    print(counts + (" (GitHub was not asked)" if offline else ""))
    return 1 if errors else 0


def _look_at_files() -> Iterator[Finding]:
    try:
        yield from diagnose_list(read_readme(README))
    except MaintainerError as fault:
        yield findings.broken_list(str(fault))
    workflows = Path(".github/workflows")
    yield from diagnose_workflows({name: _permissions(workflows / name) for name in WORKFLOWS})


def _permissions(path: Path) -> Mapping[str, str] | None:
    """What the only job of a workflow may do; None where there is no such workflow."""
    try:
        workflow: Any = yaml.safe_load(path.read_bytes())
        (job,) = workflow["jobs"].values()
        return dict(job.get("permissions") or {})
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError):
        return None


def _look_at_github(forms: Forms, *, fix: bool) -> Iterator[Finding]:
    remote = connect(read_environment(), forms)
    settings = read_settings(remote.client)
    if fix:
        there = {label.casefold() for label in settings.labels}
        for label in needed_labels(forms):
            if label.casefold() not in there:
                colour, description = _COLOURS.get(label, ("ededed", ""))
                remote.make_label(label, colour, description)
                print(f"made the label {label}")
        settings = read_settings(remote.client)
    yield from diagnose_settings(settings, forms)
