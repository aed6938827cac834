"""What GraphQL can change: each mutation of a document on its own, in order, and not all or none."""

import base64
from collections.abc import Callable
from typing import Any

from .errors import GitHubError, GraphQLRefusal
from .faults import Interrupted
from .graphql_fields import field, not_found, snake
from .graphql_views import CommitView, ref_view
from .issues import UNCHANGED
from .objects import Stamp
from .pulls import PullRequest, open_pull_request
from .pushing import set_branch
from .repository import Repository
from .rest_pulls import check_may_open
from .rules import check_rule

NO_COMMIT = "0" * 40
Change = Callable[[Any, dict[str, Any]], dict[str, Any]]


def mutation(change: Change) -> Change:
    """Mark the function of a mutation, which gets the context and the input."""

    def perform(_: None, context: Any, **arguments: Any) -> dict[str, Any]:
        argument, refusal = arguments["input"], context.world.refusal
        is_named = refusal and snake(refusal.mutation) == change.__name__
        if isinstance(refusal, Interrupted):
            context.is_interrupted = context.is_interrupted or is_named
            if context.is_interrupted:
                raise GraphQLRefusal("INTERNAL", "Nobody will read this.")
        elif is_named:
            raise GraphQLRefusal(refusal.type, refusal.message)
        try:
            payload = change(context, argument)
        except GitHubError as error:
            raise GraphQLRefusal(kind_of(error), reported(error)) from error
        return {"client_mutation_id": argument.get("clientMutationId")} | payload

    perform.__name__ = change.__name__
    field("Mutation")(perform)
    return change


def kind_of(error: GitHubError) -> str:
    """Return the type under which GraphQL tells an error of REST."""
    return {403: "FORBIDDEN", 404: "NOT_FOUND"}.get(error.status, "UNPROCESSABLE")


def reported(error: GitHubError) -> str:
    """Return what an error of REST says: the details without the words around them."""
    details = [detail.get("message", "") for detail in error.more.get("errors", ())]
    return "; ".join(filter(None, details)) or error.message


def node(context: Any, node_id: str, kind: type[Any], needs: str) -> Any:
    """Return what an id names, if it is of that kind and the token may change it."""
    found = context.world.nodes.get(node_id)
    if not isinstance(found, kind):
        raise not_found(f"a node with the global id of '{node_id}'")
    repository = found if isinstance(found, Repository) else found.repository
    check_may_write(repository, needs)
    return found


def check_may_write(repository: Repository, needs: str) -> None:
    """Refuse what the token may not do, and everything in an archive."""
    levels = [repository.permissions.get(name) for name in needs.split()]
    if "write" not in levels:
        raise GraphQLRefusal("FORBIDDEN", "Resource not accessible by integration")
    if repository.archived:
        raise GraphQLRefusal("UNPROCESSABLE", "Repository was archived so is read-only.")


# Branches and commits


