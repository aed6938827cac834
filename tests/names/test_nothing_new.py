"""Words in place of a remark."""

import pytest

from bot.names.nothing_new import says_nothing_new


@pytest.mark.parametrize(
    "text",
    [
        "as before, please",
        "Same as before.",
        "please keep the existing note",
        "leave the text as it is, thanks",
        "current text is fine",
        "The note is still correct",
        "all good",
        "see reason",
        "see my reason below",
        "see above",
        "see source",
        "siehe Quellen",
        "voir le lien",
        "don’t change",
        "no need to change this",
        "please do not touch the notes",
        "siehe oben",
        "siehe Begründung",
        "wie bisher, bitte",
        "der Text ist noch richtig",
        "bitte nicht ändern",
        "passt so",
        "voir ci-dessus",
        "ne pas changer svp",
        "comme avant, merci",
        "ver arriba",
        "como antes, por favor",
        "no cambiar",
        "vedi sopra",
        "come prima, grazie",
        "zie boven",
        "zoals eerder",
        "se ovan",
        "som tidigare, tack",
        "Nothing so far",
        "not yet",
        "Nothing yet.",
        "none at the moment",
        "noch nichts",
        "bisher keine",
        "rien pour l'instant",
        "pas encore",
        "nada por ahora",
        "todavía no",
        "nog niets",
        "inget än",
        "before " * 42 + "before",
    ],
)
def test_words_that_leave_a_remark_as_it_is(text: str):
    assert says_nothing_new(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Same as Go",
        "Works as before the update",
        "not yet certified",
        "No OCPP yet",
        "not correct",
        "The note is not right",
        "see manual",
        "see section 4 of the source",
        "Description",
        "see section 4 of the manual",
        "only above firmware 5",
        "Correct firmware required",
        "OCPP 1.6 is fine",
        "Current limit 16 A",
        "Change the firmware first",
        "Keep the firmware up to date",
        "not available yet",
        "Direct connection since 2023, not before",
        "no longer correct",
        "as before " * 31,
        "before " * 42 + "before!",
    ],
)
def test_a_remark_is_kept(text: str):
    assert not says_nothing_new(text)
