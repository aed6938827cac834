"""Modules keep to their layers, and each package has tests."""

import pytest
from importlinter.cli import lint_imports

from tests.charger_list import ROOT


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_each_package_has_a_folder_of_tests():
    packages = sorted(path.parent.name for path in (ROOT / "bot").glob("*/__init__.py"))
    assert packages
    assert [name for name in packages if not [*(ROOT / "tests" / name).glob("test_*.py")]] == []
