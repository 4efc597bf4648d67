"""The TLS edge in front of Temporal, which asks for client certificates, is restarted."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from callers import Callers, Writers
from faults_server import RECOVERY_LIMIT, WRITE_LIMIT, started_once
from held import Held
from processes import HOST, Child, answers, free_port
from world import World

EDGE = "TLS edge (nginx, client certificates) restarted"
CONFIGURATION = """\
daemon off; pid nginx.pid; error_log error.log; worker_processes 1;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
  uwsgi_temp_path temp; scgi_temp_path temp;
  client_max_body_size 0; keepalive_requests 1000000;
  upstream temporal {{ server {host}:{upstream}; keepalive 64; }}
  server {{
    listen {host}:{port} ssl http2;
    ssl_certificate edge.crt; ssl_certificate_key edge.key;
    ssl_client_certificate edge.crt; ssl_verify_client on;
    location / {{ grpc_pass grpc://temporal; grpc_read_timeout 120s; }}
  }}
}}
"""


class Edge(Child):
    """nginx with a certificate that is its own authority, and that of its clients."""

    def __init__(self, world: World, nginx: str):
        self.port, self.folder = free_port(), world.logs / "edge"
        self.folder.mkdir(exist_ok=True)
        text = CONFIGURATION.format(host=HOST, port=self.port, upstream=world.temporal.port)
        (self.folder / "nginx.conf").write_text(text)
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        command += ["-keyout", "edge.key", "-out", "edge.crt", "-subj", "/CN=localhost"]
        command += ["-addext", f"subjectAltName=DNS:localhost,IP:{HOST}"]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        place = f"{self.folder.resolve()}{os.sep}"
        super().__init__(world.logs, "nginx", [nginx, "-p", place, "-c", "nginx.conf"])

    def start(self) -> float:
        self.spawn()
        self.until(lambda: answers(self.port), "nginx")
        return time.monotonic()

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def settings(self) -> list[str]:
        """What a gateway is told to connect through it."""
        bundle = "--spring.ssl.bundle.pem.edge"
        certificate = f"file:{(self.folder / 'edge.crt').resolve()}"
        key = f"file:{(self.folder / 'edge.key').resolve()}"
        return [
            "--gateway.temporal.ssl-bundle=edge",
            f"{bundle}.keystore.certificate={certificate}",
            f"{bundle}.keystore.private-key={key}",
            f"{bundle}.truststore.certificate={certificate}",
        ]


def restarted(world: World):
    nginx = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if not nginx or not shutil.which("openssl"):
        print(f"left out: {EDGE}: there is no nginx or no openssl", flush=True)
        return
    edge = Edge(world, nginx)
    world.children.append(edge)
    edge.start()
    gateway = world.gateway("gateway-behind-edge", edge.port, *edge.settings())
    gateway.start()
    gateway.ready()
    callers = Callers(gateway.port)
    world.warm(callers)
    held = Held(callers, 3)
    writers = Writers(callers).begin(10)
    time.sleep(2)

    edge.stop()
    time.sleep(6)
    opened = edge.start()
    time.sleep(3)
    writers.end()
    held.finish()

    failed = writers.failed()
    wrong = [call for call in failed if call.status != 503 or not call.retry_after]
    slowest = max((call.seconds for call in failed), default=0)
    world.found(
        EDGE,
        "writes are told `503` with `Retry-After` within 9 s",
        f"{len(failed)} writes, the slowest after {slowest:.1f} s",
        not wrong and world.within(slowest, WRITE_LIMIT),
        *wrong,
    )
    world.found(
        EDGE,
        "waits and streams go on, or end with `202` or `304` in their time",
        held.measured(),
        not held.broken(),
        *held.broken(),
    )
    recovery = writers.first_success_after(opened)
    world.found(
        EDGE,
        "writes succeed within 2 s after its port opens",
        f"{recovery:.1f} s",
        world.within(recovery, RECOVERY_LIMIT),
    )
    started_once(world, EDGE, callers, writers)
