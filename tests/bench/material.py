"""What the benchmark feeds the bot: lists of any length, submissions, and hostile bodies."""

from bot.forms.form import Kind
from bot.forms.issue import Author, Issue
from tests.stage import RIGHT, correction, filled_in, form, new_charger

_HEAD = "# List\n\n## Table of Contents\n\n- [EV Charger List](#ev-charger-list)\n"
_TABLE = "| Model | OCPP Version | Communication | Notes | Source |\n" + "|" + " --- |" * 5 + "\n"
_ROW = "| {} | 1.6J | ☁️ Cloud / 🔌 Direct | Needs firmware {} | [Manual](https://www.example.com/{}/manual.pdf) |\n"

# Each is repeated up to the size that is wanted.
_UNITS = (
    "[", "[](", "](a", "![", "()", "`", "` `` ``` ", "*", "*a_ **b__ ~~", "_a", " ", "\t", "a ", "a", "1", "\n", "\r",
    "\r\n", "a\n", "\xa0", "\xa0a", "a\u2028b\u2029", "### Brand\n\n", "### Models\n\na\n\n### Brand\n\nb\n\n",
    "### a\n", "### ", "```\n", "```\n~~~\n", "```` a\n", "~", "|", "\\|", "\\", "&amp;", "&#", "<", "<!--", "@a ",
    "#1 ", ":a:", "$", "abcdef1 ", "\u0300\u0301", "e\u0301", "\u200b", "a\u200d", "\u202e\u2066a", "\x00\x1b",
    "\u5145\u96fb", "\uac01", "a\u0430\u03b1", "\ufffd?", "\U0001f50c", "\u2601\ufe0f", "\ufdfa", "\xdf", "- [x] a\n",
    "- [ ] a\n", "- [a](#b)\n\n### a\n", "### Contents\n", "- ", "1.6J,", ",/;", "https://", "a.", "\xe9.", "%zz",
    "&utm_a=b",
)  # fmt: skip


def _repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _numbered(template: str, size: int) -> str:
    """Lines or words that all differ."""
    count = size // len(template.format(0xFFFFF)) + 1
    return "".join(template.format(0xF0000 + number) for number in range(count))[:size]


def _rows_named(template: str, size: int) -> str:
    """Whole rows of a list with names out of order, which all differ since 100003 is prime."""
    row = "| " + template + " |||||\n"
    count = size // len(row.format(0))
    return "".join(row.format(number * 7919 % 100003) for number in range(count))


