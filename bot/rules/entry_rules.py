"""Rules for sections, entries and corrections, held against the list."""

from bot.rules.rule import Rule

# Sections, held against the list.

HEADING_TAKEN = Rule(
    "heading_taken",
    "{received} is already a heading in the list, but no {section}. Give the name of a {section}; "
    "if this is one, a maintainer must change the heading first.",
)
SECTION_CLOSE = Rule("section_close", "{received} is not in the list.")
SECTION_UNKNOWN = Rule("section_unknown", "{received} is not in the list.")
NO_SUCH_SECTION = Rule(
    "no_such_section", "Received {received}, which is not in the list. Allowed are {allowed}."
)
SEVERAL_SECTIONS = Rule(
    "several_sections",
    "Received {received}, which names several {sections}. Keep one here, and fill in a new form "
    "for each of the others, with its own {many}.",
    needs_issues=True,
)

# Entries, held against the list.

ENTRY_UNKNOWN = Rule("entry_unknown", "{received} is not in the list.")
ENTRY_ELSEWHERE = Rule(
    "entry_elsewhere", "Received {received}, but the list has {known} under {suggestion}."
)
SEVERAL_ROWS = Rule(
    "several_rows",
    "Several rows are called {received}. Put ` | ` and a value of the one you mean after the name.",
)
SEVERAL_ENTRIES = Rule(
    "several_entries",
    "Received {received}, which names several entries. Keep one here, and fill in a new form for "
    "each of the others.",
    needs_issues=True,
)
ALL_ENTRIES = Rule(
    "all_entries",
    "Received {received}, which names no single {entry}. A correction is for one {entry}: give its "
    "name here, and fill in a new form for each of the others.",
    needs_issues=True,
)
NAME_OF_OTHER_SECTION = Rule(
    "name_of_other_section",
    "Received {received}, which begins with another {section} in the list, {known}. Keep the "
    "{many} of one {section} here, and fill in a new form for the others.",
    needs_issues=True,
)
SECTION_INSIDE = Rule(
    "section_inside",
    "Received {received}, which has words in front of the {section} {known}. Give the name of "
    "the {entry} alone.",
)
LEGAL_FORM = Rule(
    "legal_form",
    "Received {received}, with the legal form of a company. Leave it out.",
    insist="If the names of its {many} really include it, write each like {insisted}.",
)
NAME_IN_SECTION = Rule(
    "name_in_section",
    "Received {received}, which ends with the name of the {entry}. Give the {section} alone.",
    insist="If it is really called so, write the {entry} with all of it: {insisted}.",
)
SECTION_MISSPELT = Rule(
    "section_misspelt",
    "Received {received}, which begins with something like the {section} {known}.",
    insist="If yours is right, write {insisted}.",
)

# Corrections.

CONTRADICTION = Rule(
    "contradiction",
    "Received {kind}, which needs no other answer, but there is one for {fields}. Clear it, or "
    "choose another kind of correction.",
)
LINKS_OF_REMOVAL = Rule(
    "links_of_removal",
    "Received {kind}, which needs no other answer, but there is one for {fields}. Put the address"
    " that proves it under {place}, or choose another kind of correction.",
)
NO_DETAILS = Rule(
    "no_details",
    "Received {kind}, but nothing to change. Fill in at least one of {fields}. For another "
    "kind of correction, choose {rename} or {removal}.",
)
NAME_WITHOUT_RENAMING = Rule(
    "name_without_renaming",
    "Received {kind}, but also the new name {received}. To give the entry that name, choose "
    "{other}; the details can change with it. Else clear the new name.",
)
NAME_TAKEN = Rule(
    "name_taken",
    "{received} is in the list already. If the two are one {entry}, choose {removal} for the "
    "wrong one; else give another name.",
)
NEW_NAME_OF_OTHER_SECTION = Rule(
    "new_name_of_other_section",
    "Received {received}, which begins with another {section} in the list, {known}. To move an "
    "entry there, remove it here and add it to {known} with a new form; else give the name "
    "without that {section}.",
    needs_issues=True,
)
SECTION_SPELLING = Rule(
    "section_spelling",
    "Received {received}, which differs only in the spelling of the {section}. The heading in the "
    "list has it as {known}: a maintainer changes the heading, and the names with it.",
    for_maintainer=True,
)
NOTES_OF_NOTHING = Rule(
    "notes_of_nothing",
    "Received {received}, which changes nothing. Write `-` to empty this cell of the {entry}, "
    "or fill in what should change.",
)
NOTES_OF_ADDRESS = Rule(
    "notes_of_address",
    "Received {received}, which is only a web address. Give it under {links}, and here in words "
    "what matters, if anything.",
)
NOTES_OF_OPTION = Rule(
    "notes_of_option",
    "Received {received}, which answers {place}. Choose it there, and write here only what else "
    "matters, if anything.",
)
NOTES_OF_REQUEST = Rule(
    "notes_of_request",
    "Received {received}, which would become the notes. Write `-` to empty the notes of the "
    "{entry}, or the notes as they should be.",
)
ADDING_SOURCE = Rule(
    "adding_source",
    "Received {received}. Sources given here take the place of the old ones. To keep an old one, "
    "give it here too, on a line of its own: {old}. Else give the new address alone.",
)
LAST_OF_LIST = Rule(
    "last_of_list",
    "{received} is the last entry of the whole list, which only a maintainer can remove.",
    for_maintainer=True,
)
