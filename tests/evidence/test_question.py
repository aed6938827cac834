"""What is asked about sources, as long as no answer is known."""

import pytest

from bot.evidence.answer import Verdict
from bot.evidence.handover import write_questions
from bot.evidence.question import MAX_NAME, Question, still_to_ask
from tests.evidence.answers import ADDRESS, ANSWER

BLOCKED = ANSWER.model_copy(update={"verdict": Verdict.BLOCKED, "reading": None})


@pytest.mark.parametrize(
    ("address", "models", "is_asked"),
    [
        (ADDRESS, ["Zaptec Go"], False),
        (ADDRESS, [], False),
        (ADDRESS, ["Zaptec Go", "Zaptec Pro"], True),
        ("https://zaptec.com/other", ["Zaptec Go"], True),
    ],
)
def test_only_what_is_new_is_asked_again(address, models, is_asked):
    question = Question(address, tuple(models))
    assert still_to_ask([question], [ANSWER]) == ((question,) if is_asked else ())


def test_a_page_that_could_not_be_read_is_not_asked_again():
    assert still_to_ask([Question(ADDRESS, ("Zaptec Go",))], [BLOCKED]) == ()


def test_a_name_of_any_length_in_the_list_is_no_crash(tmp_path):
    longest = "x" * MAX_NAME
    (question,) = still_to_ask([Question("https://zaptec.com/other", (longest, f"{longest}x"))], [])
    assert question.models == (longest,)
    write_questions(tmp_path / "questions.json", [question])
    assert still_to_ask([Question(ADDRESS, ("Zaptec Go", f"{longest}x"))], [ANSWER]) == ()
