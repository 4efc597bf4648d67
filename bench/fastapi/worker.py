"""The worker of the dev server phases: Workflows that stay open until they are released.

Usage: python3 worker.py 127.0.0.1:7233
"""

import asyncio
import sys

from temporalio import workflow
from temporalio.client import Client
from temporalio.worker import UnsandboxedWorkflowRunner, Worker


@workflow.defn
class WaitForRelease:
    def __init__(self) -> None:
        self.value: str | None = None

    @workflow.run
    async def run(self, _: dict) -> dict:
        await workflow.wait_condition(lambda: self.value is not None)
        return {"of": self.value}

    @workflow.signal
    def release(self, value: str) -> None:
        self.value = value


async def main() -> None:
    client = await Client.connect(sys.argv[1], namespace="default")
    async with Worker(
        client,
        task_queue="bench",
        workflows=[WaitForRelease],
        workflow_runner=UnsandboxedWorkflowRunner(),
        max_cached_workflows=20_000,
    ):
        print("polling", flush=True)
        await asyncio.Event().wait()


asyncio.run(main())
