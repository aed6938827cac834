"""The issue forms, with help for each field and the options of the list."""

from typing import Any

from bot.init.columns import ColumnGuess
from bot.init.guess import Guess
from bot.init.words import slug
from bot.init.yaml_text import block
from bot.shape.nouns import with_article

Field = dict[str, Any]

_CHANGES = ("Change the details", "Rename the entry", "Remove the entry")
_BOT = (
    "A bot turns your answers into a pull request, or replies here with what is missing. "
    "You can edit your answers later."
)


def form_names(guess: Guess) -> dict[str, str]:
    """The file names of the forms, by their use; each is also the label, with an ending."""
    names = {"add": f"new-{_file_name(guess.entry)}.yml"}
    if guess.sections and guess.sections_may_be_new:
        names["add_section"] = f"new-{_file_name(guess.section)}.yml"
    names["correct"] = "correction.yml"
    return names


def _file_name(noun: str) -> str:
    return slug(noun).replace("_", "-")


def form_texts(guess: Guess) -> dict[str, str]:
    """The texts of the forms, by file name."""
    names = form_names(guess)
    texts = {names["add"]: block(_addition(guess, names["add"], is_section=False))}
    if "add_section" in names:
        form = _addition(guess, names["add_section"], is_section=True)
        texts[names["add_section"]] = block(form)
    texts[names["correct"]] = block(_correction(guess, names["correct"]))
    return texts


def form_options(guess: Guess) -> dict[str, tuple[str, ...]]:
    """The options of the fields of the form for additions, by field id."""
    pairs = zip(guess.ids.columns, guess.columns, strict=True)
    options = {field: column.options for field, column in pairs if column.options}
    if guess.section_options:
        options[guess.ids.section] = guess.section_options
    return options


def _addition(guess: Guess, file: str, *, is_section: bool) -> Field:
    entry, section = guess.entry, guess.section
    noun = section if is_section else entry
    about = f"Add {with_article(entry)} to the list."
    if is_section:
        about = f"Add a {section} which is not in the list yet, with its first {entry}."
    body = [_markdown(f"Thank you for adding {with_article(noun)}! {_BOT}")]
    labels: set[str] = set()
    if guess.sections:
        body.append(_section_field(guess, labels))
    for field, column in zip(guess.ids.columns, guess.columns, strict=True):
        body.append(_column_field(guess, field, column, labels))
        if column.has_address:
            body.append(_address_field(guess, column, labels))
    return _form(f"New {noun}", about, file, body)


def _correction(guess: Guess, file: str) -> Field:
    name = guess.name_column.name
    intro = (
        f"Thank you for correcting the list! Name the {guess.entry}, then fill in **only what "
        f"should change**. An empty field stays as it is. {_BOT}"
    )
    body, labels = [_markdown(intro)], set[str]()
    if guess.sections:
        field = _section_field(guess, labels)
        body.append(field)
    help_text = f"The {guess.entry} to correct, as it is in the column “{name}” of the list."
    row = _field(guess.ids.row, "input", _label(name, labels), help_text, required=True)
    row["attributes"].update(_placeholder(guess.name_column.example))
    change = _field("change", "dropdown", _label("Change", labels), "", required=True)
    change["attributes"]["options"] = list(_CHANGES)
    rename_help = "Only to rename it: the new name. Otherwise leave this empty."
    rename = _field(guess.ids.rename, "input", _label(f"New {name}", labels), rename_help)
    body += [row, change, rename]
    for field_id, column in zip(guess.ids.columns, guess.columns, strict=True):
        if column.kind != "name":
            field = _column_field(guess, field_id, column, labels)
            body.append(_optional(field, column))
        elif column.has_address:
            body.append(_optional(_address_field(guess, column, labels), column))
    reason_help = "How do you know? A sentence is enough. It does not go into the list."
    body.append(_field("reason", "textarea", _label("Reason", labels), reason_help, required=True))
    about = f"Change, rename or remove {with_article(guess.entry)} of the list."
    return _form("Correction", about, file, body)


def _form(name: str, description: str, file: str, body: list[Field]) -> Field:
    return {
        "name": name,
        "description": description,
        "title": f"{name}: ",
        "labels": [file.removesuffix(".yml")],
        "body": body,
    }


def _markdown(text: str) -> Field:
    return {"type": "markdown", "attributes": {"value": text}}


def _field(
    field_id: str, kind: str, label: str, description: str, *, required: bool = False
) -> Field:
    field: Field = {"type": kind, "id": field_id, "attributes": {"label": label}}
    if description:
        field["attributes"]["description"] = description
    if required:
        field["validations"] = {"required": True}
    return field


def _placeholder(text: str) -> Field:
    return {"placeholder": text} if text else {}


def _label(text: str, taken: set[str]) -> str:
    """A label unlike those taken, which GitHub demands of a form."""
    found, number = text, 2
    while found.casefold() in taken:
        found, number = f"{text} ({number})", number + 1
    taken.add(found.casefold())
    return found


def _section_field(guess: Guess, labels: set[str]) -> Field:
    label = _label(guess.section.capitalize(), labels)
    if not guess.section_options:
        help_text = f"The {guess.section}, as its heading in the list is written."
        field = _field(guess.ids.section, "input", label, help_text, required=True)
        field["attributes"].update(_placeholder(guess.sections[0]))
        return field
    help_text = f"The {guess.section} of the list to which the {guess.entry} belongs."
    field = _field(guess.ids.section, "dropdown", label, help_text, required=True)
    field["attributes"]["options"] = list(guess.section_options)
    return field


def _column_field(guess: Guess, field_id: str, column: ColumnGuess, labels: set[str]) -> Field:
    required = column.is_required or column.kind == "name"
    label = _label(column.name, labels)
    if column.options:
        several = "Choose all that apply." if column.kind == "choices" else ""
        field = _field(field_id, "dropdown", label, several, required=required)
        if column.kind == "choices":
            field["attributes"]["multiple"] = True
        field["attributes"]["options"] = list(column.options)
        return field
    if column.kind == "links":
        return _links_field(field_id, column, label, required=required)
    help_text = "One line of plain text."
    if column.kind == "name":
        help_text = f"The name of the {guess.entry}, as it should be in the list."
    elif column.is_iso_date:
        help_text = "A date with the year first, such as `2026-11-30`, `2026-11` or `2026`."
    elif column.is_date:
        help_text = "A date, written as those in the list."
    field = _field(field_id, "input", label, help_text, required=required)
    field["attributes"].update(_placeholder(column.example))
    return field


def _links_field(field_id: str, column: ColumnGuess, label: str, *, required: bool) -> Field:
    default = f"“{column.title}”" if column.title else "the name of the site"
    help_text = (
        "Web addresses, one a line. You can put a title in front of an address; "
        f"without one, {default} is shown."
    )
    field = _field(field_id, "textarea", label, help_text, required=required)
    field["attributes"]["placeholder"] = "https://www.example.com/"
    return field


def _address_field(guess: Guess, column: ColumnGuess, labels: set[str]) -> Field:
    help_text = f"The web address of the {guess.entry}, to which its name in the list links."
    label = _label("Address", labels)
    required = column.is_required
    field = _field(guess.ids.address, "input", label, help_text, required=required)
    field["attributes"]["placeholder"] = "https://www.example.com/"
    return field


def _optional(field: Field, column: ColumnGuess) -> Field:
    """The same field in the form for corrections, where it may stay empty."""
    field.pop("validations", None)
    if column.kind == "text" or (column.kind == "links" and not column.is_required):
        text = field["attributes"]["description"]
        field["attributes"]["description"] = f"{text} `-` empties the cell."
    return field
