"""Temporal itself goes away or stands still."""

import time
import uuid

from callers import Call, Callers, Writers, start_body
from held import Held
from world import World

KILLED = "Temporal killed and restarted"
FROZEN = "Temporal frozen"
WRITE_LIMIT, QUERY_LIMIT, RECOVERY_LIMIT = 9, 11, 2


def killed(world: World):
    """SIGKILL under load, and a restart on the same address and data."""
    callers, lonely = Callers(world.direct.port), Callers(world.behind.port)
    held = Held(callers, 3)
    alone = lonely.counters(5)
    outcomes = [lonely.later("wait", "GET", f"/workflows/{id}/outcome?wait=50s") for id in alone]
    writers = Writers(callers).begin(10)
    time.sleep(2)

    world.temporal.kill()
    gone = time.monotonic()
    time.sleep(8 if world.quick else 15)
    opened = world.temporal.start()
    terminated = terminate(world, alone)
    time.sleep(3)
    writers.end()
    held.finish()

    outage = [call for call in writers.calls if gone < call.ended and call.began < opened]
    refused = [call for call in outage if call.status not in (200, 201)]
    wrong = [call for call in refused if call.status != 503 or not call.retry_after]
    slowest = max((call.seconds for call in refused), default=0)
    world.found(
        KILLED,
        "writes are told `503` with `Retry-After` within 9 s",
        f"{len(refused)} writes, the slowest after {slowest:.1f} s",
        bool(refused) and not wrong and world.within(slowest, WRITE_LIMIT),
        *wrong,
    )
    world.found(
        KILLED,
        "waits and streams go on, or end with `202` or `304` in their time",
        held.measured(),
        not held.broken(),
        *held.broken(),
    )
    recovery = writers.first_success_after(opened)
    world.found(
        KILLED,
        "writes succeed within 2 s after its port opens",
        f"{recovery:.1f} s; its own HTTP API answers after {min(terminated) - opened:.1f} s",
        world.within(recovery, RECOVERY_LIMIT),
    )
    ends = [wait.result() for wait in outcomes]
    late = max(call.ended for call in ends) - max(terminated)
    world.found(
        KILLED,
        "waits hear of an end within 2 s when nobody else calls",
        f"{late:.1f} s",
        all(call.status == 200 for call in ends) and world.within(late, RECOVERY_LIMIT),
        *ends,
    )
    started_once(world, KILLED, callers, writers)


def terminate(world: World, ids: list[str]) -> list[float]:
    """Ends runs past the gateway, as soon as Temporal does it."""
    moments = []
    for id in ids:
        world.temporal.call(f"/namespaces/default/workflows/{id}/terminate")
        moments.append(time.monotonic())
    return moments


def started_once(world: World, fault: str, callers: Callers, writers: Writers):
    """Compares what callers were told with the runs that there are."""
    time.sleep(1)
    runs = callers.runs_of(list(writers.started))
    wrong = [id for id, run in writers.started.items() if runs[id] != {run}]
    world.found(
        fault,
        "a start that is repeated with its key is one run",
        f"{len(writers.started)} keys, {len(writers.repeated)} of them repeated, "
        f"{sum(map(len, runs.values()))} runs",
        bool(writers.repeated) and not wrong,
    )


def frozen(world: World):
    """SIGSTOP: connections stay open, and nothing answers."""
    callers = Callers(world.direct.port)
    held = Held(callers, 3)
    target = callers.counters(1)[0]
    time.sleep(1)

    world.temporal.freeze()
    calls = every_kind(callers, target)
    if not world.quick:
        # Long enough for the connection to be given up and opened again, to no avail.
        time.sleep(30)
        calls += every_kind(callers, target)
    world.temporal.thaw()
    thawed = time.monotonic()
    while (probe := callers.call("start", "POST", "/workflows", greeting())).status != 201:
        assert time.monotonic() < thawed + 60, probe
    recovery = probe.ended - thawed
    held.finish()

    late = [call for call in calls if not world.within(call.seconds, limit(call))]
    wrong = [call for call in calls if call.status not in (503, 504)]
    slowest = max(call.seconds - limit(call) + 1 for call in calls)
    world.found(
        FROZEN,
        "every call is answered within its deadline and 1 s, with `503` or `504`",
        f"{len(calls)} calls of {len({call.what for call in calls})} kinds, "
        f"the slowest {max(0.0, slowest):.1f} s after its deadline",
        not late and not wrong,
        *late,
        *wrong,
    )
    world.found(
        FROZEN,
        "waits and streams go on, or end with `202` or `304` in their time",
        held.measured(),
        not held.broken(),
        *held.broken(),
    )
    world.found(
        FROZEN,
        "calls succeed within 2 s after it goes on",
        f"{recovery:.1f} s",
        world.within(recovery, RECOVERY_LIMIT),
    )


def greeting() -> dict:
    return start_body("PyGreeting", workflowId=f"greeting-{uuid.uuid4()}", input="World")


def limit(call: Call) -> int:
    return QUERY_LIMIT if call.what in ("query", "update", "handlers") else WRITE_LIMIT


def every_kind(callers: Callers, id: str) -> list[Call]:
    """Calls everything at once that asks Temporal in a way of its own."""
    path, later = f"/workflows/{id}", callers.later
    calls = [
        later("start", "POST", "/workflows", greeting()),
        later("keyed start", "POST", "/workflows", greeting(), Idempotency_Key=str(uuid.uuid4())),
        later("start and wait", "POST", "/workflows?wait=5s", greeting()),
        later("describe", "GET", path),
        later("result", "GET", f"{path}/result"),
        later("wait", "GET", f"{path}/result?wait=5s"),
        later("signal", "POST", f"{path}/signals/add", {}),
        later("query", "GET", f"{path}/queries/count"),
        later("update", "POST", f"{path}/updates/increase", {}),
        later("handlers", "GET", f"{path}/handlers"),
        later("history", "GET", f"{path}/history"),
        later("stream", "GET", f"{path}/history/events", Accept="text/event-stream"),
        later("diagnosis", "GET", f"{path}/diagnosis"),
        later("list", "GET", "/workflows"),
        later("count", "GET", "/workflow-count"),
        later("cancel", "POST", f"{path}/cancel", {}),
        later("reset", "POST", f"{path}/reset", {"type": "FIRST_WORKFLOW_TASK"}),
    ]
    return [call.result() for call in calls]
