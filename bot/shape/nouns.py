"""The nouns of a list in English sentences."""

_VOWELS = ("a", "e", "i", "o")  # most words which begin with u have a consonant there


def with_article(noun: str) -> str:
    """A noun with `a` or `an`, by its first letter."""
    article = "an" if noun.casefold().startswith(_VOWELS) else "a"
    return f"{article} {noun}"


def in_small_letters(words: str) -> str:
    """Words as inside a sentence; abbreviations, in capitals only, stay."""
    found = []
    for word in words.split():
        found.append(word if word.isupper() else word.lower())
    return " ".join(found)
