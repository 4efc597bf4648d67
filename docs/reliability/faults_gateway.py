"""The gateway itself is told to end."""

import time
from concurrent.futures import Future

from callers import Call, Callers
from faults_server import greeting
from processes import Gateway
from world import World

TERM, TERM_FROZEN = "SIGTERM", "SIGTERM while Temporal is frozen"
WAITS, WRITES, EXIT_LIMIT = 500, 50, 15


def terminated(world: World):
    """SIGTERM while 500 callers wait and 50 write, over a network that keeps writes under way."""
    callers = Callers(world.behind.port)
    waits = waiting(world.behind, callers)
    world.proxy.latency = 0.3
    writes = writing(callers)
    ended(world, TERM, world.behind, waits, writes, (202,), (201,))
    world.proxy.latency = 0.0


def terminated_while_frozen(world: World):
    """SIGTERM when no write can succeed any more."""
    callers = Callers(world.direct.port)
    waits = waiting(world.direct, callers)
    world.temporal.freeze()
    writes = writing(callers)
    ended(world, TERM_FROZEN, world.direct, waits, writes, (202,), (503, 504))
    world.temporal.thaw()


def waiting(gateway: Gateway, callers: Callers) -> list[Future[Call]]:
    """Ten callers for each of fifty runs, all of whom are held."""
    waits = callers.waits(callers.counters(WAITS // 10) * 10, 50)
    deadline = time.monotonic() + 40
    while gateway.waiters() < WAITS:
        assert time.monotonic() < deadline, "The callers are not held."
        time.sleep(0.1)
    return waits


def writing(callers: Callers) -> list[Future[Call]]:
    """Starts that are under way a moment later, and not done yet."""
    writes = [callers.later("start", "POST", "/workflows", greeting()) for _ in range(WRITES)]
    time.sleep(0.3)
    return writes


def ended(
    world: World,
    fault: str,
    gateway: Gateway,
    waits: list[Future[Call]],
    writes: list[Future[Call]],
    of_waits: tuple[int, ...],
    of_writes: tuple[int, ...],
):
    under_way = sum(not call.done() for call in waits + writes)
    seconds = gateway.terminate()
    waited, written = [[call.result() for call in calls] for calls in (waits, writes)]
    wrong = [call for call in waited if call.status not in of_waits]
    wrong += [call for call in written if call.status not in of_writes]
    told = len(waited) + len(written) - len(wrong)
    world.found(
        fault,
        f"{WAITS} waits and {WRITES} writes get their responses",
        f"{told}, {under_way} of them under way",
        not wrong and under_way > WAITS,
        *wrong,
    )
    world.found(
        fault, "the process ends within 15 s", f"{seconds:.1f} s", world.within(seconds, EXIT_LIMIT)
    )
