#!/bin/sh
# fulldisk.sh: a disk that is full is named, and no half of a file stays on it.
. tests/mini.sh
mini 200 100
mkdir "$folder/small"
mount -t tmpfs -o size=200k none "$folder/small" 2>/dev/null || { echo "may not mount here"; exit 77; }
trap 'umount "$folder/small"; rm -rf "$folder"' EXIT
run() { ./ch07-cnn --part maps --epochs 1 --quiet --data "$folder/data" "$@"; }

expect "net.st: No space left on device" 1 run --out "$folder/results" --save "$folder/small/net.st"
expect "No space left on device" 1 run --out "$folder/small/results"
[ -z "$(find "$folder/small" -type f)" ] || fail "a full disk keeps $(find "$folder/small" -type f)"
