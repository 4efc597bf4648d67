"""Many callers that wait for results at once, in front of the stub."""

import itertools
import time

from harness import contenders, load, machine
from harness.contenders import FASTAPI, GATEWAY, NAIVE, PROXY, Contender, Running, Stub
from harness.processes import live_heap_kib
from harness.sizes import Size

_numbers = itertools.count(1)


def measure(size: Size, tell) -> dict:
    launches = []
    for launch in range(size.launches):
        # The two that are compared are launched as often as everything else, the others once.
        for contender in [PROXY, GATEWAY] if launch else [PROXY, FASTAPI, NAIVE, GATEWAY]:
            tell(f"{contender.name}, launch {launch + 1} of {size.launches}")
            launches.append(_launch(size, contender))
    limited = []
    for contender in [PROXY, FASTAPI, NAIVE, GATEWAY]:
        tell(f"{contender.name}, at most {size.limit} long polls")
        limited.append(_limited(size, contender))
    return {"size": size.waiters, "limit": size.limit, "launches": launches, "limited": limited}


def _launch(size: Size, contender: Contender) -> dict:
    with contenders.stub() as stub, contenders.running(contender, stub.address) as at:
        load.warm(contender, at, stub.pid, size.warm_up / 3)
        return {
            "contender": contender.name,
            "load": machine.load_average(),
            "many": _hold(size, contender, at, stub, "many", size.waiters),
            "one": _hold(size, contender, at, stub, "one", size.waiters),
            "hungUp": _hang_up(size, contender, at, stub),
        }


def _limited(size: Size, contender: Contender) -> dict:
    with contenders.stub(size.limit) as stub, contenders.running(contender, stub.address) as at:
        load.warm(contender, at, stub.pid, size.warm_up / 3)
        return {
            "contender": contender.name,
            "load": machine.load_average(),
            "many": _hold(size, contender, at, stub, "many", size.limited),
            "one": _hold(size, contender, at, stub, "one", size.limited),
        }


def _hold(
    size: Size, contender: Contender, at: Running, stub: Stub, runs: str, waiters: int
) -> dict:
    probes = "start,describe" + (",health" if at.health else "")
    figures = {"heapIdleKiB": live_heap_kib(at.pid)} if contender.jvm else {}
    stub.reset()

    def held() -> None:
        figures["stub"] = stub.stats()
        if contender.jvm:
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
    )
    return result | figures | {"pollsAfter": stub.stats()["open"]}


def _hang_up(size: Size, contender: Contender, at: Running, stub: Stub) -> dict:
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
            wrong += _check_held(f"waiters: {name}, {runs}", launch[runs])
        if name in ("proxy", "gateway") and launch["hungUp"]["pollsLeft"]:
            wrong.append(f"waiters: {name} left polls behind: {launch['hungUp']}")
    for launch in result["limited"]:
        name = launch["contender"]
        for runs in ("many", "one"):
            if name == "gateway":
                wrong += _check_held(f"limited waiters: gateway, {runs}", launch[runs])
            if launch[runs]["stub"]["peak"] > result["limit"]:
                wrong.append(f"limited waiters: {name} passed the limit of the stub")
        if name == "proxy" and "refused-429" not in launch["many"]["of"]:
            wrong.append("limited waiters: the stub refused the proxy nothing")
    return wrong


def _check_held(what: str, held: dict) -> list[str]:
    wrong = []
    if held["of"] != {"served": held["waiters"]} or held["held"] != held["waiters"]:
        wrong.append(f"{what}: held {held['held']}, {held['of']} {held.get('example', '')}")
    for op, probe in (held.get("during") or {}).items():
        if set(probe["of"]) != {"served"}:
            wrong.append(f"{what}, {op} while held: {probe['of']} {probe.get('example', '')}")
    return wrong
