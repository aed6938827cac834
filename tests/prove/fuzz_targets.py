"""`python -m tests.prove.fuzz_targets TARGET [libFuzzer's options]`: one guided fuzzer; it ends the process."""

import re
import sys
from collections.abc import Callable
from contextlib import nullcontext

if __name__ == "__main__":
    import atheris

    watched = atheris.instrument_imports(include=["bot"])
else:
    watched = nullcontext()

with watched:
    from bot.decision.situation import Situation
    from bot.document.escape import escape
    from bot.document.parse import parse
    from bot.errors import ReadmeError
    from bot.forms.body import read_answers
    from bot.forms.issue import Issue
    from bot.forms.submission import read_submission
    from bot.names.cleaning import clean, encodable
    from bot.render.problems import sentence
    from bot.render.quoting import code, neutralize
    from tests.charger_list import FORMS, SHAPE
    from tests.desired import desired_state
    from tests.page import Cell, Page, Row, brand_places, row_at, row_places
    from tests.promised import name_in, with_rows
    from tests.prove.conversation import Conversation
    from tests.prove.edited_list import complaints_of_list
    from tests.prove.expected_answers import spelt_out
    from tests.stage import new_charger

_ROW = "| Zaptec Pro |"
_FEW = f"""## EV Charger List

### Zaptec

| Model | OCPP Version | Communication | Notes | Source |
| --- | --- | --- | --- | --- |
{_ROW} 1.6J | ☁️ Cloud |  | Source needed! |
"""  # a short list, since each text is tried in the whole of it
# GitHub shows the source of these tags; the bot reads a row without its tags, all of which `check` calls an error.
# https://github.github.com/gfm/#disallowed-raw-html-extension-
_SHOWN_TAG = re.compile(
    r"</?(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b", re.IGNORECASE
)
_NEW = Row((Cell("Zaptec Go 2"), Cell("1.6J"), Cell("☁️ Cloud"), Cell(""), Cell("Source needed!")))


def read_form(text: str) -> None:
    """Any body gives answers to each form that come from it, and problems that have a sentence."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for form in FORMS:
        answers = read_answers(form, text)
        reading = read_submission(answers, FORMS)
        assert (reading.submission is None) == bool(reading.problems)
        assert all(sentence(problem.with_nouns(SHAPE.nouns)) for problem in reading.problems)
        assert all(
            line in lines for answer in answers.texts.values() for line in answer.split("\n")
        )


def read_rows(text: str) -> None:
    """Whatever is in a table: the rows are those that a reader sees, and a charger comes as one row more.

    What is made of the list besides is judged too: it is checked, fixed and exported.
    """
    readme = _FEW.replace(_ROW, f"{encodable(text)}\n{_ROW}")
    assert not list(complaints_of_list(readme))
    if _SHOWN_TAG.search(readme):
        return
    try:
        sections = parse(readme, SHAPE).checked().sections
    except ReadmeError:
        return
    seen = {section.name: [row.name for row in section.rows] for section in sections}
    parts = Page(readme).parts
    assert list(seen) == [name for name, _, _ in brand_places(parts)]
    issue = Issue(7, "", new_charger(sources="", notes=""), ("new-charger",))
    desired = desired_state(Situation(issue, readme), FORMS)
    if desired.proposed:
        rows = [row_at(parts, place) for place in row_places(parts, "Zaptec")[1:]]
        assert list(map(_as_shown, map(name_in, rows))) == list(map(_as_shown, seen["Zaptec"]))
        assert Page(desired.proposed.readme).parts == with_rows(parts, "Zaptec", [_NEW])


def _as_shown(name: str) -> str:
    """A name as HTML shows it: spaces, and breaks of the line, are one space inside and none around."""
    return re.sub("[ \n]+", " ", name).strip(" ")


def escape_text(text: str) -> None:
    """A line of text shows in a cell as it is, and in a conversation nothing in it is alive."""
    line = clean(text)
    for shown, wanted in ((escape(line), line), (neutralize(line), spelt_out(line))):
        (row,) = Page(f"| a | b |\n| --- | --- |\n| {shown} | z |").rows
        assert [cell.text for cell in row.cells] == [wanted, "z"]
        assert not any(cell.links or set(cell.tags) - {"span"} for cell in row.cells)
    for shown in (neutralize(line), code(text)):
        seen = Conversation(f"- **Brand**: Received {shown}. Allowed.")
        assert not list(seen.alive())
        assert not seen.links
        assert set(seen.elements) <= {"ul", "li", "strong", "code", "span"}


TARGETS: dict[str, Callable[[str], None]] = {
    "form": read_form,
    "rows": read_rows,
    "escaper": escape_text,
}


if __name__ == "__main__":
    import atheris

    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], lambda data: target(data.decode(errors="replace")))
    atheris.Fuzz()
