"""What a run leaves in the log and in the summary of its job."""

from bot.decision.desired import Desired
from bot.messages.problems import problem_line
from bot.messages.quoting import code


def log_line(number: int, desired: Desired) -> str:
    """One line of fixed words and numbers: the runner obeys commands that it finds in a log."""
    label = f", label {desired.label}" if desired.label else ""
    return f"issue {number}: {desired.outcome}{label}, {len(desired.problems)} problems"


def summary(number: int, desired: Desired) -> str:
    """What was decided, in Markdown."""
    lines = [f"### Issue #{number}: {desired.outcome.replace('_', ' ')}", ""]
    if desired.proposed:
        lines += [f"{code(desired.proposed.title)}, label {code(desired.proposed.label)}", ""]
    lines += [problem_line(problem) for problem in desired.problems]
    return "\n".join(lines) + "\n"
