#!/bin/sh
# devices.sh: the chapters' programs learn on the simulated card what they learn on the CPU; a program without a card says
# so. Weeks 1 and 4 train for minutes there: their networks are tried by test_devices.c of tests/unit/ch01-intro and
# ch04-regularization.
. tests/mini.sh
few "$folder/data" 128 32 400

on_the_card() { ./ch07-cnn --device cuda --part maps --data "$folder/data" --out "$folder/none"; }
expect "--device cuda: " 2 on_the_card
expect "--device cpu works everywhere" 2 on_the_card

learn()   # device, program, arguments
{
    device=$1 program=$2
    shift 2
    ./$program --device "$device" "$@" --data "$folder/data" --out "$folder/$program-$device" >/dev/null || fail "$program on $device ends badly"
    grep -qx "device	$device	" "$folder/$program-$device/metrics.tsv" || fail "metrics.tsv names another device than $device"
}
metric() { awk -F '\t' -v name="$3" '$1 == name { print $2 }' "$folder/$1-$2/metrics.tsv"; }   # program, device, name

# The lesson's mean losses of ten steps, to what rounding leaves after as many.
same_losses()   # device, program, arguments
{
    learn "$@"
    on=$1
    shift
    [ -e "$folder/$1-cpu" ] || learn cpu "$@"
    awk -v what="$1 on $on" 'FNR == 1 { next }
        NR == FNR { loss[FNR] = $3; next }
        { lines++; apart = $3 - loss[FNR]; if (apart < 0) apart = -apart
          if (!(apart <= 1e-4 * loss[FNR])) { print what ", step " $1 ": a loss of " $3 ", on the CPU of " loss[FNR]; bad = 1 } }
        END { if (!lines) print "no losses"; exit bad || !lines }' \
        "$folder/$1-cpu/training.tsv" "$folder/$1-$on/training.tsv" || fail "$1 learns something else on $on"
}

# A number that the program found after few steps, to a ten-thousandth.
same_number()   # device, program, metric, arguments
{
    on=$1 learner=$2 name=$3
    shift 3
    learn "$on" "$learner" "$@"
    [ -e "$folder/$learner-cpu" ] || learn cpu "$learner" "$@"
    { metric "$learner" cpu "$name"; metric "$learner" "$on" "$name"; } |
        awk '{ found[NR] = $1 } END { apart = found[1] - found[2]; if (apart < 0) apart = -apart
            exit NR != 2 || !(found[1] > 0) || !(apart <= 1e-4 * found[1]) }' ||
        fail "$learner, $name: $(metric "$learner" "$on" "$name") on $on, $(metric "$learner" cpu "$name") on the CPU"
}

# How far the graph on the device is from the plain loops on the CPU: 0.00001 at most.
same_as_loops()   # device, program, metric, arguments
{
    on=$1 loops=$2 apart=$3
    shift 3
    learn "$on" "$loops" "$@"
    metric "$loops" "$on" "$apart" | awk '!($1 <= 1e-5) { bad = 1 } END { exit bad || NR != 1 }' ||
        fail "$loops, $apart on $on: $(metric "$loops" "$on" "$apart")"
}

all_learn_what_the_cpu_learns()   # device
{
    same_as_loops "$1" ch02-regression twins_graph_apart --part twins --epochs 1
    same_as_loops "$1" ch03-binary-classification twins_graph_apart --part twins --epochs 1
    same_losses "$1" ch05-neural-networks --part boundary --epochs 5
    same_number "$1" ch06-multiclass test_loss --part confusion --epochs 1
    same_losses "$1" ch07-cnn --part maps --epochs 1 --batch 8
    [ "$(metric ch07-cnn "$1" test_accuracy)" = "$(metric ch07-cnn cpu test_accuracy)" ] || fail "ch07-cnn on $1 reads other digits"
    same_number "$1" ch08-rnn test_bits --part gates --epochs 1
}

./ch07-cnn --part grids --data "$folder/data" --out "$folder/auto" >/dev/null || fail "auto"
grep -qx 'device	cpu	' "$folder/auto/metrics.tsv" || fail "where no card can be seen, auto is not the CPU"
without=
if grep -q '^CXX = .' build/config.mk; then all_learn_what_the_cpu_learns cuda-sim; else without="no C++ compiler, and so no simulator"; fi
unset CUDA_VISIBLE_DEVICES
if on_the_card >/dev/null 2>&1; then all_learn_what_the_cpu_learns cuda; else echo "no card: skipped"; fi
[ -z "$without" ] || { echo "$without"; exit 77; }
