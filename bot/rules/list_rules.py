"""Rules of the list: its place in the page, its sections, rows and table of contents.

The facts `entry`, `section` and `cells` are words of list.yml, and are not quoted.
"""

from bot.rules.rule import Level, Rule

# The page and the list in it. Each keeps the bot from editing anything.

MERGE_CONFLICT = Rule(
    "merge_conflict",
    "A merge conflict is left here. Keep the right one of its sides, and delete the lines with "
    "marks.",
    summary="No merge conflict is left in the page.",
)
NO_TEXT = Rule("no_text", "This line is not UTF-8.", summary="The page is UTF-8.")
NO_LIST_HEADING = Rule(
    "no_list_heading",
    "There is no heading {heading}, below which the list is expected.",
    summary="The list is below its heading.",
)
LIST_HEADING_TWICE = Rule(
    "list_heading_twice",
    "The heading {heading} of the list is there twice. Keep one.",
    summary="The page has one list.",
)
LIST_HEADING_LEVEL = Rule(
    "list_heading_level",
    "The list ends at once, since the next heading is of the same level. Write {heading} here.",
    summary="The heading of the list is above those of its sections.",
)
NO_TABLE = Rule(
    "no_table",
    "The list has no table with the header {header}.",
    summary="The list has a table.",
)
SIZE = Rule(
    "size",
    "The file has {count} bytes; {why} {limit}. Split the list.",
    summary="The page is not too large for GitHub.",
    level=Level.WARNING,
)

# Sections. Each error keeps the bot from editing this section only.

TWO_TABLES = Rule(
    "two_tables",
    "The section {received} has two tables. Join them into one, or give this one a heading of its "
    "own.",
    summary="A section has one table, or a sub-heading for each.",
)
SECTION_LEVEL = Rule(
    "section_level",
    "This heading is on another level than those of the other sections. Write {heading}.",
    summary="The headings of all sections have one level.",
)
SECTION_TWICE = Rule(
    "section_twice",
    "The {section} {received} has a section already, on line {line}. Join the two into one.",
    summary="A section is in the list once.",
)
SECTION_COUNT = Rule(
    "section_count",
    "The count in {received} is no part of the name. Write {suggestion}.",
    summary="A heading is only the name of its section.",
    level=Level.WARNING,
)
COLUMNS = Rule(
    "columns",
    "The columns are {received}, so this is no table of the list.",
    summary="Each table of the list has the same columns.",
)
STRAY_ROW = Rule(
    "stray_row",
    "This looks like a row, but GitHub shows it in no table. Take out the empty line or comment "
    "above it, or the spaces or marks in front of it, or give the line below the header as many "
    "columns as the header has.",
    summary="A row is in a table.",
)
FENCED_ROWS = Rule(
    "fenced_rows",
    "These rows are in a block of code, where GitHub shows them as text. Take out the lines with "
    "backticks or tildes around them.",
    summary="A row is in no block of code.",
)
HTML_TABLE = Rule(
    "html_table",
    "This is HTML, and the bot edits Markdown only. Write the table with pipes.",
    summary="A table of the list is written in Markdown.",
)
TABBED_ROWS = Rule(
    "tabbed_rows",
    "These values are separated by tabs, where GitHub shows no table. Write them with pipes, below "
    "a header and a line of hyphens.",
    summary="The cells of a row are separated by pipes.",
)
TABLE_WITHOUT_SECTION = Rule(
    "table_without_section",
    "This table has no heading of its own. Put one above it, such as {heading}.",
    summary="A table of the list is below the heading of its section.",
)
TABLE_OUTSIDE = Rule(
    "table_outside",
    "This table has the columns of the list, but is outside of it, where the bot does not see it. "
    "Give it a heading such as {suggested} below {heading}.",
    summary="A table of the list is in the list.",
)
NO_TABLE_IN_SECTION = Rule(
    "no_table_in_section",
    "{received} is a heading of the list, but has no table. Put a header and a line of hyphens "
    "below it.",
    summary="A section has a table.",
)
FOREIGN_ROWS = Rule(
    "foreign_rows",
    "{received} is in the section {known}. Give its rows a section of their own first.",
    summary="A row is in the section of its name.",
)
NAME_IN_NO_ROW = Rule(
    "name_in_no_row",
    "No name below begins with {received}. Correct the heading, or the names.",
    summary="The names of a section begin with its heading.",
    level=Level.WARNING,
)
NO_ROWS = Rule(
    "no_rows",
    "The table of {received} has no row. Put one below its header, or take the section out.",
    summary="A section has a row.",
    level=Level.WARNING,
)
SECTION_ORDER = Rule(
    "section_order",
    "{received} belongs before {known}. Move the section, and its line in the table of contents.",
    summary="Sections are in order.",
    level=Level.WARNING,
)
RUNS_ON = Rule(
    "runs_on",
    "The table above runs into this heading. Put an empty line between them.",
    summary="An empty line separates a table from the next heading.",
    level=Level.WARNING,
)
TEXT_ABOVE_TABLE = Rule(
    "text_above_table",
    "GitHub shows the table below this line, but other readers of Markdown do not. Put an empty "
    "line between them.",
    summary="An empty line separates a table from the text above it.",
    level=Level.NOTE,
)

# Rows and their cells.

CELLS_MISSING = Rule(
    "cells_missing",
    "The row has {count} of {limit} cells. Give it one for each column, an empty one for nothing.",
    summary="A row has a cell for each column.",
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
    "There is no answer here, but one is needed. Allowed are {allowed}.",
    summary="A row names at least one of the choices.",
)
UNKNOWN_SPELLING = Rule(
    "unknown_spelling",
    "Received {received}, which programs reading the list would not know.",
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
    summary="Names, notes and links are written in one way.",
    level=Level.WARNING,
)
WORD_FOR_NOTHING = Rule(
    "word_for_nothing",
    "Received {received}, which only says that there is nothing to say. Please {without}.",
    summary="Notes say something.",
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
    "A source is still needed. Write `[title](address)` in place of {received} once you know one.",
    summary="A row has a source.",
    level=Level.NOTE,
)
LINKS_CELL = Rule(
    "links_cell",
    "Received {received}. Write each link as `[title](address)`, with ` \\| ` between two of "
    "them; without any, {without}.",
    summary="Links have a title and an address, and a pipe between two of them.",
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

# The table of contents.

NO_CONTENTS = Rule(
    "no_contents",
    "The page has no table of contents. Put a list of links to its sections above the list, such "
    "as {suggested}.",
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
    summary="An entry of the table of contents leads to the heading it names.",
)
CONTENTS_TWICE = Rule(
    "contents_twice",
    "{received} is in the table of contents already, on line {line}. Keep one of the two entries.",
    summary="A section has one entry in the table of contents.",
    level=Level.WARNING,
)
CONTENTS_MISSING = Rule(
    "contents_missing",
    "{received} is not in the table of contents. Add {line}.",
    summary="Each section has an entry in the table of contents.",
    level=Level.WARNING,
)
CONTENTS_ORDER = Rule(
    "contents_order",
    "{received} comes before {known} in the page. Move the entry.",
    summary="The entries of the table of contents are in the order of the page.",
    level=Level.WARNING,
)
