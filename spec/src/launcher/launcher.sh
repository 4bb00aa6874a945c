#!/bin/sh
# Runs @name@.jar, which lies beside this file, and lets it start fast: from an archive of its classes as the JVM holds
# them. The first run makes the archive, in a process of its own that is gone after some seconds, and starts without it;
# where none can be made or used, the program runs as with `java -jar`. Decision 0071 says why.
#
#   JAVA_HOME       the Java to run with, where none came along; else the first on the path
#   JAVA_OPTS       options for it, which win over ours
#   LAUNCHER_CACHE  where archives are kept: else platform-api in $XDG_CACHE_HOME or ~/.cache; `none` for no archive
set -u
name=@name@
here=$(cd "$(dirname "$(readlink -f "$0" 2> /dev/null || echo "$0")")" && pwd -P)
jar=$here/$name.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# a Java that came along, if it is one for this system
if [ -r "$here/runtime/system" ] && [ "$(cat "$here/runtime/system")" = "$(uname -sm)" ]; then
    java=$here/runtime/bin/java
fi
if ! command -v "$java" > /dev/null; then
    echo "$name: there is no Java here; install Java 17 or later, or let JAVA_HOME name one" >&2
    exit 2
fi

# The Java's edition, on which the kind of archive depends; nothing if it does not say.
version=
home=$(readlink -f "$(command -v "$java")" 2> /dev/null) && home=${home%/bin/java}
if [ -r "${home:-}/release" ]; then
    while IFS='=' read -r key value; do
        case $key in JAVA_VERSION) value=${value#\"} && version=${value%%[!0-9]*} ;; esac
    done < "$home/release"
fi
if [ -n "$version" ] && [ "$version" -lt 17 ]; then
    echo "$name: this is Java $version, at $home; it takes 17 or later, and JAVA_HOME may name one" >&2
    exit 2
fi

# Short lives end before the second compiler is worth its time; long ones need it, though not for what runs at the
# start alone, and little memory.
program=$name
case $name-${1:-} in
    contract-tests-lint | contract-tests-compat | contract-tests-verify | \
        platform-api-lint | platform-api-compat | platform-api-verify)
        program=$name-$1
        options=-XX:TieredStopAtLevel=1
        ;;
    contract-tests* | platform-api-completion | platform-api--*) options=-XX:TieredStopAtLevel=1 ;;
    *)
        [ "$name" = platform-api ] && program=$name-mock
        options='-Xms24m -Xmn16m -XX:+IgnoreUnrecognizedVMOptions'
        options="$options -XX:Tier3InvocationThreshold=1000 -XX:Tier3MinInvocationThreshold=500"
        options="$options -XX:Tier3CompileThreshold=5000 -XX:Tier4InvocationThreshold=200000"
        options="$options -XX:Tier4MinInvocationThreshold=100000 -XX:Tier4CompileThreshold=800000"
        options="$options -XX:Tier4BackEdgeThreshold=800000 -XX:C1MaxInlineSize=8 -XX:C1MaxInlineLevel=3"
        ;;
esac
case "${JAVA_OPTS:-} ${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-}" in
    *GC*) ;;
    *) options="$options -XX:+UseSerialGC" ;;
esac

# What an archive is of: the program and where it lies, the Java that reads it, and the jar to the bit.
identity() {
    place=$(printf '%s' "$jar" | cksum) && edition=$(cat "$home/release" "$0" | cksum) || return 1
    bits=$(sha256sum "$jar" 2> /dev/null || shasum -a 256 "$jar" 2> /dev/null) || return 1
    echo "$program-${place%% *}-${edition%% *}-${bits%% *}"
}

