import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from bot.errors import MaintainerError
from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.history import History
from bot.local.state_file import read_history, write_history

ANSWER = SourceAnswer(
    address="https://zaptec.com/",
    verdict=Verdict.MISSING,
    reason="there is no such host",
    asked_at=datetime(2026, 11, 1, tzinfo=UTC),
)
HISTORY = History(records={}).learn([ANSWER])


def test_no_file_is_an_empty_history(tmp_path):
    assert read_history(tmp_path / "state.json") == History(records={})


def test_what_is_written_is_read(tmp_path):
    write_history(tmp_path / "state.json", HISTORY)
    assert read_history(tmp_path / "state.json") == HISTORY
    assert [file.name for file in tmp_path.iterdir()] == ["state.json"]
    assert "null" not in (tmp_path / "state.json").read_text()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not JSON, or cut short"),
        ('{"version": 1, "records": {"https', "is not JSON, or cut short"),
        ("\0" * 100, "is not JSON, or cut short"),
        ("[" * 100_000, "is not JSON, or cut short"),
        ('{"version": 2, "records": {}}', "was written by another version"),
        ('{"version": "one"}', "was written by another version"),
        ("{}", "holds something else"),
        ("[]", "holds something else"),
        ("null", "holds something else"),
        ('{"version": 1, "records": {"https://a.com/": {"verdict": "fine"}}}', "holds something"),
    ],
)
def test_a_broken_file_is_named_and_kept(tmp_path, text, message):
    file = tmp_path / "state.json"
    file.write_text(text)
    with pytest.raises(MaintainerError, match=message) as caught:
        read_history(file)
    assert str(file) in str(caught.value)
    assert file.read_text() == text


def test_a_file_cut_at_any_place_is_never_read_as_less(tmp_path):
    file = tmp_path / "state.json"
    write_history(file, HISTORY)
    whole = file.read_bytes().rstrip()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(MaintainerError):
            read_history(file)


def test_the_file_is_made_in_its_own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no"))
    write_history(tmp_path / "state.json", HISTORY)
    assert read_history(tmp_path / "state.json") == HISTORY


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(MaintainerError, match="No such file"):
        write_history(tmp_path / "no" / "state.json", HISTORY)


def test_a_folder_in_place_of_the_file(tmp_path):
    with pytest.raises(MaintainerError, match="Is a directory"):
        read_history(tmp_path)
    with pytest.raises(MaintainerError):
        write_history(tmp_path, HISTORY)
    assert list(tmp_path.iterdir()) == []


def test_many_runs_at_once_leave_a_whole_file(tmp_path):
    file = tmp_path / "state.json"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: write_history(file, HISTORY), range(100)))
    assert read_history(file) == HISTORY
    assert len(list(tmp_path.iterdir())) == 1


def test_the_file_has_a_version(tmp_path):
    write_history(tmp_path / "state.json", HISTORY)
    text = (tmp_path / "state.json").read_text()
    assert json.loads(text)["version"] == 1
    assert text.startswith('{\n "version": 1,\n "records": {\n  "https://zaptec.com/": {')
    assert text.endswith("}\n")
