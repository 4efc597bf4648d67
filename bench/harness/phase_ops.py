"""Single operations: what one costs, and how long it takes at a fixed rate."""

from contextlib import ExitStack

from harness import contenders, load, machine
from harness.contenders import ALL, DIRECT, GATEWAY, NAIVE, PROXY, Contender, Stub
from harness.sizes import Size

COMPARED = [DIRECT, PROXY, GATEWAY]


def measure(size: Size, tell) -> dict:
    launches = []
    with contenders.stub() as stub:
        for launch in range(size.launches):
            # Those that are compared are launched each time, the others once.
            among = COMPARED if launch else ALL
            asked = [contender for contender in among if size.includes(contender.name)]
            tell(f"{', '.join(c.name for c in asked)}, launch {launch + 1} of {size.launches}")
            launches += _launch(size, asked, stub)
    return {"launches": launches}


def _launch(size: Size, asked: list[Contender], stub: Stub) -> list[dict]:
    """All take turns, so that what else the machine does falls on each of them alike."""
    with ExitStack() as processes:
        at = {
            contender: processes.enter_context(contenders.running(contender, stub.address))
            for contender in asked
        }

        def loop(mode: str, contender: Contender, **flags) -> dict:
            return load.loop(mode, contender, at[contender], stub.pid, **flags)

        for contender in asked:
            load.warm(contender, at[contender], stub.pid, size.warm_up)
        found = {
            contender: {
                "contender": contender.name,
                "load": machine.load_average(),
                "closed": {op: [] for op in load.OPERATIONS},
            }
            for contender in asked
        }
        for turn in range(size.rounds):
            for op in load.OPERATIONS:
                for contender in asked if turn % 2 == 0 else asked[::-1]:
                    figures = loop("closed", contender, op=op, duration=f"{size.closed}s")
                    found[contender]["closed"][op].append(figures)
        for contender in asked:
            found[contender]["open"] = loop(
                "open", contender, op="start", rate=500, duration=f"{size.open}s"
            )
    return list(found.values())


def check(result: dict) -> list[str]:
    """Every single answer was right, but for connections that the naive one resets; speed is not looked at."""
    wrong = []
    for launch in result["launches"]:
        allowed = {"served", "reset"} if launch["contender"] == NAIVE.name else {"served"}
        for loop in load.loops(launch):
            if "served" not in loop["of"] or not set(loop["of"]) <= allowed:
                wrong.append(f"ops: {launch['contender']} {loop['op']}: {loop['of']}"
                             f" {loop.get('example', '')}")
    return wrong
