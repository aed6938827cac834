"""Addresses that only lead on to others, as search pages and mail programs write them."""

import re
from urllib.parse import unquote, urlsplit

# Compiled when it is needed, as most addresses are taken as they are before.
_HOSTS = (
    r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?/url\?"
    r"|(?:www\.)?youtube\.com/redirect\?|docs\.google\.com/g?view(?:er)?\?|translate\.google\.[a-z.]{2,6}/translate\?"
    r"|(?:[a-z0-9-]+\.)?safelinks\.protection\.outlook\.com/\?"
    r"|statics\.teams\.cdn\.office\.net/evergreen-assets/safelinks/[^?]*\?"
    r"|lm?\.facebook\.com/l\.php\?|l\.(?:instagram|messenger|threads)\.com/\?"
    r"|(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)/?\?"
    r"|(?:html\.)?duckduckgo\.com/l/\?|slack-redir\.net/link\?|(?:www\.)?vk\.com/away\.php\?"
    r"|out\.reddit\.com/[^?]*\?|linkprotect\.cudasvc\.com/url\?|steamcommunity\.com/linkfilter/\?"
)
_HIDING = (
    "urldefense.com", "urldefense.proofpoint.com", "safelinks.protection.outlook.com",
    "protect-de.mimecast.com", "protect-eu.mimecast.com", "protect-us.mimecast.com",
)  # fmt: skip
# Search engines with the largest shares: https://gs.statcounter.com/search-engine-market-share
_SEARCH = (
    r"(?:www\.)?(?:google\.[a-z]{2,3}(?:\.[a-z]{2})?/(?:search|imgres|images)"
    r"|bing\.com/(?:images/)?search|duckduckgo\.com/|ecosia\.org/(?:search|images)|qwant\.com/"
    r"|startpage\.com/(?:sp/|do/)?search|yandex\.(?:com|ru)/(?:search|images)/|baidu\.com/s)\?"
    r"|(?:[a-z]+\.)?search\.(?:yahoo|brave)\.com/\S*\?"
)
_PARAMETERS = frozenset({"a", "q", "to", "u", "uddg", "url"})  # that hold the address
_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_MOST = 4  # one inside the other


def address_inside(address: str) -> str:
    """The address a known redirect leads to; the same address for any other.

    The same too where it holds several, or one that is not encoded and may go on after `&`.
    """
    for _ in range(_MOST):
        inside = _target(address)
        if not inside:
            break
        address = inside
    return address


def leads_on(url: str) -> bool:
    """Whether an address holds another one in its parameters, or hides it as mail filters do."""
    parts = urlsplit(url)
    return bool(_addresses(parts.query)) or parts.netloc.endswith(_HIDING)


def is_search(url: str) -> bool:
    """Whether an address leads to what a search engine has found, which is another thing daily."""
    return "?" in url and bool(re.match(_SEARCH, url.partition("://")[2], re.IGNORECASE))


def _target(address: str) -> str:
    if not re.match(_HOSTS, address.partition("://")[2], re.IGNORECASE):
        return ""
    query = urlsplit(address).query
    targets = {value for name, value in _addresses(query) if name in _PARAMETERS}
    if len(targets) != 1:
        return ""
    inside = targets.pop()
    is_encoded = inside not in query
    return inside if is_encoded or "?" not in inside else ""


def _addresses(query: str) -> list[tuple[str, str]]:
    """The parameters that are addresses, by their names."""
    addresses = []
    for parameter in query.split("&"):
        name, _, value = parameter.partition("=")
        value = unquote(value)
        if _ADDRESS.match(value):
            addresses.append((name, value))
    return addresses
