"""Words in place of a name, composed of small words, against names which only look so."""

import pytest

from bot.names.stand_ins import means_several, replaces_name, without_reference
from tests.charger_list import VOCABULARY

_NO_NAMES = """
see manual; See the user manual (page 12); siehe Handbuch; bitte siehe Datenblatt; laut Typenschild
voir la notice; voir fiche technique; ver ficha técnica; véase el manual; vedi scheda tecnica
zie handleiding; se bruksanvisningen; katso käyttöohje; patrz instrukcja; according to the datasheet
see reason; siehe Begründung; as in the manual; siehe Link unten; see website for details; wie im Handbuch
all 22 kW models; all models from 2022; every model with 4G; all Go models; alle Go-Modelle
all Zaptec chargers; alle Modelle ab 2023; tous les modèles avec RFID; todos los modelos de 11 kW; every charger since 2020; all 7kW chargers in stock
and all other models; the entire Go range; sämtliche Geräte; both models; für alle 22-kW-Modelle
diverse Hersteller; Unknown manufacturer; Unknown brand; Noname (China); No name; unbekannter Hersteller
marque inconnue; fabricante desconocido; various Chinese brands; Unknown Chinese brand; no brand
no response; No answer; no change; keine Angaben; sans objet; as it is; no; inga
voir site du fabricant; alle laadpalen met RFID; and the rest; sowie weitere Modelle; Chinese brand
various Go and Pro models; Mixed brands; ohne Hersteller; sans marque; okänd tillverkare; Various (see below); several vendors
see model; siehe Modell; unknown and nameless; unknown or nameless
"""
_NAMES = """
All-in-One Charger; All Weather Charger; All Weather Wallbox; Allround 22; Every Day Charger; Complete 22; See Home 22
Sealand; Manual Charger 22; Link; EV Link; Notice 11; Unknown Worlds; Nobrand Box 22; EI Charger
SIN Wallbox; On Site 22; In-Line 22; Smart Home Series; Type 2; Other Ocean 22; Any22; Page 11
Wie 22; Noname X1; Go (all colours); Guide Pro; Model S (see manual)
"""


def _phrases(text: str) -> list[str]:
    return [phrase.strip() for phrase in text.replace("\n", ";").split(";") if phrase.strip()]


@pytest.mark.parametrize("phrase", _phrases(_NO_NAMES))
def test_words_in_place_of_a_name(phrase: str):
    assert replaces_name(phrase, VOCABULARY)


@pytest.mark.parametrize("name", _phrases(_NAMES))
def test_a_name_with_such_a_word(name: str):
    assert not replaces_name(name, VOCABULARY)


@pytest.mark.parametrize(
    "name",
    [
        "Go see manual",
        "Go - see the manual, page 12",
        "Go, see name in manual",
        "Go: see manual of the manufacturer",
        "Go page/see manual",
        "Go; see manual of these devices",
    ],
)
def test_a_name_without_a_reference(name: str):
    assert without_reference(name, VOCABULARY) == "Go"


def test_a_name_without_a_reference_is_whole():
    assert without_reference("Zaptec X, see manual", VOCABULARY) == "Zaptec X"


@pytest.mark.parametrize("name", ["See manual,", "Go manual", "Go, see Pro"])
def test_a_name_which_is_no_reference_beside_another_stays(name: str):
    assert without_reference(name, VOCABULARY) == name


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("all models", True), ("(alle Größen)", True), ("beide", True), ("see manual", False)],
)
def test_some_words_in_place_of_a_name_mean_several(phrase: str, expected: bool):
    assert means_several(phrase) is expected
