"""From the start of the process to the first 200, the jar as it is, extracted, with AOT cache."""

import os
import statistics
from pathlib import Path

from harness import build, contenders, machine
from harness.machine import OUT, free_port
from harness.processes import Process, answers
from harness.sizes import Size


def measure(size: Size, tell) -> dict:
    tell("extracting and training")
    jar = contenders.gateway_jar()
    extracted = build.extract(jar)
    with contenders.stub() as stub:
        variants = {
            "plain": ["-jar", jar],
            "extracted": ["-jar", extracted],
            "aot": [f"-XX:AOTCache={_train(extracted, stub.address)}", "-jar", extracted],
        }
        seconds: dict[str, list[float]] = {name: [] for name in variants}
        for launch in range(size.start_ups):
            tell(f"launch {launch + 1} of {size.start_ups}")
            for name, arguments in variants.items():
                seconds[name].append(_launch(arguments, stub.address))
    return {
        "load": machine.load_average(),
        "seconds": seconds,
        "median": {name: statistics.median(of) for name, of in seconds.items()},
    }


def _train(jar: Path, temporal: str) -> Path:
    """Starts once up to the ready context and writes down what was loaded and linked."""
    cache = OUT / "gateway.aot"
    cache.unlink(missing_ok=True)
    train = [f"-XX:AOTCacheOutput={cache}", "-Dspring.context.exit=onRefresh", "-jar", jar]
    build.run([contenders.java(), contenders.HEAP, *train], env=_env(temporal))
    return cache


def _launch(arguments: list, temporal: str) -> float:
    env = _env(temporal)
    url = f"http://127.0.0.1:{env['SERVER_PORT']}/workflows/started"
    command = [contenders.java(), contenders.HEAP, *arguments]
    with Process("gateway-startup", command, env) as process:
        return process.await_ready(lambda: answers(url), pause=0.01)


def _env(temporal: str) -> dict:
    return os.environ | {
        "TEMPORAL_ADDRESS": temporal,
        "SERVER_PORT": str(free_port()),
        "MANAGEMENT_SERVER_PORT": str(free_port()),
    }


def check(result: dict) -> list[str]:
    """Each way of starting came to an answer."""
    return [f"start-up: {name} never" for name, of in result["seconds"].items() if not of]
