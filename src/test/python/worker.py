"""A worker in Python: Workflows that no Java code has a part in.

Usage: worker.py HOST:PORT. Prints "ready" once it polls, and runs until it is ended.
"""

import asyncio
import base64
import sys
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.exceptions import ActivityError
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


@workflow.defn
class PyCounter:
    """Counts until it is told to finish, and returns the count."""

    def __init__(self) -> None:
        self._count = 0
        self._finished = False

    @workflow.run
    async def run(self) -> int:
        await workflow.wait_condition(lambda: self._finished)
        return self._count

    @workflow.signal
    def add(self) -> None:
        self._count += 1

    @workflow.signal
    def finish(self) -> None:
        self._finished = True

    @workflow.query
    def count(self) -> int:
        return self._count

    @workflow.update
    def increase(self) -> int:
        self._count += 1
        return self._count


@activity.defn
async def py_external() -> dict[str, Any]:
    """Leaves its completion to whoever reads its token, in base64url, from its heartbeat."""
    activity.heartbeat(base64.urlsafe_b64encode(activity.info().task_token).decode().rstrip("="))
    activity.raise_complete_async()


@workflow.defn
class PyExternal:
    """Returns what somebody else completes its Activity with, or why it failed."""

    @workflow.run
    async def run(self) -> Any:
        try:
            return await workflow.execute_activity(
                py_external, start_to_close_timeout=timedelta(minutes=5)
            )
        except ActivityError as error:
            return [type(error.cause).__name__, error.cause.type, list(error.cause.details)]


async def main(target: str) -> None:
    client = await Client.connect(target)
    async with Worker(
        client,
        task_queue=TASK_QUEUE,
        workflows=[PyGreeting, PyInspect, PyCounter, PyExternal],
        activities=[py_external],
    ):
        print("ready", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
