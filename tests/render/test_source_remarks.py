import re
from datetime import UTC, datetime

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from bot.evidence.answer import (
    ModelMention,
    PageReading,
    Presence,
    SourceAnswer,
    Verdict,
    VersionMention,
)
from bot.render.source_remarks import source_remarks

ADDRESS = "https://zaptec.com/ocpp"
YES, MAYBE, NOT_FOUND = Presence.YES, Presence.MAYBE, Presence.NOT_FOUND


def answer(verdict=Verdict.ALIVE, **changes):
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return SourceAnswer(
        address=ADDRESS, verdict=verdict, reason="the reason", asked_at=at, **changes
    )


def reading(ocpp=YES, versions=(), models=(), **changes):
    return PageReading(
        **{"kind": "HTML", "is_complete": True, "title": "A page"} | changes,
        ocpp=ocpp,
        versions=tuple(
            VersionMention(version=one, presence=presence) for one, presence in versions
        ),
        models=tuple(ModelMention(model=one, presence=presence) for one, presence in models),
    )


def remark(one, versions=("1.6J",), models=("Zaptec Go",)):
    [line] = source_remarks([one], models, versions)
    return line.removeprefix(f"`{ADDRESS}` ")


def test_no_remark_without_an_answer():
    assert source_remarks([], ["Zaptec Go"], ["1.6J"]) == []


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (answer(Verdict.MISSING), "**was not found**: the reason."),
        (answer(Verdict.BLOCKED), "could not be looked at: the reason."),
        (answer(Verdict.UNKNOWN), "could not be looked at: the reason."),
        (
            answer(unread="the PDF is encrypted"),
            "is there, but was not read: the PDF is encrypted.",
        ),
        (
            answer(reading=reading(versions=[("1.6J", YES)], models=[("Zaptec Go", YES)])),
            "is there, titled `A page`. It mentions OCPP, 1.6J and `Zaptec Go`.",
        ),
        (
            answer(
                Verdict.MOVED,
                moved_to="https://zaptec.com/new",
                reading=reading(title=None, versions=[("1.6", YES)], models=[("Zaptec Go", MAYBE)]),
            ),
            "has moved to `https://zaptec.com/new`. It mentions OCPP. "
            "Perhaps it mentions 1.6J and `Zaptec Go`.",
        ),
        (
            answer(reading=reading(ocpp=NOT_FOUND, models=[("Zaptec Go", NOT_FOUND)])),
            "is there, titled `A page`. Its text does not mention OCPP, 1.6J and `Zaptec Go`.",
        ),
        (
            answer(reading=reading(ocpp=NOT_FOUND, models=[("Zaptec Pro", YES)])),
            "is there, titled `A page`. Its text does not mention OCPP and 1.6J. "
            "`Zaptec Go` could not be confirmed.",
        ),
        (
            answer(reading=reading(ocpp=NOT_FOUND, kind="PDF", is_complete=False)),
            "is there, titled `A page`. OCPP, 1.6J and `Zaptec Go` could not be confirmed.",
        ),
    ],
)
def test_a_remark(one, line):
    assert remark(one) == line


@pytest.mark.parametrize(
    ("row", "page", "others"),
    [
        (["1.6J"], [("2.0.1", YES)], ["2.0.1"]),
        (["1.6J"], [("1.6J", YES), ("2.0.1", YES), ("2.1", YES)], ["2.0.1", "2.1"]),
        (["1.6J"], [("1.6", YES)], []),
        (["1.6J"], [("1.6S", YES)], ["1.6S"]),
        (["2.0.1"], [("1.6", YES)], ["1.6"]),
        (["1.6J"], [("2.0.1", MAYBE)], []),
        ([], [("2.0.1", YES)], []),
    ],
)
def test_a_page_that_names_another_version_contradicts(row, page, others):
    line = remark(answer(reading=reading(versions=page)), versions=row)
    said = re.search(r"\*\*It names (.*), which the row does not\*\*", line)
    assert (re.split(", | and ", said[1]) if said else []) == others


@pytest.mark.parametrize(
    "title",
    [
        "x` @everyone #1",
        "<img src=x>",
        "Closes #12 https://evil.example",
        "a\nb\r# c",
        "\u202ex",
        "`" * 150,
    ],
)
def test_the_title_of_a_page_is_only_text(title):
    html = cmarkgfm.github_flavored_markdown_to_html(
        f"- {remark(answer(reading=reading(title=title)))}", Options.CMARK_OPT_UNSAFE
    )
    outside = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    assert not re.search(r"@everyone|#1|<img|evil|<a |<h1", outside)


@pytest.mark.parametrize("reason", ["@everyone closes #1", "<img src=x>", "https://evil.example"])
@pytest.mark.parametrize("field", ["reason", "unread"])
def test_a_reason_is_only_text_whoever_wrote_it(field, reason):
    one = answer().model_copy(update={field: reason})
    if field == "reason":
        one = one.model_copy(update={"verdict": Verdict.UNKNOWN})
    html = cmarkgfm.github_flavored_markdown_to_html(f"- {remark(one)}")
    assert not re.search(r"@everyone|#1|<img|<a ", html.replace("<!-- raw HTML omitted -->", "|"))
