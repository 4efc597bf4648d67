#!/usr/bin/env python3
"""An Activity Worker in Python with nothing but its standard library: no SDK.

    GATEWAY=http://localhost:8080 TASK_QUEUE=scripts python3 worker.py

It does two Activity Types:
    Greet  takes a name and returns a greeting.
    Count  counts to the number that it takes, one each 0.2 s. It goes on where the attempt before
           has stopped, and stops when the Workflow is canceled.
"""

import json
import os
import socket
import time
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

GATEWAY = os.environ.get("GATEWAY", "http://localhost:8080")
TASK_QUEUE = os.environ.get("TASK_QUEUE", "scripts")
NAME = f"python@{socket.gethostname()}:{os.getpid()}"


class Gone(Exception):
    """The attempt is over: it has timed out, or the Workflow has ended."""


class Canceled(Exception):
    """The Activity is asked to stop; the argument says how far it has come."""


class Failed(Exception):
    """The attempt has failed; the argument is the failure as JSON."""


def post(path, body, **headers):
    """Sends JSON and returns the JSON of the answer; None when there is none."""
    headers["Content-Type"] = "application/json"
    request = Request(GATEWAY + path, json.dumps(body).encode(), headers)
    try:
        with urlopen(request, timeout=90) as answer:
            return json.loads(answer.read() or "null")
    except HTTPError as error:
        problem = json.load(error)
        if problem.get("code") == "activity-not-found":
            raise Gone from error
        raise


def heartbeat(task, details):
    """Tells how far the attempt has come, and raises when it is not to go on."""
    answer = post("/activities/heartbeat", {"taskToken": task["taskToken"], "details": details})
    if answer["cancelRequested"]:
        raise Canceled(details)
    if answer["paused"] or answer["reset"]:
        raise Failed({"message": "Told to stop for now.", "type": "Stopped"})


def greet(task):
    return f"Hello, {task['input']}!"


def count(task):
    goal = task["input"]
    if not isinstance(goal, int):
        message = "Count takes a whole number."
        raise Failed({"message": message, "type": "BadInput", "nonRetryable": True})
    start = task.get("heartbeatDetails", [0])[0]
    for i in range(start + 1, goal + 1):
        time.sleep(0.2)
        heartbeat(task, i)
    return {"counted": goal, "resumedAt": start}


ACTIVITIES = {"Greet": greet, "Count": count}


def work(task):
    """Does a task and reports what became of it."""
    try:
        what, body = "complete", {"result": ACTIVITIES[task["activityType"]](task)}
    except Canceled as canceled:
        what, body = "cancel", {"details": canceled.args[0]}
    except Failed as failed:
        what, body = "fail", {"failure": failed.args[0]}
    post(f"/activities/{what}", {"taskToken": task["taskToken"], **body})


def main():
    print(f"Polling {TASK_QUEUE} as {NAME}", flush=True)
    wanted = {"types": list(ACTIVITIES), "identity": NAME}
    while True:
        try:
            tasks = post(f"/task-queues/{TASK_QUEUE}/activities/poll", wanted, Prefer="wait=30")
            for task in tasks["items"] if tasks else []:
                work(task)
        except Gone:
            continue
        except (URLError, OSError) as error:
            print(error, flush=True)
            time.sleep(1)


if __name__ == "__main__":
    main()
