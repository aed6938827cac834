"""Mistakes in the list, the forms, the clone or the variables of GitHub Actions: one line each."""

import pytest
import yaml

from tests.charger_list import LIST
from tests.command_line import BODY, FORMS, Place, make_clone, markdown

WRONG_USAGE, NEEDS_MAINTAINER = 2, 1
DEEP = 3_000


BROKEN_LISTS = {
    "not UTF-8": (LIST.encode().replace(b"### go-e", b"### g\xff-e"), "README.md:36: "),
    "empty": (b"", "README.md:1: "),
    "without the heading": (
        LIST.replace("## EV Charger List", "## Chargers").encode(),
        "README.md:25: ",
    ),
    "with another header": (LIST.replace("| Model |", "| Name |").encode(), "README.md:29: "),
    "with two sections of a brand": (LIST.replace("### go-e", "### Zaptec").encode(), "README.md:"),
}


@pytest.mark.parametrize("command", ["preview", "apply"])
@pytest.mark.parametrize(("content", "reported"), BROKEN_LISTS.values(), ids=BROKEN_LISTS)
def test_a_broken_list_is_named_with_its_line(
    place: Place, command: str, content: bytes, reported: str
):
    place.write("README.md", content)
    make_clone(place)
    ran = place.bot(command, place.write("a", markdown()))
    assert ran.status == NEEDS_MAINTAINER
    assert ran.err.startswith(f"error: {reported}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("readme", ["MISSING.md", ".", "no/such/README.md"])
def test_a_list_that_cannot_be_read_is_named(place: Place, readme: str):
    ran = place.bot(
        "preview", place.write("a", markdown()), "--readme", readme, "--forms", str(FORMS)
    )
    assert (ran.status, ran.out) == (NEEDS_MAINTAINER, "")
    assert ran.err.startswith(f"error: {readme}: ")


def test_issues_that_the_broken_list_does_not_concern_are_reported_all_the_same(place: Place):
    place.write("README.md", "# Nothing\n")
    files = [
        place.write("a", markdown()),
        place.write("b", "Hello"),
        place.write("c", markdown(number=13)),
    ]
    ran = place.bot("preview", "--json", *files)
    assert [record["outcome"] for record in ran.records] == ["reply", "nothing", "reply"]
    assert (ran.status, ran.err.count("error:")) == (NEEDS_MAINTAINER, 1)


def test_a_broken_list_is_named_as_it_was_given(place: Place):
    place.write("docs/list.md", "# Nothing\n")
    ran = place.bot(
        "preview", place.write("a", markdown()), "--readme", "docs/list.md", "--forms", str(FORMS)
    )
    assert ran.err.startswith("error: docs/list.md:1: ")


def form_with(**changes: object) -> str:
    return yaml.safe_dump(
        {"name": "New charger", "description": "A", "labels": ["new-charger"]} | changes
    )


def one_field(**changes: object) -> str:
    field = {"type": "input", "id": "brand", "attributes": {"label": "Brand"}}
    return form_with(
        body=[{key: value for key, value in (field | changes).items() if value is not None}]
    )


BROKEN_FORMS = {
    "not UTF-8": b"\xff",
    "broken YAML": "body: [",
    "a control character": "name: \x07",
    "a date that is none": "name: 2026-99-99",
    "nested too deep": "body: " + "[" * DEEP,
    "empty": "",
    "a list": "- 1",
    "a word": "form",
    "no body": form_with(),
    "no name": yaml.safe_dump({"labels": ["new-charger"], "body": []}),
    "no labels": form_with(labels=[], body=[]),
    "a body that is nothing": form_with(body=None),
    "without fields": form_with(body=[]),
    "only text": form_with(body=[{"type": "markdown", "attributes": {"value": "Hello"}}]),
    "a part that is a word": form_with(body=["brand"]),
    "without attributes": one_field(attributes=None),
    "without label": one_field(attributes={"description": "a"}),
    "without id": one_field(id=None),
    "options that are a number": one_field(
        type="dropdown", attributes={"label": "Brand", "options": 5}
    ),
    "only one of its fields": one_field(),
    "fields of another form": one_field(id="colour"),
}


@pytest.mark.parametrize("content", BROKEN_FORMS.values(), ids=BROKEN_FORMS)
def test_a_broken_form_is_named(place: Place, content: str | bytes):
    place.write(str(FORMS / "new-charger.yml"), content)
    ran = place.bot("preview", place.write("a", markdown()))
    assert (ran.status, ran.out) == (NEEDS_MAINTAINER, "")
    assert ran.err.startswith(f"error: {FORMS / 'new-charger.yml'}:")
    assert ran.err.count("\n") == ran.err.count("error: ") <= 2
    assert len(ran.err) < 1000


@pytest.mark.parametrize("name", ["new-charger.yml", "new-brand.yml", "invalid.yml"])
def test_a_missing_form_is_named(place: Place, name: str):
    (place.folder / FORMS / name).unlink()
    ran = place.bot("preview", place.write("a", markdown()))
    assert (ran.status, ran.out) == (NEEDS_MAINTAINER, "")
    assert ran.err.startswith(f"error: {FORMS / name}: ")


COLUMNS = {"ocpp_versions", "communication", "notes", "sources"}


@pytest.mark.parametrize(
    ("name", "free"),
    [("new-charger.yml", set()), ("new-brand.yml", set()), ("invalid.yml", COLUMNS)],
)
def test_a_form_that_lacks_a_field_of_the_list_is_named(place: Place, name: str, free: set[str]):
    path = place.folder / FORMS / name
    whole = yaml.safe_load(path.read_text())
    parts = [part for part in whole["body"] if part["type"] != "markdown"]
    for part in [part for part in parts if part["id"] not in free]:
        place.write(
            str(FORMS / name),
            yaml.safe_dump(whole | {"body": [p for p in whole["body"] if p is not part]}),
        )
        ran = place.bot("preview", place.write("a", markdown(labels=[name.removesuffix(".yml")])))
        assert (ran.status, part["id"] in ran.err) == (NEEDS_MAINTAINER, True)


def test_apply_outside_of_a_clone_is_wrong_usage(place: Place):
    ran = place.bot("apply", place.write("a", markdown()))
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert "git repository" in ran.err


def test_apply_in_a_repository_without_commits_is_wrong_usage(place: Place):
    place.git("init", "--quiet", "--initial-branch=main")
    ran = place.bot("apply", place.write("a", markdown()))
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err.startswith("python -m bot apply: ")


def test_apply_to_a_list_that_nobody_has_committed_is_wrong_usage(place: Place):
    make_clone(place)
    place.write("NEW.md", LIST)
    ran = place.bot("apply", place.write("a", markdown()), "--readme", "NEW.md")
    assert (ran.status, ran.out, "NEW.md" in ran.err) == (WRONG_USAGE, "", True)


def test_apply_needs_a_number_to_name_the_branch_after(place: Place):
    make_clone(place)
    ran = place.bot("apply", place.write("mail.md", f"---\nlabels: [new-charger]\n---\n{BODY}"))
    assert (ran.status, place.git("branch")) == (WRONG_USAGE, "* main")
    assert "mail.md: the issue has no number" in ran.err


def test_apply_with_a_number_too_long_for_a_branch_is_wrong_usage(place: Place):
    make_clone(place)
    ran = place.bot("apply", place.write("a", markdown(number=10**400)))
    assert (ran.status, place.git("branch")) == (WRONG_USAGE, "* main")
    assert ran.err.startswith("python -m bot apply: ")


@pytest.mark.parametrize("switch", ["--quiet", "--detach"])
def test_apply_on_a_branch_of_the_bot_is_wrong_usage_unless_detached(place: Place, switch: str):
    make_clone(place)
    place.git("branch", "bot/issue-3")
    place.git("switch", switch, "bot/issue-3")
    ran = place.bot("apply", place.write("a", markdown()))
    if switch == "--detach":
        assert (ran.status, ran.err) == (0, "")
    else:
        assert (ran.status, ran.out) == (WRONG_USAGE, "")
        assert "bot/issue-3 is checked out" in ran.err


def test_apply_without_git_in_path_is_reported(place: Place):
    make_clone(place)
    ran = place.process("apply", place.write("a", markdown()), PATH=str(place.folder))
    assert (ran.status, ran.out, ran.err) == (
        NEEDS_MAINTAINER,
        "",
        "error: git is not installed.\n",
    )


def test_wrong_usage_gives_the_runner_of_a_workflow_no_command(place: Place):
    ran = place.bot("preview", "--label", "##[error]x\n::error::y", place.write("a", markdown()))
    assert ran.status == WRONG_USAGE
    assert "# #[error]x ::error::y" in ran.err
    assert ran.err.count("\n") == 1
