"""What is wrong with YAML, in words for people who write it."""

_DEEP = "it is nested too deep, or holds itself"
# What PyYAML, libyaml and Python say, and what it means; the first that fits counts.
_MEANINGS = {
    "violates indentation": "a tab; indent with spaces",
    r"'\t' that cannot start": "a tab; indent with spaces",
    "cannot start any token": (
        "a tab, or a text which begins with @, % or a backquote; indent with spaces, and put such "
        "a text in quotes"
    ),
    "',' or ']'": "a list lacks its `]`, or a comma",
    "',' or '}'": "settings lack their `}`, or a comma",
    "mapping values are not allowed": (
        "a colon which begins a value here; put a text with a colon in quotes, and look at the "
        "indentation"
    ),
    "could not find expected ':'": "a line before it lacks its colon",
    "undefined alias": "a text which begins with * needs quotes",
    "alphabetic or numeric character": "a text which begins with * or & needs quotes",
    "expected key": "it does not fit the lines above; look at indentation and quotes",
    "expected '-' indicator": "it does not fit the lines above; look at indentation and quotes",
    "expected <block end>": "it does not fit the lines above; look at indentation and quotes",
    "end of stream": "a text lacks the quote at its end",
    "unknown escape character": "a backslash in double quotes; use single quotes",
    "constructor for the tag": "a text which begins with ! needs quotes",
    "another document": "a second document, begun by `---`",
    "unhashable key": "the name of a setting must be a word",
    "recursion": _DEEP,
    "recursive": _DEEP,
    "characters are not allowed": "it holds a control character",
    "unacceptable character": "it is not UTF-8",
    "codec can't decode": "it is not UTF-8",
}


def in_words(error: str) -> str:
    """What an error of a parser means; in one line."""
    for words, meaning in _MEANINGS.items():
        if words in error:
            return meaning
    return " ".join(error.split())
