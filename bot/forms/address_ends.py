"""Where an address ends in a line, and where a space has cut it short."""

import re

# What some language puts at the beginning or the end of a quotation:
# https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt (Quotation_Mark), and the backtick
QUOTES = "\"'`«»‘’‚‛“”„‟‹›「」『』〝〞〟"
# Marks of a sentence around an address.
END_OF_SENTENCE = ".,;:!|。、，；：！" + QUOTES
_BRACKETS = {")": "(", "}": "{", "]": "[", "）": "（", "】": "【", "》": "《"}
# The bracket after the address of a link, with a text to point at in front of it.
_END_OF_LINK = re.compile(r"\s?>?\s?(?:\"[^\"]*\"|'[^']*'|\([^()]*\))?\s?\)")
# https://spec.commonmark.org/0.31.2/#link-destination
_IN_ANGLE_BRACKETS = re.compile(r"(\]\(\s?<)(https?://(?:(?!://)[^<>])*)(?=>)", re.IGNORECASE)
_FILE = re.compile(
    r"\S*\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|md|csv|html?|zip|rar|7z|jpe?g|png|gif|webp|heic|bmp)",
    re.IGNORECASE,
)
_WORD = re.compile(r" (\S+)")
_MOST_LAYERS = 8  # of marks around one address
_MOST_WORDS = 4  # of the name of a file with spaces
_NEXT_TO_ADDRESS = frozenset("|/+")  # these part an address from another thing


def is_file_name(word: str) -> bool:
    """Whether a word ends like the name of a file."""
    return _FILE.fullmatch(word) is not None


def encode_in_angle_brackets(line: str) -> str:
    """A line with `%20` for each space in `[title](<address>)`, where Markdown allows spaces."""
    return _IN_ANGLE_BRACKETS.sub(lambda match: match[1] + match[2].replace(" ", "%20"), line)


def without_marks_after(address: str, before: str) -> str:
    """An address without the marks of a sentence after it, and brackets it does not open.

    `before` are the words in front of it, where emphasis of the address alone would begin.
    """
    emphasis = before[-1:] if before[-1:] in {"*", "_"} else ""
    for _ in range(_MOST_LAYERS):
        bare = address.rstrip(END_OF_SENTENCE + emphasis)
        last = bare[-1:]
        opening = _BRACKETS.get(last)
        if opening and bare.count(last) > bare.count(opening):
            bare = bare[:-1]
        elif bare.endswith(("**", "__")) and last * 2 not in bare.rstrip(last):
            bare = bare.rstrip(last)
        if bare == address:
            break
        address = bare
    return address


def until_bracket(text: str) -> str:
    """The address at the start of a text, up to the bracket that ends the link around it."""
    depth = 0
    for index, char in enumerate(text):
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        if depth < 0:
            return text[:index]
    return text


def end_of_marks(text: str, start: int, *, is_link: bool) -> int:
    """The end of the marks after an address: `>`, and the bracket of a link."""
    link_end = _END_OF_LINK.match(text, start)
    if is_link and link_end:
        return link_end.end()
    if text.startswith(">", start):
        return start + 1
    return start


def end_of_cut_link(text: str, start: int, end: int) -> int:
    """The end of a link's address which goes on after `end`; 0 for an address that is whole."""
    if _END_OF_LINK.match(text, end):
        return 0
    meant = start + len(until_bracket(text[start:]))
    return meant if text[end:meant].strip() else 0


def end_of_cut_file(text: str, start: int, end: int) -> int:
    """The end of a file's name, of which the address up to `end` has only the first word, else 0.

    As in `https://example.com/User Manual.pdf`.
    """
    address = text[start:end]
    if address.count("/") < 3 or is_file_name(address) or address[-1] in END_OF_SENTENCE:
        return 0
    position = end
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, position)
        if match is None or match[1] in _NEXT_TO_ADDRESS or "://" in match[1]:
            return 0
        word = match[1].rstrip(END_OF_SENTENCE)
        if word.count(")") > word.count("("):
            word = word[: word.rindex(")")]
        if is_file_name(word):
            return match.start(1) + len(word)
        position = match.end()
    return 0
