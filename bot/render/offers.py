"""The forms to use instead, filled in as far as known."""

from bot.decision.free_text import FreeText
from bot.decision.proposal import Refusal
from bot.forms.corrections import CorrectionKind, correction_kind
from bot.forms.form import Forms, Kind
from bot.forms.issue import Issue
from bot.forms.issue_form import labelled_forms
from bot.render.quoting import code, listed
from bot.render.repository_links import Links, carried_answers
from bot.rules import entry_rules

_FILLED_IN = "which is filled in as far as a link can carry your answers."


def offered_form(refusal: Refusal, forms: Forms, links: Links) -> str:
    """The sentence with a link to another form, empty where none may be meant."""
    answers = refusal.answers
    if answers is None:
        return ""
    rules = {problem.rule for problem in refusal.problems}
    form = forms.of_kind(Kind.ADD_SECTION)
    if entry_rules.SECTION_CLOSE in rules and form:
        noun = forms.shape.section_noun
        link = links.form(form, answers.texts)
        return f"Is it really another {noun}? [Use the form for a new {noun}]({link}), {_FILLED_IN}"
    shape, change = forms.shape, forms.shape.correct.change
    kind = correction_kind(answers.form.find(change), answers.texts.get(change, ""))
    is_missing = not rules.isdisjoint({entry_rules.ENTRY_UNKNOWN, entry_rules.SECTION_UNKNOWN})
    if not is_missing or kind is CorrectionKind.REMOVE:
        return ""
    name = {shape.name_column.field: answers.texts.get(shape.correct.row, "")}
    link = links.form(forms.add, {**answers.texts, **name})
    entry = shape.entry.one
    return f"Is it missing in the list? [Use the form for a new {entry}]({link}), {_FILLED_IN}"


def offered_forms(text: FreeText, issue: Issue, links: Links, forms: Forms) -> list[str]:
    """Paragraphs which offer the form for what a text says, filled in, and then the others.

    Where nothing is clear from the text, the first form is that of a label of the issue.
    """
    fitting = [*labelled_forms(issue, forms), forms.add][0]
    if text.kind:
        fitting = forms.of_kind(text.kind) or fitting
    carried = carried_answers(fitting, text.answers)
    filled_in = []
    for field in fitting.fields:
        if field.id in carried:
            answers = [code(line) for line in carried[field.id].split("\n") if line.strip()]
            filled_in.append(f"- {field.label}: {listed(answers)}")
    offers = {form: f"[{form.name}]({links.form(form, text.answers)})" for form in forms}
    parts = [f"Please use this form: **{offers.pop(fitting)}**."]
    if filled_in:
        parts[0] += " It is filled in with what your text says; check it, and answer the rest:"
        parts.append("\n".join(filled_in))
    if offers:
        parts.append(f"For something else: {' or '.join(offers.values())}.")
    return parts
