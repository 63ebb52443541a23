#!/bin/sh
# terminal.sh: in a terminal a progress line is drawn; the same words and statuses as in a pipe otherwise.
. tests/mini.sh
mini 2000 100
command -v script >/dev/null || { echo "no script here"; exit 77; }
script -qec true /dev/null >/dev/null 2>&1 </dev/null || { echo "no pseudo-terminal here"; exit 77; }
terminal() { status=0; script -qec "$*" /dev/null >"$folder/terminal" </dev/null 2>&1 || status=$?; }

terminal ./ch07-cnn --batch 0
[ $status -eq 2 ] && grep -q -- "--batch 0: expected" "$folder/terminal" || fail "status $status: $(cat "$folder/terminal")"
terminal ./ch07-cnn --data "$folder/nowhere" --out "$folder/results"
[ $status -eq 1 ] && grep -q "No such file" "$folder/terminal" || fail "status $status: $(cat "$folder/terminal")"
terminal ./ch07-cnn --part maps --data "$folder/data" --out "$folder/results"
[ $status -eq 0 ] && grep -q "samples/s.*left" "$folder/terminal" || fail "no progress line: $(cat "$folder/terminal")"
