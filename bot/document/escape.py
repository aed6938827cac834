"""Plain text as Markdown rendering as exactly this text, also in a table cell."""

import re

# A comment is nothing to a reader, but splits the text in which GitHub looks for names, numbers and
# emoji.
BREAK = "<!-- -->"

_LIVE = re.compile(
    r"""
    (?P<slash> \\ (?=\|) )                # renderers disagree about a backslash before a pipe
  | (?P<mark>  [\\`*<\[\]~|]              # always markup
             | (?<![A-Za-z0-9])_ | _(?![A-Za-z0-9])
             | & (?=\#?\w+;)              # an entity
             | : (?=//) )                 # an address
  | (?P<www>   (?<=www)\. )
  | (?P<name>  @ (?=[\w.-]) | \# (?=\w) | : (?=[\w+-]+:) )  # mention or mail, reference, emoji
  | (?P<math>  \$ )
    """,
    re.VERBOSE,
)

_LIVE_IN_ADDRESS = re.compile(r"(?P<entity>&(?=#?\w+;))|[()]")


def escape_address(address: str) -> str:
    """An address for the target of a link.

    Markdown would read `&copy;` in it as a sign and `)` as the end.
    """
    return _LIVE_IN_ADDRESS.sub(
        lambda match: "&amp;" if match["entity"] else "\\" + match[0], address
    )


def escape(text: str) -> str:
    """Markdown that GitHub renders as `text`, character by character, with nothing in it alive.

    What starts a link, a mention, a reference, an emoji or a formula on GitHub is split by a
    comment, since a backslash is gone before GitHub looks for those:
    https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
    """
    formula = text.count("$") > 1

    def replaced(match: re.Match[str]) -> str:
        char = match[0]
        match match.lastgroup:
            case "slash":
                return "&#92;"
            case "name":
                return char + BREAK
            case "math":
                return f"<span>{char}</span>" if formula else char
            case _:
                return "\\" + char

    return _LIVE.sub(replaced, text)
