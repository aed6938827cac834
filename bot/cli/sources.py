"""`sources`: whether the sources of the list are there."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from bot.cli.source_issue import update_issue
from bot.cli.source_results import as_json, as_text
from bot.cli.terminal import error_line, escape_control
from bot.errors import MaintainerError, ReadmeError, UsageError
from bot.evidence.answer import MAX_ADDRESS, SourceAnswer, Verdict
from bot.evidence.ask import Asker
from bot.evidence.crawl import ask_all, reached_nobody
from bot.evidence.deadline import Deadline
from bot.evidence.entry import Entry, entries_by_address
from bot.evidence.handover import read_questions, read_source_answers
from bot.evidence.history import History
from bot.evidence.politeness import HostGates
from bot.evidence.question import Question
from bot.evidence.reading import ask_and_read
from bot.evidence.transport import Network
from bot.export.source_entries import source_entries
from bot.local.forms import read_document
from bot.local.state_file import read_history, write_history

_LIST_SECONDS = 45 * 60.0
_PAGES_SECONDS = 4 * 60.0
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


@dataclass(frozen=True)
class SourcesOptions:
    """What `sources` is called with.

    `source` and `questions` name what to ask for in place of the list, and have its pages read;
    `answers` has the answers of an earlier run, so that nothing is asked; `issue` brings the report
    issue up to date.
    """

    readme: Path
    json: bool
    state: Path | None
    source: str | None = None
    questions: Path | None = None
    answers: Path | None = None
    issue: bool = False

    def __post_init__(self) -> None:
        if [self.source, self.questions, self.answers].count(None) < 2:
            raise UsageError("--source, --questions and --answers exclude each other")
        if self.source is not None and not 0 < len(self.source) <= MAX_ADDRESS:
            raise UsageError(f"--source: an address has 1 to {MAX_ADDRESS:,} characters")


def sources(network: Network | None = None, **arguments: Any) -> int:
    """Ask for sources and print the answers. Returns 1 when one is dead, unless an issue says so.

    The arguments are the fields of `SourcesOptions`. Tests have a `network` of their own, to reach
    servers on this machine. Raises UsageError and MaintainerError.
    """
    options = SourcesOptions(**arguments)
    if options.state:
        read_history(options.state)  # nobody is asked for answers which could not be kept
    entries: tuple[Entry, ...] = ()
    errors: tuple[ReadmeError, ...] = ()
    if not options.source and not options.questions:
        entries, errors = source_entries(read_document(options.readme).checked())
        for error in errors:
            print(error_line(error, options.readme), file=sys.stderr)
    answers = _answers(options, entries, network)
    history = History(records={})
    if options.state:
        history = read_history(options.state)  # another run may have written it meanwhile
    history = history.learn(answers)
    if options.state:
        write_history(options.state, history)
    results = [(answer, history.records[answer.address]) for answer in answers]
    if options.json:
        print(as_json(results))
    else:
        print(as_text(results, entries, options.readme))
    if options.issue:
        if errors:  # their sources would be taken out of the report
            raise errors[0]
        return update_issue(entries, history, options.readme)
    return 1 if any(record.status is Verdict.DEAD for _, record in results) else 0


def _answers(
    options: SourcesOptions, entries: Sequence[Entry], network: Network | None
) -> list[SourceAnswer]:
    if options.answers:
        return list(read_source_answers(options.answers))
    questions = _questions(options, entries)
    if not questions:
        return []
    if any(os.environ.get(name) or os.environ.get(name.upper()) for name in _PROXIES):
        print(
            "A proxy is set. It is not used: only direct connections are known to be safe.",
            file=sys.stderr,
        )
    asker = Asker(network or Network(), HostGates())
    done = count(1)

    def show(answer: SourceAnswer) -> None:
        line = f"[{next(done)}/{len(questions)}] {answer.verdict}: {answer.address}"
        print(escape_control(line), file=sys.stderr)

    if options.source or options.questions:
        read = partial(ask_and_read, asker)
        return ask_all(questions, read, Deadline.after(_PAGES_SECONDS), show)
    answers = ask_all(questions, asker.ask, Deadline.after(_LIST_SECONDS), show)
    if reached_nobody(answers):
        raise MaintainerError(
            "No host could be reached. Is there a network, without a proxy? Nothing was noted."
        )
    return answers


def _questions(options: SourcesOptions, entries: Sequence[Entry]) -> Sequence[Question]:
    if options.source:
        return [Question(address=options.source)]
    if options.questions:
        return read_questions(options.questions)
    questions = []
    for address in entries_by_address(entries):
        if 0 < len(address) <= MAX_ADDRESS:
            questions.append(Question(address=address))
    return questions