SHAPES = {ascii(unit): lambda size, unit=unit: _repeated(unit, size) for unit in _UNITS} | {
    "marks out of order": lambda size: "a" + "\u0301" * (size // 2) + "\u0316" * (size // 2 - 1),
    "marks in 30 lines": lambda size: _repeated("a" + "\u0301" * (size // 60) + "\u0316" * (size // 60) + "\n", size),
    "title begun": lambda size: "[" + _repeated("](a", size - 1),
    "title begun in 30 lines": lambda size: _repeated("[" + _repeated("](a", size // 30 - 2) + "\n", size),
    "long title and host": lambda size: "a" * (size // 2) + " https://" + "b." * (size // 4 - 10) + "<",
    "long host": lambda size: "https://" + _repeated("é.", size - 8),
    "address with a long query": lambda size: "https://a.io/?" + _repeated("&utm_a=b", size - 14),
    "differing words": lambda size: _numbered("{:x},", size),
    "differing lines": lambda size: _numbered("{:x}\n", size),
    "differing headings": lambda size: _numbered("### {:x}\n", size),
    "differing addresses": lambda size: _numbered("https://a{:x}.io\n", size),
    "rows out of order": lambda size: _rows_named("Maker {:05}", size),
    "rows without the name of their section": lambda size: _rows_named("Go {:05}", size),
    "40 lines at a model's limit": lambda size: "\n".join(f"{n:02}{size % 64:02}" + "-a" * 53 for n in range(40)),
    "40 lines of marks and digits": lambda size: "\n".join(f"{n:02}{size % 64:02}" + "-/(1" * 26 for n in range(40)),
    "all characters": lambda size: "".join(map(chr, range(32, 0xD800)))[:size],
}  # fmt: skip
_FILLED = f"""{{top}}{_HEAD}  - [{{entry}}](#{{anchor}})

{{above}}

## EV Charger List

### {{heading}}

{_TABLE}| {{model}} | {{versions}} | {{communication}} | {{notes}} | {{source}} |
{{below}}

### Zaptec

{_TABLE}| Zaptec Go | 1.6J | ☁️ Cloud |  | Source needed! |
"""
_PLAIN = {
    "top": "",
    "entry": "Maker",
    "anchor": "maker",
    "above": "",
    "heading": "Maker",
    "below": "",
}
_PLAIN |= {
    "model": "Maker Pro",
    "versions": "1.6J",
    "communication": "☁️ Cloud",
    "notes": "",
    "source": "Source needed!",
}
# What is filled at once is read apart from each other, and lets what comes after it be read.
_PLACES = {
    "a heading, a model that begins with it, and notes": {
        "heading": "B{line}x", "model": "b{line}x Go", "notes": "a{line}b",
    },
    "a model": {"model": "{line}"},
    "versions, communication and source": {"versions": "{line}", "communication": "{line}", "source": "{line}"},
    "a title": {"source": "[a{line}b](https://www.example.com/)"},
    "an address": {"source": "[a](<https://www.example.com/{line}>)"},
    "the contents": {"entry": "{line}", "anchor": "{line}"},
    "lines above the list and below a row": {"above": "{text}", "below": "{text}"},
    "lines above the contents": {"top": "{text}"},
}  # fmt: skip
_KINDS = (Kind.ADD, Kind.CORRECT)  # the third asks what the first does


def hostile_cases():
    """Every shape, as the whole body and as the answer of each single field: (shape, kind, field)."""
    places = [
        (Kind.ADD, None),
        *((kind, field.id) for kind in _KINDS for field in form(kind).fields),
    ]
    return [(name, kind, field) for name in SHAPES for kind, field in places]


def hostile_issue(case, size: int) -> Issue:
    """An issue whose body has so many characters, all answers but the hostile one being right."""
    name, kind, field = case
    if field is None:
        return issue(SHAPES[name](size), kind)
    answers = RIGHT[kind] | ({"correction": "Rename the model"} if field == "new_model" else {})
    free = size - len(filled_in(kind, **answers | {field: "x"}))
    return issue(filled_in(kind, **answers | {field: SHAPES[name](free)}), kind)


def hostile_lists():
    """Every shape in each place of README.md that a person can fill: (shape, place)."""
    return [(name, place) for name in SHAPES for place in _PLACES]


def hostile_list(case, size: int) -> str:
    """A README.md of which the hostile part has so many characters; in a row or a heading it is one line."""
    name, place = case
    texts = _PLACES[place]
    text = SHAPES[name](size // len(texts))
    line = " ".join(text.splitlines())
    return _FILLED.format(
        **_PLAIN | {part: form.format(line=line, text=text) for part, form in texts.items()}
    )


def issue(body: str, kind: Kind = Kind.ADD, number: int = 1) -> Issue:
    """An issue as somebody opens it."""
    return Issue(number, "A title", body, (form(kind).issue_label,), Author("ada", 1))


def charger_list(rows: int, seed: str, brands: int) -> str:
    """A README.md with so many rows; another seed gives other names everywhere."""
    names = [f"Maker {seed}{number:04}" for number in range(brands)]
    contents = "".join(f"  - [{name}](#{name.lower().replace(' ', '-')})\n" for name in names)
    sections = (f"### {name}\n\n{_TABLE}{_rows(name, rows // brands)}\n" for name in names)
    return f"{_HEAD}{contents}\n## EV Charger List\n\n{''.join(sections)}## License\n\nCC BY 4.0\n"


def _rows(brand: str, count: int) -> str:
    return "".join(
        _ROW.format(f"{brand} Unit {n:05} 11 kW", n, f"{brand[6:]}/{n}") for n in range(count)
    )


def submissions(seed: str) -> dict[str, Issue]:
    """One of each kind for a list of that seed."""
    brand, model = f"Maker {seed}0000", f"Maker {seed}0000 Unit 00003 11 kW"
    renamed = correction("Rename the model", model, brand=brand, new_model=f"{brand} Zeta 5")
    fresh = filled_in(Kind.ADD_SECTION, **RIGHT[Kind.ADD_SECTION] | {"brand": f"Quite {seed}"})
    return {
        "new charger": issue(new_charger(f"Unit 00005 {seed} 22 kW", brand)),
        "new brand": issue(fresh, Kind.ADD_SECTION),
        "rename": issue(renamed, Kind.CORRECT),
        "removal": issue(correction("Remove the entry", model, brand=brand), Kind.CORRECT),
    }  # fmt: skip
