#!/usr/bin/env bash
# Installs the chart into a real API server: what it admits, Pod Security included. Builds the server and is
# therefore not part of the normal checks. Needs Go, Python 3, etcd and kubectl, and helm of .ci/chart.
#
# There is no kubelet, so no pod runs: each pod template is submitted as a Pod, because Pod Security only
# warns about a Deployment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly version=v1.37.2
readonly gateway_api=v1.6.3
readonly chart=helm/temporal-rest-gateway
readonly home=$PWD/.cache/api-server
readonly out=$PWD/target/api-server
readonly ports=(21379 21380 21443)
export PATH="$PWD/.cache/chart/bin:$home/bin:$PATH" KUBECONFIG="$out/kubeconfig"

server=
etcd=
# Nothing is worth keeping, and without etcd the server would take a minute to give up.
trap 'kill -9 $server $etcd 2>/dev/null || true' EXIT

say() { printf '== %s\n' "$*"; }

build_server() {
  [[ -x "$home/bin/kube-apiserver" ]] && return
  mkdir -p "$home/source"
  cat >"$home/source/main.go" <<'GO'
package main

import (
	"os"

	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() { os.Exit(cli.Run(app.NewAPIServerCommand())) }
GO
  (
    cd "$home/source"
    [[ -f go.mod ]] || go mod init api-server
    # The staging modules are replaced in the server's own go.mod, which does not count for who requires it.
    go mod download -json "k8s.io/kubernetes@$version" \
      | python3 -c 'import json, sys; print(json.load(sys.stdin)["GoMod"])' >gomod
    grep -oE '^\s+k8s.io/[a-z0-9-]+ => \./staging' "$(cat gomod)" | awk '{ print $1 }' | sort -u \
      | while read -r module; do
        go mod edit -replace "$module=$module@v0${version#v1}"
      done
    go mod edit -require "k8s.io/kubernetes@$version"
    go mod tidy
    # What asks for a version of Kubernetes, as charts do, gets one.
    go build -ldflags "-X k8s.io/component-base/version.gitVersion=$version" -o "$home/bin/kube-apiserver" .
  )
}

start_server() {
  rm -rf "$out"
  mkdir -p "$out"
  openssl genrsa -out "$out/sa.key" 2048 2>/dev/null
  openssl rsa -in "$out/sa.key" -pubout -out "$out/sa.pub" 2>/dev/null
  echo 'token,admin,admin,"system:masters"' >"$out/tokens.csv"
  etcd --data-dir "$out/etcd" --listen-client-urls "http://127.0.0.1:${ports[0]}" \
    --advertise-client-urls "http://127.0.0.1:${ports[0]}" \
    --listen-peer-urls "http://127.0.0.1:${ports[1]}" >"$out/etcd.log" 2>&1 &
  etcd=$!
  # No controller makes default accounts, so nothing may ask for them.
  kube-apiserver --etcd-servers="http://127.0.0.1:${ports[0]}" --secure-port="${ports[2]}" \
    --bind-address=127.0.0.1 --advertise-address=192.0.2.1 --endpoint-reconciler-type=none \
    --cert-dir="$out/certs" --token-auth-file="$out/tokens.csv" --authorization-mode=RBAC \
    --service-account-key-file="$out/sa.pub" --service-account-signing-key-file="$out/sa.key" \
    --service-account-issuer=https://kubernetes.default.svc --service-cluster-ip-range=10.0.0.0/24 \
    --disable-admission-plugins=ServiceAccount >"$out/server.log" 2>&1 &
  server=$!
  kubectl config set-cluster here --server="https://127.0.0.1:${ports[2]}" --insecure-skip-tls-verify >/dev/null
  kubectl config set-credentials admin --token=token >/dev/null
  kubectl config set-context here --cluster=here --user=admin >/dev/null
  kubectl config use-context here >/dev/null
  for _ in {1..120}; do
    kubectl get --raw /readyz >/dev/null 2>&1 && return
    sleep 0.5
  done
  tail -20 "$out/server.log"
  return 1
}

# HTTPRoute has a definition to fetch; the two others get one that takes everything.
define_kinds() {
  local folder
  folder=$(cd "$home/source" && go mod download -json "sigs.k8s.io/gateway-api@$gateway_api" \
    | python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])')
  kubectl apply --server-side -f "$folder/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml"
  loose cert-manager.io v1 Certificate certificates
  loose monitoring.coreos.com v1 ServiceMonitor servicemonitors
  kubectl wait --for=condition=Established crd --all --timeout=30s
}

loose() {
  kubectl apply --server-side -f - <<YAML
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: $4.$1}
spec:
  group: $1
  scope: Namespaced
  names: {kind: $3, plural: $4}
  versions:
    - name: $2
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
YAML
}

# The pod template of a Deployment, as a Pod.
as_pod() {
  kubectl get deployment --namespace "$1" -o json | python3 -c '
import json, sys
template = json.load(sys.stdin)["items"][0]["spec"]["template"]
template["metadata"] = {"name": "as-a-pod", "labels": template["metadata"]["labels"]}
print(json.dumps({"apiVersion": "v1", "kind": "Pod", **template}))'
}

install() {
  local values=$1 name log
  name=$(basename "$values" -values.yaml)
  log=$out/$name.log
  kubectl create namespace "$name"
  kubectl label namespace "$name" pod-security.kubernetes.io/enforce=restricted \
    pod-security.kubernetes.io/warn=restricted
  helm install gateway "$chart" --namespace "$name" --values "$values" 2>&1 | tee "$log"
  helm upgrade gateway "$chart" --namespace "$name" --values "$values" \
    --set http.maxWaitSeconds=20 2>&1 | tee -a "$log"
  helm rollback gateway 1 --namespace "$name" 2>&1 | tee -a "$log"
  if grep -q 'would violate PodSecurity' "$log"; then
    return 1
  fi
  as_pod "$name" | kubectl create --namespace "$name" -f -
  helm template gateway "$chart" --namespace "$name" --values "$values" \
    --show-only templates/tests/smoke.yaml | kubectl create --namespace "$name" -f -
}

# Without it nobody would know whether Pod Security is looked at.
refuses_a_bare_pod() {
  ! kubectl run bare --image=bare --namespace dev
}

main() {
  local values passed=0
  say "kube-apiserver $version"
  build_server
  start_server
  define_kinds
  kubectl create priorityclass important --value=1000
  for values in "$chart"/ci/*-values.yaml; do
    say "$values"
    install "$values"
    passed=$((passed + 1))
  done
  refuses_a_bare_pod || { echo "A bare Pod was admitted: Pod Security is not looked at." && exit 1; }
  printf '%d passed, 0 failed\n' "$((passed + 1))"
}

main "$@"
