"""Sends the same twelve situations to Temporal's own HTTP API and to the gateway.

Usage: compare.py TEMPORAL GATEWAY [FILE], where the first two are HOST:PORT. The sample worker has
to poll the Task Queue `samples`. Writes a document with both answers to each to FILE, else to
standard output.
"""

import http.client
import re
import sys
import textwrap
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

INTRODUCTION = """\
# Why not Temporal's built-in HTTP API?

A Temporal Service has an HTTP API of its own, and it may be all you need. It is there without a
further process (`httpPort` of the frontend, `--http-port` of the dev server) and asks the service's
own authorizer. It reaches most of the service's calls, many of which the gateway does not offer. It
shows JSON payloads as JSON, and waits for a Workflow to close. It refuses a taken Workflow Id with
`409` and names the run that has it, and it applies a start or a Signal once when a retry repeats its
`requestId`.

It is gRPC written as JSON, though: its callers have to know Temporal's messages, events and enums,
and its statuses follow gRPC's. The gateway is for callers who know HTTP. Here are twelve situations,
each with both answers.

[compare.py](compare/compare.py) has written this document, and the build repeats it:
`BuiltInHttpApiIT` sends every request to both and fails when an answer is another one. Ids and times
are replaced by `<…>`, and what is long is cut at `…`. Temporal Server {version}.
"""
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SHOWN_HEADERS = ("Content-Type", "Location", "Retry-After")
LONGEST_STRING = 110
LONGEST_BODY = 640
RUN = f"run{uuid.uuid4().hex}-"
SITUATIONS = []


class Api:
    """One of the two, as one situation sees it: remembers what was asked and answered."""

    def __init__(self, address: str, shown: str = "", prefix: str = ""):
        self.address, self.shown, self.prefix = address, shown, prefix
        self.transcript: list[str] = []
        self.outcomes: list[str] = []
        self.ids: dict[str, str] = {}

    def prepare(self, method: str, path: str, body: str | None = None, headers: dict = JSON):
        """Sends a request that the document does not show; returns status, headers and body."""
        connection = http.client.HTTPConnection(self.address, timeout=60)
        try:
            sent = {} if body is None else headers
            connection.request(method, self.prefix + path, body and body.encode(), sent)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def send(self, method: str, path: str, body: str | None = None, headers=JSON, timed=False):
        """Sends a request and puts it with its answer into the document."""
        began = time.monotonic()
        status, answered, text = self.prepare(method, path, body, headers)
        outcome = str(status) + in_words(time.monotonic() - began, timed)
        self.outcomes.append(outcome)
        lines = [self.curl(method, path, body, headers), outcome]
        lines += [f"{name}: {answered[name]}" for name in SHOWN_HEADERS if name in answered]
        lines += [text.strip()] if text else []
        self.transcript.append("\n".join(shortened(self.normal(line)) for line in lines))

    def get(self, path: str, **more):
        self.send("GET", path, **more)

    def post(self, path: str, body: str, **more):
        self.send("POST", path, body, **more)

    def curl(self, method: str, path: str, body: str | None, headers: dict) -> str:
        url = self.shown + self.prefix + path
        words = ["$ curl", f"'{url}'" if "?" in url else url]
        if method == "DELETE":
            words.insert(1, "-X DELETE")
        if body is not None:
            # The type of a form is what curl sends by itself.
            words += [f"-H '{k}: {v}'" for k, v in headers.items() if headers != FORM]
            words.append(f"-d '{body}'")
        return " ".join(words)

    def normal(self, text: str) -> str:
        """Replaces what differs from one run to the next; the same id stays the same."""
        text = text.replace(RUN, "")
        text = re.sub(
            r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            lambda found: self.ids.setdefault(found[0], f"<id-{len(self.ids) + 1}>"),
            text,
        )
        text = re.sub(r'("traceId":)"[0-9a-f]{32}"', r'\1"<…>"', text)
        text = re.sub(r'("taskId":\s*)"[0-9]+"', r'\1"<…>"', text)
        text = re.sub(r'("executions":\s*\[).+', r"\1<…>]}", text)
        return re.sub(r"\d{4}-\d\d-\d\dT[0-9:.]+Z", "<time>", text)


def in_words(seconds: float, timed: bool) -> str:
    if not timed:
        return ""
    return " in less than 5 s" if seconds < 5 else f" after {5 * round(seconds / 5)} s"


def shortened(line: str) -> str:
    if not line.startswith("{"):
        return line
    # Temporal's JSON has a space after a colon or not, as its build will have it.
    line = re.sub(r'("(?:[^"\\]|\\.)*")|\s+', lambda found: cut(found[1] or ""), line)
    return line if len(line) <= LONGEST_BODY else line[:LONGEST_BODY] + "…"


