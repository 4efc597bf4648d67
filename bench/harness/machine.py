"""What the benchmark runs on."""

import os
import platform
import resource
import socket
import subprocess
from glob import glob
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "bench"
OUT = ROOT / "target" / "bench"
CACHE = ROOT / ".cache" / "bench"


def raise_file_limit() -> int:
    """A waiter is a file in the contender and one in the load generator."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def java_home() -> Path:
    for home in [os.environ.get("JAVA_HOME", ""), *sorted(glob("/usr/lib/jvm/*25*"))]:
        javac = Path(home) / "bin" / "javac"
        if home and javac.is_file():
            told = subprocess.run([javac, "-version"], capture_output=True, text=True, check=False)
            if told.stdout.startswith("javac 25"):
                return Path(home)
    raise SystemExit("No JDK 25 in JAVA_HOME or /usr/lib/jvm: set JAVA_HOME to one.")


def description() -> dict:
    cpu = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cpu": cpu,
        "cores": len(os.sched_getaffinity(0)),
        "memoryGiB": round(memory),
        "kernel": platform.release(),
        "files": resource.getrlimit(resource.RLIMIT_NOFILE)[0],
    }


def load_average() -> float:
    return round(os.getloadavg()[0], 2)