@mutation
def create_ref(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Make a branch."""
    repository = node(context, argument["repositoryId"], Repository, "contents")
    branch = str(argument["name"]).removeprefix("refs/heads/")
    if branch in repository.branches:
        raise GraphQLRefusal(
            "UNPROCESSABLE",
            f'A ref named "{argument["name"]}" already exists in the repository.',
        )
    if repository.objects.get(argument["oid"]) is None:
        raise GraphQLRefusal("UNPROCESSABLE", f"{argument['oid']} does not exist")
    check_rule(repository, "creation")
    set_branch(repository, branch, argument["oid"], context.world.viewer)
    return {"ref": ref_view(repository, branch)}


@mutation
def create_commit_on_branch(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Append a commit, signed by GitHub, to a branch that is where it is said to be."""
    target = argument["branch"]
    repository = context.world.repository(target["repositoryNameWithOwner"])
    if repository is None:
        raise not_found(f"a Repository with the name '{target['repositoryNameWithOwner']}'")
    check_may_write(repository, "contents")
    branch, expected = target["branchName"], argument["expectedHeadOid"]
    if branch not in repository.branches:
        raise GraphQLRefusal("NOT_FOUND", f"Could not resolve to a Ref with the name '{branch}'.")
    if repository.branches[branch] != expected:
        reported = f'Expected branch to point to "{expected}" but it did not.  Pull and try again.'
        raise GraphQLRefusal("STALE_DATA", reported)
    check_rule(repository, "update")
    sha = appended(context.world, repository, argument)
    set_branch(repository, branch, sha, context.world.viewer)
    return {"commit": CommitView(repository, sha), "ref": ref_view(repository, branch)}


def appended(world: Any, repository: Repository, argument: dict[str, Any]) -> str:
    """Keep a commit of the viewer's, committed and signed by GitHub."""
    changes, message = argument.get("fileChanges") or {}, argument["message"]
    files: dict[str, bytes | None] = {}
    for addition in changes.get("additions") or ():
        files[addition["path"]] = base64.b64decode(addition["contents"])
    for deletion in changes.get("deletions") or ():
        files[deletion["path"]] = None
    parent, now, viewer = argument["expectedHeadOid"], world.tick(), world.viewer
    text = f"{message['headline']}\n\n{message.get('body') or ''}".rstrip("\n")
    return repository.objects.add_commit(
        repository.changed_tree(parent, files),
        [parent],
        text,
        Stamp(viewer.login, viewer.email, now),
        Stamp("GitHub", world.web_flow.email, now),
        signed=True,
    )


@mutation
def update_refs(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Move branches all at once, each only from where it is said to be."""
    repository = node(context, argument["repositoryId"], Repository, "contents")
    for update in argument["refUpdates"]:
        check_ref_update(repository, update)
    for update in argument["refUpdates"]:
        sha = None if update["afterOid"] == NO_COMMIT else update["afterOid"]
        set_branch(repository, branch_of(update), sha, context.world.viewer)
    return {}


def branch_of(update: dict[str, Any]) -> str:
    """Return the branch that an update names."""
    return str(update["name"]).removeprefix("refs/heads/")


def check_ref_update(repository: Repository, update: dict[str, Any]) -> None:
    """Refuse an update that comes too late, goes nowhere, would need force or breaks a rule."""
    now, before = repository.branches.get(branch_of(update)), update.get("beforeOid")
    after = update["afterOid"]
    if before is not None and before != (now or NO_COMMIT):
        raise GraphQLRefusal("UNPROCESSABLE", f"{update['name']} is at {now} but expected {before}")
    if after == NO_COMMIT:
        check_rule(repository, "deletion")
        return
    if repository.objects.get(after) is None:
        raise GraphQLRefusal("UNPROCESSABLE", f"{after} does not exist")
    check_rule(repository, "update" if now else "creation")
    if now and not update.get("force") and not repository.objects.contains(after, now):
        raise GraphQLRefusal("UNPROCESSABLE", "Update is not a fast forward")


# Pull requests


@mutation
def create_pull_request(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Open a pull request from a branch of the same repository."""
    repository = node(context, argument["repositoryId"], Repository, "pull_requests")
    check_may_open(repository, context.world.viewer)
    pull = open_pull_request(
        repository,
        repository,
        argument["headRefName"],
        argument["baseRefName"],
        author=context.world.viewer,
        title=argument["title"],
        body=argument.get("body"),
        draft=argument.get("draft") or False,
    )
    return {"pull_request": pull}


@mutation
def update_pull_request(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Write another title or body."""
    pull = node(context, argument["pullRequestId"], PullRequest, "pull_requests")
    title, body = argument.get("title", UNCHANGED), argument.get("body", UNCHANGED)
    pull.edit(title, body, by=context.world.viewer)
    return {"pull_request": pull}


@mutation
def close_pull_request(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Close a pull request."""
    pull = node(context, argument["pullRequestId"], PullRequest, "pull_requests")
    pull.close(by=context.world.viewer)
    return {"pull_request": pull}


@mutation
def convert_pull_request_to_draft(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Make a pull request a draft."""
    pull = open_one(context, argument["pullRequestId"])
    pull.convert_to_draft(context.world.viewer)
    return {"pull_request": pull}


@mutation
def mark_pull_request_ready_for_review(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Make a draft ready."""
    pull = open_one(context, argument["pullRequestId"])
    pull.mark_ready(context.world.viewer)
    return {"pull_request": pull}


def open_one(context: Any, node_id: str) -> PullRequest:
    """Return an open pull request of a repository that knows drafts."""
    pull: PullRequest = node(context, node_id, PullRequest, "pull_requests")
    if pull.state == "closed":
        raise GraphQLRefusal("UNPROCESSABLE", "Pull request is closed.")
    if not pull.repository.has_drafts:
        login = context.world.viewer.login
        reported = (
            f"{login} does not have permission to convert the pull request {node_id} to draft."
        )
        raise GraphQLRefusal("FORBIDDEN", reported)
    return pull
