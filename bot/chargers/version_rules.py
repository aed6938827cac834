"""Rules for answers with OCPP versions."""

from bot.rules.rule import Rule

VERSION_AMBIGUOUS = Rule(
    "version_ambiguous",
    "Received {received}, but OCPP 1.6 has two forms. Did you mean `1.6J` (JSON, the usual one) or "
    "`1.6S` (SOAP)?",
    summary="OCPP 1.6 is 1.6J or 1.6S.",
)
VERSION_UNCLEAR = Rule(
    "version_unclear",
    "Received {received}, which says more than a version. Give only the versions that the {entry} "
    "speaks today, from {allowed}; put the rest in the notes.",
    summary="A version comes without other words.",
)
VERSION_ADDED = Rule(
    "version_added",
    "Received {received}. Give all versions that the {entry} speaks today, also those in the list, "
    "and no other words.",
)
VERSION_OTHER = Rule(
    "version_other",
    "Received {received}, but the list has no option for that version, only {allowed}. If the "
    "{entry} also speaks one of these, choose it and name the other one in the notes.",
    summary="A version is one of those in the list.",
)
VERSION_IN_NAME = Rule(
    "version_in_name",
    "Received {received}, with an OCPP version, which has a question of its own. Give the name "
    "alone.",
)
