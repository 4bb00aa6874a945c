#!/bin/sh
# What sessions and their journals cost: throughput and CPU time a request of 256 connections in 1,000 sessions, beside the
# same requests to a mock that has neither; and how much memory the mock takes over many requests.
#
#   mvn -q -DskipTests package && mock-server/bench/sessions.sh [SECONDS [ROUNDS [REQUESTS]]]
#
# Needs Linux, wrk and curl, and a machine that has nothing else to do. Both run with default settings and the JVM options of
# the launcher (JAVA_OPTS for others), warm for WARM seconds (15), and are then asked in turn, ROUNDS times (5) for SECONDS (4) each. Then the mock with sessions is sent REQUESTS (a million)
# more, and its resident memory is read on the way. Prints the medians (EACH=1: all of the rounds). The bars: 85 % of the
# throughput, and no more than 300 MB, which do not grow.
set -eu
seconds=${1:-4}
rounds=${2:-5}
requests=${3:-1000000}
warm=${WARM:-15}
here=$(cd "$(dirname "$0")/.." && pwd)
jar=$here/target/mock-server.jar
work=$(mktemp -d)
options=${JAVA_OPTS--XX:+UseSerialGC -Xms24m -Xmn16m}
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
mock=http://127.0.0.1:4810
bare=http://127.0.0.1:4811

await() { i=0; until curl -s -o /dev/null "$1"; do i=$((i + 1)); [ $i -lt 300 ] || exit 2; sleep 0.1; done; }

# The same requests, 1,000 of them: half read, half send. With SESSIONS each is in a session of its own.
cat > "$work/requests.lua" <<'LUA'
local all, at, own = {}, 0, os.getenv("SESSIONS")
function init(args)
    for i = 0, 999 do
        local h = { ["X-Key"] = "any", ["Content-Type"] = "application/json" }
        if own then h["X-Mock-Session"] = "test-" .. i end
        if i % 2 == 0 then
            all[i] = wrk.format("GET", "/parcels/" .. (4000 + i) .. "?fields=weight&fields=stops", h)
        else
            all[i] = wrk.format("POST", "/parcels", h, string.format('{"weight":%d.5,"receiver":{"name":"Mia %d",' ..
                '"email":"mia%d@example.org"},"stops":[{"place":"Graz","at":"2026-02-01T07:00:00Z"}]}', i % 60, i, i))
        end
    end
end
function request() at = (at + 1) % 1000; return all[at] end
LUA

ticks() { awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$1/stat"; }
memory() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$1/status"; }
per_second=$(getconf CLK_TCK)

# measure PID URL SECONDS: requests a second, microseconds of CPU a request, number of requests
measure() {
    before=$(ticks "$1")
    wrk -t2 -c256 -d"$3"s -s "$work/requests.lua" "$2" > "$work/wrk"
    after=$(ticks "$1")
    awk -v ticks=$((after - before)) -v hz="$per_second" '
        / requests in / {n = $1}
        /Requests\/sec/ {printf "%d %.2f %d\n", $2, ticks * 1000000 / hz / n, n}
        /Non-2xx|Socket errors/ {print > "/dev/stderr"}' "$work/wrk"
}

median() { cut -d' ' -f"$1" "$2" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

# shellcheck disable=SC2086
java $options -jar "$jar" --quiet --port 4810 --spec "$here/bench/foreign.yaml" > "$work/mock" & mock_pid=$!
# shellcheck disable=SC2086
java $options -cp "$here/target/test-classes:$jar" io.platformapi.mock.ForgetfulMock 4811 "$here/bench/foreign.yaml" \
    > "$work/bare" & bare_pid=$!
pids="$mock_pid $bare_pid"
await $mock/
await $bare/
measure $bare_pid $bare "$warm" > /dev/null
SESSIONS=1 measure $mock_pid $mock "$warm" > /dev/null
for round in $(seq "$rounds"); do
    measure $bare_pid $bare "$seconds" >> "$work/bare.rounds"
    SESSIONS=1 measure $mock_pid $mock "$seconds" >> "$work/mock.rounds"
done
[ -z "${EACH-}" ] || paste "$work/bare.rounds" "$work/mock.rounds"
b=$(median 1 "$work/bare.rounds") m=$(median 1 "$work/mock.rounds")
echo "without: $b/s and $(median 2 "$work/bare.rounds") us; with sessions and journal: $m/s and" \
    "$(median 2 "$work/mock.rounds") us; throughput $(awk "BEGIN {printf \"%.0f\", 100 * $m / $b}") %," \
    "CPU $(awk "BEGIN {printf \"%.0f\", 100 * $(median 2 "$work/bare.rounds") / $(median 2 "$work/mock.rounds")}") %"
kill $bare_pid
sent=0 told=0
while [ "$sent" -lt "$requests" ]; do
    sent=$((sent + $(SESSIONS=1 measure $mock_pid $mock "$seconds" | cut -d' ' -f3)))
    if [ $((sent * 10 / requests)) -gt "$told" ]; then
        told=$((sent * 10 / requests))
        echo "after $sent more requests: $(memory $mock_pid) MB"
    fi
done
