"""Starts the built gateway with the settings and Secrets that a rendered chart gives it.

usage: starts.py RENDERED_YAML WORK_FOLDER JAR
"""

import base64
import hashlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import yaml

HOME = "/etc/temporal-rest-gateway"
PASSWORD = "changeit"
PATIENCE_SECONDS = 120


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def make_secrets(folder):
    """The Secrets that the value sets name, and their files; the certificate is its own authority."""
    folder.mkdir(parents=True)
    openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            "-keyout", "tls.key", "-out", "tls.crt")
    openssl(folder, "pkcs12", "-export", "-in", "tls.crt", "-inkey", "tls.key", "-name", "client",
            "-passout", "pass:" + PASSWORD, "-out", "client.p12")
    certificate = {name: (folder / name).read_bytes() for name in ("tls.crt", "tls.key")}
    certificate["ca.crt"] = certificate["tls.crt"]
    return {
        "temporal-client-tls": certificate,
        "temporal-client-keystore": {"client.p12": (folder / "client.p12").read_bytes(), "password": PASSWORD.encode()},
        "temporal-cloud-api-key": {"api-key": b"key"},
        "login-keys": {"jwks.json": json.dumps({"keys": [public_key(folder)]}).encode()},
        "gateway-callers": {"callers.yml": callers(keys=[{"sha256": hashlib.sha256(b"key").hexdigest()}])},
        "gateway-names": {"callers.yml": callers()},
        "gw-temporal-rest-gateway-tls": certificate,
    }


def public_key(folder):
    der = subprocess.run(["openssl", "ec", "-in", "tls.key", "-pubout", "-outform", "DER"], cwd=folder,
                         check=True, capture_output=True).stdout
    x, y = (base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in (der[-64:-32], der[-32:]))
    return {"kty": "EC", "crv": "P-256", "kid": "k", "use": "sig", "alg": "ES256", "x": x, "y": y}


def callers(**more):
    return yaml.safe_dump({"callers": [{"id": "orders", "permissions": ["default:write"]} | more]}).encode()


def variables(container, secrets):
    """The variables of the pod that come from Secrets."""
    keys = {it["name"]: it["valueFrom"]["secretKeyRef"] for it in container["env"] if "valueFrom" in it}
    return {name: secrets[key["name"]][key["key"]].decode() for name, key in keys.items()}


def mount(objects, work):
    """Lays out the folders of the pod below the work folder; returns where the settings are, and variables."""
    secrets = make_secrets(work / "secrets")
    pod = next(it for it in objects if it["kind"] == "Deployment")["spec"]["template"]["spec"]
    config = next(it for it in objects if it["kind"] == "ConfigMap" and "application.yml" in it["data"])
    volumes = {it["name"]: it for it in pod["volumes"]}
    for place in pod["containers"][0]["volumeMounts"]:
        if not place["mountPath"].startswith(HOME):
            continue
        folder = work / place["mountPath"].removeprefix(HOME + "/")
        folder.mkdir(parents=True)
        if place["name"] == "config":
            text = config["data"]["application.yml"].replace(HOME, str(work.resolve()))
            (folder / "application.yml").write_text(text)
        else:
            for name, content in secrets[volumes[place["name"]]["secret"]["secretName"]].items():
                (folder / name).write_bytes(content)
    return work / "config", variables(pod["containers"][0], secrets)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_alive(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/actuator/health/liveness", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def main(rendered, work, jar):
    objects = [it for it in yaml.safe_load_all(rendered.read_text()) if it]
    config, secret = mount(objects, work)
    port = free_port()
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    # Temporal is nowhere, which does not keep a gateway from starting.
    command = [java, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-jar", str(jar),
               "--server.port=0", "--server.address=127.0.0.1", f"--management.server.port={port}",
               "--spring.temporal.connection.target=127.0.0.1:1"]
    environment = os.environ | secret | {"SPRING_CONFIG_ADDITIONAL_LOCATION": f"{config}/"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as gateway:
        try:
            end = time.monotonic() + PATIENCE_SECONDS
            while time.monotonic() < end and gateway.poll() is None:
                if is_alive(port):
                    return 0
                time.sleep(0.2)
        finally:
            gateway.terminate()
            print(gateway.stdout.read().decode())
    return 1


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:])))