# Does once what every run does; the JVM writes the archive when it ends.
rehearse() {
    work=$(mktemp -d) || return 1
    made=$archive.$$
    # a Java that came along brings no archive of its own classes, on which ours is built: it is other bytes each time
    own=$here/runtime/lib/server/classes.jsa
    if [ "$java" = "$here/runtime/bin/java" ] && ! [ -e "$own" ]; then
        nice "$java" -Xshare:dump "-XX:SharedArchiveFile=$own.$$" > /dev/null 2>&1
        mv "$own.$$" "$own"
    fi
    making=-XX:ArchiveClassesAtExit=$made
    [ "$version" -lt 25 ] || making=-XX:AOTCacheOutput=$made
    document > "$work/new.yaml"
    sed 's/, g\]/]/' "$work/new.yaml" > "$work/old.yaml"
    case $program in
        *-lint) set -- lint "$work/new.yaml" ;;
        *-compat) set -- compat "$work/old.yaml" "$work/new.yaml" ;;
        *-verify) set -- verify --spec "$work/new.yaml" --url http://127.0.0.1:1 --max-time 5 ;;
        mock-server) set -- --port 0 --quiet ;;
        platform-api-mock) set -- mock --port 0 --quiet ;;
        server) set -- --demo ;;
        *) set -- --help ;;
    esac
    PLATFORM_PORT=0 nice "$java" "$making" -XX:+UseSerialGC -jar "$jar" "$@" > "$work/said" 2> /dev/null &
    case $program in *server | *-mock) ask $! ;; esac
    wait $!
    [ -s "$made" ] && mv "$made" "$archive"
    rm -rf "$work" "$made"
}

document() {
    cat << 'DOCUMENT'
openapi: 3.1.0
info: { title: A rehearsal, version: "1" }
paths:
  /a:
    get:
      operationId: a
      parameters: [{ name: b, in: query, schema: { type: integer } }]
      responses:
        "200": { description: c, content: { application/json: { schema: { $ref: "#/components/schemas/D" } } } }
components: { schemas: { D: { type: object, required: [e], properties: { e: { type: string, enum: [f, g] } } } } }
DOCUMENT
}

# Asks the server of a process a few things as soon as it is ready, and stops it.
ask() {
    waited=0
    until url=$(sed -n 's/^ready: .* at //p' "$work/said") && [ -n "$url" ]; do
        [ $waited -lt 300 ] || break
        waited=$((waited + 1))
        sleep 0.2
    done
    contact=$url/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84
    for format in json xml; do
        curl -s -m 5 -H 'Authorization: Bearer demo-key' "$contact/links?format=$format"
        curl -s -m 5 -H 'Authorization: Bearer demo-key' -H 'Content-Type: application/json' \
            -d '{"EmailAddress":"nobody","Roles":[]}' "$contact/invite/contact"
    done
    kill "$1"
}

# Whether this run makes the archive: no other does, but one that was ended while it was at it.
begins() {
    find "$archive.making" -maxdepth 0 -mmin +10 -exec rmdir {} + 2> /dev/null
    mkdir "$archive.making" 2> /dev/null
}

set -- -jar "$jar" "$@"
if [ -n "$version" ] && [ "$version" -ge 17 ] && [ "${LAUNCHER_CACHE:-}" != none ] && identity=$(identity); then
    cache=${LAUNCHER_CACHE:-${XDG_CACHE_HOME:-${HOME:-/dev/null}/.cache}/platform-api}
    archive=$cache/$identity
    if [ -s "$archive" ] && [ "$version" -ge 25 ]; then
        set -- "-XX:AOTCache=$archive" -Xlog:disable '-Xlog:all=warning,aot*=off,cds*=off:stderr' "$@"
    elif [ -s "$archive" ]; then
        set -- "-XX:SharedArchiveFile=$archive" -Xlog:disable '-Xlog:all=warning,cds*=off:stderr' "$@"
    elif mkdir -p "$cache" 2> /dev/null && begins; then
        (
            for other in "$cache/${identity%-*}"-*; do
                [ "$other" = "$archive.making" ] || rm -rf "$other"
            done
            rehearse && rmdir "$archive.making"
        ) < /dev/null > /dev/null 2>&1 &
    fi
fi

# each word is an option
# shellcheck disable=SC2086
exec "$java" $options ${JAVA_OPTS:-} "$@"
