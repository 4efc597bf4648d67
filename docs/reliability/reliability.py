"""Breaks Temporal, the network and the gateway under load, and tells what callers saw.

Usage: reliability.py [--quick] [--only NAMES] [--slack FACTOR] [--logs FOLDER] [--write FILE] JAR

Needs the `temporal` command (TEMPORAL_CLI, else on the PATH), Java (JAVA_HOME, else on the PATH)
and a Python with the packages of src/test/python/requirements.txt for the Worker
(GATEWAY_TEST_PYTHON, else the one that runs this); for the TLS edge also nginx and openssl. Ends
with 1 when a promise was broken.

--quick   short faults, and not all of them
--only    names of faults, separated by commas
--slack   how much longer things may take than promised, on a machine that has other things to do
--write   writes the table into a document
"""

import argparse
import os
import sys
from pathlib import Path

import faults_edge
import faults_gateway
import faults_network
import faults_server
from world import World, world

QUICK = [
    faults_server.killed,
    faults_server.frozen,
    faults_network.slow,
    faults_network.reset,
    faults_network.silent,
    faults_gateway.terminated,
]
ALL = [
    faults_server.killed,
    faults_server.frozen,
    faults_network.slow,
    faults_network.reset,
    faults_network.silent,
    faults_network.mute,
    faults_edge.restarted,
    faults_gateway.terminated,
    faults_gateway.terminated_while_frozen,
]
BEGIN, END = "<!-- table -->", "<!-- end of the table -->"


def table(made: World, version: str) -> str:
    lines = [
        f"Temporal Server {version}, everything on one machine with {os.cpu_count()} cores:",
        "",
        "| fault | promise | measured |",
        "|---|---|---|",
    ]
    previous = ""
    for found in made.findings:
        fault = "" if found.fault == previous else found.fault
        previous = found.fault
        kept = "" if found.kept else " **broken**"
        lines.append(f"| {fault} | {found.promise} | {found.measured}{kept} |")
    return "\n".join(lines)


def write(file: Path, text: str):
    """Replaces what is between the marks."""
    before, _, rest = file.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    file.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("jar")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--slack", type=float, default=1.0)
    parser.add_argument("--logs")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--only")
    chosen = parser.parse_args()
    faults = QUICK if chosen.quick else ALL
    if chosen.only:
        faults = [fault for fault in ALL if fault.__name__ in chosen.only.split(",")]
    with world(chosen.jar, chosen.logs, chosen.slack, chosen.quick) as made:
        version = made.temporal.version()
        for fault in faults:
            fault(made)
        text = table(made, version)
    if chosen.write:
        write(chosen.write, text)
    return 0 if all(found.kept for found in made.findings) else 1


if __name__ == "__main__":
    # Callers that still wait must not keep a run from ending.
    status = main()
    sys.stdout.flush()
    os._exit(status)
