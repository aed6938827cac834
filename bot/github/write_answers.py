"""GitHub's answers to writes, which say how things stand just after them."""

from bot.github.answers import Comment, Connection, GitHubObject, Label, Text


class IssueNow(GitHubObject):
    """An issue just after a write, with its latest comments."""

    title: Text
    body: Text
    state: str
    labels: Connection[Label]
    comments: Connection[Comment]


class PullRequestNow(GitHubObject):
    """A pull request just after a write."""

    number: int
    id: str
    head_ref_oid: str
    state: str
