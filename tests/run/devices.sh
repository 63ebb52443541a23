#!/bin/sh
# devices.sh: a program on the simulated card learns what it learns on the CPU, and one without a card says so.
. tests/mini.sh
mini 128 32

without_card() { CUDA_VISIBLE_DEVICES= ./ch07-cnn --device cuda --part maps --data "$folder/data" --out "$folder/none"; }
expect "--device cuda: " 2 without_card
expect "--device cpu works everywhere" 2 without_card

grep -q '^CXX = .' build/config.mk || { echo "no C++ compiler, and so no simulator"; exit 77; }
learn() { ./ch07-cnn --device "$1" --part maps --epochs 1 --batch 8 --data "$folder/data" --out "$folder/$1" >/dev/null; }
learn cpu
learn cuda-sim
grep -qx 'device	cuda-sim	' "$folder/cuda-sim/metrics.tsv" || fail "metrics.tsv names another device"

# The mean losses of ten steps, to what rounding leaves after as many; the same digits read rightly.
awk 'FNR == 1 { next }
    NR == FNR { loss[FNR] = $3; next }
    { lines++; apart = $3 - loss[FNR]; if (apart < 0) apart = -apart
      if (!(apart <= 1e-4 * loss[FNR])) { print "step " $1 ": a loss of " $3 ", on the CPU of " loss[FNR]; bad = 1 } }
    END { if (!lines) print "no losses"; exit bad || !lines }' \
    "$folder/cpu/training.tsv" "$folder/cuda-sim/training.tsv" || fail "the simulated card learns something else"
accuracy() { grep '^test_accuracy	' "$folder/$1/metrics.tsv"; }
[ -n "$(accuracy cpu)" ] && [ "$(accuracy cpu)" = "$(accuracy cuda-sim)" ] || fail "accuracies differ"
