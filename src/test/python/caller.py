"""A caller in Python with nothing but its standard library.

Usage: GATEWAY_URL=http://localhost:8080 python3 caller.py, beside worker.py and the Java samples.
"""

import json
import os
import time
import unittest
from urllib.request import Request, urlopen

GATEWAY = os.environ.get("GATEWAY_URL", "http://localhost:8080")


def call(method: str, path: str, body: str | None = None) -> tuple[int, str]:
    """Calls the gateway, ready to wait ten seconds, and returns the status and the body."""
    headers = {"Content-Type": "application/json", "Prefer": "wait=10"}
    data = None if body is None else body.encode()
    request = Request(GATEWAY + path, data=data, headers=headers, method=method)
    with urlopen(request, timeout=30) as response:
        return response.status, response.read().decode()


def result_of(workflow_type: str, task_queue: str, value: str) -> str:
    """Starts a Workflow with a JSON text as its input and returns its result as JSON text."""
    start = f'{{"workflowType":"{workflow_type}","taskQueue":"{task_queue}","input":{value}}}'
    _, handle = call("POST", "/workflows", start)
    workflow_id = json.loads(handle)["workflowId"]
    status, result = call("GET", f"/workflows/{workflow_id}/result")
    assert status == 200, f"{status} {result}"
    return result


def external_activity() -> tuple[str, str]:
    """Starts a Workflow with an Activity that waits for us; returns its id and the Task Token."""
    start = '{"workflowType":"PyExternal","taskQueue":"python-samples"}'
    request = Request(
        GATEWAY + "/workflows", start.encode(), {"Content-Type": "application/json"}
    )
    with urlopen(request, timeout=30) as response:
        workflow_id = json.load(response)["workflowId"]
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        pending = json.loads(call("GET", f"/workflows/{workflow_id}")[1]).get("pendingActivities")
        if pending and "heartbeatDetails" in pending[0]:
            return workflow_id, pending[0]["heartbeatDetails"][0]
        time.sleep(0.1)
    raise AssertionError("The Activity did not start.")


class CallerTest(unittest.TestCase):
    def test_start_answers_the_result_within_the_wait(self):
        start = {"workflowType": "PyGreeting", "taskQueue": "python-samples", "input": "World"}

        status, body = call("POST", "/workflows", json.dumps(start))

        handle = json.loads(body)
        self.assertIn(status, (200, 201))
        self.assertEqual("Hello, World!", handle["result"])
        self.assertEqual("COMPLETED", handle["status"])

    def test_result_is_there_afterwards(self):
        result = result_of("PyGreeting", "python-samples", '"Zoë"')

        self.assertEqual("Hello, Zoë!", json.loads(result))

    def test_numbers_and_order_reach_a_python_workflow(self):
        value = '{"z":12345678901234567890,"b":1.10,"a":-0.0,"ä":null}'

        seen = json.loads(result_of("PyInspect", "python-samples", value))

        self.assertEqual(
            [
                ["z", "int", "12345678901234567890"],
                ["b", "float", "1.1"],
                ["a", "float", "-0.0"],
                ["ä", "NoneType", "None"],
            ],
            seen,
        )

    def test_json_comes_back_from_a_java_workflow_as_it_was_written(self):
        value = '{"b":1.10,"a":12345678901234567890,"c":1e400,"d":[0.1000]}'

        self.assertEqual(value, result_of("Echo", "samples", value))

    def test_activity_of_a_python_worker_is_completed_by_its_token(self):
        workflow_id, token = external_activity()

        status, _ = call(
            "POST", "/activities/complete", f'{{"taskToken":"{token}","result":{{"é":[1,2.5]}}}}'
        )

        self.assertEqual(204, status)
        result = call("GET", f"/workflows/{workflow_id}/result")[1]
        self.assertEqual({"é": [1, 2.5]}, json.loads(result))

    def test_failure_over_http_is_an_application_error_in_python(self):
        workflow_id, token = external_activity()
        failure = {"message": "no", "type": "Denied", "nonRetryable": True, "details": [7, "x"]}

        call("POST", "/activities/fail", json.dumps({"taskToken": token, "failure": failure}))

        result = call("GET", f"/workflows/{workflow_id}/result")[1]
        self.assertEqual(["ApplicationError", "Denied", [7, "x"]], json.loads(result))


if __name__ == "__main__":
    unittest.main()
