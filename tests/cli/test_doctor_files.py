"""`doctor --offline`: what is wrong with the files of a clone."""

import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.charger_list import LIST, ROOT
from tests.command_line import FORMS, Place, make_place, markdown


@pytest.fixture
def place(tmp_path: Path, monkeypatch, capsys) -> Place:
    """A folder with the list, the forms and the workflows of this repository."""
    place = make_place(tmp_path, monkeypatch, capsys)
    for name in ("contribute.yml", "sweep.yml"):
        workflow = (ROOT / ".github/workflows" / name).read_bytes()
        place.write(f".github/workflows/{name}", workflow)
    place.write("README.md", (ROOT / "README.md").read_bytes())
    place.write("action.yml", (ROOT / "action.yml").read_bytes())
    return place


def test_doctor_names_a_mistake_in_a_form_once(place: Place):
    path = FORMS / "new-charger.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    place.write(str(path), text.replace("      label: Models\n", ""))
    ran = place.bot("doctor", "--offline")
    line = text[: text.index("    id: models")].count("\n")
    assert ran.status == 1
    assert f"error: {path}:{line}: This field has no label.\n" in ran.out
    assert ran.out.endswith("1 error, 0 warnings (GitHub was not asked)\n")


def test_a_mistake_is_hidden_by_those_of_its_own_file_only(place: Place):
    path = FORMS / "new-charger.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    place.write(str(path), text.replace("id: notes", "id: remarks"))
    place.write(f"{path}.yaml", "name: Other\n")
    ran = place.bot("doctor", "--offline")
    assert f"error: {path}: fields of list.yml are missing: notes." in ran.out
    assert f"error: {path}.yaml: The form has no fields." in ran.out


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("jobs:\n  run: [\n", ":3: This workflow cannot be read: "),
        ("on: push\n", ": This workflow cannot be read: it has no jobs."),
        ("", ": This workflow cannot be read: it has no jobs."),
        (None, ": This workflow cannot be read: Is a directory."),
    ],
)
def test_a_workflow_that_cannot_be_read_is_not_missing(
    place: Place, text: str | None, problem: str
):
    path = place.folder / ".github/workflows/sweep.yml"
    path.unlink()
    if text is None:
        path.mkdir()
    else:
        path.write_text(text, encoding="utf-8")
    ran = place.bot("doctor", "--offline")
    assert ran.status == 1
    assert f"error: .github/workflows/sweep.yml{problem}" in ran.out
    assert "is missing" not in ran.out


def test_a_folder_called_like_a_form_hides_nothing(place: Place):
    (place.folder / FORMS / "old.yml").mkdir()
    place.write(str(FORMS / "other.yaml"), "name: Other\n")
    ran = place.bot("doctor", "--offline")
    assert ran.status == 1
    assert f"error: {FORMS}/other.yaml: The form has no fields." in ran.out


def test_a_form_which_cannot_be_read_hides_no_other(place: Place, monkeypatch):
    for name in ("a.yml", "z.yml"):
        place.write(str(FORMS / name), "name: Other\n")
    read = Path.read_bytes

    def deny(path: Path) -> bytes:
        if path.name == "a.yml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", deny)
    ran = place.bot("doctor", "--offline")
    assert f"error: {FORMS}/a.yml: the form cannot be read: Permission denied." in ran.out
    assert f"error: {FORMS}/z.yml: The form has no fields." in ran.out


def test_no_link_is_judged_by_a_list_which_cannot_be_read(place: Place):
    place.write("README.md", b"\xff")
    ran = place.bot("doctor", "--offline")
    assert ran.status == 1
    assert "error: README.md:1: this line is not UTF-8." in ran.out
    assert "anchor" not in ran.out


def test_a_workflow_names_the_repository_of_the_action(place: Place):
    for name, before in {"workflows/check.yml": "./", "list.yml": "../schema"}.items():
        text = (ROOT / ".github" / name).read_text(encoding="utf-8")
        line = text[: text.index(before)].count("\n") + 1
        place.write(f".github/{name}", text.replace(before, "OWNER/NAME", 1))
        ran = place.bot("doctor", "--offline")
        assert ran.status == 1
        assert f"error: .github/{name}:{line}: OWNER/NAME is no repository.\n" in ran.out


def test_a_mistake_in_a_workflow_is_found(place: Place):
    path = ".github/workflows/contribute.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    place.write(
        path, text.replace("  issues:\n", "  issue:\n").replace("uses: ./\n", "uses: ./x\n", 1)
    )
    ran = place.bot("doctor", "--offline")
    assert ran.status == 1
    line = text[: text.index("  issues:\n")].count("\n") + 1
    assert f"error: {path}:{line}: The workflow does not start on `issues`.\n" in ran.out
    line = text[: text.index("uses: ./\n")].count("\n") + 1
    assert f"error: {path}:{line}: There is no action in `./x`.\n" in ran.out
    assert ran.out.endswith("2 errors, 0 warnings (GitHub was not asked)\n")


def test_a_list_needs_no_workflow_which_checks_it(place: Place):
    assert place.bot("doctor", "--offline").status == 0
    place.write(".github/workflows/check.yml", "on: push\njobs: {}\n")
    ran = place.bot("doctor", "--offline")
    assert "check.yml: This workflow cannot be read: it has no jobs." in ran.out


