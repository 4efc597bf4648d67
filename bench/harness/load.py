"""The load generator, asked from Python."""

import json
import subprocess
from collections.abc import Callable

from harness.contenders import Contender, Running, tools

OPERATIONS = ["start", "describe", "signal", "query"]
WARM_UP_ROUNDS = 10


def _command(mode: str, contender: Contender, at: Running, flags: dict) -> list[str]:
    command = [tools() / "load", mode, "-dialect", contender.dialect, "-target", at.target]
    for name, value in {"pid": at.pid, **flags}.items():
        command += [f"-{name}", value]
    return [str(part) for part in command]


def loop(mode: str, contender: Contender, at: Running, stub_pid: int, **flags) -> dict:
    """Mode closed or open: see bench/README.md."""
    command = _command(mode, contender, at, {"stub-pid": stub_pid, **flags})
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr}")
    return json.loads(done.stdout)


def warm(contender: Contender, at: Running, stub_pid: int, seconds: float) -> None:
    """Lets the JIT compiler see all operations, many times: what it made for one alone is slow for another."""
    if seconds == 0:
        return
    if contender.jvm:
        each = seconds / WARM_UP_ROUNDS / len(OPERATIONS)
        for _ in range(WARM_UP_ROUNDS):
            for op in OPERATIONS:
                loop("closed", contender, at, stub_pid, op=op, duration=f"{each}s")
    else:
        loop("closed", contender, at, stub_pid, op="start", duration=f"{min(seconds, 2)}s")


def loops(launch: dict) -> list[dict]:
    """All that a launch of single operations has measured."""
    return [*(one for found in launch["closed"].values() for one in found), launch["open"]]


def waiters(
    contender: Contender, at: Running, held: Callable[[], None], command: str = "release", **flags
) -> dict:
    """Holds waiters, calls held, then releases them or hangs up."""
    words = _command("waiters", contender, at, {"health": at.health, **flags})
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            first = process.stdout.readline()
            if not first:
                raise RuntimeError(f"{' '.join(words)} ended early")
            held()
            process.stdin.write(f"{command}\n")
            process.stdin.flush()
            return json.loads(first) | json.loads(process.stdout.readline())
        finally:
            process.kill()