def cut(text: str) -> str:
    return text if len(text) <= LONGEST_STRING else text[:LONGEST_STRING] + '…"'


def situation(title: str, meaning: str):
    def add(function):
        SITUATIONS.append((title, meaning, function))
        return function

    return add


def grpc_start(workflow_type: str, queue: str = "samples", more: str = "") -> str:
    return f'{{"workflowType":{{"name":"{workflow_type}"}},"taskQueue":{{"name":"{queue}"}}{more}}}'


def start(workflow_type: str, more: str = "") -> str:
    return f'{{"workflowType":"{workflow_type}","taskQueue":"samples"{more}}}'


def started(temporal: Api, name: str, workflow_type: str, queue: str = "samples") -> str:
    """Starts an execution that the situation needs, and returns its id."""
    workflow_id = RUN + name
    body = grpc_start(workflow_type, queue)
    status, _, text = temporal.prepare("POST", f"/workflows/{workflow_id}", body)
    assert status == 200, text
    return workflow_id


def closed(workflow_id: str) -> str:
    return (
        f"/workflows/{workflow_id}/history?waitNewEvent=true"
        "&historyEventFilterType=HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT"
    )


@situation(
    "Start a Workflow without choosing its id",
    "The built-in API starts only under an id in the path; the gateway makes one up and says where"
    " the execution is. All answers of the built-in API here have the content type `*`.",
)
def no_id(temporal: Api, gateway: Api):
    temporal.post("/workflows", grpc_start("Greeting"))
    gateway.post("/workflows", start("Greeting"))


@situation(
    "Forget the header Content-Type",
    "curl then says that it sends a form. The built-in API takes that POST for a GET: it lists what"
    " there is, answers success and starts nothing.",
)
def no_content_type(temporal: Api, gateway: Api):
    started(temporal, "listed", "WaitForSignal")
    for _ in range(50):
        if "executions" in temporal.prepare("GET", "/workflows")[2]:
            break
        time.sleep(0.2)
    temporal.post("/workflows", grpc_start("Greeting"), headers=FORM)
    gateway.post("/workflows", start("Greeting"), headers=FORM)


@situation(
    "Start a Workflow and get its result",
    "Two calls and a search in an event, or one call. The built-in API waits up to 20 s, then the"
    " caller repeats the call with a `nextPageToken`. `Prefer` says how long the gateway waits.",
)
def result(temporal: Api, gateway: Api):
    workflow_id = RUN + "hello"
    temporal.post(f"/workflows/{workflow_id}", grpc_start("Greeting", more=',"input":["World"]'))
    temporal.get(closed(workflow_id))
    more = f',"workflowId":"{workflow_id}-2","input":"World"'
    gateway.post("/workflows", start("Greeting", more), headers={**JSON, "Prefer": "wait=10"})


@situation(
    "Get the result of a Workflow that failed",
    "To the built-in API a failure is an event like others, and the call a success. The gateway"
    " answers a status that no client mistakes for a result; whoever wants `200` asks for `/outcome`.",
)
def failed(temporal: Api, gateway: Api):
    workflow_id = started(temporal, "order", "Fail")
    temporal.get(closed(workflow_id))
    gateway.get(f"/workflows/{workflow_id}/result?wait=10s")


@situation(
    "Pass numbers through that are no doubles",
    "The Workflow `Echo` returns what it gets. The built-in API changes the account number without a"
    " word; the gateway passes on the bytes.",
)
def numbers(temporal: Api, gateway: Api):
    value = '{"price":1.10,"account":12345678901234567890}'
    workflow_id = RUN + "echo"
    temporal.post(f"/workflows/{workflow_id}", grpc_start("Echo", more=f',"input":[{value}]'))
    temporal.get(closed(workflow_id))
    gateway.post("/workflows", start("Echo", f',"workflowId":"{workflow_id}-2","input":{value}'))
    gateway.get(f"/workflows/{workflow_id}-2/result?wait=10s")


@situation(
    "Use an id with a slash",
    "Temporal allows every id, and an SDK may have started this one. The built-in API does not reach"
    " it.",
)
def slash(temporal: Api, gateway: Api):
    body = start("Greeting", f',"workflowId":"{RUN}orders/7"')
    assert gateway.prepare("POST", "/workflows", body)[0] == 201
    temporal.get(closed(RUN + "orders%2F7"))
    gateway.get(f"/workflows/{RUN}orders%2F7/result?wait=10s")


