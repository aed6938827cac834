"""A small list of games, in whatever order: names which do not begin with their section."""

from bot.document.cells import text_content
from bot.document.changes import NewRow
from bot.document.document import Document
from bot.document.parse import parse
from bot.shape.load import bind, read_list_file
from bot.shape.shape import Shape

FILE = """
heading: Games
entry: game
sections: {field: system, name: system}
columns:
  Game: {field: game, kind: name}
  Year: {field: year, kind: text}
order: {sections: SECTIONS, rows: ROWS}
forms: {add: add.yml, add_section: section.yml}
"""
TABLE = "| Game | Year |\n| --- | --- |\n"
TEXT = f"""# Fun

- [Games](#games)
  - [Amiga](#amiga)
  - [Nes](#nes)
- [License](#license)

## Games

### Amiga

{TABLE}| Elite | 1988 |
| Turrican | 1990 |

### Nes

{TABLE}| Metroid | 1986 |

## License

MIT
"""


def games_shape(
    rows: str = "natural",
    sections: str = "alphabetical",
    without: tuple[str, ...] = (),
    more: str = "",
) -> Shape:
    """The shape, without some of the lines of its file, or with more."""
    text = FILE.replace("ROWS", rows).replace("SECTIONS", sections) + more
    for line in without:
        assert line in text
        text = text.replace(line, "")
    return bind(read_list_file(text, "list.yml"), {})


def games(text: str = TEXT, rows: str = "natural", sections: str = "alphabetical") -> Document:
    """A list of games from the text of its page."""
    return parse(text, games_shape(rows, sections))


def game(name: str, year: str = "") -> NewRow:
    return NewRow(name, (text_content(name), text_content(year)))
