"""The body of an issue as answers to a form, read by one linear scan.

What GitHub makes of a form is `### Label`, an empty line, the answer, an empty line; answers are
neither escaped nor trimmed.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from bot.forms.form import Field, Form, Forms
from bot.names.order import normalize_name
from bot.rules import form_rules
from bot.rules.rule import Problem

_MARK = re.compile(
    r"^(?:(?P<heading>### .*)|[ ]{0,3}(?P<fence>`{3,}|~{3,})(?P<info>.*))$", re.MULTILINE
)
_CHECKED = re.compile(r"^[ \t]*[-*] \[[xX]\][ \t]*")
_UNCHECKED = re.compile(r"[ \t]*[-*] \[ \]")
_MOST_HEADINGS = 40  # of a body that are compared with the labels word by word
_LONGEST_LABEL = 80  # characters of a heading that may be a label
_NO_RESPONSE = "_No response_"
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})[^`]*")


class BodyHeading(NamedTuple):
    """A third-level heading outside fences: its text, and where its line starts and ends."""

    text: str
    start: int
    end: int


class Outline(NamedTuple):
    """A body with LF line ends, its headings in order, and a fence left open at its end.

    `texts` are those of the headings, each once.
    """

    body: str
    headings: tuple[BodyHeading, ...]
    open_fence: str
    texts: dict[str, None]


class Answers(NamedTuple):
    """The answers by the id of their field, the problems of the body, and the text above all."""

    form: Form
    texts: dict[str, str]
    problems: tuple[Problem, ...] = ()
    preface: str = ""


@lru_cache(maxsize=2)
def outline(body: str) -> Outline:
    """Find headings that may be labels: at the start of a line, outside fenced code.

    https://github.github.com/gfm/#fenced-code-blocks
    """
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    headings, fence = [], ""
    for mark in _MARK.finditer(body):
        if mark["heading"]:
            if not fence:
                headings.append(BodyHeading(mark["heading"][4:].strip(), *mark.span()))
        elif not fence:
            if mark["fence"].startswith("~") or "`" not in mark["info"]:
                fence = mark["fence"]
        elif mark["fence"].startswith(fence) and not mark["info"].strip():
            fence = ""
    texts = dict.fromkeys(heading.text for heading in headings)
    return Outline(body, tuple(headings), fence, texts)


def label_fields(form: Form, body: str) -> dict[str, Field]:
    """The fields of a form by the headings of a body that ask for them.

    Where a label is not there to the letter, a heading in nearly its words counts: `Model` or
    `Model name` for `Models`.
    """
    texts = outline(body).texts
    fields, missing = {}, []
    for field in form.fields:
        if field.label in texts:
            fields[field.label] = field
        else:
            missing.append(field)
    if not missing:
        return fields
    others = [text for text in texts if text not in fields]
    for text in others[:_MOST_HEADINGS]:
        words = _singular_words(text)
        alike = []
        for field in missing:
            label = _singular_words(field.label)
            if label in (words[: len(label)], words[-len(label) :]):
                alike.append(field)
        if len(alike) == 1:
            fields[text] = alike[0]
    return fields


def renamed_labels(form: Form, body: str) -> dict[str, Field]:
    """The fields of which a body has another heading in place of the label, by that heading.

    As in an issue made before a question got another label: all else is there, in its order.
    """
    headings = outline(body).headings
    if len(headings) != len(form.fields):
        return {}
    known = label_fields(form, body)
    renamed: dict[str, Field] = {}
    for heading, field in zip(headings, form.fields, strict=True):
        if heading.text not in known and field not in known.values():
            renamed[heading.text] = field
        elif known.get(heading.text) != field:
            return {}
    return renamed if len(renamed) < len(known) else {}


def _singular_words(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+", normalize_name(text[:_LONGEST_LABEL]))
    return [word.removesuffix("s") for word in words if word != "s"]


def form_of(forms: Forms, body: str) -> Form | None:
    """The form with the most labels in the body; None without any required one."""
    texts = outline(body).texts
    best, asked = None, list[Field]()
    for form in forms:
        found = [field for field in form.fields if field.label in texts]
        if best is None or len(found) > len(asked):
            best, asked = form, found
    return best if any(field.required for field in asked) else None


def read_answers(form: Form, body: str) -> Answers:
    """Read the answers to a form; a label twice or out of order is a problem, not an answer."""
    text, headings, fence, _ = outline(body)
    renamed = renamed_labels(form, body)
    fields = label_fields(form, body) | renamed
    labels = [heading for heading in headings if heading.text in fields]
    if not labels:
        return Answers(form, {})
    order = [fields[heading.text] for heading in labels]
    counts = Counter(order)
    problems = []
    for typed, field in renamed.items():
        problems.append(form_rules.LABEL_RENAMED.problem(field.label, received=f"### {typed}"))
    for field in form.fields:
        if counts[field] > 1:
            problems.append(form_rules.LABEL_TWICE.problem(field.label))
    problems += _misplaced(form, [field for field in order if counts[field] == 1])
    if fence:
        problems.append(form_rules.FENCE_OPEN.problem(order[-1].label, fence=fence))
    texts = {}
    stops = [*(heading.start for heading in labels[1:]), len(text)]
    for field, heading, stop in zip(order, labels, stops, strict=True):
        if counts[field] > 1:
            continue
        section = text[heading.end : stop]
        if not section.strip():  # `### Notes Needs an app`
            section = heading.text.partition(field.label)[2]
        texts[field.id] = _answer(field, section)
        foreign = [other for other in headings if heading.start < other.start < stop]
        if field.options and foreign:
            facts = {"received": f"### {foreign[0].text}"}
            problems.append(form_rules.LABEL_UNKNOWN.problem(field.label, **facts))
    return Answers(form, texts, tuple(problems), preface=text[: labels[0].start].strip())


def _misplaced(form: Form, order: list[Field]) -> list[Problem]:
    """The fields which come after one that the form asks for later."""
    problems = []
    furthest = 0
    for field in order:
        position = form.fields.index(field)
        if position < furthest:
            problems.append(
                form_rules.LABEL_MISPLACED.problem(field.label, before=form.fields[furthest].label)
            )
        furthest = max(furthest, position)
    return problems


def _answer(field: Field, section: str) -> str:
    """An answer without what GitHub or a template leaves in it: a placeholder, boxes, a fence."""
    lines = []
    may_have_boxes = bool(field.options) and "[" in section
    for typed in section.split("\n"):
        line = typed
        if _NO_RESPONSE in line:  # the mark of an unanswered question, which some write beside
            line = line.strip().removeprefix(_NO_RESPONSE).removesuffix(_NO_RESPONSE).strip()
            line = line if any(map(str.isalnum, line)) else ""
        if field.fenced and line.startswith(("```", "~~~")):
            continue
        if may_have_boxes and _UNCHECKED.match(line):
            continue
        lines.append(_CHECKED.sub("", line) if may_have_boxes else line)
    text = _without_fence("\n".join(lines).strip())
    return "" if text == "None" and field.options else text


def _without_fence(text: str) -> str:
    """The answer in a block of code that is all of the answer."""
    lines = text.split("\n")
    fence = _FENCE.fullmatch(lines[0])
    if not fence or len(lines) < 2 or lines[-1].strip() != fence["mark"]:
        return text
    inside = lines[1:-1]
    if any(line.lstrip().startswith(fence["mark"]) for line in inside):
        return text
    return "\n".join(inside).strip()
