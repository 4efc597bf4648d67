"""Callers of the gateway that remember how each call went."""

import json
import threading
import time
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote

HOST = "127.0.0.1"
QUEUE = "python-samples"
LONGEST = 90


@dataclass
class Call:
    """One call; status 0 means that no complete response came, -1 that nobody listened."""

    what: str
    began: float
    ended: float
    status: int
    retry_after: str | None = None
    text: str = ""
    etag: str | None = None

    @property
    def seconds(self) -> float:
        return self.ended - self.began

    @property
    def json(self):
        return json.loads(self.text)

    def __str__(self) -> str:
        return f"{self.what}: {self.status} after {self.seconds:.1f} s {self.text[:300]}"


def call(port: int, what: str, method: str, path: str, body=None, headers=None) -> Call:
    """Calls on a connection of its own and reads the response to its end."""
    began = time.monotonic()
    connection = HTTPConnection(HOST, port, timeout=LONGEST)
    try:
        connection.request(
            method,
            path,
            None if body is None else json.dumps(body),
            {"Content-Type": "application/json", **(headers or {})},
        )
        answer = connection.getresponse()
        text = answer.read().decode()
        told = answer.headers["Retry-After"], text, answer.headers["ETag"]
        return Call(what, began, time.monotonic(), answer.status, *told)
    except ConnectionRefusedError:
        return Call(what, began, time.monotonic(), -1)
    except (OSError, HTTPException) as broken:
        return Call(what, began, time.monotonic(), 0, None, repr(broken))
    finally:
        connection.close()


def start_body(workflow_type: str, **more) -> dict:
    return {"workflowType": workflow_type, "taskQueue": QUEUE, **more}


class Callers:
    """Calls one gateway from many threads."""

    def __init__(self, port: int):
        self.port = port
        self.pool = ThreadPoolExecutor(1200)

    def call(self, what: str, method: str, path: str, body=None, **headers: str) -> Call:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return call(self.port, what, method, path, body, named)

    def later(self, *arguments, **headers) -> Future[Call]:
        return self.pool.submit(self.call, *arguments, **headers)

    def counters(self, number: int) -> list[str]:
        """Starts so many Workflows that count until they are told to finish."""
        ids = [f"counter-{uuid.uuid4()}" for _ in range(number)]
        for start in [self.pool.submit(self._counter, id) for id in ids]:
            start.result()
        return ids

    def _counter(self, id: str):
        """Repeats the start where the machine is too busy for it: no fault is at work yet."""
        patience = time.monotonic() + LONGEST
        body = start_body("PyCounter", workflowId=id)
        while (start := self.call("start", "POST", "/workflows", body)).status not in (201, 409):
            assert time.monotonic() < patience, start
            time.sleep(0.5)

    def waits(self, ids: list[str], seconds: int) -> list[Future[Call]]:
        return [self.later("wait", "GET", f"/workflows/{id}/result?wait={seconds}s") for id in ids]

    def signals(self, ids: list[str], name: str) -> list[Future[Call]]:
        return [self.later("signal", "POST", f"/workflows/{id}/signals/{name}", {}) for id in ids]

    def runs_of(self, ids: list[str]) -> dict[str, set[str]]:
        """The runs that there are of each Workflow Id, as the visibility store knows them."""
        runs: dict[str, set[str]] = {id: set() for id in ids}
        path = "/workflows?pageSize=1000"
        while path:
            page = self.call("list", "GET", path)
            assert page.status == 200, page
            for found in page.json["items"]:
                if found["workflowId"] in runs:
                    runs[found["workflowId"]].add(found["runId"])
            more = page.json.get("nextPageToken")
            path = more and f"/workflows?pageSize=1000&pageToken={quote(more, safe='')}"
        return runs


@dataclass
class Writers:
    """Start Workflows all the time, and repeat what failed with its key until it succeeds."""

    callers: Callers
    pause: float = 0.2
    calls: list[Call] = field(default_factory=list)
    started: dict[str, str] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)
    _over: threading.Event = field(default_factory=threading.Event)
    _threads: list[Future] = field(default_factory=list)

    def begin(self, number: int):
        self._threads = [self.callers.pool.submit(self._write) for _ in range(number)]
        return self

    def _write(self):
        while not self._over.is_set():
            self._start(f"key-{uuid.uuid4()}")
            self._over.wait(self.pause)

    def _start(self, key: str):
        patience = time.monotonic() + LONGEST
        body = start_body("PyGreeting", workflowId=f"greeting-{key}", input="World")
        while time.monotonic() < patience:
            made = self.callers.call("start", "POST", "/workflows", body, Idempotency_Key=key)
            self.calls.append(made)
            if made.status in (200, 201):
                self.started[made.json["workflowId"]] = made.json["runId"]
                return
            self.repeated.add(key)
            time.sleep(min(1.0, float(made.retry_after or 0.5)))
        raise RuntimeError(f"A start never succeeded; at last {made}")

    def end(self):
        """Lets them finish what they have begun."""
        self._over.set()
        for thread in self._threads:
            thread.result()

    def failed(self) -> list[Call]:
        return [made for made in self.calls if made.status not in (200, 201)]

    def first_success_after(self, moment: float) -> float:
        """Seconds until the first start that ended well after the moment."""
        good = [made.ended for made in self.calls if made.status in (200, 201)]
        return min((ended for ended in good if ended > moment), default=float("inf")) - moment
