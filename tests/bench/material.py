"""What the benchmark feeds the bot: lists of any length, submissions, and hostile bodies."""

from bot.decision.snapshot import Snapshot
from bot.intake.form import Kind
from bot.intake.issue import Author, Issue
from tests.stage import correction, filled_in, form, new_charger

_HEAD = "# List\n\n## Table of Contents\n\n- [EV Charger List](#ev-charger-list)\n"
_TABLE = "| Model | OCPP Version | Communication | Notes | Source |\n" + "|" + " --- |" * 5 + "\n"
_ROW = "| {} | 1.6J / 2.0.1 | ☁️ Cloud / 🔌 Direct | Needs firmware {} | [Manual](https://www.example.com/{}/manual.pdf) |\n"

# Each is repeated up to the size that is wanted.
_REPEATED = {
    "[": "[",
    "[]( pairs": "[](",
    "[…](…) begun": "](a",
    "![ nested": "![",
    "( and )": "()",
    "backticks": "`",
    "backticks and blanks": "` `` ``` ",
    "asterisks": "*",
    "emphasis runs": "*a_ **b__ ~~",
    "underscores": "_a",
    "blanks": " ",
    "tabs": "\t",
    "words of one letter": "a ",
    "one word": "a",
    "digits": "1",
    "empty lines": "\n",
    "CR only": "\r",
    "CR LF": "\r\n",
    "lines of one letter": "a\n",
    "NBSP": "\u00a0",
    "NBSP and letters": "\u00a0a",
    "line separators": "a\u2028b\u2029",
    "### Brand": "### Brand\n\n",
    "### Models and ### Brand": "### Models\n\na\n\n### Brand\n\nb\n\n",
    "### anything": "### a\n",
    "###": "### ",
    "fences": "```\n",
    "fences of two kinds": "```\n~~~\n",
    "fences with info": "```` a\n",
    "tildes": "~",
    "pipes": "|",
    "escaped pipes": "\\|",
    "backslashes": "\\",
    "entities": "&amp;",
    "entities begun": "&#",
    "<": "<",
    "comments begun": "<!--",
    "mentions": "@a ",
    "references": "#1 ",
    "emoji codes": ":a:",
    "formulas": "$",
    "hexadecimal": "abcdef1 ",
    "grave and acute": "\u0300\u0301",
    "letters with a mark": "e\u0301",
    "zero-width": "\u200b",
    "zero-width and letters": "a\u200d",
    "bidi": "\u202e\u2066a",
    "controls": "\x00\x1b",
    "CJK": "充電",
    "Hangul": "각",
    "mixed scripts": "aаα",
    "surrogates replaced": "\ufffd?",
    "beyond the BMP": "\U0001f50c",
    "ligatures": "\ufdfa",
    "sharp s": "ß",
    "checked": "- [x] a\n",
    "unchecked": "- [ ] a\n",
    "bullets": "- ",
    "commas": "1.6J,",
    "separators": ",/;",
    "address begun": "https://",
    "dots": "a.",
    "hosts in all scripts": "é.",
    "percent": "%zz",
    "query": "&utm_a=b",
}


def shape(name: str, size: int) -> str:
    """A hostile text of so many characters."""
    return _SHAPES[name](size)


def _repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _numbered(template: str, size: int) -> str:
    """Lines or words that all differ."""
    count = size // len(template.format(0xFFFFF)) + 1
    return "".join(template.format(0xF0000 + number) for number in range(count))[:size]


