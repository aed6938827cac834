"""What a submission says otherwise about a listed entry."""

from typing import Any

from bot.decision.differences import Difference, correcting_answers, differences
from bot.decision.proposal import AlreadyListed
from bot.forms.form import Kind
from bot.forms.submission import NewEntries
from tests.charger_list import SHAPE

from .assessed import assess


def listed(**answers: Any) -> AlreadyListed:
    found = assess(Kind.ADD, models="Zaptec Pro", **answers)
    assert isinstance(found, AlreadyListed)
    return found


def differing(found: AlreadyListed) -> list[Difference]:
    assert isinstance(found.submission, NewEntries)
    return differences(SHAPE, found.submission, found.rows[0])


def test_an_entry_with_the_same_details_has_no_difference():
    assert not differing(listed(ocpp_versions="1.6J", communication="Cloud"))


def test_each_other_detail_is_a_difference():
    sources = "https://www.zaptec.com/a\nhttps://www.zaptec.com/b"
    found = listed(communication="Direct", notes="Since 2025", sources=sources)
    assert differing(found) == [
        Difference("Communication", "☁️ Cloud", "🔌 Direct"),
        Difference("Notes", "", "Since 2025"),
        Difference("Source", "Zaptec Help Center", sources.replace("\n", ", ")),
    ]


def test_a_correction_keeps_the_old_sources_beside_the_new_one():
    found = listed(notes="Since 2025", sources="Manual https://www.zaptec.com/a")
    answers = correcting_answers(SHAPE, found, found.rows[0])
    assert (answers["brand"], answers["model"]) == ("Zaptec", "Zaptec Pro")
    assert answers["notes"] == "Since 2025"
    old, new = answers["sources"].split("\n")
    assert old.startswith("[Zaptec Help Center](https://help.zaptec.com/")
    assert new == "[Manual](https://www.zaptec.com/a)"


def test_a_correction_leaves_sources_alone_which_would_be_too_many():
    found = listed(sources="\n".join(f"https://www.zaptec.com/{n}" for n in range(5)))
    assert "sources" not in correcting_answers(SHAPE, found, found.rows[0])
