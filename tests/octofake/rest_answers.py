"""How REST shows users, repositories, labels, issues and comments."""

from typing import Any

from .exchange import Site
from .issues import Comment, Issue, Label
from .pulls import PullRequest
from .repository import Repository
from .world import User, iso

Json = dict[str, Any]
USER_PAGES = {
    "events": "/events{/privacy}",
    "followers": "/followers",
    "following": "/following{/other_user}",
    "gists": "/gists{/gist_id}",
    "organizations": "/orgs",
    "received_events": "/received_events",
    "repos": "/repos",
    "starred": "/starred{/owner}{/repo}",
    "subscriptions": "/subscriptions",
}
REPOSITORY_PAGES = {
    "archive": "/{archive_format}{/ref}",
    "assignees": "/assignees{/user}",
    "blobs": "/git/blobs{/sha}",
    "branches": "/branches{/branch}",
    "collaborators": "/collaborators{/collaborator}",
    "comments": "/comments{/number}",
    "commits": "/commits{/sha}",
    "compare": "/compare/{base}...{head}",
    "contents": "/contents/{+path}",
    "contributors": "/contributors",
    "deployments": "/deployments",
    "downloads": "/downloads",
    "events": "/events",
    "forks": "/forks",
    "git_commits": "/git/commits{/sha}",
    "git_refs": "/git/refs{/sha}",
    "git_tags": "/git/tags{/sha}",
    "hooks": "/hooks",
    "issue_comment": "/issues/comments{/number}",
    "issue_events": "/issues/events{/number}",
    "issues": "/issues{/number}",
    "keys": "/keys{/key_id}",
    "labels": "/labels{/name}",
    "languages": "/languages",
    "merges": "/merges",
    "milestones": "/milestones{/number}",
    "notifications": "/notifications{?since,all,participating}",
    "pulls": "/pulls{/number}",
    "releases": "/releases{/id}",
    "stargazers": "/stargazers",
    "statuses": "/statuses/{sha}",
    "subscribers": "/subscribers",
    "subscription": "/subscription",
    "tags": "/tags",
    "teams": "/teams",
    "trees": "/git/trees{/sha}",
}
NOTHING: Json = dict.fromkeys(("description", "homepage", "language", "license", "mirror_url"))
COUNTS: Json = dict.fromkeys(
    ("size", "forks", "forks_count", "stargazers_count", "watchers", "watchers_count"), 0
)
FLAGS: Json = dict.fromkeys(("has_downloads", "has_projects", "has_wiki"), True)
OFF: Json = dict.fromkeys(("has_pages", "has_discussions", "disabled"), False)


def user(site: Site, who: User) -> Json:
    """Show an account; a deleted one is the ghost's."""
    name = "ghost" if who.deleted else who.login
    url, page = f"{site.api}/users/{name}", name.removesuffix("[bot]")
    pages = {f"{name}_url": url + path for name, path in USER_PAGES.items()}
    return pages | {
        "login": name,
        "id": who.id,
        "node_id": who.node_id,
        "avatar_url": f"{site.pages}/avatars/u/{who.id}",
        "gravatar_id": "",
        "url": url,
        "html_url": f"{site.pages}/{'apps/' if who.is_bot else ''}{page}",
        "type": who.type,
        "site_admin": False,
    }


def repository_url(site: Site, repository: Repository) -> str:
    """Return the address of a repository in the REST interface."""
    return f"{site.api}/repos/{repository.name_with_owner}"


def page_url(site: Site, repository: Repository) -> str:
    """Return the address of a repository's page."""
    return f"{site.pages}/{repository.name_with_owner}"


def repository(site: Site, shown: Repository) -> Json:
    """Show a repository."""
    url, page = repository_url(site, shown), page_url(site, shown)
    host = page.partition("//")[2]
    dates = dict.fromkeys(("created_at", "updated_at", "pushed_at"), iso(shown.created_at))
    count = len([item for item in shown.issues_and_pulls.values() if item.state == "open"])
    pages = {f"{name}_url": url + path for name, path in REPOSITORY_PAGES.items()}
    return (
        NOTHING
        | COUNTS
        | FLAGS
        | OFF
        | dates
        | pages
        | {
            "id": shown.id,
            "node_id": shown.node_id,
            "name": shown.name,
            "full_name": shown.name_with_owner,
            "owner": user(site, shown.owner),
            "private": shown.private,
            "fork": shown.parent is not None,
            "archived": shown.archived,
            "has_issues": shown.has_issues,
            "default_branch": shown.default_branch,
            "delete_branch_on_merge": shown.delete_branch_on_merge,
            "url": url,
            "html_url": page,
            "clone_url": f"{page}.git",
            "git_url": f"git://{host}.git",
            "ssh_url": f"git@{host.replace('/', ':', 1)}.git",
            "svn_url": page,
            "open_issues": count,
            "open_issues_count": count,
        }
    )


