"""Hostile text shows as it was typed or is refused with a reason: a part of `make prove`, and the judge itself."""

from random import Random

import pytest

from .prove.conversation import Conversation
from .prove.hostile import Attempt, all_told, told, whole_runs
from .prove.judge import COMMAND, IN_TITLE
from .prove.places import ANSWERS, PLACES
from .prove.values import corpus
from .prove.whole import complaints_of_run

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
    assert not list(filter(None, map(told, attempts)))


def test_some_values_in_whole_runs():
    attempts = whole_runs(Random(5))
    assert len(attempts) > 900
    assert not [words for attempt in attempts[::25] if (words := told(attempt, complaints_of_run))]


def test_a_failure_names_the_command_that_tries_it_again():
    attempt = Attempt("any", ((next(iter(PLACES)), "text"),))
    (words,) = all_told(lambda trial: ["is wrong"], "python -m tests.prove.hostile 1 0", [(7, attempt)])
    assert words.endswith(": is wrong\n        python -m tests.prove.hostile 1 0 7")


def test_every_field_of_every_form_is_a_place():
    assert len(ANSWERS) == 21


@pytest.mark.parametrize(
    "text", ["cc @ada", "see #1", "GH-1", "x deadbeef", "is DEADBEEF", ":car:", "$x$", "[:car:](https://x.example)"]
)
def test_the_judge_hears_what_is_alive(text: str):
    assert list(Conversation(text).alive())


@pytest.mark.parametrize("text", ["`@ada #1 :car: $x$`", "a @ b", "# <!-- -->1", "@<!-- -->ada", "5 $", "```\n#1\n```"])
def test_the_judge_does_not_hear_what_is_quiet(text: str):
    assert not list(Conversation(text).alive())


@pytest.mark.parametrize("text", ["a\n  ::error::x", "x ##[group]y"])
def test_the_judge_hears_commands_to_the_runner(text: str):
    assert COMMAND.search(text)


@pytest.mark.parametrize("text", ["Add #1", "Add [skip ci]", "Add @ada", "Add GH-1", "Add 1234567", "Add :car:"])
def test_the_judge_reads_titles(text: str):
    assert IN_TITLE.search(text)
