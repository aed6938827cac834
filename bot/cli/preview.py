"""`preview`: the outcome of issues in files, without GitHub."""

from typing import Any

from bot.cli.issues import Options, Printer, details_of, read_all, status_of
from bot.cli.progress import with_progress
from bot.cli.report import Report
from bot.decision.decide import decide
from bot.decision.situation import Situation
from bot.local.forms import load_forms
from bot.local.readme import read_readme
from bot.render.desired import render


def preview(**arguments: Any) -> int:
    """Print the outcome of issues; the arguments are the fields of `Options`.

    Returns the exit status. Raises UsageError and MaintainerError.
    """
    options = Options(**arguments)
    readme = read_readme(options.readme)
    forms = load_forms(options.forms_folder)
    printer = Printer(options, forms)
    for name, issue in with_progress(read_all(options, forms)):
        situation = Situation(issue, readme)
        decision = decide(situation, forms)
        desired = render(decision, situation, forms)
        status, details = status_of(issue, decision, desired), details_of(issue, desired, forms)
        printer.print(Report(name, status, details, issue, readme, decision, desired))
        if options.cumulative and desired.proposed:
            readme = desired.proposed.readme
    return printer.end()
