"""The command, from a list to its output, against the bed."""

import json
import sys

import pytest

from bot.__main__ import main
from bot.cli.sources import sources
from bot.errors import MaintainerError, ReadmeError
from bot.evidence.answer import MAX_ADDRESS, Questions
from bot.evidence.question import Question
from tests.evidence.bed.behaviours import make_bed

ROWS = """# Chargers

## EV Charger List

### Zaptec

| Model | OCPP Version | Communication | Notes | Source |
| --- | --- | --- | --- | --- |
"""


@pytest.fixture(scope="module")
def bed():
    with make_bed() as bed:
        yield bed


def row(model, *addresses):
    links = " \\| ".join(f"[Manual]({address})" for address in addresses)
    return f"| {model} | 1.6J | 🔌 Direct |  | {links or 'Source needed!'} |\n"


def ask(tmp_path, bed, rows, **changes):
    file = tmp_path / "README.md"
    file.write_text(ROWS + rows, encoding="utf-8")
    options = {"readme": file, "json": False, "state": None} | changes
    return sources(bed.network(), **options)


def test_a_list_without_sources(tmp_path, bed, capsys):
    assert ask(tmp_path, bed, row("Zaptec Go")) == 0
    assert capsys.readouterr().out == "There is no source to ask for.\n"


def test_what_is_alive_is_only_counted(tmp_path, bed, capsys):
    address = bed.url("plain")
    assert ask(tmp_path, bed, row("Zaptec Go", address) + row("Zaptec Pro", address)) == 0
    out, error = capsys.readouterr()
    assert out == "1 alive\n"
    assert error == f"[1/1] alive: {address}\n"


def test_each_row_of_what_is_not_alive_is_named(tmp_path, bed, capsys):
    address = bed.url("gone-404")
    readme = row("Zaptec Go", address, bed.url("created")) + row("Zaptec Pro", address)
    assert ask(tmp_path, bed, readme) == 0
    lines = capsys.readouterr().out.splitlines()
    file = (tmp_path / "README.md").as_posix()
    assert lines[0] == f"missing: {address}"
    assert lines[1] == "    the server says that it is not there (404)"
    assert lines[4:] == [
        f"    {file}:9: Zaptec Go",
        f"    {file}:10: Zaptec Pro",
        "1 alive, 1 missing",
    ]


def test_dead_is_what_was_missing_a_day_ago_too(tmp_path, bed, capsys):
    state = tmp_path / "state.json"
    readme = row("Zaptec Go", bed.url("gone-410"))
    assert ask(tmp_path, bed, readme, state=state) == 0
    age(state, bed.url("gone-410"))
    assert ask(tmp_path, bed, readme, state=state) == 1
    assert "dead: http://gone-410" in capsys.readouterr().out


def age(state, address):
    """Make the first sight one of two days ago."""
    history = json.loads(state.read_text())
    record = history["records"][address]
    record["absence"] |= {"since": "2026-01-01T00:00:00Z", "last": "2026-01-01T00:00:00Z"}
    record["asked_at"] = "2026-01-01T00:00:00Z"
    state.write_text(json.dumps(history))


def test_the_json_of_one_run_is_the_input_of_another(tmp_path, bed, capsys):
    readme = row("Zaptec Go", bed.url("gone-404"), bed.url("plain"))
    ask(tmp_path, bed, readme, json=True)
    printed = capsys.readouterr().out
    file = tmp_path / "answers.json"
    file.write_text(printed)
    before = len(bed.requests["plain"])
    arguments = [str(tmp_path / "README.md"), "--json", "--answers", str(file)]
    assert main(["sources", *arguments]) == 0
    assert capsys.readouterr().out == printed
    assert len(bed.requests["plain"]) == before


def test_one_source_is_read_too(tmp_path, bed, capsys):
    assert ask(tmp_path, bed, "", source=bed.url("pdf"), readme=tmp_path / "no list") == 0
    out = capsys.readouterr().out
    assert "PDF, titled: Zaptec Go manual" in out
    assert "OCPP 1.6J: yes" in out


