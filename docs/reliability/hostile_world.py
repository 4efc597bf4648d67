"""A small gateway, a bystander who calls it all the time, and what was found out."""

import re
import statistics
import sys
import tempfile
import threading
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from callers import Call, call
from processes import Gateway, Temporal
from raw import Answer

HEAP = "-Xmx256m"
# Heap, classes, code, buffers outside of the heap, threads: what a container would have to give.
RESIDENT_MB = 640
AFTER = "after all"
LEAKS = re.compile(
    rb"(?<![A-Za-z])(?:java|javax|jakarta|org|io|com|tools)\.[a-z]+\.[a-zA-Z.]+|Exception"
    rb"|\tat |\.java:|[Jj]etty|/BOOT-INF/|/home/|/usr/"
)


@dataclass
class Told:
    """What an attack was answered, and what of it should not have been."""

    count: int = 0
    broken: list[str] = field(default_factory=list)

    def refused(self, name: str, answers: list[Answer]):
        """The attack got one 4xx or none at all; only the marker may follow."""
        self.one_request(name, answers, range(400, 500))

    def one_request(self, name: str, answers: list[Answer], allowed=range(200, 500)):
        self.count += 1
        statuses = [answer.status for answer in answers if not answer.is_marker]
        if len(statuses) > 1 or any(status not in allowed for status in statuses):
            self.broken.append(f"{name}: {statuses}")
        if any(answer.is_smuggled for answer in answers):
            self.broken.append(f"{name}: the hidden request was answered")
        for answer in answers:
            if "x-injected" in answer.headers:
                self.broken.append(f"{name}: a header was injected")
            if answer.status >= 400:
                self.problem(name, answer)

    def problem(self, name: str, answer: Answer):
        if answer.body and answer.headers.get("content-type") != "application/problem+json":
            self.broken.append(f"{name}: {answer.status} is no problem+json")
        if leak := LEAKS.search(answer.body):
            self.broken.append(f"{name}: leaks {leak.group()!r}")

    def text(self, text: bytes):
        self.count += 1
        if text.startswith(b"HTTP/1.1 5"):
            self.broken.append(text[:300].decode("latin-1"))
        head, _, body = text.partition(b"\r\n\r\n")
        if leak := LEAKS.search(body):
            self.broken.append(f"leaks {leak.group()!r}")


class HostileWorld:
    """Temporal and a gateway with little memory, and one who only wants to use it."""

    def __init__(self, jar: str, logs: str | None, slack: float):
        self.slack, self.broken = slack, 0
        folder = Path(logs or tempfile.mkdtemp(prefix="hostile-logs-"))
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.log"):
            old.unlink()
        self.temporal = Temporal(folder)
        self.gateway = Gateway(folder, "gateway-attacked", jar, self.temporal.port, *SETTINGS)
        self.gateway.command[1:1] = [HEAP, "-XX:+ExitOnOutOfMemoryError"]
        self.port = self.gateway.port
        self.running = f"running-{uuid.uuid4()}"
        # Ten seconds for headers, thirty for a body, and a few to answer or look.
        self.drips_end_within = 36 * slack

    def start(self):
        self.temporal.start()
        self.gateway.start()
        self.gateway.ready()
        body = {"workflowType": "Idle", "taskQueue": "nobody", "workflowId": self.running}
        patience = time.monotonic() + 90
        while (began := call(self.port, "start", "POST", "/workflows", body)).status != 201:
            assert time.monotonic() < patience, began
            time.sleep(0.2)
        for _ in range(300):
            self.normal_call()

    def end(self):
        self.gateway.end()
        self.temporal.forget()

    def normal_call(self) -> Call:
        return call(self.port, "describe", "GET", f"/workflows/{self.running}")

    @contextmanager
    def under_attack(self, title: str):
        """Somebody else goes on calling meanwhile."""
        told, over, calls = Told(), threading.Event(), []

        def bystander():
            while not over.wait(0.05):
                calls.append(self.normal_call())

        thread = threading.Thread(target=bystander)
        thread.start()
        try:
            yield told
        finally:
            over.set()
            thread.join()
        calls.append(self.normal_call())
        times = sorted(done.seconds for done in calls)
        failed = [str(done) for done in calls if done.status != 200]
        typical = statistics.median(times)
        self.found(
            title,
            "others are answered, typically within 1 s",
            f"{len(calls)} calls, median {typical * 1000:.0f} ms, slowest {times[-1]:.1f} s",
            not failed and typical < self.slack,
            failed,
        )

    def found(self, attack: str, promise: str, measured: str, kept: bool, culprits=()):
        self.broken += not kept
        print(f"{'kept  ' if kept else 'BROKEN'} {attack}: {promise}: {measured}", flush=True)
        for culprit in culprits if not kept else ():
            print(f"       {culprit}", file=sys.stderr, flush=True)

    def aftermath(self):
        """Whether it is the process that was started, how large it got, and what it logged."""
        alive = self.gateway.process.poll() is None
        self.found(AFTER, "the process lives", "alive" if alive else "ended", alive)
        if alive:
            status = Path(f"/proc/{self.gateway.process.pid}/status").read_text()
            peak = int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024
            promise = f"it never took more than {RESIDENT_MB} MB with {HEAP}"
            self.found(AFTER, promise, f"{peak} MB", peak <= RESIDENT_MB)
        log = self.gateway.log.read_bytes()
        stacks = re.findall(rb"[^\n]*OutOfMemory[^\n]*|(?m:^\\S[^\n]+)(?=\n\tat )", log)
        self.found(
            AFTER, "its log has no failure of its own", f"{len(log)} bytes", not stacks,
            [stack.decode(errors="replace")[:300] for stack in stacks[:20]],
        )


SETTINGS: list[str] = []


@contextmanager
def hostile_world(jar: str, logs: str | None, slack: float):
    made = HostileWorld(jar, logs, slack)
    try:
        made.start()
        yield made
    finally:
        made.end()
