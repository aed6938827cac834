"""Rules for the values of forms and, where they have a summary, of rows."""

from bot.names.cleaning import NAME_MARKS
from bot.rules.rule import Rule

MISSING = Rule(
    "missing",
    "There is no answer here, but one is needed.",
    summary="A row has the name of a model.",
)
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
    "Received {count} lines. At most {limit} are allowed; put the others into another issue.",
    summary="An answer has not too many lines.",
)
TOO_MANY_CHOICES = Rule(
    "too_many_choices",
    "Received {count} words, but there are only a few to choose from. Name each of them once.",
    summary="A cell has not too many words.",
)
FORBIDDEN = Rule(
    "forbidden",
    "Received {received}. These characters are not allowed: {characters}. A name has letters, digits, spaces and "
    f"`{NAME_MARKS}`"
    ".",
    summary="A name has only letters, digits, spaces and some marks.",
)
NO_LETTERS = Rule(
    "no_letters",
    "Received {received}, which has no letter or digit. Give a name that has one.",
    summary="A name has a letter or a digit.",
)
MIXED_SCRIPTS = Rule(
    "mixed_scripts",
    "Received {received}. The part {word} mixes letters of several alphabets, which look alike but are not the same. Type it anew with one alphabet.",
    summary="A name has letters of one alphabet.",
)
VERSION_AMBIGUOUS = Rule(
    "version_ambiguous",
    "Received {received}, but there are two. Did you mean `1.6J` (JSON, the usual one) or `1.6S` (SOAP)?",
    summary="OCPP 1.6 is 1.6J or 1.6S.",
)
UNKNOWN_CHOICE = Rule(
    "unknown_choice",
    "Received {received}. Allowed are {allowed}.",
    summary="Versions and ways to communicate are those that there are.",
)
ADDRESS_UNREAD = Rule(
    "address_unread",
    "Received {received}. Give each source one address, which begins with `https://` or `http://`, alone or as `[title](address)`.",
    summary="An address is whole, and stands alone or behind its title.",
)
ADDRESS_SCHEME = Rule(
    "address_scheme",
    "Received {received}. An address begins with `https://` or `http://`.",
    summary="An address begins with https:// or http://.",
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
    "Received {received}, which is on no public host. Give an address with a host name such as `www.example.com`.",
    summary="An address is on a public host.",
)
LABEL_TWICE = Rule(
    "label_twice",
    "The heading `### {field}` is in the issue more than once, so nobody can tell which answer counts. Keep one of them.",
)
LABEL_MISPLACED = Rule(
    "label_misplaced",
    "The heading `### {field}` comes after `### {before}`. Put the answers into the form's order.",
)
FENCE_OPEN = Rule(
    "fence_open",
    "A line of {fence} opens a block of code that never ends, so the answers below it cannot be read. Take the line out, or close the block with the same line.",
)
HEADING_TAKEN = Rule(
    "heading_taken",
    "{received} is already a heading in the list, but no brand. A maintainer must look at this.",
)
BRAND_CLOSE = Rule("brand_close", "{received} is not in the list.")
BRAND_UNKNOWN = Rule("brand_unknown", "{received} is not in the list.")
ENTRY_UNKNOWN = Rule("entry_unknown", "{received} is not in the list.")
MODEL_IS_BRAND = Rule(
    "model_is_brand",
    "Received {received}, which is only the brand. Give the name of the model too.",
    summary="A model has a name besides that of its brand.",
)
SEVERAL_IN_ONE = Rule(
    "several_in_one",
    "Received {received}, which names several models. Write one on each line.",
    summary="A row names one model.",
)
NAME_TAKEN = Rule("name_taken", "{received} is in the list already.")
CONTRADICTION = Rule(
    "contradiction",
    "There is an answer here, but {kind} needs none. Clear it, or choose another kind of correction.",
)
NO_DETAILS = Rule(
    "no_details",
    "Received {kind}, but nothing to change. Fill in at least one of the fields for OCPP versions, communication, notes or sources.",
)
LAST_OF_LIST = Rule(
    "last_of_list",
    "{received} is the last entry of the whole list, which only a maintainer can remove.",
)
WRONG_FORM = Rule(
    "wrong_form",
    'The issue has the label {labels}, but it was made with the form "{name}". A maintainer can change the label; or open a new issue with the right form.',
)
SEVERAL_KINDS = Rule(
    "several_kinds",
    "The issue has the labels {labels}, of which only one can be right. A maintainer can take the others off.",
)
