"""The peer in Python: a thin FastAPI application over Temporal's SDK.

Usage: TEMPORAL_ADDRESS=127.0.0.1:7233 uvicorn app:app
"""

import os
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from pydantic import BaseModel
from temporalio.client import Client


class Start(BaseModel):
    workflowType: str
    taskQueue: str
    workflowId: str
    input: Any = None


class Message(BaseModel):
    input: Any = None


@asynccontextmanager
async def connected(app: FastAPI):
    address = os.environ.get("TEMPORAL_ADDRESS", "127.0.0.1:7233")
    app.state.client = await Client.connect(address, namespace="default")
    yield


app = FastAPI(lifespan=connected)


def client(request: Request) -> Client:
    return request.app.state.client


@app.get("/health")
async def health() -> dict:
    return {"status": "UP"}


@app.post("/workflows", status_code=201)
async def start(request: Request, body: Start) -> dict:
    handle = await client(request).start_workflow(
        body.workflowType, body.input, id=body.workflowId, task_queue=body.taskQueue
    )
    return {"workflowId": handle.id, "runId": handle.first_execution_run_id}


@app.get("/workflows/{workflow_id}")
async def describe(request: Request, workflow_id: str) -> dict:
    found = await client(request).get_workflow_handle(workflow_id).describe()
    return {
        "workflowId": found.id,
        "runId": found.run_id,
        "workflowType": found.workflow_type,
        "taskQueue": found.task_queue,
        "status": found.status.name if found.status else None,
        "startTime": found.start_time,
    }


@app.post("/workflows/{workflow_id}/signals/{name}", status_code=202)
async def signal(request: Request, workflow_id: str, name: str, body: Message) -> Response:
    await client(request).get_workflow_handle(workflow_id).signal(name, body.input)
    return Response(status_code=202)


@app.post("/workflows/{workflow_id}/queries/{name}")
async def query(request: Request, workflow_id: str, name: str, body: Message) -> Any:
    return await client(request).get_workflow_handle(workflow_id).query(name, body.input)


@app.get("/workflows/{workflow_id}/result")
async def result(request: Request, workflow_id: str) -> Any:
    return await client(request).get_workflow_handle(workflow_id).result()
