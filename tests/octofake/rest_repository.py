"""Repositories, their files and settings through REST."""

import base64

from . import rest_answers
from .changes import FileChange, changed_files
from .errors import GitHubError, not_found
from .exchange import Response
from .objects import FOLDER
from .rest import Answer, Call, check_token, operation, page
from .rest_answers import Json
from .rest_git import object_url, show_commit, tree_entries

RAW = "application/vnd.github.raw"
ONE_MEGABYTE = 1024 * 1024
RATE = {"limit": 5000, "used": 0, "remaining": 5000}


@operation("rate-limit/get")
def get_rate_limit(call: Call) -> Answer:
    """Return what is left; the fake never counts (ask for a fault instead)."""
    check_token(call.world, call.request)
    rate = RATE | {"reset": call.world.now + 3600}
    return 200, {"rate": rate, "resources": {"core": rate, "search": rate, "graphql": rate}}


@operation("repos/get")
def get_repository(call: Call) -> Answer:
    """Return the repository."""
    return 200, rest_answers.full_repository(call.site, call.repository)


@operation(
    "actions/get-github-actions-default-workflow-permissions-repository", needs="administration"
)
def get_workflow_permissions(call: Call) -> Answer:
    """Return the setting that lets Actions open pull requests; a workflow's own token may not read it."""
    allowed = call.repository.actions_may_open_pull_requests
    return 200, {
        "default_workflow_permissions": "read",
        "can_approve_pull_request_reviews": allowed,
    }


@operation("actions/get-github-actions-permissions-repository", needs="administration")
def get_actions_permissions(call: Call) -> Answer:
    """Return which actions may run."""
    allowed = call.repository.allowed_actions
    return 200, {"enabled": True, "allowed_actions": allowed, "sha_pinning_required": False}


@operation(
    "actions/get-fork-pr-contributor-approval-permissions-repository", needs="administration"
)
def get_fork_approval(call: Call) -> Answer:
    """Return whose pull requests from forks start workflows only after an approval."""
    return 200, {"approval_policy": call.repository.fork_approval}


@operation("repos/get-branch-rules")
def get_branch_rules(call: Call) -> Answer:
    """Return the rules for a branch, whether or not it exists."""
    repository = call.repository
    source = {
        "ruleset_source_type": "Repository",
        "ruleset_source": repository.name_with_owner,
        "ruleset_id": 1,
    }
    if call.path["branch"] != repository.default_branch:
        rules: list[Json] = []
        for kind in sorted(repository.rules):
            given = repository.rule_parameters.get(kind)
            rules.append({"type": kind} | ({"parameters": given} if given else {}))
        return page(call, rules, lambda rule: rule | source)
    reviews = {
        "allowed_merge_methods": ["merge", "squash", "rebase"],
        "dismiss_stale_reviews_on_push": not repository.keeps_approvals,
        "require_code_owner_review": False,
        "require_last_push_approval": False,
        "required_review_thread_resolution": False,
    }
    parameters = [
        reviews | {"required_approving_review_count": count}
        for count in repository.required_approvals
    ]
    return 200, [{"type": "pull_request", "parameters": one} | source for one in parameters]


@operation("repos/get-content")
def get_content(call: Call) -> Answer:
    """Return a file, as JSON or raw, or the list of a folder."""
    repository, path = call.repository, call.path["path"].strip("/")
    commit = repository.resolve(call.query.get("ref", "HEAD"))
    if commit is None:
        raise GitHubError(404, f"No commit found for the ref {call.query['ref']}")
    tree = repository.objects.tree_of(commit)
    entry = repository.objects.entry(tree, path)
    if entry is None:
        raise not_found()
    if entry[0] == FOLDER:
        prefix = f"{path}/" if path else ""
        entries = tree_entries(repository.objects, entry[1], prefix, recursive=False)
        return 200, [show_entry(call, name, mode, sha) for name, mode, sha in entries]
    if call.request.headers.get("accept", "").startswith(RAW):
        headers = {"Content-Type": f"{RAW}; charset=utf-8"}
        return Response(200, repository.objects.blob(entry[1]), headers)
    return 200, show_entry(call, path, *entry) | show_text(repository.objects.blob(entry[1]))


def show_entry(call: Call, path: str, mode: int, sha: str) -> Json:
    """Show a file or a folder."""
    repository, ref = call.repository, call.query.get("ref", call.repository.default_branch)
    kind = "dir" if mode == FOLDER else "file"
    url = f"{rest_answers.repository_url(call.site, repository)}/contents/{path}?ref={ref}"
    git = object_url(call.site, repository, "trees" if kind == "dir" else "blobs", sha)
    page = f"{rest_answers.page_url(call.site, repository)}/blob/{ref}/{path}"
    return {
        "type": kind,
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": sha,
        "size": 0 if kind == "dir" else len(repository.objects.blob(sha)),
        "url": url,
        "git_url": git,
        "html_url": page,
        "download_url": None if kind == "dir" else page.replace("/blob/", "/raw/"),
        "_links": {"self": url, "git": git, "html": page},
    }


def show_text(data: bytes) -> Json:
    """Show the content of a file; over a megabyte GitHub leaves it out."""
    if len(data) > ONE_MEGABYTE:
        return {"encoding": "none", "content": ""}
    return {"encoding": "base64", "content": base64.encodebytes(data).decode()}


@operation("repos/compare-commits-with-basehead")
def compare(call: Call) -> Answer:
    """Compare two branches or commits."""
    repository, objects = call.repository, call.repository.objects
    names = call.path["basehead"].split("...")
    if len(names) != 2:
        raise not_found()
    base, head = (repository.resolve(name.rpartition(":")[2]) for name in names)
    if base is None or head is None:
        raise not_found()
    ahead, behind = objects.missing_from(base, head), objects.missing_from(head, base)
    merge_base = objects.merge_base(base, head)
    if merge_base is None:
        raise GitHubError(404, f"No common ancestor between {names[0]} and {names[1]}.")
    url = f"{rest_answers.repository_url(call.site, repository)}/compare/{call.path['basehead']}"
    page = f"{rest_answers.page_url(call.site, repository)}/compare/{call.path['basehead']}"
    state = {
        (False, False): "identical",
        (True, False): "ahead",
        (False, True): "behind",
        (True, True): "diverged",
    }
    return 200, {
        "url": url,
        "html_url": page,
        "permalink_url": page,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        "base_commit": show_commit(call.site, repository, base),
        "merge_base_commit": show_commit(call.site, repository, merge_base),
        "status": state[bool(ahead), bool(behind)],
        "ahead_by": len(ahead),
        "behind_by": len(behind),
        "total_commits": len(ahead),
        "commits": [show_commit(call.site, repository, sha) for sha in ahead],
        "files": [
            show_change(call, change, head) for change in changed_files(objects, merge_base, head)
        ],
    }


def show_change(call: Call, change: FileChange, head: str) -> Json:
    """Show a changed file, without its patch."""
    page = rest_answers.page_url(call.site, call.repository)
    url = rest_answers.repository_url(call.site, call.repository)
    return {
        "sha": change.sha,
        "filename": change.path,
        "status": change.status,
        "additions": change.additions,
        "deletions": change.deletions,
        "changes": change.additions + change.deletions,
        "blob_url": f"{page}/blob/{head}/{change.path}",
        "raw_url": f"{page}/raw/{head}/{change.path}",
        "contents_url": f"{url}/contents/{change.path}?ref={head}",
    }
