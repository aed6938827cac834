"""Asking for many addresses: hosts in parallel, the addresses of one host one after the other."""

import queue
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from bot.evidence.address import InvalidAddress, parse_address
from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.deadline import Deadline
from bot.evidence.question import Question

MAX_THREADS = 128

Ask = Callable[[Question, Deadline], SourceAnswer]


def ask_all(
    questions: Sequence[Question],
    ask: Ask,
    deadline: Deadline,
    on_answer: Callable[[SourceAnswer], None],
) -> list[SourceAnswer]:
    """The answers in the order of the questions; `on_answer` is called with each as it comes.

    Addresses not reached before the deadline are UNKNOWN. An exception in `ask` is raised here.
    """
    queues = _by_host(questions)
    results: queue.SimpleQueue[SourceAnswer | BaseException] = queue.SimpleQueue()
    for _ in range(min(MAX_THREADS, len(queues))):
        threading.Thread(target=_work, args=(queues, ask, deadline, results), daemon=True).start()
    answers: dict[str, SourceAnswer] = {}
    addresses = [question.address for question in questions]
    while len(answers) < len(set(addresses)):
        try:
            result = results.get(timeout=deadline.remaining)
        except queue.Empty:
            break
        if isinstance(result, BaseException):
            raise result
        answers[result.address] = result
        on_answer(result)
    return [answers.get(address) or _not_asked(address) for address in addresses]


def _by_host(questions: Sequence[Question]) -> deque[list[Question]]:
    """One queue for each host, the longest first; no address twice."""
    hosts: dict[str, dict[str, Question]] = defaultdict(dict)
    for question in questions:
        try:
            host = parse_address(question.address).host
        except InvalidAddress:
            host = ""
        hosts[host][question.address] = question
    ordered = sorted(hosts.values(), key=len, reverse=True)
    return deque(list(group.values()) for group in ordered)


def _work(
    queues: deque[list[Question]],
    ask: Ask,
    deadline: Deadline,
    results: "queue.SimpleQueue[SourceAnswer | BaseException]",
) -> None:
    try:
        while deadline.remaining:
            try:
                questions = queues.popleft()
            except IndexError:  # nothing is left
                return
            for question in questions:
                if deadline.remaining:
                    results.put(ask(question, deadline))
    except BaseException as error:  # noqa: BLE001 -- raised again by the thread that waits
        results.put(error)


def _not_asked(address: str) -> SourceAnswer:
    return SourceAnswer(
        address=address,
        verdict=Verdict.UNKNOWN,
        reason="it was not asked: the time for all addresses was over",
        asked_at=datetime.now(UTC).replace(microsecond=0),
    )


def reached_nobody(answers: Sequence[SourceAnswer]) -> bool:
    """Whether not even a connection came about to any of several hosts: there is no network.

    Some systems without a network answer that no host exists, so these answers must not count.
    """
    hosts = {urlsplit(answer.address).netloc for answer in answers}
    return len(hosts) > 1 and not any(answer.is_reached for answer in answers)
