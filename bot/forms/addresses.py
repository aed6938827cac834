"""An address: judged, and written so that it is the same address in Markdown."""

import re
from contextlib import suppress
from urllib.parse import SplitResult, quote, unquote, urlsplit

from bot.forms.redirects import address_inside
from bot.names.cleaning import mixed_word, unique
from bot.names.entities import unescaped
from bot.names.order import looks_latin
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, field_error

ADDRESS_LIMIT = 1000  # characters
_HOST_LIMIT = 253  # https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4

# Endings of names in networks of one's own: https://www.rfc-editor.org/rfc/rfc6762#appendix-G,
# https://www.rfc-editor.org/rfc/rfc6761 for localhost, https://www.rfc-editor.org/rfc/rfc7686 for
# onion, https://www.rfc-editor.org/rfc/rfc8375 for home.arpa
_PRIVATE = "arpa|corp|home|internal|intranet|lan|local|localdomain|localhost|onion|private"
_HOST = re.compile(
    rf"(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?\.)+(?!(?:{_PRIVATE})(?![a-z0-9-]))"
    r"(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})"
)
# An address that is written already as the bot would write it: nothing to take off, nothing to
# encode.
_AS_IT_IS = re.compile(rf"https?://{_HOST.pattern}(?:/[A-Za-z0-9%/:@!$&'*+,;=._~-]*)?")
_CUT = re.compile(r"(?:\.\.\.|\N{HORIZONTAL ELLIPSIS})(?=/|$)")
# What browsers encode in the addresses they show, or nobody copies with an address; a closing
# apostrophe may be one of a name inside it.
_FOREIGN = re.compile(r"[\"`{}\\<>«»‘‚‛“”„‟‹›「」『』〝〞〟]|’$")
_ENTITY = re.compile(
    r"&(?:amp;)*(amp|lt|gt|quot|apos|nbsp|#[0-9]{1,5}|#x[0-9a-f]{1,4});", re.IGNORECASE
)
# Compiled when it is needed, as most addresses are taken as they are before.
# Parameters that say where a click came from, not where it leads. Names of ClearURLs that no
# document is found by: https://docs.clearurls.xyz/latest/specs/rules/
_TRACKING = (
    r"(?:(?:utm|hsa|mtm|itm|otm|oly|vero)_[^=]*"
    r"|(?:wt_mc|pk_campaign|pk_kwd|pk_source|pk_medium)(?:_[^=]*)?"
    r"|g?gclid|gclsrc|gbraid|wbraid|dclid|gad_source|gad_campaignid|gad|srsltid|_ga|_gl|_gac"
    r"|fbclid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igsh(?:id)?|epik|mc_[ce]id|mc_tc|mkt_tok"
    r"|_hsenc|_hsmi|__hs(?:fp|sc|tc)|hsctatracking|_openstat|s_kwcid|ef_id|rb_clickid|_branch_match_id"
    r"|ml_subscriber(?:_hash)?|sc_cid|cmpid|wickedid|irclickid|cjevent|scm|trk|trkcampaign)(?:=|$)"
)
# What GitHub's renderer leaves as it is in an address, less what ends one in Markdown; the rest is
# percent-encoded.
_SAFE = "%/:@!$&'*+,;=-._~?#"


def read_address(address: str) -> str:
    """An address without tracking and redirects, encoded so that Markdown keeps it.

    Raises FieldErrors for what is no public web address: cut off, without http or https, with a
    user or a port, on no public host, with letters of several alphabets in the host, or of more
    than ADDRESS_LIMIT characters once encoded.
    """
    address = without_entities(address)
    if _CUT.search(address):
        raise field_error(value_rules.ADDRESS_CUT, received=address)
    if len(address) <= _HOST_LIMIT and _AS_IT_IS.fullmatch(address):
        return address
    inside = address_inside(address)
    if inside != address:
        with suppress(FieldErrors):  # else it stays as it is, and a reviewer is asked to look
            return read_address(inside)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise field_error(value_rules.ADDRESS_UNREAD, received=address) from None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise field_error(value_rules.ADDRESS_UNREAD, received=address)
    if parts.username is not None or "\\" in parts.netloc:
        raise field_error(value_rules.ADDRESS_USER, received=address)
    foreign = _foreign_characters(parts)
    if foreign:
        raise field_error(value_rules.ADDRESS_CHARACTERS, received=address, characters=foreign)
    host = _ascii_host(unquote(host), address)  # GitHub's renderer encodes the host like the rest
    if port is not None or parts.netloc.endswith(":"):
        raise field_error(value_rules.ADDRESS_PORT, received=address)
    kept = [part for part in parts.query.split("&") if not re.match(_TRACKING, part, re.IGNORECASE)]
    query = "&".join(kept)
    rest = parts.path + (query and f"?{query}") + (parts.fragment and f"#{parts.fragment}")
    url = f"{parts.scheme}://{host}{quote(rest, safe=_SAFE)}"
    if len(url) > ADDRESS_LIMIT:
        raise value_rules.too_long(url, ADDRESS_LIMIT)
    return url


def without_entities(text: str) -> str:
    """A text with the characters which HTML writes as entities, such as `&amp;`."""
    return _ENTITY.sub(lambda entity: unescaped(f"&{entity[1]};"), text)


def readable_host(url: str) -> str:
    """The host of an address as people read it, in its own letters: `bücher.example`.

    A host whose letters can deceive stays as it is: https://www.rfc-editor.org/rfc/rfc5891
    """
    host = urlsplit(url).hostname or ""
    if "xn--" not in host:
        return host
    import idna

    try:
        readable = idna.decode(host)
    except idna.IDNAError:
        return host
    if _may_deceive(readable) or idna.encode(readable) != host.encode():
        return host
    return readable


def _may_deceive(host: str) -> bool:
    """Whether a part of a host mixes scripts, or all of its letters look like Latin ones."""
    for part in host.split("."):
        letters = list(filter(str.isalpha, part))
        if not part.isascii() and all(map(looks_latin, letters)):
            return True
    return bool(mixed_word(host))


def _foreign_characters(parts: SplitResult) -> str:
    """The characters after the host that no address has, each once.

    Browsers show brackets in parameters as they are, but there they come in pairs.
    """
    rest = f"{parts.path}?{parts.query}#{parts.fragment}".rstrip("?#")
    foreign = _FOREIGN.findall(rest)
    is_odd = rest.count("[") != rest.count("]")
    for bracket in "[]":
        if bracket in parts.path or (is_odd and bracket in rest):
            foreign.append(bracket)
    return "".join(unique(foreign))


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
    """The host as browsers ask for it, with `faß` apart from `fass`; nothing for an invalid one.

    https://www.unicode.org/reports/tr46/#Transition_Considerations
    """
    import idna

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return ""
