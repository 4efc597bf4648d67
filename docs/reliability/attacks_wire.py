"""Requests that are wrong as HTTP: smuggling, headers that contradict each other, bad URIs."""

import base64

from hostile_world import HostileWorld
from raw import MARKER, SMUGGLED, Raw, exchange, get, post

TITLE = "malformed HTTP"
BODY = b"{}"
TARGET = "/workflows/nobody/signals/x"


def framed(*headers: str, body: bytes = b"", line: str = f"POST {TARGET} HTTP/1.1") -> bytes:
    lines = [line, "Host: localhost", "Content-Type: application/json", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def empty_chunks(rest: bytes) -> bytes:
    return b"0\r\n\r\n" + rest


# A 404 would mean that the request was read.
UNREADABLE = (400, 403, 405, 408, 411, 413, 414, 415, 421, 422, 426, 431)

# Two readers of such a request could see its end in different places.
SMUGGLING = {
    "CL.TE": framed(
        "Content-Length: 5", "Transfer-Encoding: chunked", body=empty_chunks(SMUGGLED)
    ),
    "TE.CL": framed(
        "Transfer-Encoding: chunked", "Content-Length: 3", body=b"2\r\n{}\r\n0\r\n\r\n" + SMUGGLED
    ),
    "TE.TE": framed(
        "Transfer-Encoding: chunked", "Transfer-Encoding: identity", body=empty_chunks(SMUGGLED)
    ),
    "TE twice": framed(
        "Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body=empty_chunks(SMUGGLED)
    ),
    "TE unknown": framed("Transfer-Encoding: xchunked", body=empty_chunks(SMUGGLED)),
    "TE not last": framed("Transfer-Encoding: chunked, gzip", body=empty_chunks(SMUGGLED)),
    "TE with vertical tab": framed("Transfer-Encoding: \x0bchunked", body=empty_chunks(SMUGGLED)),
    "TE folded": framed("Transfer-Encoding:\r\n chunked", body=empty_chunks(SMUGGLED)),
    "TE with space before the colon": framed(
        "Transfer-Encoding : chunked", body=empty_chunks(SMUGGLED)
    ),
    "TE in HTTP/1.0": framed(
        "Transfer-Encoding: chunked", "Connection: keep-alive",
        line=f"POST {TARGET} HTTP/1.0", body=empty_chunks(SMUGGLED),
    ),
    "obs-fold": framed("X-Fold: a", " Content-Length: 2", "Content-Length: 60", body=SMUGGLED),
    "bare LF between headers": framed("X-Line: a\nContent-Length: 2", body=BODY + SMUGGLED),
    "bare CR in a header": framed("X-Line: a\rContent-Length: 60", body=SMUGGLED),
    "NUL in a header": framed("X-Nul: a\0b", "Content-Length: 2", body=BODY),
    "CL twice, other": framed("Content-Length: 2", "Content-Length: 60", body=BODY + SMUGGLED),
    "CL list": framed("Content-Length: 2, 60", body=BODY + SMUGGLED),
    "CL signed": framed("Content-Length: +2", body=BODY + SMUGGLED),
    "CL negative": framed("Content-Length: -1", body=SMUGGLED),
    "CL hexadecimal": framed("Content-Length: 0x2", body=BODY + SMUGGLED),
    "CL beyond 64 bits": framed("Content-Length: 18446744073709551618", body=BODY),
    "chunk size beyond 64 bits": framed(
        "Transfer-Encoding: chunked", body=b"10000000000000002\r\n{}\r\n" + empty_chunks(SMUGGLED)
    ),
    "chunk size negative": framed("Transfer-Encoding: chunked", body=b"-2\r\n{}\r\n0\r\n\r\n"),
    "chunk with bare LF": framed(
        "Transfer-Encoding: chunked", body=b"2\n{}\n0\n\n" + SMUGGLED
    ),
    "chunk longer than told": framed(
        "Transfer-Encoding: chunked", body=b"2\r\n{}AAAA\r\n0\r\n\r\n" + SMUGGLED
    ),
    "space before the method": b" " + framed("Content-Length: 2", body=BODY + SMUGGLED),
    "Host twice": framed("Host: other", "Content-Length: 2", body=BODY),
    "foreign Host": b"GET /problems HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "foreign page": framed("Sec-Fetch-Site: cross-site", "Content-Length: 2", body=BODY),
    "no Host": b"GET /problems HTTP/1.1\r\n\r\n",
    "Host with a path": b"GET /problems HTTP/1.1\r\nHost: a/b\r\n\r\n",
    "Content-Type twice": framed("Content-Type: text/plain", "Content-Length: 2", body=BODY),
    "Idempotency-Key twice": framed(
        "Idempotency-Key: a", "Idempotency-Key: b", "Content-Length: 2", body=BODY
    ),
    "HTTP/2 without being asked": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
    "no version": b"GET /problems\r\n\r\n",
    "header without end": framed("X-Long: " + "a" * 2_000_000),
    "headers without end": framed(*(f"X-{n}: a" for n in range(100_000))),
    "trailers without end": framed(
        "Transfer-Encoding: chunked", body=b"2\r\n{}\r\n0\r\n" + b"X-T: a\r\n" * 500_000
    ),
}
# Allowed, and one request all the same: what follows is the next one.
HARMLESS = {
    "CONNECT": b"CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "CL twice, same": framed("Content-Length: 2", "Content-Length: 2", body=BODY),
    "chunk extensions": framed(
        "Transfer-Encoding: chunked", body=b'2;a=b;c="d"\r\n{}\r\n0;e\r\n\r\n'
    ),
    "chunk extension without end": framed(
        "Transfer-Encoding: chunked", body=b"2;" + b"a" * 5_000_000 + b"\r\n{}\r\n0\r\n\r\n"
    ),
    "empty lines before": b"\r\n\r\n" + post(TARGET, BODY),
    "h2c upgrade": get(
        "/problems/internal", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c",
        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
    ),
    "expectation": post(TARGET, BODY, "Expect: 100-continue"),
    "other expectation": post(TARGET, BODY, "Expect: 200-ok"),
}
LINE_BREAK = base64.urlsafe_b64encode(b"a\r\nX-Injected: 1").decode().rstrip("=")
URIS = [
    "/workflows/%", "/workflows/%zz", "/workflows/%0", "/workflows/%C3%28", "/workflows/%ED%A0%80",
    "/workflows/%u0041", "/workflows/%00", "/workflows/a%00b", "/workflows/%0D%0AX-Injected:%201",
    f"/workflows/~{LINE_BREAK}", "/workflows/~", "/workflows/~%%%", "/workflows/~Li4",
    "/workflows/" + "a" * 1001, "/workflows/" + "%C3%BC" * 501, "/workflows/" + "a" * 7000,
    "/workflows/" + "a" * 100_000, "/workflows/a;b", "/workflows/a/../../b", "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd", "/workflows?query=%", "/workflows?query=%C3%28",
    "/workflows?pageToken=%0D%0AX-Injected:1", "/workflows?pageSize=-99999999999999999999",
    "/workflows/x/result?wait=99999999999999999999999999999h", "/workflows?" + "a=b&" * 5000,
    "/workflows/x?runId=%0D%0AX-Injected:1", "http://[::1", "//", "\\", "*",
    "/namespaces/%0D%0AX-Injected:1/workflows", "/problems/%0D%0AX-Injected:1",
]
HEADERS = [
    "Idempotency-Key: " + "k" * 256, 'Idempotency-Key: "a\\r\\nX-Injected: 1"', "Idempotency-Key:",
    "Prefer: wait=" + "9" * 7000, "Prefer: wait=-1", "Accept: " + "a/b," * 1500, "Accept: \xff",
    "Content-Type: application/json;charset=\"x\ny\"", "Content-Type: " + "a" * 7000,
    "traceparent: 00-%0d%0a-01-01", "Range: bytes=" + "0-," * 1500, "If-None-Match: " + "\"" * 3000,
    "Last-Event-ID: 999999999999999999999", "Forwarded: host=evil", "X-Forwarded-Host: evil",
    "Authorization: Bearer " + "e" * 7000, "Cookie: " + "a=b;" * 1500,
]


def attack(world: HostileWorld):
    with world.under_attack(TITLE) as told:
        for name, request in SMUGGLING.items():
            told.one_request(name, exchange(world.port, request), UNREADABLE)
        for name, request in HARMLESS.items():
            told.one_request(name, exchange(world.port, request))
        for uri in URIS:
            told.refused(uri[:60], exchange(world.port, get(uri)))
        for header in HEADERS:
            request = post(TARGET, BODY, header)
            told.refused(header[:60], exchange(world.port, request))
        resets(world)
    world.found(
        TITLE,
        "4xx or an end, and no second request hidden in the first",
        f"{told.count} requests",
        not told.broken,
        told.broken,
    )


def resets(world: HostileWorld):
    """Callers that ask and are gone with a reset, before they could be answered."""
    for _ in range(1000):
        with Raw(world.port) as raw:
            raw.send(get(f"/workflows/{world.running}/result?wait=50s") + MARKER)
            raw.reset()
