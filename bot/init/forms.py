"""The issue forms, with help for each field and the options of the list."""

from typing import Any

from bot.init.columns import ColumnGuess
from bot.init.guess import Guess
from bot.init.words import slug
from bot.init.yaml_text import block
from bot.shape.nouns import with_article

Field = dict[str, Any]

_ADDRESS = "https://www.example.com/"
_CHANGES = ("Change the details", "Rename the entry", "Remove the entry")
_BOT = (
    "A bot turns your answers into a pull request, or replies here with what is missing. "
    "You can edit your answers later."
)


def form_names(guess: Guess) -> dict[str, str]:
    """The file names of the forms, by their use; each is also the label, with an ending."""
    names = {"add": f"new-{_file_name(guess.entry)}.yml"}
    if guess.sections and guess.names_start_with_section:
        names["add_section"] = f"new-{_file_name(guess.section)}.yml"
    names["correct"] = "correction.yml"
    return names


def _file_name(noun: str) -> str:
    return slug(noun).replace("_", "-")


def form_texts(guess: Guess) -> dict[str, str]:
    """The texts of the forms, by file name."""
    entry, section = guess.entry, guess.section
    texts = {}
    for use, file in form_names(guess).items():
        if use == "add":
            name, about = f"New {entry}", f"Add {with_article(entry)} to the list."
            body = _addition(guess, entry)
        elif use == "add_section":
            name = f"New {section}"
            about = f"Add a {section} which is not in the list yet, with its first {entry}."
            body = _addition(guess, section)
        else:
            name = "Correction"
            about = f"Change, rename or remove {with_article(entry)} of the list."
            body = _correction(guess)
        _number_labels(body)
        form = {"name": name, "description": about, "title": f"{name}: "}
        texts[file] = block(form | {"labels": [file.removesuffix(".yml")], "body": body})
    return texts


def _number_labels(body: list[Field]) -> None:
    """Make the labels of fields unlike each other, as GitHub demands."""
    taken = set()
    for field in body:
        text = label = field["attributes"].get("label", "")
        number = 2
        while label.casefold() in taken:
            label, number = f"{text} ({number})", number + 1
        if label:
            field["attributes"]["label"] = label
            taken.add(label.casefold())


def form_options(guess: Guess) -> dict[str, tuple[str, ...]]:
    """The options of the fields of the form for additions, by field id."""
    options = {field_id: column.options for field_id, column in guess.fields if column.options}
    if guess.section_options:
        options[guess.ids.section] = guess.section_options
    return options


def _addition(guess: Guess, noun: str) -> list[Field]:
    """The fields of the form for an entry, or for a section with one."""
    body = [_markdown(f"Thank you for adding {with_article(noun)}! {_BOT}")]
    if guess.sections:
        body.append(_section_field(guess))
    for field_id, column in guess.fields:
        body.append(_column_field(guess, field_id, column))
        if column.has_address:
            body.append(_address_field(guess, column))
    return body


def _correction(guess: Guess) -> list[Field]:
    entry, name = guess.entry, guess.name_column.name
    intro = (
        f"Thank you for correcting the list! Name the {entry}, then fill in **only what should "
        f"change**. An empty field stays as it is. {_BOT}"
    )
    body = [_markdown(intro)]
    if guess.sections:
        body.append(_section_field(guess))
    row_help = f"The {entry} to correct, as it is in the column “{name}” of the list."
    row = _field(guess.ids.row, "input", name, row_help, placeholder=guess.name_column.example)
    change = _field("change", "dropdown", "Change", options=list(_CHANGES))
    rename_help = "Only to rename it: the new name. Otherwise leave this empty."
    rename = _field(guess.ids.rename, "input", f"New {name}", rename_help)
    body += [_required(row), _required(change), rename]
    for field_id, column in guess.fields:
        if column.kind != "name":
            body.append(_optional(_column_field(guess, field_id, column), column))
        elif column.has_address:
            body.append(_optional(_address_field(guess, column), column))
    reason_help = "How do you know? A sentence is enough. It does not go into the list."
    body.append(_required(_field("reason", "textarea", "Reason", reason_help)))
    return body


def _markdown(text: str) -> Field:
    return {"type": "markdown", "attributes": {"value": text}}


def _field(field_id: str, kind: str, label: str, description: str = "", **others: Any) -> Field:
    """A field with its attributes but for empty ones."""
    attributes = {"label": label, "description": description, **others}
    filled = {name: value for name, value in attributes.items() if value}
    return {"type": kind, "id": field_id, "attributes": filled}


def _required(field: Field) -> Field:
    return field | {"validations": {"required": True}}


def _section_field(guess: Guess) -> Field:
    field_id, label = guess.ids.section, guess.section.capitalize()
    options = list(guess.section_options)
    if options:
        help_text = f"The {guess.section} of the list to which the {guess.entry} belongs."
        return _required(_field(field_id, "dropdown", label, help_text, options=options))
    help_text = f"The {guess.section}, as its heading in the list is written."
    example = guess.sections[0]
    return _required(_field(field_id, "input", label, help_text, placeholder=example))


def _column_field(guess: Guess, field_id: str, column: ColumnGuess) -> Field:
    name, options = column.name, list(column.options)
    if column.kind == "choices":
        help_text = "Choose all that apply."
        field = _field(field_id, "dropdown", name, help_text, multiple=True, options=options)
    elif options:
        field = _field(field_id, "dropdown", name, options=options)
    elif column.kind == "links":
        default = f"“{column.title}”" if column.title else "the name of the site"
        help_text = (
            "Web addresses, one a line. You can put a title in front of an address; "
            f"without one, {default} is shown."
        )
        field = _field(field_id, "textarea", name, help_text, placeholder=_ADDRESS)
    else:
        help_text = "One line of plain text."
        if column.kind == "name":
            help_text = f"The name of the {guess.entry}, as it should be in the list."
        elif column.is_iso_date:
            help_text = "A date with the year first, such as `2026-11-30`, `2026-11` or `2026`."
        elif column.is_date:
            help_text = "A date, written as those in the list."
        field = _field(field_id, "input", name, help_text, placeholder=column.example)
    if column.is_required or column.kind == "name":
        return _required(field)
    return field


def _address_field(guess: Guess, column: ColumnGuess) -> Field:
    help_text = f"The web address of the {guess.entry}, to which its name in the list links."
    field = _field(guess.ids.address, "input", "Address", help_text, placeholder=_ADDRESS)
    return _required(field) if column.is_required else field


def _optional(field: Field, column: ColumnGuess) -> Field:
    """The same field in the form for corrections, where it may stay empty."""
    field.pop("validations", None)
    if column.kind == "text" or (column.kind == "links" and not column.is_required):
        field["attributes"]["description"] += " `-` empties the cell."
    return field
