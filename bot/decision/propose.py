"""From the answers in an issue and the list of today to a proposal."""

from bot.decision.additions import addition_problems, propose_addition
from bot.decision.claims import Claims
from bot.decision.corrections import propose_correction
from bot.decision.named_rows import entry_problems
from bot.decision.names import known_names
from bot.decision.proposal import Assessment, Refusal
from bot.document.document import Document
from bot.forms.body import Answers
from bot.forms.form import Forms, Kind
from bot.forms.submission import Correction, NewEntries, read_submission


def propose(answers: Answers, forms: Forms, document: Document, claims: Claims) -> Assessment:
    """Validate answers and hold them against the list, with all problems in the form's order.

    Raises ReadmeError when the section cannot be edited.
    """
    reading = read_submission(answers, forms, known_names(document))
    submission = reading.submission
    if isinstance(submission, Correction):
        return propose_correction(answers, submission, document, claims)
    if submission is not None:
        return propose_addition(answers, submission, document, claims)
    form, problems = answers.form, list(reading.problems)
    # The names which could be read are looked up although other answers could not.
    if reading.section is not None or not document.shape.has_sections:
        section = reading.section or ""
        if form.kind is Kind.CORRECT:
            problems += entry_problems(form, section, reading.name, document)
        else:
            is_sure = form.kind is Kind.ADD_SECTION
            entries = NewEntries(section, reading.names, {}, is_sure=is_sure)
            problems += addition_problems(form, entries, document)
    labels: list[str | None] = [field.label for field in form.fields]
    problems.sort(key=lambda problem: labels.index(problem.field))
    return Refusal(tuple(problems), answers)
