"""The one query that reads how an issue stands, as of one moment.

Fields: https://docs.github.com/en/graphql/reference/objects
"""

SNAPSHOT = """
query Snapshot(
  $owner: String!, $name: String!, $number: Int!, $branch: String!, $ref: String!, $kinds: [String!]!, $after: String
) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    id url
    defaultBranchRef { name target { oid ... on Commit { tree { oid } } } }
    object(expression: "HEAD:README.md") { oid ... on Blob { text isTruncated } }
    issue(number: $number) {
      number title body state
      author { login ... on User { databaseId } }
      authorAssociation
      labels(first: 100) { nodes { name } }
      comments(first: 100) { nodes { databaseId body viewerDidAuthor } }
      timelineItems(last: 50, itemTypes: [LABELED_EVENT]) { nodes { ... on LabeledEvent { createdAt label { name } } } }
    }
    issues(
      first: 100, after: $after, states: [OPEN], labels: $kinds, orderBy: {field: CREATED_AT, direction: ASC}
    ) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number title body state
        author { login ... on User { databaseId } }
        authorAssociation
        labels(first: 100) { nodes { name } }
        closedByPullRequestsReferences(last: 1, includeClosedPrs: true) { nodes { state } }
      }
    }
    ref(qualifiedName: $ref) {
      target {
        oid
        ... on Commit {
          message
          tree { oid }
          author { name user { login } }
          file(path: "README.md") { oid }
          parents(first: 2) { nodes { oid file(path: "README.md") { oid } } }
        }
      }
    }
    pullRequests(headRefName: $branch, last: 20) {
      nodes {
        number id headRefOid state isDraft title body isCrossRepository closedAt
        labels(first: 100) { nodes { name } }
        timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { login } } } }
      }
    }
  }
}
"""

MOVE_REF = """
mutation MoveRef($update: UpdateRefsInput!) {
  updateRefs(input: $update) { clientMutationId }
}
"""
