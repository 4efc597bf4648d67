"""What the gateway is held to, and whether the figures show it."""

import statistics

from harness import report_ops, report_waiters
from harness.load import OPERATIONS
from harness.tables import number, table


def goals(results: dict) -> str:
    rows = [["goal", "measured", "holds"]]
    for part, judge in (("ops", _ops), ("waiters", _waiters), ("devserver", _dev_server)):
        if part in results:
            rows += judge(results[part])
    return table(rows[0], [[*row[:2], "yes" if row[2] else "**no**"] for row in rows[1:]])


def _ops(ops: dict) -> list[list]:
    rows = []
    for op in OPERATIONS:
        times = statistics.median(report_ops.to_proxy(ops, "gateway", op))
        what = f"CPU of a {op} at most that of the Go proxy"
        rows.append([what, f"{number(times)} times", times <= 1])
    ours, direct = (statistics.median(report_ops.p99(ops, name)) for name in ("gateway", "direct"))
    rows.append(
        [
            "p99 at 500 starts a second at most 1.5 ms above the direct call's",
            f"{number(ours)} against {number(direct)} ms",
            ours <= direct + 1.5,
        ]
    )
    return rows


def _waiters(result: dict) -> list[list]:
    rows = []
    for runs, words in (("many", "as many runs"), ("one", "one run")):
        found = report_waiters.holds(result, "gateway", runs)
        proxy = report_waiters.holds(result, "proxy", runs)
        served = min(hold["of"].get("served", 0) for hold in found)
        all_of = f"{result['waiters']:,} callers of {words}"
        rows.append([f"{all_of}: all served", f"{served:,}", served == result["waiters"]])
        ours, theirs = (statistics.median(h["seconds"] for h in of) for of in (found, proxy))
        rows.append(
            [
                f"{all_of}: within twice the Go proxy's time",
                f"{number(ours)} against {number(theirs)} s",
                ours <= 2 * theirs,
            ]
        )
        heap = statistics.median(report_waiters.heap_each(hold) for hold in found)
        rows.append(
            [f"{all_of}: at most 16 KiB of live heap each", f"{number(heap)} KiB", heap <= 16]
        )
        ours, theirs = (statistics.median(map(report_waiters.rss_each, of)) for of in (found, proxy))
        rows.append(
            [
                f"{all_of}: RSS growth each at most the Go proxy's",
                f"{number(ours)} against {number(theirs)} KiB",
                ours <= theirs,
            ]
        )
    left = max(hung["pollsLeft"] for hung in report_waiters.holds(result, "gateway", "hungUp"))
    rows.append(["no poll left 5 s after callers hung up", f"{left}", left == 0])
    for runs, words in (("limitedMany", "as many runs"), ("limitedOne", "one run")):
        for hold in report_waiters.holds(result, "gateway", runs):
            served = hold["of"].get("served", 0)
            rows.append(
                [
                    f"{hold['waiters']:,} callers of {words} where Temporal holds"
                    f" {result['limit']:,} polls: all served, no poll refused",
                    f"{served:,}, {hold['stub']['refused']:,} refused",
                    served == hold["waiters"] and hold["stub"]["refused"] == 0,
                ]
            )
    return rows


def _dev_server(result: dict) -> list[list]:
    rows = []
    for launch in report_waiters.of(result, "gateway"):
        for runs, words in (("one", "one run"), ("many", "as many runs")):
            hold = launch[runs]
            served = hold["of"].get("served", 0)
            what = f"dev server, {hold['waiters']:,} callers of {words}: all served"
            rows.append([what, f"{served:,}", served == hold["waiters"]])
        p99 = launch["one"]["p99"]
        what = "dev server, one run: p99 at most 1 s after it closed"
        rows.append([what, f"{number(p99)} ms", p99 <= 1000])
    return rows
