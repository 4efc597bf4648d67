"""Everything that a run needs, and what it has found out."""

import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from callers import Call, Callers
from processes import Gateway, Temporal, Worker, free_port
from proxy import Proxy


@dataclass
class Finding:
    """One promise, and whether it was kept."""

    fault: str
    promise: str
    measured: str
    kept: bool


class World:
    """Temporal, a Worker, a gateway that calls Temporal directly and one behind a bad network."""

    def __init__(self, jar: str, logs: str | None, slack: float, quick: bool):
        self.jar, self.slack, self.quick = jar, slack, quick
        self.logs = Path(logs or tempfile.mkdtemp(prefix="faults-logs-"))
        self.logs.mkdir(parents=True, exist_ok=True)
        for old in self.logs.glob("*.log"):
            old.unlink()
        self.findings: list[Finding] = []
        self.children = []
        self.temporal = Temporal(self.logs)
        self.proxy = Proxy(free_port(), self.temporal.port)
        self.direct = self.gateway("gateway-direct", self.temporal.port)
        self.behind = self.gateway("gateway-behind-proxy", self.proxy.port)

    def gateway(self, name: str, target: int, *settings: str) -> Gateway:
        """A gateway that ends with this world; starting it is left to the caller."""
        made = Gateway(self.logs, name, self.jar, target, *settings)
        self.children.append(made)
        return made

    def start(self):
        self.temporal.start()
        worker = Worker(self.logs, self.temporal.port)
        self.children.append(worker)
        self.direct.start()
        self.behind.start()
        worker.start()
        for gateway in (self.direct, self.behind):
            gateway.ready()
            self.warm(Callers(gateway.port))

    def warm(self, callers: Callers):
        """Calls until it works, and a little more, so that no fault is blamed on class loading."""
        deadline = time.monotonic() + 60
        while callers.call("warm-up", "GET", "/workflow-count").status != 200:
            assert time.monotonic() < deadline, "The gateway does not reach Temporal."
            time.sleep(0.1)
        ids = callers.counters(5)
        for done in callers.signals(ids, "finish") + callers.waits(ids, 30):
            assert done.result().status in (200, 202), done.result()

    def found(self, fault: str, promise: str, measured: str, kept: bool, *culprits: Call):
        self.findings.append(Finding(fault, promise, measured, kept))
        print(f"{'kept  ' if kept else 'BROKEN'} {fault}: {promise}: {measured}", flush=True)
        if not kept:
            for culprit in culprits[:5]:
                print(f"       {culprit}", file=sys.stderr, flush=True)

    def within(self, seconds: float, limit: float) -> bool:
        """Whether it was fast enough, with the slack that the machine is given."""
        return seconds <= limit * self.slack

    def end(self):
        for child in self.children:
            child.end()
        self.temporal.forget()


@contextmanager
def world(*arguments):
    made = World(*arguments)
    try:
        made.start()
        yield made
    finally:
        made.end()
