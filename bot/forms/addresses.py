"""The address of a source: judged, and written so that it is the same address in Markdown."""

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote, urlsplit

from bot.document.charger import Source
from bot.names.cleaning import mixed_word
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, field_error

ADDRESS_LIMIT = 1000
TITLE_LIMIT = 120
_HOST_LIMIT = 253  # https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4

_TARGET = re.compile(r"\s*<?([^\s<>]+)>?\s*\)")
_BARE = re.compile(r"<?([^\s<>]+)>?")
_TITLE_END = " :-\N{EN DASH}\N{EM DASH}"
_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})"
)
# An address that is written already as the bot would write it: nothing to take off, nothing to
# encode.
_AS_IT_IS = re.compile(rf"https?://{_HOST.pattern}(?:/[A-Za-z0-9%/:@!$&'*+,;=._~-]*)?")
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,}(?:[/?#]\S*)?")
_TRACKING = re.compile(r"(?:utm_[^=]*|gclid|fbclid|msclkid|mc_cid|mc_eid|igshid)(?:=|$)")
# What GitHub's renderer leaves as it is in an address, less what ends one in Markdown; the rest is
# percent-encoded.
_SAFE = "%/:@!$&'*+,;=-._~?#"


def read_source(item: str) -> Source:
    """Read `address`, `title address` or `[title](address)`. Raises FieldErrors."""
    title, address = _split(item)
    return titled_source(title, address, item)


def titled_source(title: str, address: str, item: str) -> Source:
    """The source that an item gives as a title and an address. Raises FieldErrors."""
    if not address or "://" in title:
        raise field_error(value_rules.ADDRESS_UNREAD, received=item)
    url = read_address(address)
    title = title.strip().rstrip(_TITLE_END) or (urlsplit(url).hostname or "")
    if len(title) > TITLE_LIMIT:
        raise field_error(
            value_rules.TOO_LONG, received=title, limit=TITLE_LIMIT, length=len(title)
        )
    return Source(title, url)


def doubled_sources(sources: Iterable[Source]) -> list[Source]:
    """The sources that have the address of one before them."""
    first: dict[str, int] = {}
    return [
        source
        for index, source in enumerate(sources)
        if first.setdefault(source.url, index) != index
    ]


def _split(item: str) -> tuple[str, str]:
    """The title and the address of an item, in one pass; nothing for an address that has white
    space in it.
    """
    title, mark, target = item.rpartition("](")
    if mark and title.startswith("[") and (match := _TARGET.fullmatch(target)):
        return title[1:], match[1]
    title, _, target = item.rpartition(" ")
    bare = _BARE.fullmatch(target)
    if not bare:
        return "", ""
    return title, bare[1] if target[0] + target[-1] == "<>" else _without_sentence(bare[1])


def _without_sentence(address: str) -> str:
    """An address without the marks of the sentence that it stood in."""
    bare = address.rstrip(".,;")
    if bare.startswith("("):
        return bare.removeprefix("(").removesuffix(")")
    return bare[:-1] if bare.endswith(")") and bare.count(")") > bare.count("(") else bare


def read_address(address: str) -> str:
    """An address without tracking parameters and with everything encoded that Markdown would
    read otherwise.

    Raises FieldErrors for what is no public web address.
    """
    if len(address) <= _HOST_LIMIT and _AS_IT_IS.fullmatch(address):
        return address
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise field_error(value_rules.ADDRESS_UNREAD, received=address) from None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise _not_web(address)
    if parts.username is not None or "\\" in parts.netloc:
        raise field_error(value_rules.ADDRESS_USER, received=address)
    if port is not None or parts.netloc.endswith(":"):
        raise field_error(value_rules.ADDRESS_PORT, received=address)
    host = _ascii_host(unquote(host), address)  # GitHub's renderer encodes the host like the rest
    query = "&".join(part for part in parts.query.split("&") if not _TRACKING.match(part))
    rest = parts.path + (query and f"?{query}") + (parts.fragment and f"#{parts.fragment}")
    url = f"{parts.scheme}://{host}{quote(rest, safe=_SAFE)}"
    if len(url) > ADDRESS_LIMIT:
        raise field_error(value_rules.TOO_LONG, received=url, limit=ADDRESS_LIMIT, length=len(url))
    return url


def _not_web(address: str) -> FieldErrors:
    if _BARE_HOST.fullmatch(address):
        return field_error(
            value_rules.ADDRESS_SCHEME, received=address, suggestion=f"https://{address}"
        )
    return field_error(value_rules.ADDRESS_UNREAD, received=address)


def _ascii_host(host: str, address: str) -> str:
    if len(host) > _HOST_LIMIT:
        raise field_error(value_rules.ADDRESS_HOST, received=address)
    if mixed_word(host):
        raise field_error(value_rules.MIXED_SCRIPTS, received=host, word=mixed_word(host))
    ascii_host = host if host.isascii() else _encoded(host)
    if not _HOST.fullmatch(ascii_host):
        raise field_error(value_rules.ADDRESS_HOST, received=address)
    return ascii_host


def _encoded(host: str) -> str:
    """The host as browsers ask for it, to which `faß` is not `fass`; nothing for one that nobody
    can register.

    https://www.unicode.org/reports/tr46/#Transition_Considerations
    """
    import idna

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return ""
