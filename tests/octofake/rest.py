"""The REST interface: from a request to the function that serves it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from .checking import check_request, check_response, operation_of
from .errors import GitHubError, Violation, moved, not_found, not_permitted
from .exchange import Request, Response, Site
from .issues import Issue
from .pulls import PullRequest
from .repository import Repository
from .world import User, World

Answer = Response | tuple[int, Any]
PAGE_SIZE = 30
VERSION = "2022-11-28"  # which the description in `schemas` is of
NEWER_VERSIONS = {"2026-03-10"}


@dataclass(frozen=True)
class Call:
    """A request that has been understood."""

    world: World
    request: Request
    operation: str
    path: Mapping[str, str]

    @property
    def site(self) -> Site:
        """Return the addresses to write into the answer."""
        return self.request.site

    @property
    def viewer(self) -> User:
        """Return whose token it is."""
        return self.world.viewer

    @property
    def query(self) -> dict[str, str]:
        """Return the parameters after the question mark."""
        return self.request.query

    @property
    def body(self) -> dict[str, Any]:
        """Return the body of the request."""
        body: dict[str, Any] = self.request.body or {}
        return body

    @property
    def repository(self) -> Repository:
        """Return the repository that the address names."""
        repository = self.world.repository(f"{self.path['owner']}/{self.path['repo']}")
        if repository is None:
            raise not_found()
        return repository

    @property
    def issue(self) -> Issue:
        """Return the issue or pull request that the address names, or say what has become of it."""
        repository, number = self.repository, int(self.path["issue_number"])
        if number in repository.gone:
            raise GitHubError(410, "This issue was deleted")
        if number in repository.transferred:
            new = repository.transferred[number]
            rest = self.request.path.partition(f"/issues/{number}")[2]
            raise moved(
                f"{self.site.api}/repositories/{new.repository.id}/issues/{new.number}{rest}"
            )
        if number not in repository.issues_and_pulls:
            raise not_found()
        found = repository.issues_and_pulls[number]
        if found.resource == "Issue":
            check_issues(repository)
        return found

    @property
    def pull(self) -> PullRequest:
        """Return the pull request that the address names."""
        found = self.repository.issues_and_pulls.get(int(self.path["pull_number"]))
        if not isinstance(found, PullRequest):
            raise not_found()
        return found


def check_issues(repository: Repository) -> None:
    """Refuse where issues are turned off; pull requests stay."""
    if not repository.has_issues:
        raise GitHubError(410, "Issues are disabled for this repo")


@dataclass(frozen=True)
class Served:
    """A function that serves an operation, and the permissions one of which a writer needs."""

    serve: Callable[[Call], Answer]
    needs: tuple[str, ...]


OPERATIONS: dict[str, Served] = {}


def operation(
    name: str, needs: str = ""
) -> Callable[[Callable[[Call], Answer]], Callable[[Call], Answer]]:
    """Mark the function that serves an operation of GitHub's description."""

    def mark(serve: Callable[[Call], Answer]) -> Callable[[Call], Answer]:
        OPERATIONS[name] = Served(serve, tuple(needs.split()))
        return serve

    return mark


def operation_name(request: Request) -> str:
    """Return the name of the operation that a request is for."""
    if request.path.startswith("/repositories/"):
        return "redirected"
    return operation_of(request)[0].id


def answer(world: World, request: Request) -> Response:
    """Serve a request."""
    request = by_name(world, request)
    found, path = operation_of(request)
    check_request(found, request, path)
    call = Call(world, request, found.id, path)
    try:
        check_access(call)
        result = OPERATIONS[found.id].serve(call)
        response = result if isinstance(result, Response) else Response(*result)
    except GitHubError as error:
        response = refusal(error)
    check_response(found, response)
    return response


def by_name(world: World, request: Request) -> Request:
    """Write `/repositories/ID/...`, where redirections lead, as `/repos/OWNER/NAME/...`."""
    if not request.path.startswith("/repositories/"):
        return request
    number, _, rest = request.path.removeprefix("/repositories/").partition("/")
    names = [name.name_with_owner for name in world.repositories.values() if str(name.id) == number]
    path = f"/repos/{names[0] if names else 'ghost/none'}/{rest}".rstrip("/")
    return Request(request.method, path, request.site, request.query, request.headers, request.body)


def check_access(call: Call) -> None:
    """Refuse what the token may not do."""
    check_version(call.request)
    check_token(call.world, call.request)
    if "repo" in call.path and OPERATIONS[call.operation].needs:
        repository = call.repository
        granted = {
            name
            for name, level in repository.permissions.items()
            if level == "write" or not is_write(call)
        }
        if not granted.intersection(OPERATIONS[call.operation].needs):
            raise not_permitted()
        if repository.archived and is_write(call):
            raise GitHubError(403, "Repository was archived so is read-only.")


def is_write(call: Call) -> bool:
    """Tell whether a call changes something."""
    return call.request.is_write


def check_version(request: Request) -> None:
    """Refuse a version of the interface that GitHub does not have."""
    asked = request.headers.get("x-github-api-version", VERSION)
    if asked in NEWER_VERSIONS:
        raise Violation(f"version {asked} of the REST interface is not modelled")
    if asked != VERSION:
        raise GitHubError(
            400,
            f'Bad Request: The version you specified in the "X-GitHub-API-Version" request header, "{asked}", '
            f'is not a supported version. The following versions are currently supported: "{VERSION}" (most recent).',
        )


def check_token(world: World, request: Request) -> None:
    """Refuse a request without a token, or with another one than the viewer's."""
    if "authorization" not in request.headers:
        raise GitHubError(401, "Requires authentication")
    scheme, _, token = request.headers["authorization"].partition(" ")
    if scheme.lower() not in {"bearer", "token"} or token != world.token:
        raise GitHubError(401, "Bad credentials")


def refusal(error: GitHubError) -> Response:
    """Return the answer that tells of an error."""
    return Response(error.status, error.body(), error.headers)


def page(call: Call, items: list[Any], show: Callable[[Any], Any]) -> Response:
    """Answer with a page of a list, and the links to the pages around it."""
    size, number = int(call.query.get("per_page", PAGE_SIZE)), int(call.query.get("page", 1))
    size = min(size, 100)
    last = max(1, -(-len(items) // size))
    targets = {"prev": number - 1, "next": number + 1, "last": last, "first": 1}
    wanted = [name for name in targets if (name in ("prev", "first") and number > 1)]
    wanted += [name for name in ("next", "last") if number < last]
    url = call.site.api + call.request.path
    links = [
        f'<{url}?{urlencode({**call.query, "page": targets[name]})}>; rel="{name}"'
        for name in wanted
    ]
    shown = [show(item) for item in items[(number - 1) * size : number * size]]
    return Response(200, shown, {"Link": ", ".join(links)} if links else {})
