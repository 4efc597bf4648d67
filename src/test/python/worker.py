"""A worker in Python: Workflows that no Java code has a part in.

Usage: worker.py HOST:PORT. Prints "ready" once it polls, and runs until it is ended.
"""

import asyncio
import sys
from typing import Any

from temporalio import workflow
from temporalio.client import Client
from temporalio.worker import Worker

TASK_QUEUE = "python-samples"


@workflow.defn
class PyGreeting:
    """Greets whom it is told."""

    @workflow.run
    async def run(self, name: str) -> str:
        return f"Hello, {name}!"


@workflow.defn
class PyInspect:
    """Tells the type and the value of each member that it has received, in their order."""

    @workflow.run
    async def run(self, value: dict[str, Any]) -> list[list[str]]:
        return [[name, type(it).__name__, repr(it)] for name, it in value.items()]


async def main(target: str) -> None:
    client = await Client.connect(target)
    async with Worker(client, task_queue=TASK_QUEUE, workflows=[PyGreeting, PyInspect]):
        print("ready", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
