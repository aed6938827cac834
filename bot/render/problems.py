"""The sentence for each mistake: what was received, what is allowed, and the nearest right value."""

from collections.abc import Callable

from bot.document.anchors import slug
from bot.document.parse import LIST_HEADING
from bot.forms.problem import Fact, Problem
from bot.names.cleaning import NAME_MARKS
from bot.render.quoting import code, listed, neutralize, reveal_invisible

_MIXED = "mixes letters of several alphabets, which look alike but are not the same. Type it anew with one alphabet."
_NAME_RULE = f"A name has letters, digits, spaces and {code(NAME_MARKS)}."

SENTENCES = {
    "missing": "There is no answer here, but one is needed.",
    "missing_choice": "There is no answer here, but one is needed. Allowed are {allowed}.",
    "several_lines": "Received {received}, which has several lines. Only one line fits here.",
    "too_long": "Received {received}, which has {length} characters. At most {limit} are allowed.",
    "too_many": "Received {count} lines. At most {limit} are allowed; put the others into another issue.",
    "too_many_choices": "Received {count} words, but there are only a few to choose from. Name each of them once.",
    "forbidden": "Received {received}. These characters are not allowed: {characters}. "
    + _NAME_RULE,
    "no_letters": "Received {received}, which has no letter or digit. Give a name that has one.",
    "mixed_scripts": "Received {received}. The part {word} " + _MIXED,
    "look_alikes": "The part {received} " + _MIXED,
    "only_alike": "Received {received}, in which a letter is another one than it looks like.",
    "version_ambiguous": "Received {received}, but there are two. Did you mean `1.6J` (JSON, the usual one) "
    "or `1.6S` (SOAP)?",
    "unknown_choice": "Received {received}. Allowed are {allowed}.",
    "address_unread": "Received {received}. Give each source one address, which begins with `https://` or `http://`, "
    "alone or as `[title](address)`.",
    "address_scheme": "Received {received}. An address begins with `https://` or `http://`.",
    "address_user": "Received {received}, which holds a user name. Give the address without it.",
    "address_port": "Received {received}, which names a port. Give a public address without one.",
    "address_host": "Received {received}, which is on no public host. Give an address with a host name such as "
    "`www.example.com`.",
    "label_twice": "The heading `### {field}` is in the issue more than once, so nobody can tell which answer counts. "
    "Keep one of them.",
    "label_misplaced": "The heading `### {field}` comes after `### {before}`. Put the answers into the form's order.",
    "fence_open": "A line of {fence} opens a block of code that never ends, so the answers below it cannot be read. "
    "Take the line out, or close the block with the same line.",
    "heading_taken": "{received} is already a heading in the list, but no brand. A maintainer must look at this.",
    "brand_close": "{received} is not in the list.",
    "brand_unknown": "{received} is not in the list.",
    "entry_unknown": "{received} is not in the list.",
    "model_is_brand": "Received {received}, which is only the brand. Give the name of the model too.",
    "several_in_one": "Received {received}, which names several models. Write one on each line.",
    "name_taken": "{received} is in the list already.",
    "contradiction": "There is an answer here, but {kind} needs none. Clear it, or choose another kind of correction.",
    "no_details": "Received {kind}, but nothing to change. Fill in at least one of the fields for OCPP versions, "
    "communication, notes or sources.",
    "last_of_list": "{received} is the last entry of the whole list, which only a maintainer can remove.",
    "wrong_form": 'The issue has the label {labels}, but it was made with the form "{name}". A maintainer can change '
    "the label; or open a new issue with the right form.",
    "several_kinds": "The issue has the labels {labels}, of which only one can be right. A maintainer can take the "
    "others off.",
    "cells_missing": "The row has {count} of {limit} cells. Give it one for each column, an empty one for no notes.",
    "text_in_table": "{received} runs into the table above, where GitHub shows it as a row. Put a blank line above it.",
    "cells_beyond": "{received} stands behind the last of the {limit} columns, where GitHub does not show it. Write a "
    "pipe that belongs to a text as `\\|`.",
    "misspelt": "Received {received}, which programs that read the list would not know.",
    "untidy": "Received {received}, which the bot would write otherwise.",
    "decomposed": "In {received} a letter is not written as the one character that is usual for it, with its accent if "
    "it has one, so that a search may miss it.",
    "markup": "{received} is marked up. Write plain text, and links only in the column Source, as `[title](address)`.",
    "autolink": "GitHub makes a link of {received}, but links belong in the column Source. As plain text it is written "
    "{markdown}.",
    "shown_otherwise": "GitHub may show {received} as an emoji, a formula or a footnote. As plain text it is written "
    "{markdown}.",
    "blank_as_entity": "In {received} an entity stands for a blank at the edge or for the end of a line, which no row "
    "can hold. Write plain blanks, and none at the edge.",
    "untitled": "The link {received} has no title, so that nobody can see it.",
    "no_source": "A source is still needed. Write `[title](address)` for `Source needed!` once you know one.",
    "source_cell": "Received {received}. Write each source as `[title](address)`, with ` \\| ` between two of them; "
    "without any source write `Source needed!`.",
    "too_many_sources": "There are {count} sources. At most {limit} are allowed.",
    "source_doubled": "{received} has the same address as a source before it. Keep one of the two.",
    "doubled": "{received} is in the list already, on line {line}. Keep one of the two rows.",
    "nearly_doubled": "{received} is nearly the same as {known} on line {line}. If they are one, keep one of them.",
    "brand_doubled": "The brand {received} has a section already, on line {line}. Join the two into one.",
    "brand_in_no_row": "No model below begins with {received}. Correct the heading, or the models.",
    "no_rows": "The table of {received} has no row. Put one below its header, or take the section out.",
    "model_order": "{received} belongs before {known}. Move the row.",
    "brand_order": "{received} belongs before {known}. Move the section, and its line in the table of contents.",
    "columns": "The columns are {received}, so that the bot sees no brand here.",
    "table_without_brand": "This table has no brand. Put a heading `### Brand` above it.",
    "runs_on": "The table above runs into this heading. Put a blank line between them.",
    "table_outside": "This table has the columns of the list, but stands outside of it, where the bot does not see it. "
    f"A brand has a heading `### Brand` below `## {LIST_HEADING}`.",
    "stray_row": "This looks like a row, but GitHub shows it in no table. Take out the blank line or comment above "
    "it, or the blanks or marks in front of it, or give the line below the header as many columns as the header has.",
    "other_brand": "{received} stands in the section of another brand. Move the row to {known}.",
    "odd_blank": "The character {character} ({name}) is a blank of another kind. Write a plain blank.",
    "invisible": "The character {character} ({name}) shows nothing. Take it out.",
    "size": "The file has {count} bytes; {why} {limit}. Split the list.",
    "broken": "{told}",
    "no_contents": "The page has no table of contents. Put a list of links to its sections above the list, such as "
    f"`- [{LIST_HEADING}](#{slug(LIST_HEADING)})`.",
    "contents_dead": "No heading has the anchor {received}. Correct the entry or take it out.",
    "contents_elsewhere": "{received} leads to another heading than the entry says.",
    "contents_doubled": "{received} is in the table of contents already, on line {line}. Keep one of the two entries.",
    "contents_missing": "{received} is not in the table of contents. Add {entry}.",
    "contents_order": "{received} comes before {known} in the page. Move the entry.",
}


