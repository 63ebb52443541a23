#!/bin/sh
# errors.sh: each way in which the world can be wrong ends in one line, a status, and nothing half-written.
. tests/mini.sh
mini 200 100
cp -r "$folder/data" "$folder/good"
out=$folder/results
run() { ./ch07-cnn --part maps --epochs 1 --data "$folder/data" --out "$out" "$@"; }
fresh() { rm -rf "$folder/data"; cp -r "$folder/good" "$folder/data"; }
images=$folder/data/mnist/train-images-idx3-ubyte
labels=$folder/data/mnist/train-labels-idx1-ubyte

# The command line.
expect "unknown option --bogus" 2 run --bogus
expect "--batch 0" 2 run --batch 0
expect "--epochs" 2 run --epochs many
expect "--lr" 2 run --lr
expect "--threads -1" 2 run --threads -1
expect "--part" 2 run --part nothing
expect "--device cuda" 2 run --device cuda
expect "--device tpu" 2 run --device tpu
expect "--dataset" 2 run --dataset letters

# Files of digits.
fresh; rm "$images"; expect "train-images-idx3-ubyte" 1 run
fresh; head -c 100000 "$images" >"$folder/cut"; mv "$folder/cut" "$images"; expect "train-images" 1 run
fresh; echo more >>"$images"; expect "train-images" 1 run
fresh; printf 'x' | dd of="$images" bs=1 seek=2 conv=notrunc 2>/dev/null; expect "magic" 1 run
fresh; printf '\377\377\377\377' | dd of="$images" bs=1 seek=4 conv=notrunc 2>/dev/null; expect "train-images" 1 run
fresh; gzip "$images"; printf 'x' | dd of="$images.gz" bs=1 seek=5000 conv=notrunc 2>/dev/null; expect "train-images-idx3-ubyte.gz" 1 run
fresh; printf '\012' | dd of="$labels" bs=1 seek=20 conv=notrunc 2>/dev/null; expect "label" 1 run
fresh; some_images train 100; mv "$images" "$folder/few"; fresh; mv "$folder/few" "$images"; expect "100" 1 run
fresh

# Checkpoints.
expect "nothing.st" 1 run --load "$folder/nothing.st"
echo "no checkpoint" >"$folder/text.st"; expect "text.st" 1 run --load "$folder/text.st"
run --save "$folder/good.st" --quiet || fail "a training fails"
head -c 5000 "$folder/good.st" >"$folder/cut.st"; expect "cut.st" 1 run --load "$folder/cut.st"
expect "seed" 2 run --resume "$folder/good.st" --seed 7

# A loss that is not a number, and nothing of that run is kept.
rm -rf "$out"
expect "learning rate" 1 run --lr 1e30 --quiet
[ -z "$(find "$out" -type f 2>/dev/null)" ] || fail "a run that failed leaves $(find "$out" -type f)"

# A folder that cannot be written; root writes anywhere, so as nobody.
mkdir "$folder/closed"
if [ "$(id -u)" = 0 ]; then
    as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
    chmod 755 "$folder"
else
    as_nobody() { "$@"; }
fi
chmod 555 "$folder/closed"
if as_nobody test -x ./ch07-cnn; then
    expect "$folder/closed/results" 1 as_nobody ./ch07-cnn --part kernels --data "$folder/data" --out "$folder/closed/results"
    expect "$folder/closed/net.st" 1 as_nobody ./ch07-cnn --part maps --epochs 1 --quiet --data "$folder/data" \
        --out /tmp/nobody.$$ --save "$folder/closed/net.st"
    rm -rf /tmp/nobody.$$
fi

# A full disk.
mkdir "$folder/small"
if mount -t tmpfs -o size=200k none "$folder/small" 2>/dev/null; then
    trap 'umount "$folder/small"; rm -rf "$folder"' EXIT
    expect "No space left on device" 1 run --quiet --save "$folder/small/net.st"
    expect "No space left on device" 1 run --quiet --out "$folder/small/results"
    [ -z "$(find "$folder/small" -type f)" ] || fail "a full disk leaves $(find "$folder/small" -type f)"
fi

# The same in a terminal as in a pipe.
if command -v script >/dev/null; then
    status=0
    script -qec "./ch07-cnn --batch 0" /dev/null >"$folder/terminal" 2>&1 || status=$?
    [ $status -eq 2 ] && grep -q -- "--batch 0" "$folder/terminal" || fail "in a terminal: status $status, $(cat "$folder/terminal")"
fi
