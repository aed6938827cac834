"""What comes of a submission: a change to propose, an answer already in the list, or problems."""

from typing import NamedTuple

from bot.decision.doubtful_links import DoubtfulLink, doubtful_links
from bot.decision.normalized import Normalized
from bot.document.cells import Link
from bot.document.changes import Addition, Alteration, Change
from bot.document.rows import Row
from bot.document.section import Section
from bot.evidence.question import Question
from bot.forms.body import Answers
from bot.forms.submission import Submission
from bot.rules.rule import Problem


class Waiting(NamedTuple):
    """An entry, and the number of the earlier issue asking for it."""

    name: str
    issue: int


class Similar(NamedTuple):
    """A new name, and a row or section which may be the same: its section's anchor, its name."""

    name: str
    anchor: str
    known: str
    is_section: bool = False


class ReplacedText(NamedTuple):
    """The old text of a column, of which a correction leaves nothing."""

    column: str
    text: str


class RemovedOptions(NamedTuple):
    """The options of a column which a correction takes away, as the list shows them."""

    column: str
    options: tuple[str, ...]


class Proposal(NamedTuple):
    """A change of the list, with what else a reviewer and the contributor should know.

    `normalized` are answers used differently from how they were typed; `listed` are entries asked
    for too and in the list already; `waiting` those an earlier issue asks for; `similar` new names
    with nearly the same ones in the list; `same_section` earlier issues which touch the section;
    `alike` pairs of nearly the same new names; `several` names which may be several; `generic`
    names which fit any entry; `replaced` the titles of links a correction takes away;
    `replaced_texts` the texts it replaces; `removed_options` those it leaves out.
    """

    submission: Submission
    change: Change
    normalized: tuple[Normalized, ...]
    is_new_section: bool = False
    listed: tuple[Row, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    similar: tuple[Similar, ...] = ()
    same_section: tuple[int, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    several: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    replaced_texts: tuple[ReplacedText, ...] = ()
    removed_options: tuple[RemovedOptions, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names it is about, as the list will have them."""
        if isinstance(self.change, Addition):
            return tuple(row.name for row in self.change.rows)
        if isinstance(self.change, Alteration):
            return (self.change.new_name,)
        return (self.change.name,)

    @property
    def links(self) -> tuple[Link, ...]:
        """All links the submission gives."""
        links: list[Link] = []
        for value in self.submission.values.values():
            links += [link for link in value if isinstance(link, Link)]
        return tuple(links)

    @property
    def doubtful_links(self) -> tuple[DoubtfulLink, ...]:
        """Those of its links to look at twice."""
        return tuple(doubtful_links(self.links))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions about its sources, one for each link."""
        return tuple(Question(link.url, self.names) for link in self.links)


class AlreadyClaimed(NamedTuple):
    """Everything new is claimed by earlier open issues; `listed` is in the list already."""

    waiting: tuple[Waiting, ...]
    section: Section | None = None
    listed: tuple[Row, ...] = ()


class AlreadyListed(NamedTuple):
    """The list says all of it already, in these rows."""

    submission: Submission
    section: Section
    rows: tuple[Row, ...]


class Refusal(NamedTuple):
    """Nothing can be proposed before these problems of some answers are fixed.

    `answers` are None where they are those of another form.
    """

    problems: tuple[Problem, ...]
    answers: Answers | None = None


Assessment = Proposal | AlreadyClaimed | AlreadyListed | Refusal
