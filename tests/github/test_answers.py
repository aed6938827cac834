"""What GitHub answers is read with its gaps."""

import pytest

from bot.github.answers import Connection, Label


@pytest.mark.parametrize(
    ("nodes", "read"),
    [(None, []), ([], []), ([None], []), ([None, {"name": "a"}, None, {"name": "b"}], ["a", "b"])],
)
def test_what_github_cannot_show_is_left_out(nodes, read):
    found = Connection[Label].model_validate({"nodes": nodes})
    assert [label.name for label in found.nodes] == read
