"""Numbers as Markdown."""

import statistics
from collections.abc import Iterable


def table(head: list[str], rows: Iterable[list]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def spread(values: list[float]) -> str:
    """The median, and between which values the rounds were."""
    if len(values) == 1:
        return number(values[0])
    low, high = number(min(values)), number(max(values))
    return f"{number(statistics.median(values))} ({low}–{high})"


def outcomes(of: dict[str, int]) -> str:
    """What did not end well, in words."""
    bad = {kind: count for kind, count in of.items() if kind != "served"}
    return ", ".join(f"{count:,} {kind}" for kind, count in sorted(bad.items())) or "–"
