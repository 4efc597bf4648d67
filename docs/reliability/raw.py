"""Sockets that send what no HTTP client would."""

import socket
import struct
from dataclasses import dataclass, field

HOST = "127.0.0.1"
LONGEST = 90
# What comes after an attack on the same connection, and what an attack tries to smuggle in.
MARKER = b"GET /problems/uri-too-long HTTP/1.1\r\nHost: localhost\r\n\r\n"
SMUGGLED = b"GET /problems/schema-violation HTTP/1.1\r\nHost: localhost\r\n\r\n"


@dataclass
class Answer:
    """A complete response."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def is_marker(self) -> bool:
        return self.status == 200 and b'"uri-too-long"' in self.body

    @property
    def is_smuggled(self) -> bool:
        return self.status == 200 and b'"schema-violation"' in self.body


class Raw:
    """One connection; what cannot be sent because the other side has closed it is dropped."""

    def __init__(self, port: int, timeout: float = LONGEST):
        self.socket = socket.create_connection((HOST, port), timeout=timeout)
        self.input = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.input.close()
        self.socket.close()

    def send(self, data: bytes) -> bool:
        try:
            self.socket.sendall(data)
            return True
        except OSError:
            return False

    def reset(self):
        """Ends with a reset, as a crash would."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def answer(self) -> Answer | None:
        """The next response, or None when there is no complete one before the end."""
        try:
            return self._answer()
        except (OSError, ValueError, IndexError):
            return None

    def _answer(self) -> Answer | None:
        first = self.input.readline()
        if not first:
            return None
        status = int(first.split(b" ", 2)[1])
        headers = {}
        while line := self.input.readline().rstrip(b"\r\n"):
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        if status == 100:
            return self._answer()
        return Answer(status, headers, self._body(headers))

    def _body(self, headers: dict[str, str]) -> bytes:
        if "content-length" in headers:
            return self.input.read(int(headers["content-length"]))
        body = b""
        while headers.get("transfer-encoding") == "chunked":
            size = int(self.input.readline(), 16)
            body += self.input.read(size)
            self.input.readline()
            if size == 0:
                return body
        return body


def exchange(port: int, *parts: bytes) -> list[Answer]:
    """All responses on a connection of its own, up to the marker's or the end."""
    answers = []
    with Raw(port) as raw:
        for part in (*parts, MARKER):
            if not raw.send(part):
                break
        while answer := raw.answer():
            answers.append(answer)
            if answer.is_marker:
                break
    return answers


def get(path: str, *headers: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", *headers, "", ""]
    return "\r\n".join(lines).encode("utf-8")


def framed_head(path: str, *headers: str) -> bytes:
    lines = [f"POST {path} HTTP/1.1", "Host: localhost", "Content-Type: application/json"]
    return "\r\n".join([*lines, *headers, "", ""]).encode("utf-8")


def post(path: str, body: bytes, *headers: str) -> bytes:
    return framed_head(path, f"Content-Length: {len(body)}", *headers) + body


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)
