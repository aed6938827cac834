"""The remarks of a pull request on the sources of a submission."""

from collections.abc import Iterable, Sequence

from bot.chargers.mentions import PROTOCOL, may_mean
from bot.evidence.answer import FOUND, PageReading, Presence, SourceAnswer, Verdict
from bot.render.quoting import inert, listed, neutralize


def source_remarks(
    answers: Iterable[SourceAnswer], models: Sequence[str], versions: Sequence[str] | None
) -> list[str]:
    """One remark for each answer, as Markdown in one line.

    Without versions, as in a correction of something else, nothing is said of versions; where
    they are None, the list is not about OCPP.
    """
    return [f"{inert(answer.address)} {_remark(answer, models, versions)}" for answer in answers]


def _remark(answer: SourceAnswer, models: Sequence[str], versions: Sequence[str] | None) -> str:
    if answer.verdict is Verdict.MISSING:
        return f"**was not found**: {neutralize(answer.reason)}."
    if answer.verdict not in FOUND:
        return f"could not be looked at: {neutralize(answer.reason)}."
    state = "is there"
    if answer.moved_to:
        state = f"has moved to {inert(answer.moved_to)}"
    if answer.reading is None:
        unread = neutralize(answer.unread or "nobody asked for its page")
        return f"{state}, but was not read: {unread}."
    if answer.reading.title:
        state += f", titled {inert(answer.reading.title)}"
    return ". ".join([state, *_findings(answer.reading, models, versions)]) + "."


def _findings(
    reading: PageReading, models: Sequence[str], versions: Sequence[str] | None
) -> list[str]:
    by_presence: dict[Presence, list[str]] = {presence: [] for presence in Presence}
    if versions is not None:
        by_presence[reading.ocpp].append(PROTOCOL)
    for version in versions or ():
        by_presence[_version_presence(reading, version)].append(version)
    known = {mention.model: mention.presence for mention in reading.models}
    unconfirmed = []  # for which nobody has looked
    for model in models:
        if model in known:
            by_presence[known[model]].append(inert(model))
        else:
            unconfirmed.append(inert(model))
    sentences = []
    if by_presence[Presence.YES]:
        sentences.append(f"It mentions {listed(by_presence[Presence.YES])}")
    if by_presence[Presence.MAYBE]:
        sentences.append(f"Perhaps it mentions {listed(by_presence[Presence.MAYBE])}")
    missing = by_presence[Presence.NOT_FOUND]
    if missing and reading.is_complete:
        sentences.append(f"Its text does not mention {listed(missing)}")
    else:
        unconfirmed = [*missing, *unconfirmed]
    if unconfirmed:
        sentences.append(f"{listed(unconfirmed)} could not be confirmed")
    if versions and (others := _other_versions(reading, versions)):
        sentences.append(f"**It names {listed(others)}, which the row does not**")
    return sentences


def _version_presence(reading: PageReading, version: str) -> Presence:
    presence = Presence.NOT_FOUND
    for mention in reading.versions:
        if mention.version == version:
            return mention.presence
        if may_mean(mention.version, version):
            presence = Presence.MAYBE
    return presence


def _other_versions(reading: PageReading, versions: Sequence[str]) -> list[str]:
    """The versions a page surely names and the row does not have."""
    others: list[str] = []
    for mention in reading.versions:
        named = mention.version
        is_known = named in versions or any(may_mean(named, version) for version in versions)
        if mention.presence is Presence.YES and not is_known:
            others.append(named)
    return others
