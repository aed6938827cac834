"""The entries claimed by earlier open submissions, so no two pull requests add the same one."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from bot.forms.body import Answers
from bot.forms.form import Form, Forms
from bot.forms.issue import Issue
from bot.forms.issue_form import answers_in
from bot.forms.submission import NewEntries, Submission, read_submission
from bot.shape.entry_names import entry_identity, full_name
from bot.shape.shape import Shape

Key = tuple[str, Hashable]


class Claim(NamedTuple):
    """An issue, the form it was made with, and the entries it would add."""

    issue: int
    form: Form
    submission: NewEntries


@dataclass(frozen=True)
class Claims:
    """Who claims an entry, the earliest first, and the issues on a section, by its identity."""

    entries: Mapping[Key, tuple[Claim, ...]] = field(default_factory=dict)
    sections: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def claim_key(shape: Shape, submission: NewEntries, name: str) -> Key:
    """Equal for the same entry of the same section."""
    identity = entry_identity(shape, name)
    if shape.file.same_names:  # another row, unless it says the same
        details = tuple(sorted(submission.values.items()))
        identity = (identity, details, submission.addresses)
    return shape.section_identity(submission.section), identity


def claims_of(issues: Iterable[Issue], forms: Forms) -> Claims:
    """Gather what issues ask for, also what the list of today would refuse."""
    entries: dict[Key, tuple[Claim, ...]] = {}
    sections: dict[str, tuple[int, ...]] = {}
    for issue in sorted(issues, key=lambda issue: issue.number or 0):
        form, submission = _read(issue, forms)
        if form is None or submission is None or issue.number is None:
            continue
        section = forms.shape.section_identity(submission.section)
        sections[section] = (*sections.get(section, ()), issue.number)
        if not isinstance(submission, NewEntries):
            continue
        claim = Claim(issue.number, form, submission)
        for name in submission.names:
            full = full_name(forms.shape, submission.section, name)
            key = claim_key(forms.shape, submission, full)
            entries[key] = (*entries.get(key, ()), claim)
    return Claims(entries, sections)


@lru_cache(maxsize=512)
def _read(issue: Issue, forms: Forms) -> tuple[Form | None, Submission | None]:
    answers = answers_in(issue, forms)
    if not isinstance(answers, Answers):
        return None, None
    return answers.form, read_submission(answers, forms).submission
