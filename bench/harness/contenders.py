"""Who is measured: how each is started and asked."""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harness import build, machine
from harness.machine import BENCH, free_port
from harness.processes import Process, answers, call

HEAP = "-Xmx512m"
# What the image of the gateway starts its JVM with.
IMAGE_OPTIONS = machine.ROOT / "src" / "image" / "jvm.options"


@dataclass(frozen=True)
class Contender:
    name: str
    label: str
    dialect: str
    jvm: bool = False


DIRECT = Contender("direct", "direct gRPC (the limit)", "grpc")
PROXY = Contender("proxy", "Go grpc-gateway proxy", "proxy")
FASTAPI = Contender("fastapi", "FastAPI, 1 process", "rest")
NAIVE = Contender("naive", "naive Spring controller", "rest", jvm=True)
GATEWAY = Contender("gateway", "**this gateway**", "rest", jvm=True)
ALL = [DIRECT, PROXY, FASTAPI, NAIVE, GATEWAY]
HTTP = ALL[1:]


@dataclass(frozen=True)
class Running:
    """Where a contender answers; direct gRPC has no process."""

    pid: int
    target: str
    health: str
    seconds: float


@contextmanager
def running(contender: Contender, temporal: str, **settings: str):
    """Starts a contender in front of a Temporal and returns when it answers.

    Settings are environment variables, which mean something to the gateway only.
    """
    if contender is DIRECT:
        yield Running(0, temporal, "", 0)
        return
    port, management = free_port(), free_port()
    target = f"127.0.0.1:{port}"
    path, health = {
        "proxy": ("/api/v1/namespaces/default", ""),
        "fastapi": ("/health", f"{target}/health"),
        "naive": ("/actuator/health", f"{target}/actuator/health"),
        "gateway": ("/problems", f"127.0.0.1:{management}/actuator/health"),
    }[contender.name]
    env = os.environ | {
        "TEMPORAL_ADDRESS": temporal,
        "SERVER_PORT": str(port),
        "MANAGEMENT_SERVER_PORT": str(management),
    } | settings
    if contender is NAIVE:
        del env["MANAGEMENT_SERVER_PORT"]
    command = _command(contender, target, temporal)
    cwd = BENCH / "fastapi" if contender is FASTAPI else None
    with Process(contender.name, command, env, cwd) as process:
        seconds = process.await_ready(lambda: answers(f"http://{target}{path}"))
        yield Running(process.pid, target, health, seconds)


def _command(contender: Contender, target: str, temporal: str) -> list:
    port = target.split(":")[1]
    if contender is PROXY:
        return [tools() / "proxy", "-listen", target, "-temporal", temporal]
    if contender is FASTAPI:
        uvicorn = ["-m", "uvicorn", "app:app", "--no-access-log", "--log-level", "warning"]
        return [build.python(), *uvicorn, "--host", "127.0.0.1", "--port", port]
    if contender is NAIVE:
        return [java(), HEAP, "-jar", naive_jar()]
    return [java(), f"@{IMAGE_OPTIONS}", HEAP, "-jar", gateway_jar()]


def java() -> Path:
    return machine.java_home() / "bin" / "java"


@dataclass(frozen=True)
class Stub:
    """The stub of Temporal and its control port."""

    pid: int
    address: str
    control: str

    def stats(self) -> dict:
        return call(f"http://{self.control}/stats")

    def reset(self, limit: int) -> None:
        """Counts anew, with this many long polls allowed at once; 0 is any number."""
        call(f"http://{self.control}/limit?n={limit}", "POST")
        call(f"http://{self.control}/reset", "POST")


@contextmanager
def stub():
    address, control = f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
    command = [tools() / "stub", "-listen", address, "-control", control]
    with Process("stub", command) as process:
        process.await_ready(lambda: answers(f"http://{control}/stats"))
        yield Stub(process.pid, address, control)


@cache
def tools() -> Path:
    return build.go_tools()


@cache
def gateway_jar() -> Path:
    return build.gateway_jar()


@cache
def naive_jar() -> Path:
    return build.naive_jar()
