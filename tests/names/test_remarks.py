"""Words meant for a person."""

import pytest

from bot.names.remarks import (
    has_open_end,
    is_only_remark,
    reads_as_text,
    says_nothing_to_readers,
    without_article,
    without_remark,
    without_statement,
)
from tests.charger_list import VOCABULARY


@pytest.mark.parametrize(
    "text",
    [
        "Hello!",
        "Thanks a lot",
        "Dear team,",
        "Viele Grüße",
        "I don't know",
        "Sorry, not sure",
        "Ich weiß es nicht",
        "Je ne sais pas",
        "the same",
        "the same as before",
        "Same as in my last issue",
        "Sent from mobile",
        "Sent from my iPhone",
        "Gesendet von Outlook für Android",
        "Enviado desde mi iPhone",
    ],
)
def test_an_answer_which_is_only_a_remark(text: str):
    assert is_only_remark(text, VOCABULARY.nouns)


@pytest.mark.parametrize(
    "text",
    ["", "Hello Charger 2", "Sure", "Sama", "Know How GmbH", "Not Sense", "Thank You Energy"],
)
def test_a_name_with_words_of_remarks(text: str):
    assert not is_only_remark(text, VOCABULARY.nouns)


@pytest.mark.parametrize(
    "text",
    [
        "thx",
        "I don’t know",
        "Please add soon, thanks!",
        "Please add this charger",
        "Hi, I hope this helps. Regards, Bob",
        "Kind regards, Anna Maria",
        "Regards, Bob",
        "Regards, Anna Maria Bell",
        "thanks " * 42 + "thanks",
        "Bitte bald aufnehmen, danke",
        "Hoffe, das hilft. Viele Grüße",
        "Merci d'avance",
        "Hope this helps",
        "please merge soon",
        "Espero que ayude, gracias",
    ],
)
def test_words_for_whoever_adds_the_entry(text: str):
    assert says_nothing_to_readers(text, VOCABULARY.nouns)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bob",
        "this helps",
        "Please add the app first",
        "Thanks, needs firmware 3",
        "Regards, needs firmware 3",
        "Regards, Only With The Latest Firmware",
        "I don't know whether it needs the cloud",
        "Regards, Only The Latest Firmware",
        "thanks " * 42 + "thanks!",
    ],
)
def test_words_for_readers(text: str):
    assert not says_nothing_to_readers(text, VOCABULARY.nouns)


@pytest.mark.parametrize(
    "name",
    [
        "Go etc.",
        "Go usw",
        "Go ...",
        "Go…",
        "Go and others",
        "Go & more",
        "Go and many more",
        "Go und viele weitere",
        "Go et bien d'autres",
        "Go y muchos más",
        "Go + more",
        "Go plus others",
    ],
)
def test_an_open_end(name: str):
    assert has_open_end(name)


@pytest.mark.parametrize(
    "name", ["Go", "Go E.T.C. 2", "Etcetera 3", "Go More", "Go Other", "Many More", "Go."]
)
def test_no_open_end(name: str):
    assert not has_open_end(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Go since 2023", True),
        ("Z021 (my charger in the garage)", True),
        ("Go (tested)", True),
        ("Go with cable, black", False),
        ("Go 2.0s x2", False),
        ("go since 2023", False),
        ("22 kW charger", False),
    ],
)
def test_a_name_with_other_words_in_small_letters(name: str, expected: bool):
    assert reads_as_text(name, VOCABULARY) is expected


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Go, but new firmware", "Go"),
        ("Go (FW 2.4)", "Go"),
        ("Go, s/n: Z021 of 2024", "Go"),
        ("Go firmware", "Go firmware"),
        ("FW 2 Go", "FW 2 Go"),
        ("Pro 2, please", "Pro 2"),
        ("Pro 2 please, thanks!", "Pro 2"),
        ("Go, black", "Go, black"),
        ("Please", "Please"),
        ("please add the Go", "Go"),
        ("Add Go", "Go"),
        ("Add-on 2", "Add-on 2"),
        ("rename to Go 2", "Go 2"),
        ("Umbenennen in Go 2", "Go 2"),
        (", but", ", but"),
        ("", ""),
        ("Go But", "Go But"),
        ("Go, black, please", "Go"),
        ("Go, black please", "Go, black"),
        ("Please thanks", "Please"),
        ("Go (a), but (b", "Go (a)"),
        ("Go please -", "Go please -"),
        ("Go 9 (see manual)", "Go 9"),
        ("Go 9 (not sure)", "Go 9"),
        ("Go 9 (formerly Go 8)", "Go 9"),
        ("Go 9, I think", "Go 9"),
        ("Go 9 (maybe)", "Go 9"),
        ("Go 9 (vielleicht)", "Go 9"),
        ("Go 9 - not sure about the name", "Go 9"),
        ("Go 9 \u2013 perhaps", "Go 9"),
        ("Go 9 - Black", "Go 9 - Black"),
        ("Go 9 - Black - not sure", "Go 9 - Black"),
        ("Go 9 (discontinued)", "Go 9"),
        ("Go 9 (all variants)", "Go 9"),
        ("Go 9 - siehe Handbuch", "Go 9"),
        ("Go 9, see link", "Go 9"),
        ("Go 9 (EU) (see manual)", "Go 9 (EU)"),
        ("Go 9 (EU) (not sure)", "Go 9 (EU)"),
        ("Go X - not sure", "Go X"),
        ("Go 9 (EU)", "Go 9 (EU)"),
        ("Go 9 (7.4 kW)", "Go 9 (7.4 kW)"),
        ("Go 9 all versions", "Go 9"),
        ("Go 9 alle Varianten", "Go 9"),
        ("Go 9 (now Go 10)", "Go 9"),
        ("Go 9 (planned for May)", "Go 9"),
        ("Go 9 (2024 or later)", "Go 9 (2024 or later)"),
        ("Go for all", "Go for all"),
        ("(see manual)", "(see manual)"),
        ("Go See 2", "Go See 2"),
        ("Go ()", "Go ()"),
        ("Copper SB (FW 6.x, since 2023)", "Copper SB (FW 6.x, since 2023)"),
    ],
)
def test_a_name_without_a_remark(name: str, plain: str):
    assert without_remark(name, VOCABULARY) == plain


@pytest.mark.parametrize(
    "begin",
    [
        "I think it is the",
        "I guess it's a",
        "It's called",
        "It\u2019s the",
        "This is",
        "The name is:",
        "my",
        "My charger is a",
        "the brand is",
        "The device is called",
        "Ich glaube, es ist die",
        "Mein Modell heißt",
        "C'est la",
        "Il s'appelle",
        "El modelo es",
        "Il modello è",
        "Mijn model is",
        "Det är",
        "should be",
        "is called the",
    ],
)
def test_a_name_without_the_sentence_that_says_it(begin: str):
    assert without_statement(f"{begin} Go 2", VOCABULARY) == "Go 2"
    assert without_statement(f"{begin} Go", VOCABULARY) == "Go"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Go",
        "The One",
        "Called Go",
        "It's Electric",
        "That Charger",
        "Model Is",
        "I-Pace",
        "My",
        "La Es",
        "It",
    ],
)
def test_a_name_which_only_begins_like_a_sentence(name: str):
    assert without_statement(name, VOCABULARY) == name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The new Go", "Go"),
        ("New Go", "New Go"),
        ("LE 22", "LE 22"),
        ("the The", "The"),
        ("a new", "a new"),
        ("the go", "the go"),
        ("", ""),
    ],
)
def test_words_of_a_sentence_in_front_are_no_part_of_a_name(name: str, plain: str):
    assert without_article(name) == plain
