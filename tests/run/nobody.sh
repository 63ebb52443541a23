#!/bin/sh
# nobody.sh: a folder that cannot be written is named. Root writes anywhere, so root tries it as nobody.
. tests/mini.sh
mini 200 100
chmod 755 "$folder"
cp ch07-cnn "$folder"
mkdir "$folder/closed" "$folder/open"
chmod 555 "$folder/closed"
chmod 777 "$folder/open"
as_nobody() { "$@"; }
if [ "$(id -u)" = 0 ]; then
    command -v setpriv >/dev/null || { echo "no setpriv here"; exit 77; }
    as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
fi
as_nobody "$folder/ch07-cnn" --list >/dev/null || { echo "nobody cannot reach $folder"; exit 77; }
run() { as_nobody "$folder/ch07-cnn" --part maps --epochs 1 --quiet --data "$folder/data" "$@"; }

expect "$folder/closed/results: cannot make this folder: Permission denied" 1 run --out "$folder/closed/results"
expect "--save $folder/closed/net.st: Permission denied" 1 run --out "$folder/open" --save "$folder/closed/net.st"
run --out "$folder/open" --save "$folder/open/net.st" || fail "an open folder fails"
