"""What `doctor` finds in the files of the forms; `place` is `file:line`."""

from collections.abc import Sequence

from bot.doctor.findings import SetupFinding, error_at
from bot.render.quoting import code
from bot.rules.rule import Level

_NOT_OFFERED = "GitHub drops the whole form without a word: nobody can choose it."


def invalid_yaml(place: str, message: str) -> SetupFinding:
    """The file is not YAML."""
    fix = "Correct the line; often an indentation, or a text with a colon that needs quotes."
    return error_at(place, f"This is not valid YAML: {message}.", _NOT_OFFERED, fix)


def no_text(place: str, key: str) -> SetupFinding:
    """The form has no name or no description, or one which is no text."""
    fix = f"Add `{key}:` with a text at the top, in quotes if it is a number, yes or no."
    return error_at(place, f"The form has no text for `{key}`.", _NOT_OFFERED, fix)


def no_fields(place: str) -> SetupFinding:
    """The form asks nothing."""
    fix = "Restore the list `body:` with its fields."
    return error_at(place, "The form has no fields.", _NOT_OFFERED, fix)


def labels_as_text(place: str, labels: str) -> SetupFinding:
    """GitHub reads `labels: a, b`, but not everybody does."""
    names = ", ".join(name.strip() for name in labels.split(","))
    fixed = f"labels: [{names}]"
    return SetupFinding(
        Level.WARNING,
        f"{place}: `labels` is a text instead of a list.",
        "GitHub splits the text at its commas; other programs take it for one label.",
        f"Write {code(fixed)}.",
    )


def no_label(place: str) -> SetupFinding:
    """A field has no label, which each must have but those of type markdown.

    https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
    """
    fix = "Add `label:` with the question under `attributes:`."
    return error_at(place, "This field has no label.", _NOT_OFFERED, fix)


def unknown_type(place: str, kind: str, allowed: Sequence[str]) -> SetupFinding:
    """A field has a type which GitHub does not know, or none."""
    what = f"There is no type {code(kind)} of fields." if kind else "This field has no type."
    return error_at(place, what, _NOT_OFFERED, f"Write `type:` with one of {', '.join(allowed)}.")


def not_true_or_false(place: str, written: str) -> SetupFinding:
    """`required` or `multiple` is neither true nor false."""
    what = f"{code(written)} is neither true nor false."
    return error_at(place, what, _NOT_OFFERED, "Write `true` or `false`.")


def repeated(place: str, what: str, text: str, first: int) -> SetupFinding:
    """Two labels, ids or options of a form are the same."""
    twice = f"The {what} {code(text)} is there twice, first on line {first}."
    why = f"{_NOT_OFFERED} In an issue nobody could tell the two apart."
    return error_at(place, twice, why, f"Give each its own {what}.")


def option_not_text(place: str, written: str) -> SetupFinding:
    """YAML reads an option as a number, a date, yes or no, or nothing."""
    quoted = f'"{written}"'
    what = f"YAML does not read the option {code(written)} as text."
    return error_at(place, what, _NOT_OFFERED, f"Put it in quotes: {code(quoted)}.")


def option_nested(place: str) -> SetupFinding:
    """YAML reads an option as a list or as settings by name, mostly for its colon."""
    what = "YAML reads this option as a list or a mapping, not as text."
    return error_at(place, what, _NOT_OFFERED, "Put the whole option in quotes.")


def option_none(place: str, written: str) -> SetupFinding:
    """GitHub writes `None` itself where nothing was chosen."""
    what, fix = f"The option {code(written)} is reserved.", "Use another word, such as `Not known`."
    why = f"{_NOT_OFFERED} GitHub itself writes `None` where nothing was chosen."
    return error_at(place, what, why, fix)


def upload(place: str) -> SetupFinding:
    """A field for files does no harm."""
    return SetupFinding(
        Level.NOTE,
        f"{place}: This field takes files.",
        "The bot does not read it; a maintainer sees the files in the issue.",
        "Leave it, or remove it if nobody needs it.",
    )


def config(place: str, message: str) -> SetupFinding:
    """A setting of config.yml is wrong."""
    fix = "Correct the line. The settings are `blank_issues_enabled` and `contact_links`."
    why = "GitHub may ignore the whole file and offer blank issues, which the bot cannot read."
    return error_at(place, message, why, fix)


def heading_gone(place: str, anchor: str, near: str) -> SetupFinding:
    """A link leads to a heading of README.md that is not there any more."""
    fix = f"Link to {code('#' + near)}" if near else "Link to a heading that is there"
    return SetupFinding(
        Level.WARNING,
        f"{place}: README.md has no heading with the anchor {code('#' + anchor)}.",
        "The link leads people to the top of the page instead of the explanation.",
        f"{fix}, or restore the heading.",
    )
