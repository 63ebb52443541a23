#!/bin/sh
# predict.sh: --predict and --table: what a reader asks, and what is wrong with it. A run of the table of bounds has
# left its line.
. tests/mini.sh
results=build/tests/ch03-binary-classification/all
[ -s $results/network.safetensors ] ||
    sh tests/chapter.sh tests/chapters/ch03-binary-classification.tsv all || exit
line() { ./ch03-binary-classification --load $results/network.safetensors --out "$folder/results" "$@"; }
said() { grep -qF -- "$1" "$folder/out" || fail "not said: $1, but: $(cat "$folder/out")"; }

# The parts add up to the logit, and the mean stands for what is not named.
line --predict "mean_radius=20 worst_texture=30" >"$folder/out" || fail "--predict fails"
said "28 inputs are not given"
awk '
    /their mean/ && $NF ~ /^[-+]/ { sum = $NF; next }
    / = / { sum += $NF }
    /together/ { found = 1; if (sum - $NF > 0.05 || $NF - sum > 0.05) { print "the parts make " sum ", not " $NF; exit 1 } }
    END { exit !found }' "$folder/out" || fail "$(cat "$folder/out")"
line --predict "mean_radius=20" --verbose >"$folder/out" || fail "--predict fails"
said "worst_texture is not given: "
large=$(line --quiet --predict "mean_radius=25 worst_radius=33 worst_texture=40" | cut -f 1)
small=$(line --quiet --predict "mean_radius=9 worst_radius=10 worst_texture=15" | cut -f 1)
[ "$large" = malignant ] && [ "$small" = benign ] || fail "a large tumour is $large, a small one $small"
line --predict "mean_radius=90" >"$folder/out" || fail "--predict fails"
said "mean_radius=90 lies outside of what the training rows have, "

expect "no column radius; there are: mean_radius" 1 line --predict "radius=3"
expect "mean_radius is given twice" 1 line --predict "mean_radius=3 mean_radius=4"
expect "mean_radius=three: expected a number" 1 line --predict "mean_radius=three"
expect "mean_radius=-5 is negative, and no training row has less than" 1 line --predict "mean_radius=-5"
expect "has learned from other rows" 1 line --seed 2 --predict "mean_radius=3"

# A table of the reader's own: the whole lesson, and nothing dropped in silence.
{
    echo "name,brand,hp,weight,wheels,sold"
    awk 'BEGIN { split("kia bmw fiat", brand, " ")
        for (i = 0; i < 90; i++) { b = i % 3 + 1; hp = 60 + 53 * i % 140
            printf "n%d,%s,%d,%s,4,%s\n", i, brand[b], hp, i == 7 ? "" : 900 + 97 * i % 600,
                i == 9 ? "" : ((hp + 40 * (b == 2) > 170) ? "no" : "yes") } }'
} >"$folder/cars.csv"
own() { ./ch03-binary-classification --table "$folder/cars.csv" --target sold --out "$folder/own" "$@"; }
own >"$folder/out" || fail "--table fails"
said "rows without sold are left out: 1"
said "column name holds names, with too few training rows for each: left out"
said "column wheels never changes in the training rows: left out"
said "column weight: what is missing counts as"
said "sold: no is a yes, yes a no; --positive says otherwise"
said "multiplies the odds of no by"
awk -F '\t' '$1 == "confusion_accuracy" { line = $2 } $1 == "never_accuracy" { never = $2 }
    END { exit !(line > never) }' "$folder/own/metrics.tsv" || fail "the line is no better than always yes"
own --positive yes >"$folder/out" || fail "--positive fails"
said "sold: yes is a yes, no a no"
own --positive yes --predict "hp=80 brand=kia" >"$folder/out" || fail "--table with --predict fails"
said "brand = kia"
said "yes with probability"

# Few of one answer: a split without them is named, once, though three experiments ask for the splits.
awk 'BEGIN { print "hp,sold"; for (i = 0; i < 60; i++) print 60 + 53 * i % 140 "," (i % 20 == 3 ? "yes" : "no") }' \
    >"$folder/rare.csv"
