"""Own processes: started, awaited, and ended by their id."""

import json
import re
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from harness import machine

PATIENCE = 90


class Process:
    """A process in the background, with its output in a file; a context that ends it."""

    def __init__(self, name: str, command: list, env: dict | None = None, cwd: Path | None = None):
        logs = machine.OUT / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        self.name = name
        self.log = logs / f"{name}.log"
        self.began = time.monotonic()
        with self.log.open("ab") as output:
            self._popen = subprocess.Popen(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=env,
                cwd=cwd,
                start_new_session=True,
            )
        self.pid = self._popen.pid

    def __enter__(self) -> "Process":
        return self

    def __exit__(self, *_) -> None:
        self._popen.terminate()
        try:
            self._popen.wait(10)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()

    def alive(self) -> bool:
        return self._popen.poll() is None

    def await_ready(self, ready: Callable[[], bool], pause: float = 0.05) -> float:
        """Returns how many seconds after its start it was ready."""
        while not ready():
            if not self.alive() or time.monotonic() - self.began > PATIENCE:
                tail = self.log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{self.name} did not start:\n{tail}")
            time.sleep(pause)
        return time.monotonic() - self.began


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return response.status == 200
    except (OSError, urllib.error.URLError):
        return False


def call(url: str, method: str = "GET") -> dict:
    request = urllib.request.Request(url, method=method)
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


def live_heap_kib(pid: int) -> int | None:
    """The heap in use after a full collection, of a JVM of ours; None when it does not answer."""
    jcmd = [machine.java_home() / "bin" / "jcmd", str(pid)]
    try:
        for command in ("GC.run", "GC.run", "GC.heap_info"):
            told = subprocess.run(
                [*jcmd, command], check=True, capture_output=True, text=True, timeout=20
            )
    except subprocess.SubprocessError:
        return None
    # One line for the heap of G1, one for each generation of other collectors.
    return sum(map(int, re.findall(r"total .*?, used (\d+)K", told.stdout)))
