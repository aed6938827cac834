"""Rules for the values of forms and, where they have a summary, of rows."""

from bot.rules.rule import FieldErrors, Rule, field_error

# Any answer.

MISSING = Rule("missing", "This has to be filled in.", summary="A row has a name.")
NOTHING_SAID = Rule("nothing_said", "Received {received}, which says nothing. How do you know?")
SEVERAL_LINES = Rule(
    "several_lines",
    "Received {received}, which has several lines. Only one line fits here.",
    summary="A name and notes have one line.",
)
TOO_LONG = Rule(
    "too_long",
    "Received {received}, which has {length} characters. At most {limit} are allowed.",
    summary="A text is not too long.",
)
TOO_MANY = Rule(
    "too_many",
    "Received {count} lines. At most {limit} are allowed: keep {limit} here, and fill in a new "
    "form for the others.",
    needs_issues=True,
)
TOO_MANY_ADDRESSES = Rule(
    "too_many_addresses",
    "Received {count}. At most {limit} are allowed: keep the {limit} best.",
)
TABLE = Rule(
    "table",
    "Received a table. Write one {entry} on each line, and only its name: without a header and "
    "other columns.",
)
HIDDEN_SPACE = Rule(
    "hidden_space",
    "Received {received}, with a zero-width space (U+200B) between letters. Type a plain space"
    " there, or nothing.",
)
PICTURE = Rule(
    "picture",
    "Received {received}, which holds a picture. The list has only text and links: say in words"
    " what the picture shows.",
)

# Choices and dates.

TOO_MANY_CHOICES = Rule(
    "too_many_choices",
    "Received {count} words, but there are only a few to choose from. Name each of them once.",
    summary="A cell has not too many words.",
)
UNKNOWN_CHOICE = Rule(
    "unknown_choice",
    "Received {received}. Allowed are {allowed}.",
    summary="A choice is one of the options.",
)
NO_CHOICE = Rule(
    "no_choice",
    "This has to be filled in. Allowed are {allowed}. The list is only for {many} "
    "with at least one of them.",
)
NO_DATE = Rule(
    "no_date",
    "Received {received}, which is not a date. Write the year first: `2026-11-30`, `2026-11` or"
    " `2026`.",
)

# Names.

FORBIDDEN = Rule(
    "forbidden",
    "Received {received}. These characters are not allowed: {characters}. A name has letters, "
    "digits, spaces and {allowed_marks}.",
    summary="A name has only letters, digits, spaces and some marks.",
)
NO_LETTERS = Rule(
    "no_letters",
    "Received {received}, which has no letter or digit. Give a name that has one.",
    summary="A name has a letter or a digit.",
)
MIXED_SCRIPTS = Rule(
    "mixed_scripts",
    "Received {received}. The part {word} mixes letters of several alphabets, which look alike "
    "but are not the same. Type it again with one alphabet.",
    summary="A name has letters of one alphabet.",
)
NO_NAME = Rule("no_name", "Received {received}, which is not a name. Give the name itself.")
ONLY_RATING = Rule(
    "only_rating",
    "Received {received}, which is only a power rating. Give the name of the {entry}, as on its "
    "nameplate.",
    insist="If it really has no other name, write {insisted}.",
)
NAME_IS_OPTION = Rule(
    "name_is_option",
    "Received {received}, which is an answer to another question, for {column}. Give only names "
    "here.",
    insist="If the {entry} is really called so, write {insisted}.",
)
NAME_IS_ADDRESS = Rule(
    "name_is_address", "Received {received}, but an address is no name. Give only the name here."
)
LABEL_IN_FRONT = Rule(
    "label_in_front",
    "Received {received}, with the name of the question in front. Give the answer alone.",
)
OTHER_LABEL_IN_FRONT = Rule(
    "other_label_in_front",
    "Received {received}, which answers another question. Put the answer below {heading}, and only "
    "names here.",
)
STRUCK_OUT = Rule(
    "struck_out",
    "Received {received}, in which a text is struck out. Give only what is meant.",
)
HEADING_OF_NAMES = Rule(
    "heading_of_names",
    "Received {received}, which looks like a heading of the lines below it. Give the whole name of "
    "each {entry} on a line of its own, without headings.",
)
SENTENCE_IN_FRONT = Rule(
    "sentence_in_front",
    "Received {received}, which begins like a sentence. Give the name alone.",
    insist="If the {entry} is really called so, write {insisted}.",
)
MORE_THAN_NAME = Rule(
    "more_than_name", "Received {received}, which is more than a name. Give just one name."
)
SEVERAL_IN_ONE = Rule(
    "several_in_one",
    "Received {received}, which names several {many}. Write one on each line.",
    summary="A row names one entry.",
)
NAME_IS_SECTION = Rule(
    "name_is_section",
    "Received {received}, which is only the {section}. Give the name of the {entry} too.",
    summary="A name is more than that of its section.",
)

