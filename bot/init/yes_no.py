"""A column of yes and no, and what it shows for each."""

from collections.abc import Iterable

from bot.init.values import ColumnValues, most_common
from bot.shape.yes_no import no_beside, yes_or_no

_NEARLY_ALL = 0.95


def meanings(keys: Iterable[str]) -> dict[str, bool | None]:
    """Whether each value of a column is a yes; None for what is neither."""
    meaning = {key: yes_or_no(key) for key in keys}
    has_yes = True in meaning.values()
    for key in meaning:
        if key.casefold() == "x":  # a tick, unless there is another mark for yes
            meaning[key] = not has_yes
        elif key == "×" and has_yes:
            meaning[key] = False
    return meaning


def shown_for_yes_no(column: ColumnValues) -> dict[str, str] | None:
    """What the cells of a column show for Yes and No; None for a column of anything else.

    Without No, an empty cell means it.
    """
    meaning = meanings(column.counts)
    known = sum(column.counts[key] for key, is_yes in meaning.items() if is_yes is not None)
    if column.share(known) < _NEARLY_ALL or True not in meaning.values():
        return None
    addresses: set[str] = set()
    for value in column.filled:
        if meaning[value.key] is not None:
            addresses.update(value.cell.addresses)
    if len(addresses) > 1:
        return None  # links, each called by a mark or a letter such as x
    yes = most_common(v.markdown for v in column.filled if meaning[v.key] is True)
    no = most_common(v.markdown for v in column.filled if meaning[v.key] is False)
    if not no and not column.has_gaps:
        no = no_beside(yes) or ""
    return {"Yes": yes, "No": no} if no else {"Yes": yes}
