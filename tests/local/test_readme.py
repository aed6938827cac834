"""The list as a file."""

from pathlib import Path

import pytest

from bot.errors import MaintainerError, ReadmeError
from bot.local.readme import read_readme, write_whole


def test_a_list_is_read_with_its_line_ends(tmp_path: Path):
    path = tmp_path / "README.md"
    path.write_bytes("é\r\nb\n".encode())
    assert read_readme(path) == "é\r\nb\n"


@pytest.mark.parametrize("name", ["missing.md", ""])
def test_a_list_that_cannot_be_read_is_named(tmp_path: Path, name: str):
    with pytest.raises(MaintainerError) as caught:
        read_readme(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}: ")


def test_a_list_that_is_no_text_is_named_with_its_line(tmp_path: Path):
    (tmp_path / "README.md").write_bytes(b"a\n\xff")
    with pytest.raises(ReadmeError) as caught:
        read_readme(tmp_path / "README.md")
    assert caught.value.line == 2


def test_a_list_is_written_byte_for_byte_with_its_mode_and_nothing_beside_it(tmp_path: Path):
    path = tmp_path / "README.md"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "é\r\nb\n")
    assert path.read_bytes() == "é\r\nb\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "list.md").write_text("old")
    link = tmp_path / "README.md"
    link.symlink_to(folder / "list.md")
    write_whole(link, "new")
    assert link.is_symlink()
    assert (folder / "list.md").read_text() == "new"


def test_a_list_that_cannot_be_written_is_named(tmp_path: Path):
    with pytest.raises(MaintainerError, match="No such file or directory"):
        write_whole(tmp_path / "missing" / "README.md", "new")
