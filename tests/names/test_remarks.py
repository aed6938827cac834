"""Words meant for a person."""

import pytest

from bot.names.remarks import asks_to_empty


@pytest.mark.parametrize(
    "text",
    [
        "remove",
        "Delete.",
        "clear",
        "gone",
        "remove the note",
        "wrong, delete this",
        "Please remove!",
        "**no longer correct, please delete**",
        "Bitte löschen",
        "Supprimer la note, s'il vous plaît",
        "Ta bort anteckningen",
    ],
)
def test_a_request_to_empty_the_notes(text: str):
    assert asks_to_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Cable removed",
        "Sold until 2023",
        "Wrong firmware deletes the key",
        "Not true",
        "the",
    ],
)
def test_notes(text: str):
    assert not asks_to_empty(text)
