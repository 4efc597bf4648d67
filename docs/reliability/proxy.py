"""A network between the gateway and Temporal that can be slow, broken or silent."""

import asyncio
import socket
import struct
import threading

HOST = "127.0.0.1"
CHUNK = 1 << 16


class Proxy:
    """Passes on TCP connections. What it does to them can be changed at any time."""

    def __init__(self, port: int, upstream: int):
        self.port, self.upstream = port, upstream
        self.latency = 0.0
        self.mute = False
        self._pairs: set[Pair] = set()
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(asyncio.start_server(self._accept, HOST, port))
        threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True).start()

    def reset(self):
        """Resets all connections, as a firewall that has forgotten them does."""
        self._loop.call_soon_threadsafe(lambda: [pair.abort() for pair in list(self._pairs)])

    def silence(self):
        """Lets the connections there are pass nothing any more; new ones are not affected."""
        for pair in list(self._pairs):
            pair.silent = True

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        pair = Pair(self, writer)
        self._pairs.add(pair)
        try:
            answers, calls = await asyncio.open_connection(HOST, self.upstream)
            pair.writers.append(calls)
            await asyncio.gather(
                pair.pump(reader, calls, False), pair.pump(answers, writer, True)
            )
        except OSError:
            pass
        finally:
            pair.abort()
            self._pairs.discard(pair)


class Pair:
    """A connection from the gateway, and the one to Temporal that belongs to it."""

    def __init__(self, proxy: Proxy, writer: asyncio.StreamWriter):
        self.proxy, self.writers = proxy, [writer]
        self.silent = False

    async def pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, answers: bool):
        """Passes bytes on one way, late by the latency and in their order."""
        late: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        passing = asyncio.create_task(self._deliver(late, sink, answers))
        try:
            while data := await source.read(CHUNK):
                late.put_nowait((asyncio.get_running_loop().time(), data))
        except OSError:
            pass
        late.put_nowait((asyncio.get_running_loop().time(), b""))
        await passing
        self.abort()

    async def _deliver(self, late: asyncio.Queue, sink: asyncio.StreamWriter, answers: bool):
        while True:
            came, data = await late.get()
            wait = came + self.proxy.latency - asyncio.get_running_loop().time()
            if wait > 0:
                await asyncio.sleep(wait)
            if not data:
                return
            swallowed = self.silent or (answers and self.proxy.mute)
            if not swallowed and not sink.is_closing():
                sink.write(data)

    def abort(self):
        """Closes both connections with RST."""
        for writer in self.writers:
            plain = writer.get_extra_info("socket")
            if plain is not None and plain.fileno() >= 0:
                plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
