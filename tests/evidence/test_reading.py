"""Pages fetched from the bed and read in a process of their own."""

import pytest

from bot.evidence.answer import Presence, Verdict
from bot.evidence.ask import Asker
from bot.evidence.deadline import Deadline
from bot.evidence.politeness import HostGates
from bot.evidence.question import Question
from bot.evidence.reading import ask_and_read
from tests.evidence.bed.behaviours import BOMB, make_bed
from tests.evidence.bed.pdf import make_pdf
from tests.evidence.bed.responses import HTML, PAGE, head, raw, respond
from tests.evidence.bed.server import Bed

MODELS = ("Zaptec Go", "Zaptec Pro")


def read(bed, name, path="/page"):
    asker = Asker(bed.network(), HostGates(pause=0))
    return ask_and_read(
        asker, Question(address=bed.url(name, path), models=MODELS), Deadline.after(20)
    )


def read_body(body, kind=HTML):
    with Bed({"page": respond(200, body, kind)}) as bed:
        return read(bed, "page")


def summary(reading):
    """The words that are surely there."""
    versions = [mention.version for mention in reading.versions if mention.presence is Presence.YES]
    models = [mention.model for mention in reading.models if mention.presence is Presence.YES]
    return reading.kind, reading.title, reading.ocpp.value, versions, models


def test_an_html_page():
    reading = read_body(PAGE).reading
    assert summary(reading) == ("HTML", "Zaptec Go", "yes", ["1.6J"], ["Zaptec Go"])
    assert reading.is_complete


def test_a_page_is_asked_for_once():
    with Bed({"page": respond(200, PAGE, HTML)}) as bed:
        read(bed, "page")
        assert bed.requests["page"] == ["GET /page"]


def test_a_page_which_is_not_found_is_not_read():
    with make_bed() as bed:
        answer = read(bed, "gone-404")
    assert (answer.verdict, answer.reading, answer.unread) == (Verdict.MISSING, None, None)


def test_a_page_is_read_wherever_the_bot_was_started(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert read_body(PAGE).reading


def test_the_process_knows_nothing_of_the_environment(monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # with it Python would not start
    assert read_body(PAGE).reading


@pytest.mark.parametrize("kind", ["application/pdf", "application/octet-stream", "text/html", ""])
def test_a_pdf_of_whatever_type(kind):
    reading = read_body(
        make_pdf("Nothing here", "Zaptec Go with OCPP 2.0.1", title="Manual"), kind
    ).reading
    assert summary(reading) == ("PDF", "Manual", "yes", ["2.0.1"], ["Zaptec Go"])
    assert not reading.is_complete


@pytest.mark.parametrize("headers", [{}, {"Content-Type": "Text/Plain"}])
def test_the_type_of_a_page_may_be_missing_or_in_any_case(headers):
    body = PAGE if not headers else b"Zaptec Go with OCPP 1.6J"
    with Bed({"page": raw(head(200, headers), body)}) as bed:
        assert read(bed, "page").reading.ocpp is Presence.YES


def test_a_page_after_a_redirect():
    with make_bed() as bed:
        answer = read(bed, "moved-301")
        assert answer.verdict is Verdict.MOVED
        assert answer.moved_to == bed.url("plain")
        assert answer.reading.title == "Zaptec Go"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("pdf-encrypted", "the PDF is encrypted"),
        ("gzip-unasked", "the server sent it compressed, though it was asked not to"),
        ("gzip-bomb", "the server sent it compressed, though it was asked not to"),
        ("endless", "it is larger than 10 MB"),
        ("declared-100-mb", "it is larger than 10 MB"),
    ],
)
def test_what_cannot_be_read_is_alive_all_the_same(name, reason):
    with make_bed() as bed:
        answer = read(bed, name)
    assert (answer.verdict, answer.reading, answer.unread) == (Verdict.ALIVE, None, reason)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (make_pdf(""), "the PDF holds pictures and no text"),
        (b"%PDF-1.7\nnothing else", "the PDF is damaged, or of a kind that cannot be read"),
        (
            make_pdf("Zaptec Go OCPP 1.6J")[:300],
            "the PDF is damaged, or of a kind that cannot be read",
        ),
        (b"\x89PNG\r\n", "it is neither an HTML page nor a PDF"),
    ],
)
def test_a_body_without_text(body, reason):
    answer = read_body(body, "application/octet-stream")
    assert (answer.verdict, answer.reading, answer.unread) == (Verdict.ALIVE, None, reason)


@pytest.mark.parametrize("name", ["cut-short", "cut-chunk"])
def test_a_page_that_was_cut_is_not_read(name):
    with make_bed() as bed:
        answer = read(bed, name)
    assert (answer.verdict, answer.reading) == (Verdict.UNKNOWN, None)


def test_a_page_whose_end_nobody_knows_proves_no_absence():
    with Bed({"page": raw(head(200, {"Content-Type": HTML}), PAGE)}) as bed:
        assert not read(bed, "page").reading.is_complete


def test_a_page_in_chunks_comes_to_its_end():
    headers = {"Content-Type": HTML, "Transfer-Encoding": "chunked"}
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    with Bed({"page": raw(head(200, headers), chunks)}) as bed:
        assert read(bed, "page").reading.is_complete


@pytest.mark.parametrize(("less", "unread"), [(0, None), (1, "it is larger than 10 MB")])
def test_a_page_may_be_as_large_as_the_limit(monkeypatch, less: int, unread: str | None):
    monkeypatch.setattr("bot.evidence.transport.MAX_BODY", len(PAGE) - less)
    assert read_body(PAGE).unread == unread


def test_the_process_has_a_limit_of_memory():
    answer = read_body(b"<p>" + b"<i>" * 3_000_000)
    assert answer.verdict is Verdict.ALIVE
    assert answer.unread == "it could not be read within the limits of time and memory"


@pytest.mark.parametrize("memory", [1, None])
def test_a_process_which_ends_early_has_read_and_said_nothing(monkeypatch, capfd, memory):
    monkeypatch.setattr("bot.evidence.reading._MEMORY", memory)  # with none it raises
    reason = "it could not be read within the limits of time and memory"
    assert read_body(PAGE).unread == reason
    assert capfd.readouterr() == ("", "")


def test_a_page_has_a_limit_of_time(monkeypatch):
    monkeypatch.setattr("bot.evidence.reading._CLOCK_SECONDS", 0.001)
    answer = read_body(PAGE)
    assert (answer.reading, answer.unread) == (None, "reading it took too long")


def test_a_bomb_inside_a_pdf_is_survived():
    flate = b"<< /Length %d /Filter /FlateDecode >>" % len(BOMB)
    body = make_pdf("Zaptec Go").replace(b"<< /Length 45 >>", flate)
    assert read_body(body, "application/pdf").verdict is Verdict.ALIVE
