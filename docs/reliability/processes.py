"""The processes of a run: Temporal, a Worker and the gateway, on free ports of this machine."""

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[2]
WORKER = ROOT / "src" / "test" / "python" / "worker.py"
PATIENCE = 240


def free_port() -> int:
    """A free port below those that the system gives to outgoing connections."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
                return port
            except OSError:
                continue


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


class Child:
    """A process with its log, which ends with this one."""

    def __init__(self, logs: Path, name: str, command: list[str], **environment: str):
        self.log = logs / f"{name}.log"
        self.command, self.environment = command, {**os.environ, **environment}
        self.process: subprocess.Popen | None = None

    def spawn(self):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self.environment
            )

    def send(self, what: signal.Signals):
        self.process.send_signal(what)

    def end(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def until(self, ready, what: str):
        """Waits until it is ready, and fails when it ends before."""
        deadline = time.monotonic() + PATIENCE
        while not ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                tail = self.log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{what} did not start: {self.command}\n{tail}")
            time.sleep(0.02)


class Temporal(Child):
    """The dev server, with a database file that outlives it."""

    def __init__(self, logs: Path):
        self.port, self.http_port = free_port(), free_port()
        self.folder = tempfile.mkdtemp(prefix="temporal-faults-")
        cli = os.environ.get("TEMPORAL_CLI") or shutil.which("temporal")
        if not cli:
            raise RuntimeError("There is no `temporal` command: set TEMPORAL_CLI to its path.")
        command = [cli, "server", "start-dev", "--ip", HOST, "--headless", "--log-level", "error"]
        command += ["--port", str(self.port), "--http-port", str(self.http_port)]
        command += ["--db-filename", str(Path(self.folder) / "temporal.db")]
        super().__init__(logs, "temporal", command)

    def start(self) -> float:
        """Starts it, and returns the moment at which its port opened."""
        self.spawn()
        self.until(lambda: answers(self.port), "Temporal")
        return time.monotonic()

    def kill(self):
        """Ends it as a crash of its machine would."""
        self.end()

    def freeze(self):
        self.send(signal.SIGSTOP)

    def thaw(self):
        self.send(signal.SIGCONT)

    def version(self) -> str:
        text = self.call("/cluster", "GET")
        return text.partition('"serverVersion":"')[2].partition('"')[0] or "of unknown version"

    def call(self, path: str, method: str = "POST") -> str:
        """Calls its own HTTP API until that succeeds, and returns the answer."""
        deadline = time.monotonic() + PATIENCE
        while True:
            connection = HTTPConnection(HOST, self.http_port, timeout=10)
            try:
                headers = {"Content-Type": "application/json"}
                connection.request(method, path, "{}" if method == "POST" else None, headers)
                answer = connection.getresponse()
                text = answer.read().decode()
                if answer.status == 200:
                    return text
            except OSError as gone:
                text = repr(gone)
            finally:
                connection.close()
            if time.monotonic() > deadline:
                raise RuntimeError(f"Temporal does not answer {path}: {text}")
            time.sleep(0.05)

    def forget(self):
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)


class Worker(Child):
    """Runs the Python samples."""

    def __init__(self, logs: Path, target: int):
        python = os.environ.get("GATEWAY_TEST_PYTHON") or sys.executable
        super().__init__(logs, "worker", [python, str(WORKER), f"{HOST}:{target}"])

    def start(self):
        self.spawn()
        self.until(lambda: "ready" in self.log.read_text(), "The Worker")


class Gateway(Child):
    """The built jar."""

    def __init__(self, logs: Path, name: str, jar: str, target: int, *settings: str):
        self.port, self.management = free_port(), free_port()
        home = os.environ.get("JAVA_HOME")
        command = [str(Path(home) / "bin" / "java") if home else "java", "-jar", jar]
        command += [f"--server.port={self.port}", f"--management.server.port={self.management}"]
        command += ["--management.endpoints.web.exposure.include=health,metrics", *settings]
        super().__init__(logs, name, command, TEMPORAL_ADDRESS=f"{HOST}:{target}")

    def start(self):
        """Starts it without waiting for it."""
        self.spawn()

    def ready(self):
        self.until(lambda: answers(self.port), "The gateway")
        return self

    def waiters(self) -> int:
        """How many callers wait for a run to close."""
        connection = HTTPConnection(HOST, self.management, timeout=10)
        connection.request("GET", "/actuator/metrics/gateway.waiters")
        answer = connection.getresponse()
        text = answer.read()
        return int(json.loads(text)["measurements"][0]["value"]) if answer.status == 200 else 0

    def terminate(self) -> float:
        """Sends SIGTERM, and returns how long the process took to end."""
        began = time.monotonic()
        self.send(signal.SIGTERM)
        self.process.wait(timeout=PATIENCE)
        return time.monotonic() - began
