"""The forms and list.yml as files, and a list read by them."""

from pathlib import Path

from bot.document.document import Document
from bot.document.parse import parse
from bot.errors import FormError, FormMistake, ListFileError
from bot.forms.binding import LIST_FILE, bind_forms
from bot.forms.form import Forms, Kind
from bot.forms.form_file import read_form
from bot.local.readme import read_readme
from bot.shape.load import read_list_file

FORMS_FOLDER = Path(".github", "ISSUE_TEMPLATE")


def forms_folder(readme: Path) -> Path:
    """The folder of forms beside a list, else the one in the working directory."""
    beside = readme.parent / FORMS_FOLDER
    return beside if beside.is_dir() else FORMS_FOLDER


def forms_of(readme: Path) -> Forms:
    """The forms of a list. Raises ListFileError and FormError."""
    return load_forms(forms_folder(readme))


def read_document(readme: Path) -> Document:
    """Read a list from a file, as far as it can be read, by its shape. Raises MaintainerError."""
    return parse(read_readme(readme), forms_of(readme).shape)


def load_forms(folder: Path) -> Forms:
    """Read list.yml beside a folder of forms, else in .github here, and the forms it names.

    Raises ListFileError and FormError, which name the file and the line.
    """
    path = folder.parent / LIST_FILE
    if not path.is_file():
        path = FORMS_FOLDER.parent / LIST_FILE
    file = read_list_file(_read_text(path), str(path))
    names = {
        Kind.ADD: file.forms.add,
        Kind.ADD_SECTION: file.forms.add_section,
        Kind.CORRECT: file.correction_form,
    }
    forms = []
    for kind, name in names.items():
        if not name:
            continue
        form = folder / name
        try:
            data = form.read_bytes()
        except OSError as error:
            message = f"{form}: the form cannot be read: {error.strerror}."
            raise FormError(FormMistake(form.as_posix(), message)) from error
        forms.append(read_form(data, form.as_posix(), kind))
    return bind_forms(file, forms, folder.as_posix())


def _read_text(path: Path) -> str:
    """The text of list.yml. Raises ListFileError."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ListFileError(
            f"{path}: it is missing; `python -m bot init` writes one for the list in README.md."
        ) from error
    except OSError as error:
        raise ListFileError(f"{path}: {error.strerror}.") from error
    except ValueError as error:
        raise ListFileError(f"{path}: it is not UTF-8.") from error
