"""One address, asked by every kind of server."""

import sys
from collections import Counter

import pytest

from bot.evidence.answer import Question, Verdict
from bot.evidence.ask import Asker, Limits
from bot.evidence.crawl import ask_all
from bot.evidence.deadline import Deadline
from bot.evidence.politeness import HostGates
from tests.evidence.bed.behaviours import TABLE, make_bed

IMPATIENT = Limits(address=1.5, head=0.4)


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
    asker = Asker(bed.network(), HostGates(pause=0), IMPATIENT)
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
    answer = answers[behaviour.name]
    assert (answer.verdict, answer.reason) == (behaviour.verdict, answer.reason)


def test_nothing_alive_is_called_missing(run):
    answers, _ = run
    missing = {name for name, answer in answers.items() if answer.verdict is Verdict.MISSING}
    assert missing <= {one.name for one in TABLE if one.truth == "gone"}


def test_nothing_private_is_connected_to(run):
    _, connected = run
    assert set(connected) <= {"127.0.0.1"}  # where the bed is
    assert len(connected) > 100
