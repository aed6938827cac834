import pytest
import urllib3

from bot.evidence.answer import Verdict
from bot.evidence.judgement import judge


def test_only_404_and_410_are_missing_and_only_2xx_alive():
    verdicts = {status: judge(status, urllib3.HTTPHeaderDict())[0] for status in range(100, 1000)}
    assert [one for one, verdict in verdicts.items() if verdict is Verdict.MISSING] == [404, 410]
    alive = [one for one, verdict in verdicts.items() if verdict is Verdict.ALIVE]
    assert alive == list(range(200, 300))


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (200, "it answers (200)"),
        (302, "the answer is neither yes nor no (302)"),
        (404, "the server says that it is not there (404)"),
        (429, "the server refuses programs (429)"),
        (499, "the answer is neither yes nor no (499)"),
        (500, "the server has a fault (500)"),
    ],
)
def test_the_reason_has_the_status(status, reason):
    assert judge(status, urllib3.HTTPHeaderDict())[1] == reason


@pytest.mark.parametrize("status", [200, 202, 403, 404, 410, 503])
def test_a_bot_wall_says_nothing_about_the_page(status):
    headers = urllib3.HTTPHeaderDict({"CF-Mitigated": "challenge"})
    assert judge(status, headers) == (Verdict.BLOCKED, "a bot wall answers in its place")