def sentence(problem: Problem, quoted: Callable[[str], str] = neutralize) -> str:
    """What is wrong, in Markdown, without the name of the field; a fault of the list is `quoted`
    in it.
    """
    facts = {
        name: quoted(str(fact)) if name == "told" else _shown(name, fact)
        for name, fact in problem.facts.items()
    }
    text = SENTENCES[problem.code].format(field=problem.field, **facts)
    match problem.facts.get("near") or problem.facts.get("suggestion"):
        case str(near) if near:
            return f"{text} Did you mean {code(near)}?"
        case tuple(names) if names:
            return f"{text} The nearest {'is' if len(names) == 1 else 'are'} {listed([code(name) for name in names])}."
        case "" if problem.code == "untidy":  # notes that are used as none
            return f"{text} Leave the cell empty."
    return text


def problem_line(problem: Problem) -> str:
    """A list item for a problem."""
    return (
        f"- **{problem.field}**: {sentence(problem)}" if problem.field else f"- {sentence(problem)}"
    )


def told(problem: Problem, quoted: Callable[[str], str] = reveal_invisible) -> str:
    """The problem on one line, with the name of its field: as plain text, unless it is `quoted`
    for another place.
    """
    text = sentence(problem, quoted)
    return f"{problem.field}: {text}" if problem.field else text


def _shown(name: str, fact: Fact) -> str:
    match fact:
        case int():
            return f"{fact:,}"
        case tuple():
            return listed([code(word) for word in fact])
        case _ if name == "characters":
            return " ".join(code(char) for char in fact[:20])
        case _:
            return fact if name in {"before", "name", "why"} else code(fact)
