"""Pull requests through REST."""

from typing import Any

from . import pulls, rest_answers
from .changes import changed_files
from .errors import GitHubError, Violation, invalid, not_found
from .exchange import Site
from .issues import UNCHANGED
from .pulls import PullRequest
from .repository import Repository
from .rest import Answer, Call, operation, page
from .rest_answers import Json
from .world import ACTIONS, User, iso

SORT_FIELDS = {"created": "created_at", "updated": "updated_at"}
FORBIDDEN = "GitHub Actions is not permitted to create or approve pull requests."


@operation("pulls/list")
def list_pulls(call: Call) -> Answer:
    """List pull requests, the newest first unless sorted otherwise."""
    query, sort = call.query, call.query.get("sort", "created")
    if sort not in SORT_FIELDS:
        raise Violation(f"octofake does not model sorting pull requests by {sort}")
    found = [pull for pull in call.repository.pull_requests() if is_wanted(query, pull)]
    direction = query.get("direction", "desc" if sort == "created" else "asc")
    key = SORT_FIELDS[sort]
    found.sort(key=lambda pull: (getattr(pull, key), pull.number), reverse=direction == "desc")
    return page(call, found, lambda pull: show_pull(call.site, pull))


def is_wanted(query: dict[str, str], pull: PullRequest) -> bool:
    """Tell whether a pull request passes the filters of a list; a head without its owner filters nothing."""
    owner, colon, branch = query.get("head", "").partition(":")
    return (
        query.get("state", "open") in ("all", pull.state)
        and query.get("base", pull.base) == pull.base
        and (
            not colon
            or (owner.lower(), branch) == (pull.head_repository.owner.login.lower(), pull.head)
        )
    )


@operation("pulls/get")
def get_pull(call: Call) -> Answer:
    """Return a pull request."""
    mergeable = call.pull.mergeable if call.pull.state == "open" else None
    return 200, show_full_pull(call.site, call.pull, mergeable)


@operation("pulls/create", needs="pull_requests")
def create_pull(call: Call) -> Answer:
    """Open a pull request."""
    body, repository = call.body, call.repository
    if unknown := body.keys() - {"title", "head", "base", "body", "draft", "maintainer_can_modify"}:
        raise Violation(f"octofake does not model {unknown} of a new pull request")
    check_may_open(repository, call.viewer)
    if "title" not in body:
        raise invalid("PullRequest", "title", "title can't be blank", code="missing_field")
    home, branch = head_of(repository, body["head"])
    fields: dict[str, Any] = {
        "title": body["title"],
        "body": body.get("body"),
        "draft": body.get("draft", False),
    }
    pull = pulls.open_pull_request(
        repository, home, branch, body["base"], author=call.viewer, **fields
    )
    return 201, show_full_pull(call.site, pull, mergeable=None)


def check_may_open(repository: Repository, viewer: User) -> None:
    """Refuse whom a setting keeps from opening pull requests."""
    if viewer.login == ACTIONS and not repository.actions_may_open_pull_requests:
        raise GitHubError(403, FORBIDDEN)
    if repository.collaborators_only:
        raise invalid("PullRequest", "", "must be a collaborator")


def head_of(repository: Repository, head: str) -> tuple[Repository, str]:
    """Read `branch` or `owner:branch`."""
    owner, colon, branch = head.rpartition(":")
    places = [repository, *repository.forks]
    home = next(
        (place for place in places if not colon or place.owner.login.lower() == owner.lower()), None
    )
    if home is None:
        raise not_found()
    return home, branch


@operation("pulls/update", needs="pull_requests")
def update_pull(call: Call) -> Answer:
    """Change a pull request."""
    if unknown := call.body.keys() - {"title", "body", "state"}:
        raise Violation(f"octofake does not model changing {unknown} of a pull request")
    pull = call.pull
    title, body = call.body.get("title", UNCHANGED), call.body.get("body", UNCHANGED)
    pull.check_edit(title, body)
    if call.body.get("state") == "closed":
        pull.close(by=call.viewer)
    elif call.body.get("state") == "open":
        pull.reopen(by=call.viewer)
    pull.edit(title, body, by=call.viewer)
    return 200, show_full_pull(call.site, pull, mergeable=None)


def show_part(site: Site, place: Repository, branch: str, sha: str) -> Json:
    """Show the head or the base of a pull request."""
    label = f"{place.owner.login}:{branch}"
    owner, home = rest_answers.user(site, place.owner), rest_answers.repository(site, place)
    return {"label": label, "ref": branch, "sha": sha, "user": owner, "repo": home}


def show_pull(site: Site, shown: PullRequest) -> Json:
    """Show a pull request as lists do."""
    home, page = (
        rest_answers.repository_url(site, shown.repository),
        rest_answers.issue_page(site, shown),
    )
    url, issue_url = f"{home}/pulls/{shown.number}", f"{home}/issues/{shown.number}"
    statuses = f"{home}/statuses/{shown.head_sha}"
    review_comment = f"{home}/pulls/comments{{/number}}"
    links = {
        "self": url,
        "html": page,
        "issue": issue_url,
        "comments": f"{issue_url}/comments",
        "review_comments": f"{url}/comments",
        "review_comment": review_comment,
        "commits": f"{url}/commits",
        "statuses": statuses,
    }
    labels = [
        item | {"description": item["description"] or ""}
        for item in rest_answers.common(site, shown)["labels"]
    ]
    return rest_answers.common(site, shown) | {
        "labels": labels,
        "url": url,
        "issue_url": issue_url,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        "commits_url": f"{url}/commits",
        "review_comments_url": f"{url}/comments",
        "review_comment_url": review_comment,
        "statuses_url": statuses,
        "draft": shown.draft,
        "merged_at": shown.merged_at and iso(shown.merged_at),
        "merge_commit_sha": shown.merge_commit,
        "auto_merge": None,
        "requested_reviewers": [],
        "requested_teams": [],
        "head": show_part(site, shown.head_repository, shown.head, shown.head_sha),
        "base": show_part(site, shown.repository, shown.base, shown.base_sha),
        "_links": {name: {"href": address} for name, address in links.items()},
    }


def show_full_pull(site: Site, shown: PullRequest, mergeable: bool | None) -> Json:
    """Show a pull request as its own address does; just after a write GitHub does not know yet if it is mergeable."""
    changes = changed_files(shown.repository.objects, shown.fork_point, shown.head_sha)
    state = {None: "unknown", True: "draft" if shown.draft else "clean", False: "dirty"}[mergeable]
    return show_pull(site, shown) | {
        "merged": shown.merged,
        "merged_by": shown.merged_by and rest_answers.user(site, shown.merged_by),
        "mergeable": mergeable,
        "rebaseable": mergeable,
        "mergeable_state": state,
        "maintainer_can_modify": False,
        "comments": len(shown.comments),
        "review_comments": 0,
        "commits": len(shown.commits),
        "additions": sum(change.additions for change in changes),
        "deletions": sum(change.deletions for change in changes),
        "changed_files": len(changes),
    }
