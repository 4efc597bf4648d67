#!/usr/bin/env bash
# An Activity Worker in Bash: curl and jq, no SDK.
#
#   GATEWAY=http://localhost:8080 TASK_QUEUE=scripts ./worker.sh
#
# It does two Activity Types:
#   Greet  takes a name and returns a greeting.
#   Count  counts to the number that it takes, one each 0.2 s. It goes on where the attempt before
#          has stopped, and stops when the Workflow is canceled.
set -uo pipefail

GATEWAY=${GATEWAY:-http://localhost:8080}
TASK_QUEUE=${TASK_QUEUE:-scripts}
NAME=bash@$(hostname):$$

# post PATH [CURL OPTION…] sends the JSON on standard input; prints the answer's body, and fails
# when the status is 400 or more.
post() {
  local path=$1
  shift
  curl -sS --fail-with-body --max-time 90 "$@" \
    -H 'Content-Type: application/json' --data-binary @- "$GATEWAY$path"
}

# report WHAT TOKEN JSON completes, fails or cancels an attempt. An attempt that is gone is no error
# of ours: it has timed out, or the Workflow has ended.
report() {
  jq -c --arg token "$2" '. + {taskToken: $token}' <<<"$3" | post "/activities/$1" >&2 || true
}

greet() {
  local token=$1 task=$2
  report complete "$token" "$(jq -c '{result: "Hello, \(.input)!"}' <<<"$task")"
}

count() {
  local token=$1 task=$2 goal from i answer
  goal=$(jq .input <<<"$task")
  from=$(jq '.heartbeatDetails[0] // 0' <<<"$task")
  if [[ ! $goal =~ ^[0-9]+$ ]]; then
    report fail "$token" \
      '{"failure": {"message": "Count takes a whole number.", "type": "BadInput", "nonRetryable": true}}'
    return
  fi
  for ((i = from + 1; i <= goal; i++)); do
    sleep 0.2
    # No answer means that the attempt is gone, or that the gateway is: stop in both cases.
    answer=$(jq -nc --arg token "$token" --argjson i "$i" '{taskToken: $token, details: $i}' |
      post /activities/heartbeat) || return
    if jq -e .cancelRequested <<<"$answer" >/dev/null; then
      report cancel "$token" "{\"details\": $i}"
      return
    fi
    if jq -e '.paused or .reset' <<<"$answer" >/dev/null; then
      report fail "$token" '{"failure": {"message": "Told to stop for now.", "type": "Stopped"}}'
      return
    fi
  done
  report complete "$token" "{\"result\": {\"counted\": $goal, \"resumedAt\": $from}}"
}

echo "Polling $TASK_QUEUE as $NAME"
while true; do
  tasks=$(jq -nc --arg name "$NAME" '{types: ["Greet", "Count"], identity: $name}' |
    post "/task-queues/$TASK_QUEUE/activities/poll" -H 'Prefer: wait=30') || {
    sleep 1
    continue
  }
  [[ -n $tasks ]] || continue # 204: there was nothing to do
  task=$(jq -c '.items[0]' <<<"$tasks")
  token=$(jq -r .taskToken <<<"$task")
  case $(jq -r .activityType <<<"$task") in
    Greet) greet "$token" "$task" ;;
    Count) count "$token" "$task" ;;
  esac
done