def test_errors_come_first(place: Place):
    place.write("README.md", LIST.replace("| Zaptec Go |", "| Zaptec Zz |"))
    (place.folder / ".github/workflows/sweep.yml").unlink()
    lines = place.bot("doctor", "--offline").out.split("\n")
    levels = [line.partition(":")[0] for line in lines if line.startswith(("error", "warning"))]
    assert levels == sorted(levels)
    assert set(levels) == {"error", "warning"}


def test_each_mistake_in_list_yml_has_a_line_of_its_own(place: Place):
    text = (place.folder / ".github/list.yml").read_text(encoding="utf-8")
    place.write(".github/list.yml", text.replace("columns:\n", "columns:\n  A: ~\n  B: ~\n"))
    ran = place.bot("check")
    assert ran.status == 1
    assert [line.partition(" ")[0] for line in ran.err.splitlines()] == ["error:", "error:"]


def test_a_mistake_in_list_yml_is_not_one_of_a_form(place: Place):
    text = (place.folder / ".github/list.yml").read_text(encoding="utf-8")
    place.write(".github/list.yml", text.replace("columns:\n", "columns:\n  Players: ~\n"))
    ran = place.bot("doctor", "--offline")
    assert ran.status == 1
    (what, why, fix, *_) = ran.out.split("\n")
    assert what.endswith(
        "`columns.Players` should be settings, such as `{field: players, kind: text}`."
    )
    assert "which columns the list has" in why
    assert fix.endswith(
        "Correct the line. Where there is no file, `python -m bot init` writes one."
    )


def test_doctor_looks_at_config_and_links(place: Place):
    place.write(str(FORMS / "config.yml"), "blank_issues_enabled: maybe\n")
    readme = (place.folder / "README.md").read_text(encoding="utf-8")
    place.write("README.md", readme.replace("## OCPP Versions", "## Versions"))
    ran = place.bot("doctor", "--offline")
    assert "config.yml:1: `blank_issues_enabled` must be true or false." in ran.out
    form = (place.folder / FORMS / "new-charger.yml").read_text(encoding="utf-8")
    line = form[: form.index("README.md#ocpp-versions")].count("\n") + 1
    message = "README.md has no heading with the anchor `#ocpp-versions`."
    assert f"new-charger.yml:{line}: {message}" in ran.out


def test_doctor_minds_neither_files_to_upload_nor_labels_as_a_text(place: Place):
    path = FORMS / "new-charger.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    upload = "  - type: upload\n    id: photo\n    attributes:\n      label: Photo\n"
    place.write(str(path), text.replace("[new-charger]", "new-charger, help") + upload)
    ran = place.bot("doctor", "--offline")
    assert (ran.status, "note: " in ran.out) == (0, True)
    assert ran.out.endswith("0 errors, 1 warning (GitHub was not asked)\n")
    issue = place.write("a.md", markdown())
    assert "a.md: pull request" in place.bot("preview", issue).out


UNREADABLE = {
    "a label that is a number": ("label: Brand", "label: 5"),
    "a label that is true": ("label: Brand", "label: Yes"),
    "a label that is a list": ("label: Brand", "label: [a]"),
    "a body that is a number": ("body:", "body: 3\nrest:"),
    "labels as settings": ("labels: [new-charger]", "labels: {}"),
    "a name that is a number": ("name: New charger", "name: 5"),
    "a link to a heading that is gone too": ("label: Brand", "label: 5 # README.md#none"),
}


@pytest.mark.parametrize(("before", "after"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_the_bot_cannot_read_is_an_error_of_doctor_too(place: Place, before: str, after: str):
    path = FORMS / "new-charger.yml"
    text = (place.folder / path).read_text(encoding="utf-8")
    place.write(str(path), text.replace(before, after, 1))
    previewed = place.bot("preview", place.write("a.md", markdown()))
    assert previewed.status == 1
    assert f"{path}: not an issue form: `" in previewed.err
    ran = place.bot("doctor", "--offline")
    assert ran.status == 1
    assert f"error: {path}:" in ran.out


def test_an_empty_form_is_an_error(place: Place):
    path = place.write(str(FORMS / "new-charger.yml"), "")
    previewed = place.bot("preview", place.write("a.md", markdown()))
    assert f"{path}: not an issue form: it has no settings" in previewed.err
    assert f"error: {path}" in place.bot("doctor", "--offline").out


def test_this_repository_is_in_order(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["doctor", "--offline"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings (GitHub was not asked)\n"


def test_an_empty_place_has_everything_missing(capsys, monkeypatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    assert main(["doctor", "--offline"]) == 1
    printed = capsys.readouterr().out
    for name in ("README.md", "list.yml", "contribute.yml", "sweep.yml"):
        assert name in printed


def test_a_list_commands_no_runner(capsys, monkeypatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    (tmp_path / "README.md").write_text(
        LIST.replace("Zaptec Pro |", "Zaptec Pro ##[error]owned |"), encoding="utf-8"
    )
    main(["doctor", "--offline"])
    printed = capsys.readouterr().out
    assert "# #[error]owned" in printed
    assert "##[" not in printed
