"""The text of list.yml."""

from typing import Any

from bot.init.columns import ColumnGuess
from bot.init.guess import Guess
from bot.init.words import plural
from bot.init.yaml_text import line

SCHEMA = "https://raw.githubusercontent.com/{action}/schema/list-1.json"

_SEPARATORS = {"choices": " / ", "links": r" \| "}  # those which list.yml need not name


def list_text(guess: Guess, forms: dict[str, str], action: str) -> str:
    """The text of list.yml; `forms` has the names of the files by their use."""
    repository, _, commit = action.partition("@")
    schema = SCHEMA.format(action=f"{repository}/{commit}")
    lines = [
        "# The shape of the list in README.md: what the bot reads, checks and writes.",
        f"# yaml-language-server: $schema={schema}",
    ]
    if guess.survey.heading:
        lines.append(f"heading: {line(guess.survey.heading.text)}")
    many = plural(guess.entry)
    noun = guess.entry if many == f"{guess.entry}s" else {"one": guess.entry, "many": many}
    lines.append(f"entry: {line(noun)}")
    if guess.sections:
        sections = {
            "field": guess.ids.section,
            "name": guess.section,
            "new": guess.names_start_with_section,
            "level": guess.survey.level,
        }
        lines.append(f"sections: {line(sections)}")
    lines.append("columns:")
    for field, column in guess.fields:
        lines.append(f"  {line(column.name)}: {line(_column(guess, field, column))}")
    rows = guess.row_order
    order: dict[str, Any] = {}
    if guess.sections:
        order["sections"] = str(guess.section_order.how)
    order["rows"] = {"by": rows.by, "how": str(rows.how)} if rows.by else str(rows.how)
    lines.append(f"order: {line(order)}")
    lines.append(f"forms: {line(forms)}")
    correct = {
        "row": guess.ids.row,
        "change": "change",
        "rename": guess.ids.rename,
        "reason": "reason",
    }
    lines.append(f"correct: {line(correct)}")
    if guess.same_names:
        lines.append("same_names: true")
    if not guess.near_duplicates:
        lines.append("near_duplicates: false")
    if guess.title:
        lines.append(f"about: {line({'title': guess.title})}")
    return "\n".join(lines) + "\n"


def _column(guess: Guess, field: str, column: ColumnGuess) -> dict[str, Any]:
    setting: dict[str, Any] = {"field": field, "kind": column.kind}
    if column.kind == "name":
        if guess.names_start_with_section:
            setting["starts_with"] = guess.ids.section
        if column.has_address:
            setting["address"] = guess.ids.address
    differing = {option: text for option, text in column.shown.items() if text != option}
    is_usual = column.separator == _SEPARATORS.get(column.kind)
    can_be_empty = column.kind in {"choice", "choices"} and not column.is_required
    others = {
        "shown": differing,
        "separator": "" if is_usual else column.separator,
        "title": column.title,
        "empty": column.empty,
        "optional": can_be_empty and not column.empty,
        "markup": column.has_markup,
        "remarks": column.holds_remarks,
        "date": column.is_iso_date,
    }
    setting.update((key, value) for key, value in others.items() if value)
    return setting
