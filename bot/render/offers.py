"""The form which a refused submission may belong into, filled in."""

from bot.decision.proposal import Refusal
from bot.forms.corrections import CorrectionKind, correction_kind
from bot.forms.form import Forms, Kind
from bot.forms.repository_links import Links
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
