"""Links of a submission a reviewer should look at twice."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.document.cells import Link
from bot.forms.redirects import leads_on

_HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b", re.IGNORECASE)
_SHORTENERS = frozenset({
    "bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly",
    "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "v.gd",
})  # fmt: skip
_UPLOADS = ("github.com/user-attachments/", "user-images.githubusercontent.com/")
_FILES = frozenset({"pdf", "html", "htm", "php", "aspx", "doc", "docx", "xls", "xlsx", "txt"})


class LinkDoubt(Enum):
    """Why a link needs a look."""

    OTHER_HOST = auto()  # its title names another host than its address
    SHORTENED = auto()  # where it leads can change
    REDIRECT = auto()  # it leads on to another address
    UPLOAD = auto()  # somebody uploaded it to an issue


class DoubtfulLink(NamedTuple):
    """A link and the doubts about it."""

    link: Link
    doubt: LinkDoubt


def doubtful_links(links: Iterable[Link]) -> Iterator[DoubtfulLink]:
    """The links to look at twice."""
    for link in links:
        host = (urlsplit(link.url).hostname or "").removeprefix("www.")
        if host in _SHORTENERS:
            yield DoubtfulLink(link, LinkDoubt.SHORTENED)
        elif leads_on(link.url):
            yield DoubtfulLink(link, LinkDoubt.REDIRECT)
        elif link.url.partition("://")[2].startswith(_UPLOADS):
            yield DoubtfulLink(link, LinkDoubt.UPLOAD)
        elif _names_other_host(link.title, host):
            yield DoubtfulLink(link, LinkDoubt.OTHER_HOST)


def _names_other_host(title: str, host: str) -> bool:
    """Whether a title names a host unrelated to the host of the address."""
    if not host.isascii() or host.startswith("xn--"):
        return False
    for match in _HOST.finditer(title[:200]):
        named = match[0].casefold().removeprefix("www.")
        is_same = named == host or host.endswith(f".{named}") or named.endswith(f".{host}")
        if not is_same and named.rpartition(".")[2] not in _FILES:
            return True
    return False
