"""`preview`: the outcome of issues in files, without GitHub."""

from typing import Any

from bot.cli.issues import Options, Printer, decide_on, read_all
from bot.cli.progress import with_progress
from bot.local.forms import load_forms
from bot.local.readme import read_readme


def preview(**arguments: Any) -> int:
    """Print the outcome of issues; the arguments are the fields of `Options`.

    Returns the exit status. Raises UsageError and MaintainerError.
    """
    options = Options(**arguments)
    readme = read_readme(options.readme)
    forms = load_forms(options.forms_folder)
    printer = Printer(options, forms)
    for name, issue in with_progress(read_all(options, forms)):
        report = decide_on(name, issue, readme, forms)
        printer.print(report)
        if options.cumulative and report.desired.proposed:
            readme = report.desired.proposed.readme
    return printer.end()
