#!/bin/sh
# What a request costs our server, beside a bare Jersey resource and Spring Boot: CPU time a request, and how long it takes.
#
#   mvn -q -DskipTests package && server/bench/compare.sh [SECONDS [ROUNDS]]
#
# Needs Linux, wrk, curl and Maven (MAVEN_ARGS goes to it). Two requests: GET received, which has three rows, and POST
# invite of somebody new. Ours checks key, request and contract and writes to an H2 file; Spring Boot (bench/spring, made
# by the generator from the published edition) has a copy of that file, the same key and the same rows; bare Jersey
# (bench/jersey) answers our bytes. No mail server is there, so that mail stays a row for both. A contact may have 1,000
# open requests: a hundred invite in turn, each by a key of its own, so that nobody is refused.
#
# All run with the same JVM options (JAVA_OPTS). Each round asks them one after the other, 16 connections each, and reads
# their clocks (/proc/PID/stat) before and after. Before that each runs for WARM seconds (20). Prints the medians of the rounds
# (EACH=1: all of them), the ratios, and for ours the times at 64 connections.
set -eu
seconds=${1:-5}
rounds=${2:-5}
warm=${WARM:-20}
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../target/server.jar
work=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
[ -f "$jar" ] || { echo "there is no $jar: mvn -q -DskipTests package" >&2; exit 2; }
[ -f "$here/jersey/target/jersey.jar" ] || mvn -q ${MAVEN_ARGS-} -f "$here/jersey" package
[ -f "$here/spring/target/spring.jar" ] || mvn -q ${MAVEN_ARGS-} -f "$here/spring" package

contact=c0000001-0000-4000-8000-000000000000
role=5e000001-0000-4000-8000-000000000000
{
    printf '{"role":{"id":"%s","name":"Client","isLicensee":false}}\n' $role
    for i in 1 2 3 4; do
        printf '{"contact":{"id":"c000000%d-0000-4000-8000-000000000000","type":"REAL_PERSON","fullName":"Contact %d","emailAddress":"contact%d@example.org"}}\n' $i $i $i
        printf '{"contactRole":{"id":"c500000%d-0000-4000-8000-000000000000","contact":"c000000%d-0000-4000-8000-000000000000","role":"%s","start":"2026-01-01T00:00:00Z"}}\n' $i $i $role
    done
    for i in 2 3 4; do
        printf '{"request":{"id":"cc00000%d-0000-4000-8000-000000000000","requestor":"c500000%d-0000-4000-8000-000000000000","receiver":"c5000001-0000-4000-8000-000000000000","state":"PENDING","since":"2026-01-0%dT00:00:00Z","lastSent":"2026-01-0%dT00:00:00Z"}}\n' $i $i $i $i
    done
    for i in $(seq 101 200); do
        printf '{"contact":{"id":"c0000%d-0000-4000-8000-000000000000","type":"REAL_PERSON","fullName":"Contact %d","emailAddress":"contact%d@example.org"}}\n' $i $i $i
        printf '{"contactRole":{"id":"c5000%d-0000-4000-8000-000000000000","contact":"c0000%d-0000-4000-8000-000000000000","role":"%s","start":"2026-01-01T00:00:00Z"}}\n' $i $i $role
    done
} > "$work/world.jsonl"
java -jar "$jar" --database-url "jdbc:h2:$work/ours" import "$work/world.jsonl" > /dev/null
key=$(java -jar "$jar" --database-url "jdbc:h2:$work/ours" key add bench --for $contact)
hash="lower(rawtohex(hash('SHA-256', stringtoutf8('pk_bench' || x)))) from system_range(101, 200) numbers (x)"
java -cp "$jar" org.h2.tools.Shell -url "jdbc:h2:$work/ours" -user '' -password '' -sql "
    insert into client_keys (client, key_hash) select 'bench' || x, $hash;
    insert into client_key_contacts (contact_id, key_hash)
        select cast('c0000' || x || '-0000-4000-8000-000000000000' as uuid), $hash" > /dev/null
cp "$work/ours.mv.db" "$work/spring.mv.db"

types=7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70,7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70,7e000003-4c1d-4f6a-9b2e-6d5c3a8f1e70
received="/api/contacts/$contact/connectionrequests/received?ContactTypes=$types&IncludeIgnoredRequests=false"
invite="/api/contacts/c0000101-0000-4000-8000-000000000000/invite/contact"
cat > "$work/get.lua" <<LUA
wrk.headers["Authorization"] = "Bearer $key"
function request() return wrk.format("GET", "$received") end
LUA
cat > "$work/post.lua" <<LUA
local json = "application/json"
local run, at = tostring(os.time()) .. tostring({}):gsub("[^%x]", ""), 0
function request()
    at = at + 1
    local number = 101 + at % 100
    local who = "/api/contacts/c0000" .. number .. "-0000-4000-8000-000000000000/invite/contact"
    return wrk.format("POST", who, { ["Authorization"] = "Bearer pk_bench" .. number, ["Content-Type"] = json },
        string.format('{"EmailAddress":"mia%d.%s@example.org","Roles":["$role"]}', at, run))
