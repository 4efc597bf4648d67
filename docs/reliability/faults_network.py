"""The network between the gateway and Temporal is slow, breaks connections or swallows bytes."""

import time
import uuid

from callers import Call, Callers, Writers
from faults_server import RECOVERY_LIMIT, WRITE_LIMIT, greeting, started_once
from world import World

SLOW, RESET = "Network slow by 400 ms each way", "Connections reset every 2 s"
SILENT, MUTE = "Connection dies silently", "Answers of Temporal lost"
# A sign of life is asked for after 15 s and waited for during 5 s.
NOTICE_LIMIT = 25
FEW = 0.05


def slow(world: World):
    callers = Callers(world.behind.port)
    world.proxy.latency = 0.4
    writers = Writers(callers).begin(10)
    time.sleep(4 if world.quick else 10)
    writers.end()
    world.proxy.latency = 0.0
    slowest = max(call.seconds for call in writers.calls)
    world.found(
        SLOW,
        "writes succeed",
        f"{len(writers.calls)} starts with keys, the slowest in {slowest:.1f} s",
        not writers.failed() and world.within(slowest, WRITE_LIMIT),
        *writers.failed(),
    )


def reset(world: World):
    callers = Callers(world.behind.port)
    counters = callers.counters(10)
    waits = callers.waits(callers.counters(1) * 20, 5)
    world.proxy.latency = 0.05
    writers = Writers(callers).begin(10)
    signals = []
    for _ in range(3 if world.quick else 8):
        for _ in range(2):
            signals += callers.signals(counters, "add")
            time.sleep(1)
        world.proxy.reset()
    writers.end()
    sent = [signal.result() for signal in signals]
    world.proxy.latency = 0.0
    lost = [call for call in sent if call.status != 202]
    failed, total = writers.failed() + lost, len(writers.calls) + len(sent)
    world.found(
        RESET,
        "95 % of the writes succeed at once, starts at the latest when they are repeated",
        f"{total - len(failed)} of {total}",
        len(failed) <= FEW * world.slack * total,
        *failed,
    )
    waited = [wait.result() for wait in waits]
    broken = [call for call in waited if call.status != 202]
    world.found(
        RESET,
        "waits go on, and end with `202` in their time",
        f"{len(waited) - len(broken)} of {len(waited)}",
        not broken,
        *broken,
    )
    queries = [callers.call("query", "GET", f"/workflows/{id}/queries/count") for id in counters]
    count = sum(int(query.text) for query in queries if query.status == 200)
    world.found(
        RESET,
        "a Signal that was sent once arrives once",
        f"{count} of {len(sent)}",
        len(sent) - len(lost) <= count <= len(sent),
        *queries,
    )
    runs = callers.runs_of(list(writers.started))
    wrong = [id for id, run in writers.started.items() if runs[id] != {run}]
    world.found(
        RESET,
        "a start is one run",
        f"{len(writers.started)} starts, {sum(map(len, runs.values()))} runs",
        not wrong,
    )


def silent(world: World):
    """What a failed router does: nobody is told that the connection is gone."""
    callers = Callers(world.behind.port)
    calls: list[Call] = []
    # The gateway may be about to take another connection anyway, as it does once a minute.
    while not calls or calls[0].status == 201:
        world.proxy.silence()
        calls = [callers.call("start", "POST", "/workflows", greeting())]
    while calls[-1].status != 201:
        calls.append(callers.call("start", "POST", "/workflows", greeting()))
        assert calls[-1].ended < calls[0].began + 120, calls[-1]
    slowest = max(call.seconds for call in calls)
    recovery = calls[-1].ended - calls[0].began
    world.found(
        SILENT,
        "writes are answered within 9 s, and another connection is there within 25 s",
        f"the slowest after {slowest:.1f} s, a success after {recovery:.1f} s",
        world.within(slowest, WRITE_LIMIT) and world.within(recovery, NOTICE_LIMIT),
        *calls,
    )


def mute(world: World):
    """Temporal does what it is told, and nobody learns of it."""
    callers = Callers(world.behind.port)
    world.proxy.mute = True
    writers = Writers(callers, pause=60).begin(5)
    time.sleep(9 * world.slack)
    world.proxy.mute = False
    world.proxy.reset()
    writers.end()
    started_once(world, MUTE, callers, writers)