def full_repository(site: Site, shown: Repository) -> Json:
    """Show a repository with what only its own address tells."""
    more: Json = {
        "network_count": 0,
        "subscribers_count": 0,
        "has_pull_requests": shown.has_pull_requests,
        "pull_request_creation_policy": "collaborators_only" if shown.collaborators_only else "all",
        "allow_auto_merge": shown.allow_auto_merge,
    }
    return (
        repository(site, shown)
        | more
        | ({"parent": repository(site, shown.parent)} if shown.parent else {})
    )


def label(site: Site, shown: Label) -> Json:
    """Show a label."""
    return {
        "id": shown.id,
        "node_id": shown.node_id,
        "url": f"{repository_url(site, shown.repository)}/labels/{shown.name.replace(' ', '%20')}",
        "name": shown.name,
        "color": shown.color,
        "description": shown.description,
        "default": False,
    }


def issue_page(site: Site, shown: Issue) -> str:
    """Return the address of an issue's or pull request's page."""
    folder = "pull" if isinstance(shown, PullRequest) else "issues"
    return f"{page_url(site, shown.repository)}/{folder}/{shown.number}"


def common(site: Site, shown: Issue) -> Json:
    """Show what issues and pull requests have in common."""
    url = f"{repository_url(site, shown.repository)}/issues/{shown.number}"
    return {
        "id": shown.id,
        "node_id": shown.node_id,
        "number": shown.number,
        "title": shown.title,
        "body": shown.body,
        "state": shown.state,
        "locked": shown.locked,
        "active_lock_reason": shown.active_lock_reason,
        "user": user(site, shown.author),
        "author_association": shown.repository.association(shown.author),
        "labels": [label(site, item) for item in shown.labels],
        "assignee": None,
        "assignees": [],
        "milestone": None,
        "comments_url": f"{url}/comments",
        "html_url": issue_page(site, shown),
        "created_at": iso(shown.created_at),
        "updated_at": iso(shown.updated_at),
        "closed_at": shown.closed_at and iso(shown.closed_at),
    }


def issue(site: Site, shown: Issue) -> Json:
    """Show an issue, or a pull request as one."""
    home = repository_url(site, shown.repository)
    url = f"{home}/issues/{shown.number}"
    result = common(site, shown) | {
        "url": url,
        "repository_url": home,
        "labels_url": f"{url}/labels{{/name}}",
        "events_url": f"{url}/events",
        "timeline_url": f"{url}/timeline",
        "comments": len(shown.comments),
        "state_reason": shown.state_reason,
        "closed_by": shown.closed_by and user(site, shown.closed_by),
        "performed_via_github_app": None,
    }
    if isinstance(shown, PullRequest):
        page = issue_page(site, shown)
        result["draft"] = shown.draft
        result["pull_request"] = {
            "url": f"{home}/pulls/{shown.number}",
            "html_url": page,
            "diff_url": f"{page}.diff",
            "patch_url": f"{page}.patch",
            "merged_at": shown.merged_at and iso(shown.merged_at),
        }
    return result


def comment(site: Site, shown: Comment) -> Json:
    """Show a comment."""
    home = repository_url(site, shown.repository)
    return {
        "id": shown.id,
        "node_id": shown.node_id,
        "url": f"{home}/issues/comments/{shown.id}",
        "html_url": f"{issue_page(site, shown.issue)}#issuecomment-{shown.id}",
        "issue_url": f"{home}/issues/{shown.issue.number}",
        "body": shown.body,
        "user": user(site, shown.author),
        "author_association": shown.repository.association(shown.author),
        "created_at": iso(shown.created_at),
        "updated_at": iso(shown.updated_at),
        "performed_via_github_app": None,
    }
