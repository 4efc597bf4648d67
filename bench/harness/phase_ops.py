"""Single operations: what one costs, and how long it takes at a fixed rate."""

from harness import contenders, load, machine
from harness.contenders import ALL, DIRECT, GATEWAY, PROXY, Contender, Stub
from harness.sizes import Size

COMPARED = [DIRECT, PROXY, GATEWAY]


def measure(size: Size, tell) -> dict:
    launches = []
    with contenders.stub() as stub:
        for launch in range(size.launches):
            # Those that are compared are launched each time, the others once. The order differs
            # from launch to launch, so that drift of the machine evens out.
            among = COMPARED if launch else ALL
            asked = [contender for contender in among if size.includes(contender.name)]
            for contender in asked if launch % 2 == 0 else asked[::-1]:
                tell(f"{contender.name}, launch {launch + 1} of {size.launches}")
                launches.append(_launch(size, contender, stub))
    return {"launches": launches}


def _launch(size: Size, contender: Contender, stub: Stub) -> dict:
    with contenders.running(contender, stub.address) as at:
        load.warm(contender, at, stub.pid, size.warm_up)
        closed = {op: [] for op in load.OPERATIONS}
        for _ in range(size.rounds):
            for op, loops in closed.items():
                loops.append(
                    load.loop(
                        "closed", contender, at, stub.pid, op=op, duration=f"{size.closed}s"
                    )
                )
        steady = load.loop(
            "open", contender, at, stub.pid, op="start", rate=500, duration=f"{size.open}s"
        )
        return {
            "contender": contender.name,
            "load": machine.load_average(),
            "closed": closed,
            "open": steady,
        }


def check(result: dict) -> list[str]:
    """Every single answer was right; speed is not looked at."""
    wrong = []
    for launch in result["launches"]:
        for loop in load.loops(launch):
            if set(loop["of"]) != {"served"}:
                wrong.append(f"ops: {launch['contender']} {loop['op']}: {loop['of']}"
                             f" {loop.get('example', '')}")
    return wrong
