#!/bin/sh
# predict.sh: --predict and --table: a flower, a digit's picture, a table of many classes, and what is wrong with each.
# A run of the table of bounds has left its network.
. tests/mini.sh
results=build/tests/ch06-multiclass/all
[ -s $results/network.safetensors ] ||
    sh tests/chapter.sh tests/chapters/ch06-multiclass.tsv all || exit
asked() { ./ch06-multiclass --out "$folder/results" "$@"; }
said() { grep -qF -- "$1" "$folder/out" || fail "not said: $1, but: $(cat "$folder/out")"; }

# A flower by its four numbers, and by fewer of them.
asked --predict "sepal_length=5.1 sepal_width=3.5 petal_length=1.4 petal_width=0.2" >"$folder/out" ||
    fail "--predict of a flower fails"
said "it is setosa"
[ "$(asked --quiet --predict "petal_length=6 petal_width=2.3")" = virginica ] || fail "a large petal is no virginica"
asked --predict "petal_length=1.4" >"$folder/out" || fail "--predict of one number fails"
said "petal_width is not given"
asked --predict "petal_length=16" >"$folder/out" || fail "--predict of a large petal fails"
said "petal_length=16 lies outside of what the training rows have, "
expect "no column petal; there are: sepal_length" 1 asked --predict "petal=3"
expect "petal_length is given twice" 1 asked --predict "petal_length=3 petal_length=4"
expect "petal_length=three: expected a number" 1 asked --predict "petal_length=three"
expect "petal_length=-5 is negative, and no training row has less than" 1 asked --predict "petal_length=-5"
[ ! -e "$folder/results/network.safetensors" ] || fail "a flower leaves a network where the digits' should lie"

# Build, fit, save, load, predict.
asked --table data/iris/iris.csv --target species --save "$folder/iris.safetensors" >"$folder/out" ||
    fail "iris as a table fails: $(cat "$folder/out")"
asked --load "$folder/iris.safetensors" --predict "petal_length=5.1 petal_width=1.9" >"$folder/one" ||
    fail "--load of a saved line fails"
asked --table data/iris/iris.csv --target species --load "$folder/iris.safetensors" \
    --predict "petal_length=5.1 petal_width=1.9" >"$folder/two" || fail "--load with --table fails"
grep "%" "$folder/one" >"$folder/a" && grep "%" "$folder/two" | cmp - "$folder/a" || fail "two loads answer differently"
expect "has learned from other rows" 1 asked --seed 2 --load "$folder/iris.safetensors" --predict "petal_length=3"

# A digit: a stroke, dark on light, larger than MNIST's; a byte of PGM is the level of its letter.
digit() { ./ch06-multiclass --load $results/network.safetensors --out "$folder/digit" "$@"; }
awk 'BEGIN { printf "P5\n56 56\n126\n"
    for (i = 0; i < 56; i++) for (j = 0; j < 56; j++) printf "%s", (j > 25 && j < 31 && i > 8 && i < 48) ? " " : "z" }' \
    >"$folder/one.pgm"
digit --predict "$folder/one.pgm" >"$folder/out" || fail "--predict of a picture fails: $(cat "$folder/out")"
said "what the network sees:"
said "it is "
[ "$(digit --quiet --predict "$folder/one.pgm" | wc -l)" = 1 ] || fail "--quiet says more than the digit"
awk 'BEGIN { printf "P5\n56 56\n126\n"; for (i = 0; i < 56 * 56; i++) printf "z" }' >"$folder/blank.pgm"
expect "no digit found" 1 digit --predict "$folder/blank.pgm"
expect "No such file" 1 digit --predict "$folder/nothing.png"
expect "exclude each other" 2 asked --predict "petal_length=3" --part iris

# A table of the reader's own: codes with a gap as classes, a missing value, a name, a column that never changes.
{
    echo "name,hp,weight,wheels,kind"
    awk 'BEGIN { for (i = 0; i < 120; i++) { k = i % 4; hp = 60 + 40 * k + 13 * i % 30
        printf "n%d,%d,%s,4,%d\n", i, hp, i == 7 ? "" : 900 + 97 * i % 600, k < 3 ? k : 7 } }'
} >"$folder/cars.csv"
own() { ./ch06-multiclass --table "$folder/cars.csv" --target kind --out "$folder/own" "$@"; }
own >"$folder/out" || fail "--table fails: $(cat "$folder/out")"
said "column name holds names"
said "column wheels never changes"
said "epoch 20/20"
awk -F '\t' '$1 == "confusion_accuracy" { line = $2 } $1 == "largest_class_accuracy" { one = $2 } $1 == "classes" { k = $2 }
    END { exit !(line > one + 0.2 && k == 4) }' "$folder/own/metrics.tsv" || fail "no better than one class"
[ "$(own --quiet --predict "hp=185")" = 7 ] || fail "the class 7 is not found by its name"
own --epochs 2 >"$folder/out" || fail "--epochs with --table fails"
said "epoch 2/2"

expect "no column kinds; there are: name" 1 ./ch06-multiclass --table "$folder/cars.csv" --target kinds
expect "which column is to be predicted" 2 ./ch06-multiclass --table "$folder/cars.csv"
expect "--target goes with --table" 2 ./ch06-multiclass --target kind
expect "--part iris is about the bundled flowers or digits" 2 own --part iris
expect "different values in 120 rows: these are no classes" 1 ./ch06-multiclass --table "$folder/cars.csv" --target name
printf 'hp,kind\n1,a\n2,a\n3,a\n5,a\n6,a\n' >"$folder/cars.csv"
expect "all training rows are of one class, a" 1 own
: >"$folder/cars.csv"
expect "empty, expected a header line" 1 own
