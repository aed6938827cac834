"""What a reviewer of a change should look at, each in a line of Markdown."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from bot.decision.decision import AppliedProposal
from bot.decision.doubtful_links import LinkDoubt
from bot.decision.proposal import Proposal, Similar
from bot.document.changes import Removal
from bot.forms.submission import Correction
from bot.names.order import is_look_alike
from bot.render.changes import shown_link
from bot.render.quoting import inert, listed
from bot.render.repository_links import Links
from bot.shape.list_file import Words
from bot.shape.shape import Shape, needed_word

if TYPE_CHECKING:
    from bot.evidence.answer import SourceAnswer

_MOST_NAMED = 3  # issues that touch the same section or ask for the same
_LINK_DOUBTS = {
    LinkDoubt.SHORTENED: "{} is a shortened address. Where does it lead?",
    LinkDoubt.REDIRECT: "{} may redirect to another address. Where does it lead?",
    LinkDoubt.UPLOAD: "{} was uploaded to an issue. Is there a public page instead?",
    LinkDoubt.OTHER_HOST: (
        "The title of {} names another host than its address. Is it the right one?"
    ),
}


def review_points(
    change: AppliedProposal, shape: Shape, links: Links, evidence: "Sequence[SourceAnswer]" = ()
) -> list[str]:
    """What needs a look, each in a line of Markdown; one always there would hide the others."""
    remarks: list[str] = []
    if evidence:
        from bot.render.source_remarks import source_remarks  # loads pydantic

        proposal, versions = change.proposal, None
        for column in shape.columns:
            if column.words is Words.OCPP_VERSIONS:
                versions = tuple(map(str, proposal.submission.values.get(column.field, ())))
        remarks = source_remarks(evidence, proposal.names, versions)
    return [*remarks, *_change_points(change, shape, links)]


def _change_points(change: AppliedProposal, shape: Shape, links: Links) -> Iterator[str]:
    proposal, noun = change.proposal, shape.section_noun
    yield from _source_points(proposal, shape)
    if shape.has_sections:
        yield from _section_points(change, shape)
    yield from _similar_points(proposal.similar, shape, links)
    yield from _counting_points(proposal, shape)
    for link, doubt in proposal.doubtful_links:
        yield _LINK_DOUBTS[doubt].format(shown_link(link.title, link.url))
    yield from _replaced_points(proposal, shape.links_noun)
    if proposal.listed:
        names = listed([inert(row.name) for row in proposal.listed])
        yield f"Also asked for, but in the list already: {names}."
    if change.answers.preface:
        yield f"Not read, since it is above the first question: {inert(change.answers.preface)}."
    if proposal.waiting:
        waiting = [f"{inert(name)} (#{issue})" for name, issue in proposal.waiting]
        names = listed(waiting, _MOST_NAMED)
        yield f"Also asked for, but waiting for an earlier issue: {names}."
    if proposal.same_section:
        issues = [f"#{number}" for number in proposal.same_section]
        yield f"Other open submissions for this {noun}: {listed(issues, _MOST_NAMED)}."
    for move in change.applied.moved_anchors:
        yield (
            f"The heading {inert(move.heading)} gets the anchor {inert('#' + move.new)} instead of "
            f"{inert('#' + move.old)}; links to it in README.md are corrected."
        )


def _replaced_points(proposal: Proposal, links: str) -> Iterator[str]:
    """The values a correction takes away."""
    if proposal.replaced:
        names = listed(list(map(inert, proposal.replaced)))
        if proposal.links:
            yield f"The new {links} replace {names}."
        else:
            yield f"This removes {names} and gives no other {links.removesuffix('s')}."
    for old in proposal.replaced_texts:
        yield f"In {inert(old.column)}, the new text replaces {inert(old.text)}."
    for column, options in proposal.removed_options:
        are, do = ("is", "Does it") if len(options) == 1 else ("are", "Do they")
        names = listed(list(map(inert, options)))
        yield f"In {inert(column)}, {names} {are} removed. {do} no longer apply?"


def _section_points(change: AppliedProposal, shape: Shape) -> Iterator[str]:
    """A section made or removed with the change."""
    noun, proposal = shape.section_noun, change.proposal
    if proposal.is_new_section:
        yield f"This {noun} is new in the list. Is its name spelled right?"
    if change.applied.after.section(proposal.change.section) is None:
        yield (
            f"The {noun} has no other {shape.entry.one}, so its section is removed too, with "
            "everything in it."
        )


def _similar_points(similar: Sequence[Similar], shape: Shape, links: Links) -> Iterator[str]:
    """New names beside those in the list they may be, with links to these rows or sections."""
    for name, group in groupby(similar, key=lambda entry: entry.name):
        entries = list(group)
        links_there = []
        for entry in entries:
            links_there.append(f"[{inert(entry.known)}]({links.row(entry.anchor, entry.known)})")
        known = listed(links_there)
        if any(is_look_alike(name, entry.known) for entry in entries):
            yield (
                f"{inert(name)} looks like {known} in the list, but has letters of another "
                "alphabet."
            )
        elif entries[0].is_section:
            yield f"{inert(name)} may be another name of {known} in the list."
        else:
            is_same = entries[0].known == name
            likeness = "has the name of" if is_same else "is nearly the same as"
            yield f"{inert(name)} {likeness} {known} in the list. Is it another {shape.entry.one}?"


def _counting_points(proposal: Proposal, shape: Shape) -> Iterator[str]:
    """Names of which two may be one, or one several."""
    for name, other in proposal.alike:
        both = f"{inert(other)} is nearly the same as {inert(name)}, asked for too"
        yield f"{both}. Are they different {shape.entry.many}?"
    for name in proposal.generic:
        yield f"Is {inert(name)} really the name of one {shape.entry.one}?"
    for name in proposal.several:
        many = shape.nouns["sections" if name == proposal.submission.section else "many"]
        yield f"{inert(name)} may name several {many}. Is it one?"


def _source_points(proposal: Proposal, shape: Shape) -> Iterator[str]:
    """A missing source needs a look, in a list which asks for one where there is none."""
    submission, needed = proposal.submission, ""
    for column in shape.columns:
        if column.kind == "links":
            if submission.values.get(column.field):
                return
            needed = needed or needed_word(column.empty)
    if not needed:
        return
    if not isinstance(submission, Correction):
        yield f"**No {needed} was given.** Can you confirm it otherwise?"
    elif not isinstance(proposal.change, Removal) or "://" not in submission.reason:
        yield f"No {needed} was given with this correction. Does its reason convince you?"
