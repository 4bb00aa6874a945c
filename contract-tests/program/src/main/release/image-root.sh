#!/bin/sh
# Lays out what an image has besides the program: a Java, and of the system that builds it what that Java needs, no more.
#   image-root.sh JAVA FOLDER
set -eu
java=$1
root=$2
rm -rf "$root"
mkdir -p "$root/opt" "$root/etc" "$root/tmp" "$root/work"
cp -RL "$java" "$root/opt/java"
for each in "$java/bin/java" "$java"/lib/*.so "$java"/lib/server/*.so; do
    ldd "$each" 2> /dev/null
done | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/lib[^ ]*\/ld[^ ]*\) .*/\1/p' | sort -u |
    while read -r library; do
        case $library in "$java"/*) continue ;; esac
        mkdir -p "$root$(dirname "$library")"
        cp -L "$library" "$root$library"
    done
echo 'app:x:65532:65532::/tmp:' > "$root/etc/passwd"
echo 'app:x:65532:' > "$root/etc/group"
echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
