"""The names of entries, with that of their section and without."""

from bot.shape.entry_names import canonical_name, entry_identity, full_name, own_name
from tests.charger_list import SHAPE
from tests.games import games_shape


def test_names_as_the_bot_writes_them():
    assert canonical_name(SHAPE, "Zaptec", "zaptec – go") == "Zaptec go"
    assert canonical_name(games_shape(), "Amiga", "amiga – go") == "amiga - go"
    assert full_name(SHAPE, "Zaptec", "Go") == "Zaptec Go"
    assert full_name(games_shape(), "Amiga", "Go") == "Go"
    assert own_name(SHAPE, "Zaptec", "Zaptec Go") == "Go"
    assert own_name(games_shape(), "Amiga", "Amiga Go") == "Amiga Go"


def test_names_of_one_entry():
    assert entry_identity(SHAPE, "Go 11kW") == entry_identity(SHAPE, "GO 11 kW")
    unrated = games_shape()
    assert entry_identity(unrated, "GÖ") == entry_identity(unrated, "go")
    assert entry_identity(unrated, "Go 11kW") != entry_identity(unrated, "Go 11 kW")
