"""The shape of the charger list, bound to its forms, and a list to try things on."""

from pathlib import Path

import yaml

from bot.shape.load import bind, read_list_file

ROOT = Path(__file__).parent.parent
LIST = (ROOT / "tests" / "cases" / "README.md").read_text(encoding="utf-8")


def _options() -> dict[str, list[str]]:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/new-charger.yml").read_bytes())
    fields = [part for part in form["body"] if part["type"] == "dropdown"]
    return {part["id"]: part["attributes"]["options"] for part in fields}


SHAPE = bind(
    read_list_file((ROOT / ".github/list.yml").read_text(encoding="utf-8"), "list.yml"),
    _options(),
)
