#!/usr/bin/env bash
# The processor time and the time of the clock that a mock takes from its command to its first answer, in one run:
# through the launcher (with its archive made), as a jar alone, and Prism's, where there is one to compare with.
#
#   mvn -q -DskipTests package && PRISM="$(command -v prism)" mock-server/bench/start.sh [rounds]
#
# Medians of the rounds; seconds. The launcher must not need more than 0.6 of Prism's processor time.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
port=4870
document=spec/openapi.yaml
path=/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/links
ticks=$(getconf CLK_TCK)

# $1: a process; the ticks that it and what it started have used
used() {
  local pid sum=0 all="$1"
  for pid in $(pgrep -P "$1" || true); do all="$all $pid"; done
  for pid in $all; do
    if [ -r "/proc/$pid/stat" ]; then
      sum=$((sum + $(sed 's/.*) //' "/proc/$pid/stat" | awk '{ print $12 + $13 + $14 + $15 }')))
    fi
  done
  echo "$sum"
}

# a command; prints "processor-seconds clock-seconds" until its first answer
first_answer() {
  local begun pid spent
  begun=$(date +%s.%N)
  "$@" >/dev/null 2>&1 &
  pid=$!
  until curl -sf -o /dev/null --json '{}' -H 'Authorization: Bearer demo' "http://127.0.0.1:$port$path"; do
    if ! kill -0 "$pid" 2>/dev/null; then
      echo "It ended before it answered: $*" >&2
      return 1
    fi
    sleep 0.02
  done
  spent=$(used "$pid")
  awk -v spent="$spent" -v ticks="$ticks" -v begun="$begun" -v ended="$(date +%s.%N)" \
    'BEGIN { printf "%.2f %.2f\n", spent / ticks, ended - begun }'
  pkill -P "$pid" 2>/dev/null || true
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

measure() {
  local name=$1 answers
  shift
  first_answer "$@" >/dev/null
  answers=$(for _ in $(seq "$rounds"); do first_answer "$@"; done)
  printf '%-10s%10s%10s\n' "$name" "$(echo "$answers" | cut -d' ' -f1 | median)" "$(echo "$answers" | cut -d' ' -f2 | median)"
}

# the launcher makes its archive behind the first run
LAUNCHER_CACHE=$(mktemp -d)
export LAUNCHER_CACHE
trap 'rm -rf "$LAUNCHER_CACHE"' EXIT
mock-server/target/mock-server --quiet --spec "$document" --port "$port" >/dev/null 2>&1 &
first=$!
for _ in $(seq 60); do
  if find "$LAUNCHER_CACHE" -type f -name '*[0-9a-f]' | grep -q '[0-9a-f]\{64\}$'; then break; fi
  sleep 1
done
kill "$first" 2>/dev/null || true
wait "$first" 2>/dev/null || true

printf '%-10s%10s%10s\n' '' 'CPU s' 'clock s'
measure launcher mock-server/target/mock-server --quiet --spec "$document" --port "$port"
measure jar java -jar mock-server/target/mock-server.jar --quiet --spec "$document" --port "$port"
if [ -n "${PRISM:-}" ]; then
  measure prism "$PRISM" mock --port "$port" --host 127.0.0.1 "$document"
else
  echo 'prism: not measured; say where it is by PRISM=…'
fi
