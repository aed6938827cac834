"""Addresses the page links to: forms filled in as far as known, lines of the list, entries."""

from functools import cached_property
from urllib.parse import quote, urlencode

from bot.export.catalogue import Record, key_of
from bot.names.order import normalize_name
from bot.shape.shape import Shape

# Names in the address of the page besides ids of fields, which have no dot.
SEARCH, SORT, CHANGED = "q", "sort", "changed."
# A field of such a name would hide what the script needs of the form:
# https://html.spec.whatwg.org/multipage/forms.html#the-form-element (named properties)
_RESERVED = {SEARCH, SORT, "elements", "reset", "hidden", "dataset"}
_RESERVED |= {"querySelector", "querySelectorAll", "addEventListener"}


class Addresses:
    """Addresses in a repository, given by its first page."""

    def __init__(self, repository: str, shape: Shape) -> None:
        self.repository = repository
        self._shape = shape
        self._name_key = key_of(shape.name_column)
        self._corrections: dict[str, str] = {}  # up to the name, by section

    @cached_property
    def section_field(self) -> str | None:
        """The text field for the section; None where it is a dropdown.

        GitHub fills only text fields from an address:
        https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
        """
        sections = self._shape.file.sections
        if sections is None or not sections.new or sections.field in self._shape.options:
            return None
        return sections.field

    def form(self, file: str, answers: dict[str, str]) -> str:
        """An issue form with answers in its text fields."""
        query = urlencode({"template": file} | answers, quote_via=quote)
        return f"{self.repository}/issues/new?{query}"

    def correction(self, entry: Record) -> str | None:
        """The correction form for an entry; None for a list without such a form.

        It names the entry and nothing else: what it leaves empty stays, and a removal with details
        is refused.
        """
        file = self._shape.file.correction_form
        if file is None:
            return None
        section = entry[self.section_field] if self.section_field else ""
        if section not in self._corrections:
            answers = {self.section_field: section} if self.section_field else {}
            self._corrections[section] = self.form(file, answers | {self._shape.correct.row: ""})
        return self._corrections[section] + quote(entry[self._name_key], safe="")

    def line(self, line: int) -> str:
        """A line of README.md, as it is written."""
        return f"{self.repository}/blob/HEAD/README.md?plain=1#L{line}"


def parameter(key: str) -> str:
    """The name of a filter or an order in the address of the page."""
    return f"{key}." if key in _RESERVED else key


class EntryIds:
    """The ids of entries on the page, made from nothing but names, so links to them last."""

    def __init__(self, shape: Shape) -> None:
        self._name_key = key_of(shape.name_column)
        self._section_key = ""
        if not shape.names_start_with_section:
            self._section_key = shape.section_field
        self._seen: dict[str, int] = {}

    def next(self, entry: Record) -> str:
        """The id of the next entry; the second of the same name gets a number."""
        parts = [entry[self._section_key]] if self._section_key else []
        parts.append(entry[self._name_key])
        names = [normalize_name(part).replace(" ", "-") for part in parts]
        identity = "/".join(["entry", *names])
        count = self._seen[identity] = self._seen.get(identity, 0) + 1
        return identity if count == 1 else f"{identity}~{count}"
