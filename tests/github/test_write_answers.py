"""GitHub's answers to writes."""

from bot.github.write_answers import IssueNow, PullRequestNow


def test_an_issue_just_after_a_write_has_its_labels_and_comments():
    found = IssueNow.model_validate(
        {
            "title": "Add it",
            "body": "",
            "state": "OPEN",
            "labels": {"nodes": [{"name": "new-charger"}]},
            "comments": {"nodes": [None]},
        }
    )
    assert [label.name for label in found.labels.nodes] == ["new-charger"]
    assert found.comments.nodes == ()


def test_a_pull_request_just_after_a_write_names_its_commit():
    answer = {"number": 7, "id": "PR_1", "headRefOid": "abc", "state": "OPEN"}
    found = PullRequestNow.model_validate(answer)
    assert (found.number, found.id, found.head_ref_oid, found.state) == (7, "PR_1", "abc", "OPEN")
