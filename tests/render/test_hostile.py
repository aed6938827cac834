"""Hostile text shows as it was typed or is refused with a reason: a part of `make prove`, and the judge itself."""

from random import Random
from typing import Any

import pytest

from bot.document.cells import Link
from bot.forms.corrections import CorrectionKind
from bot.forms.form import Kind
from tests.prove import fuzzing
from tests.prove.active_markup import COMMAND, IN_TITLE
from tests.prove.conversation import Conversation
from tests.prove.edited_list import complaints_of_error, complaints_of_list
from tests.prove.expected_page import submission_of
from tests.prove.fuzz_targets import TARGETS
from tests.prove.hostile_places import ANSWERS, HANDMADE, PLACES, trial
from tests.prove.hostile_texts import Attempt, all_reported, filled, reported, whole_runs
from tests.prove.hostile_values import corpus
from tests.prove.judge import lost
from tests.prove.whole_runs import complaints_of_run

CLASSES = sorted({value.name.rpartition(" ")[0] for value in corpus()})


def test_the_corpus_is_large():
    assert len(CLASSES) >= 20
    assert len({value.text for value in corpus()}) >= 400


@pytest.mark.parametrize("name", CLASSES)
def test_values_of_a_class_in_places_in_turn(name: str):
    """Each value in two of the places, so that each place has values of most classes."""
    attempts = [
        Attempt(value.name, ((list(PLACES)[(turn * 7 + step) % len(PLACES)], value.text),))
        for turn, value in enumerate(corpus())
        if value.name.rpartition(" ")[0] == name
        for step in (0, 3)
    ]
    assert not list(filter(None, map(reported, attempts)))


def test_some_values_in_a_list_that_is_edited_by_hand():
    places = list(HANDMADE)
    attempts = [
        Attempt(value.name, ((places[turn % len(places)], value.text),))
        for turn, value in enumerate(corpus()[::9])
    ]
    assert not list(filter(None, (reported(attempt, complaints_of_list) for attempt in attempts)))


@pytest.mark.parametrize("text", ["a&#10;# b", "a&#10;&#10;- b", "&#10;", "a&#9;b&#13;c"])
def test_a_line_of_the_list_that_an_entity_ends_is_shown_as_text(text: str):
    for place in ("a brand", "a heading", "a model", "notes"):
        assert not list(complaints_of_list(HANDMADE[place](text)))


@pytest.mark.parametrize(
    "text", ["a\u202eb", "a\n# b", "@all ![x](https://x.example/) | ##[error]b", "a\n\n- b"]
)
def test_an_error_which_ends_a_run_is_shown_as_text(text: str):
    assert not list(complaints_of_error(text))


def test_forms_with_each_answer_as_long_as_it_may_be():
    assert not list(filter(None, map(reported, filled()[::20])))


def test_some_values_in_whole_runs():
    attempts = whole_runs(Random(5))
    assert len(attempts) > 900
    assert not [
        words for attempt in attempts[::25] if (words := reported(attempt, complaints_of_run))
    ]


def test_a_failure_names_the_command_that_tries_it_again():
    attempt = Attempt("any", ((next(iter(PLACES)), "text"),))
    (words,) = all_reported(
        lambda trial: ["is wrong"], "python -m tests.prove.hostile_texts 1 0", [(7, attempt)]
    )
    assert words.endswith(": is wrong\n        python -m tests.prove.hostile_texts 1 0 7")


def test_a_failure_of_a_fuzzer_names_the_command_that_tries_it_again(
    monkeypatch: pytest.MonkeyPatch,
):
    seen: list[str] = []
    monkeypatch.setitem(TARGETS, "form", seen.append)
    *command, target, encoded = fuzzing.reported("form", b"a\xff'").split()
    assert command[-3:] == ["python", "-m", fuzzing.__name__]
    fuzzing.again(target, encoded)
    assert seen == ["a\ufffd'"]


def test_every_field_of_every_form_is_a_place():
    assert len(ANSWERS) == 21


@pytest.mark.parametrize(
    "text",
    [
        "cc @ada",
        "see #1",
        "GH-1",
        "x deadbeef",
        "is DEADBEEF",
        ":car:",
        "$x$",
        "[:car:](https://x.example)",
    ],
)
def test_the_judge_hears_what_is_alive(text: str):
    assert list(Conversation(text).alive())


@pytest.mark.parametrize(
    "text", ["`@ada #1 :car: $x$`", "a @ b", "# <!-- -->1", "@<!-- -->ada", "5 $", "```\n#1\n```"]
)
def test_the_judge_does_not_hear_what_is_quiet(text: str):
    assert not list(Conversation(text).alive())


@pytest.mark.parametrize("text", ["a\n  ::error::x", "x ##[group]y"])
def test_the_judge_hears_commands_to_the_runner(text: str):
    assert COMMAND.search(text)


@pytest.mark.parametrize(
    "text", ["Add #1", "Add [skip ci]", "Add @ada", "Add GH-1", "Add 1234567", "Add :car:"]
)
def test_the_judge_reads_titles(text: str):
    assert IN_TITLE.search(text)


_TYPED = {"ocpp_versions": "- [x] 1.6J\n2.0.1", "communication": "Cloud, Direct", "notes": "5 % ~"}
_TYPED |= {"sources": "A! https://x.example/%7Ea?b=%C3%A9#c"}


_RIGHT_SOURCE = Link("A!", "https://x.example/~a?b=%C3%A9#c")


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        (Kind.ADD, {"section": "Zaptec "}),
        (Kind.ADD, {"names": ("Go 2",)}),
        (Kind.ADD, {"names": ("Go! 2 ®",)}),
        (Kind.ADD, {"ocpp_versions": ("1.6J",)}),
        (Kind.ADD, {"communication": ("Direct",)}),
        (Kind.ADD, {"notes": "5 %"}),
        (Kind.ADD, {"sources": ()}),
        (Kind.ADD, {"sources": (_RIGHT_SOURCE._replace(title="A"),)}),
        (Kind.ADD, {"sources": (Link("A!", "https://x.example/~A?b=%C3%A9#c"),)}),
        (Kind.ADD, {"sources": (Link("A!", "https://x.example/~a?b=%C3%A9"),)}),
        (Kind.CORRECT, {"name": "Zaptec Pr"}),
        (Kind.CORRECT, {"kind": CorrectionKind.REMOVE}),
        (Kind.CORRECT, {"new_name": "Pro 2"}),
        (Kind.CORRECT, {"notes": ""}),
        (Kind.CORRECT, {"reason": "S"}),
    ],
)
def test_the_judge_misses_what_is_lost(kind: Kind, read: dict[str, Any]):
    names = {"models": "Go! 2 ®\nGo 3 ~"} if kind is Kind.ADD else {"new_model": "Pro 2 ~"}
    tried = trial(kind, **_TYPED | names)
    submission = submission_of(tried)
    assert submission
    assert not list(lost(tried, submission))
    if not hasattr(submission, next(iter(read))):
        read = {"values": {**submission.values, **read}}
    wrong = submission._replace(**read)
    assert list(lost(tried, wrong))
