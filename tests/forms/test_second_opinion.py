"""GitHub's own parser of forms reads each plain body as the bot does: https://github.com/github/issue-parser.

A body is plain if GitHub has made it of a form in which nobody has typed what looks like a part of a body. The others
are left out, since the two parsers differ there on purpose:

- with `###` elsewhere, or headings that are not those of the form, each once, in order: GitHub's parser takes the last
  of two answers, and a label for a heading even in the middle of a line or in code, all of which the bot reports;
- with a fence, in which the bot looks for no heading;
- with boxes, which the bot takes for choices wherever there is a choice;
- with nothing but "none" or "_no response_", in any case, as a text: GitHub's parser takes that for no answer;
- with `_No response_` left beside an answer, which the bot takes off;
- with a carriage return on its own, as no browser sends it: GitHub's parser deletes it.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from bot.forms.body import form_of, read_answers
from bot.forms.form import Form
from bot.local.issue_file import read_issues_from
from tests.charger_list import FORMS, ROOT
from tests.prove.hostile_places import ANSWERS
from tests.prove.hostile_values import corpus

NODE = Path(sys.executable).with_name("node")
PACKAGE = ROOT / ".venv" / "javascript"  # made by `make .venv/npm`
ASK = """
import { parseIssue } from "@github/issue-parser"
import { readFileSync } from "node:fs"
const asked = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify(asked.map(([body, form]) => parseIssue(body, form))))
"""
TYPED = re.compile(r"^ {0,3}(?:```|~~~)|^[ \t]*[-*] \[[xX ]\]|\r(?!\n)", re.MULTILINE)
PLACEHOLDER_LEFT = re.compile(r"_No response_[^\n\S]*\n(?!\s*(?:###|$))|\S[^\n]*_No response_")
SPACES = (
    "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff"
)  # what either language trims

Answers = dict[str, str | list[str]]


def bodies() -> dict[str, str]:
    """The body of each issue in the cases and examples, and of each hostile value in one of the answers."""
    files = [*ROOT.glob("tests/cases/*/issue.md"), *ROOT.glob("examples/*.md")]
    given = {}
    for path in sorted(files):
        ((_, issue),) = read_issues_from(str(path))
        given[str(path.relative_to(ROOT))] = issue.body
    for turn, value in enumerate(corpus()):
        place = list(ANSWERS)[turn % len(ANSWERS)]
        given[f"{value.name} as {place}"] = ANSWERS[place](value.text).issue.body
    return given


def plain(given: dict[str, str]) -> dict[str, tuple[Form, str]]:
    seen = {name: (form_of(FORMS, body), body) for name, body in given.items()}
    return {
        name: (form, body) for name, (form, body) in seen.items() if form and is_plain(form, body)
    }


def is_plain(form: Form, body: str) -> bool:
    headings = re.findall(r"^### (.*?)\r?$", body, re.MULTILINE)
    return (
        headings == [field.label for field in form.fields]
        and body.startswith("### ")
        and body.count("###") == len(headings)
        and not TYPED.search(body)
        and not PLACEHOLDER_LEFT.search(body)
        and not any(map(is_typed_none, read_answers(form, body).texts.values()))
    )


def is_typed_none(text: str) -> bool:
    return text != "_No response_" and text.casefold() in {"none", "_no response_"}


def our_opinion(form: Form, body: str) -> Answers:
    texts = read_answers(form, body).texts.items()
    return trimmed(
        {name: re.split(", *", text) if form.field(name).options else text for name, text in texts}
    )


def their_opinions(asked: list[tuple[Form, str]]) -> list[Answers]:
    given = [
        (body, (ROOT / ".github/ISSUE_TEMPLATE" / form.file).read_text("utf-8"))
        for form, body in asked
    ]
    command: list[str | Path] = [NODE, "--input-type=module", "--eval", ASK]
    done = subprocess.run(
        command, cwd=PACKAGE, input=json.dumps(given), stdout=subprocess.PIPE, text=True, check=True
    )
    return list(map(trimmed, json.loads(done.stdout)))


def trimmed(answers: Answers) -> Answers:
    """The answers that say anything."""
    texts = {
        name: [item.strip(SPACES) for item in answer]
        if isinstance(answer, list)
        else answer.strip(SPACES)
        for name, answer in answers.items()
    }
    return {name: text for name, text in texts.items() if text not in ("", [], [""])}


def test_githubs_parser_agrees_on_each_plain_body():
    given = bodies()
    asked = plain(given)
    assert len([name for name in asked if name.startswith("tests/cases")]) > 300
    assert len(asked) > 0.9 * len(given)
    ours = {name: our_opinion(*given) for name, given in asked.items()}
    assert ours == dict(zip(asked, their_opinions([*asked.values()]), strict=True))
