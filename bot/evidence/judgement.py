"""From the final response to a verdict."""

from collections.abc import Mapping
from http import HTTPStatus

from bot.evidence.answer import Verdict

PERMANENT_REDIRECTS = frozenset({301, 308})
REDIRECTS = PERMANENT_REDIRECTS | {302, 303, 307}
_MISSING = frozenset({404, 410})
# 405 comes for GET only, since a refused HEAD is followed by GET. 999 is LinkedIn's own.
_REFUSED = frozenset({401, 403, 405, 407, 429, 451, 999})
# Headers of a bot wall that answers in place of the page. A challenge of AWS has the status 202:
# https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
# https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
# https://vercel.com/docs/headers/response-headers
_WALL_HEADERS = ("cf-mitigated", "x-amzn-waf-action", "x-vercel-mitigated")


def judge(status: int, headers: Mapping[str, str]) -> tuple[Verdict, str]:
    """The verdict on a response that is no redirect to follow, and a clause about the reason."""
    if any(name in headers for name in _WALL_HEADERS):
        return Verdict.BLOCKED, "a bot wall answers in its place"
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Verdict.ALIVE, f"it answers ({status})"
    if status in _MISSING:
        return Verdict.MISSING, f"the server says that it is not there ({status})"
    if status in _REFUSED:
        return Verdict.BLOCKED, f"the server refuses programs ({status})"
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Verdict.UNKNOWN, f"the server has a fault ({status})"
    return Verdict.UNKNOWN, f"the answer is neither yes nor no ({status})"