@situation(
    "Reuse a key by mistake: same key, another order",
    "Both apply a start once that is repeated. The built-in API also takes another request for a"
    " repetition: it answers success, with the run of the first order, and the second is lost.",
)
def reused_key(temporal: Api, gateway: Api):
    path, key = f"/workflows/{RUN}order-1", f'"requestId":"{RUN}key-1"'
    temporal.post(path, grpc_start("WaitForSignal", more=f',{key},"input":["first order"]'))
    temporal.post(path, grpc_start("WaitForSignal", more=f',{key},"input":["second order"]'))
    keyed = {**JSON, "Idempotency-Key": RUN + "key-2"}
    order = f',"workflowId":"{RUN}order-2","input":'
    gateway.post("/workflows", start("WaitForSignal", order + '"first order"'), headers=keyed)
    gateway.post("/workflows", start("WaitForSignal", order + '"second order"'), headers=keyed)


@situation(
    "Ask a Workflow something while no Worker runs",
    "The built-in API holds the caller until its own time is up. The gateway looks whether somebody"
    " polls, does not wait for somebody who may never come, and says when to try again.",
)
def no_worker(temporal: Api, gateway: Api):
    workflow_id = started(temporal, "unworked", "WaitForSignal", queue=RUN + "nobody")
    gateway.get(f"/workflows/{workflow_id}/queries/state", timed=True)
    temporal.post(f"/workflows/{workflow_id}/query/state", "{}", timed=True)


@situation(
    "Misspell the name of a Query",
    "The built-in API shows the caller a stack trace of the Worker; the gateway shows what the"
    " caller may have meant.",
)
def misspelt(temporal: Api, gateway: Api):
    workflow_id = started(temporal, "counter", "WaitForSignal")
    temporal.post(f"/workflows/{workflow_id}/query/stat", "{}")
    gateway.get(f"/workflows/{workflow_id}/queries/stat")


@situation(
    "Send an Update that the Workflow rejects",
    "The built-in API answers success with the failure inside, and wants an empty `meta`.",
)
def rejected(temporal: Api, gateway: Api):
    workflow_id = started(temporal, "counter-2", "WaitForSignal")
    wait = '"waitPolicy":{"lifecycleStage":"UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED"}'
    body = f'{{"request":{{"meta":{{}},"input":{{"args":[-1]}}}},{wait}}}'
    temporal.post(f"/workflows/{workflow_id}/update/add", body)
    gateway.post(f"/workflows/{workflow_id}/updates/add?wait=10s", '{"input":-1}')


@situation(
    "Signal a Workflow that has closed, then one that never was",
    "Too late and wrong id differ only in the words of the built-in API's messages, which are no"
    " contract.",
)
def signals(temporal: Api, gateway: Api):
    workflow_id = started(temporal, "closed", "Nothing")
    temporal.prepare("GET", closed(workflow_id))
    for target in (workflow_id, RUN + "nobody"):
        temporal.post(f"/workflows/{target}/signal/proceed", "{}")
        gateway.post(f"/workflows/{target}/signals/proceed", "{}")


@situation(
    "Delete an execution, history included",
    "gRPC has the call for it, the built-in API has no route.",
)
def delete(temporal: Api, gateway: Api):
    workflow_id = started(temporal, "old", "Nothing")
    temporal.prepare("GET", closed(workflow_id))
    temporal.send("DELETE", f"/workflows/{workflow_id}")
    gateway.send("DELETE", f"/workflows/{workflow_id}")


def played(temporal: str, gateway: str) -> list[tuple[Api, Api]]:
    """Plays all situations at once, for one of them takes half a minute."""

    def play(function):
        sides = (
            Api(temporal, "localhost:7243", "/namespaces/default"),
            Api(gateway, "localhost:8080"),
        )
        function(*sides)
        return sides

    with ThreadPoolExecutor(len(SITUATIONS)) as pool:
        return list(pool.map(play, [function for _, _, function in SITUATIONS]))


def document(temporal: str, gateway: str) -> str:
    info = Api(temporal).prepare("GET", "/system-info")[2]
    version = re.search('"serverVersion":"([^"]+)"', info)
    summary = ["| | built-in HTTP API | gateway |", "|---|---|---|"]
    details = []
    sides = played(temporal, gateway)
    for number, ((title, meaning, _), (builtin, own)) in enumerate(zip(SITUATIONS, sides), 1):
        outcomes = (", ".join(api.outcomes) for api in (builtin, own))
        summary.append(f"| {number}. {title} | {' | '.join(outcomes)} |")
        details += [f"## {number}. {title}", textwrap.fill(meaning, 100)]
        for name, api in (("Built-in HTTP API", builtin), ("Gateway", own)):
            details += [name + ":", "\n".join(["```text", "\n\n".join(api.transcript), "```"])]
    introduction = INTRODUCTION.format(version=version[1] if version else "of unknown version")
    return "\n\n".join([introduction.strip(), "\n".join(summary), *details]) + "\n"


def main(temporal: str, gateway: str, file: str | None = None):
    text = document(temporal, gateway)
    if file is None:
        sys.stdout.buffer.write(text.encode())
    else:
        Path(file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
