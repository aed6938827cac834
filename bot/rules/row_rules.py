"""Rules of rows and their cells, in the order in which `check` looks at them."""

from bot.rules.rule import Level, Rule

CELLS_MISSING = Rule(
    "cells_missing",
    "The row has {count} of {limit} cells. Give it one for each column, an empty one for nothing.",
    summary="A row has a cell for each column.",
)
NAMELESS = Rule(
    "nameless",
    "This row has no name, so nobody can correct it by form, and exports leave it out.",
    summary="A row has a name.",
    level=Level.WARNING,
)
TEXT_IN_TABLE = Rule(
    "text_in_table",
    "{received} runs into the table above, where GitHub shows it as a row. Put an empty line above "
    "it.",
    summary="An empty line separates a table from the text below it.",
)
CELLS_BEYOND = Rule(
    "cells_beyond",
    "{received} comes after the last of the {limit} columns, where GitHub does not show it. Write "
    "a pipe inside a text as `\\|`.",
    summary="Nothing comes after the last column of a row.",
)
MISSING_CHOICE = Rule(
    "missing_choice",
    "This has to be filled in. Allowed are {allowed}.",
    summary="A row names at least one of the choices.",
)
UNKNOWN_SPELLING = Rule(
    "unknown_spelling",
    "Received {received}. Write it as the list does, so that programs can read it.",
    summary="Choices are written and ordered in one way.",
)
CONFUSABLE_CHOICE = Rule(
    "confusable_choice",
    "Received {received}, which contains a look-alike letter from another alphabet.",
    summary="Choices are written with their own letters.",
)
LOOK_ALIKES = Rule(
    "look_alikes",
    "{received} mixes look-alike letters of several alphabets. Type it again with one alphabet.",
    summary="A word has letters of one alphabet.",
    level=Level.WARNING,
)
NOT_NORMALIZED = Rule(
    "not_normalized",
    "Received {received}, which should be written differently.",
    summary="Names, notes, links, yes and no are written in one way.",
    level=Level.WARNING,
)
WORD_FOR_NOTHING = Rule(
    "word_for_nothing",
    "Received {received}, which only says that there is nothing to say. Please {without}.",
    summary="Notes say something.",
    level=Level.WARNING,
)
NOT_A_DATE = Rule(
    "not_a_date",
    "Received {received}, which is not a date, so the place of this row is not certain. Write the "
    "year first: `2026-11-30`, `2026-11` or `2026`.",
    summary="Dates are written with the year first.",
    level=Level.WARNING,
)
EMPTY_CELL = Rule(
    "empty_cell",
    "Received {received}, for which this column has an empty cell. Leave the cell empty.",
    summary="An empty cell says that there is nothing.",
    level=Level.WARNING,
)
DECOMPOSED = Rule(
    "decomposed",
    "In {received} a letter is not written as its usual single character, so a search may miss it.",
    summary="A letter is one character, with its accent.",
    level=Level.WARNING,
)
MARKUP = Rule(
    "markup",
    "{received} is marked up. Write plain text here.",
    summary="Text in a row is plain, and links are in their own columns.",
)
MARKED_LINK = Rule(
    "marked_link",
    "{received} is marked up. Write each link as `[title](address)`.",
    summary="A link is only a title and an address.",
)
AUTOLINK = Rule(
    "autolink",
    "GitHub makes a link of {received}, but this column has plain text. As plain text it is "
    "written {markdown}.",
    summary="Links are in their own columns.",
)
SHOWN_DIFFERENTLY = Rule(
    "shown_differently",
    "GitHub may show {received} as an emoji, a formula or a footnote. As plain text it is written "
    "{markdown}.",
    summary="GitHub shows a text as it is written.",
    level=Level.WARNING,
)
SPACE_AS_ENTITY = Rule(
    "space_as_entity",
    "In {received} an entity means a space at the edge or the end of a line, which no row can "
    "hold. Write plain spaces, and none at the edge.",
    summary="No cell has a space around it or a line end as an entity.",
)
ODD_SPACE = Rule(
    "odd_space",
    "The character {character} ({name}) is a space of another kind. Write a plain space.",
    summary="Spaces are plain spaces.",
    level=Level.WARNING,
)
INVISIBLE = Rule(
    "invisible",
    "The character {character} ({name}) is invisible. Take it out.",
    summary="No invisible characters.",
)
UNTITLED = Rule(
    "untitled",
    "The link {received} has no title, so nobody can see it.",
    summary="A link has a title.",
)
NO_LINK = Rule(
    "no_link",
    "A {name} is still needed. Write `[title](address)` in place of {received} once you know one.",
    summary="A row has the link which its list asks for.",
    level=Level.NOTE,
)
LINKS_CELL = Rule(
    "links_cell",
    "Received {received}. Write each link as `[title](address)`, with {separator} between two of "
    "them; without any, {without}.",
    summary="Links have a title and an address, and one separator between two of them.",
)
TOO_MANY_LINKS = Rule(
    "too_many_links",
    "There are {count} links. At most {limit} are allowed.",
    summary="A row has not too many links.",
)
LINK_TWICE = Rule(
    "link_twice",
    "{received} has the same address as a link before it. Keep one of the two.",
    summary="The links of a row have different addresses.",
    level=Level.WARNING,
)
ROW_TWICE = Rule(
    "row_twice",
    "{received} is in the list already, on line {line}. Keep one of the two rows.",
    summary="An entry has one row.",
)
NEARLY_TWICE = Rule(
    "nearly_twice",
    "{received} is nearly the same as {known} on line {line}. If they are one, keep one of them.",
    summary="Near-identical names are distinct entries.",
    level=Level.WARNING,
)
ROW_ORDER = Rule(
    "row_order",
    "{received} belongs before {known}. Move the row.",
    summary="The rows of a table are in order.",
    level=Level.WARNING,
)
OTHER_SECTION = Rule(
    "other_section",
    "{received} is in the section of another {section}. Move the row to {known}.",
    summary="A row is in its own section.",
)
