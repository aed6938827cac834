"""Requests to add a link, to correct an entry, to write a note or to empty a cell."""

import pytest

from bot.names.requests import (
    asks_to_add,
    asks_to_correct,
    asks_to_empty,
    asks_to_write,
    is_request,
)


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
        "Please remove the part about the app",
        "Notes are wrong, delete them",
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
        "App, please remove the cable first",
        "the",
    ],
)
def test_notes(text: str):
    assert not asks_to_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "The notes should say that it needs an app",
        "Note should be: needs an app",
        "the comment must read: only in Norway",
        "add: works with 3.1",
        "add: works with: the app",
        "The notes should say note: it needs an app",
        "Please add: needs an app",
        "Add this to the notes: needs an app",
        "Die Notiz sollte lauten: braucht die App",
        "La note devrait dire que l'app suffit",
        "Bitte ergänzen: braucht die App",
    ],
)
def test_what_the_notes_should_say(text: str):
    assert asks_to_write(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "add:",
        "Notes: needs an app",
        "Note: firmware should be 2.4",
        "Note: must be 2.4 or newer",
        "Notes need an update",
        "Note that firmware should be 2.4",
        "Please note: it needs an app",
        "Add-on needed: RFID",
        "Add RFID: needs an app",
        "State: beta",
        "The notes should be",
        "Must be added by an installer",
        "Should read RFID cards",
    ],
)
def test_notes_which_say_it_themselves(text: str):
    assert not asks_to_write(text)


def test_words_for_a_mistake():
    for text in ("This is wrong", "typo!", "Bitte korrigieren", "please remove"):
        assert asks_to_correct(text)
    for text in ("", "Go 2", "wrongly"):
        assert not asks_to_correct(text)


def test_words_which_ask_for_something():
    for title in ("Please add this link", "new source:", "Link kaputt, bitte ersetzen", "Dziękuję"):
        assert is_request(title)
    for title in ("and", "From", "gefunden unter:", "same as before, and"):
        assert is_request(title)
    for title in ("", "Manual", "See", "Manual and sheet", "the", "New manual", "is dead"):
        assert not is_request(title)


def test_words_which_ask_to_add():
    for title in ("Please add this", "ALSO", "noch eine Quelle", "and", "unchanged, plus"):
        assert asks_to_add(title)
    for title in ("", "Please use this", "Address"):
        assert not asks_to_add(title)
