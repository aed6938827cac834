"""The form to read an issue by: its labels, held against the headings of its body."""

from bot.forms.body import Answers, form_of, label_fields, outline, read_answers
from bot.forms.form import Form, Forms
from bot.forms.issue import Issue
from bot.rules import value_rules
from bot.rules.rule import Fact, Problem


def kinds_of(issue: Issue, forms: Forms) -> list[Form]:
    """The forms whose label an issue has; GitHub's labels know no case."""
    names = {label.casefold() for label in issue.labels}
    return [form for form in forms if form.issue_label.casefold() in names]


def answers_in(issue: Issue, forms: Forms) -> Answers | Problem | None:
    """The answers in an issue; a problem where labels and body disagree, None without a form."""
    made_with = form_of(forms, issue.body)
    wanted = kinds_of(issue, forms)
    if wanted and (made_with is None or not _asks_all(made_with, issue.body)):
        form = wanted[0]
        if form != made_with and _is_recognised(form, forms, issue.body):
            return read_answers(form, issue.body)
        if made_with and form.fields != made_with.fields:
            return _labels_changed(form, issue.body)
    if made_with is None:
        return None
    chosen = _choose(made_with, wanted)
    return chosen if isinstance(chosen, Problem) else read_answers(chosen, issue.body)


def _asks_all(form: Form, body: str) -> bool:
    """Whether all required questions of a form are in a body, to the letter."""
    texts = {heading.text for heading in outline(body).headings}
    return all(field.label in texts for field in form.fields if field.required)


def _is_recognised(form: Form, forms: Forms, body: str) -> bool:
    """Whether a body asks the required questions of one form in nearly their words."""
    found = label_fields(form, body)
    own = {field.label for field in form.fields}
    foreign = {field.label for other in forms for field in other.fields} - own - set(found)
    texts = {heading.text for heading in outline(body).headings}
    is_whole = all(field in found.values() for field in form.fields if field.required)
    return is_whole and not foreign & texts


def _labels_changed(form: Form, body: str) -> Problem:
    """The headings of a body are partly those of one form, partly those of another."""
    texts = {heading.text for heading in outline(body).headings}
    missing = [f"### {f.label}" for f in form.fields if f.required and f.label not in texts]
    facts: dict[str, Fact] = {"name": form.name, "labels": tuple(missing)}
    return Problem(value_rules.LABELS_CHANGED, None, facts)


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
