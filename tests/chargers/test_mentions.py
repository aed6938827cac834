"""Where a text in small letters names OCPP and its versions."""

import pytest

from bot.chargers.mentions import may_mean, mentioned_versions, ocpp_places


@pytest.mark.parametrize("text", ["", "ocp", "hocpp", "ocppression", "open charge point"])
def test_no_place(text: str):
    assert ocpp_places(text) == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ocpp", (0,)),
        ("with ocpp and o-c-p-p", (5, 14)),
        ("ocppj", (0,)),
        ("the open charge point protocol (ocpp)", (4, 32)),
    ],
)
def test_places(text: str, places: tuple[int, ...]):
    assert ocpp_places(text) == places


@pytest.mark.parametrize("text", ["", "ocpp", "1.5", "2.0.1.5", "12.0", "version 1.60.2"])
def test_no_version(text: str):
    assert mentioned_versions(text, (0,)) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2.0", {"2.0": True}),
        ("2.1 and 2.0.1", {"2.0.1": True, "2.1": True}),
        ("1.6", {"1.6": True}),
        ("1.6j", {"1.6J": True}),
        ("1.6 (soap)", {"1.6S": True}),
        ("1.6 json/soap", {"1.6J": True, "1.6S": True}),
        ("ocpp-j 1.6", {"1.6J": True}),
        ("ocpp-s v1.6, j", {"1.6J": True, "1.6S": True}),
        ("2.0 json", {"2.0": True}),
        ("2.01", {"2.0": False}),
        ("2.01 or 2.0", {"2.0": True}),
        ("2.0 or 2.01", {"2.0": True}),
    ],
)
def test_versions_near_the_protocol(text: str, found: dict[str, bool]):
    assert mentioned_versions(text, (0,)) == found
    assert list(mentioned_versions(text, (0,))) == sorted(found)


@pytest.mark.parametrize(
    ("places", "is_sure"),
    [((), False), ((19,), False), ((20,), True), ((0, 180), True), ((181,), False)],
)
def test_near_is_within_80_characters_before_or_after(places: tuple[int, ...], is_sure: bool):
    text = " " * 100 + "2.0"
    assert mentioned_versions(text, places) == {"2.0": is_sure}


def test_a_version_without_its_transport():
    assert may_mean("1.6", "1.6J")
    assert may_mean("1.6", "1.6S")
    assert not may_mean("1.6", "2.0.1")
    assert not may_mean("2.0", "1.6J")
