#!/bin/sh
# predict.sh: --predict and --table: what a reader asks, and what is wrong with it. A run of the table of bounds has
# left its lines.
. tests/mini.sh
results=build/tests/ch02-regression/all
[ -s $results/zip-network.safetensors ] || sh tests/chapter.sh tests/chapters/ch02-regression.tsv all || exit
net=$results/network.safetensors zip=$results/zip-network.safetensors
line() { ./ch02-regression --load $net --out "$folder/results" "$@"; }
places() { ./ch02-regression --part zip --load $zip --out "$folder/results" "$@"; }
said() { grep -qF -- "$1" "$folder/out" || fail "not said: $1, but: $(cat "$folder/out")"; }

# The parts add up to the price, and what is not named takes the training mean.
line --predict "sqft_living=2000 bedrooms=3" >"$folder/out" || fail "--predict fails"
said "bathrooms is not given: 2.116, the mean of the training rows"
said "sqft_lot is not given: 15009, the mean of the training rows"
said "waterfront is not given: False, the most frequent in the training rows"
said "off by"
tr -d , <"$folder/out" | awk '
    /their mean/ { sum = $NF; next }
    / = / { sum += $NF }
    /together/ { found = 1; if (sum - $2 > 5 || $2 - sum > 5) { print "the parts make " sum ", not " $2; exit 1 } }
    END { exit !found }' || fail "$(cat "$folder/out")"
said_number=$(line --quiet --predict "sqft_living=2000 bedrooms=3")
[ "$said_number" -gt 300000 ] && [ "$said_number" -lt 800000 ] || fail "a price of $said_number"
line --predict "sqft_living=20000" >"$folder/out" || fail "--predict fails"
said "sqft_living=20000 lies outside of what the training rows have, 290 to 13540"
places --predict "zipcode=98039" >"$folder/out" || fail "--predict with a zip code fails"
said "zipcode = 98039"

expect "no column rooms; there are: bedrooms" 1 line --predict "rooms=3"
expect "with --part zip it may be named" 1 line --predict "zipcode=98103"
expect "bedrooms is given twice" 1 line --predict "bedrooms=3 bedrooms=4"
expect "bedrooms=three: expected a number" 1 line --predict "bedrooms=three"
expect "sqft_living=-5 is negative, and no training row has less than 290" 1 line --predict "sqft_living=-5"
expect "zipcode=99999: no training row has it" 1 places --predict "zipcode=99999"
expect "has learned from other rows" 1 line --seed 2 --predict "bedrooms=3"
expect "--predict goes with --part zip, or with none" 2 ./ch02-regression --part houses --predict "bedrooms=3"
expect "try a smaller --lr" 1 ./ch02-regression --quiet --out "$folder/results" --lr 3

# A table of the reader's own: the whole lesson, and nothing dropped in silence.
{
    echo "name,brand,hp,weight,wheels,price"
    awk 'BEGIN { srand(7); split("kia bmw fiat", brand, " ")
        for (i = 0; i < 60; i++) { b = i % 3 + 1; hp = 60 + int(140 * rand())
            printf "n%d,%s,%d,%s,4,%s\n", i, brand[b], hp, i == 7 ? "" : 900 + int(600 * rand()),
                i == 9 ? "" : 100 * hp + 5000 * (b == 2) + int(500 * rand()) } }'
} >"$folder/cars.csv"
own() { ./ch02-regression --table "$folder/cars.csv" --target price --out "$folder/own" "$@"; }
own >"$folder/out" || fail "--table fails"
said "rows without price are left out: 1"
said "column name holds names, with too few training rows for each: left out"
said "column wheels never changes in the training rows: left out"
said "column weight: what is missing counts as"
said "brand=fiat instead of bmw: -"
said "one more hp: +"
awk -F '\t' '$1 == "line_rmse" { line = $2 } $1 == "mean_rmse" { mean = $2 }
    END { exit !(line > 0 && line < mean / 4) }' "$folder/own/metrics.tsv" || fail "the line is no better than the mean"
# Without --out they lie beside the lesson's results, which stay as they are.
own_place=build/results/ch02-regression-table
mkdir -p "$folder/elsewhere" && ln -s "$PWD/data" "$folder/elsewhere/data"
program=$PWD/ch02-regression
(cd "$folder/elsewhere" && "$program" --quiet --table ../cars.csv --target price) || fail "--table without --out fails"
[ -s "$folder/elsewhere/$own_place/metrics.tsv" ] && [ ! -e "$folder/elsewhere/build/results/ch02-regression" ] ||
    fail "a table's results are not in $own_place"
own --predict "hp=100 brand=kia" >"$folder/out" || fail "--table with --predict fails"
said "brand = kia"

# A small table has more epochs, but not where the reader says how many, be they as many as the lesson's own.
own >"$folder/out" || fail "--table fails"
said "the table is small: 3000 epochs, unless --epochs says otherwise"
said "epoch 3000/3000"
for epochs in 10 11; do
    own --epochs $epochs >"$folder/out" || fail "--table with --epochs fails"
    said "epoch $epochs/$epochs"
done

expect "no column prise; there are: name, brand" 1 ./ch02-regression --table "$folder/cars.csv" --target prise
expect "which column is to be predicted" 2 ./ch02-regression --table "$folder/cars.csv"
expect "--target goes with --table" 2 ./ch02-regression --target price
expect "--part zip is about the bundled houses; with --table there are scaling, twins, batches, errors, weights" 2 own --part zip
: >"$folder/cars.csv"
expect "empty, expected a header line" 1 own
printf 'hp,price\n1,2\n2,cheap\n3,4\n5,6\n6,7\n' >"$folder/cars.csv"
expect "line 3, column price: cheap, expected a number to be predicted" 1 own
printf 'hp,price\n1,2\n1,3\n1,4\n1,5\n1,6\n' >"$folder/cars.csv"
expect "column hp never changes in the training rows" 1 own

# Other rows are known by all of their columns: of the first one here any training rows have the same mean.
{ echo doors,hp,price; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "$((2 + i % 2 * 2)),$((i * i)),$((90 * i))"; done; } >"$folder/doors.csv"
doors() { ./ch02-regression --table "$folder/doors.csv" --target price --out "$folder/doors" "$@"; }
doors >/dev/null || fail "a table of twelve rows fails"
for seed in 2 3 4 5 6 7 8; do
    expect "has learned from other rows" 1 doors --load "$folder/doors/network.safetensors" --out "$folder/other" --seed $seed
done

# Where all prices are the same there is nothing to explain: no number is said to be infinite.
{ echo hp,price; for i in $(seq 30); do echo "$i,0"; done; } >"$folder/same.csv"
./ch02-regression --table "$folder/same.csv" --target price --out "$folder/same" >"$folder/out" || fail "equal prices fail"
! grep -E 'nan|inf' "$folder/same/metrics.tsv" || fail "a metric is no number"
