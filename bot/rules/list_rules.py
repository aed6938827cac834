"""Rules of the list: its rows, sections and table of contents."""

from bot.rules.rule import Level, Rule

MISSING_CHOICE = Rule(
    "missing_choice",
    "There is no answer here, but one is needed. Allowed are {allowed}.",
    summary="A row names at least one of what there is to choose from.",
)
LOOK_ALIKES = Rule(
    "look_alikes",
    "The part {received} mixes letters of several alphabets, which look alike but are not the same. Type it anew with one alphabet.",
    summary="A word has letters of one alphabet.",
    level=Level.WARNING,
)
ONLY_ALIKE = Rule(
    "only_alike",
    "Received {received}, in which a letter is another one than it looks like.",
    summary="What there is to choose from is written with its own letters.",
)
CELLS_MISSING = Rule(
    "cells_missing",
    "The row has {count} of {limit} cells. Give it one for each column, an empty one for no notes.",
    summary="A row has a cell for each column.",
)
TEXT_IN_TABLE = Rule(
    "text_in_table",
    "{received} runs into the table above, where GitHub shows it as a row. Put a blank line above it.",
    summary="A blank line parts a table from the text below it.",
)
CELLS_BEYOND = Rule(
    "cells_beyond",
    "{received} stands behind the last of the {limit} columns, where GitHub does not show it. Write a pipe that belongs to a text as `\\|`.",
    summary="Nothing stands behind the last column of a row.",
)
MISSPELT = Rule(
    "misspelt",
    "Received {received}, which programs that read the list would not know.",
    summary="Versions and ways to communicate are written and ordered in one way.",
)
UNTIDY = Rule(
    "untidy",
    "Received {received}, which the bot would write otherwise.",
    summary="Names, notes and sources are written as the bot would write them.",
    level=Level.WARNING,
)
DECOMPOSED = Rule(
    "decomposed",
    "In {received} a letter is not written as the one character that is usual for it, with its accent if it has one, so that a search may miss it.",
    summary="A letter with its accent is one character.",
    level=Level.WARNING,
)
MARKUP = Rule(
    "markup",
    "{received} is marked up. Write plain text, and links only in the column Source, as `[title](address)`.",
    summary="Text in a row is plain, and only sources are links.",
)
AUTOLINK = Rule(
    "autolink",
    "GitHub makes a link of {received}, but links belong in the column Source. As plain text it is written {markdown}.",
    summary="Only the column Source has links.",
)
SHOWN_OTHERWISE = Rule(
    "shown_otherwise",
    "GitHub may show {received} as an emoji, a formula or a footnote. As plain text it is written {markdown}.",
    summary="GitHub shows what is written.",
    level=Level.WARNING,
)
BLANK_AS_ENTITY = Rule(
    "blank_as_entity",
    "In {received} an entity stands for a blank at the edge or for the end of a line, which no row can hold. Write plain blanks, and none at the edge.",
    summary="No cell has a blank around it or a line end as an entity.",
)
UNTITLED = Rule(
    "untitled",
    "The link {received} has no title, so that nobody can see it.",
    summary="A source has a title.",
)
NO_SOURCE = Rule(
    "no_source",
    "A source is still needed. Write `[title](address)` for `Source needed!` once you know one.",
    summary="A row has a source.",
    level=Level.NOTE,
)
SOURCE_CELL = Rule(
    "source_cell",
    "Received {received}. Write each source as `[title](address)`, with ` \\| ` between two of them; without any source write `Source needed!`.",
    summary="Sources are links, with a pipe between two of them.",
)
TOO_MANY_SOURCES = Rule(
    "too_many_sources",
    "There are {count} sources. At most {limit} are allowed.",
    summary="A row has not too many sources.",
)
SOURCE_DOUBLED = Rule(
    "source_doubled",
    "{received} has the same address as a source before it. Keep one of the two.",
    summary="The sources of a row have different addresses.",
    level=Level.WARNING,
)
DOUBLED = Rule(
    "doubled",
    "{received} is in the list already, on line {line}. Keep one of the two rows.",
    summary="A charger has one row.",
)
NEARLY_DOUBLED = Rule(
    "nearly_doubled",
    "{received} is nearly the same as {known} on line {line}. If they are one, keep one of them.",
    summary="Two names that are nearly the same are those of two things.",
    level=Level.WARNING,
)
BRAND_DOUBLED = Rule(
    "brand_doubled",
    "The brand {received} has a section already, on line {line}. Join the two into one.",
    summary="A brand has one section.",
)
BRAND_IN_NO_ROW = Rule(
    "brand_in_no_row",
    "No model below begins with {received}. Correct the heading, or the models.",
    summary="The models of a brand begin with its name.",
    level=Level.WARNING,
)
NO_ROWS = Rule(
    "no_rows",
    "The table of {received} has no row. Put one below its header, or take the section out.",
    summary="A brand has a row.",
    level=Level.WARNING,
)
MODEL_ORDER = Rule(
    "model_order",
    "{received} belongs before {known}. Move the row.",
    summary="The models of a brand are in order.",
    level=Level.WARNING,
)
BRAND_ORDER = Rule(
    "brand_order",
    "{received} belongs before {known}. Move the section, and its line in the table of contents.",
    summary="Brands are in alphabetical order.",
    level=Level.WARNING,
)
COLUMNS = Rule(
    "columns",
    "The columns are {received}, so that the bot sees no brand here.",
    summary="Each table of the list has the same columns.",
)
TABLE_WITHOUT_BRAND = Rule(
    "table_without_brand",
    "This table has no brand. Put a heading `### Brand` above it.",
    summary="A table of chargers stands below the heading of a brand.",
)
RUNS_ON = Rule(
    "runs_on",
    "The table above runs into this heading. Put a blank line between them.",
    summary="A blank line parts a table from the next heading.",
    level=Level.WARNING,
)
TABLE_OUTSIDE = Rule(
    "table_outside",
    "This table has the columns of the list, but stands outside of it, where the bot does not see it. A brand has a heading `### Brand` below `## EV Charger List`.",
    summary="A table of chargers stands in the list.",
)
STRAY_ROW = Rule(
    "stray_row",
    "This looks like a row, but GitHub shows it in no table. Take out the blank line or comment above it, or the blanks or marks in front of it, or give the line below the header as many columns as the header has.",
    summary="A row stands in a table.",
)
OTHER_BRAND = Rule(
    "other_brand",
    "{received} stands in the section of another brand. Move the row to {known}.",
    summary="A model stands in the section of its brand.",
)
ODD_BLANK = Rule(
    "odd_blank",
    "The character {character} ({name}) is a blank of another kind. Write a plain blank.",
    summary="Blanks are plain blanks.",
    level=Level.WARNING,
)
INVISIBLE = Rule(
    "invisible",
    "The character {character} ({name}) shows nothing. Take it out.",
    summary="No character shows nothing.",
)
SIZE = Rule(
    "size",
    "The file has {count} bytes; {why} {limit}. Split the list.",
    summary="The page is not too large for GitHub.",
    level=Level.WARNING,
)
BROKEN = Rule("broken", "{told}", summary="The bot can edit the list.")
NO_CONTENTS = Rule(
    "no_contents",
    "The page has no table of contents. Put a list of links to its sections above the list, such as `- [EV Charger List](#ev-charger-list)`.",
    summary="The page has a table of contents.",
    level=Level.WARNING,
)
CONTENTS_DEAD = Rule(
    "contents_dead",
    "No heading has the anchor {received}. Correct the entry or take it out.",
    summary="An entry of the table of contents leads to a heading.",
)
CONTENTS_ELSEWHERE = Rule(
    "contents_elsewhere",
    "{received} leads to another heading than the entry says.",
    summary="An entry of the table of contents leads to the heading that it names.",
)
CONTENTS_DOUBLED = Rule(
    "contents_doubled",
    "{received} is in the table of contents already, on line {line}. Keep one of the two entries.",
    summary="A section has one entry in the table of contents.",
    level=Level.WARNING,
)
CONTENTS_MISSING = Rule(
    "contents_missing",
    "{received} is not in the table of contents. Add {entry}.",
    summary="Each brand and each section has an entry in the table of contents.",
    level=Level.WARNING,
)
CONTENTS_ORDER = Rule(
    "contents_order",
    "{received} comes before {known} in the page. Move the entry.",
    summary="The entries of the table of contents are in the order of the page.",
    level=Level.WARNING,
)