_SHAPES = {name: lambda size, unit=unit: _repeated(unit, size) for name, unit in _REPEATED.items()} | {
    "marks out of order": lambda size: "a" + "\u0301" * (size // 2) + "\u0316" * (size // 2 - 1),
    "marks in 30 lines": lambda size: _repeated("a" + "\u0301" * (size // 60) + "\u0316" * (size // 60 - 2) + "\n", size),
    "title begun": lambda size: "[" + _repeated("](a", size - 1),
    "title begun in 30 lines": lambda size: _repeated("[" + _repeated("](a", size // 30 - 2) + "\n", size),
    "long title and host": lambda size: "a" * (size // 2) + " https://" + "b." * (size // 4 - 10) + "<",
    "long host": lambda size: "https://" + _repeated("é.", size - 8),
    "address with a long query": lambda size: "https://a.io/?" + _repeated("&utm_a=b", size - 14),
    "differing words": lambda size: _numbered("{:x},", size),
    "differing lines": lambda size: _numbered("{:x}\n", size),
    "differing headings": lambda size: _numbered("### {:x}\n", size),
    "differing addresses": lambda size: _numbered("https://a{:x}.io\n", size),
    "40 lines at a model's limit": lambda _: "\n".join(f"{n:03}" + "-a" * 53 for n in range(40)),
    "40 lines of marks and digits": lambda _: "\n".join(f"{n:03}" + "-/(1" * 26 for n in range(40)),
    "all characters": lambda size: "".join(map(chr, range(32, 0xD800)))[:size],
}  # fmt: skip
SHAPES = tuple(_SHAPES)


def hostile_cases():
    """Every shape, as the whole body and as the answer of each single field: (shape, kind, field)."""
    kinds = {Kind.NEW_CHARGER: form(Kind.NEW_CHARGER), Kind.INVALID: form(Kind.INVALID)}
    places = [(Kind.NEW_CHARGER, None), *((kind, field.id) for kind in kinds for field in kinds[kind].fields)]
    return [(name, kind, field) for name in SHAPES for kind, field in places]


def hostile_issue(case, size: int) -> Issue:
    """An issue whose body has so many characters, all answers but the hostile one being right."""
    name, kind, field = case
    make = new_charger if kind is Kind.NEW_CHARGER else correction
    room = size - len(make(**{field: "x"})) if field else size
    return issue(make(**{field: shape(name, room)}) if field else shape(name, room), kind)


def issue(body: str, kind: Kind = Kind.NEW_CHARGER, number: int = 1) -> Issue:
    """An issue as somebody opens it."""
    return Issue(number, "A title", body, (str(kind),), Author("ada", 1))


def charger_list(rows: int, seed: str, brands: int) -> str:
    """A README.md with so many rows; another seed gives other names everywhere."""
    names = [f"Maker {seed}{number:04}" for number in range(brands)]
    contents = "".join(f"  - [{name}](#{name.lower().replace(' ', '-')})\n" for name in names)
    sections = (f"### {name}\n\n{_TABLE}{_rows(name, rows // brands)}\n" for name in names)
    return f"{_HEAD}{contents}\n## EV Charger List\n\n{''.join(sections)}## License\n\nCC BY 4.0\n"


def _rows(brand: str, count: int) -> str:
    return "".join(_ROW.format(f"{brand} Unit {n:05} 11 kW", n, f"{brand[6:]}/{n}") for n in range(count))


def submissions(seed: str) -> dict[str, Issue]:
    """One of each kind for a list of that seed."""
    brand, model = f"Maker {seed}0000", f"Maker {seed}0000 Unit 00003 11 kW"
    renamed = correction("Rename the model", model, brand=brand, new_model=f"{brand} Zeta 5")
    fresh = filled_in(Kind.NEW_BRAND, brand=f"Quite {seed}", models="One\nTwo", ocpp_versions="2.1", communication="Cloud")
    return {
        "new charger": issue(new_charger(f"Unit 00005 {seed} 22 kW", brand)),
        "new brand": issue(fresh, Kind.NEW_BRAND),
        "rename": issue(renamed, Kind.INVALID),
        "removal": issue(correction("Remove the entry", model, brand=brand), Kind.INVALID),
    }  # fmt: skip


def snapshot(issue: Issue, readme: str) -> Snapshot:
    """An issue and the list that it meets."""
    return Snapshot(issue, readme)
