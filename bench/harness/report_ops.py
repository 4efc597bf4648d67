"""The tables of single operations, of start-up and of the micro benchmarks."""

import statistics

from harness.contenders import ALL, DIRECT, HTTP, Contender
from harness.load import OPERATIONS
from harness.tables import number, spread, table


def of(ops: dict, name: str) -> list[dict]:
    return [launch for launch in ops["launches"] if launch["contender"] == name]


def present(ops: dict, among: list[Contender]) -> list[Contender]:
    return [contender for contender in among if of(ops, contender.name)]


def closed(ops: dict, name: str, op: str, figure: str) -> list[float]:
    """A figure of each round of each launch."""
    return [loop[figure] for launch in of(ops, name) for loop in launch["closed"][op]]


def cpu(ops: dict, name: str, op: str) -> list[float]:
    return closed(ops, name, op, "cpuMillis")


def to_proxy(ops: dict, name: str, op: str) -> list[float]:
    """How many times the proxy's processor time, turn by turn."""
    return [ours / theirs for ours, theirs in zip(cpu(ops, name, op), cpu(ops, "proxy", op))]


def p99(ops: dict, name: str) -> list[float]:
    return [launch["open"]["p99"] for launch in of(ops, name)]


def operations(ops: dict) -> str:
    cost = table(
        ["contender", *OPERATIONS],
        [[c.label, *(spread(cpu(ops, c.name, op)) for op in OPERATIONS)] for c in present(ops, HTTP)],
    )
    compared = table(
        ["contender", *OPERATIONS],
        [[c.label, *(spread(to_proxy(ops, c.name, op)) for op in OPERATIONS)] for c in present(ops, HTTP)],
    )
    direct = p99(ops, DIRECT.name)
    rows = []
    for c in present(ops, ALL):
        rows.append(
            [
                c.label,
                spread(closed(ops, c.name, "start", "perSecond")),
                spread([one["open"]["p50"] for one in of(ops, c.name)]),
                spread(p99(ops, c.name)),
                number(statistics.median(p99(ops, c.name)) - statistics.median(direct))
                if c is not DIRECT
                else "",
            ]
        )
    speed = table(
        ["contender", "starts a second", "p50 ms", "p99 ms", "p99 over direct, ms"], rows
    )
    return "\n\n".join(
        [
            "Processor milliseconds for each request, 32 connections:",
            cost,
            "How many times that of the Go proxy in the same turn; below 1 is cheaper:",
            compared,
            "Throughput of starts with 32 connections, and latency at 500 starts a second:",
            speed,
        ]
    )


def start_up(result: dict) -> str:
    names = {
        "plain": "`java -jar`",
        "extracted": "extracted (`-Djarmode=tools … extract`)",
        "aot": "extracted, with AOT cache (`-XX:AOTCache`)",
    }
    rows = [[names[name], spread(seconds)] for name, seconds in result["seconds"].items()]
    return table(["how", "seconds to the first 200"], rows)


def jmh(result: dict) -> str:
    by = {(one["what"], one["size"], one["way"]): one for one in result["benchmarks"]}
    names = {"StartBench": "start: body to request", "ResultBench": "result: payload to answer"}
    rows = []
    for what, size, way in by:
        if way == "passthrough":
            ours, tree = by[what, size, way], by[what, size, "throughTree"]
            rows.append([names[what], f"{size:,}"] + [
                number(one[key]) for key in ("micros", "bytes") for one in (ours, tree)
            ])
    head = ["what", "body, bytes", "gateway, µs", "through a tree, µs"]
    return table([*head, "gateway, bytes allocated", "through a tree, bytes allocated"], rows)
