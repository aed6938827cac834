"""`doctor`: whether everything suits the bot, and how to fix the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.cli.doctor_files import look_at_files
from bot.cli.terminal import escape_control, pluralize
from bot.doctor.diagnosis import diagnose_settings
from bot.doctor.findings import SetupFinding
from bot.doctor.labels import missing_labels
from bot.errors import MaintainerError, UsageError
from bot.forms.form import Forms
from bot.local.origin import origin_name
from bot.rules.rule import Level


def doctor(*, offline: bool, fix: bool) -> int:
    """Print what does not suit the bot; `offline` looks only at files, `fix` creates labels.

    Returns 1 when there is an error. Raises MaintainerError and UsageError.
    """
    if offline and fix:
        raise UsageError("--fix creates labels on GitHub, and --offline does not ask it")
    findings, forms = look_at_files()
    _print(findings)
    if forms and not offline:
        on_github = list(_look_at_github(forms, fix=fix))
        _print(on_github)
        findings += on_github
    levels = Counter(finding.level for finding in findings)
    counts = [pluralize(levels[level], level) for level in (Level.ERROR, Level.WARNING)]
    print(", ".join(counts) + (" (GitHub was not asked)" if offline else ""))
    return 1 if levels[Level.ERROR] else 0


def _print(findings: Iterable[SetupFinding]) -> None:
    """Print findings, the errors first."""
    for finding in sorted(findings, key=lambda finding: finding.level is not Level.ERROR):
        print("\n".join(map(escape_control, str(finding).split("\n"))), end="\n\n")


def _look_at_github(forms: Forms, *, fix: bool) -> Iterator[SetupFinding]:
    from bot.cli.environment import read_environment

    try:
        environment = read_environment()
    except MaintainerError as error:
        name = origin_name(Path()) or "OWNER/NAME"
        raise MaintainerError(
            f"{error} To look at files only: `python -m bot doctor --offline`. To look at GitHub "
            f"too: `GITHUB_REPOSITORY={name} GITHUB_TOKEN=$(gh auth token) python -m bot doctor`."
        ) from None
    from bot.cli.connection import connect  # loads PyGithub, 0.3 s
    from bot.github.settings import read_settings

    client = connect(environment)
    settings = read_settings(client)
    if fix:
        for label in missing_labels(forms, settings.labels):
            client.make_label(label.name, label.colour, label.description)
            print(f"made the label {label.name}")
        settings = read_settings(client)
    yield from diagnose_settings(settings, forms)
