"""Tables of Markdown."""

from collections.abc import Iterable, Sequence

from bot.render.quoting import in_one_line


def table(header: Sequence[str], rows: Iterable[Iterable[str]], numbers: int = 0) -> str:
    """A table whose cells are Markdown; the last `numbers` columns are aligned to the right."""
    delimiters = ["---"] * (len(header) - numbers) + ["---:"] * numbers
    first = f"| {' | '.join(header).lstrip()} |"  # of an empty cell at the start only one space
    return "\n".join([first, table_row(delimiters), *map(table_row, rows)])


def table_row(cells: Iterable[str]) -> str:
    """One row of a table."""
    return in_one_line(f"| {' | '.join(cells)} |")
