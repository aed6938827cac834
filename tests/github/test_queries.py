"""The queries; the fake holds each against GitHub's schema, here is what they name."""

from bot.github.queries import overview, texts


def test_each_text_has_a_name_of_its_own():
    query = texts(["1" * 40, "2" * 40])
    assert f'b0: object(oid: "{"1" * 40}")' in query
    assert f'b1: object(oid: "{"2" * 40}")' in query


def test_a_page_asks_for_branches_and_pull_requests_of_the_issues_before():
    query = overview([3, 12])
    for number in (3, 12):
        assert f'ref{number}: ref(qualifiedName: "refs/heads/bot/issue-{number}")' in query
        assert f'pulls{number}: pullRequests(headRefName: "bot/issue-{number}"' in query
    assert "fragment PullParts" in query


def test_without_issues_before_no_fragment_is_left_unused():
    query = overview([])
    assert "fragment IssueParts" in query
    assert "fragment PullParts" not in query
