"""Which form an issue is to be read by: what its labels say, held against what its body was made
with.
"""

from bot.forms.body import Answers, form_of, read_answers
from bot.forms.form import Form, Forms
from bot.forms.issue import Issue
from bot.rules import value_rules
from bot.rules.rule import Problem


def kinds_of(issue: Issue, forms: Forms) -> list[Form]:
    """The forms whose label an issue has; GitHub's labels know no case."""
    names = {label.casefold() for label in issue.labels}
    return [form for form in forms if form.issue_label.casefold() in names]


def answers_in(issue: Issue, forms: Forms) -> Answers | Problem | None:
    """The answers in an issue; a problem where labels and body contradict each other, None
    without a form.
    """
    made_with = form_of(forms, issue.body)
    if made_with is None:
        return None
    chosen = _choose(made_with, kinds_of(issue, forms))
    return chosen if isinstance(chosen, Problem) else read_answers(chosen, issue.body)


def _choose(made_with: Form, wanted: list[Form]) -> Form | Problem:
    """A label's form, as long as the body was made with that form or one that asks the same."""
    alike = [form for form in wanted if form.fields == made_with.fields]
    if not alike:
        labels = tuple(form.issue_label for form in wanted)
        return Problem(value_rules.WRONG_FORM, None, {"labels": labels, "name": made_with.name})
    if len(alike) < len(wanted):
        return Problem(
            value_rules.SEVERAL_KINDS, None, {"labels": tuple(form.issue_label for form in wanted)}
        )
    return alike[0]
