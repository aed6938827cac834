"""Remarks of near names on real chargers: `python -m tests.bench.remarks CHARGERS.json` adds them one after the other.

The file is a list of objects with `brand` and `model`. Each that is accepted is in the list for the next. What is printed
is for a person to judge: a remark is right where both names are those of one charger, or of one brand.
"""

import json
import re
import sys
from pathlib import Path

from bot.decision.situation import Situation
from bot.forms.form import Kind
from bot.forms.issue import Issue
from tests.charger_list import FORMS, LIST
from tests.desired import desired_state
from tests.stage import filled_in

_REMARK = re.compile(r"^- (.*(?:nearly the same|another name).*)$", re.MULTILINE)
_LINK = re.compile(r"\[(`[^`]*`)\]\([^)]*\)")


def main(path: Path) -> None:
    """Print each remark, and how many pull requests have one."""
    text, pull_requests, remarked = LIST, 0, 0
    for charger in json.loads(path.read_text(encoding="utf-8")):
        answers = {"brand": charger["brand"], "models": charger["model"]}
        answers |= {"ocpp_versions": "1.6J", "communication": "Cloud"}
        issue = Issue(1, "", filled_in(Kind.ADD_SECTION, **answers), ("new-brand",))
        desired = desired_state(Situation(issue, text), FORMS)
        name = f"{charger['brand']}: {charger['model']}"
        if desired.proposed is None:
            codes = [problem.rule.code for problem in desired.problems]
            print(f"{name}: {desired.outcome}, {', '.join(codes) or desired.label}")
            continue
        pull_requests += 1
        found = _REMARK.findall(desired.proposed.body)
        remarked += bool(found)
        for remark in found:
            shown = _LINK.sub(r"\1", remark)
            print(f"{name}: {shown}")
        text = desired.proposed.readme
    print(f"{remarked} of {pull_requests} pull requests have a remark")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
