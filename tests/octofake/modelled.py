"""The part of GitHub that octofake models; run remake_schemas.py after changing it."""

REPOSITORY = "/repos/{owner}/{repo}"
OPERATIONS = {
    "/rate_limit": "get",
    REPOSITORY: "get",
    f"{REPOSITORY}/actions/permissions": "get",
    f"{REPOSITORY}/actions/permissions/fork-pr-contributor-approval": "get",
    f"{REPOSITORY}/actions/permissions/workflow": "get",
    f"{REPOSITORY}/compare/{{basehead}}": "get",
    f"{REPOSITORY}/contents/{{path}}": "get",
    f"{REPOSITORY}/git/blobs": "post",
    f"{REPOSITORY}/git/blobs/{{file_sha}}": "get",
    f"{REPOSITORY}/git/commits": "post",
    f"{REPOSITORY}/git/commits/{{commit_sha}}": "get",
    f"{REPOSITORY}/git/matching-refs/{{ref}}": "get",
    f"{REPOSITORY}/git/ref/{{ref}}": "get",
    f"{REPOSITORY}/git/refs": "post",
    f"{REPOSITORY}/git/refs/{{ref}}": "patch delete",
    f"{REPOSITORY}/git/trees": "post",
    f"{REPOSITORY}/git/trees/{{tree_sha}}": "get",
    f"{REPOSITORY}/issues": "get",
    f"{REPOSITORY}/issues/comments/{{comment_id}}": "get patch delete",
    f"{REPOSITORY}/issues/{{issue_number}}": "get patch",
    f"{REPOSITORY}/issues/{{issue_number}}/comments": "get post",
    f"{REPOSITORY}/issues/{{issue_number}}/labels": "get post put",
    f"{REPOSITORY}/issues/{{issue_number}}/labels/{{name}}": "delete",
    f"{REPOSITORY}/labels": "get post",
    f"{REPOSITORY}/labels/{{name}}": "get patch",
    f"{REPOSITORY}/pulls": "get post",
    f"{REPOSITORY}/rules/branches/{{branch}}": "get",
    f"{REPOSITORY}/pulls/{{pull_number}}": "get patch",
}