end
LUA

# await PID URL LOG
await() {
    until [ "$(curl -s -o /dev/null -w '%{http_code}' "$2")" != 000 ]; do
        kill -0 "$1" 2>/dev/null || { cat "$3" >&2; echo "$2 does not start" >&2; exit 2; }
        sleep 0.2
    done
}
ticks() { awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$1/stat"; }
per_second=$(getconf CLK_TCK)

# measure PID URL LUA SECONDS: microseconds of CPU a request, and requests a second
measure() {
    before=$(ticks "$1")
    wrk -t1 -c16 -d"$4"s -s "$3" "$2" > "$work/wrk"
    after=$(ticks "$1")
    if grep -q Non-2xx "$work/wrk"; then
        echo "$2, $3: $(grep Non-2xx "$work/wrk")" >&2
        exit 2
    fi
    awk -v ticks=$((after - before)) -v hz="$per_second" '
        / requests in / {printf "%.2f ", ticks * 1000000 / hz / $1}
        /Requests\/sec/ {print int($2)}' "$work/wrk"
}
median() { cut -d' ' -f"$1" "$2" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

ours=http://127.0.0.1:4831 spring=http://127.0.0.1:4832 jersey=http://127.0.0.1:4833
# shellcheck disable=SC2086
java ${JAVA_OPTS-} -jar "$jar" --port 4831 --database-url "jdbc:h2:$work/ours" --requests-per-minute 0 --access-log false \
    --mail-host 127.0.0.1 --mail-port 9 > "$work/ours.log" 2>&1 & ours_pid=$!
# shellcheck disable=SC2086
java ${JAVA_OPTS-} -jar "$here/spring/target/spring.jar" --server.port=4832 \
    "--spring.datasource.url=jdbc:h2:$work/spring;WRITE_DELAY=0" > "$work/spring.log" 2>&1 & spring_pid=$!
pids="$ours_pid $spring_pid"
await $ours_pid $ours/ "$work/ours.log"
await $spring_pid $spring/ "$work/spring.log"
curl -sSf -H "Authorization: Bearer $key" "$ours$received" > "$work/get.json"
curl -sSf -H "Authorization: Bearer $key" "$spring$received" > "$work/spring.json"
for answer in get spring; do
    rows=$(grep -o '"ConnectionRequestId":"' "$work/$answer.json" | wc -l)
    [ "$rows" = 3 ] || { echo "$answer answers $rows rows, not 3: $(cat "$work/$answer.json")" >&2; exit 2; }
done
curl -sSf -H "Authorization: Bearer pk_bench101" -H 'Content-Type: application/json' \
    -d "{\"EmailAddress\":\"first@example.org\",\"Roles\":[\"$role\"]}" "$ours$invite" > "$work/post.json"
# shellcheck disable=SC2086
java ${JAVA_OPTS-} -cp "$here/jersey/target/jersey.jar:$here/jersey/target/lib/*" io.platformapi.bench.BareJersey \
    4833 "$work/get.json" "$work/post.json" > "$work/jersey.log" 2>&1 & jersey_pid=$!
pids="$pids $jersey_pid"
await $jersey_pid $jersey/ "$work/jersey.log"

for request in get post; do
    measure $jersey_pid $jersey "$work/$request.lua" "$warm" > /dev/null
    measure $spring_pid $spring "$work/$request.lua" "$warm" > /dev/null
    measure $ours_pid $ours "$work/$request.lua" "$warm" > /dev/null
    for round in $(seq "$rounds"); do
        measure $jersey_pid $jersey "$work/$request.lua" "$seconds" >> "$work/$request.jersey"
        measure $spring_pid $spring "$work/$request.lua" "$seconds" >> "$work/$request.spring"
        measure $ours_pid $ours "$work/$request.lua" "$seconds" >> "$work/$request.ours"
    done
    [ -z "${EACH-}" ] || paste "$work/$request.jersey" "$work/$request.spring" "$work/$request.ours"
    j=$(median 1 "$work/$request.jersey") s=$(median 1 "$work/$request.spring") o=$(median 1 "$work/$request.ours")
    echo "$request: bare Jersey $j us and $(median 2 "$work/$request.jersey")/s," \
        "Spring Boot $s us and $(median 2 "$work/$request.spring")/s, ours $o us and $(median 2 "$work/$request.ours")/s;" \
        "ours is $(awk "BEGIN {printf \"%.2f\", $j / $o}") of bare Jersey, $(awk "BEGIN {printf \"%.2f\", $s / $o}") of Spring Boot"
    wrk -t1 -c64 -d"$seconds"s --latency -s "$work/$request.lua" $ours > "$work/wrk"
    echo "$request at 64 connections: median $(awk '$1 == "50%" {print $2}' "$work/wrk"), p99 $(awk '$1 == "99%" {print $2}' "$work/wrk")"
done
