"""The form that fits an issue written freely, and the answers found in it."""

from pathlib import Path

import pytest

from bot.decision.free_text import FreeText, read_free_text
from bot.document.parse import parse
from bot.forms.form import Forms, Kind
from bot.forms.issue import Issue
from tests.charger_list import FORMS, LIST, SHAPE
from tests.forms.api_list import api_forms
from tests.stage import form

DOCUMENT = parse(LIST, SHAPE)


def read(text: str, title: str = "") -> FreeText:
    return read_free_text(Issue(1, title, text, ()), FORMS, DOCUMENT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Please add my charger", None),
        ("ZAPTEC speaks OCPP 1.6J since 2021", None),
        ("Please add the Zaptec Go 2, it speaks 1.6J.", Kind.ADD),
        ("The Zaptec Go 2 is not the Zaptec Go", Kind.ADD),
        ("Zaptec Go, Zaptec Go 2", Kind.ADD),
        ("Zaptec Go, Zaptec Go 2 is wrong", Kind.CORRECT),
        ("Brand: Zaptek\nModel: Go 2", Kind.ADD),
        ("**Brand:** Nobody\n**Models:** One", Kind.ADD_SECTION),
        ("The row of the Zaptec Go lacks a version", Kind.CORRECT),
        ("Falsch: der Zaptec Go ist nicht der Zaptec Go 2", Kind.CORRECT),
        ("Something is wrong with zaptec", Kind.CORRECT),
    ],
)
def test_the_text_says_which_form_fits(text: str, kind: Kind | None):
    assert read(text).kind is kind


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("zaptec go 2", "Zaptec go 2"),
        ("zaptec go is old", "Zaptec Go"),
        ("Zaptec, Oslo", None),
        ("Zaptec\nGo 2", None),
        ("Zaptec Go 2. The End", "Zaptec Go 2"),
        ("Zaptec Go 2 22 kW for homes", "Zaptec Go 2 22 kW"),
        ("Zaptec Go 2 OCPP 1.6J", "Zaptec Go 2"),
        ("Zaptec Go 2 https://zaptec.com", "Zaptec Go 2"),
        ("(*Zaptec* Go 2)", "Zaptec Go 2"),
        ("Zaptec Go 2 and Zaptec Sense, Zaptec Go 2", "Zaptec Go 2\nZaptec Sense"),
        ("Zaptec Go 2 and Charge Amps Halo 2", "Zaptec Go 2"),
        ("Zaptec Go 2\nModel: Sense", "Zaptec Sense"),
        ("Model: n/a", None),
        ("Zaptec Zaptec Go", "Zaptec Go"),
        ("Zaptec: Go 2", None),
        ("Zaptec Go (new)", "Zaptec Go"),
        ("Zaptec Go 2? Yes", "Zaptec Go 2"),
        ("Zaptec A B C D E F G H I", "Zaptec A B C D E F G H"),
        ("Zaptec kW", None),
        ("Zaptec 11 kW", "Zaptec 11 kW"),
        ("Zaptec 1.6J", None),
        ("Zaptec # Go", None),
        ("zaptec go pro", "Zaptec Go"),
        ("the Charge Amps Aura", "Charge Amps Aura"),
        (
            "Zaptec A, Zaptec B, Zaptec C, Zaptec D, Zaptec E, Zaptec F",
            "Zaptec A\nZaptec B\nZaptec C\nZaptec D\nZaptec E",
        ),
    ],
)
def test_the_words_after_a_brand_are_names(text: str, models: str | None):
    assert read(text).answers.get("models") == models


def test_the_first_brand_named_counts():
    assert read("A Zaptec, or a Charge Amps?").answers["brand"] == "Zaptec"


def test_a_text_for_a_correction_is_its_reason():
    text = "The Zaptec Go is no longer sold. Remove it."
    assert read(text).answers["reason"] == text


def test_addresses_are_sources_without_the_marks_of_a_sentence():
    text = "See https://a.example/x_(1), https://b.example. And https://a.example/x_"
    assert read(text).answers["sources"] == "https://a.example/x_\nhttps://b.example"


