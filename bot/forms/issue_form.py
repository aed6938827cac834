"""The form to read an issue by: its labels, held against the headings of its body."""

from bot.forms.body import Answers, form_of, label_fields, outline, read_answers, renamed_labels
from bot.forms.form import Form, Forms
from bot.forms.issue import Issue, folded
from bot.rules import form_rules
from bot.rules.rule import Problem


def labelled_forms(issue: Issue, forms: Forms) -> list[Form]:
    """The forms whose label an issue has."""
    labels = folded(issue.labels)
    return [form for form in forms if form.issue_label.casefold() in labels]


def answers_in(issue: Issue, forms: Forms) -> Answers | Problem | None:
    """The answers in an issue; a problem where labels and body disagree, None without a form."""
    made_with = form_of(forms, issue.body)
    wanted = labelled_forms(issue, forms)
    if wanted and (made_with is None or _missing_labels(made_with, issue.body)):
        form = wanted[0]
        if form != made_with and _is_recognised(form, forms, issue.body):
            return read_answers(form, issue.body)
        if made_with and form.questions != made_with.questions:
            missing = tuple(f"### {label}" for label in _missing_labels(form, issue.body))
            return form_rules.LABELS_CHANGED.problem(name=form.name, labels=missing)
    if made_with is None:
        return None
    chosen = _choose(made_with, wanted, issue.body)
    return chosen if isinstance(chosen, Problem) else read_answers(chosen, issue.body)


def _missing_labels(form: Form, body: str) -> list[str]:
    """The labels of required questions which are not in a body, to the letter."""
    texts = outline(body).texts
    return [field.label for field in form.fields if field.required and field.label not in texts]


def _is_recognised(form: Form, forms: Forms, body: str) -> bool:
    """Whether a body asks the required questions of one form in nearly their words."""
    found = label_fields(form, body)
    own = {field.label for field in form.fields}
    for other in forms:
        for field in other.fields:
            is_foreign = field.label not in own and field.label not in found
            if is_foreign and field.label in outline(body).texts:
                return False
    return all(field in found.values() for field in form.fields if field.required)


def _choose(made_with: Form, wanted: list[Form], body: str) -> Form | Problem:
    """A label's form, as long as the body was made with that form or one that asks the same."""
    alike = [form for form in wanted if form.questions == made_with.questions]
    labels = tuple(form.issue_label for form in wanted)
    if not alike:
        for form in wanted:
            if renamed_labels(form, body):
                return form
        return form_rules.WRONG_FORM.problem(labels=labels, name=made_with.name)
    if len(alike) < len(wanted):
        return form_rules.SEVERAL_KINDS.problem(labels=labels)
    return alike[0]
