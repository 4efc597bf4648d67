"""Bodies that are too much: too large, nested too deep, with numbers and names without end."""

import gzip
import time
from concurrent.futures import ThreadPoolExecutor

from hostile_world import HostileWorld
from raw import Answer, Raw, chunk, exchange, framed_head, post

LARGE = "50 MB bodies"
HELD = "200 bodies held back before their end"
DEEP = "JSON to choke on"
PIECE = b"1," * (1 << 15)
PIECES = 50_000_000 // len(PIECE)
DEPTH = 100_000
ROUTES = ["/workflows", "/workflows/nobody/signals/x", "/workflows/nobody/queries/x",
          "/workflows/nobody/updates/x", "/workflows/nobody/cancel", "/workflows/nobody/reset",
          "/nothing", "/problems"]


def large(port: int, path: str, chunked: bool) -> list[Answer]:
    """Sends 50 MB, whatever is answered meanwhile, as long as somebody listens."""
    opening, closing = b'{"input":[', b"1]}"
    total = len(opening) + PIECES * len(PIECE) + len(closing)
    size = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {total}"
    framing = chunk if chunked else bytes
    with Raw(port) as raw:
        going = raw.send(framed_head(path, size) + framing(opening))
        left = PIECES
        while going and left:
            going, left = raw.send(framing(PIECE)), left - 1
        if going:
            raw.send(framing(closing) + (b"0\r\n\r\n" if chunked else b""))
        answer = raw.answer()
        return [answer] if answer else []


def attack_large(world: HostileWorld):
    with world.under_attack(LARGE) as told, ThreadPoolExecutor(16) as pool:
        attempts = [(path, chunked) for path in ROUTES * 3 for chunked in (True, False)]
        sent = [(a, pool.submit(large, world.port, *a)) for a in attempts]
        for (path, chunked), answers in sent:
            told.refused(f"{path} {'chunked' if chunked else 'with length'}", answers.result())
    world.found(
        LARGE, "413 or an end, nothing kept", f"{told.count} at most 16 at a time",
        not told.broken, told.broken,
    )


def attack_held_back(world: HostileWorld):
    """Most of a large body, and then one byte a second."""
    body = b'{"input":"' + b"a" * 3_900_000
    head = framed_head("/workflows", "Content-Length: 4000000")
    crowd = [Raw(world.port) for _ in range(200)]
    with world.under_attack(HELD) as told, ThreadPoolExecutor(len(crowd)) as pool:
        list(pool.map(lambda raw: raw.send(head + body), crowd))
        listening = [pool.submit(raw.answer) for raw in crowd]
        while not all(answer.done() for answer in listening):
            time.sleep(1)
            for raw in crowd:
                raw.send(b"a")
        for answer in listening:
            if answer.result():
                told.one_request("held back", [answer.result()], (408, 503))
    for raw in crowd:
        raw.__exit__()
    world.found(
        HELD, "408, or 503 for want of memory", f"{told.count} answers", not told.broken,
        told.broken,
    )


def nested(opening: str, closing: str) -> str:
    return opening * DEPTH + "1" + closing * DEPTH


def bodies():
    values = {
        "arrays": nested("[", "]"),
        "objects": nested('{"a":', "}"),
        "arrays without end": "[" * DEPTH,
        "number of 100,000 digits": "1" * 100_000,
        "fraction of 100,000 digits": "1." + "1" * 100_000,
        "exponent": "1e" + "9" * 100_000,
        "name of 1 MB": '{"' + "a" * 1_000_000 + '":1}',
        "100,000 times the same name": "{" + '"a":1,' * 100_000 + '"a":1}',
        "lone surrogate": '"\\ud800"',
        "not JSON": "NaN",
    }
    for name, value in values.items():
        yield f"{name} as body", value
        for member in ("input", "memo", "searchAttributes", "headers", "nothing"):
            yield f"{name} in {member}", start(f'"{member}":{value}')
        yield f"{name} in args", start(f'"args":[{value}]')
        yield f"{name} in a memo's member", start(f'"memo":{{"a":{value}}}')
    yield "huge exponent for a number", start('"priority":{"priorityKey":1e999999999}')
    yield "huge exponent for a fraction", start('"priority":{"fairnessWeight":1e999999999}')
    yield "long duration", start('"runTimeout":"P' + "9" * 100_000 + 'D"')
    yield "long Workflow Id", start('"workflowId":"' + "a" * 1001 + '"')
    yield "line break in Workflow Id", start('"workflowId":"a\\r\\nX-Injected: 1"')
    yield "colliding names", start('"input":{' + ",".join(colliding()) + '},"nothing":1')
    yield "200,000 unknown members", "{" + ",".join(f'"m{n}":1' for n in range(200_000)) + "}"


def start(member: str) -> str:
    return f'{{"workflowType":"T","taskQueue":"nobody","workflowId":"choke",{member}}}'


def colliding():
    """Names that all have the same hash in Java."""
    for number in range(1 << 14):
        yield '"' + "".join(("Aa", "BB")[number >> bit & 1] for bit in range(14)) + '":1'


# What is passed through as it is, and so may be accepted: numbers and names are the Worker's affair
# as long as they are no burden here.
MAY_PASS = ("lone surrogate",)


def attack_deep(world: HostileWorld):
    with world.under_attack(DEEP) as told:
        for name, body in bodies():
            answers = exchange(world.port, post("/workflows", body.encode()))
            if name.startswith(MAY_PASS):
                told.one_request(name, answers)
            else:
                told.refused(name, answers)
        bomb = gzip.compress(start('"input":"' + "a" * 50_000_000 + '"').encode())
        request = post("/workflows", bomb, "Content-Encoding: gzip")
        told.refused("compressed 50 MB", exchange(world.port, request))
    world.found(
        DEEP, "4xx, whether it is read or passed through", f"{told.count} bodies",
        not told.broken, told.broken,
    )
