import threading
from datetime import UTC, datetime

import pytest

from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.crawl import ask_all, reached_nobody
from bot.evidence.deadline import Deadline
from bot.evidence.question import Question

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def answer(address, **settings):
    return SourceAnswer(
        address=address, verdict=Verdict.ALIVE, reason="it answers", asked_at=NOW, **settings
    )


def questions(*addresses):
    return [Question(address=address) for address in addresses]


def ask(question, deadline):
    return answer(question.address)


def test_nothing_to_ask():
    assert ask_all([], ask, Deadline.after(5), print) == []


def test_answers_come_in_the_order_of_the_questions():
    asked = questions("https://b.com/", "https://a.com/", "https://b.com/2", "no address")
    answers = ask_all(asked, ask, Deadline.after(5), lambda one: None)
    assert [one.address for one in answers] == [one.address for one in asked]


def test_an_address_is_asked_once_however_often_the_list_has_it():
    heard: list[SourceAnswer] = []
    answers = ask_all(questions(*["https://a.com/"] * 3), ask, Deadline.after(5), heard.append)
    assert (len(heard), len(answers)) == (1, 3)


def test_hosts_are_asked_at_the_same_time():
    together = threading.Barrier(50, timeout=20)

    def meet(question, deadline):
        together.wait()  # breaks unless all fifty are here
        return answer(question.address)

    asked = questions(*[f"https://host-{number}.com/" for number in range(50)])
    assert len(ask_all(asked, meet, Deadline.after(30), lambda one: None)) == 50


def test_the_host_with_most_addresses_is_asked_first(monkeypatch):
    monkeypatch.setattr("bot.evidence.crawl.MAX_THREADS", 1)
    heard: list[SourceAnswer] = []
    asked = questions("https://a.com/", "https://b.com/", "https://b.com/2")
    ask_all(asked, ask, Deadline.after(5), heard.append)
    assert [one.address for one in heard] == ["https://b.com/", "https://b.com/2", "https://a.com/"]


def test_the_deadline_ends_a_run_whoever_still_waits():
    never = threading.Event()

    def wait(question, deadline):
        if "slow" in question.address:
            never.wait()
        return answer(question.address)

    before = set(threading.enumerate())
    asked = questions("https://slow.com/", "https://slow.com/2", "https://fast.com/")
    answers = ask_all(asked, wait, Deadline.after(0.2), lambda one: None)
    waiting = set(threading.enumerate()) - before
    assert waiting
    assert all(thread.daemon for thread in waiting)  # others would keep the process alive
    never.set()
    assert [one.verdict for one in answers] == [Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.ALIVE]
    late = answers[0]
    assert late.reason == "it was not asked: the time for all addresses was over"
    assert (late.asked_at.microsecond, late.asked_at.tzinfo) == (0, UTC)


def test_a_mistake_of_ours_is_not_an_answer():
    def fail(question, deadline):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask_all(questions("https://a.com/"), fail, Deadline.after(5), print)


def test_without_a_network_every_host_is_out_of_reach():
    lost = [answer(f"https://{number}.com/", is_reached=False) for number in range(3)]
    assert reached_nobody(lost)
    assert not reached_nobody([*lost, answer("https://a.com/")])


def test_one_host_alone_says_nothing_of_the_network():
    lost = [answer(address, is_reached=False) for address in ("https://a.com/", "https://a.com/2")]
    assert not reached_nobody(lost)
    assert not reached_nobody([])
