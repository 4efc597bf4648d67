"""A picture of the figures, as SVG: bars with the least and the greatest of all rounds."""

import statistics
from html import escape

WIDTH, LABEL, BAR, GAP, HEAD = 760, 240, 18, 8, 34
OURS, OTHERS, INK, LINE = "#0b6e4f", "#9aa5b1", "#1f2933", "#52606d"


def svg(panels: list[tuple[str, list[tuple[str, list[float]]]]]) -> str:
    """Each panel is a title and rows of a label with its values; ours is the label in bold."""
    parts, y = [], 0
    for title, rows in panels:
        parts.append(_text(12, y + 22, title, size=14, bold=True))
        y += HEAD
        widest = max(max(values) for _, values in rows)
        for label, values in rows:
            parts += _bar(y, label, values, (WIDTH - LABEL - 90) / widest)
            y += BAR + GAP
        y += GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}"'
        f' height="{y}" font-family="system-ui, sans-serif">\n'
        f'<rect width="{WIDTH}" height="{y}" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _bar(y: float, label: str, values: list[float], scale: float) -> list[str]:
    ours = label.startswith("**")
    middle = statistics.median(values)
    low, high = (LABEL + value * scale for value in (min(values), max(values)))
    centre = y + BAR / 2
    parts = [
        _text(LABEL - 8, centre + 4, label.replace("**", ""), end=True, bold=ours),
        f'<rect x="{LABEL}" y="{y}" width="{max(1, middle * scale):.1f}" height="{BAR}"'
        f' fill="{OURS if ours else OTHERS}"/>',
        _text(high + 8, centre + 4, f"{middle:,.3g}"),
    ]
    if len(values) > 1:
        parts.append(
            f'<path d="M{low:.1f} {centre}H{high:.1f}M{low:.1f} {centre - 4}v8M{high:.1f}'
            f' {centre - 4}v8" stroke="{LINE}" fill="none"/>'
        )
    return parts


def _text(x: float, y: float, text: str, size: int = 12, end: bool = False, bold: bool = False):
    anchor = ' text-anchor="end"' if end else ""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{INK}"{anchor}{weight}>'
        f"{escape(text)}</text>"
    )
