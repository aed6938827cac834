"""Rules of the list: its place in the page, its sections and table of contents."""

from bot.rules.rule import Level, Rule

# The page and the list in it. Each keeps the bot from editing anything.

MERGE_CONFLICT = Rule(
    "merge_conflict",
    "A merge conflict is left here. Keep the right one of its sides, and delete the lines with "
    "marks.",
    summary="No merge conflict is left in the page.",
)
NO_TEXT = Rule("no_text", "This line is not UTF-8.", summary="The page is UTF-8.")
UNCLOSED_CODE = Rule(
    "unclosed_code",
    "The block of code which begins here has no end, so GitHub shows all below it as code. Put a "
    "line of backticks or tildes after it.",
    summary="A block of code before the list, or in it, has an end.",
)
NO_LIST_HEADING = Rule(
    "no_list_heading",
    "There is no heading {heading}, below which the list is expected.",
    summary="The list is below its heading.",
)
OTHER_LIST_HEADING = Rule(
    "other_list_heading",
    "The list is expected below a heading {heading}, and the page has {known}. Rename the heading "
    "of the list, or change `heading` in `.github/list.yml`.",
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
OTHER_HEADER = Rule(
    "other_header",
    "The header of this table is {received}, and `.github/list.yml` has {header}. Make them the "
    "same.",
    summary="A table has the columns of the list.",
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
SECOND_TABLE = Rule(
    "second_table",
    "This is a second table of the list, which has no sections. Join the two into one.",
    summary="A list without sections has one table.",
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
SECTION_MISNAMED = Rule(
    "section_misnamed",
    "{received} has a section on line {line}, and the names below begin with {known}. Correct this "
    "heading.",
    summary="A section is in the list once, under its own name.",
)
SECTION_COUNT = Rule(
    "section_count",
    "{received} is more than a name.",
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
NESTED_TABLE = Rule(
    "nested_table",
    "This table is inside a list or a quote, where the bot does not edit it. Take out the spaces "
    "or marks in front of its lines.",
    summary="A table of the list is in no quote, and in no list of bullets.",
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
