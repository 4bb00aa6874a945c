#!/bin/sh
# Throughput of the mock beside a bare Grizzly handler that sends the same bytes, both under wrk, one after the other.
#
#   mvn -q -DskipTests package && mock-server/bench/throughput.sh [SECONDS]
#
# Needs wrk and curl. Prints requests a second, their ratio, and where the mock's time goes (samples of its threads).
set -eu
seconds=${1:-10}
here=$(cd "$(dirname "$0")/.." && pwd)
jar=$here/target/mock-server.jar
work=$(mktemp -d)
contact=c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84
mock=http://127.0.0.1:4810
bare=http://127.0.0.1:4811

java -jar "$jar" --quiet --port 4810 > "$work/mock" & mock_pid=$!
bare_pid=
trap 'kill $mock_pid $bare_pid 2>/dev/null; rm -rf "$work"' EXIT

await() { i=0; until curl -s -o /dev/null "$1"; do i=$((i + 1)); [ $i -lt 300 ] || exit 2; sleep 0.1; done; }

await $mock/
body=$(curl -sf -H 'Authorization: Bearer any' "$mock/api/contacts/$contact/links")
java -cp "$here/target/test-classes:$jar" io.platformapi.mock.BareHandler 4811 "$body" & bare_pid=$!
await $bare/

cat > "$work/get.lua" <<LUA
wrk.headers["Authorization"] = "Bearer any"
LUA
cat > "$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer any"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"EmailAddress":"mia@example.org","Roles":["5e000003-2b7f-4e19-8c64-0f9d7a3b5e18"]}'
LUA

measure() { wrk -t1 -c16 -d"$1"s -s "$work/$2.lua" "$3" | awk '/Requests\/sec/ {print int($2)} /Non-2xx/ {print > "/dev/stderr"}'; }

for verb in get post; do
    path=/api/contacts/$contact/links
    [ $verb = get ] || path=/api/contacts/$contact/invite/contact
    for url in "$bare$path" "$mock$path"; do measure 10 $verb "$url" > /dev/null; done # warm up
    a=$(measure "$seconds" $verb "$bare$path")
    b=$(measure "$seconds" $verb "$mock$path")
    echo "$verb: bare handler $a/s, mock $b/s, ratio $(awk "BEGIN {printf \"%.2f\", $b / $a}")"
done

if command -v jstack > /dev/null; then
    wrk -t1 -c16 -d8s -s "$work/post.lua" "$mock/api/contacts/$contact/invite/contact" > /dev/null & wrk_pid=$!
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do jstack $mock_pid >> "$work/stacks"; sleep 0.1; done
    wait $wrk_pid
    echo "post: where the selectors are, the innermost frame of ours in each sample:"
    awk '/^"/ {on = /SelectorRunner|Grizzly/; seen = 0} on && /at io.platformapi/ && !seen {sub(/\(.*/, ""); print $2; seen = 1}' \
        "$work/stacks" | sort | uniq -c | sort -rn | head -12
fi
