#!/bin/sh
# options.sh: other readings, another curve, and what is wrong with such wishes.
. tests/mini.sh
curve() { ./ch04-regularization --out "$folder/results" "$@"; }
said() { grep -qF -- "$1" "$folder/out" || fail "not said: $1, but: $(cat "$folder/out")"; }

# Without errors there is nothing to learn by heart; with more readings, hardly anything.
curve --part fits --noise 0 >"$folder/out" || fail "--noise fails"
said "0.00 m on new readings"
curve --part fits --points 1000 >"$folder/out" || fail "--points fails"
said "0.29, 0.29 m on new readings"
curve --part fits --points 16 >"$folder/out" || fail "as many readings as numbers fail"
said "0.00 m where degrees 1, 4, 15 have learned"

# The curve is trained as it is asked for, and what was trained otherwise is not taken for it.
curve --part gradient --degree 4 --lambda 0.01 --epochs 2000 >"$folder/out" || fail "--degree fails"
said "degree 4, lambda 0.01, by steps is off by 0.4"
curve --part gradient --degree 4 --lambda 0.1 --epochs 2000 >"$folder/out" || fail "--lambda fails"
said "the saved network does not fit"

expect "--degree 0: 1 to 15 are possible" 2 curve --degree 0
expect "--degree 16: 1 to 15 are possible" 2 curve --degree 16
expect "at least 16 are needed" 2 curve --points 15
expect "--points 100001: too many" 2 curve --points 100001
expect "--lambda -1: 0 or more is possible" 2 curve --lambda -1
expect "--lambda x: expected a number" 2 curve --lambda x
expect "--noise -0.1: 0 to 1000 metres are possible" 2 curve --noise -0.1
expect "try a smaller --lr" 1 curve --part gradient --lambda 10

few "$folder/few" 60 20 100
expect "has 60 training digits; at least 300 are needed" 1 curve --data "$folder/few" --part double-descent
rm -r "$folder/few/houses"
expect "houses/ames.csv" 1 curve --data "$folder/few" --part ames
