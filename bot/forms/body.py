"""The body of an issue as answers to a form, read by one linear scan.

What GitHub makes of a form is `### Label`, a blank line, the answer, a blank line; answers are
neither escaped nor trimmed.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from bot.forms.form import Field, Form, Forms
from bot.rules import value_rules
from bot.rules.rule import Problem

_MARK = re.compile(
    r"^(?:(?P<heading>### .*)|[ ]{0,3}(?P<fence>`{3,}|~{3,})(?P<info>.*))$", re.MULTILINE
)
_CHECKED = re.compile(r"^[ \t]*[-*] \[[xX]\][ \t]*")
_UNCHECKED = re.compile(r"[ \t]*[-*] \[ \]")
_NO_RESPONSE = "_No response_"


class Heading(NamedTuple):
    """A third-level heading outside fences: its text, and where its line starts and ends."""

    text: str
    start: int
    end: int


class Outline(NamedTuple):
    """A body with LF line ends, its headings in order, and the fence that is still open at its end."""

    body: str
    headings: tuple[Heading, ...]
    open_fence: str


@dataclass(frozen=True)
class Answers:
    """The answers by the id of their field, what is wrong with the body itself, and what stood
    before the first.
    """

    form: Form
    texts: dict[str, str]
    problems: tuple[Problem, ...] = ()
    preface: str = ""


@lru_cache(maxsize=2)
def outline(body: str) -> Outline:
    """Find the headings that may be labels of a form: at the start of a line and outside fenced
    code.

    https://github.github.com/gfm/#fenced-code-blocks
    """
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    headings, fence = [], ""
    for mark in _MARK.finditer(body):
        if mark["heading"]:
            if not fence:
                headings.append(Heading(mark["heading"][4:].strip(), *mark.span()))
        elif not fence:
            fence = "" if "`" in mark["fence"] and "`" in mark["info"] else mark["fence"]
        elif mark["fence"].startswith(fence) and not mark["info"].strip():
            fence = ""
    return Outline(body, tuple(headings), fence)


def form_of(forms: Forms, body: str) -> Form | None:
    """The form with the most labels in the body, the first of equals; None if no required one is
    there.
    """
    texts = {heading.text for heading in outline(body).headings}
    counts = {form: [field for field in form.fields if field.label in texts] for form in forms}
    best = max(counts, key=lambda form: len(counts[form]))
    return best if any(field.required for field in counts[best]) else None


def read_answers(form: Form, body: str) -> Answers:
    """Read the answers to a form; a label that is there twice, or out of order, is a problem and
    gives no answer.
    """
    text, headings, fence = outline(body)
    fields = {field.label: field for field in form.fields}
    labels = [heading for heading in headings if heading.text in fields]
    order = [fields[heading.text] for heading in labels]
    doubled = {field for field, count in Counter(order).items() if count > 1}
    problems = [
        Problem(value_rules.LABEL_TWICE, field.label) for field in form.fields if field in doubled
    ]
    problems += _misplaced(form, [field for field in order if field not in doubled])
    if fence and order:
        problems.append(Problem(value_rules.FENCE_OPEN, order[-1].label, {"fence": fence}))
    stops = [heading.start for heading in labels[1:]] + [len(text)]
    spans = zip(order, labels, stops, strict=False)
    texts = {
        f.id: _answer(f, text[heading.end : stop]) for f, heading, stop in spans if f not in doubled
    }
    return Answers(form, texts, tuple(problems), text[: labels[0].start].strip() if labels else "")


def _misplaced(form: Form, order: list[Field]) -> list[Problem]:
    positions = [form.fields.index(field) for field in order]
    return [
        Problem(
            value_rules.LABEL_MISPLACED,
            form.fields[position].label,
            {"before": form.fields[furthest].label},
        )
        for position, furthest in zip(positions, accumulate(positions, max), strict=True)
        if position != furthest
    ]


def _answer(field: Field, section: str) -> str:
    lines = section.split("\n")
    if field.fenced:
        lines = [line for line in lines if not line.startswith(("```", "~~~"))]
    if field.options:
        lines = [_CHECKED.sub("", line) for line in lines if not _UNCHECKED.match(line)]
    text = "\n".join(lines).strip()
    blank = text == _NO_RESPONSE or (text == "None" and bool(field.options))
    return "" if blank else text