def test_the_questions_of_a_submission(tmp_path, bed, capsys):
    file = tmp_path / "questions.json"
    question = Question(address=bed.url("old-http"), models=("Zaptec Go", "Zaptec Pro"))
    file.write_text(Questions(questions=(question,)).model_dump_json())
    assert ask(tmp_path, bed, "", questions=file, json=True, readme=tmp_path / "no list") == 0
    [answer] = json.loads(capsys.readouterr().out)["answers"]
    found = {one["model"]: one["presence"] for one in answer["reading"]["models"]}
    assert found == {"Zaptec Go": "yes", "Zaptec Pro": "not found"}


def test_an_address_steers_no_terminal_and_no_runner(tmp_path, bed, capsys):
    ask(tmp_path, bed, "", source="\x1b]0;x\x07\n::error::##[error]\u202e")
    out, error = capsys.readouterr()
    for text in (out, error):
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
        assert "##[" not in text
        assert all(char.isprintable() or char == "\n" for char in text)


def test_without_a_network_nothing_is_noted(tmp_path, bed):
    state = tmp_path / "state.json"
    readme = row("Zaptec Go", bed.url("gone-host"), bed.url("lookup-fails"))
    with pytest.raises(MaintainerError, match=r"^No host .*Nothing was noted\.$"):
        ask(tmp_path, bed, readme, state=state)
    assert not state.exists()


def test_a_broken_state_is_found_before_anything_is_asked(tmp_path, bed):
    state = tmp_path / "state.json"
    state.write_text("{")
    before = len(bed.requests["plain"])
    with pytest.raises(MaintainerError, match="is not JSON"):
        ask(tmp_path, bed, row("Zaptec Go", bed.url("plain")), state=state)
    assert len(bed.requests["plain"]) == before


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "all_proxy"])
def test_a_proxy_is_named(tmp_path, bed, monkeypatch, capsys, name: str):
    monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert ask(tmp_path, bed, row("Zaptec Go", bed.url("plain"))) == 0
    assert "A proxy is set. It is not used" in capsys.readouterr().err


def test_links_that_are_no_addresses(tmp_path, bed, capsys):
    longest = "x" * MAX_ADDRESS
    readme = row("Zaptec Go", "", "#top", "docs/manual.pdf", "x", longest, f"{longest}x")
    assert ask(tmp_path, bed, readme) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 unknown"


def test_a_brand_that_cannot_be_read_does_not_stop_the_others(tmp_path, bed, capsys):
    readme = row("Zaptec Go", bed.url("plain")) + "\n### go-e\n\n```\n| go-e | |\n```\n"
    assert ask(tmp_path, bed, readme) == 0
    out, error = capsys.readouterr()
    assert out == "1 alive\n"
    assert error.startswith(f"error: {(tmp_path / 'README.md').as_posix()}:")
    with pytest.raises(ReadmeError):  # their sources would be taken out of the report
        ask(tmp_path, bed, readme, issue=True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--source"],
        ["--source", ""],
        ["--source", "x" * (MAX_ADDRESS + 1)],
        ["--source", "x", "--answers", "y"],
        ["--source", "x", "--questions", "y"],
        ["--verbose"],
        ["a.md", "b.md"],
    ],
)
def test_wrong_usage(arguments, capsys):
    with pytest.raises(SystemExit) as ended:  # argparse leaves so
        sys.exit(main(["sources", *arguments]))
    assert ended.value.code == 2


def test_what_excludes_each_other_is_named(capsys):
    assert main(["sources", "--source", "x", "--answers", "y"]) == 2
    assert "--source, --questions and --answers exclude each other\n" in capsys.readouterr().err


def test_a_list_that_is_not_there(tmp_path, capsys):
    assert main(["sources", str(tmp_path / "README.md")]) == 1
    assert "No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:{port}/page", "http://localhost:{port}/page"]
)
def test_no_switch_of_a_caller_reaches_this_machine(bed, address, monkeypatch, capsys):
    """Nothing but a test's own code can put the bed in reach."""
    before = sum(map(len, bed.requests.values()))
    assert main(["sources", "--source", address.format(port=bed.port)]) == 0
    assert "not on the public internet" in capsys.readouterr().out
    assert sum(map(len, bed.requests.values())) == before
