"""Lists of many shapes, modelled on public ones, each with the files written for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.document.apply import apply_change
from bot.errors import ReadmeError
from bot.init.initialise import LIST_PATH, initialise
from tests.init.reading import ACTION, addition, written

FOLDERS = sorted(path for path in Path(__file__).with_name("shapes").iterdir())
BIN = Path(sys.executable).parent

shapes = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def readme_of(folder: Path) -> str:
    return (folder / "README.md").read_bytes().decode()


@shapes
def test_files(folder, request):
    made = written(readme_of(folder)).made
    texts = {Path(path).name: text for path, text in made.files.items() if "workflows" not in path}
    texts["guesses.txt"] = "\n".join(
        [*made.guesses, *(f"left: line {one.line}, {one.reason}" for one in made.others), ""]
    )
    if request.config.getoption("--bless"):
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    expected = {path.name for path in folder.iterdir()} - {"README.md"}
    assert set(texts) == expected
    for name, text in texts.items():
        assert text == (folder / name).read_text(encoding="utf-8"), name


@shapes
def test_the_bot_reads_the_list_by_its_file(folder):
    found = written(readme_of(folder))
    assert not found.document.errors
    assert not [error for section in found.document.sections for error in section.errors]
    assert found.document.sections


@shapes
def test_a_first_entry_can_be_added_to_each_section(folder):
    found = written(readme_of(folder))
    for section in found.document.sections:
        prefix = f"{section.name} " if found.shape.names_start_with_section else ""
        name = f"{prefix}Mulberry 77"
        change = addition(found.shape, section.name, name, {"Start": "2026-05-05"})
        after = apply_change(found.document, change).after
        rows = [row.name for row in after.sections[found.document.sections.index(section)].rows]
        assert sorted(rows) == sorted([row.name for row in section.rows] + [name])


@shapes
def test_each_option_is_shown_as_most_cells_show_it(folder):
    """Of each column with options nearly all cells are read as options."""
    found = written(readme_of(folder))
    for column in found.shape.columns:
        if column.options:
            known = {column.shown(option) for option in column.options} | {column.empty}
            for row in (row for section in found.document.sections for row in section.rows):
                cell = row.written[column.index].markdown
                parts = cell.split(column.separator) if column.kind == "choices" else [cell]
                assert known.issuperset(parts)


def test_other_programs_take_the_files(tmp_path):
    """GitHub's schemas of forms and workflows, actionlint, zizmor and yamllint."""
    forms, workflows = [], []
    for folder in FOLDERS:
        for path, text in written(readme_of(folder)).made.files.items():
            file = tmp_path / folder.name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            if "ISSUE_TEMPLATE" in path:
                forms.append(file)
    workflows = sorted((tmp_path / FOLDERS[0].name / ".github/workflows").iterdir())
    check = [BIN / "check-jsonschema", "--builtin-schema"]
    run([*check, "vendor.github-issue-forms", *forms])
    run([*check, "vendor.github-workflows", *workflows])
    run([BIN / "actionlint", *workflows])
    run([BIN / "zizmor", "--offline", "--quiet", "--persona", "auditor", *workflows])


def run(command: list) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_name_the_action_and_its_commit():
    files = written(readme_of(FOLDERS[0])).made.files
    workflows = [text for path, text in files.items() if "workflows" in path]
    for command, text in zip(("run", "sweep", "check"), workflows, strict=True):
        assert "uses: acme/list-bot@0123456789abcdef0123456789abcdef01234567\n" in text
        assert f"command: {command}" in text
        assert "<" not in text.replace("<<", "")


def test_the_list_file_names_its_schema():
    text = written(readme_of(FOLDERS[0])).made.files[LIST_PATH]
    assert "\n# yaml-language-server: $schema=https://" in text


TITLES = {
    "text": ("# Ponds *of* Ghent\n\n", "Ponds of Ghent"),
    "below a picture": ("# ![logo](logo.png)\n\n# Ponds\n\n", "Ponds"),
    "of level 2": ("## Ponds\n\n", "Entries"),
    "no heading": ("", "Entries"),
}


@pytest.mark.parametrize("name", TITLES)
def test_exports_are_called_as_the_page_is(name):
    heading, title = TITLES[name]
    found = written(f"{heading}| Name | City |\n|---|---|\n| Pond | Ghent |\n")
    assert found.shape.about.title == title


def test_a_page_with_a_merge_conflict_is_refused():
    table = "| Name | City |\n|---|---|\n| Pond | Ghent |\n"
    with pytest.raises(ReadmeError, match="conflict") as caught:
        initialise(f"{table}<<<<<<< HEAD\n=======\n>>>>>>> other\n", ACTION)
    assert caught.value.line == 4


def test_a_long_list():
    rows = "".join(
        f"| Pond {n} | City {n % 7} | {'✅' if n % 2 else '❌'} |\n" for n in range(2000)
    )
    found = written(f"# Ponds\n\n| Name | City | Deep |\n|---|---|---|\n{rows}")
    assert [column.kind for column in found.shape.columns] == ["name", "choice", "yes/no"]
