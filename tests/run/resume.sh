#!/bin/sh
# resume.sh: a training that Ctrl-C stopped in the middle of an epoch goes on to the same bits.
. tests/mini.sh
mini 2000 100

train() { ./ch07-cnn --part maps --data "$folder/data" --out "$folder/results" --quiet "$@"; }

train --epochs 3 --augment --save "$folder/whole.st" || fail "the training fails"

# Not through a function: the signal must reach the program itself. It comes in the second epoch.
./ch07-cnn --part maps --data "$folder/data" --out "$folder/results" --epochs 3 --augment --save "$folder/part.st" \
    >"$folder/out" 2>"$folder/err" &
for wait in $(seq 200); do
    ! grep -qs "^epoch 1/3:" "$folder/out" || break
    sleep 0.1
done
kill -INT $! || fail "the training was over before it could be stopped"
status=0
wait $! || status=$?
[ $status -eq 130 ] || fail "Ctrl-C gives status $status: $(cat "$folder/err")"
grep -q "stopped by Ctrl-C at epoch .*--resume $folder/part.st goes on" "$folder/err" || fail "says $(cat "$folder/err")"
[ -z "$(find "$folder" -name '*.part' -o -name '*.lock')" ] || fail "leaves $(find "$folder" -name '*.part' -o -name '*.lock')"

train --resume "$folder/part.st" --save "$folder/part.st" || fail "resuming fails"
cmp "$folder/whole.st" "$folder/part.st" || fail "stopped ($(cat "$folder/err")) and resumed, other bits than in one go"
expect "--batch 32" 2 ./ch07-cnn --resume "$folder/part.st" --batch 32 --data "$folder/data" --out "$folder/results" --quiet
