"""The stage on which the tests of this folder play."""

import pytest

from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()
