"""Rules of the body of an issue: its labels, and the headings of its form."""

from bot.rules.rule import Rule

WRONG_FORM = Rule(
    "wrong_form",
    'The issue has the label {labels}, but it was made with the form "{name}". A maintainer can '
    "change the label.",
    for_maintainer=True,
)
SEVERAL_KINDS = Rule(
    "several_kinds",
    "The issue has the labels {labels}, of which only one can be right. A maintainer must take "
    "the others off.",
    for_maintainer=True,
)
LABELS_CHANGED = Rule(
    "labels_changed",
    'The headings in this issue are not those of the form "{name}". Missing: {labels}. Put each '
    "above its answer, and take out headings of other forms; or open a new issue with the form.",
)
LABEL_RENAMED = Rule(
    "label_renamed",
    "The heading {received} is not in the form, which was perhaps changed since. If the answer "
    "fits there, write `### {field}` in its place.",
)
LABEL_UNKNOWN = Rule(
    "label_unknown",
    "The heading {received} below this answer is not in the form. Write that of the form in its "
    "place, or take it out.",
)
LABEL_TWICE = Rule(
    "label_twice",
    "The heading `### {field}` is in the issue more than once, so nobody can tell which answer "
    "counts. Keep one of them.",
)
LABEL_MISPLACED = Rule(
    "label_misplaced",
    "The heading `### {field}` comes after `### {before}`. Put the answers into the form's order.",
)
FENCE_OPEN = Rule(
    "fence_open",
    "A line of {fence} opens a block of code that never ends, so the answers below it cannot be"
    " read. Take the line out, or close the block with the same line.",
)