def test_without_words_there_are_no_answers():
    assert read("").answers == {}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Brand: n/a\nBrand: Zaptec\nBrand: go-e", {"brand": "Zaptec"}),
        ("BRANDS: zaptec", {"brand": "Zaptec"}),
        ("Brand: Zaptek", {"brand": "Zaptec"}),
        ("Brand: Quillon\nZaptec Go", {"brand": "Quillon"}),
        ("**Notes**: `a  X`", {"notes": "a X"}),
        ("Models: Go\nModel: Pro", {"models": "Go", "model": "Go"}),
        ("Notes\nhttps://x.example/:", {"sources": "https://x.example/"}),
    ],
)
def test_a_label_and_a_colon_answer_a_question(text: str, answers: dict[str, str]):
    assert read(text).answers == answers


def test_the_name_to_correct_may_have_a_label_of_its_own():
    correct = form(Kind.CORRECT)
    fields = []
    for field in correct.fields:
        fields.append(field._replace(label="Current") if field.id == "model" else field)
    forms = Forms(SHAPE, (FORMS.add, correct._replace(fields=tuple(fields))))
    for text, name in (("Current: Go", "Zaptec Go"), ("Model: Pro", "Zaptec Pro")):
        found = read_free_text(Issue(1, "", f"Brand: Zaptec\n{text}", ()), forms, DOCUMENT)
        assert (found.answers["models"], found.answers["model"]) == (name, name)


def test_a_title_is_read_before_the_text():
    found = read("https://x.example/a", title="Zaptec Go 2")
    assert (found.kind, found.answers["models"]) == (Kind.ADD, "Zaptec Go 2")
    assert found.answers["sources"] == "https://x.example/a"
    assert read("go-e", title="Zaptec").answers["brand"] == "Zaptec"


def test_four_thousand_characters_are_read():
    assert read(f"{'x ' * 1996}Zaptec").answers == {"brand": "Zaptec"}
    assert read(f"{'x ' * 1996}Zaptec Go").answers == {"brand": "Zaptec"}
    assert read(f"{'x ' * 1997}Zaptec").answers == {}


def test_no_word_is_read_in_part():
    for name in ("Zaptec Gold", "Zaptec Go"):
        found = read(f"{' ' * (3999 - len(name))}{name} Twenty")
        assert found.answers["models"] == name
        found = read(f"{' ' * (3996 - len(name))}{name} Twenty")
        assert found.answers["models"] == name


def test_five_addresses_are_sources_once():
    text = "\n".join(f"https://x.example/{number % 6}" for number in range(7))
    expected = "\n".join(f"https://x.example/{number}" for number in range(5))
    assert read(f"https://x.example/0).\n{text}").answers["sources"] == expected


def test_a_brand_called_by_a_common_word_counts_last():
    text = LIST.replace("### Charge Amps\n", "### Model\n")
    found = read_free_text(Issue(1, "", "A Model X of Zaptec", ()), FORMS, parse(text, SHAPE))
    assert found.answers["brand"] == "Zaptec"
    found = read_free_text(Issue(1, "", "A Model X", ()), FORMS, parse(text, SHAPE))
    assert found.answers["brand"] == "Model"


def test_marks_name_no_brand():
    text = LIST.replace("### Zaptec\n", "### ?\n")
    found = read_free_text(
        Issue(1, "", "This one - Charge Amps Duo", ()), FORMS, parse(text, SHAPE)
    )
    assert found.answers["brand"] == "Charge Amps"


def test_the_longest_name_of_a_brand_counts():
    text = LIST.replace("### Zaptec\n", "### Charge\n")
    found = read_free_text(Issue(1, "", "Charge Amps Duo", ()), FORMS, parse(text, SHAPE))
    assert (found.answers["brand"], found.answers["models"]) == ("Charge Amps", "Charge Amps Duo")


def test_an_entry_of_a_list_without_sections_is_named_by_its_label(tmp_path: Path):
    apis = api_forms(tmp_path)
    text = "# APIs\n\n| API | Auth | HTTPS |\n| --- | --- | --- |\n| Cats | No | Yes |\n"
    document = parse(text, apis.shape)
    found = read_free_text(Issue(1, "", "API: cats\nAuth: key", ()), apis, document)
    assert found.kind is Kind.CORRECT
    assert found.answers.items() >= {"api": "Cats", "auth": "key"}.items()
    found = read_free_text(Issue(1, "", "Cats are wrong", ()), apis, document)
    assert found.kind is Kind.CORRECT
