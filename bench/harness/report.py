"""Writes docs/performance.md and its picture from the figures of the phases."""

import json
from pathlib import Path

from harness import chart, report_ops, report_waiters
from harness.contenders import HTTP
from harness.goals import goals
from harness.machine import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "performance.svg"

HEAD = """# Performance

Written by `bench/run`, which builds everything, measures it on the loopback of one machine and takes
about half an hour; [bench](../bench/README.md) says how. Load generator, contender and the stub of
Temporal share the cores, so compare the rows of a table with each other and not with figures from
elsewhere. Figures are medians over launches and their rounds, with the least and the greatest in brackets.
Differences below a fifth are within the spread.

![Processor time of a start and a describe, and the time until all waiters are served](performance.svg)
"""

SECTIONS = {
    "ops": ("Single operations", report_ops.operations),
    "waiters": ("Many callers wait", report_waiters.waiting),
    "limited": ("Temporal allows few long polls", report_waiters.limited),
    "devserver": ("A real dev server with its default limits", report_waiters.dev_server),
    "startup": ("Start-up", report_ops.start_up),
    "jmh": ("Payloads", report_ops.jmh),
}

NOTES = {
    "ops": """Go's proxy maps fields and no more. The gateway validates, answers with problems, and
passes payloads through byte for byte.""",
    "waiters": """The callers are held for some seconds and then released at once. The proxy and the gateway are
given 60 s to answer, the others 20 s; who is not answered by then is lost. Contenders in Java run
with `-Xmx512m`. A JVM takes its heap from the system before it needs it, so RSS says little there;
live heap is what is left of it after a full collection.""",
    "limited": """A frontend of Temporal holds 1,200 history long polls for each Namespace and refuses
those beyond. The stub does the same here.""",
    "devserver": """`temporal server start-dev` and a Worker. Latency is counted from the time at which
Temporal closed the run.""",
    "startup": "From the start of the process to the first `200` of `GET /workflows/{workflowId}`.",
    "jmh": """JMH, one thread. *Through a tree* is what a wrapper over the SDK does: parse the value and
write it again.""",
}


def write(folder: Path) -> None:
    results = {
        path.stem: json.loads(path.read_text())
        for path in sorted(folder.glob("*.json"))
        if path.stem in SECTIONS
    }
    if not results:
        return
    if "waiters" in results:
        results["limited"] = results["waiters"]
    text = [HEAD, _measured_on(results), "## Goals", goals(results)]
    for name, (title, render) in SECTIONS.items():
        if name in results:
            text += [f"## {title}", NOTES[name], render(results[name])]
    DOCUMENT.write_text("\n\n".join(part.strip() for part in text) + "\n")
    panels = _panels(results)
    if panels:
        PICTURE.write_text(chart.svg(panels))


def _measured_on(results: dict) -> str:
    machine = next(iter(results.values()))["machine"]
    dates = sorted({result["date"] for result in results.values()})
    loads = [
        launch["load"] for result in results.values() for launch in result.get("launches", [])
    ]
    foreign = [
        loop["foreign"]
        for launch in results.get("ops", {"launches": []})["launches"]
        for loops in launch["closed"].values()
        for loop in loops
    ]
    busy = f" Load average while it ran: {min(loads)} to {max(loads)}." if loads else ""
    others = f" Cores busy with anything else: at most {max(foreign):.1f}." if foreign else ""
    return (
        f"Measured {' and '.join(dates)} on {machine['cores']} cores of {machine['cpu']},"
        f" {machine['memoryGiB']} GiB, Linux {machine['kernel']}.{busy}{others}"
    )


def _panels(results: dict) -> list:
    panels = []
    if "ops" in results:
        for op in ("start", "describe"):
            rows = [
                (c.label, report_ops.cpu(results["ops"], c.name, op))
                for c in report_ops.present(results["ops"], HTTP)
            ]
            panels.append((f"Processor milliseconds of a {op}", rows))
    if "waiters" in results:
        for runs, words in (("many", "as many runs"), ("one", "one run")):
            count = results["waiters"]["waiters"]
            rows = [
                (
                    c.label + report_waiters.losses(results["waiters"], c.name, runs),
                    report_waiters.seconds(results["waiters"], c.name, runs),
                )
                for c in report_waiters.present(results["waiters"], runs)
            ]
            title = f"Seconds until {count:,} callers of {words} are served"
            panels.append((title, rows))
    return panels