# Links and their addresses.

ADDRESS_MISSING = Rule(
    "address_missing",
    "Received {received}, without a web address. Give one that begins with `https://` on each "
    "line.",
)
ADDRESS_OR_NOTHING = Rule(
    "address_or_nothing",
    "Received {received}, without a web address. Give one that begins with `https://` on each "
    "line. If you have none, leave this empty.",
)
EXAMPLE = Rule(
    "example", "Received {received}, which is only the example of the form. Give your own answer."
)
ADDRESS_UNREAD = Rule(
    "address_unread",
    "Received {received}. Give each source one address, which begins with `https://` or "
    "`http://`, alone or as `[title](address)`.",
    summary="An address is whole, alone or after its title.",
)
ADDRESS_SCHEME = Rule(
    "address_scheme",
    "Received {received}. An address begins with `https://` or `http://`.",
    summary="An address begins with https:// or http://.",
)
ADDRESS_CUT = Rule(
    "address_cut",
    "Received {received}, which is cut off where the dots are. Give the whole address.",
    summary="An address is not cut off.",
)
ADDRESS_SPACE = Rule(
    "address_space",
    "Received {received}. A space ends an address, so the rest is unclear. Write `%20` for a "
    "space inside an address; a title goes in front of it.",
    summary="An address has no space.",
)
ADDRESS_CHARACTERS = Rule(
    "address_characters",
    "Received {received}. An address copied from a browser has no {characters}. Copy it there "
    "again.",
    summary="An address has only characters of an address.",
)
ADDRESS_USER = Rule(
    "address_user",
    "Received {received}, which holds a user name. Give the address without it.",
    summary="An address holds no user name.",
)
ADDRESS_PORT = Rule(
    "address_port",
    "Received {received}, which names a port. Give a public address without one.",
    summary="An address names no port.",
)
ADDRESS_HOST = Rule(
    "address_host",
    "Received {received}, which is on no public host. Give an address with a host name such as "
    "`www.example.com`.",
    summary="An address is on a public host.",
)
ADDRESS_BESIDE = Rule(
    "address_beside",
    "Received {received}. It is unclear what {rest} after the address means. A title goes in front "
    "of the address.",
)
ADDRESSES_UNCLEAR = Rule(
    "addresses_unclear",
    "Received {received}, which has several addresses. Put one on each line, with its title in "
    "front of it.",
)
ADDRESS_TWO_WAYS = Rule(
    "address_two_ways",
    "Received {received}, a link with two different addresses. Give the right one alone.",
)
ADDRESS_OF_SEARCH = Rule(
    "address_of_search",
    "Received {received}, which leads to the results of a search. Give the address of the page "
    "you found with it.",
)
FILE_NAME = Rule(
    "file_name",
    "Received {received}, which is the name of a file. Give the web address where people can "
    "read it.",
)
ADDRESS_COUNT = Rule(
    "address_count",
    "Received {count} addresses, not {limit}. Give one address for each name, in their order.",
)


def too_long(text: str, limit: int) -> FieldErrors:
    """The error of a text with more characters than the limit, to raise."""
    return field_error(TOO_LONG, received=text, limit=limit, length=len(text))
