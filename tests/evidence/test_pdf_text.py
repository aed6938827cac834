from contextlib import suppress

import pytest

from bot.evidence.page_text import Unreadable
from bot.evidence.pdf_text import read_pdf
from tests.evidence.bed.pdf import encrypted, make_pdf

DAMAGED = "the PDF is damaged, or of a kind that cannot be read"
PDF = make_pdf("Zaptec Go", "OCPP 1.6J (JSON)", title="Manual")


def test_the_text_of_all_pages():
    page = read_pdf(PDF, seconds=20)
    assert {"Zaptec Go", "OCPP 1.6J (JSON)"} <= set(page.text.split("\n"))
    assert (page.title, page.hidden, page.is_complete) == ("Manual", "", False)


def test_the_text_before_the_first_damage():
    page, last = PDF.rsplit(b"/Length", maxsplit=1)
    found = read_pdf(page + b"/Filter /JBIG2Decode /Length" + last, seconds=20)
    assert found.text.split() == ["Zaptec", "Go"] * 2  # plain and by its layout


def test_a_password_for_changes_alone_keeps_nobody_from_reading():
    assert "Zaptec Go" in read_pdf(encrypted(PDF, reader=""), seconds=20).text


@pytest.mark.parametrize("title", ["", "untitled", "Untitled", "anonymous", "(anonymous)"])
def test_no_title(title):
    assert read_pdf(make_pdf("Zaptec", title=title.strip("()")), seconds=20).title is None


def test_the_text_has_a_limit(monkeypatch):
    monkeypatch.setattr("bot.evidence.pdf_text.MAX_TEXT", 6)
    assert read_pdf(PDF, seconds=20).text == "Zaptec"


def test_without_time_there_is_nothing_to_read():
    with pytest.raises(Unreadable, match="no text"):
        read_pdf(PDF, seconds=-1)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (encrypted(PDF), "the PDF is encrypted"),
        (make_pdf("", ""), "the PDF holds pictures and no text"),
        (make_pdf(), "the PDF holds pictures and no text"),
        (b"%PDF-1.4", DAMAGED),
        (b"", DAMAGED),
        (PDF[:200], DAMAGED),
        (PDF.replace(b"/Length", b"/Filter /Unheard-Of /Length"), DAMAGED),
        (PDF.replace(b"/Kids [4", b"/Kids [2"), DAMAGED),  # pages without an end
    ],
)
def test_what_cannot_be_read(body, reason):
    with pytest.raises(Unreadable) as caught:
        read_pdf(body, seconds=20)
    assert str(caught.value) == reason


@pytest.mark.parametrize("place", range(20, len(PDF), 97))
def test_a_damaged_file_is_read_or_refused(place):
    damaged = PDF[:place] + b"\xff<<>>" + PDF[place + 5 :]
    with suppress(Unreadable):
        read_pdf(damaged, seconds=20)
