"""Many at a time: callers that drip, that wait, that never read."""

import asyncio
import time

from hostile_world import HostileWorld
from raw import HOST, get

DRIPS, WAITS, DEAF = "1,000 drips", "1,000 waits", "callers that do not read"
PAUSE = 1.0


async def dripping(port: int, head: bytes, drop: bytes) -> tuple[float, bytes]:
    """Sends one drop each second until the other side ends it; how long, and what was answered."""
    reader, writer = await asyncio.open_connection(HOST, port)
    began = time.monotonic()
    answer = asyncio.create_task(reader.read())
    writer.write(head)
    while not answer.done():
        await asyncio.wait([answer], timeout=PAUSE)
        writer.write(drop)
    writer.close()
    try:
        return time.monotonic() - began, answer.result()
    except OSError:
        return time.monotonic() - began, b""


HEAD = b"POST /workflows HTTP/1.1\r\nHost: localhost\r\n"
JSON = HEAD + b"Content-Type: application/json\r\n"
KINDS = [
    (b"", b"G"),
    (b"GET /workflows", b"a"),
    (HEAD, b"X-A: b\r\n"),
    (HEAD + b"X-Long: ", b"a"),
    (JSON + b"Content-Length: 1000000\r\n\r\n", b" "),
    (JSON + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    (JSON + b"Transfer-Encoding: chunked\r\n\r\n1;", b"a"),
    (b"POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n", b" "),
]


def attack_drips(world: HostileWorld):
    async def all_of_them():
        started = [dripping(world.port, *KINDS[n % len(KINDS)]) for n in range(1000)]
        return await asyncio.wait_for(asyncio.gather(*started), world.drips_end_within * 2)

    with world.under_attack(DRIPS) as told:
        try:
            ended = asyncio.run(all_of_them())
        except (TimeoutError, asyncio.TimeoutError):
            ended = [(world.drips_end_within * 2, b"")]
        for _, answer in ended:
            told.text(answer)
    longest = max(seconds for seconds, _ in ended)
    world.found(
        DRIPS, f"each is ended within {world.drips_end_within:.0f} s", f"{longest:.1f} s",
        longest <= world.drips_end_within and not told.broken, told.broken,
    )


async def waiting(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(get(path, "Connection: close"))
    answer = await reader.read()
    writer.close()
    return answer


def attack_waits(world: HostileWorld):
    path = f"/workflows/{world.running}/result?wait=15s"

    async def all_of_them():
        return await asyncio.gather(*(waiting(world.port, path) for _ in range(1000)))

    with world.under_attack(WAITS) as told:
        answers = asyncio.run(all_of_them())
        for answer in answers:
            told.text(answer)
    complete = sum(answer.startswith(b"HTTP/1.1 202") for answer in answers)
    world.found(
        WAITS, "each is answered 202", f"{complete} of 1000",
        complete == 1000 and not told.broken, told.broken,
    )


def attack_deaf(world: HostileWorld):
    async def deaf():
        connections = [await asyncio.open_connection(HOST, world.port) for _ in range(200)]
        for reader, writer in connections:
            reader._transport.pause_reading()
            writer.write(get("/v3/api-docs") * 100)
        await asyncio.sleep(10)
        for _, writer in connections:
            writer.transport.abort()

    with world.under_attack(DEAF) as told:
        asyncio.run(deaf())
    world.found(
        DEAF, "they hold up nobody else", "200 with 100 requests each", not told.broken,
        told.broken,
    )
