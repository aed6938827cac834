"""A line with nearly an address: a slip in `https://`, a host alone, the name of a file."""

import re

from bot.forms.address_ends import END_OF_SENTENCE, is_file_name
from bot.forms.link_titles import words_of_title
from bot.rules import value_rules
from bot.rules.rule import field_error

# How `https://` comes out of a hurried hand.
_SLIP = re.compile(
    r"\b(?P<scheme>h{0,3}t{1,3}ps?|https?)(?:\s?[:;.]{1,2}\s?[/\\]{1,3}|[/\\]{2}|:)\s?(?=[\w-]+\.\w)",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,}(?:[/?#]\S*)?")
_LINKED = re.compile(r"(\]\(\s?<?)(?://)?([^\s()<>]+)")
_AROUND_WORD = "<>()[]" + END_OF_SENTENCE
_COMMON_ENDS = (".com", ".net", ".org", ".de", ".eu", ".io", ".fr", ".nl", ".info", ".uk")


def refuse_slips(text: str, line: str) -> None:
    """Refuse a text with nearly an address; `line` is the text as it was typed.

    Raises FieldErrors, with the line as it may be meant.
    """
    if slip := _SLIP.search(text):
        scheme = "https" if slip["scheme"].casefold().endswith("s") else "http"
        rest = text[slip.end() :].replace("\\", "/")
        meant = f"{text[: slip.start()]}{scheme}://{rest}"
        if meant != text:  # an address written together with a word has none
            raise field_error(value_rules.ADDRESS_SCHEME, received=line, suggestion=meant)
    if "://" in text:
        raise field_error(value_rules.ADDRESS_UNREAD, received=line)
    linked = _LINKED.sub(_with_scheme, text)
    if linked != text:
        raise field_error(value_rules.ADDRESS_SCHEME, received=line, suggestion=linked)
    _refuse_plain_hosts(text, line)


def _refuse_plain_hosts(text: str, line: str) -> None:
    """Refuse a host alone and a file's name. Raises FieldErrors."""
    words = text.split()
    is_alone = len(words) == 1
    for index, word in enumerate(words):
        bare = word.strip(_AROUND_WORD).removeprefix("//")
        if not _HOST.fullmatch(bare) or _is_only_file(bare):
            continue
        name = bare.casefold()
        if is_alone or "/" in name or name.startswith("www.") or name.endswith(_COMMON_ENDS):
            meant = ""
            if index == len(words) - 1:
                meant = f"{words_of_title(' '.join(words[:index]))} https://{bare}".strip()
            raise field_error(value_rules.ADDRESS_SCHEME, received=line, suggestion=meant)
    if any(is_file_name(word.strip(_AROUND_WORD)) for word in words):
        raise field_error(value_rules.FILE_NAME, received=line)


def _with_scheme(link: re.Match[str]) -> str:
    """A link to a host alone with its scheme, any other link as it is."""
    if not _HOST.fullmatch(link[2]) or _is_only_file(link[2]):
        return link[0]
    return f"{link[1]}https://{link[2]}"


def _is_only_file(word: str) -> bool:
    is_host = "/" in word or word.casefold().startswith("www.")
    return is_file_name(word) and not is_host
