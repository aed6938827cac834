"""The findings of `doctor` in the files of the forms."""

from bot.doctor.findings import SetupFinding, error, warning
from bot.rules.rule import Level

_NOT_OFFERED = "GitHub drops the whole form without a word: nobody can choose it."


def _dropped(what: str, fix: str, more: str = "") -> SetupFinding:
    return error(what, f"{_NOT_OFFERED}{more}", fix)


INVALID_YAML = _dropped(
    "This is not valid YAML: {message}.",
    "Correct the line; often an indentation, or a text with a colon that needs quotes.",
)
NO_TEXT = _dropped(
    "The form has no text for `{key}`.",
    "Add `{key}:` with a text at the top, in quotes if it is a number, yes or no.",
)
NO_FIELDS = _dropped("The form has no fields.", "Restore the list `body:` with its fields.")
# GitHub reads `labels: a, b`, but not everybody does.
LABELS_AS_TEXT = warning(
    "`labels` is a text instead of a list.",
    "GitHub splits the text at its commas; other programs take it for one label.",
    "Write {fixed}.",
)
# https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
NO_LABEL = _dropped(
    "This field has no label.", "Add `label:` with the question under `attributes:`."
)
NO_TYPE = _dropped("This field has no type.", "Write `type:` with one of {allowed}.")
UNKNOWN_TYPE = _dropped(
    "There is no type {kind} of fields.", "Write `type:` with one of {allowed}."
)
NOT_TRUE_OR_FALSE = _dropped("{written} is neither true nor false.", "Write `true` or `false`.")
REPEATED = _dropped(
    "The {what} {text} is there twice, first on line {first}.",
    "Give each its own {what}.",
    " In an issue nobody could tell the two apart.",
)
OPTION_NOT_TEXT = _dropped(
    "YAML does not read the option {written} as text.", "Put it in quotes: {quoted}."
)
OPTION_NESTED = _dropped(
    "YAML reads this option as a list or a mapping, not as text.",
    "Put the whole option in quotes.",
)
OPTION_NONE = _dropped(
    "The option {written} is reserved.",
    "Use another word, such as `Not known`.",
    " GitHub itself writes `None` where nothing was chosen.",
)
UPLOAD = SetupFinding(
    Level.NOTE,
    "This field takes files.",
    "The bot does not read it; a maintainer sees the files in the issue.",
    "Leave it, or remove it if nobody needs it.",
)
CONFIG = error(
    "{message}",
    "GitHub may ignore the whole file and offer blank issues, which the bot cannot read.",
    "Correct the line. The settings are `blank_issues_enabled` and `contact_links`.",
)
HEADING_GONE = warning(
    "README.md has no heading with the anchor {anchor}.",
    "The link leads people to the top of the page instead of the explanation.",
    "Link to {near}, or restore the heading.",
)
