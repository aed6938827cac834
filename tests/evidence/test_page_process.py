"""A page, looked through for what a question asks; the process itself is tried in test_reading."""

import io
import json
import resource
import sys

import pytest

from bot.evidence.answer import ModelMention, PageReading, Presence
from bot.evidence.page_process import main, read_source
from bot.evidence.page_text import Unreadable
from bot.evidence.question import Question
from tests.evidence.bed.pdf import make_pdf

NOTHING = Question(address="https://x.example")
GO = Question(address="https://x.example", models=("Zaptec Go", "Zaptec Pro"))
FILLING = "words " * 60


def test_an_empty_page_says_nothing():
    assert read_source(b"", "text/html", NOTHING, 1) == PageReading(kind="HTML", is_complete=False)


@pytest.mark.parametrize("content_type", ["application/zip", "image/png", ""])
def test_what_is_neither_page_nor_pdf_is_not_read(content_type: str):
    with pytest.raises(Unreadable, match="neither an HTML page nor a PDF"):
        read_source(b"\x00\x01", content_type, NOTHING, 1)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"x", "text/html"), (b"x", "application/xhtml+xml; charset=a"), (b"x", "text/plain"),
     (b"  <p>x", "application/octet-stream")],
)  # fmt: skip
def test_a_page_is_known_by_its_type_or_its_first_character(body: bytes, content_type: str):
    assert read_source(body, content_type, NOTHING, 1).kind == "HTML"


def test_a_page_is_looked_through_for_protocol_versions_and_models():
    body = f"<title>Go</title><p>Zaptec Go speaks OCPP 1.6J. {FILLING}".encode()
    found = read_source(body, "text/html", GO, 1)
    assert (found.title, found.is_complete, found.ocpp) == ("Go", True, Presence.YES)
    assert [mention.presence for mention in found.versions] == [Presence.YES]
    assert found.models == (
        ModelMention(model="Zaptec Go", presence=Presence.YES),
        ModelMention(model="Zaptec Pro", presence=Presence.NOT_FOUND),
    )


def test_a_script_that_mentions_the_protocol_makes_a_page_incomplete():
    body = f"<p>{FILLING}<script>ocpp</script>".encode()
    found = read_source(body, "text/html", NOTHING, 1)
    assert (found.is_complete, found.ocpp) == (False, Presence.NOT_FOUND)


def test_a_pdf_is_known_by_its_first_bytes_whatever_its_type():
    found = read_source(make_pdf("OCPP 2.0.1"), "text/html", NOTHING, 5)
    assert (found.kind, found.is_complete, found.ocpp) == ("PDF", False, Presence.YES)


@pytest.mark.parametrize(("place", "kind"), [(1019, "PDF"), (1020, "HTML")])
def test_a_pdf_begins_within_the_first_kilobyte(place: int, kind: str):
    assert read_source(b" " * place + make_pdf("x"), "text/html", NOTHING, 5).kind == kind


@pytest.fixture
def limits(monkeypatch) -> list[tuple[int, tuple[int, int]]]:
    """The limits that the process would have from then on."""
    found: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, most: found.append((what, most)))
    return found


def result_of(monkeypatch, capsys, body: bytes, content_type: str) -> dict:
    head = {"question": GO._asdict(), "content_type": content_type, "memory": 7, "seconds": 5}
    given = io.TextIOWrapper(io.BytesIO(json.dumps(head).encode() + b"\n" + body))
    monkeypatch.setattr(sys, "stdin", given)
    assert main() == 0
    return json.loads(capsys.readouterr().out)


def test_the_process_reads_and_writes_json_within_limits(monkeypatch, capsys, limits):
    page = f"<title>Go</title><p>Zaptec Go speaks OCPP 1.6J. {FILLING}".encode()
    found = result_of(monkeypatch, capsys, page, "text/html")
    expected = read_source(page, "text/html", GO, 1)
    assert found == {"reading": expected.model_dump(mode="json")}
    assert limits == [
        (resource.RLIMIT_AS, (7, 7)),
        (resource.RLIMIT_CPU, (5, 5)),
        (resource.RLIMIT_FSIZE, (0, 0)),
    ]


def test_the_process_says_why_a_page_cannot_be_read(monkeypatch, capsys, limits):
    found = result_of(monkeypatch, capsys, b"\x00", "image/png")
    assert found == {"unread": "it is neither an HTML page nor a PDF"}


def test_the_process_gives_a_pdf_a_share_of_its_time(monkeypatch, capsys, limits):
    given: list[float] = []
    monkeypatch.setattr("bot.evidence.page_process.read_pdf", lambda _, time: given.append(time))
    monkeypatch.setattr("bot.evidence.page_process._look_up", lambda *_: PageReading(**EMPTY_PDF))
    result_of(monkeypatch, capsys, b"%PDF-", "application/pdf")
    assert given == [2]


EMPTY_PDF = {"kind": "PDF", "is_complete": False}
