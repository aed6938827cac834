"""One address, asked by every kind of server."""

import re
import sys
from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.evidence.answer import Verdict
from bot.evidence.ask import Asker
from bot.evidence.crawl import ask_all
from bot.evidence.deadline import Deadline
from bot.evidence.politeness import HostGates
from bot.evidence.question import Question
from tests.evidence.bed.behaviours import TABLE, B, make_bed

IMPATIENT = {"seconds": 1.5, "head_seconds": 0.4}


@pytest.fixture(scope="module")
def bed():
    with make_bed() as bed:
        yield bed


@pytest.fixture(scope="module")
def run(bed):
    """All behaviours asked in one run, with the network addresses that were connected to."""
    connected = []
    is_listening = True

    def listen(event, arguments):  # an audit hook cannot be removed
        if is_listening and event == "socket.connect":
            connected.append(arguments[1][0])

    sys.addaudithook(listen)
    asker = Asker(bed.network(), HostGates(pause=0), **IMPATIENT)
    questions = [Question(address=bed.url(one.name, one.path)) for one in TABLE]
    answers = ask_all(questions, asker.ask, Deadline.after(30), lambda answer: None)
    is_listening = False
    return dict(zip([one.name for one in TABLE], answers, strict=True)), connected


def test_the_bed_has_at_least_sixty_kinds_of_servers():
    names = Counter(one.name for one in TABLE)
    assert len(names) >= 60
    assert max(names.values()) == 1


@pytest.mark.parametrize("behaviour", TABLE, ids=lambda one: one.name)
def test_each_kind_of_server_gets_its_verdict(run, behaviour):
    answers, _ = run
    assert answers[behaviour.name].verdict is behaviour.verdict


def test_each_reason_is_a_clause(run):
    answers, _ = run
    assert {re.sub(r" \(\d+\)$", "", answer.reason) for answer in answers.values()} == {
        "a bot wall answers in its place",
        "it answers",
        "it did not answer in time",
        "it has moved for good",
        "it redirects more than 5 times",
        "it redirects to an address of another kind: it is no valid address",
        "it redirects to an address of another kind: only http and https are asked for",
        "no connection could be made",
        "the answer is neither yes nor no",
        "the answer was cut short",
        "the answer was no proper HTTP",
        "the host is not on the public internet, so it was not asked",
        "the name of the host could not be looked up",
        "the server has a fault",
        "the server refuses programs",
        "the server says that it is not there",
        "there is no such host",
    }


def test_the_time_of_an_answer_is_whole_seconds_in_utc(run):
    answers, _ = run
    times = [answer.asked_at for answer in answers.values()]
    assert {(time.microsecond, time.tzinfo) for time in times} == {(0, UTC)}
    assert abs((datetime.now(UTC) - times[0]).total_seconds()) < 3600


def test_only_where_nobody_answers_is_nobody_reached(run):
    answers, _ = run
    unreached = {name for name, answer in answers.items() if not answer.is_reached}
    assert {"gone-host", "redirect-to-no-host"} <= unreached
    assert {one.name for one in TABLE if one.verdict is Verdict.ALIVE}.isdisjoint(unreached)
    assert unreached.isdisjoint({"private-host", "multicast-host", "local-ipv6-host"})


def test_nothing_alive_is_called_missing(run):
    answers, _ = run
    missing = {name for name, answer in answers.items() if answer.verdict is Verdict.MISSING}
    assert missing <= {one.name for one in TABLE if one.truth == "gone"}


def test_nothing_private_is_connected_to(run):
    _, connected = run
    assert set(connected) <= {"127.0.0.1"}  # where the bed is
    assert len(connected) > 100


def ask_one(bed, name, gates=None):
    bed.requests.clear()
    asker = Asker(bed.network(), gates or HostGates(pause=0), **IMPATIENT)
    return asker.ask(Question(address=bed.url(name)), Deadline.after(10))


@pytest.mark.parametrize(
    ("name", "requests"),
    [
        ("plain", ["HEAD /page"]),
        ("head-405", ["HEAD /page", "GET /page"]),
        ("gone-404", ["HEAD /page", "GET /page"]),
        ("limited", ["HEAD /page"]),
        ("limited-for-an-hour", ["HEAD /page"]),
        ("limited-then-alive", ["HEAD /page", "HEAD /page"]),
        ("busy-then-alive", ["HEAD /page", "HEAD /page"]),
        ("never-answers", ["HEAD /page", "GET /page"]),
        ("private-host", []),
        ("gone-host", []),
        ("redirect-loop", ["HEAD /page"] * 6),
    ],
)
def test_no_request_is_needless(bed, name, requests):
    ask_one(bed, name)
    assert bed.requests[name] == requests


def test_a_host_that_asked_for_an_hour_is_not_asked_again(bed):
    gates = HostGates(pause=0)
    ask_one(bed, "limited-for-an-hour", gates)
    answer = ask_one(bed, "limited-for-an-hour", gates)
    assert (answer.verdict, answer.reason) == (B, "the server asked to come back later")
    assert bed.requests["limited-for-an-hour"] == []


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("moved-301", "plain"),
        ("moved-twice", "plain"),
        ("moved-then-login", "redirect-302"),
    ],
)
def test_the_new_address_is_the_last_one_that_is_for_good(run, bed, name, to):
    assert run[0][name].moved_to == bed.url(to)


def test_a_new_address_is_written_as_it_was_asked(run, bed):
    answers, _ = run
    assert answers["moved-relative"].moved_to == bed.url("moved-relative", "/page/")
    assert answers["moved-with-space"].moved_to == bed.url("moved-with-space", "/new%20page.pdf")
    letters = bed.url("moved-with-letters", "/%C3%9Cbersicht")
    assert answers["moved-with-letters"].moved_to == letters


def test_the_fragment_survives_a_move(bed):
    asker = Asker(bed.network(), HostGates(pause=0), **IMPATIENT)
    question = Question(address=bed.url("moved-301", "/page#ocpp"))
    assert asker.ask(question, Deadline.after(10)).moved_to == bed.url("plain", "/page#ocpp")


def test_at_least_nine_of_ten_missing_are_gone_and_all_that_are_gone_are_found(run):
    answers, _ = run
    missing = {name for name, answer in answers.items() if answer.verdict is Verdict.MISSING}
    gone = {one.name for one in TABLE if one.truth == "gone"}
    assert missing == gone
