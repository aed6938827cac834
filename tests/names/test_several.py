"""Names which may be several, and single ones that only look so."""

import pytest

from bot.names.several import Several, several_names
from tests.charger_list import VOCABULARY

_LISTED = {"Go", "Pro", "KW-7"}


@pytest.mark.parametrize(
    "name",
    [
        "Go 3/Go 4",
        "Go 3/Pro 2",
        "Go 3 plus Pro 2",
        "Go 3 sowie Pro 2",
        "Go 3 resp. Pro 2",
        "Go 3 u. Pro 2",
        "Go 3 as well as Pro 2",
        "Go 3 ainsi que Pro 2",
        "Go 3 - Pro 2 - Sense",
        "Go Pro",
        "Go - Pro",
        "KW-7 Pro",
        "KWX122C KWX222C",
        "KeContact P30 KeContact P40",
    ],
)
def test_several_names(name: str):
    assert several_names(name, VOCABULARY, _LISTED.__contains__)


@pytest.mark.parametrize(
    "name",
    [
        "Pulsar Plus",
        "Pulsar Plus Home",
        "Go 3 with display plus RFID",
        "AMTRON T2/T2 22",
        "Thor A/S 22",
        "Terra AC/DC 54",
        "Smart Evse v3 / v3.5",
        "Wallbox - Home",
        "Twin Charger Twin",
        "EVA-07S-SE + Display",
        "KWX122C 22",
        "Type 2 22 kW Type 2",
    ],
)
def test_one_name(name: str):
    assert several_names(name, VOCABULARY, _LISTED.__contains__) is Several.NO
