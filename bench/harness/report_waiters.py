"""The tables of those who wait."""

import statistics

from harness.contenders import HTTP, Contender
from harness.tables import number, outcomes, spread, table


def of(result: dict, name: str) -> list[dict]:
    return [launch for launch in result["launches"] if launch["contender"] == name]


def present(result: dict, runs: str = "many") -> list[Contender]:
    return [contender for contender in HTTP if holds(result, contender.name, runs)]


def holds(result: dict, name: str, runs: str) -> list[dict]:
    return [launch[runs] for launch in of(result, name) if runs in launch]


def seconds(result: dict, name: str, runs: str) -> list[float]:
    return [hold["seconds"] for hold in holds(result, name, runs)]


def losses(result: dict, name: str, runs: str) -> str:
    """How many were served, when that is not all of them."""
    served = min(hold["of"].get("served", 0) for hold in holds(result, name, runs))
    return "" if served == result["waiters"] else f" (only {served:,})"


def rss_each(hold: dict) -> float:
    return (hold["rssHeldKiB"] - hold["rssIdleKiB"]) / hold["waiters"]


def heap_each(hold: dict) -> float | None:
    if hold.get("heapHeldKiB") is None or hold.get("heapIdleKiB") is None:
        return None
    return (hold["heapHeldKiB"] - hold["heapIdleKiB"]) / hold["waiters"]


def waiting(result: dict) -> str:
    parts = []
    for runs, title in (
        ("many", f"{result['waiters']:,} callers wait for as many runs:"),
        ("one", f"{result['waiters']:,} callers wait for the same run:"),
    ):
        parts += [title, _held_table(result, runs)]
    parts += [
        "Single requests meanwhile, p50 / p99 in ms before and while all were held:",
        _probe_table(result),
        "Callers hang up; long polls that are left at Temporal five seconds later:",
        table(
            ["contender", "callers", "polls while they waited", "left"],
            [
                [c.label, f"{hung['waiters']:,}", f"{hung['polls']:,}", f"{hung['pollsLeft']:,}"]
                for c in present(result)
                for hung in holds(result, c.name, "hungUp")
            ],
        ),
    ]
    return "\n\n".join(parts)


def limited(result: dict) -> str:
    rows = []
    for c in present(result):
        for runs, words in (("limitedMany", "as many runs"), ("limitedOne", "one run")):
            for hold in holds(result, c.name, runs):
                rows.append(
                    [
                        c.label,
                        f"{hold['waiters']:,} for {words}",
                        f"{hold['of'].get('served', 0):,}",
                        outcomes(hold["of"]),
                        f"{hold['stub']['peak']:,}",
                        f"{hold['stub']['refused']:,}",
                        number(hold["seconds"]),
                        f"{number(hold['p50'])} / {number(hold['p99'])}",
                    ]
                )
    head = ["contender", "callers", "served", "not served", "most polls", "polls refused"]
    return table([*head, "s to serve all", "p50 / p99 ms"], rows)


def dev_server(result: dict) -> str:
    rows = []
    for runs, words in (("one", "one run"), ("many", "as many runs")):
        for c in present(result):
            for launch in of(result, c.name):
                hold = launch[runs]
                rows.append(
                    [
                        f"{hold['waiters']:,} for {words}",
                        c.label,
                        f"{hold['of'].get('served', 0):,}",
                        outcomes(hold["of"]),
                        number(hold["seconds"]),
                        f"{number(hold['p50'])} / {number(hold['p99'])}",
                    ]
                )
    head = ["callers", "contender", "served", "not served", "s to serve all"]
    return table([*head, "p50 / p99 ms after the run closed"], rows)


def _held_table(result: dict, runs: str) -> str:
    rows = []
    for c in present(result, runs):
        found = holds(result, c.name, runs)
        heap = [heap for heap in map(heap_each, found) if heap is not None]
        rows.append(
            [
                c.label,
                f"{min(hold['held'] for hold in found):,}",
                f"{min(hold['of'].get('served', 0) for hold in found):,}",
                " / ".join(sorted({outcomes(hold["of"]) for hold in found})),
                spread([hold["holdSeconds"] for hold in found]),
                spread(seconds(result, c.name, runs)),
                f"{_median(found, 'p50')} / {_median(found, 'p99')}",
                spread([rss_each(hold) for hold in found]),
                spread(heap) if heap else "",
                f"{max(hold['threads'] for hold in found):,}",
            ]
        )
    head = ["contender", "held", "served", "not served", "s to connect all"]
    head += ["s to serve all", "p50 / p99 ms"]
    return table([*head, "RSS, KiB each", "live heap, KiB each", "platform threads"], rows)


def _probe_table(result: dict) -> str:
    rows = []
    for c in present(result):
        for op in ("start", "describe", "health"):
            found = [h for h in holds(result, c.name, "many") if op in (h.get("during") or {})]
            if found:
                cells = [c.label, op]
                for when in ("before", "during"):
                    quantiles = [
                        number(statistics.median(hold[when][op][q] for hold in found))
                        for q in ("p50", "p99")
                    ]
                    cells.append(" / ".join(quantiles))
                bad: dict[str, int] = {}
                for hold in found:
                    for kind, count in hold["during"][op]["of"].items():
                        bad[kind] = bad.get(kind, 0) + count
                rows.append([*cells, outcomes(bad)])
    return table(["contender", "request", "before", "while held", "not served"], rows)


def _median(holds: list[dict], key: str) -> str:
    return number(statistics.median(hold[key] for hold in holds))
