"""Queries for the state of issues, each as of one moment.

Fields: https://docs.github.com/en/graphql/reference/objects
"""

from collections.abc import Iterable

from bot.forms.issue import BRANCH_PREFIX, branch_of

_ISSUE_PARTS = """
fragment IssueParts on Issue {
  id number title body state locked
  author { login ... on User { databaseId } }
  authorAssociation
  labels(first: 50) { nodes { id name } }
  closedByPullRequestsReferences(last: 50, includeClosedPrs: true) {
    nodes { state headRefName isCrossRepository repository { id } }
  }
}
fragment TalkParts on Issue {
  comments(first: 100, after: $comments) {
    pageInfo { hasNextPage endCursor }
    nodes { id body viewerDidAuthor createdAt lastEditedAt author { login } }
  }
  createdAt lastEditedAt editor { login }
  labeling: timelineItems(last: 100, itemTypes: [LABELED_EVENT]) {
    nodes { ... on LabeledEvent { createdAt label { name } } }
  }
  reopening: timelineItems(last: 1, itemTypes: [REOPENED_EVENT]) {
    nodes { ... on ReopenedEvent { createdAt } }
  }
}
fragment BaseParts on Repository {
  id url
  labels(first: 100) { nodes { id name } }
  defaultBranchRef {
    name
    target { oid ... on Commit { tree { oid entries { nameRaw mode oid } } } }
  }
}
"""
_BRANCH_PARTS = """
fragment BranchParts on Ref { target { oid ... on Commit { ...CommitParts } } }
fragment CommitParts on Commit {
  oid
  message
  tree { oid }
  author { name user { login } }
  committer { name user { login } }
  file(path: "README.md") { oid }
  parents(first: 3) { nodes { oid file(path: "README.md") { oid } } }
}
"""
_PULL_PARTS = """
fragment PullPage on PullRequestConnection {
  pageInfo { hasPreviousPage startCursor }
  nodes { ...PullParts }
}
fragment PullParts on PullRequest {
  number id headRefOid state isDraft title body
  isCrossRepository closedAt mergedAt baseRefName mergeable mergeStateStatus changedFiles
  commits(last: 4) { totalCount nodes { commit { ...CommitParts } } }
  editor { login } lastEditedAt
  comments(last: 10) { nodes { id body viewerDidAuthor createdAt author { login } } }
  reviews(last: 5, states: [COMMENTED, APPROVED, CHANGES_REQUESTED, DISMISSED]) {
    nodes {
      body submittedAt author { login }
      comments(last: 5) { nodes { body createdAt } }
    }
  }
  renaming: timelineItems(last: 1, itemTypes: [RENAMED_TITLE_EVENT]) {
    nodes { ... on RenamedTitleEvent { actor { login } } }
  }
  labels(first: 50) { nodes { id name } }
  closing: timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
    nodes { ... on ClosedEvent { actor { login } } }
  }
  deletion: timelineItems(last: 1, itemTypes: [HEAD_REF_DELETED_EVENT]) {
    nodes { ... on HeadRefDeletedEvent { createdAt actor { login } } }
  }
  drafting: timelineItems(last: 1, itemTypes: [CONVERT_TO_DRAFT_EVENT]) {
    nodes { ... on ConvertToDraftEvent { actor { login } } }
  }
}
"""

_PARTS = _ISSUE_PARTS + _BRANCH_PARTS + _PULL_PARTS

SNAPSHOT = (
    """
query Snapshot(
  $owner: String!, $name: String!, $number: Int!, $branch: String!, $ref: String!
  $kinds: [String!]!, $page: Int!, $issues: String, $comments: String, $pulls: String
) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    ...BaseParts
    object(expression: "HEAD:README.md") { oid ... on Blob { text } }
    issue(number: $number) { ...IssueParts ...TalkParts }
    issues(
      first: $page, after: $issues, states: [OPEN], labels: $kinds
      orderBy: {field: CREATED_AT, direction: ASC}
    ) {
      pageInfo { hasNextPage endCursor }
      nodes { ...IssueParts }
    }
    ref(qualifiedName: $ref) { ...BranchParts }
    pullRequests(headRefName: $branch, last: 20, before: $pulls) { ...PullPage }
  }
}
"""
    + _PARTS
)

BRANCH = (
    """
query Branch($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) {
    id hasIssuesEnabled
    ref(qualifiedName: $ref) {
      ...BranchParts
      associatedPullRequests(first: 10, states: [OPEN]) { nodes { id } }
    }
  }
}
"""
    + _BRANCH_PARTS
)

# REST knows no patterns: github/rest-api-description#577.
PROTECTIONS = """
query($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    branchProtectionRules(first: 100) {
      nodes {
        pattern databaseId allowsDeletions allowsForcePushes lockBranch restrictsPushes
        requiresApprovingReviews requiredApprovingReviewCount dismissesStaleReviews
        requiresStatusChecks requiresDeployments requiresCommitSignatures
      }
    }
  }
}
"""
REPORTS = """
query Reports($owner: String!, $name: String!, $page: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    id
    issues(first: $page, after: $after, orderBy: {field: CREATED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor }
      nodes { id number state body viewerDidAuthor }
    }
  }
}
"""

PAGE = 50  # issues of an overview that are read at a time, at most
TEXTS = 100  # blobs that are read at a time, at most
SNAPSHOT_PAGE = 100  # issues in a snapshot, at most


def texts(oids: Iterable[str]) -> str:
    """The texts of blobs, as the fields `b0`, `b1` and so on."""
    aliases = "\n".join(
        f'    b{n}: object(oid: "{oid}") {{ oid ... on Blob {{ text }} }}'
        for n, oid in enumerate(oids)
    )
    return f"""
query Texts($owner: String!, $name: String!) {{
  repository(owner: $owner, name: $name) {{
{aliases}
  }}
}}
"""


def overview(numbers: Iterable[int]) -> str:
    """A page of the open issues, with the branches and pull requests of issues read before."""
    aliases = "\n".join(
        f'    ref{n}: ref(qualifiedName: "refs/heads/{branch_of(n)}") {{ ...BranchParts }}\n'
        f'    pulls{n}: pullRequests(headRefName: "{branch_of(n)}", last: 5) {{ ...PullPage }}'
        for n in numbers
    )
    parts = _PARTS if aliases else _ISSUE_PARTS
    return f"""
query Overview(
  $owner: String!, $name: String!, $kinds: [String!]!, $page: Int!
  $first: Boolean!, $more: Boolean!, $after: String, $refs: String, $comments: String
) {{
  viewer {{ login }}
  repository(owner: $owner, name: $name) {{
    ...BaseParts
    object(expression: "HEAD:README.md") {{ oid ... on Blob {{ text @include(if: $first) }} }}
    issues(
      first: $page, after: $after, states: [OPEN]
      orderBy: {{field: CREATED_AT, direction: ASC}}
    ) @include(if: $more) {{
      pageInfo {{ hasNextPage endCursor }}
      nodes {{ ...IssueParts ...TalkParts }}
    }}
    closed: issues(
      first: $page, states: [CLOSED], labels: $kinds
      orderBy: {{field: UPDATED_AT, direction: DESC}}
    ) @include(if: $first) {{
      nodes {{ ...IssueParts ...TalkParts }}
    }}
    refs(refPrefix: "refs/heads/", query: "{BRANCH_PREFIX}", first: 100, after: $refs) {{
      pageInfo {{ hasNextPage endCursor }}
      nodes {{ name associatedPullRequests(first: 1, states: [OPEN]) {{ totalCount }} }}
    }}
{aliases}
  }}
}}
{parts}"""
