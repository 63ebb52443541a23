#!/bin/sh
# devices.sh: a program on the simulated card learns what it learns on the CPU, and one without a card says so.
. tests/mini.sh
mini 128 32

on_the_card() { ./ch07-cnn --device cuda --part maps --data "$folder/data" --out "$folder/none"; }
expect "--device cuda: " 2 on_the_card
expect "--device cpu works everywhere" 2 on_the_card

learn() { ./ch07-cnn --device "$1" --part maps --epochs 1 --batch 8 --data "$folder/data" --out "$folder/$1" >/dev/null; }
accuracy() { grep '^test_accuracy	' "$folder/$1/metrics.tsv"; }

# The mean losses of ten steps, to what rounding leaves after as many; the same digits read rightly.
learns_what_the_cpu_learns()   # device
{
    learn "$1"
    grep -qx "device	$1	" "$folder/$1/metrics.tsv" || fail "metrics.tsv names another device than $1"
    awk -v device="$1" 'FNR == 1 { next }
        NR == FNR { loss[FNR] = $3; next }
        { lines++; apart = $3 - loss[FNR]; if (apart < 0) apart = -apart
          if (!(apart <= 1e-4 * loss[FNR])) { print "step " $1 ": on " device " a loss of " $3 ", on the CPU of " loss[FNR]; bad = 1 } }
        END { if (!lines) print "no losses"; exit bad || !lines }' \
        "$folder/cpu/training.tsv" "$folder/$1/training.tsv" || fail "$1 learns something else"
    [ -n "$(accuracy cpu)" ] && [ "$(accuracy cpu)" = "$(accuracy "$1")" ] || fail "accuracies of $1 and the CPU differ"
}

learn auto
grep -qx 'device	cpu	' "$folder/auto/metrics.tsv" || fail "where no card can be seen, auto is not the CPU"
learn cpu
without=
if grep -q '^CXX = .' build/config.mk; then learns_what_the_cpu_learns cuda-sim; else without="no C++ compiler, and so no simulator"; fi
unset CUDA_VISIBLE_DEVICES
if on_the_card >/dev/null 2>&1; then learns_what_the_cpu_learns cuda; else echo "no card: skipped"; fi
[ -z "$without" ] || { echo "$without"; exit 77; }
