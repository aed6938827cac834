"""Where a new row or section goes: nothing else moves for it."""

from collections.abc import Sequence

from bot.document.cells import Cells
from bot.document.rows import Row
from bot.document.section import Section, Table
from bot.shape.list_file import ListEnd
from bot.shape.ordering import new_rows_go_to_top, place_in_order, row_order, section_key
from bot.shape.shape import Shape


def is_placeholder(row: Row) -> bool:
    """Whether a row names nothing, such as one of dots at the end; it stays where it is."""
    return not any(map(str.isalnum, row.name))


def says_nothing(row: Row) -> bool:
    """Whether a row is a placeholder in each of its cells."""
    return is_placeholder(row) and not any(map(str.isalnum, "".join(c.text for c in row.cells)))


def place_of_row(shape: Shape, cells: Cells, rows: Sequence[Row]) -> int:
    """The index at which a row with these cells goes among others.

    It is before the first that sorts after it, else at the end, above placeholders and rows whose
    place is not known.
    """
    end = len(rows)
    while end and is_placeholder(rows[end - 1]):
        end -= 1
    column, key = row_order(shape)
    if key is None:
        return 0 if new_rows_go_to_top(shape) else end
    own = key(cells[column].text)
    if own is None:
        return end
    for index, row in enumerate(rows[:end]):
        other = key(row.text(column))
        if other is not None and other > own and not is_placeholder(row):
            return index
    while end and key(rows[end - 1].text(column)) is None:
        end -= 1
    return end


def place_after_change(shape: Shape, cells: Cells, row: Row, rows: Sequence[Row]) -> int:
    """The index at which a changed row goes among the others: where it is, if in order there."""
    here = rows.index(row)
    column, key = row_order(shape)
    if key is None or cells[column].text == row.text(column):
        return here
    others = [*rows[:here], *rows[here + 1 :]]
    own = key(cells[column].text)
    if own is None:
        return here
    keys = [key(other.text(column)) for other in others]
    before = [other for other in keys[:here] if other is not None]
    after = [other for other in keys[here:] if other is not None]
    if (not before or before[-1] <= own) and (not after or after[0] >= own):
        return here
    return place_of_row(shape, cells, others)


def table_for(shape: Shape, section: Section, cells: Cells) -> Table:
    """The table of a section to which a row belongs: that of the row it would follow in order."""
    if len(section.tables) == 1:
        return section.tables[0]
    column, key = row_order(shape)
    if key is None:
        return section.tables[0 if new_rows_go_to_top(shape) else -1]
    own = key(cells[column].text)
    found, nearest = section.tables[0], None
    for table in section.tables:
        for row in table.rows:
            other = key(row.text(column))
            if own is None or other is None or other > own:
                continue
            if nearest is None or other > nearest:
                found, nearest = table, other
    return found


def place_of_section(shape: Shape, name: str, others: Sequence[str]) -> int:
    """The index at which a new section, or its entry in the contents, goes among the others."""
    key = section_key(shape)
    if key is None:
        return 0 if shape.file.order.sections is ListEnd.TOP else len(others)
    return place_in_order(key(name), list(map(key, others)))
