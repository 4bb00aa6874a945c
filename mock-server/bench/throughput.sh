#!/bin/sh
# What the mock costs beside a bare Grizzly handler that sends the same bytes: CPU time a request and throughput.
#
#   mvn -q -DskipTests package && mock-server/bench/throughput.sh [SECONDS [ROUNDS]]
#
# Needs Linux, wrk and curl. Both programs run with the same JVM options (JAVA_OPTS). For GET and POST of our document and
# of a foreign one, each round sends 1,000 distinct requests in turn to the bare handler, then to the mock, and reads both
# processes' clocks (/proc/PID/stat) before and after: a shared machine changes how long a request takes, but hardly what
# it costs. Before that the bare handler runs for WARM seconds (10) and the mock, which is more code, for thrice as many:
# the work of the compiler would count as well. Prints the medians of the rounds (EACH=1: all of them). The ratio is bare to
# mock by CPU time: 1.00 is as cheap as answering without a look.
set -eu
seconds=${1:-4}
rounds=${2:-5}
warm=${WARM:-10}
here=$(cd "$(dirname "$0")/.." && pwd)
jar=$here/target/mock-server.jar
work=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
mock=http://127.0.0.1:4810
bare=http://127.0.0.1:4811

await() { i=0; until curl -s -o /dev/null "$1"; do i=$((i + 1)); [ $i -lt 300 ] || exit 2; sleep 0.1; done; }

# The requests of a case: request(i) in Lua, i from 0 to 999.
cat > "$work/our-get.lua" <<'LUA'
local h = { ["Authorization"] = "Bearer any" }
function make(i) return wrk.format("GET", string.format("/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0%03x/links", i), h) end
LUA
cat > "$work/our-post.lua" <<'LUA'
local h = { ["Authorization"] = "Bearer any", ["Content-Type"] = "application/json" }
function make(i)
    return wrk.format("POST", string.format("/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0%03x/invite/contact", i), h,
        string.format('{"EmailAddress":"mia%d@example.org","Roles":["5e000003-2b7f-4e19-8c64-0f9d7a3b5%03x"]}', i, i))
end
LUA
cat > "$work/foreign-get.lua" <<'LUA'
local h = { ["X-Key"] = "any" }
function make(i) return wrk.format("GET", "/parcels/" .. (4000 + i) .. "?fields=weight&fields=stops", h) end
LUA
cat > "$work/foreign-post.lua" <<'LUA'
local h = { ["X-Key"] = "any", ["Content-Type"] = "application/json" }
function make(i)
    return wrk.format("POST", "/parcels", h, string.format('{"weight":%d.5,"receiver":{"name":"Mia %d",' ..
        '"email":"mia%d@example.org"},"stops":[{"place":"Graz","at":"2026-02-01T07:00:00Z"}]}', i % 60, i, i))
end
LUA
for lua in "$work"/*.lua; do
    cat >> "$lua" <<'LUA'
local all, at = {}, 0
function init(args) for i = 0, 999 do all[i] = make(i) end end
function request() at = (at + 1) % 1000; return all[at] end
LUA
done

ticks() { awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$1/stat"; }
per_second=$(getconf CLK_TCK)

# measure PID URL LUA SECONDS: microseconds of CPU a request, and requests a second
measure() {
    before=$(ticks "$1")
    wrk -t1 -c16 -d"$4"s -s "$3" "$2" > "$work/wrk"
    after=$(ticks "$1")
    awk -v ticks=$((after - before)) -v hz="$per_second" '
        / requests in / {printf "%.2f ", ticks * 1000000 / hz / $1}
        /Requests\/sec/ {print int($2)}
        /Non-2xx/ {print > "/dev/stderr"}' "$work/wrk"
}

median() { cut -d' ' -f"$1" "$2" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

# The bytes that the mock answers with.
answer_of() { curl -sf "$@"; }

run() {
    name=$1 document=$2
    shift 2
    # shellcheck disable=SC2086
    java ${JAVA_OPTS-} -jar "$jar" --quiet --port 4810 $document > "$work/mock" & mock_pid=$!
    pids="$pids $mock_pid"
    await $mock/
    # shellcheck disable=SC2086
    java ${JAVA_OPTS-} -cp "$here/target/test-classes:$jar" io.platformapi.mock.BareHandler 4811 "$(answer_of "$@")" &
    bare_pid=$!
    pids="$pids $bare_pid"
    await $bare/
    measure $bare_pid $bare "$work/$name.lua" "$warm" > /dev/null
    measure $mock_pid $mock "$work/$name.lua" $((3 * warm)) > /dev/null
    for round in $(seq "$rounds"); do
        measure $bare_pid $bare "$work/$name.lua" "$seconds" >> "$work/$name.bare"
        measure $mock_pid $mock "$work/$name.lua" "$seconds" >> "$work/$name.mock"
    done
    kill $mock_pid $bare_pid
    wait $mock_pid $bare_pid 2>/dev/null || true
    [ -z "${EACH-}" ] || paste "$work/$name.bare" "$work/$name.mock"
    b=$(median 1 "$work/$name.bare") m=$(median 1 "$work/$name.mock")
    echo "$name: bare $b us and $(median 2 "$work/$name.bare")/s," \
        "mock $m us and $(median 2 "$work/$name.mock")/s, CPU ratio $(awk "BEGIN {printf \"%.2f\", $b / $m}")"
}

contact=c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84
json='Content-Type: application/json'
foreign="--spec $here/bench/foreign.yaml"
only=${ONLY-}
[ "${only:-our-get}" != our-get ] || run our-get "" -H 'Authorization: Bearer any' "$mock/api/contacts/$contact/links"
[ "${only:-our-post}" != our-post ] || run our-post "" -H 'Authorization: Bearer any' -H "$json" \
    -d '{"EmailAddress":"mia@example.org","Roles":["5e000003-2b7f-4e19-8c64-0f9d7a3b5e18"]}' \
    "$mock/api/contacts/$contact/invite/contact"
[ "${only:-foreign-get}" != foreign-get ] || run foreign-get "$foreign" -H 'X-Key: any' "$mock/parcels/4711"
[ "${only:-foreign-post}" != foreign-post ] || run foreign-post "$foreign" -H 'X-Key: any' -H "$json" \
    -d '{"weight":2.5,"receiver":{"name":"Mia","email":"mia@example.org"}}' "$mock/parcels"