./ch03-binary-classification --table "$folder/rare.csv" --target sold --positive yes --part all \
    --out "$folder/rare" >"$folder/out" || fail "a table with a rare answer fails: $(cat "$folder/out")"
said "is left out: "
[ -z "$(grep "is left out: " "$folder/out" | sort | uniq -d)" ] || fail "a split is left out more than once"

# More than two answers: one of them against the others. Iris's first flowers are easily told.
./ch03-binary-classification --table data/iris/iris.csv --target species --positive setosa --out "$folder/iris" \
    >"$folder/out" || fail "iris fails: $(cat "$folder/out")"
said "any other a no"

expect "no column sale; there are: name, brand" 1 ./ch03-binary-classification --table "$folder/cars.csv" --target sale
expect "which column is to be predicted" 2 ./ch03-binary-classification --table "$folder/cars.csv"
expect "--target goes with --table" 2 ./ch03-binary-classification --target sold
expect "--positive goes with --table" 2 ./ch03-binary-classification --positive yes
expect "--part apples is about the bundled apples or tumours; with --table there are twins, confusion" 2 own --part apples
expect "no row has maybe, which should be a yes" 1 own --positive maybe
expect "column brand: " 1 ./ch03-binary-classification --table "$folder/cars.csv" --target brand
: >"$folder/cars.csv"
expect "empty, expected a header line" 1 own
printf 'hp,sold\n1,yes\n2,yes\n3,yes\n5,yes\n6,yes\n' >"$folder/cars.csv"
expect "column sold: all training rows are of one class, yes" 1 own
printf 'hp,sold\n1,1\n2,0\n3,2\n5,1\n6,0\n' >"$folder/cars.csv"
expect "line 4, column sold: 2 is a third value after 1 and 0" 1 own
printf 'hp,sold\n1,0\n1,1\n1,0\n1,1\n1,0\n' >"$folder/cars.csv"
expect "column hp never changes in the training rows" 1 own
{ echo hp,sold; for i in 1 2 3 4 5 6 7 8 9; do echo "$i,0"; done; echo 10,1; } >"$folder/cars.csv"
expect "rows has 1; more rows of it are needed, or another --seed" 1 own

# Other rows are known by all of their columns: of the first one here any training rows have the same mean.
{ echo doors,hp,sold; for i in $(seq 60); do echo "$((2 + i % 2 * 2)),$((i * i)),$((i % 3 > 0))"; done; } >"$folder/doors.csv"
doors() { ./ch03-binary-classification --table "$folder/doors.csv" --target sold --out "$folder/doors" "$@"; }
doors >/dev/null || fail "a table of sixty rows fails"
for seed in 2 3 4 5 6 7 8 9; do
    expect "has learned from other rows" 1 doors --load "$folder/doors/network.safetensors" --out "$folder/other" --seed $seed
done

# The best single input may say yes where it is small: here it tells all answers apart.
{ echo age,shoe,sold; for i in $(seq 60); do echo "$i,$((i * 7 % 11)),$((i <= 20))"; done; } >"$folder/young.csv"
./ch03-binary-classification --table "$folder/young.csv" --target sold --out "$folder/young" >"$folder/out" || fail "a table of ages fails"
said "of little age alone 1.0000, of shoe alone"

# Where nobody is called a yes there is no precision, and no line says nan.
{ echo hp,sold; for i in $(seq 60); do echo "$((i * 7 % 11)),$((i % 9 == 0))"; done; } >"$folder/seldom.csv"
./ch03-binary-classification --table "$folder/seldom.csv" --target sold --out "$folder/seldom" >"$folder/out" || fail "a table of a rare answer fails"
said "no precision, for none is called 1"
! grep -w -- "-*nan" "$folder/out" "$folder/seldom/metrics.tsv" || fail "a line or a metric is no number"
