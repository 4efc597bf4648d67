"""Many callers that wait for results at once, in front of the stub."""

import itertools
import time
from dataclasses import replace
from functools import partial

from harness import contenders, load, machine
from harness.contenders import GATEWAY, HTTP, NAIVE, PROXY, Contender, Running, Stub
from harness.processes import live_heap_kib
from harness.sizes import Size

COMPARED = [PROXY, GATEWAY]

_numbers = itertools.count(1)


def measure(size: Size, tell) -> dict:
    launches = []
    for launch in range(size.launches):
        # The two that are compared are launched each time, the others once.
        for contender in COMPARED if launch or size.smoke else HTTP:
            if not size.includes(contender.name):
                continue
            tell(f"{contender.name}, launch {launch + 1} of {size.launches}")
            launches.append(_launch(size, contender, first=launch == 0))
    return {"waiters": size.waiters, "limit": size.limit, "launches": launches}


def _launch(size: Size, contender: Contender, first: bool) -> dict:
    """Each crowd meets a fresh process, since one that has broken down stays broken."""
    figures = {"contender": contender.name, "load": machine.load_average()}
    if contender not in COMPARED:
        # They lose callers, and waiting for those would take most of the time.
        size = replace(size, hold_warm_ups=0, patience=20)
    for crowds in _crowds(size, contender, first):
        settings = _without_limit(size) if crowds[0] in ("many", "one") else {}
        with (
            contenders.stub() as stub,
            contenders.running(contender, stub.address, **settings) as at,
        ):
            load.warm(contender, at, stub.pid, size.warm_up / 4)
            briefly = replace(size, hold=0.3, probes=1, patience=10)
            for _ in range(size.hold_warm_ups):
                _hold(briefly, contender, at, stub, "many", size.waiters // 5, 0, heap=False)
            for crowd in crowds:
                figures[crowd] = _measure(crowd, size, contender, at, stub)
    return figures


def _without_limit(size: Size) -> dict:
    """What an operator sets for a service that holds any number of long polls, as the stub then does."""
    return {} if size.smoke else {"GATEWAY_WAITS_MAX_LONG_POLLS": str(2 * size.waiters)}


def _crowds(size: Size, contender: Contender, first: bool) -> list[list[str]]:
    if contender is NAIVE:
        # It takes no such crowd, and minutes to say so.
        return [["many"]]
    once = ["limitedMany", "limitedOne", "hungUp"]
    if size.smoke:
        return [["many", "one", *once]]
    return [["many"], ["one"], once] if first else [["many"], ["one"]]


def _measure(crowd: str, size: Size, contender: Contender, at: Running, stub: Stub) -> dict:
    hold = partial(_hold, size, contender, at, stub)
    match crowd:
        case "many" | "one":
            return hold(crowd, size.waiters, 0)
        case "limitedMany":
            return hold("many", size.limited, size.limit)
        case "limitedOne":
            return hold("one", size.limited, size.limit)
        case _:
            return _hang_up(size, contender, at, stub)


def _hold(
    size: Size,
    contender: Contender,
    at: Running,
    stub: Stub,
    runs: str,
    waiters: int,
    limit: int,
    heap: bool = True,
) -> dict:
    heap = heap and contender.jvm
    probes = "start,describe" + (",health" if at.health else "")
    figures = {"heapIdleKiB": live_heap_kib(at.pid)} if heap else {}
    stub.reset(limit)

    def held() -> None:
        figures["stub"] = stub.stats()
        if heap:
            figures["heapHeldKiB"] = live_heap_kib(at.pid)

    result = load.waiters(
        contender,
        at,
        held,
        n=waiters,
        runs=runs,
        prefix=f"hold-{next(_numbers)}-",
        release=f"http://{stub.control}/release",
        duration=f"{size.hold}s",
        probes=probes,
        patience=f"{size.patience}s",
        **{"probe-count": size.probes},
    )
    return result | figures | {"pollsAfter": stub.stats()["open"]}


def _hang_up(size: Size, contender: Contender, at: Running, stub: Stub) -> dict:
    stub.reset(0)
    figures = {}

    def held() -> None:
        figures["polls"] = stub.stats()["open"]

    prefix = f"hold-{next(_numbers)}-"
    load.waiters(
        contender, at, held, "hangup", n=size.hangups, prefix=prefix, duration=f"{size.hold}s"
    )
    time.sleep(5)
    return figures | {"waiters": size.hangups, "pollsLeft": stub.stats()["open"]}


def check(result: dict) -> list[str]:
    """Nobody who waits at the gateway or the proxy is lost, and hanging up frees the polls."""
    wrong = []
    for launch in result["launches"]:
        name = launch["contender"]
        for runs in ("many", "one"):
            if name in ("proxy", "gateway"):
                wrong += _check_held(f"waiters: {name}, {runs}", launch[runs])
        hung_up = launch.get("hungUp")
        if name in ("proxy", "gateway") and hung_up and hung_up["pollsLeft"]:
            wrong.append(f"waiters: {name} left polls behind: {hung_up}")
        for runs in [key for key in launch if key.startswith("limited")]:
            wrong += _check_limited(name, runs, launch[runs], result["limit"])
    return wrong


def _check_held(what: str, held: dict) -> list[str]:
    wrong = []
    if held["of"] != {"served": held["waiters"]} or held["held"] != held["waiters"]:
        wrong.append(f"{what}: held {held['held']}, {held['of']} {held.get('example', '')}")
    for op, probe in (held.get("during") or {}).items():
        if set(probe["of"]) != {"served"}:
            wrong.append(f"{what}, {op} while held: {probe['of']} {probe.get('example', '')}")
    return wrong


def _check_limited(name: str, runs: str, held: dict, limit: int) -> list[str]:
    wrong = []
    if name == "gateway":
        wrong += _check_held(f"waiters: gateway, {runs}", held)
    if held["stub"]["peak"] > limit:
        wrong.append(f"waiters: {name}, {runs}: the stub held more than its limit")
    if name == "proxy" and "refused-429" not in held["of"]:
        wrong.append(f"waiters: the stub refused the proxy nothing: {held['of']}")
    return wrong
