import pytest

from bot.evidence.answer import Presence
from bot.evidence.mentions import find_model, find_ocpp, find_versions, fold_text


def versions(text):
    return {one.version: one.presence.value for one in find_versions(fold_text(text))}


def model(text, name="Zaptec Go"):
    return find_model(fold_text(text), name).presence.value


@pytest.mark.parametrize(
    "text",
    [
        "OCPP", "ocpp1.6", "OCPP-J", "O C P P", "OC\u00adPP", "OC\ufffe\nPP", "ＯＣＰＰ",
        "supports OCPP.", "支持OCPP协议", "OCPP-fähig", "Open Charge Point Protocol",
    ],
)  # fmt: skip
def test_ocpp_is_found(text):
    assert find_ocpp(fold_text(text)) is Presence.YES


@pytest.mark.parametrize("text", ["", "OCP", "hocpp", "the shop called Ocppression", "O.C. Power"])
def test_ocpp_is_not_found(text):
    assert find_ocpp(fold_text(text)) is Presence.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("OCPP 1.6J", {"1.6J": "yes"}),
        ("OCPP 1.6-J", {"1.6J": "yes"}),
        ("OCPP-J 1.6", {"1.6J": "yes"}),
        ("OCPP 1.6 (JSON)", {"1.6J": "yes"}),
        ("OCPP 1.6 SOAP", {"1.6S": "yes"}),
        ("OCPP 1.6J/S", {"1.6J": "yes", "1.6S": "yes"}),
        ("OCPP 1.6", {"1.6": "yes"}),
        ("OCPP 1.6, J1772", {"1.6": "yes"}),
        ("OCPP 1.6 supports", {"1.6": "yes"}),
        ("OCPP v1.6 / 2.0.1 / 2.1", {"1.6": "yes", "2.0.1": "yes", "2.1": "yes"}),
        ("O C P P 2 . 0 . 1", {"2.0.1": "yes"}),
        ("2.0.1 (OCPP)", {"2.0.1": "yes"}),
        ("OCPP 2.0\u00b9", {"2.0": "yes"}),
        ("OCPP 2.01", {"2.0": "maybe"}),
        ("OCPP 2.0.11", {"2.0.1": "maybe"}),
        ("OCPP 2.0.1.5", {}),
        ("OCPP 12.0 or 1.60.2", {}),
        ("USB 2.0", {"2.0": "maybe"}),
        ("OCPP. " + "More words. " * 10 + "USB 2.0", {"2.0": "maybe"}),
        ("USB 2.0. " + "More words. " * 10 + "OCPP 2.0", {"2.0": "yes"}),
    ],
)
def test_versions(text, found):
    assert versions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the Zaptec Go charger", "ZAPTEC GO", "ZaptecGo", "Zaptec-Go", "Zaptec® Go", "Zaptec\nGo",
        "Zap\u00ad\ntec Go", "Zap\u2010\ntec Go", "Zap\u0002\ntec Go", "Z a p t e c G o",
        "O C P P for Z a p t e c G o and o t h e r s",
        "Ｚａｐｔｅｃ Ｇｏ", "支持ZaptecGo的", "Zaptec  Go 2",
    ],
)  # fmt: skip
def test_a_model_is_found(text):
    assert model(text) == "yes"


@pytest.mark.parametrize("text", ["Go, the charger by Zaptec", "Zaptec Pro and Zaptec-charger Go"])
def test_the_words_of_a_model_are_somewhere(text):
    assert model(text) == "maybe"


@pytest.mark.parametrize("text", ["", "Zaptec", "Zaptec Gothenburg", "Oztec Go", "Zaptec ... Pro"])
def test_a_model_is_not_found(text):
    assert model(text) == "not found"


def test_a_ligature_and_a_name_of_odd_characters():
    assert model("the ﬁne Oﬃce (22kW)", "fine Office 22 kW") == "yes"
    assert model("anything", "®™") == "not found"
    assert model("anything", "®") == "not found"


@pytest.mark.parametrize("piece", ["o ", "z", "z a p ", "ocpp 2.0", "1.6 ", "\u00ad ", "- ", "a  "])
def test_a_text_made_to_be_slow_takes_linear_time(piece):
    """A quadratic search would not end within the run."""
    text = fold_text(piece * (500_000 // len(piece)))
    find_versions(text)
    assert find_model(text, "z a p t e c " * 10).presence is Presence.NOT_FOUND
