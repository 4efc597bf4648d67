"""Callers that wait at a real Temporal dev server with its default limits."""

import subprocess
from contextlib import contextmanager
from functools import partial

from harness import build, contenders, load, machine
from harness.contenders import FASTAPI, GATEWAY, PROXY, Contender, Running
from harness.machine import BENCH, free_port
from harness.processes import Process
from harness.sizes import Size


def measure(size: Size, tell) -> dict:
    launches = []
    for contender in [FASTAPI, GATEWAY] if size.smoke else [PROXY, FASTAPI, GATEWAY]:
        if not size.includes(contender.name):
            continue
        tell(f"{contender.name}, {size.dev_server} callers")
        launches.append(_launch(size, contender))
    return {"callers": size.dev_server, "launches": launches}


def _launch(size: Size, contender: Contender) -> dict:
    with _dev_server() as temporal, contenders.running(contender, temporal) as at:
        hold = partial(_hold, size, contender, at, temporal)
        for warm_up in range(size.hold_warm_ups // 2 if contender.jvm else 0):
            hold("many", size.dev_server // 10, f"warm-up-{warm_up}-")
        return {
            "contender": contender.name,
            "load": machine.load_average(),
            "one": hold("one", size.dev_server, "one-"),
            "many": hold("many", size.dev_server, "many-"),
        }


def _hold(
    size: Size,
    contender: Contender,
    at: Running,
    temporal: str,
    runs: str,
    callers: int,
    prefix: str,
) -> dict:
    return load.waiters(
        contender,
        at,
        lambda: None,
        n=callers,
        runs=runs,
        prefix=prefix,
        release="signal",
        temporal=temporal,
        duration=f"{size.hold}s",
        patience=f"{size.patience}s",
    )


@contextmanager
def _dev_server():
    port = free_port()
    address = f"127.0.0.1:{port}"
    command = [build.temporal_cli(), "server", "start-dev", "--headless", "--log-level", "error"]
    command += ["--ip", "127.0.0.1", "--port", port, "--http-port", free_port()]
    with Process("temporal", command) as server:
        worker = [build.python(), BENCH / "fastapi" / "worker.py", address]
        server.await_ready(lambda: _answers(address))
        with Process("worker", worker) as polling:
            polling.await_ready(lambda: "polling" in polling.log.read_text())
            yield address


def _answers(address: str) -> bool:
    done = subprocess.run(
        [build.temporal_cli(), "operator", "namespace", "describe", "default"]
        + ["--address", address],
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode == 0


def check(result: dict) -> list[str]:
    """Everybody who waits at the gateway gets the answer of the execution that was asked for."""
    wrong = []
    for launch in result["launches"]:
        for runs in ("one", "many"):
            held = launch[runs]
            if launch["contender"] == "gateway" and held["of"] != {"served": held["waiters"]}:
                wrong.append(f"dev server: {runs}: {held['of']} {held.get('example', '')}")
            if "wrong" in held["of"]:
                wrong.append(f"dev server: {launch['contender']}: {held.get('example')}")
    return wrong
