"""Links as people type them: addresses with titles, as Markdown or in plain words."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from bot.document.cells import Link
from bot.forms.address_ends import encode_in_angle_brackets
from bot.forms.address_slips import refuse_slips
from bot.forms.addresses import ADDRESS_LIMIT, readable_host, without_entities
from bot.forms.items import answer_lines
from bot.forms.link_lines import SCHEME, take_apart, whole_link
from bot.forms.link_titles import aside_at_start, own_title, title_around, titled_link
from bot.forms.redirects import is_search
from bot.names.cleaning import clean, unique
from bot.names.marks import without_bullet, without_emphasis
from bot.names.vocabulary import is_nothing
from bot.rules import row_rules, value_rules
from bot.rules.rule import FieldErrors, Problem, combine, field_error

LINKS_LIMIT = 5  # in one answer or cell
_LINE_LIMIT = 8 * ADDRESS_LIMIT  # characters of a line that are looked at


def read_links(
    answer: str, title: str | None = None, *, is_required: bool = True
) -> tuple[Link, ...]:
    """The links of an answer, one or several a line, each once.

    `title` is that of links without their own, None for the host. Raises FieldErrors for more than
    LINKS_LIMIT, for two with one address, and for each line without an address, with an address
    that is refused, or with words that may mean anything.
    """
    found: list[Link] = []
    errors: list[FieldErrors] = []
    without_address: list[str] = []
    lines = answer_lines(answer, LINKS_LIMIT, ADDRESS_LIMIT, value_rules.TOO_MANY_ADDRESSES)
    for line in unique(with_titles_above(map(clean, lines))):
        if is_nothing(without_bullet(line)):
            continue
        try:
            links = read_link_line(line)
        except FieldErrors as error:
            errors.append(error)
            continue
        found += links
        for link in links:
            if is_search(link.url):
                errors.append(field_error(value_rules.ADDRESS_OF_SEARCH, received=link.url))
        if not links:
            without_address.append(line)
    if without_address:
        rule = value_rules.ADDRESS_MISSING if is_required else value_rules.ADDRESS_OR_NOTHING
        errors.append(field_error(rule, received=tuple(without_address)))
    if errors:
        raise combine(errors)
    return links_once(unique(found), title)


def with_titles_above(lines: Iterable[str]) -> list[str]:
    """The lines, a title before the address below it.

    Where an address without a title comes first, only a colon after a line says it is one.
    """
    joined: list[str] = []
    for line in lines:
        title = joined[-1] if joined else ""
        is_title = "://" not in title and not is_nothing(title)
        if is_title and SCHEME.match(line) and (title[-1] == ":" or not SCHEME.match(joined[0])):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def links_once(links: Sequence[Link], title: str | None = None) -> tuple[Link, ...]:
    """The links, of which those to one place are one: with https, and the title that one has.

    Raises FieldErrors for too many, and for those with different titles for one place.
    """
    once: dict[str, Link] = {}
    errors: list[FieldErrors] = []
    for link in links:
        place = place_of(link)
        other = once.get(place, link)
        titles = unique(filter(None, (_own_title(other), _own_title(link))))
        if len(titles) > 1:
            errors.append(field_error(row_rules.LINK_TWICE, received=str(link)))
        url = max(other.url, link.url, key=_is_secure)
        once[place] = Link("".join(titles[:1]) or readable_host(url), url)
    if len(once) > LINKS_LIMIT:
        count = len(once)
        raise field_error(value_rules.TOO_MANY_ADDRESSES, limit=LINKS_LIMIT, count=count)
    if errors:
        raise combine(errors)
    return tuple(Link(_own_title(link) or title or link.title, link.url) for link in once.values())


def place_of(link: Link) -> str:
    """Equal for links to one place: with http or https, and a slash at the end or none."""
    return link.url.partition("://")[2].rstrip("/")


def _own_title(link: Link) -> str:
    """The title of a link, empty where it is only that of its host."""
    return "" if link.title == readable_host(link.url) else link.title


def _is_secure(url: str) -> bool:
    return url.startswith("https:")


def read_link(line: str) -> Link:
    """The one link of a line. Raises FieldErrors for none, several, or one that is refused."""
    links = read_link_line(line)
    if not links:
        raise field_error(value_rules.ADDRESS_MISSING, received=(line,))
    if len(links) > 1:
        raise field_error(value_rules.ADDRESSES_UNCLEAR, received=line)
    return links[0]


def read_link_line(line: str) -> list[Link]:
    """The links of one line, none where it holds no address.

    Raises FieldErrors, with suggestions which can be read themselves.
    """
    try:
        return _links_of(line)
    except FieldErrors as error:
        raise FieldErrors(*map(_with_readable_suggestion, error.args)) from None


def _links_of(line: str) -> list[Link]:
    if len(line) > _LINE_LIMIT:
        raise value_rules.too_long(line, ADDRESS_LIMIT)
    if whole := whole_link(line):
        title, address = whole
        return [titled_link(own_title(title), address, line)]
    plain = without_entities(without_bullet(line))
    text = encode_in_angle_brackets(_without_marks_around(plain))
    if "<img" in text.casefold() or "![" in text:
        raise field_error(value_rules.PICTURE, received=line)
    addresses, after = take_apart(text, line)
    if not addresses:
        refuse_slips(text, line)
    links: list[Link] = []
    for number, found in enumerate(addresses, 1):
        aside = after
        if number < len(addresses):
            aside = aside_at_start(addresses[number].before)
        title = title_around(found, aside, line, is_first=number == 1)
        is_part_of_link = "](" in found.before or "](" in title
        if is_part_of_link or title.count("[") != title.count("]"):
            raise field_error(value_rules.ADDRESS_UNREAD, received=line)
        links.append(titled_link(title, found.address, line))
    return links


def _with_readable_suggestion(problem: Problem) -> Problem:
    """A problem without a suggestion in which no link can be read."""
    suggestion = problem.facts.get("suggestion")
    if not suggestion:
        return problem
    with suppress(FieldErrors):
        if _links_of(str(suggestion)):
            return problem
    return problem._replace(facts={**problem.facts, "suggestion": ""})


def _without_marks_around(line: str) -> str:
    """A line without emphasis or quotation marks around all of it."""
    inner = without_emphasis(line)
    for mark in "\"'`":
        if inner.startswith(mark) and inner.endswith(mark) and inner.count(mark) == 2:
            inner = inner[1:-1]
    return inner.strip()
