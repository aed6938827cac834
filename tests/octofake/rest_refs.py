"""Branches and tags through REST."""

from dulwich.objects import Commit

from . import rest_answers
from .errors import not_found, unprocessable
from .exchange import Site
from .objects import GitObjects
from .pushing import set_branch
from .repository import Repository
from .rest import Answer, Call, operation
from .rest_answers import Json
from .rules import check_rule

BRANCH = "refs/heads/"


def show_ref(site: Site, repository: Repository, name: str) -> Json:
    """Show a ref."""
    url, sha = rest_answers.repository_url(site, repository), repository.refs[name]
    thing = {"type": "commit", "sha": sha, "url": f"{url}/git/commits/{sha}"}
    return {"ref": name, "node_id": f"REF_{name}", "url": f"{url}/git/{name}", "object": thing}


@operation("git/get-ref")
def get_ref(call: Call) -> Answer:
    """Return one ref."""
    name = f"refs/{call.path['ref']}"
    if name not in call.repository.refs:
        raise not_found()
    return 200, show_ref(call.site, call.repository, name)


@operation("git/list-matching-refs")
def list_matching_refs(call: Call) -> Answer:
    """Return the refs that begin like this."""
    names = [
        name for name in sorted(call.repository.refs) if name.startswith(f"refs/{call.path['ref']}")
    ]
    return 200, [show_ref(call.site, call.repository, name) for name in names]


@operation("git/create-ref", needs="contents")
def create_ref(call: Call) -> Answer:
    """Make a ref."""
    name = call.body["ref"]
    if not name.startswith("refs/") or name.count("/") < 2:
        raise unprocessable(
            "Reference name must start with 'refs/' and contain at least three segments."
        )
    check_commit(call.repository.objects, call.body["sha"])
    if name in call.repository.refs:
        raise unprocessable("Reference already exists")
    check_rule(call.repository, "creation")
    point(call, name, call.body["sha"])
    return 201, show_ref(call.site, call.repository, name)


@operation("git/update-ref", needs="contents")
def update_ref(call: Call) -> Answer:
    """Move a ref."""
    name, sha = f"refs/{call.path['ref']}", call.body["sha"]
    if name not in call.repository.refs:
        raise unprocessable("Reference does not exist")
    check_commit(call.repository.objects, sha)
    if not call.body.get("force") and not call.repository.objects.contains(
        sha, call.repository.refs[name]
    ):
        raise unprocessable("Update is not a fast forward")
    check_rule(call.repository, "update")
    point(call, name, sha)
    return 200, show_ref(call.site, call.repository, name)


@operation("git/delete-ref", needs="contents")
def delete_ref(call: Call) -> Answer:
    """Delete a ref."""
    name = f"refs/{call.path['ref']}"
    if name not in call.repository.refs:
        raise unprocessable("Reference does not exist")
    check_rule(call.repository, "deletion")
    point(call, name, None)
    return 204, None


def check_commit(objects: GitObjects, sha: str) -> None:
    """Refuse what is no commit."""
    if not isinstance(objects.get(sha), Commit):
        raise unprocessable("Object does not exist")


def point(call: Call, name: str, sha: str | None) -> None:
    """Set or delete a ref as the viewer."""
    if name.startswith(BRANCH):
        set_branch(call.repository, name.removeprefix(BRANCH), sha, call.viewer)
    else:
        call.repository.set_ref(name, sha)