# One entry a type: its fields with the arguments kept, or the values of an enum. A type that is not listed is cut,
# but for scalars and for enums and inputs that a kept field needs, which are kept whole.
ISSUE_AND_PULL = """
    activeLockReason author authorAssociation body closed closedAt comments(after before first last) createdAt
    databaseId editor fullDatabaseId id labels(after before first last orderBy) lastEditedAt locked number publishedAt
    repository resourcePath state title updatedAt url viewerDidAuthor
"""
COMMON_EVENT = "actor createdAt id"
PAGE = "edges nodes pageInfo totalCount"
EDGE = "cursor node"
TYPES = f"""
Query: id node(id) rateLimit repository(name owner) viewer
Mutation: addComment(input) addLabelsToLabelable(input) closePullRequest(input) convertPullRequestToDraft(input)
    createCommitOnBranch(input) createIssue(input) createPullRequest(input) createRef(input) deleteIssueComment(input)
    markPullRequestReadyForReview(input) removeLabelsFromLabelable(input) updateIssue(input) updateIssueComment(input)
    updatePullRequest(input) updateRefs(input)
AddCommentPayload: clientMutationId commentEdge subject
AddLabelsToLabelablePayload: clientMutationId labelable
ClosePullRequestPayload: clientMutationId pullRequest
ConvertPullRequestToDraftPayload: clientMutationId pullRequest
CreateCommitOnBranchPayload: clientMutationId commit ref
CreateIssuePayload: clientMutationId issue
CreatePullRequestPayload: clientMutationId pullRequest
CreateRefPayload: clientMutationId ref
DeleteIssueCommentPayload: clientMutationId
MarkPullRequestReadyForReviewPayload: clientMutationId pullRequest
RemoveLabelsFromLabelablePayload: clientMutationId labelable
UpdateIssuePayload: clientMutationId issue
UpdateIssueCommentPayload: clientMutationId issueComment
UpdatePullRequestPayload: clientMutationId pullRequest
UpdateRefsPayload: clientMutationId
RateLimit: cost limit nodeCount remaining resetAt used
PageInfo: endCursor hasNextPage hasPreviousPage startCursor
Node: id
Actor: login resourcePath url
User: databaseId email id login name resourcePath url
Bot: databaseId id login resourcePath url
RepositoryOwner: id login resourcePath url
BranchProtectionRule: allowsDeletions allowsForcePushes blocksCreations databaseId dismissesStaleReviews id lockBranch pattern
    requiredApprovingReviewCount requiresApprovingReviews requiresCommitSignatures requiresDeployments
    requiresStatusChecks restrictsPushes
BranchProtectionRuleConnection: {PAGE}
BranchProtectionRuleEdge: {EDGE}
Repository: branchProtectionRules(after before first last) createdAt databaseId defaultBranchRef deleteBranchOnMerge hasIssuesEnabled id isArchived isDisabled isFork
    isPrivate issue(number) issueOrPullRequest(number) issues(after before filterBy first labels last orderBy states)
    label(name) labels(after before first last orderBy query) name nameWithOwner object(expression oid) owner parent
    pullRequest(number) pullRequests(after baseRefName before first headRefName labels last orderBy states)
    ref(qualifiedName) refs(after before first last query refPrefix) resourcePath url viewerPermission
Ref: associatedPullRequests(after baseRefName before first headRefName last orderBy states) id name prefix repository
    target
RefConnection: {PAGE}
RefEdge: {EDGE}
GitObject: abbreviatedOid id oid repository
Commit: abbreviatedOid author authoredDate committedDate committer file(path) history(after before first last path) id
    message messageBody messageHeadline oid parents(after before first last) repository resourcePath signature tree url
CommitConnection: {PAGE}
CommitEdge: {EDGE}
CommitHistoryConnection: {PAGE}
GitActor: date email name user
GitSignature: email isValid state wasSignedByGitHub
GpgSignature: email isValid keyId state wasSignedByGitHub
Tree: abbreviatedOid entries id oid repository
TreeEntry: extension mode name nameRaw object oid path size type
Blob: abbreviatedOid byteSize id isBinary isTruncated oid repository text
Label: color description id isDefault name url
LabelConnection: {PAGE}
LabelEdge: {EDGE}
IssueOrPullRequest:
Issue: {ISSUE_AND_PULL} closedByPullRequestsReferences(after before first includeClosedPrs last) stateReason
    timelineItems(after before first itemTypes last)
IssueConnection: {PAGE}
IssueEdge: {EDGE}
IssueComment: author authorAssociation body createdAt databaseId editor fullDatabaseId id issue lastEditedAt
    pullRequest repository resourcePath updatedAt url viewerDidAuthor
IssueCommentConnection: {PAGE}
IssueCommentEdge: {EDGE}
IssueFilters: createdBy labels states
IssueTimelineItems:
IssueTimelineItemsConnection: {PAGE} updatedAt
IssueTimelineItemsEdge: {EDGE}
IssueTimelineItemsItemType: CLOSED_EVENT ISSUE_COMMENT LABELED_EVENT REOPENED_EVENT UNLABELED_EVENT
PullRequest: {ISSUE_AND_PULL} additions baseRef baseRefName baseRefOid baseRepository changedFiles
    closingIssuesReferences(after before first last) commits(after before first last) deletions
    files(after before first last) headRef headRefName headRefOid headRepository headRepositoryOwner isCrossRepository
    isDraft mergeCommit mergeStateStatus mergeable merged mergedAt mergedBy permalink
    reviews(after author before first last states) timelineItems(after before first itemTypes last)
PullRequestConnection: {PAGE}
PullRequestEdge: {EDGE}
PullRequestChangedFile: additions changeType deletions path
PullRequestChangedFileConnection: {PAGE}
PullRequestChangedFileEdge: {EDGE}
PullRequestCommit: commit id pullRequest
PullRequestCommitConnection: {PAGE}
PullRequestCommitEdge: {EDGE}
PullRequestReview: author authorAssociation body comments(after before first last) createdAt id pullRequest repository
    state submittedAt viewerDidAuthor
PullRequestReviewComment: author body createdAt id
PullRequestReviewCommentConnection: {PAGE}
PullRequestReviewCommentEdge: {EDGE}
PullRequestReviewConnection: {PAGE}
PullRequestReviewEdge: {EDGE}
PullRequestReviewState: APPROVED CHANGES_REQUESTED COMMENTED DISMISSED PENDING
PullRequestTimelineItems:
PullRequestTimelineItemsConnection: {PAGE} updatedAt
PullRequestTimelineItemsEdge: {EDGE}
PullRequestTimelineItemsItemType: CLOSED_EVENT CONVERT_TO_DRAFT_EVENT HEAD_REF_DELETED_EVENT
    HEAD_REF_FORCE_PUSHED_EVENT ISSUE_COMMENT LABELED_EVENT MERGED_EVENT READY_FOR_REVIEW_EVENT RENAMED_TITLE_EVENT
    REOPENED_EVENT UNLABELED_EVENT
Closer:
Closable: closed closedAt
Labelable: labels(after before first last orderBy)
ClosedEvent: {COMMON_EVENT} closable closer stateReason
ConvertToDraftEvent: {COMMON_EVENT} pullRequest
HeadRefDeletedEvent: {COMMON_EVENT} headRefName pullRequest
HeadRefForcePushedEvent: {COMMON_EVENT} afterCommit beforeCommit pullRequest
LabeledEvent: {COMMON_EVENT} label labelable
MergedEvent: {COMMON_EVENT} commit mergeRefName pullRequest
ReadyForReviewEvent: {COMMON_EVENT} pullRequest
RenamedTitleEvent: {COMMON_EVENT} currentTitle previousTitle subject
RenamedTitleSubject:
ReopenedEvent: {COMMON_EVENT} closable stateReason
UnlabeledEvent: {COMMON_EVENT} label labelable
"""
