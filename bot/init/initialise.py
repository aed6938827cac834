"""From README.md to the files of a bot for its list."""

from typing import NamedTuple

from bot.document.document import Document
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.init.forms import form_names, form_options, form_texts
from bot.init.guess import guess, reasons
from bot.init.list_text import list_text
from bot.init.survey import OtherTable
from bot.init.workflows import workflow_texts
from bot.shape.load import bind, read_list_file

LIST_PATH = ".github/list.yml"


class Initialised(NamedTuple):
    """The files to write, by path; the guesses in them; the tables which are no part of the list.

    `document` is README.md as the bot will read it.
    """

    files: dict[str, str]
    guesses: tuple[str, ...]
    others: tuple[OtherTable, ...]
    document: Document


def initialise(text: str, action: str) -> Initialised:
    """Make the files for the list in README.md; `action` is OWNER/NAME@SHA.

    Raises ReadmeError, with the line, for a list which the bot cannot serve.
    """
    guessed = guess(text)
    shape_text = list_text(guessed, form_names(guessed), action)
    shape = bind(read_list_file(shape_text, LIST_PATH), form_options(guessed))
    document = parse(text, shape)
    if document.errors:
        raise document.errors[0].error()
    if not document.sections:
        raise ReadmeError(guessed.survey.tables[0].line, "the bot cannot read this table.")
    files = {LIST_PATH: shape_text}
    for name, form in form_texts(guessed).items():
        files[f".github/ISSUE_TEMPLATE/{name}"] = form
    for name, workflow in workflow_texts(action).items():
        files[f".github/workflows/{name}"] = workflow
    return Initialised(files, tuple(reasons(guessed)), guessed.others, document)
