"""The start mapper and the passthrough of payloads, alone, with what they allocate."""

import json
import shutil

from harness import build, contenders, machine
from harness.machine import BENCH, OUT
from harness.sizes import Size


def measure(size: Size, tell) -> dict:
    tell("compiling")
    classpath = _compile()
    report = OUT / "jmh.json"
    tell("running")
    times = ["-f", 1, "-wi", 1, "-w", "100ms", "-i", 1, "-r", "100ms"]
    if not size.smoke:
        times = ["-f", 2, "-wi", 3, "-w", "1s", "-i", 3, "-r", "1s"]
    mode = ["-bm", "avgt", "-tu", "us", "-prof", "gc", "-rf", "json", "-rff", report]
    options = ["--sun-misc-unsafe-memory-access=allow", "-Xmx512m"]
    java = [contenders.java(), *options, "-cp", classpath, "org.openjdk.jmh.Main"]
    build.run([*java, "-jvmArgs", " ".join(options), *times, *mode])
    return {"load": machine.load_average(), "benchmarks": _read(json.loads(report.read_text()))}


def _compile() -> str:
    """Compiles against the classes in the gateway's jar, in the packages of the classes that are measured."""
    jar = build.extract(contenders.gateway_jar())
    build.maven("-f", BENCH / "jmh" / "pom.xml", "package")
    classes = OUT / "jmh-classes"
    shutil.rmtree(classes, ignore_errors=True)
    jmh = ":".join(str(path) for path in (BENCH / "jmh" / "target" / "lib").glob("*.jar"))
    classpath = f"{jar}:{jar.parent / 'lib'}/*:{jmh}"
    sources = sorted((BENCH / "jmh" / "src").rglob("*.java"))
    javac = [machine.java_home() / "bin" / "javac", "-proc:full", "-processorpath", jmh]
    build.run([*javac, "-cp", classpath, "-d", classes, *sources])
    return f"{classes}:{classpath}"


def _read(results: list[dict]) -> list[dict]:
    rows = []
    for one in results:
        kind, way = one["benchmark"].split(".")[-2:]
        rows.append(
            {
                "what": kind,
                "way": way,
                "size": int(one["params"]["size"]),
                "micros": one["primaryMetric"]["score"],
                "error": one["primaryMetric"]["scoreError"],
                "bytes": one["secondaryMetrics"]["gc.alloc.rate.norm"]["score"],
            }
        )
    return rows


def check(result: dict) -> list[str]:
    """All of them ran."""
    found = len(result["benchmarks"])
    return [] if found == 8 else [f"jmh: {found} benchmarks instead of 8"]
