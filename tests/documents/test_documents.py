"""The documents for people: links lead somewhere, commands exist, and tables are complete."""

import ast
import doctest
import os
import re
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import bot
from bot.__main__ import main
from bot.cli.commands import COMMANDS, make_parser
from bot.decision.decision import IssueLabel
from bot.document.anchors import anchors
from bot.document.page import read_page
from tests.charger_list import FORMS, ROOT

DOCUMENTS = sorted(ROOT.glob("*.md"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
OLD_WORDS = re.compile(
    r"\b(?:house|rooms?|traps?|mend(?:s|ed)?|stands|blanks?|told|anew"
    r"|behind(?! a home router)|(?:a|common|its|the|their) begin)\b",
    re.IGNORECASE,
)
COMMAND = re.compile(r"python -m bot(?P<rest>(?: [^\s`#()]+)*)")
NO_PROSE = re.compile(
    r"^## EV Charger List$(?s:.*?)(?=^## )"  # the rows
    r"|^```(?s:.*?)^```$|^ {4,}(?![-*]).*$|`[^`]*`"  # code
    r"|\]\([^)]*\)",  # addresses
    re.MULTILINE,
)
MOST_RELATIVES = 1.5  # of 100 words; well-written pages of other projects have 0 to 1.5

each = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def anchors_of(path: Path) -> set[str]:
    page = read_page(path.read_bytes().decode())
    return set(anchors(heading.text for heading in page.headings))


def prose_of(path: Path) -> str:
    """The text without code, the addresses of links, and the rows of the list."""
    return NO_PROSE.sub("", path.read_text(encoding="utf-8"))


@each
def test_links_to_files_and_headings(path: Path):
    for match in LINK.finditer(path.read_text(encoding="utf-8")):
        target = match["target"]
        if target.startswith(("https://", "../../")):
            continue
        file, _, anchor = target.partition("#")
        linked = path.parent / file if file else path
        assert linked.exists(), target
        if anchor:
            assert anchor in anchors_of(linked), target


@each
def test_links_into_the_repository_on_github(path: Path):
    for match in LINK.finditer(path.read_text(encoding="utf-8")):
        target = match["target"]
        if not target.startswith("../../"):
            continue
        page = re.fullmatch(
            r"\.\./\.\./(?:issues/new\?template=(?P<form>[\w.-]+)"
            r"|actions/workflows/(?P<workflow>[\w.-]+)(?:/badge\.svg)?)",
            target,
        )
        assert page, target
        if page["form"]:
            assert (ROOT / ".github" / "ISSUE_TEMPLATE" / page["form"]).exists()
        else:
            assert (ROOT / ".github" / "workflows" / page["workflow"]).exists()


@each
def test_commands_of_the_bot(path: Path):
    names = {command.name for command in COMMANDS}
    for match in COMMAND.finditer(path.read_text(encoding="utf-8")):
        words = match["rest"].split()
        if words and words[0].startswith("-"):
            continue  # an option without a command, such as --version
        for word in words[:1]:
            assert word in names, match.group()
        for option in (word for word in words if word.startswith("--")):
            assert option in options_of(words[0]), match.group()


def options_of(command: str) -> set[str]:
    (one,) = [known for known in COMMANDS if known.name == command]
    return {name for names, _ in one.arguments for name in names} | {"--help"}


def test_each_command_is_in_the_help():
    text = make_parser("python -m bot").format_help()
    for command in COMMANDS:
        assert f"\n    {command.name} " in text


@each
def test_targets_of_make(path: Path):
    targets = set(re.findall(r"^([.\w/]+):", text_of("Makefile"), re.MULTILINE))
    for target in re.findall(r"(?:`|^ +)make (?:-C bot )?([.\w/]+)", path.read_text("utf-8"), re.M):
        assert target in targets


@each
def test_tests_which_are_named(path: Path):
    for test in re.findall(r"-m pytest (\S+)", path.read_text(encoding="utf-8")):
        assert (ROOT / test).exists()


@pytest.mark.parametrize("name", ["Makefile", "tests/prove/mutation.toml"])
def test_files_which_settings_name(name: str):
    named = re.findall(r"(?<![\w/.])(?:tests|requirements|examples|bot)/[\w./-]+", text_of(name))
    assert named
    assert [file for file in named if not (ROOT / file).exists()] == []


def test_make_cases_writes_all_golden_files():
    writers = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if 'getoption("--bless")' in path.read_text(encoding="utf-8") and path != Path(__file__)
    ]
    golden = re.search(r"^GOLDEN := ((?:.*\\\n)*.*)$", text_of("Makefile"), re.MULTILINE)
    assert golden
    assert sorted(golden[1].replace("\\", "").split()) == sorted(writers)


def test_all_targets_of_make_are_explained():
    explained = set(re.findall(r"^\| `make (\w+)`", text_of("CONTRIBUTING.md"), re.MULTILINE))
    helped = set(re.findall(r"^(\w+):.*## ", text_of("Makefile"), re.MULTILINE))
    assert explained == helped - {"help"}


def test_all_workflows_are_explained():
    names = {yaml.safe_load(path.read_text(encoding="utf-8"))["name"] for path in WORKFLOWS}
    section = text_of("MAINTAINING.md").partition("## Workflows")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| \*([^*]+)\* \|", section, re.MULTILINE)) == names


def test_all_labels_are_explained():
    section = text_of("MAINTAINING.md").partition("## Labels")[2].partition("\n## ")[0]
    explained = set(re.findall(r"`([\w-]+)`", "".join(re.findall(r"^\|[^|]*\|", section, re.M))))
    forms = {form.issue_label for form in FORMS}
    assert explained == forms | set(IssueLabel) | {"stale", "bug"}


def test_all_inputs_of_the_action_are_explained():
    inputs = yaml.safe_load(text_of("action.yml"))["inputs"]
    section = (
        text_of("ADOPTING.md").partition("The action has these inputs:")[2].partition("## ")[0]
    )
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(inputs)


def test_the_picture_of_the_packages_is_their_order():
    (contract,) = [
        one for one in PYPROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "layers"
    ]
    picture = text_of("CONTRIBUTING.md").partition("```mermaid\nflowchart")[2].partition("```")[0]
    assert re.findall(r'\["(bot\.\w+):', picture) == contract["layers"]
    assert "->" not in picture  # an arrow would read as an import


def test_all_pages_are_in_the_table_of_the_readme():
    linked = set(re.findall(r"^\| \[([A-Z]+\.md)\]", text_of("README.md"), re.MULTILINE))
    assert linked == {path.name for path in DOCUMENTS} - {"README.md"}


def test_the_example_of_a_decision(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner()
    text = text_of("CONTRIBUTING.md")
    example = parser.get_doctest(text, {}, "CONTRIBUTING.md", None, 0)
    assert example.examples
    assert runner.run(example).failed == 0


def test_the_example_of_the_demo(capsys: pytest.CaptureFixture[str], monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    shown = text_of("README.md").partition("```text\n")[2].partition("```")[0]
    arguments = ["--readme", "examples/list/README.md", "examples/101-new-charger.md"]
    assert main(["preview", *arguments]) == 0
    assert shown.partition("\n")[2].strip() in capsys.readouterr().out


def test_the_hook_of_pre_commit_is_a_program():
    (hook,) = yaml.safe_load(text_of(".pre-commit-hooks.yaml"))
    assert (hook["id"], hook["language"]) == ("list-check", "script")
    assert os.access(ROOT / hook["entry"], os.X_OK)


def test_one_version():
    dated = re.search(r"^## (\S+) - \d{4}-\d\d-\d\d$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert dated
    assert bot.__version__ == PYPROJECT["project"]["version"] == dated[1]


def test_one_address_of_the_page():
    config = yaml.safe_load(text_of(".github/ISSUE_TEMPLATE/config.yml"))
    address = config["contact_links"][0]["url"]
    assert f"({address})" in text_of("README.md")
    assert f"({address}catalogue.json)" in text_of("README.md")


def test_the_form_for_bugs_is_none_of_the_list():
    form = yaml.safe_load(text_of(".github/ISSUE_TEMPLATE/bug.yml"))
    assert not {one.issue_label for one in FORMS} & set(form["labels"])
    labels = {field.label for one in FORMS for field in one.fields}
    asked = {one["attributes"].get("label") for one in form["body"]}
    assert not labels & asked


@each
def test_plain_english(path: Path):
    prose = prose_of(path)
    assert OLD_WORDS.findall(prose) == []
    words = re.findall(r"[A-Za-z’'-]+", prose)
    relatives = [word for word in words if word.lower() in {"that", "what", "which"}]
    assert len(relatives) <= MOST_RELATIVES * len(words) / 100


def test_plain_english_in_the_code():
    found = []
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for line, text in comments_and_docstrings(path):
            found += [f"{path}:{line}: {word}" for word in OLD_WORDS.findall(text)]
    assert found == []


def comments_and_docstrings(path: Path) -> Iterator[tuple[int, str]]:
    """The texts for readers of a module, with their lines."""
    with tokenize.open(path) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            yield node.body[0].lineno, ast.get_docstring(node) or ""
