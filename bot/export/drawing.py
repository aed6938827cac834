"""Charts as figures of HTML with inline SVG, whose colours are those of the page's style."""

from collections.abc import Iterator

from bot.export.charts import Chart, Group
from bot.export.markup import html_text

# Units of the SVG, which are pixels on a phone.
_WIDTH, _ROW, _HEAD = 360, 30, 24
_NAMES = 132  # the width for names of groups
_LETTERS = 15  # as many fit into it
_SPACE_FOR_NUMBER = 16
_DARKEST = 0.6  # of a tile, so that the number on it can be read


def figure(chart: Chart, identity: str) -> str:
    """A picture with its title, its gist in a sentence, and the numbers as a table."""
    height = _HEAD + _ROW * len(chart.groups)
    summary = _summary(chart)
    draw, legend = _tiles, ""
    if chart.is_partition:
        draw = _bars
        for number, name in enumerate(chart.series):
            legend += f'<li><span class="swatch s{number}"></span>{html_text(name)}</li>'
        legend = f'<ul class="legend">{legend}</ul>'
    return (
        f'<figure><figcaption id="{identity}"><h3>{html_text(chart.title)}</h3>'
        f"<p>{html_text(summary)}</p></figcaption>"
        f"{legend}"
        f'<svg role="img" aria-labelledby="{identity}-title {identity}-text" '
        f'viewBox="0 0 {_WIDTH} {height}">'
        f'<title id="{identity}-title">{html_text(chart.title)}</title>'
        f'<desc id="{identity}-text">{html_text(summary)}</desc>'
        f"{''.join(draw(chart))}</svg>{_table(chart)}</figure>"
    )


def _summary(chart: Chart) -> str:
    everything = chart.groups[0]
    parts = []
    for name, count in zip(chart.series, everything.counts, strict=True):
        percent = 100 * count / (everything.total or 1)
        parts.append(f"{name}: {count:,} ({percent:.0f}%)")
    return f"Of {everything.total:,} {chart.entries}: {', '.join(parts)}."


def _name(group: Group, y: float) -> str:
    return (
        f'<text x="0" y="{y}">{html_text(_cut(group.name, _LETTERS))}</text>'
        f'<text class="total" x="{_NAMES - 8}" y="{y}">{group.total:,}</text>'
    )


def _bars(chart: Chart) -> Iterator[str]:
    """A bar for each group, divided by the shares of the series."""
    width = _WIDTH - _NAMES
    for row, group in enumerate(chart.groups):
        top = _HEAD + row * _ROW
        y = top + _ROW / 2
        yield _name(group, y)
        left = float(_NAMES)
        for number, count in enumerate(group.counts):
            if not count:
                continue
            share = width * count / group.total
            yield (
                f'<rect class="s{number}" x="{left:.1f}" y="{top + 4}" width="{share:.1f}" '
                f'height="{_ROW - 8}"/>'
            )
            if share >= _SPACE_FOR_NUMBER + 6 * (len(f"{count:,}") - 1):
                x = left + share / 2
                yield f'<text class="n{number}" x="{x:.1f}" y="{y}">{count:,}</text>'
            left += share
    yield f'<text class="scale" x="{_NAMES}" y="{_HEAD / 2}">0%</text>'
    yield f'<text class="scale end" x="{_WIDTH}" y="{_HEAD / 2}">100%</text>'


def _tiles(chart: Chart) -> Iterator[str]:
    """A tile for each group and series, the darker the larger its share of the group."""
    step = (_WIDTH - _NAMES) / len(chart.series)
    letters = max(int(step / 7), 2)
    for number, name in enumerate(chart.series):
        x, short = _NAMES + step * (number + 0.5), html_text(_cut(name, letters))
        yield f'<text class="series" x="{x:.1f}" y="{_HEAD / 2}">{short}</text>'
    for row, group in enumerate(chart.groups):
        top = _HEAD + row * _ROW
        y = top + _ROW / 2
        yield _name(group, y)
        for number, count in enumerate(group.counts):
            left = _NAMES + step * number
            share = _DARKEST * count / (group.total or 1)
            yield (
                f'<rect class="tile" x="{left + 1:.1f}" y="{top + 2}" width="{step - 2:.1f}" '
                f'height="{_ROW - 4}" rx="3" fill-opacity="{max(share, 0.04):.2f}"/>'
            )
            if count:
                x = left + step / 2
                yield f'<text class="count" x="{x:.1f}" y="{y}">{count:,}</text>'


def _cut(name: str, letters: int) -> str:
    """The name, or as much of it as has so many letters with a mark for the rest."""
    return name if len(name) <= letters else name[: letters - 1].rstrip() + "…"


def _table(chart: Chart) -> str:
    heads = "".join(f'<th scope="col">{html_text(name)}</th>' for name in ("All", *chart.series))
    rows = []
    for group in chart.groups:
        cells = "".join(f"<td>{count:,}</td>" for count in (group.total, *group.counts))
        rows.append(f'<tr><th scope="row">{html_text(group.name)}</th>{cells}</tr>')
    return (
        "<details><summary>The numbers</summary>"
        f'<div class="numbers"><table><thead><tr><td></td>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div></details>"
    )
